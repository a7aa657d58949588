"""What two sides have in common, in a sentence whose actors are masked: 'the alliance between France and Poland'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.analysis._actors import NOUN
from briefpack.analysis._treatment import ENDS, Deed, label, opens, phrase
from briefpack.text import lists

_PARTNERS = "partners"
_BONDS = "relations-bonds-en"
_MADE = (
    "sign|signs|signed|reach|reached|conclude|concluded|struck|form|formed|sealed|have|share|announced|launched|agreed"
)


def may_stand_in(text: str) -> bool:
    """Whether a word for a bond stands in a sentence, masked or not."""
    return any(bond in text for bond in lists.load(_BONDS))


def find(text: str) -> Iterator[Deed]:
    """The bonds of a masked sentence."""
    for pattern in _patterns() if may_stand_in(text) else ():
        for found in pattern.finditer(text):
            if _rests(text, found):
                yield Deed(found["one"], found["two"], _PARTNERS, label([found["bond"]]), *found.span())


def _rests(text: str, found: re.Match[str]) -> bool:
    """Whether the bond is given: a subject, or what something happened under, since or through."""
    return opens(text, found.start()) or bool(_BEFORE.search(text, 0, found.start()))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    bond = phrase(lists.load(_BONDS), "bond")
    place = rf"(?: (?:in|of) {NOUN})?"
    one, two = rf"(?P<one>{NOUN})", rf"(?:the )?(?P<two>{NOUN})"
    return (
        re.compile(rf"(?:[Tt]he|[Aa]n?|[Tt]heir) {bond} (?:between|of) (?:the )?{one}{place} and {two}{ENDS}"),
        re.compile(rf"(?:[Tt]he )?{one}{place} and {two}[’']s {bond}(?! [a-z]+ing)"),
        re.compile(
            rf"(?:[Tt]he )?{one}{place} and {two}{place} (?:have |had |also |has )*(?:{_MADE})(?: on| to)?"
            rf" (?:an? |the |their )?{bond}\b"
        ),
    )


_BEFORE = re.compile(
    r"\b(?:[Uu]nder|[Ss]ince|[Aa]fter|[Dd]espite|[Tt]hanks to|[Bb]ecause of|by|through|underlin\w+|underscor\w+) $"
)

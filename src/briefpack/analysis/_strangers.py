"""Somebody of whom a text has no name: 'A man in the front row interrupted.', 'Then one of the students stood up.'

'He' may mean them, so that whoever was named before is not taken for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefpack.analysis._paragraphs import Paragraph
from briefpack.text import lists, names, words

_ONE = re.compile(
    r"\b(?:[Oo]ne|[Aa]nother) of (?:the|them|his|her|our|their|its)\b|\b[Ss]ome(?:one|body)\b"
    r"|\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?=(?P<row>[\w’'-]+(?: [\w’'-]+){0,4}))"
)
_OPENED = re.compile(
    r"(?:[A-Z][^.,;:—”]{0,80}, (?:when |while )?)?(?:(?:[Tt]hen|But|And|So|Now|Suddenly|When|While) )?"
)
"""What may stand before the subject of a sentence."""
_JOINED = re.compile(r".*(?: when| while|, but|, and|;)(?: then)? ", re.DOTALL)
_IS = re.compile(r"(?<!here )\b(?:is|was|be|been|as|are|were|became|becomes|like|than|not) $")
_ABOUT = re.compile(r" (?:who|whose|whom)\b")
_SENTENCE = 240
"""Letters before it in its sentence that are read."""
_MODIFIERS = 3
_AFTER = re.compile(r", (?:\d+, )?$")
_ARTICLES = frozenset("a an the his her their its our my".split())


class Stranger(NamedTuple):
    """One human being without a name, from the article on."""

    start: int
    end: int
    gender: str
    """'f', 'm' or '' where the noun does not tell."""


def strangers(text: str) -> Iterator[Stranger]:
    """Everybody without a name whom a text speaks of, wherever it does so."""
    for found in _ONE.finditer(text):
        if found["row"] is None:
            yield Stranger(found.start(), found.end(), "")
        elif noun := _noun(found["row"].split(" ")):
            end = found.start("row") + len(" ".join(noun))
            yield Stranger(found.start(), end, _persons().get(noun[-1], "") or names.gender("", noun[-1]))


def acting(paragraph: Paragraph) -> Iterator[Stranger]:
    """Those who open a sentence or a clause of a paragraph, or of whom it tells more: 'a man who saw it'."""
    ends = {mention.end for mention in paragraph.people}
    for one in strangers(paragraph.hidden):
        if not is_apposed(paragraph.hidden, one.start, ends) and _acts(one, paragraph):
            yield one
        ends.add(one.end)


def is_apposed(text: str, start: int, ends: set[int]) -> bool:
    """'Ana Silva, 61, a teacher', 'Silva is a teacher': what somebody is whose name ends at one of `ends`."""
    before = text[max(start - _SENTENCE, 0) : start]
    named = _AFTER.search(before)
    return bool(_IS.search(before)) or (named is not None and start - len(named[0]) in ends)


def _acts(one: Stranger, paragraph: Paragraph) -> bool:
    text = paragraph.hidden
    first = paragraph.starts[paragraph.index(one.start)]
    before = text[max(first, one.start - _SENTENCE) : one.start]
    return bool(_ABOUT.match(text, one.end) or _OPENED.fullmatch(before) or _JOINED.fullmatch(before))


def _noun(row: list[str]) -> list[str]:
    """The words of 'young Danish student' up to the noun; none for 'student union', 'number of men', 'nurse Lind'."""
    for place, word in enumerate(row[: _MODIFIERS + 1]):
        if word in _ARTICLES or word in words.data("prepositions-en"):
            return []
        after = row[place + 1] if place + 1 < len(row) else ""
        if word in _persons() and after not in _persons():
            return [] if after in words.data("names.nouns-body") or after[:1].isupper() else row[: place + 1]
    return []


@cache
def _persons() -> dict[str, str]:
    """Every noun for one human being, with 'f' or 'm' where it tells."""
    told = (line.partition(" ") for line in lists.load("persons-en"))
    return dict.fromkeys(words.data("names.roles"), "") | {noun: gender for noun, _, gender in told}

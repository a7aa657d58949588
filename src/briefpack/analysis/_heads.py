"""Whom a pronoun may mean next: the people who open the sentences of a paragraph, and those who act in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from briefpack.analysis import _strangers as strangers
from briefpack.analysis._paragraphs import Paragraph
from briefpack.analysis._strangers import Stranger
from briefpack.text import names
from briefpack.text.names import Mention


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody whom a pronoun may mean next."""

    who: Mention | Stranger
    beside: Mention | Stranger | None = None
    """Who acts in the same sentence before: 'Ana Silva and nurse Eva Lind left', 'Ana Silva blamed Eva Lind'."""


class Heads:
    """Whom a pronoun may mean next in a paragraph, by place."""

    def __init__(self, paragraph: Paragraph) -> None:
        found: list[Mention | Stranger] = [*_heads(paragraph), *strangers.acting(paragraph)]
        row = sorted(found, key=lambda one: one.start)
        beside = [first if _acts_beside(paragraph, first, second) else None for first, second in pairwise(row)]
        self._heads = [Head(*pair) for pair in zip(row, [None, *beside], strict=False)]
        self._starts = [one.start for one in row]

    def between(self, start: int, end: int) -> list[Head]:
        """Those named from `start` on and before `end`."""
        return self._heads[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def opens(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether a name stands at the head of its sentence, a title or an opening phrase before it aside."""
    before = _before(paragraph, mention)
    if any(mark in before for mark in "”;:") or _owns(paragraph, mention):
        return False
    fronted = _untitled(before, mention).endswith(", ") and before.count(", ") == 1 and _is_circumstance(before)
    return fronted or _is_apposed(before) or (before.count(" ") < 6 and not _BY.intersection(before.split()))


def may_act(paragraph: Paragraph, mention: Mention) -> bool:
    """Not whose something is, nor to, by or about whom something is."""
    row = _TITLED.sub("", _before(paragraph, mention)).split()
    return not _owns(paragraph, mention) and not (row and row[-1].lower() in _WITH)


def acts(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether a name is the subject of a clause: '… and Ana Silva stood up and …', 'When Silva left, …'."""
    row = _TITLED.sub("", _before(paragraph, mention)).split()
    after = _NEXT.match(paragraph.hidden, mention.end)
    joined = not row or row[-1].lower() in _JOINING
    return bool(joined and after and after["word"] not in _WITH and after["word"] not in _NOT_ACTING)


def _before(paragraph: Paragraph, mention: Mention) -> str:
    """What stands before a name in its sentence."""
    first = paragraph.starts[paragraph.index(mention.start)]
    return paragraph.hidden[max(first, mention.start - _OPENING) : mention.start]


def _heads(paragraph: Paragraph) -> Iterator[Mention]:
    """Who opens a sentence, else the only person of it ('I met Ana Silva. She …')."""
    for _, group in groupby(paragraph.people, key=lambda mention: paragraph.index(mention.start)):
        mentions = [one for one in group if not _owns(paragraph, one)]
        heads = [one for one in mentions if opens(paragraph, one)]
        yield from heads or [one for one in mentions if len(mentions) == 1 and _is_met(paragraph, one)]
        last = heads[-1] if heads else None
        yield from [one for one in mentions if last and _AND.fullmatch(paragraph.hidden, last.end, one.start)]


def _acts_beside(paragraph: Paragraph, first: Mention | Stranger, second: Mention | Stranger) -> bool:
    """'Ana Silva and Eva Lind', 'Ana Silva blamed Eva Lind'; not 'When Silva left, Eva Lind', 'A nurse, Eva Lind'."""
    if isinstance(second, Stranger) or paragraph.index(first.start) != paragraph.index(second.start):
        return False
    between = _untitled(paragraph.hidden[first.end : second.start], second)
    if isinstance(first, Stranger):
        return not _CALLED.search(between)
    return not (between.endswith(", ") and _is_circumstance(_before(paragraph, first)))


def _untitled(before: str, mention: Mention) -> str:
    """What stands before a name and its title."""
    for word in (mention.address, mention.role):
        before = before.removesuffix(f"{word} ") if word else before
    return before


def _is_circumstance(before: str) -> bool:
    """'After Ana Silva left, …', 'In the north, …'."""
    return before.split(" ", 1)[0].lower() in _BEFORE_SUBJECT


def _is_apposed(before: str) -> bool:
    """'One of them, the part-time cook ', 'A nurse on the ward, ': the name says who the subject is.

    Not after 'The son of the mayor, ', where the name may be the mayor's.
    """
    subject, comma, role = before.partition(", ")
    first, *rest = subject.lower().split() or [""]
    if not comma or "," in role or first not in _SINGLING or role.count(" ") > _LONGEST_ROLE:
        return False
    linked = _BY.intersection(rest)
    if linked:
        last = max(place for place, word in enumerate(rest) if word in _BY)
        linked_to_person = any(token.kind == "role" for token in names.tokens(" ".join(rest[last:])))
        return not linked_to_person and not _BY.intersection(role.split())
    return bool(rest) and not _BY.intersection(role.split())


def _is_met(paragraph: Paragraph, mention: Mention) -> bool:
    """'Outside, on the steps, Ana Silva was …', 'I met Ana Silva.'"""
    before = _before(paragraph, mention)
    beside = before.endswith(", ") and before.split(" ", 1)[0].lower() not in _SINGLING
    return beside or before.startswith(("I ", "We "))


def _owns(paragraph: Paragraph, mention: Mention) -> bool:
    return paragraph.hidden[mention.end : mention.end + 2] in ("'s", "’s")


_OPENING = 120
"""Letters of a sentence before its subject, at most."""
_LONGEST_ROLE = 7
_TITLED = re.compile(r"(?:\b(?:[Tt]he|an?|Mr|Mrs|Ms|Dr|Professor|President|Minister|Mayor|Senator)\.? )+$")
_AND = re.compile(r",? and (?:[\w’'-]+ ){0,5}")
_CALLED = re.compile(r"(?:,| called| named| known as) (?:the |Mr |Ms )?$")
_NEXT = re.compile(r" (?P<word>[a-z]+)\b")
_BY = frozenset({"by", "with", "against", "to", "for", "from", "of"})
_WITH = _BY | {"about", "on", "at", "in", "than", "like"}
_JOINING = frozenset("when while as after before since because if although though once until and that whether".split())
_NOT_ACTING = frozenset({"and", "or", "who", "whose", "whom", "as", "himself", "herself"})
_SINGLING = frozenset("one another a an the its his her their our my".split())
_BEFORE_SUBJECT = frozenset(
    "in on at during after before while when as asked speaking since for despite under earlier".split()
)

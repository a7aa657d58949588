"""A fact that one passage settles, with other values of the same kind that no passage makes true."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefpack.model import Line, Ref
from briefpack.text import words
from briefpack.text.plain import plain

UNFINISHED = re.compile(r"\b(?:that|which|who|whom|whose|where|when)(?: [\w'’-]+){0,3}$")
"""'a plan that the Senate', 'the services, which ended': a clause without its verb, or what it needs."""
_UNALIKE = 2.5  # times that the longest answer may be as long as the shortest: length gives nothing away


@dataclass(frozen=True, slots=True)
class Fact:
    """What can be asked for as a choice, as true or false, or as a short answer."""

    kind: str
    """'speaker', 'date', 'number', 'meaning' or 'role'."""
    asked: str
    """'Who says, in the Argus report: “…”?'"""
    claimed: str
    """The same as a statement, with {answer} where the value stands; empty where it cannot be judged as one."""
    answer: str
    others: tuple[str, ...]
    """Values of the same kind from the same pack, the most likely mistakes first."""
    refs: tuple[Ref, ...]
    because: tuple[Line, ...]
    accepted: tuple[str, ...] = ()
    """Other ways to write the answer."""

    def states(self, value: str) -> str:
        """The statement with a value in it, a capital at its head."""
        told = self.claimed.format(answer=value)
        return told[:1].upper() + told[1:]


def overlap(one: str, other: str) -> bool:
    """Whether two answers could both be right: one holds all words of the other, or they are equal in plain letters."""
    first, second = words.content(one), words.content(other)
    if not first or not second:
        return plain(one).lower() == plain(other).lower()
    return first <= second or second <= first


def alike(one: str, other: str, share: float = 0.34) -> bool:
    """Whether two statements may speak of one thing: they share a third of the shorter one's content words."""
    first, second = words.content(one), words.content(other)
    return len(first & second) >= share * max(1, min(len(first), len(second)))


def given_away(stem: str, right: str, others: tuple[str, ...]) -> bool:
    """Whether a content word of the question stands in the right answer and in no other: a clue for who knows nothing.

    "What does the text mean by multi-alignment?" with "to be aligned with several" among answers about other things.
    """
    shared = words.content(stem) & words.content(right)
    return any(all(word not in words.content(other) for other in others) for word in shared)


def fair(one: str, other: str) -> bool:
    """Whether two answers are of one form: about the same length, and both lists or both none."""
    short, long = sorted((len(one.split()), len(other.split())))
    return long <= _UNALIKE * short + 1 and (one.count(",") > 1) == (other.count(",") > 1)


def lines(*found: Line | None) -> tuple[Line, ...]:
    """Those lines that there are."""
    return tuple(line for line in found if line)

"""Which statements of different sources say the same, so that a point can stand on two of them.

Likeness only proposes. Two statements say the same where most of their words are shared, in the same order (who did
what), with the same names and numbers, and where neither denies or doubts what the other states.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefpack.analysis._choice import Candidate
from briefpack.text import entries, words

_SHARED = 0.6
"""Share of the words of either statement that the other one has."""
_LEAST = 5
"""Shared words below which nothing is proved."""
_HOLDERS = 16
"""A word that stands in more statements than this proposes nothing, and would cost quadratic time."""
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_NAME = re.compile(r"(?<![.!?:“\"] )(?<!^)(?<![“\"‘])\b[A-Z][\w’'-]+")
_NOT = re.compile(r"\b(?:not|no|never|nor|neither|without|nobody|none)\b|n['’]t\b", re.IGNORECASE)
_DOUBT = re.compile(r"\b(?:could|may|might|would|should|must|if|unless|likely|unlikely)\b")


def twins(candidates: Sequence[Candidate]) -> dict[int, tuple[int, ...]]:
    """Index of a candidate to those of other sources that say the same, in the order given."""
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in _alike(candidates):
        if _same(candidates[one].statement.claim, candidates[other].statement.claim):
            found[one].append(other)
            found[other].append(one)
    return {place: tuple(sorted(others)) for place, others in found.items()}


def _alike(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs of different sources that share most of their words."""
    holders: dict[str, list[int]] = defaultdict(list)
    contents = [words.content(candidate.statement.claim) for candidate in candidates]
    sources = [candidate.statement.refs[0].source for candidate in candidates]
    for place, content in enumerate(contents):
        shared = Counter(other for word in content for other in holders[word][:_HOLDERS])
        for other, count in sorted(shared.items()):
            if count < _LEAST or sources[other] == sources[place]:
                continue
            if count >= _SHARED * max(len(content), len(contents[other])):
                yield other, place
        for word in content:
            holders[word].append(place)


def _same(one: str, other: str) -> bool:
    """The same numbers and names, the same order, the same sign."""
    numbers = [set(_NUMBER.findall(text)) for text in (one, other)]
    names = [set(_NAME.findall(text)) for text in (one, other)]
    if numbers[0] != numbers[1] or not (names[0] <= names[1] or names[1] <= names[0]):
        return False
    if _sign(one) != _sign(other):
        return False
    first, second = words.in_order(one), words.in_order(other)
    shared = set(first) & set(second)
    order = [word for word in dict.fromkeys(first) if word in shared]
    places = {word: second.index(word) for word in order}
    return all(places[a] < places[b] for a, b in pairwise(order))


def _sign(text: str) -> tuple[int, frozenset[str], bool]:
    """What a statement does to its claim: negations, doubts, and whether it is only denied or charged."""
    doubts = frozenset(word.lower() for word in _DOUBT.findall(text))
    return len(_NOT.findall(text)), doubts, entries.holds(text, "denials-en")

"""Which of a source's statements are taken: the worthiest, each counted less for what is said already."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefpack.analysis import _standing
from briefpack.analysis._statements import Statement
from briefpack.analysis._weights import Chosen, topic
from briefpack.model import Ref

_LIKE = 0.55
"""Two statements that share more of their words than this say the same."""
_PARAGRAPH = 2
"""Statements that one paragraph may give."""
_CROWDED = 0.6
"""What each statement of a paragraph takes from the worth of the next."""
_TOPIC = 1.0
"""What a statement's words weigh against its place and form."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement, what was seen in it, and what its words weigh."""

    statement: Statement
    content: frozenset[str]
    """Its words, without the stop words."""
    signs: tuple[_standing.Sign, ...]
    weights: Mapping[str, float]
    """What each of its words weighs in its source, in the order of the words."""

    def worth(self, said: Mapping[str, int]) -> float:
        """Its signs and its words together, each word less for every time that it was said."""
        return sum(sign.gain for sign in self.signs) + self.carries(said)

    def carries(self, said: Mapping[str, int]) -> float:
        """What its words add: how much of the source's topic it carries that was not said."""
        return _TOPIC * topic(self.weights, said)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was taken of a source, best first, and why each of the others was not."""

    taken: tuple[Candidate, ...]
    refused: Mapping[Ref, str]
    """The first reference of a statement to the reason, for a person."""


def choose(candidates: Sequence[Candidate], quota: int) -> Choice:
    """The worthiest, each time less what is already said; ties go to the earlier passage.

    What is said only grows, so a candidate's worth only falls: one that still leads after its
    worth was looked at again is the best of all.
    """
    taken: list[Candidate] = []
    refused: dict[Ref, str] = {}
    said: Counter[str] = Counter()
    alike = Chosen(tuple(c.content for c in candidates))
    room = _Room(candidates, quota)
    queue = [(-c.worth(said), place, 0) for place, c in enumerate(candidates)]
    heapq.heapify(queue)
    while queue:
        _, place, seen = heapq.heappop(queue)
        best = candidates[place]
        if seen < len(taken) < quota:
            heapq.heappush(queue, (room.crowding(best) - best.worth(said), place, len(taken)))
            continue
        why = room.refuses(best, alike.likeness[place])
        if why:
            refused[best.statement.refs[0]] = why
            continue
        taken.append(best)
        room.take(best)
        said.update(best.content)
        alike.add(place)
    return Choice(tuple(taken), refused)


class _Room:
    """No section gives more than half of a source's points, or its share if that is larger; none is said twice."""

    def __init__(self, candidates: Sequence[Candidate], quota: int) -> None:
        self._taken: Counter[tuple[str, object]] = Counter()
        self._said: set[frozenset[str]] = set()
        self._refs: set[Ref] = set()
        sizes = Counter(c.statement.place.passage.heading for c in candidates)
        half = quota if len(sizes) < 3 else max(2, (quota + 1) // 2)
        self._quota = quota
        self._sections = {name: max(half, round(quota * size / len(candidates))) for name, size in sizes.items()}

    def crowding(self, candidate: Candidate) -> float:
        """What a statement loses where its paragraph has given one."""
        return _CROWDED * self._taken[_keys(candidate)[0]]

    def refuses(self, candidate: Candidate, likeness: float) -> str:
        """Why there is no room for a statement; '' where there is."""
        paragraph, section = _keys(candidate)
        if not self._refs.isdisjoint(candidate.statement.says):
            return "part of it was taken with another sentence"
        if candidate.content in self._said or likeness >= _LIKE:
            return "a statement that was taken says much the same"
        if self._taken[("source", "")] >= self._quota:
            return f"{self._quota} of this source were taken, all worth more"
        if self._taken[paragraph] >= _PARAGRAPH:
            return f"{_PARAGRAPH} statements of its paragraph were taken"
        most = self._sections[candidate.statement.place.passage.heading]
        if self._taken[section] >= most:
            return f"{most} statements of its section were taken"
        return ""

    def take(self, candidate: Candidate) -> None:
        """Count a statement as taken."""
        self._said.add(candidate.content)
        self._refs.update(candidate.statement.says)
        self._taken.update([*_keys(candidate), ("source", "")])


def _keys(candidate: Candidate) -> tuple[tuple[str, object], tuple[str, object]]:
    passage = candidate.statement.place.passage
    return ("paragraph", passage.ref.paragraph), ("section", passage.heading)

"""How much of what the sources talk about a statement carries, and how alike two statements are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from briefpack.model import Source
from briefpack.text import words

_FADE = 0.3
"""What is left of a word's weight each time that it was said."""
_DAMP = 0.5
"""How much the length of a statement is held against it: 0 not at all, 1 in full."""
_CAP = 60
"""A word that stands in more statements than this says nothing of their likeness, and would cost quadratic time."""


class Centre:
    """The weight of each word: frequent in its source, more so where other sources use it too."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self._counts = {s.key: Counter[str]() for s in sources}
        for source in sources:
            for passage in source.passages:
                self._counts[source.key].update(words.content(passage.text, source.language or "en"))
        self._spread = Counter(word for counts in self._counts.values() for word in counts)

    def weights(self, key: str, content: Iterable[str]) -> dict[str, float]:
        """The weight of each word of a statement of a source, in order; a word that stands there once weighs little."""
        counts = self._counts[key]
        return {word: self._weight(counts[word], word) for word in sorted(content)}

    def _weight(self, count: int, word: str) -> float:
        return math.log1p(count) * (1 + 0.15 * (self._spread[word] - 1)) if count > 1 else 0.3


def topic(weights: Mapping[str, float], said: Mapping[str, int]) -> float:
    """How much of the source's topic a statement carries; a word counts less each time it was said.

    Long statements gain little: the sum is held against the number of words.
    """
    total = sum(weight * _FADE ** said.get(word, 0) for word, weight in weights.items())
    return total / (len(weights) + 6) ** _DAMP if weights else 0.0


class Chosen:
    """What has been chosen so far, and how much of a further statement it already says."""

    def __init__(self, contents: tuple[frozenset[str], ...]) -> None:
        self._contents = contents
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, content in enumerate(contents):
            for word in content:
                self._holders[word].append(place)
        self.likeness = [0.0] * len(contents)
        """Of each statement, the largest share of its own words that one chosen statement holds, 0..1."""

    def add(self, place: int) -> None:
        """Choose a statement; costs as much as its words have holders, at most `_CAP` each."""
        shared = Counter(p for word in self._contents[place] for p in self._holders[word][:_CAP])
        for other, count in shared.items():
            self.likeness[other] = max(self.likeness[other], count / (len(self._contents[other]) or 1))

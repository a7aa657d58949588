"""How much of what the sources talk about a statement carries, and how alike two statements are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from briefpack.model import Source
from briefpack.text import words

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

    def share(self, key: str, content: Iterable[str]) -> float:
        """How near a statement is to the middle of its source; about 0..3, long statements gain little."""
        counts = self._counts[key]
        weights = [self._weight(counts[word], word) for word in content]
        return sum(weights) / (len(weights) + 6) ** 0.75 if weights else 0.0

    def _weight(self, count: int, word: str) -> float:
        return math.log1p(count) * (1 + 0.15 * (self._spread[word] - 1)) if count > 1 else 0.3


class Chosen:
    """What has been chosen so far, and how much of a further statement it already says."""

    def __init__(self, contents: tuple[frozenset[str], ...]) -> None:
        self._contents = contents
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, content in enumerate(contents):
            for word in content:
                self._holders[word].append(place)
        self.likeness = [0.0] * len(contents)
        """Of each statement, the largest share of its words that one chosen statement holds, 0..1."""

    def add(self, place: int) -> None:
        """Choose a statement; costs as much as its words have holders, at most `_CAP` each."""
        shared = Counter(p for word in self._contents[place] for p in self._holders[word][:_CAP])
        for other, count in shared.items():
            size = min(len(self._contents[place]), len(self._contents[other])) or 1
            self.likeness[other] = max(self.likeness[other], count / size)

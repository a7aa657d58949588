"""What two statements visibly share: the words, names, numbers and countries that a reader sees in both."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from briefpack.compose.select.sides import naming
from briefpack.model import Brief
from briefpack.text import words

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_STEM = 5
"""Letters from which a word that begins another is the same one: 'defeat' and 'defeated'."""
_MANY = 2.0
"""Weight of a word that at most one passage in seven holds."""
_SOME = 1.2
"""The same for one passage in three."""
_TIED = 1.2
"""How many words that stand only once in a brief weigh as much as two statements must share."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """How much two statements of a brief share that a reader would see."""

    weights: dict[str, float]
    tied: float
    """Weight of shared words from which a reader sees that two statements are on one subject."""

    def shared(self, one: str, other: str, *, rare: bool = True) -> tuple[float, ...]:
        """The weights of the telling words that both hold; 'dark matter' in both counts once."""
        least = _MANY if rare else _SOME
        found = {word for word in common(one, other) if self.weights.get(word, 0.0) > least}
        found -= {second for first, second in _pairs(one) & _pairs(other) if first in found}
        return tuple(sorted(self.weights[word] for word in found))


def read(brief: Brief) -> Subjects:
    """The subjects of a brief, each weighed by how few passages hold it."""
    texts = [passage.text for source in brief.sources for passage in source.passages]
    counts = Counter(word for text in texts for word in subjects(text))
    weights = {word: math.log(len(texts) / count) for word, count in counts.items()}
    return Subjects(weights, _TIED * math.log(max(len(texts), 2)))


@lru_cache(maxsize=8192)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Words that stand side by side: 'horse' and 'mackerel', 'Ana' and 'Holm'."""
    order = words.in_order(text)
    return frozenset(pairwise(order))


@lru_cache(maxsize=8192)
def common(one: str, other: str) -> frozenset[str]:
    """The subjects of one text that stand in the other too, 'defeat' in 'defeated'."""
    first, second = subjects(one), subjects(other)
    return first & second | _begun(first - second, second - first) | _begun(second - first, first - second)


def _begun(longer: Iterable[str], shorter: Iterable[str]) -> frozenset[str]:
    """Words that another one goes on from."""
    return frozenset(
        start
        for start in shorter
        for word in longer
        if len(start) >= _STEM and word.startswith(start) and start != word
    )


@lru_cache(maxsize=8192)
def subjects(text: str) -> frozenset[str]:
    """Words that say what a text is about: countries by their own name, no measures, no years, no lone digits."""
    named = naming(text)
    kept = words.content(text) - words.content(" ".join(named)) - measures()
    return frozenset(word for word in kept if len(word) > 1 and not _YEAR.fullmatch(word)) | frozenset(named.values())


@cache
def measures() -> frozenset[str]:
    """Words that say how much, not of what: 'million', 'dollar', 'cost', 'estimate'."""
    names = ("same-measure-en", "vague-en", "units-en", "scales", "estimates-en", "reporting-en", "uncounted-en")
    rows = (entry.split() for name in names for entry in words.data(name))
    found = {form for row in rows for word in row for form in words.content(word)}
    return frozenset(found) | {
        "dollar",
        "euro",
        "pound",
        "rand",
        "franc",
        "krona",
        "yen",
        "peso",
        "rupee",
        "percent",
        "cent",
    }

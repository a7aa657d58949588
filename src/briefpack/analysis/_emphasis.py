"""Two documents on one matter that do not quarrel: what each of them says of it, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from briefpack.analysis._sides import side
from briefpack.analysis._subjects import Subjects
from briefpack.model import Brief, Passage, Point, Ref, Source, Tension
from briefpack.text import words

_SOURCES = 6
"""Documents that are compared; of more, pairs would fill the page."""
_ALIKE = 0.6
"""Statements that share more of their words than this say the same."""
_POINTS = 8
_VAGUE = frozenset(
    "year time day week month people country state new number case work part way use used make made".split()
)
"""Words that documents share whatever they are about."""


def emphasis(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """For each pair of documents the two points that share most of what both talk about; never called a quarrel."""
    passages = {p.ref: (s, p) for s in sources for p in s.passages}
    spoken = [_matters(source) for source in sources[:_SOURCES]]
    rows = [_own(source, found, passages) for source in sources[:_SOURCES]]
    for one, other in combinations(range(len(rows)), 2):
        matters = spoken[one] & spoken[other]
        pairs = ((_score(a, b, matters, subjects), a, b) for a in rows[one] for b in rows[other])
        best, first, second = max(pairs, key=lambda pair: pair[0], default=(0.0, None, None))
        if best and first and second:
            label = subjects.shared_matter(first.text, second.text, matters)
            sides = tuple(side(*passages[point.refs[0]], found) for point in (first, second))
            yield Tension(f"What each source says of {label}", sides, "emphasis")


def _matters(source: Source) -> frozenset[str]:
    """The words that a source comes back to."""
    language = source.language or "en"
    counts = Counter(word for p in source.passages for word in words.content(p.text, language))
    return frozenset(word for word, count in counts.items() if count > 1 and not word.isdigit()) - _VAGUE


def _own(source: Source, found: Brief, passages: dict[Ref, tuple[Source, Passage]]) -> list[Point]:
    """Its best points that are one sentence of the text."""
    mine = (point for point in found.points if point.refs[0].source == source.key)
    return [p for p in mine if p.refs[0] in passages and passages[p.refs[0]][1].text == p.text][:_POINTS]


def _score(one: Point, other: Point, matters: frozenset[str], subjects: Subjects) -> float:
    """Names and matters in common; 0 where too little is shared, or where they say the same."""
    ours, theirs = words.content(one.text), words.content(other.text)
    names = set(subjects.of(one.text)) & set(subjects.of(other.text))
    shared = ours & theirs
    if len(shared) > _ALIKE * min(len(ours), len(theirs)):
        return 0.0
    count = len(shared & matters)
    return len(names) + count if count > 1 or (names and count) else 0.0

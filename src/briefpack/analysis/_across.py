"""Tensions between sources: one idea under two names, opposite judgements, different numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from briefpack.analysis._places import Place, places
from briefpack.analysis._sides import side
from briefpack.analysis._subjects import Subjects
from briefpack.model import Brief, Figure, Passage, Ref, Side, Source, Tension, Term
from briefpack.text import alone, lists, words

_CAP = 12
"""Statements of one source that are compared for one pair of opposites; more say nothing new and cost time."""
_DAY = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:as of|so far|by) \w*day\b|\b\d{1,2} [A-Z][a-z]+\b|\b[A-Z][a-z]+ \d{1,2}\b"
)
_NEGATION = frozenset({"not", "no", "never", "neither", "nor", "hardly", "without", "cannot"})


def two_names(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """Coined terms that share a word and stand in different sources: 'soft landing', 'soft reset'."""
    by_word: dict[tuple[int, str], list[Term]] = defaultdict(list)
    for term in found.terms:
        parts = term.term.lower().split()
        if len(parts) == 2:
            by_word[0, parts[0]].append(term)
            by_word[1, parts[1]].append(term)
    passages = {p.ref: (s, p) for s in sources for p in s.passages}
    for terms in by_word.values():
        for one, other in combinations(terms[:4], 2):
            if not _apart(one, other) or not _coined(one, passages) or not _coined(other, passages):
                continue
            if len(_around(one, passages, subjects) & _around(other, passages, subjects)) >= 2:
                sides = _where(one, passages, found), _where(other, passages, found)
                yield Tension(f"Two names, perhaps one idea: “{one.term}” and “{other.term}”", sides, "two names")


def opposites(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """The same names, and opposite words of judgement: 'robust' here, 'fragile' there."""
    poles = _poles(sources, subjects)
    for key_one, key_other in combinations([s.key for s in sources], 2):
        for dimension in range(len(_dimensions())):
            best = _best(poles, (key_one, key_other), dimension)
            if best is not None:
                yield _opposed(*best, found, subjects)


def numbers(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """Different numbers for what seems the same count, in different sources."""
    passages = {p.ref: (s, p) for s in sources for p in s.passages}
    by_count: dict[frozenset[str], list[Figure]] = defaultdict(list)
    for figure in found.figures:
        if figure.counts and not figure.unit and figure.refs[0] in passages:
            by_count[words.content(figure.counts)].append(figure)
    order = {source.key: place for place, source in enumerate(sources)}
    for figures in by_count.values():
        for pair in combinations(figures[:4], 2):
            one, other = sorted(pair, key=lambda figure: order[figure.refs[0].source])
            if _same_count(one, other) and set(subjects.of(one.text)) & set(subjects.of(other.text)):
                sides = tuple(side(*passages[figure.refs[0]], found) for figure in (one, other))
                yield Tension(f"How many {one.counts}?", sides, "numbers")


@dataclass(frozen=True, slots=True)
class _Pole:
    place: Place
    names: frozenset[str]
    content: frozenset[str]


def _poles(sources: tuple[Source, ...], subjects: Subjects) -> dict[tuple[str, int, int], list[_Pole]]:
    """Statements that stand alone, by source, dimension and side of it."""
    found: dict[tuple[str, int, int], list[_Pole]] = defaultdict(list)
    for source in sources:
        if source.language not in (None, "en"):
            continue
        for place in places(source):
            text = place.passage.text
            sides = _sides_of(text)
            if not sides or place.bare_quotation or "?" in text or alone.leans(text):
                continue
            pole = _Pole(place, frozenset(subjects.of(text)), words.content(text))
            for dimension, end in sides:
                if len(found[source.key, dimension, end]) < _CAP:
                    found[source.key, dimension, end].append(pole)
    return found


def _best(
    poles: dict[tuple[str, int, int], list[_Pole]], keys: tuple[str, str], dimension: int
) -> tuple[_Pole, _Pole] | None:
    """The pair that shares most; it must share two names, or one and two words besides."""
    best, most = None, 2.0
    for end in (0, 1):
        for one in poles.get((keys[0], dimension, end), ()):
            for other in poles.get((keys[1], dimension, 1 - end), ()):
                names, shared = one.names & other.names, one.content & other.content
                score = len(names) + len(shared) / 2
                if (len(names) >= 2 or (names and len(shared) >= 3)) and score > most:
                    best, most = (one, other), score
    return best


def _opposed(one: _Pole, other: _Pole, found: Brief, subjects: Subjects) -> Tension:
    sides = tuple(side(pole.place.source, pole.place.passage, found) for pole in (one, other))
    label = subjects.label(sides[0].text, sides[1].text)
    return Tension(f"What the sources say of {label}", sides, "contrast")


def _sides_of(text: str) -> tuple[tuple[int, int], ...]:
    """The (dimension, end) pairs whose words stand in a text, unless negated or on both ends."""
    row = [word.lower() for word in words.words(text)]
    ends: dict[int, set[int]] = defaultdict(set)
    for place, word in enumerate(row):
        for dimension, end in _dimension_of().get(word, ()):
            negated = any(
                before in _NEGATION or before.endswith(("n't", "n’t")) for before in row[max(place - 3, 0) : place]
            )
            ends[dimension].add(2 if negated else end)
    return tuple((dimension, min(found)) for dimension, found in sorted(ends.items()) if found in ({0}, {1}))


def _same_count(one: Figure, other: Figure) -> bool:
    """Another number from another source, of no other day, in a sentence that is about the same."""
    if one.refs[0].source == other.refs[0].source or one.value == other.value or _dated(one) or _dated(other):
        return False
    shared = words.content(one.text) & words.content(other.text)
    return len(shared - words.content(one.counts)) >= 3


def _dated(figure: Figure) -> bool:
    """A count as of a day: another day's may differ without a quarrel."""
    return bool(_DAY.search(figure.text))


def _apart(one: Term, other: Term) -> bool:
    """No source uses both: then they would be two things."""
    return not {ref.source for ref in one.refs} & {ref.source for ref in other.refs}


def _coined(term: Term, passages: dict[Ref, tuple[Source, Passage]]) -> bool:
    """It stands in quotation marks where it is used."""
    marked = tuple(f"{mark}{term.term}" for mark in '“‘"')
    return any(form in passages[ref][1].text for ref in term.refs if ref in passages for form in marked)


def _around(term: Term, passages: dict[Ref, tuple[Source, Passage]], subjects: Subjects) -> set[str]:
    """The names that stand with a term wherever it is used."""
    return {name for ref in term.refs if ref in passages for name in subjects.of(passages[ref][1].text)}


def _where(term: Term, passages: dict[Ref, tuple[Source, Passage]], found: Brief) -> Side:
    """The passage that explains it or, where that leans on another, the first that stands alone."""
    held = [passages[ref] for ref in term.refs]
    return side(*next((pair for pair in held if not alone.leans(pair[1].text)), held[0]), found)


@cache
def _dimensions() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = [line.partition("|") for line in lists.load("opposites-en")]
    return tuple((tuple(one.split()), tuple(other.split())) for one, _, other in rows)


@cache
def _dimension_of() -> dict[str, tuple[tuple[int, int], ...]]:
    held: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, ends in enumerate(_dimensions()):
        for end, entries in enumerate(ends):
            for word in entries:
                held[word].append((number, end))
    return {word: tuple(pairs) for word, pairs in held.items()}

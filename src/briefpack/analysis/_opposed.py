"""Statements of one subject that go against each other: a judgement and its opposite, a hope and a doubt.

Statements are brought together by the words that they share, through an index of the rarer ones, so that
no step compares every sentence with every other; likeness alone never makes a pair.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from briefpack.analysis import _judged_things, _stances
from briefpack.analysis._elsewhere import elsewhere
from briefpack.analysis._matters import Matters
from briefpack.analysis._places import Place, places
from briefpack.analysis._sides import grounded, side, voice
from briefpack.analysis._stances import Stance, Verdict
from briefpack.analysis._subjects import Subjects
from briefpack.model import Brief, Side, Source, Tension

_NAMES = 4
_CAP = 24
"""A word that stands in more statements than this says nothing of their subject, and would cost quadratic time."""
_SHARED = 0.8
"""Least weight of what a pair shares: two words that are rare, or three that are not."""
_AGAINST = 1.0
_RARE = 0.75
"""Weight of a word that two statements may share alone, where one says that it is not so."""
_MUCH = 1.2
_ONE_THING = 3.0
"""Weight of two contrary judgements of one thing."""
_NAME = 0.4
"""What a shared name weighs, in whatever form it stands ('Lima', 'Peruvian')."""
_MOST_PAIRS = 60
_WORDS = 60
"""A longer statement is no side."""


@dataclass(frozen=True, slots=True)
class _Statement:
    row: tuple[Place, ...]
    index: int
    stance: Stance
    stems: frozenset[str]
    names: frozenset[str]
    voice: str

    @property
    def place(self) -> Place:
        return self.row[self.index]

    @property
    def key(self) -> str:
        return self.place.source.key


@dataclass(frozen=True, slots=True)
class _Pair:
    first: _Statement
    second: _Statement
    score: float
    judged: Verdict | None
    """What the first says of a thing of which the second says the contrary."""


def opposed(
    sources: tuple[Source, ...], found: Brief, subjects: Subjects, matters: Matters, weights: dict[str, float]
) -> Iterator[tuple[float, Tension]]:
    """Pairs of statements with their strength, the strongest first."""
    held = [one for source in sources for one in _statements(source, found, subjects)]
    pairs = sorted(_pairs(held, weights), key=lambda pair: -pair.score)
    for pair in pairs[:_MOST_PAIRS]:
        sides = _sides(pair, found)
        made = _tension(pair, sides, matters, weights) if sides else None
        if made:
            yield pair.score, made


def _statements(source: Source, found: Brief, subjects: Subjects) -> Iterator[_Statement]:
    if source.language not in (None, "en"):
        return
    row = places(source)
    for index, place in enumerate(row):
        text = place.passage.text
        if "?" in text or not 5 <= len(text.split()) <= _WORDS:
            continue
        stance = _stances.stance(text)
        if stance.any:
            names = frozenset(subjects.of(text))
            yield _Statement(row, index, stance, _stances.stems(text), names, voice(place.passage, found))


def _pairs(held: list[_Statement], weights: dict[str, float]) -> Iterator[_Pair]:
    index: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(held):
        shared: Counter[int] = Counter()
        for word in (*one.stems, *_together(one)):
            holders = index[word]
            if len(holders) <= _CAP:
                for other in holders:
                    shared[other] += 2 if "+" in word or word in one.stance.denied | held[other].stance.denied else 1
            holders.append(place)
        for other, count in sorted(shared.items()):
            if count > 1:
                pair = _pair(held[other], one, weights)
                if pair:
                    yield pair


def _together(one: _Statement) -> Iterator[str]:
    """Two names and a kind of judgement as one key, since statements of 'Peru' alone are too many; what is judged."""
    yield from {
        f"{verdict.thing.rpartition(' ')[2]}+{verdict.dimension}" for verdict in one.stance.verdicts if verdict.thing
    }
    dimensions = sorted({verdict.dimension for verdict in one.stance.verdicts})
    for names in combinations(sorted(one.names)[:_NAMES], 2):
        yield from (f"{'+'.join(names)}+{dimension}" for dimension in dimensions)


def _pair(first: _Statement, second: _Statement, weights: dict[str, float]) -> _Pair | None:
    apart = _apart(first, second)
    if apart is None:
        return None
    shared = _stances.weigh(first.stems & second.stems, weights) + _NAME * len(first.names & second.names)
    judged = _of_one_thing(first, second)
    if not judged and (shared < _SHARED or _alike(first, second)):
        return None
    against = _against(first, second, weights, shared)
    if judged:
        against += _ONE_THING
    if against < _AGAINST:
        return None
    return _Pair(first, second, min(shared, 2.5) + against + apart, judged)


def _of_one_thing(first: _Statement, second: _Statement) -> Verdict | None:
    """What the first says of a thing of which the second says the contrary, at the same time and place."""
    for one, other in product(first.stance.verdicts, second.stance.verdicts):
        if one.dimension == other.dimension and _contrary(one, other) and _judged_things.same(one.thing, other.thing):
            return None if elsewhere(first.place.passage.text, second.place.passage.text) else one
    return None


def _apart(first: _Statement, second: _Statement) -> float | None:
    """How far apart the voices are; None for one voice, which does not quarrel with itself."""
    if first.stance.years and second.stance.years and not first.stance.years & second.stance.years:
        return None
    if first.key != second.key:
        return 0.6 + 0.4 * (bool(first.voice) + bool(second.voice)) * (first.voice != second.voice)
    if first.voice == second.voice:
        return None
    return 0.4 * (bool(first.voice) + bool(second.voice))


def _alike(first: _Statement, second: _Statement) -> bool:
    """Nearly the same words: a statement told twice."""
    least = min(len(first.stems), len(second.stems))
    return len(first.stems & second.stems) > 0.8 * least


def _against(first: _Statement, second: _Statement, weights: dict[str, float], shared: float) -> float:
    """How much two statements go against each other, apart from what they judge."""
    one, other = first.stance, second.stance
    weight = _refusal(first, second, weights, shared)
    if not weight and not (one.disputes or other.disputes):
        return 0.0
    if one.valence * other.valence < 0:
        weight += 0.7
    if other.disputes or one.disputes:
        weight += 0.5
    if (one.claims and other.doubts) or (one.doubts and other.claims):
        weight += 0.5
    if one.advises and other.advises and (one.against != other.against or one.valence * other.valence < 0):
        weight += 0.6
    if one.blames and other.blames:
        weight += 0.3
    return weight


def _refusal(first: _Statement, second: _Statement, weights: dict[str, float], shared: float) -> float:
    """How much of what one says is not so the other says; two that deny the same agree."""
    if first.stance.denied & second.stance.denied:
        return 0.0
    denied = (first.stance.denied & (second.stems - second.stance.denied)) | (
        second.stance.denied & (first.stems - first.stance.denied)
    )
    alone = _stances.weigh(denied, weights) > _RARE and shared >= _MUCH
    return min(1.3 * _stances.weigh(denied, weights), 2.0) if len(denied) > 1 or alone else 0.0


def _contrary(one: Verdict, other: Verdict) -> bool:
    """'Safe' and 'dangerous', 'safe' and 'not safe'; not 'not safe' and 'not dangerous'."""
    if one.side == other.side:
        return one.denied != other.denied
    return not one.denied and not other.denied


def _sides(pair: _Pair, found: Brief) -> tuple[Side, Side] | None:
    first = _side(pair.first, found)
    near = pair.first.row is pair.second.row and pair.second.index - pair.first.index == 1
    place = pair.second.place
    second = side(place.source, place.passage, found) if near else _side(pair.second, found)
    return (first, second) if first and second and not set(first.refs) & set(second.refs) else None


def _side(one: _Statement, found: Brief) -> Side | None:
    if one.place.bare_quotation and not one.voice:
        return None
    return grounded(one.row, one.index, found)


def _tension(pair: _Pair, sides: tuple[Side, Side], matters: Matters, weights: dict[str, float]) -> Tension | None:
    """Without a name for the matter there is none to quarrel over."""
    if pair.judged:
        label = _stances.label(pair.judged.dimension)
        return Tension(f"{label}: {_named(pair.judged.thing, sides)}", sides, "contrast")
    matter = matters.noun(sides[0].text, sides[1].text, weights)
    return Tension(f"Two views: {matter}", sides, "voices") if matter else None


def _named(thing: str, sides: tuple[Side, Side]) -> str:
    """'the closure' where a text has it so, 'crime' where none has."""
    said = " ".join(one.text for one in sides)
    return f"the {thing}" if re.search(rf"\b[Tt]he {re.escape(thing)}\b", said) else thing

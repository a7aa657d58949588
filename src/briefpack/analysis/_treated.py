"""What several sources or voices treat: their statements on one matter, side by side, those that pull first.

A pair is proposed by the rarer words that it shares, through an index, or by standing in one paragraph after
another; how much it says is weighed by the table below. Only a pair whose second statement turns, denies or
disputes is told as two views; the rest stand side by side as what each source says of a matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefpack.analysis import _stances
from briefpack.analysis._matters import Matters
from briefpack.analysis._units import Unit, units
from briefpack.model import Brief, Source, Tension
from briefpack.text import words

_SOURCES = 8
"""Documents that are compared; of more, pairs would fill the page."""
_CAP = 24
"""A word in more units than this says nothing of their matter, and would cost quadratic time."""
_SHARED = 0.7
"""What a pair shares at least, unless one follows the other."""
_ANSWERS = 0.4
"""What an answer shares with a view at least, unless it leans on it or turns from it."""
_RARE = 0.8
"""Weight of a noun that may be all that two units share."""
_NAMED = 1.2
"""What two units share at least that have a name in common and no noun."""
_ALIKE = 0.6
"""Units that share more of their words than this say the same."""
_NEAR = 3
"""Sentences between a view and its answer, at most."""
_QUARREL = 0.6
"""How much of what one says is not so the other must say, to be told as a view against it."""
_PLAIN = 0.9
"""How plainly else an answer must say that it is one: 'rejects', 'doubts that'; a mere 'not' is too little."""
_CLEAR = 0.8
"""What an answer shares that neither turns nor says that it disputes: a mere 'not' is of many things."""
_CLOSE = 1.2
"""What a third side shares with the two at least, where it speaks of another matter."""
_PAIRS = 400
_SAYS = 0.35
"""Weight of a noun that says what is at issue."""

# Weights found by fitting on ten packs of many fields, each left out in turn, and rounded.
_WITHIN = {
    "next": 0.25,
    "follows": -0.75,
    "cue": 0.33,
    "turn": 2.6,
    "denied": 1.5,
    "numbers": 2.0,
    "shared": 0.7,
    "voices": 0.9,
    "author": 1.25,
}
"""For two voices of one source: how near, how the second opens, what is denied, whether an author answers a voice."""
_ACROSS = {
    "shared": 0.4,
    "rarest": 0.12,
    "voices": 0.65,
    "voice": 0.2,
    "column": 0.7,
    "numbers": 0.7,
    "not": 0.5,
}
"""For two sources: what they share, who speaks, whether one of the two is a column, whether something is not so."""


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    first: Unit
    second: Unit
    quarrel: bool


def treated(
    sources: tuple[Source, ...], found: Brief, matters: Matters, weights: dict[str, float]
) -> Iterator[Tension]:
    """Tensions of two sides or three, the strongest first; a matter may come twice."""
    english = [source for source in sources if source.language in (None, "en")][:_SOURCES]
    held = [unit for source in english for unit in units(source, found, matters)]
    pairs = sorted(_pairs(held, weights), key=lambda pair: -pair.score)[:_PAIRS]
    beside = _beside(pairs)
    for pair in pairs:
        key = _matter(pair.first, pair.second, weights)
        if pair.quarrel:
            label = _phrase(key, pair, None) if key else matters.topic(pair.first.text, weights)
            if label and _names_something(label):
                yield Tension(f"Two views: {label}", (pair.first.side, pair.second.side), "voices")
        elif key:
            third, more = _third(pair, key, beside, weights)
            label = " and ".join(_phrase(each, pair, third) for each in (key, more) if each)
            sides = tuple(unit.side for unit in (pair.first, pair.second, third) if unit)
            yield Tension(f"What each source says of {label}", sides, "emphasis")


def _names_something(label: str) -> bool:
    """'the route'; not 'They' or 'the somebody'."""
    low = label.lower().removeprefix("the ")
    return low not in words.data("stop-en") and low not in words.data("no-matters-en")


def _phrase(key: str, pair: _Pair, third: Unit | None) -> str:
    """The longest form in which the sides have a matter."""
    held = (unit.matters.get(key, "") for unit in (pair.first, pair.second, third) if unit)
    return max(held, key=len)


def _matter(first: Unit, second: Unit, weights: dict[str, float]) -> str:
    """The rarest noun that both speak of, else a name; '' where they share none."""
    both = first.matters.keys() & second.matters.keys()
    nouns = [key for key in both if weights.get(key, 0.0) >= _SAYS]
    best = max(nouns, key=lambda key: (weights[key], key), default="")
    return best or min((key for key in both if key.startswith("@")), default="")


def _beside(pairs: Iterable[_Pair]) -> dict[int, list[tuple[float, Unit]]]:
    """Each unit with those that it is paired with in other sources."""
    held: dict[int, list[tuple[float, Unit]]] = defaultdict(list)
    for pair in pairs:
        if pair.first.source is not pair.second.source:
            held[id(pair.first)].append((pair.score, pair.second))
            held[id(pair.second)].append((pair.score, pair.first))
    return held


def _pairs(held: list[Unit], weights: dict[str, float]) -> Iterator[_Pair]:
    index: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(held):
        others = set(_just_before(held, place))
        for word in unit.stems:
            holders = index[word]
            if len(holders) <= _CAP and weights.get(word):
                others.update(holders)
            holders.append(place)
        for other in sorted(others):
            pair = _pair(held[other], unit, weights)
            if pair:
                yield pair


def _just_before(held: list[Unit], place: int) -> Iterator[int]:
    unit = held[place]
    for other in range(place - 1, max(place - 2 * _NEAR - 3, -1), -1):
        if held[other].source is unit.source and 0 < unit.start - held[other].end <= _NEAR:
            yield other


def _pair(first: Unit, second: Unit, weights: dict[str, float]) -> _Pair | None:
    within = first.source is second.source
    if first.leans or (second.leans and not within):
        return None
    same = first.stems & second.stems
    if len(same) > _ALIKE * min(len(first.stems), len(second.stems)):
        return None
    shared = min(_stances.weigh(same, weights), 3.0)
    if within:
        return _within(first, second, shared, weights)
    if shared < _SHARED:
        return None
    rarest = max((weights.get(word, 0.0) for word in same), default=0.0)
    if not _enough(first, second, shared, rarest) or not (_says(first) and _says(second)):
        return None
    signs = {
        "shared": shared,
        "rarest": rarest,
        "voices": first.voice != second.voice and bool(first.voice and second.voice),
        "voice": bool(first.voice) != bool(second.voice),
        "column": _column(first) != _column(second),
        "numbers": _numbers(first, second),
        "not": bool(first.stance.denied) + bool(second.stance.denied),
    }
    return _Pair(sum(_ACROSS[name] * value for name, value in signs.items()), first, second, False)


def _within(first: Unit, second: Unit, shared: float, weights: dict[str, float]) -> _Pair | None:
    apart = second.start - first.end
    if not 0 < apart <= _NEAR or first.voice == second.voice or (second.leans and apart > 2):
        return None
    turn = second.turns and apart <= 2 and (shared >= _ANSWERS or not second.opens)
    if shared < _ANSWERS and not (apart == 1 and (second.leans or turn)):
        return None
    if not _answers(first, second, turn):
        return None
    denied = _denied(first, second, weights)
    if not (turn or denied > _QUARREL or second.cue >= _PLAIN):
        return None
    if not turn and not second.stance.disputes and shared < _CLEAR:
        return None
    if second.leans and not second.voice and not turn and not second.judging:
        return None  # 'It rejects the grounds': nobody knows that it is another than the one before
    signs = {
        "next": apart == 1,
        "follows": 1.0,
        "cue": min(second.cue, 2.0),
        "turn": turn,
        "denied": denied,
        "numbers": _numbers(first, second),
        "shared": shared,
        "voices": bool(first.voice and second.voice),
        "author": second.judging,
    }
    return _Pair(sum(_WITHIN[name] * value for name, value in signs.items()), first, second, True)


def _enough(first: Unit, second: Unit, shared: float, rarest: float) -> bool:
    """One rare noun, or two words with a noun among them; a mere name wants more beside it."""
    nouns = [key for key in first.matters.keys() & second.matters.keys() if not key.startswith("@")]
    alone = len(first.stems & second.stems) < 2
    return shared >= _NAMED if not nouns else not alone or rarest >= _RARE


def _says(unit: Unit) -> bool:
    """More than a bare fact: somebody speaks, judges, denies or counts."""
    return bool(unit.voice or unit.kinds or unit.stance.any) or _column(unit)


def _answers(first: Unit, second: Unit, turn: bool) -> bool:
    """Somebody holds the view and somebody else, or the author of a column, goes against it."""
    if not first.voice:
        return second.stance.disputes or (turn and bool(second.voice))
    return bool(second.voice) or second.judging or turn or second.stance.disputes


def _column(unit: Unit) -> bool:
    return unit.source.genre in ("opinion", "editorial")


def _denied(first: Unit, second: Unit, weights: dict[str, float]) -> float:
    """How much of what one says is not so the other says."""
    ours, theirs = first.stance.denied, second.stance.denied
    denied = (ours & (second.stems - theirs)) | (theirs & (first.stems - ours))
    return min(_stances.weigh(denied, weights), 2.0)


def _numbers(first: Unit, second: Unit) -> bool:
    """Two numbers of one kind, and none that both give."""
    return bool(first.kinds & second.kinds) and not first.numbers & second.numbers


def _third(
    pair: _Pair, key: str, beside: dict[int, list[tuple[float, Unit]]], weights: dict[str, float]
) -> tuple[Unit | None, str]:
    """What a third source says of the matter, or of another that it shares with a side; that other's key as well."""
    known = {id(unit): score for score, unit in beside[id(pair.second)]}
    told = {pair.first.source.key, pair.second.source.key}
    both = [
        (score + known[id(unit)], unit)
        for score, unit in beside[id(pair.first)]
        if id(unit) in known and unit.source.key not in told
    ]
    for _, unit in sorted(both, key=lambda each: -each[0]):
        if key in unit.matters:
            return unit, ""
        shared = unit.stems & (pair.first.stems | pair.second.stems)
        more = _matter(pair.first, unit, weights) or _matter(pair.second, unit, weights)
        if more and _stances.weigh(shared, weights) >= _CLOSE:
            return unit, more
    return None, ""

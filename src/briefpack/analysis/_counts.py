"""Two numbers for one thing: what a cost, a toll or a crowd is said to be, here and there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from briefpack.analysis import _stances
from briefpack.analysis._matters import Matters
from briefpack.analysis._places import Place, places
from briefpack.analysis._sides import grounded, side, voice
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import entries, figures, lists, words

_CAP = 24
_NEAR = 70
"""Characters before and after a number that say what it is of."""
_LEAST = 2.0
_TOLD = 0.25
_BOTH_TOLD = 2 * _TOLD
_SAME_THING = 1.5
"""Two sources' percentages are of one thing only where both are somebody's reckoning or share this much around them."""
_BRIEF = 9
"""Words of 'The mayor says 22.'"""
_TIMES = 8.0
"""Numbers further apart than so many times are of different things."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAY = re.compile(
    r"\b(?:as of|so far|by) \w*day\b|\b[Bb]y \d{1,2} [A-Z][a-z]+\b|\b[Bb]y [A-Z][a-z]+ \d{1,2}\b|\bas of\b|\bso far\b"
)
"""A count as of a day: another day's may differ without a quarrel."""
_SAME = re.compile(
    r"\b(?:the|that|true|real|actual|its own) (?:[a-z]+ )?(?:figure|number|estimate|total|cost|count"
    r"|share)\b|\bcloser to\b"
    r"|\b(?:it|them|that) (?:was|is|were|at|as)\b|\bmore like\b|\bnot \S*\d|\brather than\b|\bput it at\b"
    r"|\bsays? \S*\d[\d.,]*\.?$",
)
"""'The real number was 37%': a number that answers another."""
_INSTEAD = re.compile(r"\b(?:not|rather than|instead of|nowhere near|far from)\b[^.;:]{0,25}$")
_GIVEN = re.compile(
    r"\b(?:more|less|higher|lower|fewer|larger|smaller|greater|above|below|twice|half)\b[^.;:]{0,20}\b(?:than )?the $"
)
"""'More than the 7,500 that the board gives'."""
_WHOLE = re.compile(
    r"\b(?:all|every one of(?: the)?|out of(?: the| some)?|of (?:the|its|their|some))(?: [a-z]+’?s?)? $", re.I
)
_PERIOD = re.compile(r"\b(?:a|per|each|every) (year|month|week|day|decade|hour)\b|\b(annual|monthly|weekly|daily)\b")
_KINDS = ("money", "share", "count", "measure")


@dataclass(frozen=True, slots=True)
class _Count:
    row: tuple[Place, ...]
    index: int
    number: figures.Number
    near: frozenset[str]
    counted: frozenset[str]
    """Stems of what it counts, and the quantities that it may be of ('#0')."""
    voice: str
    whole: bool
    """'All 412 stations', 'of the 412 stations': another number of stations is a part of them."""

    @property
    def place(self) -> Place:
        return self.row[self.index]


def counts(
    sources: tuple[Source, ...], found: Brief, matters: Matters, weights: dict[str, float]
) -> Iterator[tuple[float, Tension]]:
    """Pairs of numbers with their strength, the surest of one thing first."""
    held: dict[tuple[str, str], list[_Count]] = defaultdict(list)
    for source in sources:
        for one in _counts(source, found):
            held[_kind(one.number)].append(one)
    pairs = [pair for group in held.values() for pair in _pairs(group, weights)]
    for score, first, second in sorted(pairs, key=lambda pair: -pair[0])[:_CAP]:
        sides = _sides(first, second, found)
        if sides:
            matter = matters.label(sides[0].text, sides[1].text, weights)
            yield score, Tension(_label(first, second, matter), sides, "numbers")


def _counts(source: Source, found: Brief) -> Iterator[_Count]:
    if source.language not in (None, "en"):
        return
    row = places(source)
    for index, place in enumerate(row):
        text = place.passage.text
        if "?" in text or len(text.split()) > 60 or not any(map(str.isdigit, text)):
            continue
        who = ""
        for number in numbers(text):
            if number.kind in _KINDS and number.amount:
                who = who or voice(place.passage, found)
                near, counted = _near(text, number), _counted(text, number)
                yield _Count(row, index, number, near, counted, who, bool(_WHOLE.search(text[: number.start])))


@lru_cache(maxsize=16384)
def numbers(text: str) -> tuple[figures.Number, ...]:
    """The numbers of a passage, read once."""
    return tuple(figures.find(text))


def _near(text: str, number: figures.Number) -> frozenset[str]:
    before, after = text[max(number.start - _NEAR, 0) : number.start], text[number.end : number.end + _NEAR]
    return _stances.stems(f"{before.partition(' ')[2]} {after.rpartition(' ')[0]}")


def _counted(text: str, number: figures.Number) -> frozenset[str]:
    around = text[max(number.start - _NEAR, 0) : number.start] + " " + text[number.end : number.end + _NEAR]
    measures = {f"#{line}" for word in words.words(around.lower()) for line in _measures().get(word, ())}
    return _stances.stems(number.counts) | measures


def _kind(number: figures.Number) -> tuple[str, str]:
    if number.kind == "share":
        return "share", ""
    return number.kind, number.unit if number.kind in ("money", "measure") else ""


def _pairs(group: list[_Count], weights: dict[str, float]) -> Iterator[tuple[float, _Count, _Count]]:
    index: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(group):
        shared: Counter[int] = Counter(range(max(place - 3, 0), place))
        for word in one.near | one.counted:
            holders = index[word]
            if len(holders) <= _CAP:
                shared.update(holders)
            holders.append(place)
        for other in sorted(shared):
            score = _score(group[other], one, weights)
            if score >= _LEAST:
                yield score + 2.5, group[other], one


def _score(first: _Count, second: _Count, weights: dict[str, float]) -> float:
    """How sure it is that the two are numbers of one thing, given differently."""
    if not _comparable(first, second):
        return 0.0
    near = _stances.weigh(first.near & second.near, weights)
    same = 0.7 * len(first.counted & second.counted)
    told = _TOLD * (_told(first) + _told(second))
    corrected = _corrects(first, second) or _corrects(second, first)
    if (
        not corrected
        and first.number.kind == "count"
        and first.row is not second.row
        and not (same and (near >= 2.2 or (told >= _BOTH_TOLD and near + same > 1.3)))
    ):
        return 0.0
    loose = told < _BOTH_TOLD and near < _SAME_THING and not corrected
    if first.number.kind == "share" and first.row is not second.row and loose:
        return 0.0
    if first.row is second.row and not corrected:
        return _answer(first, second) * (1.6 + near + 0.5 * same)
    close = 0.3 * (max(_ratio(first, second), 1 / _ratio(first, second)) < 1.7)
    period = 0.3 * (_period(first) == _period(second) != "")
    return min(near, 2.0) + min(same, 1.4) + told + close + period + 1.5 * corrected


def _comparable(first: _Count, second: _Count) -> bool:
    """Different numbers of one size, of no other year, in two passages."""
    if first.place is second.place or _overlap(first.number, second.number):
        return False
    if not 1 / _TIMES < _ratio(first, second) < _TIMES:
        return False
    one, other = first.place.passage.text, second.place.passage.text
    if first.whole != second.whole:
        return False
    if _corrects(first, second) or _corrects(second, first):
        return True
    if first.number.value in other or second.number.value in one:
        return False
    years, others = _years(one), _years(other)
    return not (of_a_day(one) or of_a_day(other)) and not (years and others and not years & others)


@lru_cache(maxsize=16384)
def _years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


@lru_cache(maxsize=16384)
def of_a_day(text: str) -> bool:
    """'By 3 May the quake had left 340 homeless': another day's count may differ."""
    return bool(_DAY.search(text))


def _overlap(one: figures.Number, other: figures.Number) -> bool:
    """'30 to 40 per cent' and '40 per cent' agree."""
    (low, high), (least, most) = figures.bounds(one), figures.bounds(other)
    return low <= most and least <= high


def _corrects(first: _Count, second: _Count) -> bool:
    """'90 million, not 70 million' answers '70 million'."""
    text, value = second.place.passage.text, first.number.value.removesuffix(first.number.unit).strip()
    place = text.find(value)
    if place < 1:
        return False
    before, after = text[max(place - 40, 0) : place], text[place + len(value) : place + 80]
    given = _GIVEN.search(before) and (first.row is not second.row or entries.holds(after, "estimates-en"))
    return bool(given or _INSTEAD.search(before))


def _ratio(first: _Count, second: _Count) -> float:
    return second.number.amount / first.number.amount


def _answer(first: _Count, second: _Count) -> float:
    """Within one document: another voice soon after, with words that answer a number; else 0."""
    near = second.index - first.index
    voices = first.voice != second.voice and bool(second.voice)
    if not 0 < near <= 3 or not voices:
        return 0.0
    text = second.place.passage.text
    if _SAME.search(text) or len(text.split()) < _BRIEF:
        return 1.4
    return 1.0 if first.counted & second.counted and _told(first) and _told(second) else 0.0


def _told(one: _Count) -> bool:
    text, number = one.place.passage.text, one.number
    return entries.holds(text[max(number.start - _NEAR, 0) : number.end + 30], "estimates-en")


def _period(one: _Count) -> str:
    """'year' for 'a year' and 'annual'."""
    found = _PERIOD.search(one.place.passage.text)
    return (
        {"annual": "year", "monthly": "month", "weekly": "week", "daily": "day"}.get(found[0], found[0].split()[-1])
        if found
        else ""
    )


def _sides(first: _Count, second: _Count, found: Brief) -> tuple[Side, Side] | None:
    one = grounded(first.row, first.index, found)
    near = first.row is second.row and second.index - first.index <= 2
    place = second.place
    other = side(place.source, place.passage, found) if near else grounded(second.row, second.index, found)
    return (one, other) if one and other else None


def _label(first: _Count, second: _Count, matter: str) -> str:
    """'How many homes?', 'How much money: the cost'."""
    heading = numbers_heading(first.number, second.number)
    if heading.endswith("?"):
        return heading
    both = first.counted & second.counted or first.counted | second.counted
    shared = sorted(int(word[1:]) for word in both if word.startswith("#"))
    named = f"the {lists.load('same-measure-en')[shared[0]].split()[0]}" if shared else ""
    about = named if first.number.kind != "share" and named else matter or named
    return f"{heading}: {about}" if about else heading


def numbers_heading(one: figures.Number, other: figures.Number) -> str:
    """'How many homes?', 'How much money'."""
    counted = one.counts or other.counts
    if one.kind == "count" and counted:
        return f"How many {counted}?"
    return {"money": "How much money", "share": "How large a share"}.get(one.kind, "Two figures")


@cache
def _measures() -> dict[str, tuple[int, ...]]:
    held: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lists.load("same-measure-en")):
        for word in line.split():
            held[word].append(number)
    return {word: tuple(found) for word, found in held.items()}

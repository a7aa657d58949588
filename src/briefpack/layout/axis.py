"""Time to scale: which days a printed date covers, and the cells of an axis that holds them.

Days are proleptic Gregorian ordinals (date.toordinal); every end is exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefpack.layout import dates
from briefpack.messages import say

_ISO = re.compile(r"(\d{3})(\d|X)(?:-(\d\d)(?:-(\d\d))?)?")
_FAR = 0.6
"""A gap over this share of the whole axis sets what lies beyond it apart (1972 in a pack on 2024)."""
_FAR_DAYS = 3 * 365
"""Axes shorter than this are never cut: a year's pack keeps its first event on the axis."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date covers."""

    start: int
    end: int
    known: bool
    """True where the days are known; False for a month, a year or a decade."""
    loose: bool
    """True where not even the month is known: such a date does not stretch an axis."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One month, year … of an axis, and what may be printed in it: full, middle, short."""

    start: int
    end: int
    labels: tuple[str, str, str]
    year: int
    """For the two tints that tell years (or decades) apart."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first cell's start to the last cell's end."""

    cells: tuple[Cell, ...]

    @property
    def start(self) -> int:
        """First day."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """The day after the last."""
        return self.cells[-1].end

    def holds(self, span: Span) -> bool:
        """Whether any day of the span lies on the axis."""
        return span.start < self.end and span.end > self.start


def span(label: str) -> Span | None:
    """The days of an ISO date, decade ('197X') or period ('ISO/ISO'); None if it is neither."""
    first, slash, last = label.partition("/")
    start, end = _one(first), _one(last if slash else first)
    if start is None or end is None or end.end <= start.start:
        return None
    return Span(start.start, end.end, start.known and end.known, start.loose or end.loose)


def axis(spans: Sequence[Span], language: str = "en") -> Axis:
    """The axis for these spans: those set far apart, and years that would stretch it, may stay outside."""
    for chosen in ([s for s in spans if not s.loose], [s for s in spans if s.end - s.start < 3000], list(spans)):
        near = _near(chosen)
        if not near:
            continue
        made = Axis(_cells(min(s.start for s in near), max(s.end for s in near), language))
        if sum(made.holds(s) for s in spans) * 2 >= len(spans):
            return made
    return Axis(_cells(min(s.start for s in spans), max(s.end for s in spans), language))


def _one(iso: str) -> Span | None:
    found = _ISO.fullmatch(iso)
    if not found or (found[2] == "X" and found[3]) or found[1] == "000":
        return None
    try:
        return _days(found)
    except ValueError:
        return None


def _days(found: re.Match[str]) -> Span:
    if found[2] == "X":
        year = int(found[1] + "0")
        return Span(_year(year), _year(year + 10), known=False, loose=True)
    year, month, day = int(found[1] + found[2]), int(found[3] or 0), int(found[4] or 0)
    if day:
        first = date(year, month, day).toordinal()
        return Span(first, first + 1, known=True, loose=False)
    if month:
        return Span(date(year, month, 1).toordinal(), _month(year * 12 + month), known=False, loose=False)
    return Span(_year(year), _year(year + 1), known=False, loose=True)


def _near(spans: Sequence[Span]) -> list[Span]:
    """The spans without the few that lie far from all others, at either end."""
    ordered = sorted(spans, key=lambda s: (s.start, s.end))
    if len(ordered) < 3:
        return ordered
    least, most = ordered[0].start, max(s.end for s in ordered)
    if most - least < _FAR_DAYS:
        return ordered
    for away in range(1, len(ordered) // 3 + 1):
        if ordered[away].start - max(s.end for s in ordered[:away]) > _FAR * (most - least):
            return _near(ordered[away:])
        if ordered[-away].start - max(s.end for s in ordered[:-away]) > _FAR * (most - least):
            return _near(ordered[:-away])
    return ordered


def _cells(start: int, end: int, language: str) -> tuple[Cell, ...]:
    """Days, months, quarters, years, decades or centuries, by the length of the whole."""
    first, last = date.fromordinal(start), date.fromordinal(end - 1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if end - start <= 14:
        return tuple(_day_cells(start, end, language))
    if months <= 24:
        return tuple(_month_cells(first, last, 1, language))
    if months <= 8 * 12:
        return tuple(_month_cells(first, last, 3, language))
    step = next(step for step in (1, 10, 100, 1000) if (last.year - first.year) // step < 30)
    return tuple(_year_cells(first.year // step * step, last.year // step * step, step))


def _day_cells(start: int, end: int, language: str) -> Iterator[Cell]:
    for number in range(start, end):
        day = date.fromordinal(number)
        month = dates.printed(f"{day:%Y-%m-%d}", language).rsplit("\u00a0", 1)[0]
        opens = number == start or day.day == 1
        yield Cell(number, number + 1, (month, month if opens else str(day.day), str(day.day)), day.month)


def _month_cells(first: date, last: date, step: int, language: str) -> Iterator[Cell]:
    """Months, or quarters (step 3), each named by its year where one begins."""
    begin = (first.year * 12 + first.month - 1) // step * step
    for index in range(begin, last.year * 12 + last.month, step):
        year, month = divmod(index, 12)
        name = dates.printed(f"{year:04}-{month + 1:02}", language).rsplit("\u00a0", 1)[0] if step == 1 else ""
        name = name or say("Q{quarter}", quarter=month // 3 + 1)
        short = name if month % 3 == 0 and step == 1 and index - begin > 1 else ""
        labels = (name, name, short)
        if month == 0:
            labels = (f"{name} {year}", str(year), str(year))
        elif index == begin:
            labels = (f"{name} {year}", f"{name} ’{year % 100:02}", f"{name} ’{year % 100:02}")
        yield Cell(_month(index), _month(index + step), labels, year)


def _year_cells(first: int, last: int, step: int) -> Iterator[Cell]:
    for year in range(first, last + 1, step):
        name = f"{year}s" if step > 1 else str(year)
        short = name if year % (5 * step) == 0 else ""
        yield Cell(_year(year), _year(year + step), (name, name, short), year // step)


def _month(index: int) -> int:
    """First day of the month with this number (year * 12 + month - 1)."""
    year, month = divmod(index, 12)
    return date(year, month + 1, 1).toordinal() if year < 10000 else date.max.toordinal() + 1


def _year(year: int) -> int:
    return _month(max(year, 1) * 12)


def ordered(spans: Iterable[tuple[Span, int]]) -> list[int]:
    """Places of spans in order of time: by start, then end, then place."""
    return [place for _, place in sorted(((s.start, s.end), place) for s, place in spans)]

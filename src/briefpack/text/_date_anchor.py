"""What a date's value is counted from, and the arithmetic of days, weeks, months and years."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict


class Value(TypedDict, total=False):
    """The fields of a Dated that a form settles; None instead of a Value: this is no date."""

    date: str
    until: str
    explicit: bool
    month: int
    day: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates are counted from: the day, month or year of publication, and the tense."""

    published: str
    tense: str
    order: str = ""
    """'dmy' or 'mdy' where the document shows which it uses for 5/6/2024."""
    known: str = ""
    """The last settled date before this one in the sentence, for 'two days later'."""

    @property
    def day(self) -> date | None:
        """The day of publication; None if only its month or year is known."""
        return date.fromisoformat(self.published) if len(self.published) == 10 else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month of publication; None if only its year is known."""
        return (int(self.published[:4]), int(self.published[5:7])) if len(self.published) >= 7 else None

    @property
    def year(self) -> int:
        """Year of publication; 0 if unknown."""
        return int(self.published[:4] or 0)


def shifted(unit: str, steps: int, iso: str) -> Value:
    """A date moved by days, weeks (Monday to Sunday), quarters, months or years; empty where too coarse."""
    if not iso or "X" in iso:
        return {}
    if unit == "year":
        return {"date": f"{int(iso[:4]) + steps:04}"}
    if unit in ("month", "quarter"):
        return _months_moved(unit, steps, iso) if len(iso) >= 7 else {}
    if len(iso) < 10:
        return {}
    day = date.fromisoformat(iso) + timedelta(days=steps * (1 if unit == "day" else 7))
    return {"date": day.isoformat()} if unit == "day" else week_of(day)


def week_of(day: date, first: int = 0) -> Value:
    """The week around a day, Monday to Sunday, or from its Saturday on."""
    monday = day - timedelta(days=day.weekday())
    start, end = monday + timedelta(days=first), monday + timedelta(days=6)
    return {"date": start.isoformat(), "until": end.isoformat()}


def span_of_months(year: int, first: int, last: int) -> Value:
    """'2024-07' to '2024-09'."""
    return {"date": f"{year}-{first:02}", "until": f"{year}-{last:02}"}


def _months_moved(unit: str, steps: int, iso: str) -> Value:
    year, month = int(iso[:4]), int(iso[5:7])
    if unit == "quarter":
        count = year * 4 + (month - 1) // 3 + steps
        return span_of_months(count // 4, count % 4 * 3 + 1, count % 4 * 3 + 3)
    count = year * 12 + month - 1 + steps
    return {"date": f"{count // 12:04}-{count % 12 + 1:02}"}


def full(year: int, month: int, day: int) -> Value | None:
    """An explicit day; None if there is no such day."""
    found = real_day(year, month, day)
    return {"date": found.isoformat(), "explicit": True, "month": month, "day": day} if found else None


def real_day(year: int, month: int, day: int) -> date | None:
    """None if there is no such day."""
    fine = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if fine else None

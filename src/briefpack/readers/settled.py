"""A date of publication that the text's own days settle: 'said Tuesday', 'will fly Wednesday', 'Friday', 'May 17'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from briefpack.readers.dates import month_number
from briefpack.text import tense
from briefpack.text.lists import load

_DAY = re.compile(
    r"\b(?:(?P<m1>[A-Z][a-zé]{2,9})\.? (?P<d1>\d{1,2})|(?P<d2>\d{1,2}) (?P<m2>[A-Z][a-z]{2,9}))\b(?!,? ?\d)"
)
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z]\w{2,}|(?<=’s )[A-Z]\w{2,}")
_LEAST_SHARED = 2
_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Weekday:
    """A weekday that a sentence names, and whether it speaks of it as past or to come."""

    name: str
    number: int
    tense: str
    sentence: int


def week(sentences: Sequence[str], after: str) -> tuple[str, str] | None:
    """The day of publication and how it was worked out, where the text leaves room for one day only.

    Needed are: a day without a year ('May 17') that one of the named weekdays must be, since both sentences speak of
    the same; the last weekday told as past; and the next day told as to come. ``after`` is the latest day that the
    text gives with its year (ISO): the year must follow from it.
    """
    named = [day for at, sentence in enumerate(sentences) for day in _weekdays(sentence, at)]
    for day, weekday in _linked(sentences, named, after):
        past = [(_within(day, each.number), each.name) for each in named if each.tense == "past"]
        coming = [_within(day, each.number) for each in named if each.tense == "future"]
        if past and coming and max(past)[0] + timedelta(days=1) == min(coming):
            words = f"'{max(past)[1]}' is past and the next day to come, in the week of {weekday} {day.isoformat()}"
            return max(past)[0].isoformat(), words
    return None


def _weekdays(sentence: str, at: int) -> Iterator[_Weekday]:
    for found in _weekday_names().finditer(sentence):
        number = _numbers()[found[0].lower()]
        yield _Weekday(found[0], number, tense.at(sentence, found.start(), found.end()), at)


def _linked(sentences: Sequence[str], named: Sequence[_Weekday], after: str) -> Iterator[tuple[date, str]]:
    """Days without a year that are one of the weekdays to come: their sentences share two names."""
    for at, sentence in enumerate(sentences):
        for found in _DAY.finditer(sentence):
            for weekday in named:
                day = _dated(found, weekday, after) if weekday.tense == "future" else None
                shared = set(_NAME.findall(sentence)) & set(_NAME.findall(sentences[weekday.sentence]))
                if day and (weekday.sentence == at or len(shared - {weekday.name}) >= _LEAST_SHARED):
                    yield day, weekday.name


def _dated(found: re.Match[str], weekday: _Weekday, after: str) -> date | None:
    """The day in the first year after the latest date stated, if it falls on the weekday."""
    month = month_number(found["m1"] or found["m2"])
    if not month or not after:
        return None
    latest = date.fromisoformat(after)
    for year in (latest.year, latest.year + 1):
        day = _day(year, month, int(found["d1"] or found["d2"]))
        if day and day > latest:
            return day if day.weekday() == weekday.number else None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _within(day: date, number: int) -> date:
    """The weekday in the seven days that end with a day."""
    return day - timedelta(days=(day.weekday() - number) % _WEEK)


@cache
def _numbers() -> dict[str, int]:
    """Weekday to its number, Monday is 0."""
    rows = (line.split() for line in load("dates.weekdays"))
    return {name: int(number) for name, number, *_ in rows}


@cache
def _weekday_names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_numbers())})\b", re.IGNORECASE)

"""When a text without a date of publication was written, as far as its own words settle it.

The latest date that it gives with a year is one bound. 'Friday' tied to 'May 14' is another: where
both stand beside the same names, the weekday and the day of the month fix the year between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from briefpack.text import dates
from briefpack.text.dates import Dated

_NAME = re.compile(r"(?<!^)\b[A-Z][\w-]+")
_NEAR = 70
"""Letters around a weekday that belong to it."""
_SHARED = 2
"""Names that two sentences must share before a weekday of one is the day of the other."""


def anchor(sentences: Sequence[str], published: str | None = None) -> str:
    """What relative dates of the text are counted from, ISO; empty where the text settles nothing."""
    if published:
        return published
    rows = [(text, one) for text in sentences for one in dates.find(text)]
    latest = _latest([one for _, one in rows])
    return _tied(rows, latest) or latest


def written(sentences: Sequence[str], published: str | None = None) -> str:
    """The day of writing where the text settles it itself; its latest date does not: it may be years older."""
    if published:
        return published
    rows = [(text, one) for text in sentences for one in dates.find(text)]
    return _tied(rows, _latest([one for _, one in rows]))


def _latest(found: list[Dated]) -> str:
    """The latest explicit date that is not of the future, preferring days over months over years."""
    stated = [one.until or one.date for one in found if one.explicit and one.tense != "future" and "X" not in one.date]
    known = [stamp for stamp in stated if stamp]
    newest = max((stamp[:4] for stamp in known), default="")
    return max((stamp for stamp in known if stamp[:4] == newest), key=lambda stamp: (len(stamp), stamp), default="")


def _tied(rows: list[tuple[str, Dated]], latest: str) -> str:
    """The day of writing, from a weekday that is the same as a day of a month."""
    if not latest:
        return ""
    weekdays = [(text, one) for text, one in rows if one.weekday >= 0 and not one.month]
    days = [(text, one) for text, one in rows if one.day and not one.date]
    for text, week in weekdays:
        for other, day in days:
            settled = _year(week, day, latest) if _same_occasion(_around(text, week), other) else None
            if settled is not None:
                return _written_on(settled, week, [one for _, one in weekdays]).isoformat()
    return ""


def _same_occasion(first: str, second: str) -> bool:
    return len(set(_NAME.findall(first)) & set(_NAME.findall(second))) >= _SHARED


def _around(text: str, week: Dated) -> str:
    """The words near a weekday, up to another one."""
    found = [one for one in dates.find(text) if one.weekday >= 0 and one.start != week.start]
    first = max((one.end for one in found if one.end <= week.start), default=0)
    last = min((one.start for one in found if one.start >= week.end), default=len(text))
    return text[max(first, week.start - _NEAR) : min(last, week.end + _NEAR)]


def _year(week: Dated, day: Dated, latest: str) -> date | None:
    """The one year from the text's latest on in which that day of the month falls on that weekday."""
    about = int(latest[:4])
    options = [_day(year, day.month, day.day) for year in (about, about + 1)]
    fitting = [d for d in options if d is not None and d.weekday() == week.weekday and d.isoformat() >= latest]
    return fitting[0] if len(fitting) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _written_on(settled: date, week: Dated, weekdays: list[Dated]) -> date:
    """The latest weekday of the past before a day still to come; the settled day itself if it is past."""
    if week.tense == "past":
        return settled
    back = [(settled.weekday() - one.weekday) % 7 for one in weekdays if one.tense == "past"]
    ahead = [(settled.weekday() - one.weekday) % 7 for one in weekdays if one.tense != "past"]
    gap = min((days for days in back if days), default=max(ahead, default=0) + 1)
    return settled - timedelta(days=min(gap, 6))

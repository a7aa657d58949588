"""What each form of a date means: ISO text, counted from the day of publication where it has to be."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from briefpack.text._date_forms import doubtful, months, weekdays


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

    @property
    def day(self) -> date | None:
        """The day of publication; None if only its month or year is known."""
        return date.fromisoformat(self.published) if len(self.published) == 10 else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month of publication; None if only its year is known."""
        return (int(self.published[:4]), int(self.published[5:7])) if len(self.published) >= 7 else None


def value(form: str, match: re.Match[str], anchor: Anchor) -> Value | None:
    """Read a match of one of the forms."""
    return _READ[form](match, anchor)


def _iso(match: re.Match[str], _anchor: Anchor) -> Value | None:
    return _full(int(match["iy"]), int(match["im"]), int(match["id"]))


def _numeric(match: re.Match[str], _anchor: Anchor) -> Value | None:
    """16.05.2024 has the day first; 5/16/2024 and 16/5/2024 are read where only one order is possible."""
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["ny"])
    if match["nsep"] == "." or first > 12:
        return _full(year, second, first)
    return _full(year, first, second) if second > 12 else None


def _month_day(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'June 3', 'Dec. 8, 2020', 'May 30 to June 2'."""
    if match["am"][0].islower():
        return None
    month = _month(match["am"])
    last = _month(match["am2"]) if match["am2"] else month
    first, end = (month, int(match["ad"])), (last, int(match["ad2"] or 0))
    return _days(match["ay"], first, end, match["aw"], anchor)


def _day_month(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'16 May 2024', '2. April', '1er mai', '2 de abril de 2025', '30 May to 2 June'."""
    if match["bm"].lower() in doubtful() and match["bm"][0].islower():
        return None
    month = _month(match["bm"])
    first = (_month(match["bm1"]) if match["bm1"] else month, int(match["bd"]))
    return _days(match["by"], first, (month, int(match["bd2"] or 0)), match["bw"], anchor)


def _days(
    year: str | None, first: tuple[int, int], last: tuple[int, int], week: str | None, anchor: Anchor
) -> Value | None:
    """One day or a period of days; `last` has the day 0 where there is none."""
    named = weekdays()[week.lower()] if week else -1
    loose = Value(month=first[0], day=first[1], weekday=named)
    over = bool(last[1]) and last < first
    known = int(year) - over if year else _year_of(*first, named, anchor)
    if not known:
        return loose if _day(2024, *first) else None
    start, end = _day(known, *first), _day(known + over, *last)
    if start is None or (last[1] and end is None):
        return None
    return loose | Value(date=start.isoformat(), until=end.isoformat() if end else "", explicit=bool(year))


def _year_of(month: int, day: int, weekday: int, anchor: Anchor) -> int:
    """The year of a day without one: nearest to publication on the side that the tense points to; 0 if unknown."""
    if not anchor.month:
        return int(anchor.published or 0)
    base = anchor.day or date(*anchor.month, 15)
    options = [d for y in range(base.year - 3, base.year + 4) if (d := _day(y, month, day))]
    if weekday >= 0:
        options = [d for d in options if d.weekday() == weekday]
    sided = [d for d in options if _on_side(d, base, anchor.tense)]
    best = min(sided or options, key=lambda d: abs((d - base).days), default=None)
    return best.year if best else 0


def _on_side(day: date, base: date, tense: str) -> bool:
    """With some grace: 'will open on May 3' may stand in a text of May 10 that quotes an older one."""
    if tense == "past":
        return day <= base + timedelta(days=1)
    return tense != "future" or day >= base - timedelta(days=14)


def _month_year(match: re.Match[str], _anchor: Anchor) -> Value | None:
    if match["cm"].lower() in doubtful() and match["cm"][0].islower():
        return None
    return {"date": f"{match['cy']}-{_month(match['cm']):02}", "explicit": True}


def _month_span(match: re.Match[str], _anchor: Anchor) -> Value | None:
    """'October 2023 to April 2024', 'June–August 2022'."""
    first, last = _month(match["km1"]), _month(match["km2"])
    year = int(match["ky1"] or match["ky2"])
    start, end = f"{year}-{first:02}", f"{match['ky2']}-{last:02}"
    return {"date": start, "until": end, "explicit": True} if start < end else None


def _bare_month(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'in January', 'late March'; a bare 'may' or 'May' is a word, and 'April Jones' a person."""
    led = match["dp"] or match["dq"]
    if not led and re.match(r"\s[A-Z][a-z]", match.string[match.end() : match.end() + 3]):
        return None
    if (match["dm"].lower() in doubtful() or match["dm"][0].islower()) and not led:
        return None
    if match["dm"].lower() in doubtful() and match["dm"][0].islower():
        return None
    number, lead = _month(match["dm"]), (match["dp"] or "").lower()
    if not anchor.published:
        return {"month": number}
    year = _month_near(number, anchor.month, lead, anchor.tense) if anchor.month else int(anchor.published)
    last = _month(match["dm2"]) if match["dm2"] else 0
    until = f"{year + (last < number)}-{last:02}" if last else ""
    return {"date": f"{year}-{number:02}", "until": until, "month": number}


def _month_near(month: int, base: tuple[int, int], lead: str, tense: str) -> int:
    year, now = base
    if lead == "last" or (tense == "past" and lead != "next"):
        return year - (month > now or (lead == "last" and month == now))
    if lead == "next" or tense == "future":
        return year + (month < now or (lead == "next" and month == now))
    return min((year - 1, year, year + 1), key=lambda y: abs((y - year) * 12 + month - now))


def _decade(match: re.Match[str], _anchor: Anchor) -> Value | None:
    return {"date": f"{match['e4'][:3]}X" if match["e4"] else f"19{match['e2'][0]}X", "explicit": True}


def _years(match: re.Match[str], _anchor: Anchor) -> Value | None:
    """'2019-2021', '2023/24', '2014 to 2016'."""
    first, last = match["f1"], match["f2"]
    last = first[:2] + last if len(last) == 2 else last
    return {"date": first, "until": last, "explicit": True} if first < last else None


def _year(match: re.Match[str], _anchor: Anchor) -> Value | None:
    return {"date": match["g1"], "explicit": True}


def _quarter(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'the third quarter of 2024', 'Q3 2024': a period of three months."""
    number = int(match["hq"][-1]) if match["hq"] else _ORDINALS[match["ho"].lower()]
    year = match["hy"] or anchor.published[:4]
    if not year:
        return {}
    return {"date": f"{year}-{number * 3 - 2:02}", "until": f"{year}-{number * 3:02}", "explicit": bool(match["hy"])}


def _season(match: re.Match[str], _anchor: Anchor) -> Value | None:
    """A season has no ISO form of its own: its year stands."""
    return {"date": match["iyear"], "explicit": True}


def _week_day(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'on Wednesday', 'last Friday', 'Monday morning'."""
    named = weekdays()[match["jw"].lower()]
    base, lead = anchor.day, (match["jp"] or "").lower()
    if base is None:
        return {"weekday": named}
    behind = (base.weekday() - named) % 7
    if lead == "next" or (lead != "last" and behind and anchor.tense in ("future", "present")):
        days = 7 - behind
    else:
        days = -(behind or 7) if lead == "last" else -behind
    return {"date": (base + timedelta(days=days)).isoformat(), "weekday": named}


def _relative(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'yesterday', 'tomorrow'; 'today' only where something happens: 'today the bank is strong' means these days."""
    word = match["kr"].lower().replace("’", "'")
    shift = _SHIFTS[word]
    if shift == 0 and anchor.tense in ("present", ""):
        return None
    return {"date": (anchor.day + timedelta(days=shift)).isoformat()} if anchor.day else {}


def _span(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'last week', 'next month', 'this year'."""
    return _shifted(match["lu"].lower(), {"last": -1, "next": 1}.get(match["lp"].lower(), 0), anchor)


def _ago(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'two years ago', 'a month ago', '3 days ago'."""
    count = int(match["mc"]) if match["mc"].isdigit() else _COUNTS[match["mc"].lower()]
    return _shifted(match["mu"].lower().rstrip("s"), -count, anchor)


def _shifted(unit: str, steps: int, anchor: Anchor) -> Value | None:
    """Publication moved by days, weeks (Monday to Sunday), months or years."""
    if not anchor.published:
        return {}
    if unit == "year":
        return {"date": str(int(anchor.published[:4]) + steps)}
    if unit == "month":
        return {"date": _month_moved(anchor.month, steps)} if anchor.month else {}
    if anchor.day is None:
        return {}
    day = anchor.day + timedelta(days=steps * (7 if unit == "week" else 1))
    if unit == "day":
        return {"date": day.isoformat()}
    monday = day - timedelta(days=day.weekday())
    return {"date": monday.isoformat(), "until": (monday + timedelta(days=6)).isoformat()}


def _month_moved(base: tuple[int, int], steps: int) -> str:
    count = base[0] * 12 + base[1] - 1 + steps
    return f"{count // 12:04}-{count % 12 + 1:02}"


def _full(year: int, month: int, day: int) -> Value | None:
    found = _day(year, month, day)
    return {"date": found.isoformat(), "explicit": True, "month": month, "day": day} if found else None


def _day(year: int, month: int, day: int) -> date | None:
    """None if there is no such day."""
    fine = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if fine else None


def _month(name: str) -> int:
    return months()[name.lower().rstrip(".")]


_READ: dict[str, Callable[[re.Match[str], Anchor], Value | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_day": _month_day,
    "day_month": _day_month,
    "month_span": _month_span,
    "month_year": _month_year,
    "bare_month": _bare_month,
    "decade": _decade,
    "years": _years,
    "quarter": _quarter,
    "season": _season,
    "year": _year,
    "week_day": _week_day,
    "relative": _relative,
    "span": _span,
    "ago": _ago,
}

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_COUNTS = {
    word: number
    for number, names in enumerate("a|an|one two three four five six seven eight nine ten".split(), 1)
    for word in names.split("|")
}
_SHIFTS = {
    word: shift
    for shift, names in ((-1, "yesterday hier gestern ayer"), (1, "tomorrow demain"))
    for word in names.split()
} | dict.fromkeys("today tonight aujourd'hui heute hoy".split(), 0)

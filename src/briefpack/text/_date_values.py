"""What each form of a calendar date means: ISO text; the year that is not said is that of publication or a near one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from briefpack.text._date_anchor import Anchor, Value, full, real_day, span_of_months
from briefpack.text._date_forms import doubtful, holidays, months, weekdays

_SOON, _LONG_AGO = 95, 250
"""Days: in 'was called to testify on March 3', written in January, the coming March is meant."""
_FAR = 270
"""Days back from which a verb of the past does not settle the year of a day without one."""
_STILL_REPORTED = 5
"""Months after its end in which a quarter's results may still be to come."""
_OF_QUARTER = re.compile(r"[\s-]quarter\b")
_VERB_AFTER = re.compile(
    r"['’]s\b|\s(?:\w+ed|was|is|had|has|will|would|said|told|lost|won|took|made|gave|came|went|left)\b"
)


def value(form: str, match: re.Match[str], anchor: Anchor) -> Value | None:
    """Read a match of one of the forms."""
    return READ[form](match, anchor)


def _iso(match: re.Match[str], _anchor: Anchor) -> Value | None:
    return full(int(match["iy"]), int(match["im"]), int(match["id"]))


def _numeric(match: re.Match[str], anchor: Anchor) -> Value | None:
    """16.05.2024 has the day first; 5/6/2024 needs the document's own order, or one that is possible."""
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["ny"])
    if match["nsep"] == "." or first > 12 or (anchor.order == "dmy" and second <= 12):
        return full(year, second, first)
    if second > 12 or anchor.order == "mdy" or first == second:
        return full(year, first, second)
    return {} if first and second else None


def _month_day(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'June 3', 'Dec. 8, 2020', 'May 30 to June 2'."""
    if match["am"][0].islower():
        return None
    month = _month(match["am"])
    last = _month(match["am2"]) if match["am2"] else month
    first, end = (month, int(match["ad"])), (last, int(match["ad2"] or 0))
    return _days(match["ay"], first, end, match["aw"], anchor) if _is_period(match, first, end) else {}


def _day_month(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'16 May 2024', '2. April', '1er mai', '2 de abril de 2025', '30 May to 2 June'."""
    if match["bm"].lower() in doubtful() and match["bm"][0].islower():
        return None
    month = _month(match["bm"])
    first = (_month(match["bm1"]) if match["bm1"] else month, int(match["bd"]))
    end = (month, int(match["bd2"] or 0))
    return _days(match["by"], first, end, match["bw"], anchor) if _is_period(match, first, end) else {}


def _is_period(match: re.Match[str], first: tuple[int, int], end: tuple[int, int]) -> bool:
    """'3 and 9 May' are two days, which one date cannot say; '3 and 4 May' and 'between 3 and 9 May' are a period."""
    if not re.search(r"\d(?:st|nd|rd|th)?\s(?:and|und)\s", match[0]) or not end[1]:
        return True
    return end == (first[0], first[1] + 1) or match.string[: match.start()].lower().endswith("between ")


def _days(
    year: str | None, first: tuple[int, int], last: tuple[int, int], week: str | None, anchor: Anchor
) -> Value | None:
    """One day or a period of days; `last` has the day 0 where there is none."""
    named = weekdays()[week.lower()] if week else -1
    loose = Value(month=first[0], day=first[1], weekday=named)
    over = bool(last[1]) and last < first
    known = int(year) - over if year else _year_of(*first, named, anchor)
    if not known:
        return loose if real_day(2024, *first) else None
    start, end = real_day(known, *first), real_day(known + over, *last)
    if start is None or (last[1] and end is None):
        return None
    return loose | Value(date=start.isoformat(), until=end.isoformat() if end else "", explicit=bool(year))


def _year_of(month: int, day: int, weekday: int, anchor: Anchor) -> int:
    """The year of a day without one: nearest to publication on the side that the tense points to; 0 if unknown."""
    if not anchor.month:
        return anchor.year
    base = anchor.day or date(*anchor.month, 15)
    options = [d for y in range(base.year - 3, base.year + 4) if (d := real_day(y, month, day))]
    if weekday >= 0:
        options = [d for d in options if d.weekday() == weekday]
    sided = [d for d in options if _on_side(d, base, anchor.tense)]
    best = min(sided or options, key=lambda d: abs((d - base).days), default=None)
    return best.year if best and (weekday >= 0 or not _is_far(best, base, anchor.tense)) else 0


def _is_far(day: date, base: date, tense: str) -> bool:
    """'They confirmed 9 December' in a text of November: eleven months back by the verb, and likely next month."""
    return tense == "past" and (base - day).days > _FAR


def _on_side(day: date, base: date, tense: str) -> bool:
    """With some grace: 'will open on May 3' may stand in a text of May 10 that quotes an older one."""
    if tense == "past":
        return day <= base + timedelta(days=1)
    if tense == "aim":
        return -_LONG_AGO < (day - base).days < _SOON
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
    """'in January', 'late March', 'June last year'; a bare 'may' or 'May' is a word, and 'April Jones' a person."""
    if _is_word(match) or _is_person(match):
        return None
    number, lead = _month(match["dm"]), (match["dp"] or "").lower().split()[-1:]
    last = _month(match["dm2"]) if match["dm2"] else 0
    if not anchor.published or (match["dand"] == "and" and last - number not in (1, -11)):
        return {"month": number}
    if match["dn"]:
        year = anchor.year + _STEPS[match["dn"].lower()]
    else:
        year = _month_near(number, anchor.month, "".join(lead), anchor.tense) if anchor.month else anchor.year
    if _OF_QUARTER.match(match.string, match.end()):
        return _quarter_to(year, number)
    until = f"{year + (last < number)}-{last:02}" if last else ""
    return {"date": f"{year}-{number:02}", "until": until, "month": number}


def _quarter_to(year: int, last: int) -> Value:
    """'The March quarter' is January to March."""
    first = last - 2
    return {"date": f"{year - (first < 1)}-{(first - 1) % 12 + 1:02}", "until": f"{year}-{last:02}", "month": last}


def _is_word(match: re.Match[str]) -> bool:
    """'may', 'the march', 'Jan' without its stop in front of nothing."""
    led, name = match["dp"] or match["dq"], match["dm"]
    if name.lower() in doubtful() and (not led or name[0].islower()):
        return True
    return not led and name[0].islower()


def _is_person(match: re.Match[str]) -> bool:
    """'June Carter'; 'the resignation of May', 'after May lost her seat'; 'by April Jones'."""
    after, led = match.string[match.end() : match.end() + 12], (match["dq"] or "").lower()
    named = bool(re.match(r"\s[A-Z][a-z]", after))
    if match["dp"] or match["dn"] or not led:
        return named and not (match["dp"] or match["dn"])
    if led in ("of", "after", "before", "by", "from"):
        return named or (match["dm"].lower() in doubtful() and bool(_VERB_AFTER.match(after)))
    return False


def _month_near(month: int, base: tuple[int, int], lead: str, tense: str) -> int:
    year, now = base
    if lead in ("last", "past") or (tense == "past" and lead not in ("next", "coming")):
        return year - (month > now or (lead == "last" and month == now))
    if lead in ("next", "coming") or tense == "future":
        return year + (month < now or (lead == "next" and month == now))
    return min((year - 1, year, year + 1), key=lambda y: abs((y - year) * 12 + month - now))


def _decade(match: re.Match[str], _anchor: Anchor) -> Value | None:
    return {"date": f"{match['e4'][:3]}X" if match["e4"] else f"19{match['e2'][0]}X", "explicit": True}


def _in_words(_match: re.Match[str], _anchor: Anchor) -> Value | None:
    """A century has no form of its own here: its words stand."""
    return {}


def _fiscal(match: re.Match[str], _anchor: Anchor) -> Value | None:
    """Which months 'fiscal 2024' has differs from one house to the next: the year and the words stand."""
    return {"date": match["fy"], "explicit": True}


def _years(match: re.Match[str], _anchor: Anchor) -> Value | None:
    """'2019-2021', '2023/24', '2014 to 2016'."""
    first, last = match["f1"], match["f2"]
    last = first[:2] + last if len(last) == 2 else last
    if "/" in match[0] and int(last) != int(first) + 1:
        return None
    return {"date": first, "until": last, "explicit": True} if first < last else None


def _year(match: re.Match[str], _anchor: Anchor) -> Value | None:
    return {"date": match["g1"], "explicit": True}


def _quarter(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'the third quarter of 2024', 'Q3 2024', 'H1 2024': a period of three or six months."""
    named = match["hq"]
    size = 3 if (named[0].upper() == "Q" if named else match["hu"].lower() == "quarter") else 6
    order = match["ho"].lower() if match["ho"] else ""
    number = int(named[-1]) if named else _ORDINALS.get(order, 12 // size)
    said = match["hy"] or (match["hb"] if match["hb"] and match["hb"].isdigit() else "")
    if number * size > 12 or not _is_calendar(match, said, order):
        return None
    year = int(said or 0) or _quarter_year(match, number * size, anchor)
    if not year:
        return {}
    return span_of_months(year, (number - 1) * size + 1, number * size) | Value(explicit=bool(said))


def _is_calendar(match: re.Match[str], said: str, order: str) -> bool:
    """'The last quarter' may be any, 'the second half' a match's: the year says that it is one of its parts."""
    near = match["hl"] or match["hn"] or said
    return bool(near) or (order not in ("last", "final") and (match["hu"] or "quarter").lower() == "quarter")


def _quarter_year(match: re.Match[str], last: int, anchor: Anchor) -> int:
    """Of a quarter without a year: what is told in January of 'the fourth quarter' is of last year's."""
    near = match["hl"] or match["hn"]
    if near or not anchor.month:
        return anchor.year + _STEPS[near.lower()] if near and anchor.year else anchor.year
    year, month = anchor.month
    if anchor.tense == "future":
        told = "-" in match[0] and 12 + month - last <= _STILL_REPORTED
        return year + (month - last > _STILL_REPORTED) - told
    return year - (anchor.tense == "past" and last - 2 > month)


def _months_of(match: re.Match[str], _anchor: Anchor) -> Value | None:
    """'the first five months of 2024'."""
    count = _NUMBERS[match["ofn"].lower()]
    first, last = (1, count) if match["of1"].lower() == "first" else (13 - count, 12)
    return span_of_months(int(match["ofy"]), first, last) | Value(explicit=True)


def _season(match: re.Match[str], _anchor: Anchor) -> Value | None:
    """A season has no ISO form of its own: its year stands."""
    return {"date": match["iyear"], "explicit": True}


def _holiday(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'on Christmas Day', 'New Year's Eve 1999'."""
    day = holidays()[re.sub(r"\s", " ", match["lh"].lower())]
    return (
        _days(match["ly"], day, (day[0], 0), None, anchor) if match["lh"][0].isupper() or "the " in match[0] else None
    )


def _month(name: str) -> int:
    return months()[name.lower().rstrip(".")]


READ: dict[str, Callable[[re.Match[str], Anchor], Value | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_day": _month_day,
    "day_month": _day_month,
    "month_span": _month_span,
    "month_year": _month_year,
    "bare_month": _bare_month,
    "decade": _decade,
    "century": _in_words,
    "fiscal": _fiscal,
    "years": _years,
    "quarter": _quarter,
    "months_of": _months_of,
    "season": _season,
    "year": _year,
    "holiday": _holiday,
}

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven".split(), 2)}
_STEPS = {"last": -1, "this": 0, "next": 1}

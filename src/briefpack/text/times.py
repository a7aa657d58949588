"""All times of a sentence: dates, lengths of time, repetitions, hours, and vague ones ('now', 'recently').

For measuring: TimeBank counts all four kinds (bench/measures/dates.py), and nothing that a pack is made
of reads this module. Only dates make events; `dates` finds those alone.
A length of time is ISO 8601 ('P3D', 'PT2H'), with X where the count is not said ('PXY'); a repetition
has the length between two ('P1D' for 'daily'), a vague time says where it lies: 'past', 'present' or 'future'.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefpack.text import dates
from briefpack.text._duration_forms import UNITS, may_hold, numbers, pattern, vague
from briefpack.text.dates import Dated


@dataclass(frozen=True, slots=True)
class Time:
    """A time that stands in a text."""

    start: int
    end: int
    words: str
    kind: str
    """'date', 'length', 'repeated', 'hour' or 'vague'."""
    value: str = ""
    """ISO text, or 'past', 'present', 'future' of a vague one; empty where nothing settles it."""
    dated: Dated | None = None
    """What `dates` knows of it; None unless the kind is 'date'."""


def find(text: str, *, published: str | None = None) -> tuple[Time, ...]:
    """The times of a sentence, in order; where two overlap the date stands."""
    found = [
        Time(one.start, one.end, one.words, "date", one.date, one) for one in dates.find(text, published=published)
    ]
    for one in lengths(text):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def lengths(text: str) -> tuple[Time, ...]:
    """The times that are no dates."""
    if not may_hold(text):
        return ()
    found: list[Time] = []
    for match in pattern().finditer(text):
        form = match.lastgroup or ""
        known = _READ[form](match)
        if known is not None:
            found.append(Time(*match.span(form), match[form], *known))
    return tuple(found)


_Known = tuple[str, str]


def _span_of(match: re.Match[str]) -> _Known | None:
    """'the past two months'; a vague one without a number: 'the last few months'."""
    count = _count(match["sc"]) if match["sc"] else "1"
    if match["sc"] is None and match["sv"].lower() not in ("past", "coming"):
        return None
    if count == "X":
        return "vague", _LEADS.get(match["sv"].lower(), "")
    return "length", _length(count, match["su"])


def _counted(match: re.Match[str]) -> _Known | None:
    """'three days', 'a two-week strike', 'several years'; 'the second day' and 'a day of rest' count nothing."""
    if match["cu"].lower() == "second" and not match["cc"][0].isdigit():
        return None
    return "length", _length(_count(match["cc"]), match["cu"])


def _vague_ago(_match: re.Match[str]) -> _Known:
    return "vague", "past"


def _every(match: re.Match[str]) -> _Known:
    """'every two weeks', 'each Thursday', 'daily'."""
    if match["ed"]:
        return "repeated", f"P{_OFTEN[match['ed'].lower()]}"
    if match["eu"].lower().endswith("day") and len(match["eu"]) > 3:
        return "repeated", "P1W"
    return "repeated", _length(_count(match["ec"] or "one"), match["eu"])


def _days_of(_match: re.Match[str]) -> _Known:
    """'on Tuesdays'."""
    return "repeated", "P1W"


def _vague(match: re.Match[str]) -> _Known:
    if match["vu"]:
        return "vague", "past" if "recent" in match[0].lower() else "future"
    return "vague", vague()[re.sub(r"\s+", " ", match["vw"].lower())]


def _hour(match: re.Match[str]) -> _Known:
    """'7:15 p.m.' as T19:15."""
    if match["hw"]:
        return "hour", "T24:00" if match["hw"].lower() == "midnight" else "T12:00"
    hour = int(match["hh"]) % 12 + 12 * (match["hp"].lower() == "p")
    return "hour", f"T{hour:02}:{match['hm'] or '00'}"


def _period(match: re.Match[str]) -> _Known | None:
    """'the quarter', 'that week': one that the text has named before; 'a week' is a length."""
    if match["pl"].lower() == "a":
        return ("length", _length("1", match["pu"])) if match["pu"] != "weekend" else None
    return "date", ""


def _loose(match: re.Match[str]) -> _Known:
    return "length", _length("X", match["lu"])


def _length(count: str, unit: str) -> str:
    """'P3D', 'PT2H', 'P20Y' for two decades, 'PXY' for some years."""
    size, letter = UNITS[unit.lower()]
    number = str(int(count) * size) if count.isdigit() else count
    return f"PT{number}{letter[1:]}" if letter[0] == "T" else f"P{number}{letter}"


def _count(word: str) -> str:
    low = word.lower().split()[-1]
    if "/" in word or word.lower().startswith("half"):
        return "X"
    return low if low.isdigit() else "1" if low in ("a", "an") else str(numbers().get(low, "X"))


_READ: dict[str, Callable[[re.Match[str]], _Known | None]] = {
    "span_of": _span_of,
    "count": _counted,
    "vague_ago": _vague_ago,
    "every": _every,
    "days_of": _days_of,
    "vague": _vague,
    "hour": _hour,
    "period": _period,
    "loose": _loose,
}
_LEADS = {"next": "future", "coming": "future", "following": "future"} | dict.fromkeys(
    ("past", "last", "recent", "previous"), "past"
)
_OFTEN = {
    "daily": "1D",
    "nightly": "1D",
    "weekly": "1W",
    "monthly": "1M",
    "quarterly": "3M",
    "yearly": "1Y",
    "annually": "1Y",
    "hourly": "T1H",
}

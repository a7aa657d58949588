"""Dates of publication: as pages, date lines and 'first published on …' give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from briefpack.text.lists import load
from briefpack.text.plain import fold, plain

PROVENANCE = "provenance line"
DATE_LINE = "date line"

_ISO = re.compile(
    r"(?P<year>(?:1[6-9]|20)\d\d)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?(?:[T ].*)?"
)
_ISO_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])")
_PUBLISHED = re.compile(
    r"^(?:(?:this|the)\s(?P<what>(?:[\w-]+\s){1,4}?)(?:was\s|has\sbeen\s)?|"
    r"an?\s(?:\w+\s)?version\sof\s(?P<what2>(?:[\w-]+\s){1,5}?)(?:was\s)?)?"
    r"(?:(?:first|originally|previously|also)\s(?:published|appeared|posted|printed|written)|"
    r"(?:re)?published\sfrom|is\srepublished\sfrom|appeared\sfirst)\b",
    re.IGNORECASE,
)
_FOREIGN_PUBLISHED = re.compile(
    r"^(?:(?:cet?|cette|le|la)\s(?:article|texte|tribune|analyse|billet).{0,30}\b(?:publiée?|parue?)\b|"
    r"dieser\s(?:beitrag|artikel|text).{0,60}\b(?:erschien|erschienen|veröffentlicht)\b|"
    r"este\s(?:artículo|texto).{0,40}\b(?:publicado|publicó)\b)",
    re.IGNORECASE,
)
_CAPITAL = r"[A-ZÀ-Þ][\w.'’&-]*"
_HOUSE = re.compile(
    r"\b(?:at|by|in|on|from|with|dans|sur|par|auf|bei|en)\s(?:the\swebsite\sof\s|der\s|die\s|le\s|la\s|les\s|el\s)?"
    rf"(?P<house>(?:[Tt]he\s)?{_CAPITAL}(?:\s(?:of|and|for|the|de|du|des|la|on|in|&|{_CAPITAL}))*)"
    r"(?:\s\((?P<acronym>[A-Z][A-Za-z&-]{1,9})\))?"
)
_CLOCK = re.compile(
    r"\b(?:\d{1,2}(?:[:.h]\d{2}){1,2}\s?(?:[ap]\.?m\.?)?|\d+ (?:min(?:ute)?s?|hours?|h) (?:read|ago))|\b[A-Z]{2,4}\b"
)
_NUMERIC = re.compile(
    r"(?<![\d./])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/])"
)
"""'23.4.2026', '23/04/2026'."""
_UPDATED = re.compile(
    r"\b(?:updated|modified|amended|revised|reviewed|corrected|mise? à jour|modifiée?|aktualisiert|actualizado"
    r"|aggiornato)\b"
    r"\W*(?:(?:on|at|am|le|el|il)\s)?(?:[^\W\d_]+day,?\s)?$",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(r"\b(?P<year>(?:1[6-9]|20)\d\d)[-/](?P<month>0[1-9]|1[0-2])[-/](?P<day>0[1-9]|[12]\d|3[01])\b")
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)?"
MONTH = r"[^\W\d_]{3,10}"
YEAR = r"(?:19|20)\d\d"
# 'June 3, 2021', '3 juin 2021', '9. Mai 2025', 'May 2024'; whether the word is a month is looked up.
_WORDED = re.compile(
    rf"\b(?:(?P<m1>{MONTH})\.?\s(?P<d1>{DAY})(?:\s?[-–]\s?\d{{1,2}})?,?\s(?P<y1>{YEAR})"
    rf"|(?P<d2>{DAY})\s(?:of\s|de\s)?(?P<m2>{MONTH})\.?,?\s(?:de\s|del\s)?(?P<y2>{YEAR})"
    rf"|(?P<m3>{MONTH})\.?,?\s(?:de\s)?(?P<y3>{YEAR}))\b"
)
_AS_OF = re.compile(
    rf"\bas of (?:(?P<m1>{MONTH})\.? (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{MONTH}))\b(?!,? {YEAR})", re.IGNORECASE
)
_DAY_LENGTH = 10
_DATE_LINE_WORDS = 14
_PLACE = re.compile(r"(?P<place>[A-ZÀ-Þ][\w.'’-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]+){0,2}),? (?=\w)")


def iso(text: str) -> str | None:
    """The first date in a text as 2024, 2024-05 or 2024-05-16; None where there is none with a year."""
    text = fold(text)
    found = _ISO.fullmatch(text) or _ISO_COMPACT.fullmatch(text) or _ISO_DAY.search(text)
    if found:
        return "-".join(part for part in found.groups() if part)
    worded = next(_worded(text), None)
    if worded:
        return _from_words(worded)
    return next((day for one in _NUMERIC.finditer(text) if (day := _numbered(one))), None)


def is_update(line: str) -> bool:
    """Whether a line of dates gives only the day of a change: 'Updated 5 May 2026'."""
    return _date_of(line, updated=False) is None and _date_of(line, updated=True) is not None


def stated(line: str) -> str | None:
    """The day of publication that a line of dates gives, not that of a change where it gives both.

    'Updated 5 May 2026, first published 3 May 2026' is of 3 May.
    """
    return _date_of(line, updated=False) or iso(line)


def _date_of(line: str, *, updated: bool) -> str | None:
    line = fold(line)
    for found in sorted([*_worded(line), *_ISO_DAY.finditer(line), *_NUMERIC.finditer(line)], key=re.Match.start):
        day = iso(found[0])
        if day and bool(_UPDATED.search(line, 0, found.start())) is updated:
            return day
    return None


def _numbered(found: re.Match[str]) -> str | None:
    """The ISO day of '23.4.2026'; None for '3/4/2026', which is of March or of April."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if first > 12 or first == second or (found["mark"] == "." and second <= 12):
        month, day = second, first
    elif second > 12:
        month, day = first, second
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def date_line(text: str) -> str | None:
    """The date of a line that holds nothing else: 'Published May 6, 2025, 10:12 am BST'; None for other lines."""
    if len(text.split()) > _DATE_LINE_WORDS:
        return None
    found = iso(text) if re.search(r"\d", text) else None
    if not found:
        return None
    left = re.sub(r"[\W\d_]+", "", without_labels(without_dates(text)))
    return None if left else found


def placed(text: str) -> str | None:
    """The day of a line that names a place, a weekday and a day: 'Lima, Friday, 26 June 2026'; None for other lines.

    Without a weekday 'Verdun, 21 February 1916' may be the heading of a chapter.
    """
    place = _PLACE.match(text)
    return date_line(text[place.end() :]) if place and _weekday().match(text, place.end()) else None


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(line.split()[0] for line in load('dates.weekdays'))})\b", re.IGNORECASE)


def without_dates(text: str) -> str:
    """A text without the dates in it."""
    for found in _worded(text):
        text = text.replace(found[0], " ", 1)
    return _NUMERIC.sub(lambda found: " " if _numbered(found) else found[0], _ISO_DAY.sub(" ", text))


def without_labels(text: str) -> str:
    """A text without the words and clock times that stand beside dates."""
    return _CLOCK.sub(" ", _loose().sub(" ", text))


def provenance(text: str) -> bool:
    """Whether a line says where the text itself was first published."""
    found = _PUBLISHED.match(plain(text))
    if not found:
        return bool(_FOREIGN_PUBLISHED.match(plain(text)))
    what = (found["what"] or found["what2"] or "article").split()
    return not what or what[-1].lower() not in load("provenance-others")


def provenance_house(text: str) -> str:
    """The house in 'first published on June 3, 2021, at the Example Institute (EI)', acronym and all; may be empty."""
    text = without_dates(text)
    for found in _HOUSE.finditer(text):
        house = found["house"].removeprefix("the ")
        if len(house) > 2 and house not in ("The", "This"):
            return f"{house} ({found['acronym']})" if found["acronym"] else house
    return ""


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month in one of the known languages, full or short."""
    return _months().get(name.lower().rstrip("."))


@cache
def _months() -> dict[str, int]:
    rows = (line.split() for line in load("dates.months"))
    return {name: int(number) for name, number, *_ in rows}


@cache
def _loose() -> re.Pattern[str]:
    """The words that may stand beside a date."""
    words = sorted(map(re.escape, load("dateline-labels")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _worded(text: str) -> Iterator[re.Match[str]]:
    """The dates in words with their years, in order."""
    return (found for found in _WORDED.finditer(text) if month_number(found["m1"] or found["m2"] or found["m3"]))


def _parts(found: re.Match[str]) -> tuple[int, str, str]:
    month = month_number(found["m1"] or found["m2"] or found["m3"]) or 0
    day = re.sub(r"\D", "", found["d1"] or found["d2"] or "")
    return month, day, found["y1"] or found["y2"] or found["y3"]


def _from_words(found: re.Match[str]) -> str:
    month, day, year = _parts(found)
    return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"


def latest(body: str) -> str:
    """The latest day that a text gives with its year, in ISO form; empty if it gives none."""
    full = [date for found in _worded(body) if len(date := _from_words(found)) == _DAY_LENGTH]
    return max(full, default="")


def as_of(body: str) -> tuple[str, str] | None:
    """A date settled by 'as of June 3': the latest day named, its year from the other dates; and how.

    None where the text has no such words, no day with its year, or a later one.
    """
    stated = _AS_OF.search(body)
    month = month_number(stated["m1"] or stated["m2"]) if stated else None
    last = latest(body) if month else ""
    if not stated or not month or not last:
        return None
    date = f"{last[:4]}-{month:02d}-{int(stated['d1'] or stated['d2']):02d}"
    if last > date:
        return None
    return date, f"'{stated[0]}' is the latest date that the text settles, its year taken from its other dates"

"""Dates of publication: as pages, date lines and 'first published on …' give them."""

from __future__ import annotations

import re
from functools import cache

from briefpack.text.lists import load
from briefpack.text.plain import fold, plain

PROVENANCE = "provenance line"
DATE_LINE = "date line"

_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?(?:[T ].*)?")
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
_DATE_LINE_WORDS = 14


def iso(text: str) -> str | None:
    """The first date in a text as 2024, 2024-05 or 2024-05-16; None where there is none with a year."""
    text = fold(text)
    found = _ISO.fullmatch(text) or _ISO_COMPACT.fullmatch(text)
    if found:
        return "-".join(part for part in found.groups() if part)
    worded = _worded().search(text)
    return _from_words(worded) if worded else None


def date_line(text: str) -> str | None:
    """The date of a line that holds nothing else: 'Published May 6, 2025, 10:12 am BST'; None for other lines."""
    if len(text.split()) > _DATE_LINE_WORDS:
        return None
    found = _worded().search(text) or re.search(r"\b(?:19|20)\d\d-\d\d-\d\d\b", text)
    if not found:
        return None
    left = re.sub(r"[\W\d_]+", "", without_labels(without_dates(text)))
    return iso(found[0]) if not left else None


def without_dates(text: str) -> str:
    """A text without the dates in it."""
    return re.sub(r"\b(?:19|20)\d\d-\d\d-\d\d\b", " ", _worded().sub(" ", text))


def without_labels(text: str) -> str:
    """A text without the words and clock times that stand beside dates."""
    return _loose().sub(" ", _CLOCK.sub(" ", text))


def provenance(text: str) -> bool:
    """Whether a line says where the text itself was first published."""
    found = _PUBLISHED.match(plain(text))
    if not found:
        return bool(_FOREIGN_PUBLISHED.match(plain(text)))
    what = (found["what"] or found["what2"] or "article").split()
    return not what or what[-1].lower() not in load("provenance-others")


def provenance_house(text: str) -> str:
    """The house in 'first published on May 23, 2024, at the Example Institute (EI)', acronym and all; may be empty."""
    text = _worded().sub("", text)
    for found in _HOUSE.finditer(text):
        house = re.sub(
            r"^[Tt]he (?=\S+ (?:Institute|Institution|Foundation|Centre|Center|University|Council|Association))",
            "",
            found["house"],
        )
        if len(house) > 2 and house not in ("The", "This"):
            return f"{house} ({found['acronym']})" if found["acronym"] else house
    return ""


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month in one of the known languages, full or short."""
    return _months().get(name.lower().rstrip("."))


def days(text: str) -> list[tuple[int | None, int, int]]:
    """Each day that a text names in words, in order: (year or None, month, day)."""
    found = []
    for match in _worded().finditer(text):
        month, day, year = _parts(match)
        if month and day:
            found.append((int(year) if year else None, month, int(day)))
    for match in _dayed().finditer(text):
        month = month_number(match["m1"] or match["m2"])
        day = match["d1"] or match["d2"]
        if month and 1 <= int(day) <= 31 and not _has_year(text, match.end()):
            found.append((None, month, int(day)))
    return found


def _has_year(text: str, at: int) -> bool:
    return bool(re.match(r"(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?,?\s(?:19|20)\d\d\b", text[at : at + 14]))


@cache
def _months() -> dict[str, int]:
    entries = (entry.split() for entry in load("metadata-months"))
    return {name: int(number) for number, *names in entries for name in names}


@cache
def _loose() -> re.Pattern[str]:
    """The words that may stand beside a date."""
    words = sorted(map(re.escape, load("dateline-labels")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


@cache
def _worded() -> re.Pattern[str]:
    """A date in words with its year: 'May 23, 2024', '23 mai 2024', '9. Mai 2025', 'May 2024'."""
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)?"
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"\b(?:(?P<m1>{month})\.?\s(?P<d1>{day})(?:\s?[-–]\s?\d{{1,2}})?,?\s(?P<y1>{year})"
        rf"|(?P<d2>{day})\s(?:of\s|de\s)?(?P<m2>{month})\.?,?\s(?:de\s|del\s)?(?P<y2>{year})"
        rf"|(?P<m3>{month})\.?,?\s(?:de\s)?(?P<y3>{year}))\b",
        re.IGNORECASE,
    )


@cache
def _dayed() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    return re.compile(
        rf"\b(?:(?P<m1>{month})\.?\s(?P<d1>{day})|(?P<d2>{day})(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?P<m2>{month}))\b",
        re.IGNORECASE,
    )


def _parts(found: re.Match[str]) -> tuple[int | None, str, str]:
    month = month_number(found["m1"] or found["m2"] or found["m3"])
    day = re.sub(r"\D", "", found["d1"] or found["d2"] or "")
    return month, day, found["y1"] or found["y2"] or found["y3"]


def _from_words(found: re.Match[str]) -> str | None:
    month, day, year = _parts(found)
    if not month:
        return None
    return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"


def as_of(body: str) -> tuple[str, str] | None:
    """A date settled by 'as of April 9': the latest day named, its year from the other dates; and how.

    None where the text has no such words, or names a later day.
    """
    stated = re.search(rf"\bas of ({_dayed().pattern})", body, re.IGNORECASE)
    if not stated:
        return None
    full = [day for day in days(body) if day[0]]
    near = [(int(year or 0), month, day) for year, month, day in full]
    month, day = days(stated[1])[0][1:]
    if not near:
        return None
    year = max(near)[0]
    date = (year, month, day)
    if max(near) > date:
        return None
    how = f"'{stated[0]}' is the latest date that the text settles, its year taken from its other dates"
    return f"{year}-{month:02d}-{day:02d}", how

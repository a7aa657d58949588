"""Dates as people read them: '16–17 May 2024' from '2024-05-16/2024-05-17'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefpack.messages import SHORT_MONTHS, noted, say, spoken

MONTHS: dict[str, Sequence[str]] = {
    "en": SHORT_MONTHS,
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split(),
    "es": "ene feb mar abr may jun jul ago sep oct nov dic".split(),
}
_PLANNED = noted("planned")
_ISO = re.compile(r"(\d{3}X|\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def printed(label: str, language: str = "en") -> str:
    """A date or a period ('ISO/ISO'), day first; a label that is no date comes back unchanged."""
    first, _, last = label.partition("/")
    start, end = _parts(first), _parts(last)
    if start is None or (last and end is None):
        return label
    if end is None or end == start:
        return _spelt(start, language)
    return _period(start, end, language)


def planned(detail: str) -> bool:
    """Whether what stands after an event says that it was still to come."""
    return detail in (_PLANNED, say(_PLANNED))


def _parts(iso: str) -> tuple[str, int, int] | None:
    """Year (or decade), month and day; 0 where the date does not go so far."""
    found = _ISO.fullmatch(iso)
    if not found or int(found[2] or 1) not in range(1, 13):
        return None
    return found[1], int(found[2] or 0), int(found[3] or 0)


def _spelt(date: tuple[str, int, int], language: str) -> str:
    year, month, day = date
    shown = f"{year[:3]}0s" if year.endswith("X") else year
    names = spoken().short_months if spoken().translates else MONTHS.get(language, MONTHS["en"])
    words = [_day(day) if day else "", names[month - 1] if month else "", shown]
    return "\u00a0".join(word for word in words if word)


def _period(start: tuple[str, int, int], end: tuple[str, int, int], language: str) -> str:
    """What both dates share is said once: '28 Mar–2 Apr 2025', 'May–June 2024'."""
    last = _spelt(end, language)
    if start[0] != end[0]:
        return f"{_spelt(start, language)}–{last}"
    if start[1] != end[1] or not start[2] or not end[2]:
        first = _spelt(start, language).removesuffix(f"\u00a0{start[0]}")
        return f"{first}–{last}"
    return f"{_day(start[2])}–{last}"


def _day(number: int) -> str:
    return spoken().first if number == 1 else str(number)

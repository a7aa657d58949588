"""Imprints: short lines near the top that say who published a text and when, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefpack.readers import dates, names, people
from briefpack.readers.ends import section
from briefpack.text.lists import load
from briefpack.text.plain import plain

IMPRINT = "imprint"

_LONGEST = 28  # words
_LONGEST_HOUSE = 10
_PARTS = re.compile(r"\s*(?:[,;|·•]|\.\s|\s[–—-]\s|\n)\s*")
_AUTHORS = re.compile(r"\b(?:authors?|by|par|von|auteurs?|autor(?:en)?|autores)\s*:?\s+(?P<names>.+)", re.IGNORECASE)
_SMALL = re.compile(
    r"(?:of|for|and|the|on|in|at|de|du|des|la|le|les|et|für|und|der|die|y|e|del|vol|no|nr|pp)\b\.?", re.IGNORECASE
)

_PLACED_DAY = re.compile(
    r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,3}, (?P<day>\d{1,2} [^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.? \d{1,2})"
)
_PLACED = frozenset(
    "Port Fort Cape Mount Lake New Los Las San Santa Saint St North South East West Upper Lower".split()
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What such a line says; empty where it does not."""

    authors: tuple[str, ...] = ()
    house: str = ""
    date: str = ""


def parse(text: str) -> Imprint | None:
    """'Policy brief, Example Centre, 11 February 2025. Authors: Jane Doe and John Roe'; None for other lines.

    It must hold a date with its year or a house's name, and nothing but those, names, places and labels.
    """
    text = text.strip().rstrip(".")
    if len(text.split()) > _LONGEST or not text:
        return None
    date = dates.iso(text) or ""
    rest = dates.without_dates(text)
    named = _AUTHORS.search(rest)
    authors = names.names(named["names"].strip(" .,;")) if named else ()
    parts = [part for part in _PARTS.split(rest[: named.start()] if named else rest) if part.strip(" .,:")]
    housed = any(map(_is_house, parts)) and not re.search(r"\d", rest)
    if not all(_is_part(part) for part in parts) or not (date or housed):
        return None
    house = next((part.strip(" .:") for part in parts if _is_house(part)), "")
    return Imprint(authors or tuple(name for part in parts for name in _people(part)), house, date)


def is_placed_day(text: str) -> bool:
    """'Lima, 4 March', 'PORT LIND, March 4': a place and a day, no year."""
    found = _PLACED_DAY.fullmatch(text.strip())
    return bool(found) and bool(dates.iso(f"{found['day']} 2000")) if found else False


def _is_part(part: str) -> bool:
    """A label, or words with capitals but for small joining words and dates' labels."""
    if section(part) is not None:
        return True
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", dates.without_labels(part)) if not _SMALL.fullmatch(word)]
    return all(word[0].isupper() for word in words)


def _is_house(part: str) -> bool:
    words = set(re.findall(r"\w+", plain(part).lower()))
    return not words.isdisjoint(load("imprint-houses")) and section(part) is None


def is_house(text: str) -> bool:
    """'Department of Roads and Harbours': a short line of capitals that names a house and says nothing."""
    short = len(text.split()) <= _LONGEST_HOUSE and text[-1:] not in ".:?!,;" and not re.search(r"\d", text)
    return short and _is_house(text) and _is_part(text)


def _people(part: str) -> tuple[str, ...]:
    """The people that a part names; 'Port Moresby' and 'Buenos Aires' before a date are where it was written."""
    line = part.strip(" .")
    place = line.split(" ")[0] in _PLACED or line in load("names.cities")
    return () if place or _is_house(part) else people.bare_byline(line)

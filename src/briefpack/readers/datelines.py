"""Datelines: 'GENEVA, 14 March (Reuters) -' before the first sentence of a report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefpack.readers import dates
from briefpack.readers.blocks import Block
from briefpack.text.lists import load

DATELINE = "dateline"

_DASH = re.compile(r"\s*(?:[—–―]|\s-{1,2}|--)\s+(?=[A-ZÀ-Þ“\"«„\d])")
_HOUSE = re.compile(r"\s*(?:\((?P<house>[A-Z][\w .&/-]{1,25})\)|/[\w ]+/)$")
_DAY = re.compile(
    r",?\s(?:le\s|den\s)?(?:(?P<d1>\d{1,2})\S{0,2}\s(?P<m1>[^\W\d_]+)\.?|(?P<m2>[^\W\d_]+)\.?\s(?P<d2>\d{1,2}))$"
)
_YEAR = re.compile(r",?\s(?:19|20)\d\d$")
_COLON = re.compile(r"(?P<place>[A-ZÀ-Þ][^:–—“”\"()]{2,60}):\s+(?=[A-ZÀ-Þ“\"])")
_LONGEST = 90  # characters
_MOST_WORDS = 6  # of the place and its country
_FIRST_PARAGRAPHS = 3


def settle(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with a dateline at the start of one of the first paragraphs cut off as a block of its own."""
    seen = 0
    for block in blocks:
        end = 0
        if block.kind == "text" and not block.why and seen < _FIRST_PARAGRAPHS:
            seen += 1
            end = _dateline(block.text) or (_city(block.text) if seen == 1 else 0)
        if end:
            yield Block(block.text[:end].strip(), why=DATELINE)
            yield replace(block, text=block.text[end:])
        else:
            yield block


def agency(dateline: str) -> str:
    """The agency that a dateline names in brackets; empty if it names none."""
    named = re.search(r"\(([^)]+)\)", dateline)
    return named[1] if named else ""


def _dateline(text: str) -> int:
    """How long the dateline is that a text begins with; 0 if it has none.

    A place in capitals will do; one in small letters needs an agency behind it, or a date with its year.
    """
    dash = _DASH.search(text[:_LONGEST])
    if not dash:
        return 0
    place, house = _without(_HOUSE, text[: dash.start()])
    place, year = _without(_YEAR, place)
    bare, day = _without(_DAY, place)
    dated = bool(day and dates.month_number(day["m1"] or day["m2"]))
    place = bare if dated else place
    settled = bool(house and house["house"] in load("clean-agencies")) or (dated and bool(year))
    return dash.end() if _is_place(place, settled=settled) else 0


def _city(text: str) -> int:
    """The same for the very first paragraph, where a known place in small letters will do.

    'Lisbon – Several thousand …', 'Porto, Portugal: Getting …'; a known country has to stand before a colon.
    """
    dash, colon = _DASH.search(text[:_LONGEST]), _COLON.match(text)
    if dash and _is_known(text[: dash.start()].strip(), load("names.cities")):
        return dash.end()
    known = colon and "," in colon["place"] and _is_known(colon["place"].rpartition(",")[2].strip(), _countries())
    return colon.end() if colon and known and _is_place(colon["place"], settled=True) else 0


def _is_known(place: str, names: Collection[str]) -> bool:
    """'Lisbon', 'Dayton, Ohio'."""
    return place in names or ("," in place and place.partition(",")[0] in names and _is_place(place, settled=True))


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for row in load("names.countries") for name in row.split("|")[0].split(","))


def _without(form: re.Pattern[str], text: str) -> tuple[str, re.Match[str] | None]:
    found = form.search(text)
    return (text[: found.start()], found) if found else (text, None)


def _is_place(text: str, *, settled: bool) -> bool:
    words = re.findall(r"[^\s,/]+", text)
    if not words:
        return settled
    capitals = all(word[0].isupper() and not any(c.isdigit() for c in word) for word in words)
    shouted = words[0].isupper() and len(words[0]) > 2
    return len(words) <= _MOST_WORDS and capitals and (settled or shouted)

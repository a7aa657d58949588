"""Datelines: 'GENEVA, 14 March (Reuters) -' before the first sentence of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefpack.readers.blocks import Block
from briefpack.text.lists import load

DATELINE = "dateline"

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
_REGION = r"(?:,\s[A-Z][\w.' -]{1,24}?)?"
_MONTH = r"[A-Za-zÀ-ÿ]{3,9}"
_DAY = rf"(?:\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s{_MONTH}\.?|{_MONTH}\.?\s\d{{1,2}})"
_YEAR = r"(?:19|20)\d\d"
_DATE = rf"(?:,?\s(?:le\s|den\s)?{_DAY}(?:,?\s{_YEAR})?)?"
_DASH = r"\s*(?:[—–―]|-{1,2})\s+(?=[A-ZÀ-Þ“\"«„\d])"
_FIRST_PARAGRAPHS = 3


def settle(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with a dateline at the start of one of the first paragraphs cut off as a block of its own."""
    seen = 0
    for block in blocks:
        found = None
        if block.kind == "text" and not block.why and seen < _FIRST_PARAGRAPHS:
            seen += 1
            found = _form().match(block.text)
        if found:
            yield Block(found[0].strip(), why=DATELINE)
            yield replace(block, text=block.text[found.end() :])
        else:
            yield block


def agency(dateline: str) -> str:
    """The agency that a dateline names in brackets; empty if it names none."""
    named = re.search(r"\(([^)]+)\)", dateline)
    return named[1] if named else ""


@cache
def _form() -> re.Pattern[str]:
    """A place in capitals with a dash; in small letters only with an agency or with a date that has its year."""
    agencies = "|".join(re.escape(name) for name in load("clean-agencies"))
    house = rf"\s*(?:\((?:{agencies})\)|/[\w ]+/)"
    any_house = r"\s*(?:\([A-Z][\w .&-]{1,25}\)|/[\w ]+/)"
    small = r"[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){0,3}"
    return re.compile(
        rf"(?:{_PLACE}{_REGION}{_DATE}(?:{any_house})?|{small}{_REGION}{_DATE}{house}|"
        rf"{small}{_REGION},?\s(?:le\s|den\s)?{_DAY},?\s{_YEAR}|"
        rf"\((?:{agencies})\)){_DASH}"
    )

"""What looks like a date and is none: a room, a law's number, a count, the title of a work."""

from __future__ import annotations

import re

from briefpack.text import lists

_BEFORE = re.compile(r"([A-Za-z]+)\.?\s*(?:\((?:EU|EC|UE)\)\s*)?(?:No\.?\s*)?[\[(]?$")
_AFTER = re.compile(r"\s(or more|\w+)")
_COUNTING = re.compile(r"\b(?:of|for|to|by|and|or|from|with)\s$", re.IGNORECASE)
_MARKED = re.compile(r"“([^“”]{1,60})”|\"([^\"]{1,60})\"|‘([^‘’]{1,60})’(?!\w)|_([^_]{1,60})_|\*([^*]{1,60})\*")
_VERBLIKE = frozenset("is was has does plans aims includes remains becomes sees ends begins starts brings".split())


def is_none(form: str, match: re.Match[str]) -> bool:
    """True where the number of a year or of years is something else's, and where a month is a planet."""
    if match[0].strip() == "Mars":
        return True
    if form not in ("year", "years"):
        return False
    text, (start, end) = match.string, match.span(form)
    if form == "years" and _labelled(text, start):
        return True
    if form == "year" and _labelled(text, match.start()):
        return match["gp"] is None
    return _is_count(text, start, end)


def titles(text: str) -> tuple[tuple[int, int], ...]:
    """Where a short quotation or emphasis is the title of a work: “Blade Runner 2049”, “1984”."""
    if not any(mark in text for mark in '“"‘_*'):
        return ()
    return tuple(found.span() for found in _MARKED.finditer(text) if _is_title(found[0].strip('“”"‘’_*')))


def _is_title(inner: str) -> bool:
    row = inner.split()
    long = [word for word in row if len(word) > 3 or word.isdigit()]
    return (
        len(row) <= 8
        and bool(long)
        and all(word[0].isupper() or word[0].isdigit() for word in long)
        and not (inner.endswith((",", ".")))
    )


def _labelled(text: str, start: int) -> bool:
    found = _BEFORE.search(text, max(start - 24, 0), start)
    return found is not None and found[1].lower() in lists.load("dates.labels")


def _is_count(text: str, start: int, end: int) -> bool:
    """'2000 megawatts'; and a round number with a plural after 'of', 'for', 'by': 'of 1800 lamps'."""
    after = _AFTER.match(text, end)
    if after is None:
        return False
    word = after[1]
    if word.lower() in lists.load("dates.counted"):
        return True
    plural = (
        word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _VERBLIKE
    )
    return plural and text[:end].endswith("00") and _COUNTING.search(text, 0, start) is not None

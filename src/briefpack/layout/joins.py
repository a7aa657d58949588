"""What a line of a slide never breaks inside: a date, a number with its unit, a name with its initials, '(1 of 2)'.

'by 9 May 2025 at the latest' may break before '9' and after '2025'. A slide is written with no-break spaces there, so
that other programs break its lines where they were measured.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from briefpack import messages
from briefpack.layout import dates

GLUE = "\u00a0"
_LIKELY = re.compile(r"\d|\w\. ")
"""Only a text with a number or an abbreviation can hold one of these."""


@lru_cache(maxsize=4096)
def stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where in a text they stand; those that touch are one: 'Article 5', '5 June', 'Dr. M. Kim'."""
    found: list[tuple[int, int]] = []
    spaced = text.replace(GLUE, " ")
    for pattern in _patterns() if _LIKELY.search(spaced) else ():
        found += [one.span() for one in pattern.finditer(spaced)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def glued(text: str) -> str:
    """The text on one line."""
    return text.replace(" ", GLUE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words: dict[str, list[str]] = {}
    for line in (files("briefpack.layout") / "data" / "joins.txt").read_text(encoding="utf-8").splitlines():
        kind, colon, held = line.partition(": ")
        if colon and not line.startswith("#"):
            words.setdefault(kind, []).extend(held.split())
    shown = (short.rstrip(".") for names in dates.MONTHS.values() for short in names)
    month = rf"(?:{_any([*messages.MONTHS, *shown, *words['months']])})\b\.?"
    day, year = r"(?<![\d.,])\d{1,2}(?:st|nd|rd|th|er|\.)?", r"\d{4}\b"
    number = r"[$€£¥]?\d[\d.,]*(?:[–-]\d[\d.,]*)?"
    return (
        re.compile(rf"{day} (?:(?:of|de) )?{month}(?:,?(?: de)? {year})?", re.IGNORECASE),
        re.compile(rf"\b{month} (?:\d{{1,2}}(?:st|nd|rd|th)?\b(?:, {year})?|{year})", re.IGNORECASE),
        re.compile(rf"{number} (?:{_any(words['units'])})(?!\w)(?: {_any(words['units'])}(?!\w))?"),
        re.compile(r"(?:\b[A-ZÀ-ÞΑ-ΩА-Я]\w+ )?(?:\b[^\W\d_]\. )+(?=[^\W\d_])[\w’'-]+"),
        re.compile(rf"(?<![\w.])(?:{_any(words['before'])}) (?=[\dA-ZÀ-Þ])[\w’'-]+"),
        re.compile(r"\(\d+ \w+ \d+\)"),
    )


def _any(words: list[str]) -> str:
    """Longer words first; '~' stands for a space inside one."""
    return "(?:" + "|".join(re.escape(word).replace(r"\~", " ") for word in sorted(words, key=len, reverse=True)) + ")"

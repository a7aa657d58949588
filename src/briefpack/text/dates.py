"""Dates in a sentence, as ISO text with the precision that the sentence gives.

What a weekday or a date without a year means depends on when the text was published and on
the tense around it; without the former it stays in words. Everything here is pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefpack.text import tense
from briefpack.text._date_forms import may_hold, pattern
from briefpack.text._date_values import Anchor, value


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that stands in a text."""

    start: int
    end: int
    words: str
    """As the text puts it: 'Wednesday', 'June 3-5'."""
    date: str = ""
    """197X (a decade), 2024, 2024-05 or 2024-05-16; empty where nothing settles it."""
    until: str = ""
    """Last day, month or year of a period."""
    explicit: bool = False
    """True where the text itself gives the year."""
    month: int = 0
    day: int = 0
    """0 where the text names none."""
    weekday: int = -1
    """Monday is 0; -1 where none is named."""
    tense: str = ""
    """'past', 'future' or 'present', from the verb nearest to it; empty where none tells."""


@lru_cache(maxsize=4096)
def find(text: str, *, published: str | None = None) -> tuple[Dated, ...]:
    """The dates of a sentence, in order; `published` is ISO with the precision that is known."""
    found: list[Dated] = []
    if not may_hold(text):
        return ()
    for match in pattern(text).finditer(text):
        form = match.lastgroup or ""
        start, end = match.span(form)
        verb = tense.at(text, start, end)
        known = value(form, match, Anchor(published or "", verb))
        if known is not None:
            found.append(Dated(start, end, text[start:end], **known, tense=verb))
    return tuple(found)

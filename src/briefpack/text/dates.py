"""Dates in a sentence, as ISO text with the precision that the sentence gives.

What a weekday or a date without a year means depends on when the text was published and on
the tense around it; without the former it stays in words. So do centuries, winters and what else
has no ISO form here, and 5/6/2024 where the document does not show its order. Everything here is pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefpack.text import _date_forms, _date_relative, _date_traps, _date_values, tense
from briefpack.text._date_anchor import Anchor, Value
from briefpack.text.sieves import Sieve, words_of

_READ = _date_values.READ | _date_relative.READ
_FROM_TO = (" to ", " until ", " till ", " through ")
_MOVED = Sieve(
    "from",
    r"\b(?:postponed|moved|delayed|rescheduled|deferred|put (?:off|back)|brought forward|shifted|changed)\b"
    r"[^;.]{0,60}?\bfrom\b[^;.]{0,30}? (?=to )",
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:1[5-9]|20)\d\d(?![\d/])")


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


def find(text: str, *, published: str | None = None, order: str = "") -> tuple[Dated, ...]:
    """The dates of a sentence, in order; `published` is ISO with the precision that is known.

    `order` is the document's own for 5/6/2024, as `order` finds it: 'dmy', 'mdy' or empty.
    """
    return _find(text, published or "", order)


@lru_cache(maxsize=16384)
def _find(text: str, published: str, order: str) -> tuple[Dated, ...]:
    found: list[Dated] = []
    matches = _matches(_MOVED.sub(_apart, text))
    titles = _date_traps.titles(text) if matches else ()
    known = ""
    for form, match in matches:
        start, end = match.span(form)
        if (found and start < found[-1].end) or any(first < start < last for first, last in titles):
            continue
        verb = tense.at(text, start, end)
        value = _value(form, match, Anchor(published, verb, order, known))
        if value is not None:
            found.append(Dated(start, end, text[start:end], **value, tense="" if verb == "aim" else verb))
            known = found[-1].date or known
    return _periods(tuple(found), text)


def order(sentences: Sequence[str]) -> str:
    """'dmy' or 'mdy', from dates that can be read in one way only: 16/5/2024; empty where there are none or both."""
    seen = {
        "dmy" if int(first) > 12 else "mdy"
        for sentence in sentences
        if "/" in sentence
        for first, second in _SLASHED.findall(sentence)
        if (int(first) > 12) != (int(second) > 12)
    }
    return seen.pop() if len(seen) == 1 else ""


def _apart(moved: re.Match[str]) -> str:
    """'Postponed from 3 May to 9 June' is no period: a mark of the same length keeps the two days apart."""
    return moved[0][:-1] + ";"


def _periods(found: tuple[Dated, ...], text: str) -> tuple[Dated, ...]:
    """'From 10 May 2025 until 3 June 2026' as one period; also 'between March 2020 and May 2021'."""
    row: list[Dated] = []
    for one in found:
        if row and _makes_period(row[-1], one, text):
            first = row.pop()
            words = text[first.start : one.end]
            row.append(replace(first, end=one.end, words=words, until=one.date, explicit=one.explicit))
        else:
            row.append(one)
    return tuple(row)


def _makes_period(first: Dated, last: Dated, text: str) -> bool:
    if _MOVED.pattern.search(text, 0, last.start):
        return False
    lead, gap = text[: first.start].lower(), text[first.end : last.start]
    linked = (gap in _FROM_TO and lead.endswith("from ")) or (gap == " and " and lead.endswith("between "))
    of_calendar = (first.month or first.explicit) and (last.month or last.explicit)
    plain = not (first.until or last.until or "X" in first.date + last.date)
    return bool(linked and of_calendar and plain and len(first.date) == len(last.date) and first.date < last.date)


def _value(form: str, match: re.Match[str], anchor: Anchor) -> Value | None:
    return None if _date_traps.is_none(form, match) else _READ[form](match, anchor)


@lru_cache(maxsize=16384)
def _matches(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """Those of the calendar and the relative ones, by place; of two that begin together the longer."""
    both: list[tuple[str, re.Match[str]]] = []
    words = words_of(text)
    for forms in (_date_forms, _date_relative):
        if forms.may_hold(words):
            both += [(match.lastgroup or "", match) for match in forms.pattern(words).finditer(text)]
    return tuple(sorted(both, key=lambda one: (one[1].start(one[0]), -one[1].end(one[0]))))

"""What happened when: the dated statements of the sources, in order of time.

An event's text is the sentence, or the clause of it that has the date, and stands alone; a statement
that leans on its neighbour is left out. What nothing settles keeps its words and has no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefpack.analysis._clauses import statement, verb
from briefpack.model import Brief, Event, Passage, Source
from briefpack.text import dates, speech, words
from briefpack.text.anchor import anchor
from briefpack.text.cards import card
from briefpack.text.dates import Dated

_LONGEST = 1200
"""Letters of a sentence; nobody reads a longer one as an event."""
_NEARLY = 0.8
_ENOUGH = 0.4
"""Shares of content words that two wordings of one event on one day have in common."""
_NAME = re.compile(r"\b[A-Z][\w-]{2,}")


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Event, ...]:  # noqa: ARG001
    """The dated statements, earliest first; those without a settled date last."""
    merged: dict[str, list[Event]] = {}
    for source in sources:
        for event in _in_source(source):
            _merge(merged.setdefault(event.date, []), event)
    events = [event for rows in merged.values() for event in rows]
    return tuple(sorted(events, key=lambda event: (not event.date, event.date.replace("X", "0"))))


def _in_source(source: Source) -> Iterator[Event]:
    day = anchor([passage.text for passage in source.passages], source.published)
    for passage in source.passages:
        seen: set[str] = set()
        for event in _in_passage(passage, day, source.language or "en"):
            if event.text not in seen:
                seen.add(event.text)
                yield event


def _in_passage(passage: Passage, day: str, language: str) -> Iterator[Event]:
    text = passage.text
    found = dates.find(text, published=day) if len(text) < _LONGEST else ()
    if not found:
        return
    quoted = speech.spans(text)
    for dated in sorted(found, key=lambda one: -len(one.date)):
        if any(span.start < dated.start < span.end for span in quoted) or not _counts(text, dated):
            continue
        if quoted and _dates_the_speech(text, dated):
            continue
        said = statement(text, dated, language)
        if said and len(said.split()) > 3 and (said != text or _says(passage, dated, language)):
            words_of_date = dated.words if dated.date else ""
            short = card(said, words_of_date, language, period=bool(dated.until))
            yield Event(said, (passage.ref,), dated.date, dated.until, dated.words, _planned(dated, day), short)


def _says(passage: Passage, dated: Dated, language: str) -> bool:
    """A whole sentence, or a caption; not the row of a table."""
    if passage.kind == "caption":
        return True
    if ";" in passage.text and not passage.text.endswith((".", "!", "?", "”", '"', "»")):
        return False
    return language != "en" or passage.kind == "body" or bool(verb(passage.text) or dated.tense)


def _counts(text: str, dated: Dated) -> bool:
    """Not a length of time nor a mere reference: '(Silva 2019)'; an unsettled 'this year' says nothing."""
    if not dated.date:
        return dated.weekday >= 0 or bool(dated.day)
    if len(dated.date) == 4 and text[dated.end : dated.end + 1] == ")":
        return False
    return not re.match(r"this (?:week|month|year)", dated.words, re.IGNORECASE) or dated.tense == "future"


def _dates_the_speech(text: str, dated: Dated) -> bool:
    """'…,” she said on Tuesday', 'On Tuesday, the agency said … “…”': when it was said, not what happened."""
    for one in speech.said(text):
        between = text[one.end : dated.start] if dated.start > one.end else text[dated.end : one.start]
        if len(between.split()) < (3 if dated.start > one.end else 9) and not re.search(r"[.;]", between):
            return True
    return False


def _planned(dated: Dated, day: str) -> bool:
    if dated.tense == "future":
        return True
    return bool(dated.date and day) and dated.date[: len(day)] > day[: len(dated.date)] and "X" not in dated.date


def _merge(rows: list[Event], event: Event) -> None:
    """Add an event, or its passages to the one that tells the same in other words."""
    for place, known in enumerate(rows):
        if known.date and _same(known, event):
            rows[place] = replace(known, refs=known.refs + tuple(ref for ref in event.refs if ref not in known.refs))
            return
    rows.append(event)


def _same(one: Event, other: Event) -> bool:
    """Nearly the same words, or the same verb with a name and two fifths of the words in common."""
    first, second = words.content(one.text), words.content(other.text)
    shared, least = len(first & second), min(len(first), len(second))
    if not least or shared > _NEARLY * least:
        return bool(least)
    names = set(_NAME.findall(one.text)) & set(_NAME.findall(other.text))
    return verb(one.text) == verb(other.text) != "" and bool(names) and shared >= _ENOUGH * least

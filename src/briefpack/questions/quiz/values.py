"""Facts with a value: when something happened, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.messages import say
from briefpack.model import GAP, Event, Figure, Ref
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.quiz.fact import UNFINISHED, Fact, alike, lines
from briefpack.text import alone
from briefpack.text.plain import plain

_CARDINAL = re.compile(r"[$€£¥]?\d[\d,.\u00a0\u202f ]*(?:%|[^\W\d_]{3,}(?: [^\W\d_]+)?)?")
"""'38,500', '12 per cent', '$3 million'; not '80th', 'four-day', '2:1'."""
_DIGITS = re.compile(r"[$€£¥]?\d[\d,. \u00a0\u202f]*")
_GAPPED = (8, 32)  # words of a sentence with its number left out


def dates(m: Material) -> Iterator[Fact]:
    """When something happened, where the passage itself names the date; other dates of the same form beside it."""
    whole = (event for event in m.brief.events if not UNFINISHED.search(event.short.rstrip(".")))
    told = [(event, *found) for event in whole if (found := _dated(m, event))]
    for event, shown, form in told:
        refs = m.known(event.refs)[:1]
        others = [
            date
            for other, date, its_form in told
            if its_form == form and date != shown and not alike(event.text, other.text) and not _near(event, other)
        ]
        where, what = m.named[refs[0].source], event.short.rstrip(".")
        yield Fact(
            kind="date",
            asked=say("Which date does {source} give for this: {event}?", source=where, event=what),
            claimed=say(
                "{source} gives {answer} as the date of this: {event}.", source=where, event=what, answer="{answer}"
            ),
            answer=shown,
            others=tuple(dict.fromkeys(others)),
            refs=refs,
            because=lines(m.shows(refs, _printed(shown, m.text(refs)), event.text)),
        )
    yield from _gapped_dates(m, {event.refs for event, _, _ in told})


def _gapped_dates(m: Material, asked: set[tuple[Ref, ...]]) -> Iterator[Fact]:
    """Which date belongs into a sentence that says nothing without it: 'The limit has applied since _____.'"""
    printed = [event for event in m.brief.events if event.words == shapes.day(event.date) and not event.until]
    left = [(event, gapped) for event in printed if event.refs not in asked and (gapped := _without(m, event))]
    for event, gapped in {event.words: (event, gapped) for event, gapped in reversed(left)}.values():
        refs, size = m.known(event.refs)[:1], len(event.words.split())
        others = [
            other.words
            for other in printed
            if len(other.words.split()) == size
            and not alike(event.text, other.text)
            and not _near(event, other)
            and not stands(other.words, m.text(refs))
        ]
        where, words = m.named[refs[0].source], shapes.marked(gapped)
        yield Fact(
            kind="date",
            asked=say("Which date belongs in the gap, as {source} has it: {words}", source=where, words=words),
            claimed="",
            answer=event.words,
            others=tuple(dict.fromkeys(others)),
            refs=refs,
            because=lines(m.shows(refs, event.words, event.text)),
        )


def numbers(m: Material) -> Iterator[Fact]:
    """Which number belongs into a sentence of a source; numbers of the same unit that stand elsewhere beside it."""
    told = [figure for figure in m.brief.figures if _gapped(m, figure)]
    for figure in told:
        refs = m.known(figure.refs)[:1]
        others = [
            other.value
            for other in told
            if other.unit == figure.unit
            and bare(other.value)[:1] != bare(figure.value)[:1]
            and not alike(other.text, figure.text)
            and not stands(other.value, m.text(refs))
        ]
        where = m.named[refs[0].source]
        yield Fact(
            kind="number",
            asked=say(
                "Which number belongs in the gap, as {source} has it: {words}",
                source=where,
                words=shapes.marked(_gapped(m, figure)),
            ),
            claimed="",
            answer=figure.value,
            others=tuple(dict.fromkeys(others)),
            refs=refs,
            because=lines(m.shows(refs, figure.value, figure.text)),
            accepted=bare(figure.value),
        )


def bare(value: str) -> tuple[str, ...]:
    """A number without the marks inside it, and as it is printed: '38500', '38,500'."""
    found = _DIGITS.match(value)
    digits = found[0].strip(" ,.\u00a0\u202f$€£¥") if found else ""
    return (re.sub(r"[ \u00a0\u202f]|,(?=\d{3}(?!\d))", "", digits), digits) if digits else ()


def stands(part: str, text: str) -> bool:
    """Whether a value stands in a text, and not inside a longer one: not '3' in '3.5' or '13'."""
    return re.search(rf"(?<![\w.,]){re.escape(plain(part))}(?![\w]|[.,]\d)", plain(text)) is not None


def _dated(m: Material, event: Event) -> tuple[str, str] | None:
    """The date as its passage supports it, and its form: ('2 April', 'day month'); none where it must be worked out."""
    refs = m.known(event.refs)
    if not refs or event.until or event.planned or not event.short or shapes.dangling(event.short):
        return None
    passage = m.texts[refs[0]]
    *rest, year = shapes.day(event.date).split(" ")
    kept = [*rest, year] if stands(year, passage) else rest
    told = rest and _month_stands(rest[-1], passage) and all(stands(part, passage) for part in rest if part.isdigit())
    if not told or len(kept) < 2 or any(stands(part, event.short) for part in kept):
        return None
    return " ".join(kept), " ".join("year" if part == year else "day" if part.isdigit() else "month" for part in kept)


def _printed(date: str, passage: str) -> str:
    """The part of a date that a passage holds as it stands: all of it, or its last word, '2024' of 'Aug. 14, 2024'."""
    return date if stands(date, passage) else next(part for part in (*date.split()[::-1], "") if part in passage)


def _month_stands(month: str, passage: str) -> bool:
    """Whether a month stands in a passage, in full or short: 'October', 'Oct.'."""
    return re.search(rf"\b{month[:3]}(?:{month[3:]}|t)?\b", passage) is not None


def _near(one: Event, other: Event) -> bool:
    """Whether two events share a passage, or the date of one lies within the other's."""
    return bool(set(one.refs) & set(other.refs)) or one.date.startswith(other.date) or other.date.startswith(one.date)


def _gapped(m: Material, figure: Figure) -> str:
    """The passage with its number left out, where it stands in it once and the sentence says what is counted."""
    passage = m.text(m.known(figure.refs))
    if not (figure.counts and _CARDINAL.fullmatch(figure.value)):
        return ""
    return _gap(passage, figure.value)


def _without(m: Material, event: Event) -> str:
    """The passage of an event with its date left out."""
    refs = m.known(event.refs)[:1]
    whole = refs == event.refs[:1] and not event.planned and not alone.points_back(m.text(refs))
    return _gap(m.text(refs), event.words) if whole else ""


def _gap(passage: str, value: str) -> str:
    """A passage with a value left out, where it can stand alone, is neither short nor long, and has the value once."""
    fits = _GAPPED[0] <= len(passage.split()) <= _GAPPED[1] and not shapes.dangling(passage)
    once = passage.count(value) == 1 and stands(value, passage)
    return passage.replace(value, GAP) if fits and once else ""

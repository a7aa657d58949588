"""Guided notes and their key: the statements of a deck, slide by slide, with numbered blanks or their words."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.layout import dates
from briefpack.layout.flow import foot
from briefpack.layout.flow.parts import Flow, Heading, Item, Part, Words
from briefpack.layout.flow.words import kept, pointed
from briefpack.layout.marks import Run
from briefpack.layout.pages.guided import KEY, KICKER, WORDS
from briefpack.messages import say
from briefpack.model import Blank, GuidedLine, GuidedNotes, Line

_LEAST, _WIDER = 10, 2
"""Signs of a blank at least, and for each letter of its word: a hand writes wider than print."""


def guided(notes: GuidedNotes, *, bank: bool = False) -> Flow:
    """The notes to hand out; with a ``bank`` their words stand at the end in the order of the alphabet."""
    words: tuple[Part, ...] = (Heading(say(WORDS)), *(Item((Run(word),)) for word in notes.answers)) if bank else ()
    parts = (*_parts(notes, filled=False), *words, *foot.sources(notes.sources, notes.language))
    return Flow(notes.title, notes.language, notes.audience, say(KICKER), parts, named=True)


def guided_key(notes: GuidedNotes) -> Flow:
    """The same with every word in its place; for the teacher only."""
    parts = (*_parts(notes, filled=True), *foot.sources(notes.sources, notes.language))
    last = say("Do not hand out · {title}", title=notes.title)
    return Flow(notes.title, notes.language, notes.audience, say(KEY), parts, say("do not hand out"), foot=last)


def _parts(notes: GuidedNotes, *, filled: bool) -> Iterator[Part]:
    for slide in notes.slides:
        yield Heading(f"{say('Slide {number}', number=slide.number)}. {slide.title}")
        yield from (Item(_statement(line, notes, filled=filled)) for line in slide.lines)


def _statement(line: GuidedLine, notes: GuidedNotes, *, filled: bool) -> Words:
    """The text with its blanks, or their words, and the reference; an event begins with its date."""
    runs = [Run(f"{dates.printed(line.date, notes.language)}\u2002", bold=True)] if line.date else []
    start = 0
    for blank in line.blanks:
        runs.append(Run(line.text[start : blank.start]))
        runs += _word(line, blank) if filled else _blank(line, blank)
        start = blank.end
    return kept(*runs, Run(line.text[start:]), *pointed(Line(line.text, line.refs), notes.sources, own=True))


def _word(line: GuidedLine, blank: Blank) -> tuple[Run, ...]:
    return Run(f"({blank.number})\u00a0"), Run(line.answer(blank), bold=True)


def _blank(line: GuidedLine, blank: Blank) -> tuple[Run, ...]:
    """A line as long as a hand needs for the word."""
    return (Run(f"({blank.number})\u00a0{'_' * max(_LEAST, _WIDER * len(line.answer(blank)))}"),)

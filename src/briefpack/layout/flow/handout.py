"""The slides in words: what each of them says, its question, and lines for notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpack.layout import dates
from briefpack.layout.flow import foot
from briefpack.layout.flow.parts import Flow, Heading, Item, Part, Room, Text
from briefpack.layout.flow.words import labelled, pointed, said, where
from briefpack.layout.marks import Run
from briefpack.messages import noted, say
from briefpack.model import Deck, Line, Slide

KICKER = noted("The slides in words")
_LEFT_OUT = ("title", "section", "sources")
"""Slides that state nothing: the head and the foot of the text say what they say."""
_NOTES = 4
"""Lines for notes."""
_ARROWS = {" <-> ": noted("{one} and {other}"), " -> ": noted("{one} to {other}")}


def handout(deck: Deck, spans: Sequence[int]) -> Flow:
    """Slide by slide under its number; `spans` says how many slides of the file each one takes."""
    parts: list[Part] = []
    number = 1
    for slide, count in zip(deck.slides, spans, strict=True):
        if slide.kind not in _LEFT_OUT:
            name = (
                say("Slide {number}", number=number)
                if count == 1
                else say("Slides {first}–{last}", first=number, last=number + count - 1)
            )
            parts += _told(name, slide, deck)
        number += count
    parts += foot.sources(deck.sources, deck.language)
    return Flow(deck.title, deck.language, deck.audience, say(KICKER), tuple(parts), named=True)


def _told(name: str, slide: Slide, deck: Deck) -> Iterator[Part]:
    title = "".join(run.text for run in labelled(slide.title))
    yield Heading(f"{name}. {title}")
    if places := where(slide.title, deck.sources):
        yield Text((Run(say("Where: ")), *places))
    for group in slide.groups:
        if group.lines and group.heading:
            yield Heading(group.heading, 3)
        yield from (Item(_statement(line, slide, deck)) for line in group.lines)
    asked = next((note.text for note in slide.notes if note.label == "ask"), "")
    if asked:
        yield Text((Run(asked, bold=True),), keep=True)
    yield Room(_NOTES)


def _statement(line: Line, slide: Slide, deck: Deck) -> tuple[Run, ...]:
    """The line as it reads without its place on the slide: a source by its name, a date as people write it."""
    names = {source.key: source.name for source in deck.sources}
    label = dates.printed(names.get(line.label, line.label), deck.language)
    for arrow, joined in _ARROWS.items():
        one, found, other = label.partition(arrow)
        label = say(joined, one=one, other=other) if found else label
    if not line.text:
        return (Run(label, bold=True), *pointed(line, deck.sources))
    plain = slide.kind == "matrix" and line.detail == "says"
    return said(Line(line.text, line.refs, label, "" if plain else line.detail), deck.sources)

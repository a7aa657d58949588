"""A question that is not answered yet: who will speak to it, and room to write what a reader expects them to say."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout import dates
from briefpack.layout.marks import Mark, Paragraph, Rule, Run
from briefpack.layout.slides import grid, parts
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.sources import kind
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, tall
from briefpack.messages import quoted
from briefpack.model import Cited

MOST = 4
"""Sources that stand side by side; of more the question takes the whole room to write."""
_PITCH = 34.0
"""From one line to write on to the next."""
_LEAST = 2
"""Lines to write on that each text gets at least."""
_SIZES = (("lead", "body"), ("body", "small"), ("small", "label"), ("small", ""))
"""Roles of a text's name and of its title, in order of preference; at last without the title."""
_WORDS = 16
"""Words of a long title that are shown."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Texts that stand in line in all cards."""

    texts: list[Paragraph]
    role: str
    above: float = 0.0
    tag: str = "P"


def place(area: Area, stage: Stage) -> Part:
    """A card for each text: name, kind and date, title, and lines for a guess; lines alone where there are many."""
    sources = stage.deck.sources
    for roles in _SIZES if 0 < len(sources) <= MOST else ():
        marks = _cards(sources, area, roles, stage)
        if marks:
            return Part(marks, foot=stage.word("guess how"))
    return Part(_lined(area, stage), foot=stage.word("guess how"))


def _cards(sources: tuple[Cited, ...], area: Area, roles: tuple[str, str], stage: Stage) -> tuple[Mark, ...]:
    """Heads, titles and lines in line with each other; nothing where too little room is left to write."""
    frames = area.columns(len(sources), grid.GAP)
    pad = parts.margin(stage) if stage.cards else 0.0
    w = frames[0].w - 2 * pad
    call = plain(stage.word("guess"), "accent2", bold=True)
    rows = (
        _Row([_name(source) for source in sources], roles[0], tag="H3"),
        _Row([_when(source, stage) for source in sources], "label"),
        _Row([_title(source) for source in sources] if roles[1] else [], roles[1], 4.0),
        _Row([call] * len(sources), "label", 8.0),
    )
    y = area.y + 12.0
    cards: list[list[Mark]] = [[*_ground(frame, stage)] for frame in frames]
    for row in (row for row in rows if any(text.runs for text in row.texts)):
        size = stage.type(row.role)
        high = max(tall((text,), w, size, stage) for text in row.texts)
        for text, frame, card in zip(row.texts, frames, cards, strict=True):
            if text.runs:
                card.append(box(Area(frame.x + pad, y + row.above, w, high), text, size, tag=row.tag))
        y += row.above + high
    count = int((area.bottom - 14.0 - y) // _PITCH)
    if count < _LEAST:
        return ()
    for frame, card in zip(frames, cards, strict=True):
        ends = (y + _PITCH * at for at in range(1, count + 1))
        card.extend(Rule(frame.x + pad, end, frame.x + pad + w, end, "muted", 0.75) for end in ends)
    return tuple(mark for card in cards for mark in card)


def _ground(frame: Area, stage: Stage) -> tuple[Mark, ...]:
    """A card, or the dark rule over a column."""
    return parts.panel(frame, stage) if stage.cards else (Rule(frame.x, frame.y, frame.right, frame.y, "ink", 1.5),)


def _lined(area: Area, stage: Stage) -> tuple[Mark, ...]:
    size = stage.type("small")
    call = plain(stage.word("guess all"), "accent2", bold=True)
    high = tall((call,), area.w, size, stage)
    count = int((area.h - high - 8.0) // _PITCH)
    ends = (area.y + high + _PITCH * at for at in range(1, count + 1))
    lines = (Rule(area.x, end, area.right, end, "muted", 0.75) for end in ends)
    return (box(Area(area.x, area.y, area.w, high), call, size), *lines)


def _name(source: Cited) -> Paragraph:
    number = Run(f"{source.number}\u2002", bold=True, font="head")
    return Paragraph((number, Run(source.name, bold=True, font="head")))


def _when(source: Cited, stage: Stage) -> Paragraph:
    """Kind and date, as far as they are known."""
    date = dates.printed(source.published, stage.deck.language) if source.published else ""
    known = "  ·  ".join(part for part in (kind(source, stage), date) if part)
    return plain(known, "muted") if known else Paragraph(())


def _title(source: Cited) -> Paragraph:
    """The title of the text in quotation marks; a derived one is no title, and stays out."""
    words = source.title.split()
    if source.title_derived or not words:
        return Paragraph(())
    return plain(quoted(" ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")))

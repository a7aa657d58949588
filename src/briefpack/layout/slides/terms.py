"""Key terms: cards where each meaning is short, else a table."""

from __future__ import annotations

from briefpack.layout.marks import Mark, Paragraph, Run
from briefpack.layout.slides import grid, parts, stack, tables
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, tall
from briefpack.model import Line, Slide

MOST_CARDS = 6
MOST_ROWS = 7
FEW = 3
"""So few terms stand in full-width cards, one under the other."""
CARD = 174.0
"""Greatest height of a card."""


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """Up to six cards in a look of cards; a table in the other, and for long meanings or many terms."""
    lines = tuple(line for group in slide.groups for line in group.lines if line.label)
    area = heading.body
    if stage.cards and 0 < len(lines) <= FEW:
        marks = _bands(lines, area, stage)
        if marks is not None:
            return (Part(marks, lines),)
    if stage.cards and 0 < len(lines) <= MOST_CARDS:
        for across in _grids(len(lines)):
            marks = _cards(lines, area, across, stage)
            if marks is not None:
                return (Part(marks, lines),)
    plan = _plan(lines, stage)
    chosen = tables.split(plan, area.h, stage, MOST_ROWS)
    return tuple(Part(tables.place(plan, part, area, stage), lines[part.start : part.stop]) for part in chosen)


def _bands(lines: tuple[Line, ...], area: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """Term left, meaning right, in cards over the full width; None where they do not fit."""
    size, side, pad = stage.type("lead"), 250.0, parts.margin(stage)
    texts = [_defined(line, stage) for line in lines]
    w = area.w - side - 3 * pad
    heights = [
        max(tall((text,), w, size, stage), tall((_term(line, "head"),), side, size, stage)) + 2 * pad
        for line, text in zip(lines, texts, strict=True)
    ]
    shares = stack.share(heights, area.h - grid.GAP * (len(lines) - 1), 110.0)
    if shares is None:
        return None
    marks: list[Mark] = []
    y = area.y
    for line, text, high in zip(lines, texts, shares, strict=True):
        card = Area(area.x, y, area.w, high)
        marks.extend(parts.panel(card, stage))
        marks.append(box(Area(card.x + pad, y, side, high), _term(line, "head"), size, anchor="middle", tag="H3"))
        marks.append(box(Area(card.x + side + 2 * pad, y, w, high), text, size, anchor="middle"))
        y += high + grid.GAP
    return tuple(marks)


def _defined(line: Line, stage: Stage) -> Paragraph:
    """The meaning, or that there is none, with its address."""
    return Paragraph((*_meaning(line, stage).runs, stage.reference(line.refs)))


def _grids(number: int) -> tuple[int, ...]:
    """How many cards stand side by side, in order of preference."""
    return {1: (1,), 2: (2,), 3: (3,), 4: (2,)}.get(number, (3,))


def _cards(lines: tuple[Line, ...], area: Area, across: int, stage: Stage) -> tuple[Mark, ...] | None:
    down = -(-len(lines) // across)
    high = (area.h - grid.GAP * (down - 1)) / down
    w = (area.w - grid.GAP * (across - 1)) / across
    need = max(_need(line, w, stage) for line in lines)
    if need > high:
        return None
    high = min(high, max(CARD, need))
    marks: list[Mark] = []
    for at, line in enumerate(lines):
        x = area.x + at % across * (w + grid.GAP)
        marks.extend(_card(line, Area(x, area.y + at // across * (high + grid.GAP), w, high), stage))
    return tuple(marks)


def _need(line: Line, w: float, stage: Stage) -> float:
    inner = w - 2 * 21.0
    head = tall((_term(line, "head"),), inner, stage.type("lead"), stage)
    return (
        14.0 + head + 3.0 + tall((_meaning(line, stage),), inner, stage.type("body"), stage) + _foot(line, inner, stage)
    )


def _foot(line: Line, w: float, stage: Stage) -> float:
    """Height of the address at the card's foot with the margins around it."""
    return 12.0 if not line.refs else 18.0 + tall((where(line, stage),), w, stage.type("label"), stage)


def _card(line: Line, card: Area, stage: Stage) -> list[Mark]:
    x, w = card.x + 21.0, card.w - 42.0
    head = tall((_term(line, "head"),), w, stage.type("lead"), stage)
    foot = _foot(line, w, stage)
    y = card.y + 14.0
    text = Area(x, y + head + 3.0, w, card.bottom - foot - y - head - 3.0)
    marks: list[Mark] = list(parts.panel(card, stage))
    marks.append(box(Area(x, y, w, head), _term(line, "head"), stage.type("lead"), tag="H3"))
    marks.append(box(text, _meaning(line, stage), stage.type("body")))
    if line.refs:
        spot = Area(x, card.bottom - foot + 6.0, w, foot - 18.0)
        marks.append(box(spot, where(line, stage), stage.type("label")))
    return marks


def _term(line: Line, font: str) -> Paragraph:
    return plain(line.label, "accent" if font == "head" else "accent2", bold=True, font=font)


def _meaning(line: Line, stage: Stage) -> Paragraph:
    if not line.text.strip():
        return plain(stage.word("unexplained"), "muted", italic=True)
    return plain(line.text)


def where(line: Line, stage: Stage, scale: float = 1.0) -> Paragraph:
    """The reference alone, as it stands in a cell of its own."""
    run = stage.reference(line.refs)
    return Paragraph((Run(run.text.strip(), bold=True, colour="accent2", refs=line.refs, scale=scale),))


def _plan(lines: tuple[Line, ...], stage: Stage) -> tables.Plan:
    size = stage.type("compact")
    header = tables.heads(("term", "meaning", "where"), size, stage)
    scale = round(stage.type("label").size / size.size, 3)
    rows = tuple(((_term(line, "body"),), (_meaning(line, stage),), (where(line, stage, scale),)) for line in lines)
    alt = stage.word("terms alt").format(count=len(lines))
    return tables.Plan(header, rows, (222.0, 526.0, 116.0), size, alt, "Terms", 62.0)

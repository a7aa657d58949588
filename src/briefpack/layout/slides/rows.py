"""Numbered rows with hairlines: evidence under a claim, points, take-aways."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefpack.layout.fit import least
from briefpack.layout.marks import Mark, Paragraph, Rule
from briefpack.layout.slides import stack
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, plain, statement, tall
from briefpack.model import Line

NUMERAL = 39.0
"""Room for the numeral."""
ABOVE, BELOW = 10.5, 7.0
"""Inside a row, over and under its text."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How rows are set: the size of their text, and whether the label is a head above it."""

    role: str = "body"
    heads: bool = True
    middle: bool = False
    """Text in the middle of its row, as in take-aways."""
    most: float = 150.0
    """No row is taller for want of company."""
    numbered: bool = True


def needs(lines: tuple[Line, ...], w: float, kind: Kind, stage: Stage) -> tuple[float, ...]:
    """The least height of each row."""
    return tuple(_need(line, w - _indent(lines, kind), kind, stage) for line in _unnamed(lines))


def top(lines: tuple[Line, ...], w: float, stage: Stage) -> float:
    """Height of the head above the rows: the voice that all of them share; 0 where they have several or none."""
    name = _shared(lines)
    return tall((_label(name),), w, stage.type("head"), stage) + 5.0 if name else 0.0


def place(lines: tuple[Line, ...], area: Area, kind: Kind, stage: Stage, *, first: int = 1) -> tuple[Mark, ...] | None:
    """The rows over the whole area; None where they do not fit."""
    above = top(lines, area.w, stage)
    heights = stack.share(needs(lines, area.w, kind, stage), area.h - above, kind.most)
    if heights is None:
        return None
    marks: list[Mark] = []
    if above:
        head = Area(area.x, area.y - 2.0, area.w, above - 3.0)
        marks.append(box(head, _label(_shared(lines)), stage.type("head"), tag="H3"))
    y = area.y + above
    for at, (line, height) in enumerate(zip(_unnamed(lines), heights, strict=True)):
        marks.append(Rule(area.x, y, area.right, y, "rule" if at else "ink", 0.75 if at else 1.5))
        row = Area(area.x, y, area.w, height)
        marks.extend(_row(line, row, str(first + at) if _indent(lines, kind) else "", kind, stage))
        y += height
    return tuple(marks)


def _shared(lines: tuple[Line, ...]) -> str:
    """The voice of every one of several lines."""
    names = {line.label for line in lines}
    return lines[0].label if len(lines) > 1 and len(names) == 1 else ""


def _unnamed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without the voice that stands above them all."""
    return tuple(replace(line, label="") for line in lines) if _shared(lines) else lines


def _indent(lines: tuple[Line, ...], kind: Kind) -> float:
    """A row that is alone has no numeral."""
    return NUMERAL if kind.numbered and len(lines) > 1 else 0.0


def _need(line: Line, w: float, kind: Kind, stage: Stage) -> float:
    head = _head(line, w, kind, stage)
    return ABOVE + head + tall((_text(line, kind, stage),), w, stage.type(kind.role), stage) + BELOW


def _head(line: Line, w: float, kind: Kind, stage: Stage) -> float:
    """Height of the head with the gap under it; none where the label stands inside the text."""
    if not (kind.heads and line.label):
        return 0.0
    return tall((_label(line.label),), w, stage.type("head"), stage) + 2.0


def _label(name: str) -> Paragraph:
    return plain(name, bold=True, font="head")


def _text(line: Line, kind: Kind, stage: Stage) -> Paragraph:
    return statement(line, stage, voice=not kind.heads)


def _row(line: Line, row: Area, numeral: str, kind: Kind, stage: Stage) -> list[Mark]:
    indent = NUMERAL if numeral else 0.0
    inner = Area(row.x + indent, row.y + ABOVE, row.w - indent, row.h - ABOVE - BELOW)
    size = stage.type(kind.role)
    head = _head(line, inner.w, kind, stage)
    marks: list[Mark] = []
    if numeral:
        large = stage.type("numeral")
        lead = size.pitch if not head else stage.type("head").pitch
        y = inner.y + (inner.h - large.pitch) / 2 if kind.middle else inner.y + (lead - large.pitch) / 2
        spot = Area(row.x, y, indent - 4.0, least(large.size))
        marks.append(box(spot, plain(numeral, "accent", bold=True, font="head"), large, tag="P"))
    if head:
        marks.append(box(Area(inner.x, inner.y, inner.w, head - 2.0), _label(line.label), stage.type("head"), tag="H3"))
    text = Area(inner.x, inner.y + head, inner.w, inner.h - head)
    anchor = "middle" if kind.middle else "top"
    marks.append(box(text, _text(line, kind, stage), size, anchor=anchor, tag="LI"))
    return marks

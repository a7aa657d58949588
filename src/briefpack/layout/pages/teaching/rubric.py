"""A single-point rubric: what is looked for in the middle, room to write on both sides."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Cell, Mark, Paragraph, Rect, Run, Sheets
from briefpack.layout.pages.paper import Paper, moved
from briefpack.layout.pages.setting import Setting, runs
from briefpack.layout.pages.sheets import Columns, Part, shared_out, tall
from briefpack.layout.pages.teaching import flow, sizes
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import say
from briefpack.model import Block, Line, TeachingSet, Type
from briefpack.model import Part as Handed

_MIDDLE = 0.44
"""Share of the width that the criteria take."""
_PAD = 12.0
_TRIED = (("text", 8.0), ("text", 5.0), ("small", 4.0))
"""Type of the criteria and the air around them."""
_TALLEST = 110.0
"""Points of a row: enough to write in by hand."""


def place(part: Handed, whole: TeachingSet, setting: Setting, paper: Paper) -> Sheets:
    """The question on a card, then the criteria in rows that fill the page."""
    page = Worksheet(part.title, whole.title, setting, paper, part.kind)
    parts: list[Part] = []
    for block in part.blocks:
        if block.kind == "question":
            parts.append(_question(block, paper.width, setting))
        elif block.kind == "criteria":
            parts += _rows(block, paper.width, setting, page.room - tall(parts))
        else:
            parts += [one for group in flow.blocks((block,), paper.width, setting) for one in group]
    return page.sheets(shared_out(parts, page.room))


def _question(block: Block, w: float, setting: Setting) -> Part:
    head, text = sizes.of(setting, "small"), sizes.of(setting, "head")
    name = setting.text((Paragraph((Run(block.heading, bold=True, colour="accent"),)),), w - 2 * _PAD, head, tag="H2")
    asked = tuple(runs(Run(line.text, bold=True, font="head"), setting.ref(line)) for line in block.lines)
    body = setting.text(asked, w - 2 * _PAD, text)
    h = name.h + body.h + 2 * _PAD
    ground = Rect(0, 0, w, h, fill="tint", radius=setting.look.radius)
    marks: tuple[Mark, ...] = (ground, *moved((name,), _PAD, _PAD), *moved((body,), _PAD, _PAD + name.h))
    return Part(h + 14, marks)


def _rows(block: Block, w: float, setting: Setting, room: float) -> list[Part]:
    """The criteria as rows, in the largest type in which they fit the room, as tall as it allows."""
    for role, pad in _TRIED:
        columns = _columns(w, sizes.of(setting, role), pad)
        rows = [columns.row(_cells(line, setting), setting) for line in block.lines]
        if tall(rows) <= room:
            break
    spare = max(room - tall(rows), 0.0) / max(len(rows), 1)
    return [replace(row, h=max(row.h, min(row.h + spare, _TALLEST))) for row in rows]


def _columns(w: float, type: Type, pad: float) -> Columns:
    side = w * (1 - _MIDDLE) / 2
    return Columns(
        (say("To work on"), say("What we look for"), say("Strong, and beyond")),
        (side, w * _MIDDLE, side),
        type,
        say("Rubric"),
        pad_x=7.0,
        pad_y=pad,
    )


def _cells(line: Line, setting: Setting) -> tuple[Cell, ...]:
    empty = Cell((Paragraph((Run(""),)),))
    name = (Paragraph((Run(line.label, bold=True, colour="accent2"),)),) if line.label else ()
    return empty, Cell((*name, runs(Run(line.text), setting.ref(line))), fill="tint"), empty

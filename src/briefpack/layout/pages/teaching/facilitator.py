"""The facilitator's notes: the lesson to scale, what to do in each part of it, what to know beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefpack.layout.marks import Cell, Paragraph, Run, Sheets
from briefpack.layout.pages import lesson
from briefpack.layout.pages.paper import Paper
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.sheets import Columns, Part, balanced
from briefpack.layout.pages.teaching import flow, pieces, sizes
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import say
from briefpack.model import Block, TeachingSet
from briefpack.model import Part as Handed

_WHEN = 0.24
"""Share of the width that the part of the lesson takes, the rest says what to do."""
_TALLEST = 0.6
"""Of a page's room, for one row."""


def place(part: Handed, whole: TeachingSet, setting: Setting, paper: Paper) -> Sheets:
    """The bar, the phases as rows of one table, then the other blocks."""
    total = sum(block.minutes for block in part.blocks)
    note = say("{minutes} minutes · do not hand out", minutes=total) if total else say("do not hand out")
    page = Worksheet(
        part.title,
        whole.title,
        setting,
        paper,
        part.kind,
        note=note,
        foot=say("Do not hand out · {title}", title=whole.title),
    )
    phases = [block for block in part.blocks if block.kind == "phase"]
    others = [block for block in part.blocks if block.kind != "phase"]
    first = [block for block in others if block.kind == "before"]
    rest = [block for block in others if block.kind != "before"]
    parts = [_bar(phases, paper.width, setting)] if total else []
    parts += flow.together(flow.blocks(tuple(first), paper.width, setting), page.room)
    parts += [*([Part(12, ())] if phases else []), *_plan(phases, paper.width, setting, page.room)]
    parts += flow.together(flow.blocks(tuple(rest), paper.width, setting), page.room)
    return page.sheets(balanced(parts, page.room))


def _bar(phases: Sequence[Block], w: float, setting: Setting) -> Part:
    return lesson.bar([lesson.Stretch(block.minutes, block.heading, block.note) for block in phases], w, setting)


def _plan(phases: Sequence[Block], w: float, setting: Setting, room: float) -> list[Part]:
    """The phases as rows; under headings where one is too long for a row."""
    rows = _rows(phases, w, setting)
    if all(row.h <= room * _TALLEST for row in rows):
        return rows
    return [part for group in flow.blocks(tuple(phases), w, setting) for part in group]


def _rows(phases: Sequence[Block], w: float, setting: Setting) -> list[Part]:
    """How long, its name and what belongs to it; what to do and to listen for."""
    small = sizes.of(setting, "small")
    columns = Columns(
        (say("Part of the lesson"), say("What to do, what to listen for")),
        (w * _WHEN, w * (1 - _WHEN)),
        small,
        say("Plan"),
    )
    return [columns.row(_cells(block, setting), setting) for block in phases]


def _cells(block: Block, setting: Setting) -> tuple[Cell, ...]:
    name = Paragraph((Run(block.heading, bold=True, colour="accent", font="head"),))
    minutes = (Paragraph((Run(say("{minutes} minutes", minutes=block.minutes)),)),) if block.minutes else ()
    note = (Paragraph((Run(block.note[:1].upper() + block.note[1:], colour="muted"),)),) if block.note else ()
    told = tuple(replace(pieces.said(line, setting), before=3) for line in block.lines)
    return Cell((name, *minutes, *note), anchor="top"), Cell(told or (Paragraph((Run(""),)),), anchor="top")

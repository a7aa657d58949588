"""Blocks in columns: words and their meanings, people, two views side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefpack.layout.marks import Mark, Paragraph, Run, TextBox
from briefpack.layout.pages.paper import moved
from briefpack.layout.pages.piece import Piece, heading, stack
from briefpack.layout.pages.setting import Setting, runs
from briefpack.messages import say
from briefpack.model import Block, Line

GUTTER = 12.0


def terms(block: Block, w: float, setting: Setting) -> Piece:
    """Each word in bold, its meaning under it."""

    def cell(line: Line, wide: float) -> TextBox:
        term = Paragraph((Run(line.label, bold=True, colour="accent"),))
        meaning = Run(line.text) if line.text else Run(say("not explained in the sources"), colour="muted")
        return setting.text((term, runs(meaning, setting.ref(line))), wide, setting.type("terms"))

    return _grid(block, w, setting, cell, _columns(w, len(block.lines), 3))


def people(block: Block, w: float, setting: Setting) -> Piece:
    """Each side with its people under it; without sides each name in bold, the role under it."""
    if any(line.detail for line in block.lines):
        return _sides(block, w, setting)

    def cell(line: Line, wide: float) -> TextBox:
        name = runs(Run(line.label, bold=True, colour="accent2"), *((setting.ref(line),) if not line.text else ()))
        role = (runs(Run(line.text), setting.ref(line)),) if line.text else ()
        return setting.text((name, *role), wide, setting.type("people"))

    return _grid(block, w, setting, cell, _columns(w, len(block.lines), 4))


def views(block: Block, w: float, setting: Setting) -> Piece:
    """Positions side by side, with equal room; the lines of one position share its column.

    Where one voice tells both positions, each still has a column.
    """
    alike = len({line.label for line in block.lines}) == 1
    sides: dict[tuple[str, int], list[Line]] = {}
    for place, line in enumerate(block.lines):
        sides.setdefault((line.label, place if alike else 0), []).append(line)
    wide = (w - GUTTER * (len(sides) - 1)) / len(sides)
    marks: list[Mark] = []
    tallest = 0.0
    for place, ((label, _), lines) in enumerate(sides.items()):
        head = (Paragraph((Run(label, bold=True, colour="accent2"),)),) if label else ()
        says = tuple(
            Paragraph(runs(Run(line.text, font=setting.text_font), setting.ref(line)).runs, before=3) for line in lines
        )
        box = setting.text((*head, *says), wide, setting.type("text"))
        marks.extend(moved((box,), place * (wide + GUTTER), 0))
        tallest = max(tallest, box.h)
    return stack(block.kind, [heading(setting, block.heading, w), (tallest, tuple(marks))], w)


def _sides(block: Block, w: float, setting: Setting) -> Piece:
    """Columns of sides, four at most in a row: the side in bold, 'Name, role' under it."""
    sides: dict[str, list[Line]] = {}
    for line in block.lines:
        sides.setdefault(line.detail, []).append(line)
    groups = tuple(Line("", (), side) for side in sides)

    def cell(group: Line, wide: float) -> TextBox:
        head = Paragraph((Run(group.label or say("Others"), bold=True, colour="accent2"),))
        people = (_person(line, setting) for line in sides[group.label])
        return setting.text((head, *people), wide, setting.type("people"))

    columns = _columns(w, len(groups), 4)
    return _grid(Block(block.kind, block.heading, groups), w, setting, cell, columns)


def _person(line: Line, setting: Setting) -> Paragraph:
    role = (Run(f", {line.text}"),) if line.text else ()
    return runs(Run(line.label, bold=True), *role, setting.ref(line))


def _grid(block: Block, w: float, setting: Setting, cell: Callable[[Line, float], TextBox], columns: int) -> Piece:
    """Cells row by row; a row is as tall as its tallest cell."""
    wide = (w - GUTTER * (columns - 1)) / columns
    parts = [heading(setting, block.heading, w)]
    for first in range(0, len(block.lines), columns):
        boxes = [replace(cell(line, wide), tag="Entry") for line in block.lines[first : first + columns]]
        marks = tuple(mark for place, box in enumerate(boxes) for mark in moved((box,), place * (wide + GUTTER), 0))
        parts.append((max(box.h for box in boxes) + 5, marks))
    return stack(block.kind, parts, w)


def _columns(w: float, count: int, most: int) -> int:
    """As few columns as give the same number of rows; one column is at least 110 pt wide."""
    most = max(min(most, int((w + GUTTER) // (110 + GUTTER))), 1)
    rows = -(-count // most)
    return min(max(-(-count // rows), 1), most)

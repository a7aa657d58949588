"""A real table: a teacher can add a row, a screen reader knows the header."""

from __future__ import annotations

from collections.abc import Iterable

from briefpack.layout.marks import Cell, Mark, Rule, Table
from briefpack.writers.pptx.pen import Pen, emu
from briefpack.writers.pptx.text import Setting, paragraphs

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""'No Style, No Grid': every border and fill is written on the cell."""

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_NEAR = 0.5
"""Points by which a rule may miss an edge and still be meant for it."""

Edges = dict[int, Rule]
"""The lines of a table by how many rows stand above them: 1 is the one under the header."""


def edges(table: Table, marks: Iterable[Mark]) -> Edges:
    """The rules among these marks that lie along the table's rows: they are its borders.

    As borders they move with the rows when somebody adds one. A table that comes without any gets
    ink under the header and the last row, and hairlines between the others unless they are banded.
    """
    found: Edges = {}
    for mark in marks:
        above = _edge(mark, table) if isinstance(mark, Rule) else None
        if above is not None and isinstance(mark, Rule):
            found[above] = mark
    return found or _usual(table)


def graphic(table: Table, lines: Edges, pen: Pen) -> str:
    """The table as the graphic of its frame."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in table.widths)
    rows = "".join(_row(table, at, lines, pen) for at in range(len(table.rows)))
    properties = f'<a:tblPr firstRow="1"><a:tableStyleId>{_PLAIN}</a:tableStyleId></a:tblPr>'
    return (
        f'<a:graphic><a:graphicData uri="{_URI}"><a:tbl>{properties}<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>'
        f"</a:graphicData></a:graphic>"
    )


def _row(table: Table, at: int, lines: Edges, pen: Pen) -> str:
    borders = _border(lines.get(at), "lnT", pen) + _border(lines.get(at + 1), "lnB", pen)
    cells = "".join(_cell(cell, table, borders, pen) for cell in table.rows[at])
    return f'<a:tr h="{emu(table.heights[at])}">{cells}</a:tr>'


def _cell(cell: Cell, table: Table, borders: str, pen: Pen) -> str:
    sides = _border(None, "lnL", pen) + _border(None, "lnR", pen)
    left, right = (0.0, 2 * table.pad_x) if table.flush else (table.pad_x, table.pad_x)
    down = emu(table.pad_y)
    text = paragraphs(cell.paragraphs, Setting(table.size, table.pitch), pen)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{emu(left)}" marR="{emu(right)}" marT="{down}" marB="{down}" anchor="{_ANCHORS[cell.anchor]}">'
        f"{sides}{borders}{pen.fill(cell.fill)}</a:tcPr></a:tc>"
    )


def _border(rule: Rule | None, tag: str, pen: Pen) -> str:
    """One side of a cell. The line between two rows is written in both, as programs differ in which they draw."""
    return pen.line(rule.colour, rule.width, dash=rule.dash, tag=tag) if rule else pen.line("", 0, tag=tag)


def _edge(rule: Rule, table: Table) -> int | None:
    """How many rows stand above a rule that runs along the whole table; None where it does not."""
    ends = sorted((rule.x1, rule.x2))
    wanted = (rule.y1, table.x, table.x + sum(table.widths))
    if any(abs(is_ - want) > _NEAR for is_, want in zip((rule.y2, *ends), wanted, strict=True)):
        return None
    y = table.y
    for above, tall in enumerate((*table.heights, 0.0)):
        if abs(rule.y1 - y) <= _NEAR:
            return above
        y += tall
    return None


def _usual(table: Table) -> Edges:
    last = len(table.rows)
    banded = any(cell.fill for row in table.rows[1:] for cell in row)
    between = {} if banded else {at: Rule(0, 0, 0, 0, "rule", 0.75) for at in range(2, last)}
    return {**between, 1: Rule(0, 0, 0, 0, "ink", 1.5), last: Rule(0, 0, 0, 0, "ink", 1.5)}

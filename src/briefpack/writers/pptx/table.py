"""A real table: a teacher can add a row, a screen reader knows the header."""

from __future__ import annotations

from briefpack.layout.marks import Cell, Table
from briefpack.writers.pptx.pen import Pen, emu
from briefpack.writers.pptx.text import Setting, paragraphs

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""'No Style, No Grid': every border and fill is written on the cell."""

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_HEAVY, _THIN = 1.5, 0.75


def graphic(table: Table, pen: Pen) -> str:
    """The table as the graphic of its frame."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in table.widths)
    rows = "".join(_row(table, at, pen) for at in range(len(table.rows)))
    properties = f'<a:tblPr firstRow="1"><a:tableStyleId>{_PLAIN}</a:tableStyleId></a:tblPr>'
    return (
        f'<a:graphic><a:graphicData uri="{_URI}"><a:tbl>{properties}<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>'
        f"</a:graphicData></a:graphic>"
    )


def _row(table: Table, at: int, pen: Pen) -> str:
    borders = _border(table, at - 1, pen, "lnT") + _border(table, at, pen, "lnB")
    cells = "".join(_cell(cell, table, borders, pen) for cell in table.rows[at])
    return f'<a:tr h="{emu(table.heights[at])}">{cells}</a:tr>'


def _cell(cell: Cell, table: Table, borders: str, pen: Pen) -> str:
    sides = pen.line("", 0, tag="lnL") + pen.line("", 0, tag="lnR")
    across, down = emu(table.pad_x), emu(table.pad_y)
    text = paragraphs(cell.paragraphs, Setting(table.size, table.pitch), pen)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="{_ANCHORS[cell.anchor]}">'
        f"{sides}{borders}{pen.fill(cell.fill)}</a:tcPr></a:tc>"
    )


def _border(table: Table, above: int, pen: Pen, tag: str) -> str:
    """The line under a row, which is also the line over the next: both cells must say the same.

    Ink under the header and the last row; between rows a hairline, unless bands tell them apart.
    """
    if above in (0, len(table.rows) - 1):
        return pen.line("ink", _HEAVY, tag=tag)
    banded = any(cell.fill for row in table.rows[1:] for cell in row)
    return pen.line("" if banded or above < 0 else "rule", _THIN, tag=tag)

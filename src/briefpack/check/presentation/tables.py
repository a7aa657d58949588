"""The tables of a slide: their cells with places, and what a table's style says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefpack.check.presentation import paint
from briefpack.check.presentation.colour import Colour, Palette
from briefpack.check.presentation.measure import ink
from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.stage import Stage
from briefpack.check.presentation.text import Text, cell_text
from briefpack.check.presentation.xml import child, first, number, parts, points, switched
from briefpack.model import Area

_BARE = ("{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}")
"""'No Style', without and with a grid: no fills, dark text."""
_MEDIUM = {
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": "accent1", "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": "accent2",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": "accent3", "{00A15C55-8517-42AA-B614-E9B94910E393}": "accent4",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": "accent5", "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": "accent6",
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": "dk1",
}  # fmt: skip
"""'Medium Style 2' in its colours: what PowerPoint and python-pptx give a new table, and no file spells out."""


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One cell that shows something."""

    row: int
    column: int
    box: Area
    text: Text
    fill: paint.Fill
    """Empty where the slide shows through."""
    colour: Colour | None
    """Of text that names none."""
    own: bool
    """Whether the fill is written on the cell itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table as it is drawn."""

    shape: Shape
    element: Any
    cells: tuple[Cell, ...]
    columns: int
    rows: tuple[int, ...]
    """Cells in each row, as the file has them."""
    header: bool
    merged: int
    box: Area
    """As tall as its texts make it."""


def table(shape: Shape, stage: Stage, styles: Mapping[str, Any]) -> Table | None:
    """Read a table; None where its frame has no place."""
    element = child(shape.element, "a:graphic", "a:graphicData", "a:tbl")
    if element is None or shape.box is None:
        return None
    widths = [points(one, "w") for one in parts(child(element, "a:tblGrid"))]
    look = _Look.of(element, stage.palette, styles)
    rows = element.findall(_ROW)
    cells: list[Cell] = []
    y = shape.box.y
    for at, row in enumerate(rows):
        found = list(_row(row, at, y, shape.box.x, widths, stage, look))
        tall = max((_needed(cell) for cell in found if not _spans(row, cell.column)), default=0.0)
        y += max(points(row, "h"), tall)
        cells += found
    return Table(
        shape=shape,
        element=element,
        cells=tuple(cells),
        columns=len(widths),
        rows=tuple(len(row.findall(_CELL)) for row in rows),
        header=look.first,
        merged=sum(1 for one in element.iter(_CELL) if number(one, "gridSpan", 1) > 1 or number(one, "rowSpan", 1) > 1),
        box=Area(shape.box.x, shape.box.y, max(shape.box.w, sum(widths)), max(y - shape.box.y, 0.0)),
    )


_SPACE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ROW, _CELL = f"{_SPACE}tr", f"{_SPACE}tc"


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """What the style of a table does to its rows."""

    first: bool
    banded: bool
    accent: Colour | None
    """Of 'Medium Style 2'."""
    bare: bool
    style: Any
    """The style that the file spells out."""
    palette: Palette

    @classmethod
    def of(cls, element: Any, palette: Palette, styles: Mapping[str, Any]) -> _Look:
        properties = child(element, "a:tblPr")
        said = child(properties, "a:tableStyleId")
        name = (said.text or "").strip().upper() if said is not None else ""
        first_row, banded = bool(switched(properties, "firstRow")), bool(switched(properties, "bandRow"))
        accent = palette.slot(_MEDIUM[name]) if name in _MEDIUM else None
        return cls(first_row, banded, accent, name in _BARE or not name, styles.get(name), palette)

    def drawn(self, row: int) -> tuple[paint.Fill, Colour | None]:
        """Fill and text colour that the style gives to a row; None for a fill that is not known."""
        heading = self.first and row == 0
        if self.style is not None:
            return self._spelled(heading, row)
        if self.accent is not None:
            band = self.banded and (row - self.first) % 2 == 0
            tint = 0.4 if band else 0.2
            pale = Colour(*(_pale(part, tint) for part in self.accent.parts))
            return ((self.accent,) if heading else (pale,)), self.palette.slot("lt1" if heading else "dk1")
        return (() if self.bare else None), self.palette.slot("tx1")

    def _spelled(self, heading: bool, row: int) -> tuple[paint.Fill, Colour | None]:
        names = ["firstRow"] if heading else ["band1H"] if self.banded and (row - self.first) % 2 == 0 else []
        filled: paint.Fill = ()
        colour: Colour | None = None
        for name in ["wholeTbl", *names]:
            part = first(self.style, name)
            styled = child(first(part, "tcStyle"), "a:fill")
            if styled is not None:
                found = paint.cell_fill(styled, self.palette)
                filled = () if isinstance(found, str) else found
            colour = self.palette.colour(first(part, "tcTxStyle")) or colour
        return filled, colour or self.palette.slot("tx1")


def _pale(part: float, tint: float) -> float:
    """A tint as PowerPoint works it out for tables, near enough for a contrast."""
    return part * tint + 1 - tint


def _row(row: Any, at: int, y: float, x: float, widths: list[float], stage: Stage, look: _Look) -> Iterator[Cell]:
    styled, colour = look.drawn(at)
    for column, element in enumerate(row.findall(_CELL)):
        if switched(element, "hMerge") or switched(element, "vMerge"):
            continue
        across = int(number(element, "gridSpan", 1))
        box = Area(x + sum(widths[:column]), y, sum(widths[column : column + across]), points(row, "h"))
        own = paint.cell_fill(child(element, "a:tcPr"), stage.palette)
        filled = styled if isinstance(own, str) else own
        yield Cell(at, column, box, cell_text(element, stage), filled, colour, not isinstance(own, str))


def _needed(cell: Cell) -> float:
    """How tall the row must be for this cell."""
    return ink(cell.text, cell.box).over + cell.box.h


def _spans(row: Any, column: int) -> bool:
    """A cell over several rows does not make its first one taller."""
    return number(row.findall(_CELL)[column], "rowSpan", 1) > 1

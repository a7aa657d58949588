"""What belongs together is written with no-break spaces, so that other programs break lines where we measured."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout import fit
from briefpack.layout.fit import Families
from briefpack.layout.marks import Cell, Mark, MarkGroup, Paragraph, Sheet, Table, TextBox


def sheet(one: Sheet, families: Families) -> Sheet:
    """The sheet with dates, numbers with units and names with initials that no line breaks; no place changes."""
    return replace(one, marks=tuple(_mark(mark, families) for mark in one.marks))


def _mark(mark: Mark, families: Families) -> Mark:
    if isinstance(mark, TextBox):
        return replace(mark, paragraphs=_texts(mark.paragraphs, mark.w, mark.size, families))
    if isinstance(mark, Table):
        return replace(mark, rows=tuple(_row(row, mark, families) for row in mark.rows))
    if isinstance(mark, MarkGroup):
        return replace(mark, marks=tuple(_mark(one, families) for one in mark.marks))
    return mark


def _row(row: tuple[Cell, ...], table: Table, families: Families) -> tuple[Cell, ...]:
    return tuple(
        replace(cell, paragraphs=_texts(cell.paragraphs, w - 2 * table.pad_x, table.size, families))
        for cell, w in zip(row, table.widths, strict=True)
    )


def _texts(texts: tuple[Paragraph, ...], w: float, size: float, families: Families) -> tuple[Paragraph, ...]:
    return tuple(fit.kept(text, w, size, families) for text in texts)

"""References that lead somewhere: each printed one on a placed slide or page becomes a link to its passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from briefpack.layout import references
from briefpack.layout.marks import Cell, Inset, Mark, MarkGroup, Paragraph, Run, Sheet, Sheets, Table, TextBox
from briefpack.model import Cited

Sources = tuple[Cited, ...]
Change = Callable[[Paragraph], Paragraph]
Held = TypeVar("Held", TextBox, Cell)


def linked(sheet: Sheet, sources: Sources) -> Sheet:
    """The sheet with its references linked; no word and no place changes."""
    return _changed(sheet, lambda one: paragraph(one, sources))


def deeper(sheets: Sheets, folders: int) -> Sheets:
    """The sheets of a file that lies so many folders below its audience's: their links go up as many more."""
    if not folders:
        return sheets
    up = "../" * folders
    return replace(sheets, sheets=tuple(_changed(sheet, lambda one: _raised(one, up)) for sheet in sheets.sheets))


def inward(sheets: Sheets) -> Sheets:
    """The sheets of a file that may be sent alone: each reference leads to its source in the file's own list."""
    entries = {run.anchor for sheet in sheets.sheets for mark in sheet.marks for run in _runs(mark) if run.anchor}

    def change(one: Paragraph) -> Paragraph:
        return replace(one, runs=tuple(references.inward(run, entries) for run in one.runs))

    return replace(sheets, sheets=tuple(_changed(sheet, change) for sheet in sheets.sheets))


def _runs(mark: Mark) -> Iterator[Run]:
    if isinstance(mark, TextBox):
        yield from (run for paragraph in mark.paragraphs for run in paragraph.runs)
    elif isinstance(mark, Table):
        yield from (run for row in mark.rows for cell in row for one in cell.paragraphs for run in one.runs)
    elif isinstance(mark, MarkGroup | Inset):
        inside = mark.marks if isinstance(mark, MarkGroup) else mark.sheet.marks
        yield from (run for one in inside for run in _runs(one))


def _changed(sheet: Sheet, change: Change) -> Sheet:
    return replace(sheet, marks=tuple(_mark(mark, change) for mark in sheet.marks))


def _mark(mark: Mark, change: Change) -> Mark:
    if isinstance(mark, TextBox):
        return _text(mark, change)
    if isinstance(mark, Table):
        return replace(mark, rows=tuple(tuple(_text(cell, change) for cell in row) for row in mark.rows))
    if isinstance(mark, MarkGroup):
        return replace(mark, marks=tuple(_mark(one, change) for one in mark.marks))
    if isinstance(mark, Inset):
        return replace(mark, sheet=_changed(mark.sheet, change))
    return mark


def _text(held: Held, change: Change) -> Held:
    if not any(run.refs or run.link for paragraph in held.paragraphs for run in paragraph.runs):
        return held
    return replace(held, paragraphs=tuple(change(paragraph) for paragraph in held.paragraphs))


def paragraph(one: Paragraph, sources: Sources) -> Paragraph:
    """A paragraph with its references linked, as its lines are broken when it is drawn."""
    if not leads(one):
        return one
    return replace(one, runs=tuple(piece for run in one.runs for piece in references.linked(run, sources)))


def leads(one: Paragraph) -> bool:
    """Whether it holds a printed reference that is no link yet."""
    return any(map(references.pending, one.runs))


def _raised(paragraph: Paragraph, up: str) -> Paragraph:
    return replace(paragraph, runs=tuple(_led(run, up) for run in paragraph.runs))


def _led(run: Run, up: str) -> Run:
    return replace(run, link=up + run.link) if run.link.startswith("../") else run

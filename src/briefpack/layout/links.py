"""References that lead somewhere: each printed one on a placed slide or page becomes a link to its passage."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from briefpack.layout import references
from briefpack.layout.marks import Cell, Mark, MarkGroup, Paragraph, Sheet, Table, TextBox
from briefpack.model import Cited

Sources = tuple[Cited, ...]
Held = TypeVar("Held", TextBox, Cell)


def linked(sheet: Sheet, sources: Sources) -> Sheet:
    """The sheet with its references linked; no word and no place changes."""
    return replace(sheet, marks=tuple(_mark(mark, sources) for mark in sheet.marks))


def _mark(mark: Mark, sources: Sources) -> Mark:
    if isinstance(mark, TextBox):
        return _text(mark, sources)
    if isinstance(mark, Table):
        return replace(mark, rows=tuple(tuple(_text(cell, sources) for cell in row) for row in mark.rows))
    if isinstance(mark, MarkGroup):
        return replace(mark, marks=tuple(_mark(one, sources) for one in mark.marks))
    return mark


def _text(held: Held, sources: Sources) -> Held:
    if not any(run.refs for paragraph in held.paragraphs for run in paragraph.runs):
        return held
    return replace(held, paragraphs=tuple(_paragraph(paragraph, sources) for paragraph in held.paragraphs))


def _paragraph(paragraph: Paragraph, sources: Sources) -> Paragraph:
    return replace(paragraph, runs=tuple(one for run in paragraph.runs for one in references.linked(run, sources)))

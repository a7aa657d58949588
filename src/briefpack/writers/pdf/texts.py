"""All text that a page will draw."""

from __future__ import annotations

from collections.abc import Iterable

from briefpack.layout import charting
from briefpack.layout.marks import Chart, Inset, Mark, MarkGroup, Paragraph, Sheets, Table, TextBox


def of(sheets: Sheets) -> list[str]:
    """Text by text, insets included."""
    return [text for sheet in sheets.sheets for text in _texts(sheet.marks)]


def _texts(marks: Iterable[Mark]) -> list[str]:
    found: list[str] = []
    for mark in marks:
        if isinstance(mark, TextBox):
            found += _words(mark.paragraphs)
        elif isinstance(mark, Table):
            found += [text for row in mark.rows for cell in row for text in _words(cell.paragraphs)]
        elif isinstance(mark, Chart):
            found += _texts(charting.marks(mark))
        elif isinstance(mark, MarkGroup):
            found += _texts(mark.marks)
        elif isinstance(mark, Inset):
            found += _texts(mark.sheet.marks)
    return found


def _words(paragraphs: Iterable[Paragraph]) -> list[str]:
    found: list[str] = []
    for paragraph in paragraphs:
        found.append(paragraph.bullet)
        found += [run.text for run in paragraph.runs]
    return found

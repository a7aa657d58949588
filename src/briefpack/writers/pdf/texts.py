"""All text that a page will draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefpack.layout import charting
from briefpack.layout.marks import Chart, Inset, Mark, MarkGroup, Paragraph, Sheets, Table, TextBox


def of(sheets: Sheets) -> Iterator[str]:
    """Text by text, insets included."""
    for sheet in sheets.sheets:
        yield from _texts(sheet.marks)


def _texts(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, TextBox):
            yield from _words(mark.paragraphs)
        elif isinstance(mark, Table):
            for row in mark.rows:
                for cell in row:
                    yield from _words(cell.paragraphs)
        elif isinstance(mark, Chart):
            yield from _texts(charting.marks(mark))
        elif isinstance(mark, MarkGroup):
            yield from _texts(mark.marks)
        elif isinstance(mark, Inset):
            yield from _texts(mark.sheet.marks)


def _words(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield paragraph.bullet
        yield from (run.text for run in paragraph.runs)

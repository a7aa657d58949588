"""The nouns of a text that flows: headings, statements, list items, tables, room to write."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout.marks import Run

Words = tuple[Run, ...]
"""Runs of one paragraph; of a run's style only bold, 'muted', references and links count here."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of what follows; it never stands apart from it."""

    text: str
    level: int = 2
    """2 for a part of the page, 3 for a part of that; the title of the whole is level 1."""
    apart: bool = False
    """True where it begins a page."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: Words
    kind: str = "body"
    """'body', 'lead' (what opens a page), 'question' (what it asks), 'aside' (beside a question), 'quote', 'note'."""
    keep: bool = False
    """True where it must stay with what follows."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    words: Words
    number: int = 0
    """Counted from 1; 0 for a bullet."""
    keep: bool = False
    inner: bool = False
    """True where it stands under a numbered item."""
    mark: str = ""
    """Before an answer to choose from, under a numbered item, in place of a bullet: 'A', or '___' to write on."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    shares: tuple[float, ...]
    """Of the width, one for each column."""
    says: str
    """What the table shows, for those who hear it."""
    counted: bool = False
    """True where its rows are numbered."""
    written_on: bool = False
    """True where its empty cells are to be filled by hand."""


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on."""

    lines: int


Part = Heading | Text | Item | Table | Room


@dataclass(frozen=True, slots=True)
class Flow:
    """A product in reading order."""

    title: str
    language: str
    audience: str
    kicker: str
    """What it is: 'Discussion questions'."""
    parts: tuple[Part, ...]
    note: str = ""
    """Beside the kicker: 'Evidence up to 6 May 2025 · 3 sources'."""
    named: bool = False
    """True where pupils write their name on it."""
    foot: str = ""
    """At the foot of each page; the title where it is empty."""
    dense: bool = False
    """True where it is to stand on one page if it can."""

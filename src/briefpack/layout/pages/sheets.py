"""Parts down as many pages as they need: none is ever divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.layout.fit import height
from briefpack.layout.marks import Cell, Mark, Paragraph, Run, Table
from briefpack.layout.pages.setting import Setting
from briefpack.model import Type


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table whose rows may stand on several pages, each with the same header."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    type: Type
    alt: str
    pad_x: float = 4.0
    pad_y: float = 5.0

    @property
    def head(self) -> float:
        """Height of the header row."""
        return self.type.pitch + 2 * self.pad_y

    def row(self, cells: tuple[Cell, ...], setting: Setting, least: float = 0.0) -> Part:
        """A row as tall as its tallest cell."""
        cells = tuple([Cell(setting.drawn(cell.paragraphs), cell.fill, cell.anchor) for cell in cells])
        tall = max(
            height(setting.lines(cell.paragraphs, wide - 2 * self.pad_x, self.type.size), self.type.pitch)
            for cell, wide in zip(cells, self.widths, strict=True)
        )
        return Part(max(tall + 2 * self.pad_y, least), (), cells=cells, columns=self)

    def table(self, rows: Sequence[Part]) -> Table:
        """The rows of one page under the header."""
        return Table(
            0,
            0,
            self.widths,
            (self.head, *(row.h for row in rows)),
            (tuple(_head(word) for word in self.heads), *(row.cells for row in rows)),
            self.type.size,
            self.type.pitch,
            self.pad_x,
            self.pad_y,
            alt=self.alt,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """Something that stays together, measured."""

    h: float
    marks: tuple[Mark, ...]
    """From its own top left corner."""
    clings: bool = False
    """True where it must not be the last on its page: a heading."""
    cells: tuple[Cell, ...] = ()
    """Of a row of a table, which is drawn with its neighbours."""
    columns: Columns | None = None
    """The table that the row belongs to."""
    over: Part | None = None
    """What stands before it where it is the first on its page: 'Slide 5, continued'."""


def shared_out(parts: Sequence[Part], room: float) -> list[list[Part]]:
    """The parts page by page; one that is taller than a page has a page of its own."""
    pages: list[list[Part]] = []
    page: list[Part] = []
    used = 0.0
    for part in parts:
        if page and used + _more(page[-1] if page else None, part) > room + 0.01:
            moving = _clinging(page)
            pages.append(page[: len(page) - len(moving)] or page)
            page = _headed(moving if len(moving) < len(page) else [], part, room)
            used = tall(page)
        used += _more(page[-1] if page else None, part)
        page.append(part)
    if page:
        pages.append(page)
    return pages


def balanced(parts: Sequence[Part], room: float) -> list[list[Part]]:
    """As few pages as `shared_out` makes, filled alike: the last one is not left with a line."""
    fewest = shared_out(parts, room)
    if len(fewest) < 2:
        return fewest
    low, high = room / 2, room
    for _ in range(12):
        middle = (low + high) / 2
        tried = shared_out(parts, middle)
        fits = len(tried) == len(fewest) and all(tall(page) <= room + 0.01 for page in tried)
        low, high = (low, middle) if fits else (middle, high)
    return shared_out(parts, high)


def tall(page: Sequence[Part]) -> float:
    """How tall parts under one another are, with the headers of their tables."""
    return sum(map(_more, [None, *page], page))


def _more(before: Part | None, part: Part) -> float:
    """What a part adds to a page that ends with another: its height, and the header of a table that it begins."""
    begins = part.columns and (before is None or before.columns is not part.columns)
    return part.h + (part.columns.head if part.columns and begins else 0.0)


def joined(page: Sequence[Part]) -> list[Part]:
    """The parts with the rows of each table drawn as one."""
    found: list[Part] = []
    at = 0
    while at < len(page):
        columns, end = page[at].columns, at + 1
        if columns is None:
            found.append(page[at])
        else:
            while end < len(page) and page[end].columns is columns:
                end += 1
            table = columns.table(page[at:end])
            found.append(Part(sum(table.heights), (table,)))
        at = end
    return found


def _head(word: str) -> Cell:
    return Cell((Paragraph((Run(word, bold=True, colour="muted"),)),))


def _headed(page: list[Part], part: Part, room: float) -> list[Part]:
    """A page that begins, with what says that it goes on; without where that would leave no room."""
    over = (page or [part])[0].over
    return [over, *page] if over and tall([over, *page, part]) <= room else page


def _clinging(page: list[Part]) -> list[Part]:
    """The parts at the end of a page that go over to the next one with what follows."""
    count = 0
    while count < len(page) and page[-1 - count].clings:
        count += 1
    return page[len(page) - count :]

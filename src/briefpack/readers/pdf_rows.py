"""Pieces of text with their places on a page, to printed rows in reading order: one column after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefpack.text.plain import fold

GLYPH = 0.5  # mean width of a letter, as a share of the size
_SAME_LINE = 0.45  # share of the size by which two pieces of one line may differ in height
_COLUMN_LINES = 4  # least lines that make a column
_COLUMN_GAP = 90.0  # pt between the left edges of two columns, at least


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text; x and y of its start in pt, y from the bottom."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False

    @property
    def end(self) -> float:
        """Where it ends, estimated."""
        return self.x + len(self.text.rstrip()) * self.size * GLYPH


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line."""

    text: str
    x: float
    y: float
    end: float
    size: float
    bold: bool
    italic: bool
    page: int
    height: float
    """Of its page."""
    left: float = 0.0
    right: float = 0.0
    """The edges of its column's text."""


def in_order(pieces: Sequence[Fragment], page: int, height: float) -> list[Row]:
    """The rows of a page: full-width ones where they stand, between them one column after the other."""
    starts = _columns(pieces)
    bands: list[list[Row]] = [[] for _ in starts]
    found: list[Row] = []
    rows = sorted(_rows(pieces, starts, page, height), key=lambda row: (-row.y, row.x))
    columns = [_placed(row, starts) for row in rows]
    for row, column in _edged(rows, columns):
        if column is None:
            found += [each for band in bands for each in band]
            found.append(row)
            bands = [[] for _ in starts]
        else:
            bands[column].append(row)
    return found + [each for band in bands for each in band]


def _placed(row: Row, starts: Sequence[float]) -> int | None:
    """The column that a row stands in; None for one that runs across columns."""
    column = _column(row.x, starts)
    wide = column + 1 < len(starts) and row.end > starts[column + 1] + 20
    return None if wide else column


def _edged(rows: Sequence[Row], columns: Sequence[int | None]) -> Iterator[tuple[Row, int | None]]:
    """Each row with the edges of its column filled in."""
    edges: dict[int | None, tuple[float, float]] = {}
    for row, column in zip(rows, columns, strict=True):
        left, right = edges.get(column, (row.x, row.end))
        edges[column] = (min(left, row.x), max(right, row.end))
    for row, column in zip(rows, columns, strict=True):
        left, right = edges[column]
        yield replace(row, left=left, right=right), column


def _columns(pieces: Sequence[Fragment]) -> list[float]:
    """The left edges of the page's columns, from the left; one for a plain page."""
    heights: dict[int, set[int]] = {}
    for piece in pieces:
        heights.setdefault(round(piece.x / 4), set()).add(round(piece.y))
    often = sorted(((len(lines), -edge) for edge, lines in heights.items()), reverse=True)
    starts: list[float] = []
    for lines, edge in often:
        x = -edge * 4.0
        if lines >= _COLUMN_LINES and all(abs(x - other) >= _COLUMN_GAP for other in starts):
            starts.append(x)
    return _without_tables(pieces, sorted(starts)) or [0.0]


def _without_tables(pieces: Sequence[Fragment], starts: list[float]) -> list[float]:
    """Keep a column only if its lines are long: cells of a table are short."""
    kept = starts[:1]
    for at, start in enumerate(starts[1:], 1):
        lengths = [len(piece.text) for piece in pieces if abs(piece.x - start) < 4]
        right = starts[at + 1] if at + 1 < len(starts) else start + (start - kept[-1])
        enough = (right - start) / (2 * GLYPH * 12)
        if lengths and sum(lengths) / len(lengths) >= max(12.0, enough):
            kept.append(start)
    return kept


def _column(x: float, starts: Sequence[float]) -> int:
    return max((at for at, start in enumerate(starts) if x >= start - 12), default=0)


def _rows(pieces: Sequence[Fragment], starts: Sequence[float], page: int, height: float) -> Iterator[Row]:
    """Pieces at one height in one column joined into rows, in the order of the file."""
    open_: list[Fragment] = []
    for piece in pieces:
        if open_ and not _continues(open_[-1], piece, starts):
            yield _row(open_, page, height)
            open_ = []
        open_.append(piece)
    if open_:
        yield _row(open_, page, height)


def _continues(before: Fragment, piece: Fragment, starts: Sequence[float]) -> bool:
    level = abs(before.y - piece.y) <= _SAME_LINE * max(before.size, piece.size)
    apart = len(starts) > 1 and _column(before.x, starts) != _column(piece.x, starts) and piece.x > before.end + 4
    return level and piece.x >= before.x - 1 and not apart


def _row(pieces: Sequence[Fragment], page: int, height: float) -> Row:
    text = ""
    for at, piece in enumerate(pieces):
        gap = at and piece.x - pieces[at - 1].end > 0.6 * piece.size and not text.endswith(" ")
        text += f" {piece.text}" if gap else piece.text
    sizes = Counter[float]()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text)
    size = sizes.most_common(1)[0][0]
    bold, italic = all(p.bold for p in pieces), all(p.italic for p in pieces)
    return Row(fold(text), pieces[0].x, pieces[0].y, pieces[-1].end, size, bold, italic, page, height)

"""Pieces of text with their places on pages, to headings and paragraphs in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefpack.readers.blocks import Block
from briefpack.readers.lines import BULLET, NUMBER, looks_like_heading
from briefpack.text.plain import fold

_GLYPH = 0.5  # mean width of a letter, as a share of the size
_SAME_LINE = 0.45  # share of the size by which two pieces of one line may differ in height
_COLUMN_LINES = 4  # least lines that make a column
_COLUMN_GAP = 90.0  # pt between the left edges of two columns, at least
_NEW_PARAGRAPH = 1.35  # of the usual pitch
_BIGGER = 1.12  # of the body's size, and a line is a heading
_SMALLER = 0.88
_HEADING_WORDS = 22
_EDGE = 0.09  # share of the page's height where running heads and page numbers stand
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|página|pagina|p\.)?\s*\d{1,4}(?:\s*(?:of|/|von|sur|de|di)\s*\d{1,4})?\W*", re.IGNORECASE
)
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|tableau|abbildung|abb\.|tabelle|figura|tabla|photo|chart|box|source)\s?\d*[.:]",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"(?:\d{1,3}|[*†‡])\s*[A-ZÀ-Þ“\"(«]")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*(?:\[?\d{1,3}\]?)?$")


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
        return self.x + len(self.text.rstrip()) * self.size * _GLYPH


@dataclass(frozen=True, slots=True)
class _Row:
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


def blocks(pages: Sequence[tuple[float, Sequence[Fragment]]]) -> Iterator[Block]:
    """The blocks of a document, running heads, page numbers and footnotes marked as such."""
    rows = [row for at, (height, pieces) in enumerate(pages) for row in _in_order(pieces, at, height)]
    if not rows:
        return
    running = _running(rows, len(pages))
    for row in rows:
        if row in running:
            yield Block(row.text, why=running[row])
    body = [row for row in rows if row not in running]
    usual = _usual_size(body or rows)
    words = Counter(word for row in body for word in row.text.lower().split())
    for group in _joined(_paragraphs(body, usual)):
        yield _block(group, usual, words)


def _in_order(pieces: Sequence[Fragment], page: int, height: float) -> list[_Row]:
    """The rows of a page: full-width ones where they stand, between them one column after the other."""
    starts = _columns(pieces)
    bands: list[list[_Row]] = [[] for _ in starts]
    found: list[_Row] = []
    rows = sorted(_rows(pieces, starts, page, height), key=lambda row: (-row.y, row.x))
    for row in rows:
        column = _column(row.x, starts)
        if column + 1 < len(starts) and row.end > starts[column + 1] + 20:
            found += [each for band in bands for each in band]
            found.append(row)
            bands = [[] for _ in starts]
        else:
            bands[column].append(row)
    return found + [each for band in bands for each in band]


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
        enough = (right - start) / (2 * _GLYPH * 12)
        if lengths and sum(lengths) / len(lengths) >= max(12.0, enough):
            kept.append(start)
    return kept


def _column(x: float, starts: Sequence[float]) -> int:
    return max((at for at, start in enumerate(starts) if x >= start - 12), default=0)


def _rows(pieces: Sequence[Fragment], starts: Sequence[float], page: int, height: float) -> Iterator[_Row]:
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


def _row(pieces: Sequence[Fragment], page: int, height: float) -> _Row:
    text = ""
    for at, piece in enumerate(pieces):
        gap = at and piece.x - pieces[at - 1].end > 0.6 * piece.size and not text.endswith(" ")
        text += f" {piece.text}" if gap else piece.text
    sizes = Counter[float]()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text)
    size = sizes.most_common(1)[0][0]
    bold, italic = all(p.bold for p in pieces), all(p.italic for p in pieces)
    return _Row(fold(text), pieces[0].x, pieces[0].y, pieces[-1].end, size, bold, italic, page, height)


def _running(rows: Sequence[_Row], pages: int) -> dict[_Row, str]:
    """Running heads (the same on several pages but for figures) and page numbers, at a page's edges only."""
    edges = [row for row in rows if row.y < _EDGE * row.height or row.y > (1 - _EDGE) * row.height]
    seen: dict[str, set[int]] = {}
    for row in edges:
        seen.setdefault(re.sub(r"\d+", "#", row.text.lower()), set()).add(row.page)
    found: dict[_Row, str] = {}
    for row in edges:
        if _PAGE_NUMBER.fullmatch(row.text):
            found[row] = "page number"
        elif pages > 1 and len(seen[re.sub(r"\d+", "#", row.text.lower())]) >= max(2, pages // 3):
            found[row] = "running head"
    return found


def _usual_size(rows: Sequence[_Row]) -> float:
    sizes = Counter[float]()
    for row in rows:
        sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0]


def _paragraphs(rows: Sequence[_Row], usual: float) -> list[list[_Row]]:
    """Rows of one paragraph put together: a gap, another size, an indent or a bullet begins a new one."""
    pitch = _usual_pitch(rows) or 1.2 * usual
    groups: list[list[_Row]] = []
    for row in rows:
        if groups and not _begins(groups[-1], row, pitch, usual):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _usual_pitch(rows: Sequence[_Row]) -> float:
    pitches = Counter(round(a.y - b.y, 1) for a, b in pairwise(rows) if a.page == b.page and 0 < a.y - b.y < 40)
    return pitches.most_common(1)[0][0] if pitches else 0.0


def _begins(group: Sequence[_Row], row: _Row, pitch: float, usual: float) -> bool:
    last = group[-1]
    gap = last.y - row.y
    if row.page != last.page or gap < -1:
        return True
    if abs(row.size - last.size) > 0.06 * usual or (row.bold != last.bold and (row.bold or _is_heading(last, usual))):
        return True
    if gap > _NEW_PARAGRAPH * max(pitch, 1.1 * row.size) or _starts_item(row):
        return True
    indented = row.x > min(each.x for each in group) + 6 and len(group) > 1 and not _starts_item(group[0])
    ended = (
        bool(_ENDS.search(last.text)) and last.end < max(each.end for each in group) - 8 * last.size and len(group) > 1
    )
    return indented or ended


def _starts_item(row: _Row) -> bool:
    return bool(BULLET.match(row.text) or (NUMBER.match(row.text) and row.text[:1].isdigit()))


def _is_heading(row: _Row, usual: float) -> bool:
    return row.size >= _BIGGER * usual or (row.bold and looks_like_heading(row.text))


def _joined(groups: Sequence[list[_Row]]) -> Iterator[list[_Row]]:
    """Paragraphs that a column's or a page's end cut in two, put together."""
    open_: list[_Row] = []
    for group in groups:
        goes_on = (
            open_ and not _ENDS.search(open_[-1].text) and (group[0].text[:1].islower() or open_[-1].text.endswith("-"))
        )
        apart = open_ and (group[0].page != open_[-1].page or group[0].y > open_[-1].y)
        if goes_on and apart and abs(group[0].size - open_[-1].size) < 0.5:
            open_ = [*open_, *group]
            continue
        if open_:
            yield open_
        open_ = group
    if open_:
        yield open_


def _block(group: Sequence[_Row], usual: float, words: Counter[str]) -> Block:
    text = _text(group, words)
    first = group[0]
    block = Block(text, italic=all(row.italic for row in group))
    item = BULLET.match(text) or (NUMBER.match(text) if text[:1].isdigit() else None)
    if len(text.split()) <= _HEADING_WORDS and (
        first.size >= _BIGGER * usual or (all(row.bold for row in group) and looks_like_heading(text))
    ):
        level = 1 if first.size >= 1.6 * usual and first.page == 0 else 2
        return replace(block, kind="heading", level=level, sure=first.size >= _BIGGER * usual, italic=False)
    if _CAPTION.match(text):
        return replace(block, kind="caption")
    if first.size <= _SMALLER * usual and _FOOTNOTE.match(text):
        return replace(block, why="footnote")
    if item:
        return replace(block, text=fold(item["text"]), kind="item", level=1, prefix=item["mark"])
    return block


def _text(group: Sequence[_Row], words: Counter[str]) -> str:
    text = group[0].text
    for row in group[1:]:
        text = _glued(text, row.text, words)
    return fold(text)


def _glued(text: str, more: str, words: Counter[str]) -> str:
    """Two rows as one; a hyphen at the end goes unless the word is written with it elsewhere."""
    broken = re.search(r"([^\W\d_]+)-$", text)
    if not broken or not more[:1].islower():
        joined = text.endswith(("-", "–", "/")) and more[:1].isalnum() and not text.endswith((" -", " –"))
        return text + more if joined else f"{text} {more}"
    rest = re.match(r"[^\W\d_]+", more)
    compound = f"{broken[1]}-{rest[0] if rest else ''}".lower()
    return text + more if any(word.strip(".,;:()") == compound for word in words) else text[:-1] + more

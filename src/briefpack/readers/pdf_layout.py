"""The printed rows of pages to headings, paragraphs, items and captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefpack.readers.blocks import Block
from briefpack.readers.lines import BULLET, NUMBER, looks_like_heading
from briefpack.readers.pdf_rows import GLYPH, Fragment, Row, in_order
from briefpack.text.plain import fold

_NEW_PARAGRAPH = 1.35  # of the usual pitch
_SPARE = 0.2  # share of a column's width that a line may fall short of its edge
_BIGGER = 1.12  # of the body's size, and a line is a heading
_SMALLER = 0.88
_HEADING_WORDS = 22
_LABEL_WORDS = 10
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


def blocks(pages: Sequence[tuple[float, Sequence[Fragment]]]) -> Iterator[Block]:
    """The blocks of a document, running heads, page numbers and footnotes marked as such."""
    rows = [row for at, (height, pieces) in enumerate(pages) for row in in_order(pieces, at, height)]
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
        large = group[0].size >= _BIGGER * usual
        for part in [group] if large else _labels(group):
            yield _block(part, usual, words)


def _running(rows: Sequence[Row], pages: int) -> dict[Row, str]:
    """Running heads (the same on several pages but for figures) and page numbers, at a page's edges only."""
    edges = [row for row in rows if row.y < _EDGE * row.height or row.y > (1 - _EDGE) * row.height]
    seen: dict[str, set[int]] = {}
    for row in edges:
        seen.setdefault(_without_figures(row), set()).add(row.page)
    found: dict[Row, str] = {}
    for row in edges:
        often = pages > 1 and len(seen[_without_figures(row)]) >= max(2, pages // 3)
        if _PAGE_NUMBER.fullmatch(row.text):
            found[row] = "page number"
        elif often or (row.page == 0 and _over_title(row, rows)):
            found[row] = "running head"
    return found


def _without_figures(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text.lower())


def _over_title(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a line at the top of the first page is smaller than the body and stands over something larger."""
    below = [each for each in rows if each.page == 0 and each.y < row.y]
    top = row.y > (1 - _EDGE) * row.height and not _ENDS.search(row.text)
    return top and bool(below) and row.size < _usual_size(below) and max(each.size for each in below) > 1.2 * row.size


def _usual_size(rows: Sequence[Row]) -> float:
    sizes = Counter[float]()
    for row in rows:
        sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0]


def _paragraphs(rows: Sequence[Row], usual: float) -> list[list[Row]]:
    """Rows of one paragraph put together: a gap, another size, an indent or a bullet begins a new one."""
    pitch = _usual_pitch(rows) or 1.2 * usual
    groups: list[list[Row]] = []
    for row in rows:
        if groups and not _begins(groups[-1], row, pitch, usual):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _usual_pitch(rows: Sequence[Row]) -> float:
    pitches = Counter(round(a.y - b.y, 1) for a, b in pairwise(rows) if a.page == b.page and 0 < a.y - b.y < 40)
    return pitches.most_common(1)[0][0] if pitches else 0.0


def _begins(group: Sequence[Row], row: Row, pitch: float, usual: float) -> bool:
    last = group[-1]
    gap = last.y - row.y
    if row.page != last.page or gap < -1:
        return True
    if abs(row.size - last.size) > 0.06 * usual or (row.bold != last.bold and (row.bold or _is_heading(last, usual))):
        return True
    if gap > _NEW_PARAGRAPH * max(pitch, 1.1 * row.size) or _starts_item(row):
        return True
    if last.size >= _BIGGER * usual:
        return False
    indented = row.x > min(each.x for each in group) + 6 and len(group) > 1 and not _starts_item(group[0])
    return indented or _broke_off(last, row)


def _broke_off(last: Row, row: Row) -> bool:
    """Whether a line ended although the next word would have found room on it."""
    if row.text[:1].islower() and (last.text.endswith("-") or not _ENDS.search(last.text)):
        return False
    width = last.right - last.left
    needed = (len(row.text.split(" ")[0]) + 1) * last.size * GLYPH
    return last.right - last.end > needed + _SPARE * width


def _starts_item(row: Row) -> bool:
    return bool(BULLET.match(row.text) or (NUMBER.match(row.text) and row.text[:1].isdigit()))


def _is_heading(row: Row, usual: float) -> bool:
    return row.size >= _BIGGER * usual or (row.bold and looks_like_heading(row.text))


def _joined(groups: Sequence[list[Row]]) -> Iterator[list[Row]]:
    """Paragraphs that a column's or a page's end cut in two, put together."""
    open_: list[Row] = []
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


def _labels(group: list[Row]) -> list[list[Row]]:
    """The rows of a group one by one if they are labels: 'Jane Doe', 'Institute of Examples', '5 May 2023'."""
    short = all(len(row.text.split()) <= _LABEL_WORDS and looks_like_heading(row.text) for row in group)
    return [[row] for row in group] if short and group[0].page == 0 else [group]


def _block(group: Sequence[Row], usual: float, words: Counter[str]) -> Block:
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


def _text(group: Sequence[Row], words: Counter[str]) -> str:
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

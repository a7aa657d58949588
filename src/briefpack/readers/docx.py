"""Word files: styles tell headings, lists, titles and captions; tables become rows of 'a; b'."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from briefpack.errors import ReadError
from briefpack.readers.blocks import Block, Document, Meta
from briefpack.readers.lines import BULLET, looks_like_heading
from briefpack.text.plain import clean_text, fold

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INSIDE = frozenset(f"{_W}{tag}" for tag in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo"))
_SKIPPED = frozenset(f"{_W}{tag}" for tag in ("del", "moveFrom", "txbxContent", "pict", "instrText"))
_HEADING = re.compile(r"(?:heading|überschrift|titre|título)\s*(\d)", re.IGNORECASE)
_LIST = re.compile(r"list(?:\s+(?:bullet|number|continue|paragraph))?\s*(\d)?$", re.IGNORECASE)


def read(data: bytes, name: str) -> Document:
    """Read a Word file as it stands with all changes accepted; text boxes, notes and comments are left out."""
    from docx import Document as open_docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        book = open_docx(io.BytesIO(data))
        blocks = tuple(_blocks(book))
        return Document(blocks, _meta(book.core_properties))
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        AttributeError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise ReadError(
            f"{name}: is a broken Word file ({_short(error)}); open it in a word processor and save it again"
        ) from error


def _short(error: BaseException) -> str:
    return fold(str(error)).split(". ")[0][:80] or type(error).__name__


def _meta(properties: Any) -> Meta:
    authors = tuple(name for name in re.split(r"[;,]\s*", clean_text(properties.author or "")) if name)
    title = fold(clean_text(properties.title or ""))
    return Meta(title=title, authors=authors, language=(properties.language or "")[:5], weak=("title", "authors"))


def _blocks(book: Any) -> Iterator[Block]:
    styles = {style.style_id: (style.name or "").lower() for style in book.styles}
    styled = any(_HEADING.search(styles.get(_style(p), "")) for p in book.element.body.iter(f"{_W}p"))
    for element in _elements(book.element.body):
        if element.tag == f"{_W}tbl":
            yield from _rows(element)
        else:
            yield from _paragraph(element, styles, styled=styled)


def _elements(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those inside content controls and insertions."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in _INSIDE:
            stack.extend(reversed(element))


def _paragraph(element: Any, styles: dict[str, str], *, styled: bool) -> Iterator[Block]:
    name = styles.get(_style(element), "")
    heading = _HEADING.search(name)
    level = _list_level(element, name)
    for text in re.split(r"\n\s*\n", _text(element)):
        line = fold(text)
        if not line:
            continue
        if name == "title" or heading:
            yield Block(line, "heading", int(heading[1]) if heading else 1)
        elif name == "caption":
            yield Block(line, "caption")
        elif level:
            yield Block(line, "item", level)
        else:
            yield _by_looks(line, element, styled=styled)


def _by_looks(line: str, element: Any, *, styled: bool) -> Block:
    bullet = BULLET.match(line)
    if bullet:
        return Block(fold(bullet["text"]), "item", 1, prefix=bullet["mark"])
    bold, italic = _all(element, "b"), _all(element, "i")
    short = looks_like_heading(line)
    if short and not italic and (bold or not styled):
        return Block(line, "heading", 2, sure=False)
    return Block(line, italic=italic)


def _rows(table: Any) -> Iterator[Block]:
    for row in table.iter(f"{_W}tr"):
        cells = [fold(" ".join(_text(p) for p in cell.iter(f"{_W}p"))) for cell in row.iter(f"{_W}tc")]
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            yield Block(filled[0])
        elif filled:
            yield Block("; ".join(filled), "item", 1)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else found.get(f"{_W}val") or ""


def _list_level(paragraph: Any, style: str) -> int:
    """How deep the list is that it belongs to, 0 if it is no list item."""
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr")
    named = _LIST.match(style)
    if numbered is not None and not _HEADING.search(style):
        level = numbered.find(f"{_W}ilvl")
        value = "0" if level is None else level.get(f"{_W}val") or "0"
        return int(value) + 1 if value.isdigit() else 1
    return int(named[1] or 1) if named and style != "list paragraph" else 0


def _all(paragraph: Any, mark: str) -> bool:
    """Whether every run with text has a mark: 'b' bold, 'i' italic."""
    runs = [run for run in paragraph.iter(f"{_W}r") if "".join(t.text or "" for t in run.iter(f"{_W}t")).strip()]
    return bool(runs) and all(_has(run, mark) for run in runs)


def _has(run: Any, mark: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{mark}")
    return found is not None and found.get(f"{_W}val") not in ("0", "false", "none")


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag in _SKIPPED:
            continue
        parts.append(_piece(node))
        stack.extend(reversed(node))
    return clean_text("".join(parts))


def _piece(node: Any) -> str:
    if node.tag == f"{_W}t":
        return node.text or ""
    return {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}.get(node.tag, "")

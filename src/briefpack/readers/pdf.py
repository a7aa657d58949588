"""PDF files: the text layer by pypdf, put back into reading order by pdf_layout."""

from __future__ import annotations

import io
import math
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from briefpack.errors import ReadError
from briefpack.model import Notice
from briefpack.readers import pdf_layout
from briefpack.readers.blocks import Document, Meta
from briefpack.readers.pdf_rows import Fragment
from briefpack.readers.quiet import quiet
from briefpack.text.plain import clean_text, fold

_MOST_PAGES = 500
_LEAST_LETTERS = 20
# Bullets as Helvetica, Symbol and Wingdings have them.
_BULLETS = str.maketrans(dict.fromkeys("\x7f\uf0b7\uf0a7\uf0d8\uf076\uf0fc", "•"))
_BROKEN = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, ArithmeticError, AssertionError,
    NotImplementedError, EOFError, zlib.error, struct.error, MemoryError, StopIteration, OSError,
)  # fmt: skip
"""What pypdf raises on a broken file; NotImplementedError is its word for a filter that it does not know."""


def read(data: bytes, name: str) -> Document:
    """Read the text layer of a PDF, columns one after the other, lines joined into paragraphs."""
    with quiet("pypdf"):
        book = _opened(data, name)
        pages = [_fragments(page, name, at) for at, page in enumerate(_pages(book, name), 1)]
        meta = _meta(book)
    letters = sum(character.isalpha() for page in pages for piece in page[1] for character in piece.text)
    if letters < _LEAST_LETTERS:
        what = f"no text layer on its {len(pages)} pages, it is probably a scan"
        raise ReadError(f"{name}: {what}; run OCR first (for example with ocrmypdf)")
    return Document(tuple(pdf_layout.blocks(pages)), meta, tuple(_doubts(pages, name)))


def _opened(data: bytes, name: str) -> Any:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        book = PdfReader(io.BytesIO(data))
        locked = book.is_encrypted and not book.decrypt("")
    except (PyPdfError, *_BROKEN) as error:
        raise _broken(name, error) from error
    if locked:
        raise ReadError(f"{name}: is encrypted; save a copy without its password")
    return book


def _broken(name: str, error: BaseException) -> ReadError:
    why = fold(clean_text(str(error)))[:80] or type(error).__name__
    return ReadError(f"{name}: is a broken or cut-off PDF ({why}); download it again, or print it to a new PDF")


def _pages(book: Any, name: str) -> list[Any]:
    from pypdf.errors import PyPdfError

    try:
        count = len(book.pages)
        if count > _MOST_PAGES:
            raise ReadError(f"{name}: has {count:,} pages, more than {_MOST_PAGES}; give the chapter that matters")
        return list(book.pages)
    except (PyPdfError, *_BROKEN) as error:
        raise _broken(name, error) from error


def _fragments(page: Any, name: str, number: int) -> tuple[float, tuple[Fragment, ...]]:
    """The page's height and its pieces of text with their places, as they come in the file."""
    from pypdf.errors import PyPdfError

    found: list[Fragment] = []

    def see(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        found.extend(_pieces(text, cm, tm, font, size))

    try:
        page.extract_text(visitor_text=see)
        return float(page.mediabox.height), tuple(found)
    except (PyPdfError, *_BROKEN) as error:
        raise _broken(f"{name}, page {number}", error) from error


def _pieces(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> Iterator[Fragment]:
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]) or 1.0
    base = str((font or {}).get("/BaseFont", "")).lower()
    for line in clean_text(text.translate(_BULLETS)).split("\n"):
        if line.strip():
            yield Fragment(
                line,
                x,
                y,
                abs(size * scale),
                bold="bold" in base or "black" in base,
                italic="ital" in base or "obli" in base,
            )


def _meta(book: Any) -> Meta:
    from pypdf.errors import PyPdfError

    try:
        said = book.metadata or {}
        title, author = (fold(clean_text(str(said.get(key) or ""))) for key in ("/Title", "/Author"))
        language = str(book.root_object.get("/Lang") or "")[:5]
    except (PyPdfError, *_BROKEN):
        return Meta()
    return Meta(title=title, authors=(author,) if author else (), language=language, weak=("title", "authors"))


def _doubts(pages: list[tuple[float, tuple[Fragment, ...]]], name: str) -> Iterator[Notice]:
    empty = [str(at) for at, (_, pieces) in enumerate(pages, 1) if not pieces]
    if empty:
        which = ", ".join(empty[:5]) + (" …" if len(empty) > 5 else "")
        yield Notice(f"no text on page {which}", where=name, do="run OCR on it if it is a scan")

"""The gates on a finished PDF."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefpack.errors import ReadError
from briefpack.model import Notice

_MOST_PAGES = 500
_BROKEN = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, ArithmeticError, AssertionError,
    NotImplementedError, EOFError, zlib.error, struct.error, OSError,
)  # fmt: skip
"""What pypdf raises on a broken file; NotImplementedError is its word for a filter that it does not know."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """What the gates ask of a PDF."""

    pages: tuple[str, ...]
    """Text of each page."""
    title: str
    language: str
    tagged: bool
    loose_fonts: tuple[str, ...]
    """Fonts that are named but not embedded."""


def read(data: bytes, name: str) -> PdfFile:
    """Open a PDF; ReadError if it is none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mumbles of a broken file is said once, below
    try:
        reader = PdfReader(io.BytesIO(data))
        if len(reader.pages) > _MOST_PAGES:
            raise ReadError(f"{name}: has more than {_MOST_PAGES} pages: no build wrote it")
        pages = tuple(page.extract_text() for page in reader.pages)
        root: Any = reader.trailer["/Root"].get_object()
        loose = {font for page in reader.pages for font in _loose_fonts(page)}
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except (PyPdfError, *_BROKEN) as problem:
        raise ReadError(
            f"{name}: is no readable PDF ({' '.join(str(problem).split())}): build the pack again"
        ) from None
    return PdfFile(pages, title, str(root.get("/Lang", "")), "/StructTreeRoot" in root, tuple(sorted(loose)))


def problems(pdf: PdfFile, *, one_page: bool) -> Iterator[Notice]:
    """What falls short in a PDF as a whole."""
    if one_page and len(pdf.pages) != 1:
        yield Notice(f"has {len(pdf.pages)} pages, not one", gate="1", hard=True)
    if not any(text.strip() for text in pdf.pages):
        yield Notice("holds no text", gate="S5", hard=True)
    for font in pdf.loose_fonts:
        yield Notice(f"the font {font} is not embedded", gate="A1", hard=True)
    for what, there in (("title", pdf.title), ("language", pdf.language), ("tags", pdf.tagged)):
        if not there:
            yield Notice(f"has no {what} for screen readers", gate="A2", hard=True)


def _loose_fonts(page: Any) -> Iterator[str]:
    for reference in _held(_held(page.get("/Resources")).get("/Font")).values():
        font = _held(reference)
        inner = _held(font["/DescendantFonts"][0]) if "/DescendantFonts" in font else font
        descriptor = _held(inner.get("/FontDescriptor"))
        drawn = font.get("/Subtype") == "/Type3"  # its letters are drawings in the file itself
        if not drawn and not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield str(font.get("/BaseFont", "without a name")).lstrip("/")


def _held(value: Any) -> Any:
    """What a PDF value leads to; an empty table where there is none."""
    return {} if value is None else value.get_object()

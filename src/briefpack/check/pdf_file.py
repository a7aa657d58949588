"""The gates on a finished PDF."""

from __future__ import annotations

import io
import logging
import math
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefpack.check import pdf_tags
from briefpack.check.pdf_tags import Tags
from briefpack.errors import ReadError
from briefpack.model import Notice

_MOST_PAGES = 500
_LEAST = 6.0
"""Points: a printed reference is three quarters of the smallest text of a page, which is 8."""
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
    tags: Tags
    dumb_links: int
    """Links that do not say where they lead."""
    small: tuple[tuple[int, float], ...]
    """Pages with text under the least size, and the smallest size on each."""


def read(data: bytes, name: str) -> PdfFile:
    """Open a PDF; ReadError if it is none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mumbles of a broken file is said once, below
    try:
        reader = PdfReader(io.BytesIO(data))
        if len(reader.pages) > _MOST_PAGES:
            raise ReadError(f"{name}: has more than {_MOST_PAGES} pages: no build wrote it")
        read = [_read(page) for page in reader.pages]
        root: Any = reader.trailer["/Root"].get_object()
        loose = {font for page in reader.pages for font in _loose_fonts(page)}
        title = str(reader.metadata.title or "") if reader.metadata else ""
        tags = pdf_tags.read(root.get("/StructTreeRoot"))
        dumb = sum(not str(link.get("/Contents", "")).strip() for page in reader.pages for link in _links(page))
    except (PyPdfError, *_BROKEN) as problem:
        raise ReadError(
            f"{name}: is no readable PDF ({' '.join(str(problem).split())}): build the pack again"
        ) from None
    small = tuple((number, size) for number, (_, size) in enumerate(read, 1) if size < _LEAST)
    language, tagged = str(root.get("/Lang", "")), "/StructTreeRoot" in root
    return PdfFile(tuple(text for text, _ in read), title, language, tagged, tuple(sorted(loose)), tags, dumb, small)


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
    yield from _unheard(pdf)
    for page, size in pdf.small:
        yield Notice(f"has text of {size:.1f} pt", f"page {page}", f"set it at {_LEAST:g} pt or more", gate="A4")


def _unheard(pdf: PdfFile) -> Iterator[Notice]:
    """What those who hear the file would miss."""
    for first, second in pdf.tags.skips:
        yield Notice(f"a heading of level {second} follows one of level {first}", do="skip no level", gate="A3")
    for count, what, do in (
        (pdf.tags.mute_figures, "figure has", "say in it what the figure shows"),
        (pdf.tags.headless_tables, "table has", "tag the cells of its first row or column as heads"),
        (pdf.dumb_links, "link has", "say in it where the link leads"),
    ):
        lacks = "no head" if what.startswith("table") else "no alternative text"
        if count:
            many = f"1 {what}" if count == 1 else f"{count} {what.split()[0]}s have"
            yield Notice(f"{many} {lacks}", do=do, gate="A3")


def _read(page: Any) -> tuple[str, float]:
    """A page's text, and the smallest size in which any of it is set; what is drawn small as a whole counts whole."""
    sizes = [math.inf]

    def seen(text: str, _matrix: Any, text_matrix: Sequence[float], _font: Any, size: float) -> None:
        if text.strip():
            sizes.append(abs(size * text_matrix[3]))

    return page.extract_text(visitor_text=seen), min(sizes)


def _links(page: Any) -> Iterator[Any]:
    found = (_held(annotation) for annotation in _held(page.get("/Annots")) or ())
    return (annotation for annotation in found if annotation.get("/Subtype") == "/Link")


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

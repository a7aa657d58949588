"""The gates on a finished PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefpack.errors import ReadError
from briefpack.model import Notice


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

    try:
        reader = PdfReader(io.BytesIO(data))
        pages = tuple(page.extract_text() for page in reader.pages)
        root: Any = reader.trailer["/Root"].get_object()
        loose = {font for page in reader.pages for font in _loose_fonts(page)}
    except (PyPdfError, ValueError, KeyError) as problem:
        raise ReadError(f"{name}: is no readable PDF ({problem}): build the pack again") from None
    title = reader.metadata.title if reader.metadata else ""
    return PdfFile(pages, title or "", str(root.get("/Lang", "")), "/StructTreeRoot" in root, tuple(sorted(loose)))


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
    resources = page.get("/Resources", {}).get_object()
    for reference in resources.get("/Font", {}).get_object().values() if "/Font" in resources else ():
        font = reference.get_object()
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        descriptor = inner.get("/FontDescriptor", {})
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield str(font.get("/BaseFont", "without a name")).lstrip("/")

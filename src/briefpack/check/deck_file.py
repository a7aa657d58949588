"""The gates on a finished .pptx, measured from the file alone: also after someone edited it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from briefpack.check import deck_boxes
from briefpack.errors import FitError, ReadError
from briefpack.layout import fit
from briefpack.layout.marks import TextBox
from briefpack.model import Notice

_SMALLEST = 12.0
_REFERENCE = 0.75
"""A reference inside text may be 76 % of it; sizes in files are whole hundredths."""
_WORDLESS = frozenset({"title", "sources"})
_MOST_UNPACKED = 500_000_000
_MOST_SHOWN = 40
"""Letters of a text that a notice shows."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, NotImplementedError,
    SyntaxError, EOFError, OSError, RecursionError, RuntimeError,
)  # fmt: skip
"""What python-pptx, lxml and zipfile raise on a broken file; lxml's errors are SyntaxErrors, and NotImplementedError is
zipfile's word for a compression or an encryption that it does not know."""


@dataclass(frozen=True, slots=True)
class SlideFile:
    """What the gates ask of a slide."""

    where: str
    layout: str
    title: str
    text: str
    notes: str
    source_line: str
    boxes: tuple[TextBox, ...]
    cells: tuple[TextBox, ...]
    """Of tables."""
    families: fit.Families
    leaving: tuple[str, ...]
    """Texts and shapes that stand beyond an edge."""
    nameless: tuple[str, ...]
    """Pictures, tables, charts and groups without alternative text."""


def slides(data: bytes, name: str) -> tuple[SlideFile, ...]:
    """Open a deck; ReadError if it is none."""
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _MOST_UNPACKED:
            raise ReadError(f"{name}: would unpack to {unpacked // 1_000_000} MB: save it again, without its films")
        deck = Presentation(io.BytesIO(data))
        size = (deck.slide_width or 0, deck.slide_height or 0)
        return tuple(_slide(slide, number, size) for number, slide in enumerate(deck.slides, start=1))
    except (PythonPptxError, *_BROKEN):
        raise ReadError(f"{name}: is no readable .pptx: save it again from PowerPoint or Impress") from None


def problems(slide: SlideFile) -> Iterator[Notice]:
    """What falls short on one slide."""
    if not slide.title.strip():
        yield Notice("has no title", slide.where, gate="S1", hard=True)
    if slide.layout not in _WORDLESS and not slide.notes.strip():
        yield Notice("has no speaker notes", slide.where, gate="S7")
    if slide.layout not in _WORDLESS and not slide.source_line.strip():
        yield Notice("has no source line", slide.where, gate="S7")
    for shape in slide.nameless:
        yield Notice(f"{shape} has no alternative text", slide.where, gate="S6", hard=True)
    for words in slide.leaving:
        yield Notice(f"leaves the slide: {words}", slide.where, gate="S2", hard=True)
    for box in slide.boxes:
        yield from _tall(box, slide)
    for box in (*slide.boxes, *slide.cells):
        yield from _small(box, slide)


def title_problems(found: tuple[SlideFile, ...]) -> Iterator[Notice]:
    """Titles that stand on two slides."""
    for title, times in Counter(slide.title.strip() for slide in found).items():
        if title and times > 1:
            yield Notice(f"{times} slides are called {title!r}", gate="S1", hard=True)


def _tall(box: TextBox, slide: SlideFile) -> Iterator[Notice]:
    try:
        if fit.overflow(box, slide.families) > box.pitch * 0.25:
            yield Notice(f"text is taller than its box: {_words(box)}", slide.where, gate="S2", hard=True)
    except FitError as problem:
        yield Notice(f"text cannot be measured: {problem}", slide.where, gate="S2")


def _small(box: TextBox, slide: SlideFile) -> Iterator[Notice]:
    for scale, runs in ((s, r) for p in box.paragraphs for s, r in groupby(p.runs, lambda run: run.scale)):
        text = "".join(run.text for run in runs).strip()
        floor = _SMALLEST * _REFERENCE if text.startswith("[") else _SMALLEST
        if text and box.size * scale < floor - 0.05:
            what = f"text of {box.size * scale:.1f} pt: {text[:_MOST_SHOWN]}"
            yield Notice(what, slide.where, gate="S4", hard=True)


def _words(box: TextBox) -> str:
    return " ".join("".join(run.text for p in box.paragraphs for run in p.runs).split())[:_MOST_SHOWN]


def _slide(slide: Any, number: int, size: tuple[int, int]) -> SlideFile:
    shapes = list(deck_boxes.flat(slide.shapes))
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    tables = [shape.table for shape in shapes if getattr(shape, "has_table", False)]
    fonts = deck_boxes.theme_fonts(slide)
    families = deck_boxes.families(shapes, fonts)
    return SlideFile(
        where=f"slide {number}",
        layout=slide.slide_layout.name,
        title=slide.shapes.title.text_frame.text if slide.shapes.title is not None else "",
        text="\n".join((*texts, *(cell.text for table in tables for cell in table.iter_cells()))),
        notes=_notes(slide),
        source_line=next(
            (s.text_frame.text for s in slide.placeholders if "FOOTER" in str(s.placeholder_format.type)), ""
        ),
        boxes=tuple(deck_boxes.boxes(shapes, fonts)),
        cells=tuple(deck_boxes.cells(shapes, fonts)),
        families=families,
        leaving=tuple(deck_boxes.leaving(slide, *size, fonts, families)),
        nameless=tuple(_nameless(slide.shapes)),
    )


def _notes(slide: Any) -> str:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return "" if frame is None else str(frame.text)


def _nameless(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        kind = str(shape.shape_type or "")
        needs = any(word in kind for word in ("PICTURE", "GROUP", "TABLE", "CHART"))
        properties = next(iter(shape._element.xpath(".//p:cNvPr")), None)
        if (
            needs
            and properties is not None
            and not properties.get("descr")
            and not properties.xpath(".//*[local-name()='decorative']")
        ):
            yield shape.name

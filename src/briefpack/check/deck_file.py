"""The gates on a finished .pptx, measured from the file alone: also after someone edited it."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefpack.errors import FitError, ReadError
from briefpack.layout import fit
from briefpack.layout.marks import Paragraph, Run, TextBox
from briefpack.model import Notice

_SMALLEST = 12.0
_REFERENCE = 0.75
"""A reference inside text may be 76 % of it; sizes in files are whole hundredths."""
_EMU = 12700
"""English metric units in a point."""
_WORDLESS = frozenset({"title", "sources"})


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
    families: fit.Families
    nameless: tuple[str, ...]
    """Pictures, tables, charts and groups without alternative text."""
    pictures: int


def slides(data: bytes, name: str) -> tuple[SlideFile, ...]:
    """Open a deck; ReadError if it is none."""
    from pptx import Presentation
    from pptx.exc import PackageNotFoundError

    try:
        deck = Presentation(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise ReadError(f"{name}: is no readable .pptx: save it again from PowerPoint or Impress") from None
    return tuple(_slide(slide, number) for number, slide in enumerate(deck.slides, start=1))


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
    for box in slide.boxes:
        yield from _box(box, slide)


def title_problems(found: tuple[SlideFile, ...]) -> Iterator[Notice]:
    """Titles that stand on two slides."""
    for title, times in Counter(slide.title.strip() for slide in found).items():
        if title and times > 1:
            yield Notice(f"{times} slides are called {title!r}", gate="S1", hard=True)


def _box(box: TextBox, slide: SlideFile) -> Iterator[Notice]:
    words = "".join(run.text for p in box.paragraphs for run in p.runs)
    try:
        if fit.overflow(box, slide.families) > box.pitch * 0.25:
            yield Notice(f"text is taller than its box: {words[:40]}", slide.where, gate="S2", hard=True)
    except FitError as problem:
        yield Notice(f"text cannot be measured: {problem}", slide.where, gate="S2")
    for run in (run for p in box.paragraphs for run in p.runs if run.text.strip()):
        size = box.size * run.scale
        floor = _SMALLEST * _REFERENCE if run.text.strip().startswith("[") else _SMALLEST
        if size < floor - 0.05:
            yield Notice(f"text of {size:.1f} pt: {run.text[:40]}", slide.where, gate="S4", hard=True)


def _slide(slide: Any, number: int) -> SlideFile:
    shapes = list(_flat(slide.shapes))
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    cells = [
        cell.text for s in shapes if getattr(s, "has_table", False) and s.has_table for cell in s.table.iter_cells()
    ]
    fonts = _theme_fonts(slide)
    return SlideFile(
        where=f"slide {number}",
        layout=slide.slide_layout.name,
        title=slide.shapes.title.text_frame.text if slide.shapes.title is not None else "",
        text="\n".join((*texts, *cells)),
        notes=slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
        source_line=next(
            (s.text_frame.text for s in slide.placeholders if "FOOTER" in str(s.placeholder_format.type)), ""
        ),
        boxes=tuple(box for shape in shapes if shape.has_text_frame for box in _boxes(shape, fonts)),
        families=fit.Families(tuple((name, name) for name in _families(shapes, fonts))),
        nameless=tuple(_nameless(slide.shapes)),
        pictures=sum(shape.shape_type is not None and "PICTURE" in str(shape.shape_type) for shape in shapes),
    )


def _flat(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _boxes(shape: Any, fonts: dict[str, str]) -> Iterator[TextBox]:
    """The shape's text with its own size and pitch, where both are written on it."""
    frame = shape.text_frame
    runs = [run for paragraph in frame.paragraphs for run in paragraph.runs]
    sizes = [run.font.size.pt for run in runs if run.font.size is not None]
    if shape.width is None or not sizes or not frame.text.strip():
        return
    size = max(sizes)
    spacings = [p.line_spacing.pt for p in frame.paragraphs if hasattr(p.line_spacing, "pt")]
    yield TextBox(
        x=shape.left / _EMU,
        y=shape.top / _EMU,
        w=(shape.width - frame.margin_left - frame.margin_right) / _EMU,
        h=(shape.height - frame.margin_top - frame.margin_bottom) / _EMU,
        paragraphs=tuple(_paragraph(paragraph, size, fonts) for paragraph in frame.paragraphs),
        size=size,
        pitch=max(spacings, default=size * 1.22),
    )


def _paragraph(paragraph: Any, size: float, fonts: dict[str, str]) -> Paragraph:
    runs = tuple(
        Run(
            run.text.replace("\v", "\n"),
            bold=bool(run.font.bold),
            font=_family(run, fonts),
            scale=(run.font.size.pt if run.font.size is not None else size) / size,
        )
        for run in paragraph.runs
    )
    before = paragraph.space_before.pt if paragraph.space_before is not None else 0.0
    return Paragraph(runs, before=before)


def _family(run: Any, fonts: dict[str, str]) -> str:
    named = run.font.name or "+mn-lt"
    return fonts.get(named, named)


def _families(shapes: list[Any], fonts: dict[str, str]) -> set[str]:
    runs = (run for s in shapes if s.has_text_frame for p in s.text_frame.paragraphs for run in p.runs)
    return {_family(run, fonts) for run in runs}


def _theme_fonts(slide: Any) -> dict[str, str]:
    """What '+mj-lt' and '+mn-lt' stand for in this deck."""
    from lxml import etree

    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for relation in slide.slide_layout.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            root = etree.fromstring(relation.target_part.blob)
            found = {
                slot: root.xpath(f"string(//a:{kind}Font/a:latin/@typeface)", namespaces=space)
                for slot, kind in (("+mj-lt", "major"), ("+mn-lt", "minor"))
            }
            return {slot: str(name) for slot, name in found.items() if name}
    return {}


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

"""The texts of a slide's file as boxes that can be measured, and what leaves the slide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefpack.layout import fit
from briefpack.layout.marks import Paragraph, Run, TextBox

EMU = 12700
"""English metric units in a point."""
_TOLERANCE = 1.0
"""Points."""
_USUAL = 18.0
"""Size in points of text in a box of its own that names none."""
_SLOTS = (("+mj-lt", "major"), ("+mn-lt", "minor"))
_SPACE = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def flat(shapes: Any) -> Iterator[Any]:
    """All shapes, those inside groups too."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from flat(shape.shapes)
        else:
            yield shape


def boxes(shapes: list[Any], fonts: dict[str, str]) -> Iterator[TextBox]:
    """Each text with its own size and pitch; a placeholder that leaves its size to the layout is not measured."""
    for shape in shapes:
        if shape.has_text_frame and shape.width is not None and shape.height is not None:
            usual = 0.0 if shape.is_placeholder else _USUAL
            yield from _box(shape.text_frame, (shape.left, shape.top, shape.width, shape.height), fonts, usual)


def cells(shapes: list[Any], fonts: dict[str, str]) -> Iterator[TextBox]:
    """The cells of tables; a row grows with its text, so only the whole table can be too tall."""
    for table in (shape.table for shape in shapes if getattr(shape, "has_table", False)):
        for row in table.rows:
            for cell, column in zip(row.cells, table.columns, strict=False):
                if not cell.is_spanned and not cell.is_merge_origin:
                    yield from _box(cell, (0, 0, column.width, row.height), fonts, _USUAL)


def leaving(slide: Any, width: int, height: int, fonts: dict[str, str], families: fit.Families) -> Iterator[str]:
    """What stands beyond an edge of the slide: words of a text, or a shape's name."""
    for shape in slide.shapes:
        if None in (shape.left, shape.top, shape.width, shape.height) or not _seen(shape):
            continue
        low = shape.top + _grown(shape, fonts, families)
        room = _TOLERANCE * EMU
        if min(shape.left, shape.top, width - shape.left - shape.width, height - low) < -room:
            words = shape.text_frame.text.strip() if shape.has_text_frame else ""
            yield words[:40] or shape.name


def families(shapes: list[Any], fonts: dict[str, str]) -> fit.Families:
    """Every font named in a text, drawn as itself."""
    frames = [s.text_frame for s in shapes if s.has_text_frame]
    frames += [c for s in shapes if getattr(s, "has_table", False) for c in s.table.iter_cells()]
    paragraphs = (p for frame in frames for p in getattr(frame, "text_frame", frame).paragraphs)
    return fit.Families(tuple((name, name) for name in {_family(run, fonts) for p in paragraphs for run in p.runs}))


def theme_fonts(slide: Any) -> dict[str, str]:
    """What '+mj-lt' and '+mn-lt' stand for in this deck."""
    from lxml import etree

    for relation in slide.slide_layout.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            root = etree.fromstring(relation.target_part.blob)
            found = {
                s: root.xpath(f"string(//a:{kind}Font/a:latin/@typeface)", namespaces=_SPACE) for s, kind in _SLOTS
            }
            return {slot: str(name) for slot, name in found.items() if name}
    return {}


def _seen(shape: Any) -> bool:
    """Whether it holds words or a picture; colour may run over the edge."""
    words = shape.has_text_frame and shape.text_frame.text.strip()
    return bool(words) or not shape.has_text_frame


def _grown(shape: Any, fonts: dict[str, str], families: fit.Families) -> int:
    """A shape's height; a table's with its rows as tall as their texts."""
    if not getattr(shape, "has_table", False):
        return int(shape.height)
    total = 0.0
    for row in shape.table.rows:
        over = [0.0]
        for cell, column in zip(row.cells, shape.table.columns, strict=False):
            if not cell.is_spanned and not cell.is_merge_origin:
                over += (_over(box, families) for box in _box(cell, (0, 0, column.width, row.height), fonts, _USUAL))
        total += row.height + max(over) * EMU
    return int(total)


def _over(box: TextBox, families: fit.Families) -> float:
    from briefpack.errors import FitError

    try:
        return fit.overflow(box, families) - box.pitch * 0.25
    except FitError:  # a font that is not known here: nothing can be said
        return 0.0


def _box(frame: Any, place: tuple[int, int, int, int], fonts: dict[str, str], usual: float) -> Iterator[TextBox]:
    """A text frame, or a table's cell, as a box; nothing where it is empty or of unknown size."""
    inner = getattr(frame, "text_frame", frame)
    runs = [run for paragraph in inner.paragraphs for run in paragraph.runs]
    size = max((run.font.size.pt for run in runs if run.font.size is not None), default=usual)
    if not size or not inner.text.strip():
        return
    spacings = [p.line_spacing.pt for p in inner.paragraphs if hasattr(p.line_spacing, "pt")]
    x, y, w, h = place
    yield TextBox(
        x=x / EMU,
        y=y / EMU,
        w=max(1.0, (w - frame.margin_left - frame.margin_right) / EMU),
        h=(h - frame.margin_top - frame.margin_bottom) / EMU,
        paragraphs=tuple(_paragraph(paragraph, size, fonts) for paragraph in inner.paragraphs),
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

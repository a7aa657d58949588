"""Sizes under the floor, contrast measured against what stands behind, and colour as the only sign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from briefpack.check.presentation import paint
from briefpack.check.presentation.colour import Colour, contrast
from briefpack.check.presentation.rules import found, start
from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.slide import Slide
from briefpack.check.presentation.tables import Cell
from briefpack.check.presentation.text import Piece, Text
from briefpack.check.presentation.xml import C, child, kind, number
from briefpack.model import Area, Notice

_SMALLEST = 12.0
_BODY = 14.0
"""Points below which the running text of a slide cannot be read from the back."""
_REFERENCE = 0.75
"""A reference inside text may be 76 % of it; sizes in files are whole hundredths."""
_LARGE, _LARGE_BOLD = 18.0, 14.0
_ENOUGH, _ENOUGH_LARGE = 4.5, 3.0
_ALIKE = 1.3
"""Contrast of two fills below which they cannot be told apart in grey."""


def findings(slide: Slide) -> Iterator[Notice]:
    """What cannot be read on one slide."""
    for shape, text in slide.texts.items():
        yield from _small(slide, shape, text)
        yield from _pale(slide, shape, text)
        yield from _only_colour(slide, shape, text)
    for table in slide.tables:
        for cell in table.cells:
            yield from _small(slide, table.shape, cell.text)
            yield from _pale_cell(slide, table.shape, cell)
        yield from _coloured_cells(slide, table.shape, table.cells)
    yield from _dots(slide)


def chart_findings(slide: Slide, roots: tuple[tuple[Shape, Any], ...]) -> Iterator[Notice]:
    """The same for charts, whose texts stand in parts of their own."""
    for shape, root in roots:
        sizes = [number(one, "sz") / 100 for one in root.iter(*_RUNS) if one.get("sz")]
        if sizes and min(sizes) < _SMALLEST - 0.05:
            what = f"chart text of {min(sizes):.1f} pt"
            yield found("size", what, f"make it {_SMALLEST:.0f} pt or larger", slide, shape)
        if root.find(f".//{{{C}}}legend") is not None and _alike(root, slide):
            what = "the legend tells series apart by colours that look alike in grey"
            yield found("colour-only", what, "label the series directly, or make one of them dark", slide, shape)


_SPACE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RUNS = (f"{_SPACE}rPr", f"{_SPACE}defRPr")


def _small(slide: Slide, shape: Shape, text: Text) -> Iterator[Notice]:
    for piece, reference in _read(text):
        floor = _SMALLEST * (_REFERENCE if reference else 1.0)
        if piece.size < floor - 0.05 and not (piece.size * 1.5 > floor and len(piece.text) < 4):
            what = f"text of {piece.size:.1f} pt: {start(piece.text)}"
            yield found("size", what, f"make it {_SMALLEST:.0f} pt or larger", slide, shape)
            return
    sizes = [piece.size for piece, reference in _read(text) if not reference]
    if shape.holder in ("body", "obj") and len(text.words) > 60 and sizes and _SMALLEST <= max(sizes) < _BODY:
        what = f"body text of {max(sizes):.1f} pt"
        yield found("size-body", what, f"make it {_BODY:.0f} pt or larger, or say less", slide, shape)


def _read(text: Text) -> Iterator[tuple[Piece, bool]]:
    """All that is written, each with whether it belongs to a reference in square brackets."""
    for paragraph in text.paragraphs:
        inside = False
        for piece in paragraph.pieces:
            words = piece.text.strip()
            if words:
                yield piece, inside or words.startswith("[")
            inside = piece.text.rfind("[") > piece.text.rfind("]") or (inside and "]" not in piece.text)


def _pale(slide: Slide, shape: Shape, text: Text) -> Iterator[Notice]:
    ink = slide.inks.get(shape)
    if ink is None or not ink.box.w:
        return
    before = _before(slide, shape)
    grounds = paint.behind(_points(ink.box), before, slide.backdrop)
    yield from _judged(slide, shape, text, grounds, slide.stage.palette.slot("tx1"))


def _pale_cell(slide: Slide, shape: Shape, cell: Cell) -> Iterator[Notice]:
    grounds = cell.fill
    if grounds == ():
        grounds = paint.behind(_points(cell.box), _before(slide, shape), slide.backdrop)
    yield from _judged(slide, shape, cell.text, grounds, cell.colour)


def _judged(slide: Slide, shape: Shape, text: Text, grounds: paint.Fill, usual: Colour | None) -> Iterator[Notice]:
    """The run that stands out least; or that nothing can be said."""
    if not text.words:
        return
    if not grounds:
        what = f"contrast cannot be measured over a picture or pattern: {start(text.words)}"
        yield found("contrast-unknown", what, "lay a plain fill behind the text", slide, shape)
        return
    worst: tuple[float, Piece, Colour] | None = None
    for piece in text.pieces:
        colour = _colour(piece, slide, usual)
        if colour is None:
            continue
        measured = paint.lowest(colour, grounds)
        needed = _ENOUGH_LARGE if _large(piece) else _ENOUGH
        if measured < needed - 0.05 and (worst is None or measured < worst[0]):
            worst = (measured, piece, colour)
    if worst is not None:
        measured, piece, colour = worst
        ground = min(grounds, key=lambda one: contrast(colour.over(one), one))
        what = f"contrast {measured:.1f}:1 ({colour} on {ground}): {start(piece.text)}"
        needed = _ENOUGH_LARGE if _large(piece) else _ENOUGH
        yield found("contrast", what, f"choose colours of at least {needed:g}:1", slide, shape)


def _before(slide: Slide, shape: Shape) -> tuple[paint.Painted, ...]:
    """What is drawn before a shape's words: all that is painted, up to its own fill."""
    drawn = {one: at for at, one in enumerate(slide.shapes)}
    place = drawn[shape]
    return tuple(area for area in slide.areas if drawn.get(area.shape, -1) <= place and not _is_table(area, shape))


def _is_table(area: paint.Painted, shape: Shape) -> bool:
    return area.shape is shape and shape.kind == "table"


def _points(box: Area) -> Iterator[tuple[float, float]]:
    """Nine places inside a box."""
    for across in (0.04, 0.5, 0.96):
        for down in (0.15, 0.5, 0.85):
            yield box.x + box.w * across, box.y + box.h * down


def _colour(piece: Piece, slide: Slide, usual: Colour | None) -> Colour | None:
    """The colour of a run; None where it is none of a single colour."""
    if piece.link is not None and not list(piece.link.iter(_KEEPS)):
        return slide.stage.palette.slot("hlink")
    if piece.colour is None:
        return usual
    if kind(piece.colour) in ("solidFill", "fontRef"):
        return slide.stage.palette.colour(piece.colour) or usual
    return None


_KEEPS = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"
"""A link that keeps the colour of its text."""


def _large(piece: Piece) -> bool:
    return piece.size >= _LARGE or (piece.bold and piece.size >= _LARGE_BOLD)


def _only_colour(slide: Slide, shape: Shape, text: Text) -> Iterator[Notice]:
    """Words marked by nothing but their colour inside a paragraph."""
    for paragraph in text.paragraphs:
        pieces = [one for one in paragraph.pieces if one.text.strip() and one.link is None and not _set_off(one)]
        plain: dict[str, int] = defaultdict(int)
        for piece in pieces:
            plain[str(_colour(piece, slide, None))] += len(piece.text)
        if len(plain) < 2:
            continue
        usual = max(plain, key=lambda name: plain[name])
        base = next(piece for piece in pieces if str(_colour(piece, slide, None)) == usual)
        for piece in pieces:
            if str(_colour(piece, slide, None)) != usual and _alike_but_colour(piece, base):
                what = f"words stand out by colour alone: {start(piece.text)}"
                yield found("colour-only", what, "make them bold or underlined too", slide, shape)
                return


def _set_off(piece: Piece) -> bool:
    """Words in brackets, or after a dash, need no other sign."""
    words = piece.text.strip()
    return words[0] in "–—|·" or (words[0] in "[(" and words[-1] in ")];.,")


def _alike_but_colour(one: Piece, other: Piece) -> bool:
    return (one.bold, one.italic, one.marked, one.size) == (other.bold, other.italic, other.marked, other.size) and any(
        letter.isalnum() for letter in one.text
    )


def _coloured_cells(slide: Slide, shape: Shape, cells: tuple[Cell, ...]) -> Iterator[Notice]:
    """Cells without a word in colours of their own: a traffic light that nobody can read in grey."""
    empty = [cell for cell in cells if not cell.text.words and cell.own and cell.fill]
    shades = {cell.fill for cell in empty}
    if len(empty) >= 2 and len(shades) >= 2:
        what = f"{len(empty)} cells say something by colour alone"
        yield found("colour-only", what, "write a word into each", slide, shape)


def _dots(slide: Slide) -> Iterator[Notice]:
    """Small shapes of one size and no words in different colours: status lights."""
    alike: dict[tuple[int, int], list[paint.Painted]] = defaultdict(list)
    for area in slide.areas:
        shape, box = area.shape, area.box
        if area.round and shape.kind == "text" and box.w <= 40 and not (shape.words or shape.alt or shape.decorative):
            alike[round(box.w), round(box.h)].append(area)
    for group in alike.values():
        if _spoken_for(group) or len({area.fill for area in group}) < 2:
            continue
        what = f"{len(group)} dots differ by colour alone"
        yield found("colour-only", what, "write a word beside each, or give each an alt text", slide, group[0].shape)


def _spoken_for(areas: list[paint.Painted]) -> bool:
    """Whether a group speaks for them."""
    return any(area.shape.group is not None and area.shape.group.alt for area in areas)


def _alike(root: Any, slide: Slide) -> bool:
    """Whether two series of a chart look alike in grey."""
    fills = []
    for at, series in enumerate(root.iter(f"{{{C}}}ser")):
        fill = child(series, "c:spPr", "a:solidFill")
        usual = slide.stage.palette.slot(f"accent{at % 6 + 1}")
        colour = slide.stage.palette.colour(fill) if fill is not None else usual
        fills += [colour] if colour is not None else []
    return any(contrast(one, other) < _ALIKE for at, one in enumerate(fills) for other in fills[at + 1 :])

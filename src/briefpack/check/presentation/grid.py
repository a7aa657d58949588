"""Edges that nearly line up, and gaps that are nearly alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from briefpack.check.presentation.rules import found
from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.slide import Slide
from briefpack.model import Area, Notice

_SAME, _NEAR = 0.3, 3.0
"""Points within which edges line up, and below which they look as if they were meant to."""
_UNEVEN = 1.5
_MEANT = 0.5
"""Share by which a gap may differ from the others before the difference looks meant."""


def findings(slide: Slide) -> Iterator[Notice]:
    """Grid faults of one slide."""
    drawn = {area.shape for area in slide.areas}
    placed = [
        (shape, _seen(slide, shape, shape.box, shape in drawn))
        for shape in slide.content
        if shape.box is not None and _counts(slide, shape)
    ]
    yield from _edges(slide, placed, "left", lambda box: box.x, _column)
    yield from _edges(slide, placed, "top", lambda box: box.y, _row)
    yield from _gaps(slide, [(shape, box) for shape, box in placed if shape in drawn])


def _seen(slide: Slide, shape: Shape, box: Area, drawn: bool) -> Area:
    """The edges that a person sees: those of a card or a picture, else of the words, from the middle of their first
    line on, since lines of another pitch line up by their letters."""
    ink = slide.inks.get(shape)
    if drawn or ink is None:
        return box
    lines = slide.texts[shape].paragraphs
    left = ink.box.x if lines[0].align == "l" else box.x
    return Area(left, ink.box.y + (lines[0].exact or ink.pitch) / 2, ink.box.w, ink.box.h)


def _counts(slide: Slide, shape: Shape) -> bool:
    """What stands on the slide by itself: words, pictures, tables, cards; no line and nothing in a group."""
    if shape.group is not None or shape.kind == "line" or shape.turn % 90 or shape.decorative:
        return False
    return (
        shape.kind != "text" or shape in slide.texts or (shape.box is not None and min(shape.box.w, shape.box.h) > 20)
    )


def _column(one: Area, other: Area) -> bool:
    """One above the other."""
    across, down = one.shared(other)
    return across > 0 and down <= 0


def _row(one: Area, other: Area) -> bool:
    """One beside the other."""
    across, down = one.shared(other)
    return down > 0 and across <= 0


def _edges(
    slide: Slide,
    placed: list[tuple[Shape, Area]],
    side: str,
    edge: Callable[[Area], float],
    meet: Callable[[Area, Area], bool],
) -> Iterator[Notice]:
    """The pairs whose edges miss each other by a little, each shape named once."""
    told: set[Shape] = set()
    edges = sorted(((edge(box), at) for at, (_, box) in enumerate(placed)))
    for number, (value, at) in enumerate(edges):
        for other_value, other in edges[number + 1 :]:
            if other_value - value >= _NEAR:
                break
            (one, box), (two, room) = placed[at], placed[other]
            if other_value - value > _SAME and meet(box, room) and not {one, two} & told and _alike(slide, one, two):
                told |= {one, two}
                off = other_value - value
                what = f"its {side} edge misses that of {one.name!r} by {off:.1f} pt"
                yield found("align", what, "align the two", slide, two)


def _alike(slide: Slide, one: Shape, other: Shape) -> bool:
    """A text with insets and a card are no pair, nor are texts of two styles."""
    if not _together(slide, one, other):
        return False
    if one in slide.texts and other in slide.texts:
        return _style(slide, one) == _style(slide, other)
    return one not in slide.texts and other not in slide.texts and one.kind == other.kind


def _together(slide: Slide, one: Shape, other: Shape) -> bool:
    """Whether both stand on the same card, or both on the slide itself."""
    return _card(slide, one) is _card(slide, other)


def _card(slide: Slide, shape: Shape) -> Shape | None:
    around = [area for area in slide.areas if area.shape is not shape and shape.box and area.box.holds(shape.box)]
    inner = [area for area in around if not area.box.holds(slide.sheet, _NEAR)]
    return min(inner, key=lambda area: area.box.w * area.box.h).shape if inner else None


def _style(slide: Slide, shape: Shape) -> tuple[float, bool]:
    first = next(slide.texts[shape].pieces)
    return first.size, first.bold


def _gaps(slide: Slide, placed: list[tuple[Shape, Area]]) -> Iterator[Notice]:
    """Rows and columns of at least three shapes of one size whose gaps differ a little."""
    rows: dict[tuple[int, ...], list[tuple[float, float, Shape]]] = defaultdict(list)
    for shape, box in placed:
        size = (round(box.w), round(box.h))
        rows[(0, round(box.y), *size)].append((box.x, box.right, shape))
        rows[(1, round(box.x), *size)].append((box.y, box.bottom, shape))
    for (upright, *_), group in rows.items():
        group.sort(key=lambda one: one[:2])
        gaps = [after[0] - before[1] for before, after in pairwise(group)]
        if len(group) < 3 or min(gaps) < 0 or not _UNEVEN < max(gaps) - min(gaps) < _MEANT * max(gaps):
            continue
        way = "down" if upright else "across"
        what = f"the gaps {way} between {len(group)} shapes of one size are {min(gaps):.1f} to {max(gaps):.1f} pt"
        yield found("gaps", what, "distribute them evenly", slide, group[0][2])

"""Texts and shapes that collide: not a text on its own card, but what covers it or runs through it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from briefpack.check.presentation.paint import Painted
from briefpack.check.presentation.rules import found, start
from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.slide import Slide
from briefpack.check.presentation.xml import child, first, switched
from briefpack.model import Area, Notice

_TOUCH = 2.0
"""Points by which two texts may touch."""
_LINE_SLACK = 0.18
"""Share of a text's height above and below its letters."""
_STRIPS = 24
_OBJECTS = ("picture", "table", "chart", "diagram", "object")


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    shape: Shape
    box: Area
    order: int


def findings(slide: Slide) -> Iterator[Notice]:
    """What collides on one slide."""
    order = {shape: at for at, shape in enumerate(slide.shapes)}
    words = [
        _Words(shape, _letters(ink.box, ink.sure, len(slide.texts[shape].paragraphs)), order[shape])
        for shape, ink in slide.inks.items()
        if slide.sheet.holds(ink.box, ink.box.w + ink.box.h)
    ]
    yield from _texts(slide, words)
    yield from _covered(slide, words, order)
    yield from _objects(slide)
    yield from _crossed(slide, words)


def _letters(box: Area, sure: bool, paragraphs: int) -> Area:
    """The box of the letters: less the slack of the line, and less still where the font is not known."""
    slack = min(6.0, box.h * _LINE_SLACK / max(1, paragraphs))
    return box.shrunk(0.0 if sure else box.w * 0.06, slack if sure else box.h * 0.15)


def _texts(slide: Slide, words: list[_Words]) -> Iterator[Notice]:
    for one, other in combinations(words, 2):
        across, down = one.box.shared(other.box)
        if across > _TOUCH and down > _TOUCH:
            what = f"two texts lie on each other: {start(one.shape.words)!r} and {start(other.shape.words)!r}"
            yield found("overlap", what, f"move one of them by {min(across, down):.0f} pt", slide, other.shape)
    for table in slide.tables:
        for one in words:
            across, down = one.box.shared(table.box)
            if across > _TOUCH and down > _TOUCH:
                what = f"text lies on a table: {start(one.shape.words)}"
                yield found("overlap", what, "move one of them", slide, one.shape)


def _covered(slide: Slide, words: list[_Words], order: dict[Shape, int]) -> Iterator[Notice]:
    """Texts that a later shape hides, or that stick out of the card they stand on."""
    own = [area for area in slide.areas if area.shape in order and area.shape.kind != "table"]
    for one in words:
        under = [area for area in own if area.opaque and order[area.shape] < one.order]
        carried = all(any(area.box.holds(spot, _TOUCH) for area in under) for spot in _strips(one.box))
        for area in own:
            if area.shape is one.shape or area.box.holds(slide.sheet, 1.0):
                continue
            across, down = one.box.shared(area.box)
            later = order[area.shape] > one.order
            if across > _TOUCH and down > _TOUCH and (later or not carried):
                yield from _pair(slide, one, area, later, (across, down))


def _strips(box: Area) -> Iterator[Area]:
    """A text in narrow strips: where each is carried by something, cells side by side do it together."""
    wide = box.w / _STRIPS
    return (Area(box.x + wide * at, box.y, wide, box.h).shrunk(wide / 2, 0) for at in range(_STRIPS))


def _pair(slide: Slide, one: _Words, area: Painted, later: bool, shared: tuple[float, float]) -> Iterator[Notice]:
    name, words = area.shape.name, start(one.shape.words)
    if later and area.opaque:
        yield found("overlap", f"{name!r} covers text: {words}", "move it, or send it to the back", slide, one.shape)
    elif not later and area.opaque and not area.box.holds(one.box, _TOUCH) and not area.round:
        part = min(shared[0] / max(one.box.w, 1), shared[1] / max(one.box.h, 1))
        if part > 0.02:
            what = f"text stands half on {name!r}: {words}"
            yield found("overlap-partly", what, "put it inside, or beside", slide, one.shape)


def _objects(slide: Slide) -> Iterator[Notice]:
    """Pictures, tables and charts that lie on each other in part."""
    tables = {table.shape: table.box for table in slide.tables}
    things = [(shape, tables.get(shape, shape.box)) for shape in slide.shapes if shape.kind in _OBJECTS]
    for (one, box), (other, room) in combinations(things, 2):
        if box is None or room is None or box.holds(room) or room.holds(box):
            continue
        across, down = box.shared(room)
        if across > 6 and down > 6:
            what = f"{one.name!r} and {other.name!r} lie on each other"
            yield found("overlap", what, f"move one of them by {min(across, down):.0f} pt", slide, other)


def _crossed(slide: Slide, words: list[_Words]) -> Iterator[Notice]:
    """Lines that run through words."""
    for shape in slide.shapes:
        ends = _ends(shape)
        if ends is None:
            continue
        for one in words:
            if _cuts(ends, one.box.shrunk(1.0, one.box.h * 0.1)) and not _plate(slide, one, shape):
                what = f"{shape.name!r} runs through text: {start(one.shape.words)}"
                yield found("line-through-text", what, "move the line or the text", slide, one.shape)


def _plate(slide: Slide, one: _Words, line: Shape) -> bool:
    """Whether the text stands on a ground of its own that hides the line."""
    order = {shape: at for at, shape in enumerate(slide.shapes)}
    return any(
        area.opaque and area.shape in order and order[line] < order[area.shape] <= one.order
        and area.box.holds(one.box, _TOUCH)
        for area in slide.areas
    )  # fmt: skip


def _ends(shape: Shape) -> tuple[float, float, float, float] | None:
    """Where a straight line begins and ends; None for any other shape."""
    outline = child(first(shape.element, "spPr"), "a:prstGeom")
    preset = "" if outline is None else outline.get("prst", "")
    if shape.box is None or preset not in ("line", "straightConnector1") or shape.turn % 180:
        return None
    box, place = shape.box, child(first(shape.element, "spPr"), "a:xfrm")
    falls = bool(switched(place, "flipV")) == bool(switched(place, "flipH"))
    return (box.x, box.y, box.right, box.bottom) if falls else (box.x, box.bottom, box.right, box.y)


def _cuts(ends: tuple[float, float, float, float], box: Area) -> bool:
    """Whether a line has a stretch of some length inside a box (after Liang and Barsky)."""
    x1, y1, x2, y2 = ends
    begin, end = 0.0, 1.0
    for run, low, high in ((x2 - x1, box.x - x1, box.right - x1), (y2 - y1, box.y - y1, box.bottom - y1)):
        if abs(run) < 1e-9:
            if low > 0 or high < 0:
                return False
            continue
        into, out = sorted((low / run, high / run))
        begin, end = max(begin, into), min(end, out)
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    return bool((end - begin) * length > _TOUCH)

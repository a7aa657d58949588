"""What stands behind a text: fills of shapes, tables, layouts and backgrounds, in drawing order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefpack.check.presentation.colour import Colour, Palette, contrast
from briefpack.check.presentation.shapes import Shape, shapes
from briefpack.check.presentation.stage import Stage, ground
from briefpack.check.presentation.xml import child, first, kind, number, parts, switched
from briefpack.model import Area

Fill = tuple[Colour, ...] | None
"""The colours that a fill shows: one, the stops of a gradient, none where it is empty; None where it is not known."""
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_ROUND = frozenset({"ellipse", "flowChartConnector"})
_SOLID = 0.95
"""How opaque a fill must be to hide what is behind it."""


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """An area of colour, and the shape that it belongs to."""

    box: Area
    fill: Fill
    round: bool
    shape: Shape

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies on it."""
        box = self.box
        if not (box.x <= x <= box.right and box.y <= y <= box.bottom):
            return False
        if not self.round or not box.w or not box.h:
            return True
        across, down = (x - box.x) / box.w - 0.5, (y - box.y) / box.h - 0.5
        return across * across + down * down <= 0.25

    @property
    def opaque(self) -> bool:
        """Whether it hides what is behind it."""
        return self.fill is None or any(colour.alpha >= _SOLID for colour in self.fill)


def painted(found: Iterable[Shape], stage: Stage) -> tuple[Painted, ...]:
    """The areas that shapes paint, in drawing order; empty ones left out."""
    areas = []
    for shape in found:
        if shape.box is None or shape.kind in ("group", "line"):
            continue
        paint = fill(shape, stage)
        if paint is None or paint:
            areas.append(Painted(shape.box, paint, _preset(shape) in _ROUND, shape))
    return tuple(areas)


def furniture(stage: Stage, slide: Any) -> tuple[Shape, ...]:
    """What layout and master draw behind a slide: all but their placeholders."""
    behind: list[Shape] = []
    if switched(slide, "showMasterSp") is False:
        return ()
    hidden = stage.layout is not None and switched(stage.layout, "showMasterSp") is False
    for root in (None if hidden else stage.master, stage.layout):
        tree = child(root, "p:cSld", "p:spTree")
        behind += [one for one in shapes(tree, stage) if not one.holder] if tree is not None else []
    return tuple(behind)


def backdrop(roots: Iterable[Any], stage: Stage) -> Fill:
    """The background of a slide: its own, the layout's or the master's, white where none has any."""
    for root in roots:
        found = ground(root) if root is not None else None
        if found is None:
            continue
        reference = child(found, "p:bgRef")
        if reference is None:
            return _fill(child(found, "p:bgPr"), stage.palette, None)
        return _styled(reference, stage, 1000, stage.theme.grounds)
    return (Colour(1, 1, 1),)


def fill(shape: Shape, stage: Stage) -> Fill:
    """What a shape is filled with: by itself, its placeholder, its style or its group."""
    if shape.kind not in ("text", "group"):
        return None if shape.kind in ("picture", "chart", "diagram", "object") else ()
    for element in shape.chain:
        properties = first(element, "spPr", "grpSpPr")
        own = first(properties, *_FILLS)
        if own is None:
            continue
        if kind(own) == "grpFill":
            return fill(shape.group, stage) if shape.group is not None and shape.group is not shape else ()
        return _fill(properties, stage.palette, None)
    reference = child(shape.element, "p:style", "a:fillRef")
    return () if reference is None else _styled(reference, stage, 0, stage.theme.fills)


def cell_fill(properties: Any, palette: Palette) -> Fill | str:
    """What a cell itself is filled with; 'style' where that is left to the table."""
    return "style" if first(properties, *_FILLS) is None else _fill(properties, palette, None)


def lowest(ink: Colour, grounds: Iterable[Colour]) -> float:
    """The least contrast of a colour with any of these."""
    return min(contrast(ink.over(one), one) for one in grounds)


def behind(points: Iterable[tuple[float, float]], areas: tuple[Painted, ...], base: Fill) -> Fill:
    """All colours that lie behind these points; None where one of them is not known."""
    found: set[Colour] = set()
    for x, y in points:
        seen = _seen(x, y, areas, base)
        if seen is None:
            return None
        found |= seen
    return tuple(sorted(found, key=str))


def _seen(x: float, y: float, areas: tuple[Painted, ...], base: Fill) -> set[Colour] | None:
    """The colours seen at a point, glazes laid over what they let through."""
    glazes: list[Colour] = []
    bottom: Fill = base
    for area in reversed(areas):
        if not area.covers(x, y):
            continue
        if area.fill is None or area.opaque:
            bottom = area.fill
            break
        glazes += area.fill[:1]
    if bottom is None:
        return None
    seen = {colour if colour.alpha >= _SOLID else colour.over(Colour(1, 1, 1)) for colour in bottom}
    for glaze in reversed(glazes):
        seen = {glaze.over(colour) for colour in seen}
    return seen


def _styled(reference: Any, stage: Stage, offset: int, known: tuple[Any, ...]) -> Fill:
    """A fill of the theme's list, in the colour that the reference names."""
    index = int(number(reference, "idx")) - offset
    if index < 1:
        return ()
    colour = stage.palette.colour(reference)
    if index > len(known):
        return None if colour is None else (colour,)
    return _one(known[index - 1], stage.palette, colour)


def _fill(properties: Any, palette: Palette, base: Colour | None) -> Fill:
    return _one(first(properties, *_FILLS), palette, base)


def _one(element: Any, palette: Palette, base: Colour | None) -> Fill:
    name = "noFill" if element is None else kind(element)
    if name == "noFill":
        return ()
    if name == "solidFill":
        colour = palette.colour(element, base)
        return None if colour is None else (colour,)
    if name == "gradFill":
        stops = [palette.colour(stop, base) for stop in parts(child(element, "a:gsLst"))]
        return None if None in stops or not stops else tuple(stop for stop in stops if stop is not None)
    return None


def _preset(shape: Shape) -> str:
    shaped = child(first(shape.element, "spPr"), "a:prstGeom")
    return "" if shaped is None else shaped.get("prst", "")

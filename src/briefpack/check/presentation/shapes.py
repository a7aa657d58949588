"""The shapes of a slide, groups opened, each with its place on the slide in points."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefpack.check.presentation.stage import Stage, place_of
from briefpack.check.presentation.xml import A, child, first, kind, number, points, switched
from briefpack.model import Area

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_GRAPHICS = {"table": "table", "chart": "chart", "chartex": "chart", "diagram": "diagram", "ole": "object"}


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A shape that stands on a slide by itself or in a group."""

    element: Any
    kind: str
    """'text' (any shape that can hold words), 'picture', 'table', 'chart', 'diagram', 'object', 'line' or 'group'."""
    name: str
    alt: str
    decorative: bool
    box: Area | None
    """None where neither the slide nor its layout says where it stands. Turned shapes: the box around them."""
    turn: float
    """Degrees, 0 to 360."""
    holder: str
    """Type of the placeholder that it fills; empty for none."""
    chain: tuple[Any, ...]
    """The element, then those of layout and master that it inherits from."""
    group: Any = None
    """The shape of the outermost group that it stands in."""

    @property
    def words(self) -> str:
        """Its text, as it stands."""
        return words_of(self.element)


@dataclass(frozen=True, slots=True)
class _Frame:
    """How the inner lengths of a group become the slide's."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def box(self, inner: Area) -> Area:
        return Area(
            self.x + inner.x * self.across,
            self.y + inner.y * self.down,
            inner.w * self.across,
            inner.h * self.down,
        )


def shapes(tree: Any, stage: Stage) -> tuple[Shape, ...]:
    """All visible shapes in drawing order; a group stands before what is in it."""
    return tuple(_shapes(tree, stage, _Frame(), None))


def words_of(element: Any) -> str:
    """The text of an element: paragraphs on lines of their own."""
    lines = []
    for paragraph in element.iter(f"{{{A}}}p"):
        parts = (_said(one) for one in paragraph.iter(f"{{{A}}}t", f"{{{A}}}br"))
        lines.append("".join(parts))
    return "\n".join(lines).strip()


def _said(element: Any) -> str:
    return "\n" if kind(element) == "br" else element.text or ""


def _shapes(tree: Any, stage: Stage, frame: _Frame, group: Shape | None) -> Iterator[Shape]:
    for element in tree:
        if kind(element) == "AlternateContent":
            yield from _shapes(first(element, "Fallback", "Choice"), stage, frame, group)
        elif kind(element) in ("sp", "pic", "cxnSp", "graphicFrame", "grpSp", "contentPart"):
            shape = _shape(element, stage, frame, group)
            if shape is None:
                continue
            yield shape
            if shape.kind == "group":
                yield from _shapes(element, stage, _inner(element, frame), group or shape)


def _shape(element: Any, stage: Stage, frame: _Frame, group: Shape | None) -> Shape | None:
    properties = first(next(iter(element), None), "cNvPr")
    if properties is None or switched(properties, "hidden"):
        return None
    holder = place_of(element)
    chain = (element, *(stage.above(holder) if holder is not None else ()))
    box, turn = _place(chain, frame)
    mark = next(properties.iter(_DECORATIVE), None)
    return Shape(
        element=element,
        kind=_kind(element),
        name=properties.get("name", "") or f"shape {properties.get('id', '?')}",
        alt=(properties.get("descr") or "").strip() or (properties.get("title") or "").strip(),
        decorative=mark is not None and mark.get("val", "1") in ("1", "true"),
        box=box,
        turn=turn,
        holder="" if holder is None else _type(chain),
        chain=chain,
        group=group,
    )


def _type(chain: tuple[Any, ...]) -> str:
    """A placeholder's type: its own, or that of the layout's."""
    own = (place_of(element).get("type") for element in chain)
    return next((str(one) for one in own if one), "obj")


def _kind(element: Any) -> str:
    name = kind(element)
    if name == "graphicFrame":
        data = child(element, "a:graphic", "a:graphicData")
        word = "" if data is None else data.get("uri", "").rpartition("/")[2]
        return _GRAPHICS.get(word, "object")
    return {"sp": "text", "pic": "picture", "cxnSp": "line", "grpSp": "group"}.get(name, "object")


def _place(chain: tuple[Any, ...], frame: _Frame) -> tuple[Area | None, float]:
    for element in chain:
        place = first(element, "xfrm") if kind(element) == "graphicFrame" else _xfrm(element)
        if child(place, "a:off") is not None and child(place, "a:ext") is not None:
            return _turned(frame.box(_box(place, "a:off", "a:ext")), number(place, "rot") / 60_000 % 360)
    return None, 0.0


def _xfrm(element: Any) -> Any:
    return child(first(element, "spPr", "grpSpPr"), "a:xfrm")


def _box(place: Any, at: str, size: str) -> Area:
    off, ext = child(place, at), child(place, size)
    return Area(points(off, "x"), points(off, "y"), max(0.0, points(ext, "cx")), max(0.0, points(ext, "cy")))


def _turned(box: Area, turn: float) -> tuple[Area, float]:
    """The box around a turned shape."""
    if turn % 180 == 0:
        return box, turn
    angle = math.radians(turn)
    sine, cosine = abs(math.sin(angle)), abs(math.cos(angle))
    wide, tall = box.w * cosine + box.h * sine, box.w * sine + box.h * cosine
    return Area(box.x + (box.w - wide) / 2, box.y + (box.h - tall) / 2, wide, tall), turn


def _inner(element: Any, frame: _Frame) -> _Frame:
    place = _xfrm(element)
    if child(place, "a:off") is None or child(place, "a:chExt") is None:
        return frame
    outer, inner = frame.box(_box(place, "a:off", "a:ext")), _box(place, "a:chOff", "a:chExt")
    across = outer.w / inner.w if inner.w else 1.0
    down = outer.h / inner.h if inner.h else 1.0
    return _Frame(outer.x - inner.x * across, outer.y - inner.y * down, across, down)

"""Where things stand on a layout of a template, measured from its XML: placeholders, obstacles, free room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from briefpack.model import Area, Spot

EMU = 12700
SPACE = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
TITLES = ("title", "ctrTitle")
FURNITURE = ("ftr", "sldNum", "dt", "hdr")
CONTENT = ("obj", "body", "tbl", "chart", "pic", "media", "dgm", "clipArt")
_INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
"""Points, where nothing is said."""
_TITLE, _TEXT = 36.0, 18.0
"""Sizes of a title and of other text, where nothing is said."""
_GAP = 8.0
"""Kept free around an obstacle and under the title."""
_THIN = 2.0
"""Points: a line this thin is no obstacle where it would cost much room."""
_LINE = 45.0
"""Points of height below which a placeholder is no body."""
_MARGIN, _ABOVE = 10.0, 1.5
"""Kept free over the line above a title, and under it."""
_MOST_LESS = 12.0
"""Points that a title gives up for that line at most."""
_TITLE_LEAST = 50.0
"""What it keeps: two lines of the smallest titles."""
_COVER = 0.6
"""Share of a room that something behind it covers, from which it is its ground."""


def placeholders(layout: Any) -> list[tuple[str, Any]]:
    """Type and shape of a layout's placeholders, in their order; a placeholder without a type is an object."""
    return [(kind_of(shape._element), shape) for shape in layout.placeholders]


def kind_of(element: Any) -> str:
    """The type of a placeholder; empty for a shape that is none."""
    found = element.xpath("./p:nvSpPr/p:nvPr/p:ph | ./p:nvPicPr/p:nvPr/p:ph")
    return str(found[0].get("type", "obj")) if found else ""


def frame(shape: Any) -> Area | None:
    """Where a shape stands; None where neither it nor what it inherits from says."""
    sides = (shape.left, shape.top, shape.width, shape.height)
    return None if None in sides else Area(*(side / EMU for side in sides))


def spot(shape: Any, layout: Any, fonts: tuple[str, str]) -> Spot | None:
    """A placeholder as a place to write in; None where it stands nowhere, or has no room."""
    room = frame(shape)
    if room is None or room.w < 12 or room.h < 8:
        return None
    kind, chain = kind_of(shape._element), [shape._element, *_parents(shape, layout)]
    left, top, right, bottom = (_inset(chain, side) for side in _INSETS)
    inner = Area(room.x + left, room.y + top, room.w - left - right, room.h - top - bottom)
    size, font = _style(chain, kind, layout.slide_master, fonts)
    found = shape._element.xpath("./p:nvSpPr/p:nvPr/p:ph | ./p:nvPicPr/p:nvPr/p:ph")[0]
    attributes = " ".join(f'{name}="{found.get(name)}"' for name in ("type", "orient", "sz", "idx") if found.get(name))
    return Spot(attributes, room, inner, size, font, _side(chain, kind, layout.slide_master))


def body(layout: Any, title: Area, w: float, h: float) -> tuple[Area, bool]:
    """The free room beside the title, and whether it stands on a picture."""
    low = [place for kind, shape in placeholders(layout) if kind in FURNITURE and (place := frame(shape))]
    floor = min((place.y for place in low if place.y > h / 2), default=h * 0.94) - _GAP / 2
    side = min(max(title.x, 0.03 * w), max(w - title.right, 0.03 * w)) if title.w > 0.55 * w else 0.05 * w
    left, right = max(side, 0.0), w - max(side, 0.0)
    below = Area(left, title.bottom + _GAP, right - left, floor - title.bottom - _GAP)
    above = Area(left, 0.05 * h, right - left, title.y - _GAP - 0.05 * h)
    room = below if below.size >= above.size else above
    return clear(room, list(obstacles(layout)))


def content(layout: Any) -> Any | None:
    """The largest placeholder for content, if it is the only large one."""
    sized = [(place.size, shape) for kind, shape in placeholders(layout) if kind in CONTENT and (place := frame(shape))]
    sized.sort(key=lambda one: -one[0])
    alone = len(sized) == 1 or (len(sized) > 1 and sized[1][0] < 0.25 * sized[0][0])
    return sized[0][1] if alone else None


def small(shape: Any) -> bool:
    """Whether a placeholder holds a line or two, such as a kicker, rather than a body."""
    place = frame(shape)
    return place is None or place.h < _LINE


def clear(room: Area, taken: Iterable[tuple[Area, bool]]) -> tuple[Area, bool]:
    """A room without what stands in its way, and whether something lies behind the whole of it."""
    grounds = False
    for other, _ in taken:
        across = min(room.right, other.right) - max(room.x, other.x)
        down = min(room.bottom, other.bottom) - max(room.y, other.y)
        if across <= 1 or down <= 1:
            continue
        if across * down > _COVER * room.size:
            grounds = True
            continue
        best = max(_cuts(room, other), key=lambda cut: cut.size)
        if min(other.w, other.h) <= _THIN and best.size < 0.8 * room.size:
            continue
        room = best
    return room, grounds


def obstacles(layout: Any) -> Iterator[tuple[Area, bool]]:
    """Pictures, filled shapes, groups and fixed texts of a layout and its master; True for pictures."""
    trees = [layout]
    if layout._element.get("showMasterSp", "1") not in ("0", "false"):
        trees.append(layout.slide_master)
    for shape in (shape for tree in trees for shape in tree.shapes):
        room = frame(shape)
        element = shape._element
        if room is None or kind_of(element) or not _seen(element):
            continue
        yield room, element.tag.endswith("}pic") or bool(element.xpath("./p:spPr/a:blipFill"))


def widened(spot: Spot, layout: Any, left: float, right: float) -> Spot:
    """A footer with the free room beside it: the date that a deck of ours does not print stands there."""
    row = Area(left, spot.frame.y, right - left, spot.frame.h)
    numbers = [frame(shape) for kind, shape in placeholders(layout) if kind == "sldNum"]
    for other in [*(room for room, _ in obstacles(layout)), *(room for room in numbers if room)]:
        if min(row.bottom, other.bottom) - max(row.y, other.y) <= 1 or other.w > 0.9 * row.w > 0:
            continue
        if other.right <= spot.frame.x + 1:
            row = Area(max(row.x, other.right + 4), row.y, row.right - max(row.x, other.right + 4), row.h)
        elif other.x >= spot.frame.right - 1:
            row = Area(row.x, row.y, min(row.right, other.x - 4) - row.x, row.h)
    row = Area(min(row.x, spot.frame.x), row.y, max(row.right, spot.frame.right) - min(row.x, spot.frame.x), row.h)
    if row.w < spot.frame.w + 12:
        return spot
    inner = spot.inner
    added = Area(row.x + inner.x - spot.frame.x, inner.y, row.w - (spot.frame.w - inner.w), inner.h)
    return replace(spot, frame=row, inner=added, moved=True)


def headed(spot: Spot, layout: Any, high: float, page: float) -> tuple[Spot, Area | None]:
    """A title with room for one small line above it, of its own where the margin is small; None where it has none.

    The title gives up a few points of its room at most, and keeps two lines of the smallest size.
    """
    y = max(spot.frame.y - high - _ABOVE, _MARGIN * min(page / 500.0, 1.0))
    less = max(y + high + _ABOVE - spot.frame.y, 0.0)
    band = Area(spot.inner.x, y, spot.inner.w, high)
    blocked = any(_meets(band, room) for room, _ in obstacles(layout) if not _covers(room, band))
    if less > _MOST_LESS or spot.inner.h - less < _TITLE_LEAST or blocked:
        return spot, None
    frame, inner = spot.frame, spot.inner
    if less <= 0:
        return spot, band
    lower = replace(frame, y=frame.y + less, h=frame.h - less), replace(inner, y=inner.y + less, h=inner.h - less)
    return replace(spot, frame=lower[0], inner=lower[1], moved=True), band


def _covers(room: Area, band: Area) -> bool:
    """Whether a shape lies behind the whole of a band."""
    return room.x <= band.x and room.right >= band.right and room.y <= band.y and room.bottom >= band.bottom


def taller(spot: Spot, layout: Any, least: float) -> Spot:
    """A footer with room for so many points of text, where nothing stands right above it."""
    more = least - spot.inner.h
    frame, inner = spot.frame, spot.inner
    added = Area(frame.x, frame.y - more, frame.w, more)
    blocked = any(_meets(added, room) and room.size < 0.5 * added.w * frame.y for room, _ in obstacles(layout))
    if more <= 0 or blocked:
        return spot
    grown = Area(frame.x, frame.y - more, frame.w, frame.h + more)
    return replace(spot, frame=grown, inner=Area(inner.x, inner.y - more, inner.w, least), moved=True)


def above(spot: Spot, y: float) -> Spot:
    """A placeholder that ends there at the latest; its place is written on the slide, as checkers mix up bodies."""
    less = max(spot.frame.bottom - y, 0.0) if y > spot.frame.y else 0.0
    frame, inner = spot.frame, spot.inner
    return replace(spot, frame=replace(frame, h=frame.h - less), inner=replace(inner, h=inner.h - less), moved=True)


def _meets(one: Area, other: Area) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 1 and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.2


def _cuts(room: Area, other: Area) -> tuple[Area, ...]:
    left, top = other.right + _GAP, other.bottom + _GAP
    return (
        Area(left, room.y, room.right - left, room.h),
        Area(room.x, room.y, other.x - _GAP - room.x, room.h),
        Area(room.x, top, room.w, room.bottom - top),
        Area(room.x, room.y, room.w, other.y - _GAP - room.y),
    )


def _seen(element: Any) -> bool:
    """Whether a shape draws anything: a picture, a fill, a line or words."""
    if not element.tag.endswith("}sp"):
        return True
    filled = element.xpath("./p:spPr/a:solidFill | ./p:spPr/a:gradFill | ./p:spPr/a:blipFill | ./p:spPr/a:pattFill")
    styled = element.xpath("./p:style") and not element.xpath("./p:spPr/a:noFill")
    return bool(filled or styled or "".join(element.xpath(".//a:t/text()")).strip())


def _parents(shape: Any, layout: Any) -> list[Any]:
    """The placeholder of the master that one of a layout inherits from."""
    kind = kind_of(shape._element)
    wanted = {"ctrTitle": "title", "subTitle": "body", **dict.fromkeys(("obj", "tbl", "chart", "pic"), "body")}
    return [one._element for one in layout.slide_master.placeholders if kind_of(one._element) == wanted.get(kind, kind)]


def _inset(chain: list[Any], side: str) -> float:
    for element in chain:
        for value in element.xpath(f"./p:txBody/a:bodyPr/@{side}"):
            return float(value) / EMU
    return _INSETS[side]


def styles(shape: Any, layout: Any) -> list[Any]:
    """What is said of the text of a placeholder, the nearest first."""
    return _styles([shape._element, *_parents(shape, layout)], kind_of(shape._element), layout.slide_master)


def _side(chain: list[Any], kind: str, master: Any) -> str:
    """The side that a placeholder's text is set to, as the nearest that says so has it."""
    sides = [side for element in chain for side in element.xpath("./p:txBody/a:lstStyle/a:lvl1pPr/@algn")]
    sides += master._element.xpath(f"./p:txStyles/p:{_list(kind)}/a:lvl1pPr/@algn")
    return {"ctr": "center", "r": "right"}.get(str(sides[0]), "left") if sides else "left"


def _list(kind: str) -> str:
    return "titleStyle" if kind in TITLES else "otherStyle" if kind in FURNITURE else "bodyStyle"


def _styles(chain: list[Any], kind: str, master: Any) -> list[Any]:
    found = [style for element in chain for style in element.xpath("./p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr")]
    found += master._element.xpath(f"./p:txStyles/p:{_list(kind)}/a:lvl1pPr/a:defRPr")
    return found + [style for element in chain for style in element.xpath("(./p:txBody/a:p/a:r/a:rPr)[1]")]


def _style(chain: list[Any], kind: str, master: Any, fonts: tuple[str, str]) -> tuple[float, str]:
    """Size and family of the first level of a placeholder's text."""
    styles = _styles(chain, kind, master)
    sizes = [float(style.get("sz")) / 100 for style in styles if style.get("sz")]
    faces = [str(face) for style in styles for face in style.xpath("./a:latin/@typeface") if face]
    slots = {"+mj-lt": fonts[0], "+mn-lt": fonts[1]}
    usual = fonts[0] if kind in TITLES else fonts[1]
    return (sizes or [_TITLE if kind in TITLES else _TEXT])[0], slots.get(faces[0], faces[0]) if faces else usual

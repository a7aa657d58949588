"""Which layouts the deck's master has, and where their placeholders and furniture stand.

A layout takes its places from the first sheet of its kind, so that a slide and its layout never
disagree; what no slide shows stands on the grid of the look.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefpack.layout.marks import Mark, Paragraph, Rect, Rule, Run, Sheet, TextBox
from briefpack.model import Look
from briefpack.writers.pptx import spots
from briefpack.writers.pptx.spots import FRAME, Place, Slot

_ENOUGH = 4
"""Numbered slides needed to tell what is furniture from what is the slide's own."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout of the master."""

    name: str
    ground: str
    places: tuple[Place, ...]
    furniture: tuple[Mark, ...]
    """Decoration that its slides need not repeat."""

    colours: str = "<a:masterClrMapping/>"
    """Which of the theme's colours its slides call by which name."""

    @property
    def slots(self) -> dict[str, Slot]:
        """Roles of text that it has a placeholder for."""
        texts = (place.text.role for place in self.places if 'type="tbl"' not in place.placeholder)
        return {role: Slot(FRAME[role]) for role in texts}


def plan(sheets: tuple[Sheet, ...], look: Look) -> dict[str, Layout]:
    """All layouts by name."""
    seen: dict[str, Sheet] = {}
    for sheet in sheets:
        seen.setdefault(sheet.kind, sheet)
    common = furniture([sheet for sheet in sheets if "number" in _texts(sheet)])
    names = [*spots.KINDS, *(kind for kind in seen if kind not in spots.KINDS), spots.PICTURE]
    return {name: _layout(name, seen.get(name), common, look) for name in names}


def plain(look: Look) -> Layout:
    """The grid of the look, for the master itself."""
    return Layout("", "paper", spots.places("points", look), ())


def furniture(sheets: list[Sheet]) -> tuple[Mark, ...]:
    """The decorative marks that all these sheets carry alike: the foot rule, a flag."""
    if len(sheets) < _ENOUGH:
        return ()
    shared = set.intersection(*({mark for mark in sheet.marks if _decorative(mark)} for sheet in sheets))
    return tuple(mark for mark in sheets[0].marks if _decorative(mark) and mark in shared)


def _layout(name: str, sheet: Sheet | None, common: tuple[Mark, ...], look: Look) -> Layout:
    grid = spots.places(name, look)
    if sheet is None:
        return Layout(name, "paper", grid, common)
    texts = _texts(sheet)
    rooms = {place.text.role: place.text for place in reversed(grid)}
    own = {role: Place(_prompt(box, rooms.get(role)), FRAME[role]) for role, box in texts.items()}
    if {"title", "subtitle"} <= own.keys():
        own["title"] = _ending(own["title"], own["subtitle"].text.y)
    bodies = tuple(place for place in grid if place.text.role == "body")
    rest = bodies[1:] if "body" in own else bodies
    return Layout(name, sheet.ground, (*own.values(), *rest), tuple(mark for mark in common if mark in sheet.marks))


def _ending(place: Place, y: float) -> Place:
    """A place that ends where the next one begins."""
    return replace(place, text=replace(place.text, h=min(place.text.h, y - place.text.y)))


def _texts(sheet: Sheet) -> dict[str, TextBox]:
    """The first text box of each role that a layout has a place for."""
    boxes: dict[str, TextBox] = {}
    for mark in sheet.marks:
        if isinstance(mark, TextBox) and mark.role in FRAME:
            boxes.setdefault(mark.role, mark)
    return boxes


def _decorative(mark: Mark) -> bool:
    return isinstance(mark, Rect | Rule) and not mark.alt


def _prompt(box: TextBox, grid: TextBox | None) -> TextBox:
    """The same place with a prompt in the style of its first run, and at least the room that the grid gives it."""
    first = box.paragraphs[0] if box.paragraphs else Paragraph(())
    style = first.runs[0] if first.runs else Run("")
    prompt = replace(style, text=spots.PROMPTS[box.role], refs=(), link="")
    room = max(box.w, grid.w if grid else 0.0), max(box.h, grid.h if grid else 0.0)
    text = replace(first, runs=(prompt,), bullet="", indent=0.0)
    return replace(box, w=room[0], h=room[1], paragraphs=(text,), name="")

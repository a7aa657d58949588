"""Which layouts the deck's master has, and where their placeholders and furniture stand.

A layout takes its places from the first sheet of its kind, so that a slide and its layout never
disagree; kinds that the deck does not use get the grid of the look.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefpack.layout.marks import Mark, Paragraph, Rect, Rule, Run, Sheet, TextBox
from briefpack.model import Look
from briefpack.writers.pptx.shapes import PLACEHOLDERS

KINDS = (
    "title", "question", "bottomline", "claim", "timeline", "people", "number", "quote", "matrix", "terms",
    "views", "discussion", "sources", "close", "points",
)  # fmt: skip
"""Names of the layouts, in the order in which PowerPoint offers them."""

_DRAWN = ("timeline", "people", "matrix", "terms", "sources")
"""Kinds whose body is a drawing or a table: they have no place for running text."""

_PROMPTS = {
    "title": "One claim, in one sentence",
    "subtitle": "What it rests on, in one or two lines",
    "kicker": "KICKER",
    "footer": "Sources",
    "number": "‹#›",
    "body": "What the sources say",
}

_ENOUGH = 4
"""Numbered slides needed to tell what is furniture from what is the slide's own."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout of the master."""

    name: str
    ground: str
    places: tuple[TextBox, ...]
    """Its placeholders, each with a prompt."""
    furniture: tuple[Mark, ...]
    """Decoration that its slides need not repeat."""

    @property
    def roles(self) -> frozenset[str]:
        """Roles of its placeholders."""
        return frozenset(place.role for place in self.places)


def plan(sheets: tuple[Sheet, ...], look: Look) -> dict[str, Layout]:
    """All layouts by name."""
    seen: dict[str, Sheet] = {}
    numbered = [sheet for sheet in sheets if "number" in _places(sheet)]
    for sheet in sheets:
        seen.setdefault(sheet.kind, sheet)
    common = furniture(numbered)
    names = [*KINDS, *(kind for kind in seen if kind not in KINDS)]
    return {name: _layout(name, seen.get(name), common, look) for name in names}


def plain(look: Look) -> Layout:
    """The grid of the look, for the master itself."""
    return Layout("", "paper", _defaults("points", look), ())


def furniture(sheets: list[Sheet]) -> tuple[Mark, ...]:
    """The decorative marks that all these sheets carry alike: the foot rule, a flag."""
    if len(sheets) < _ENOUGH:
        return ()
    shared = set.intersection(*({mark for mark in sheet.marks if _decorative(mark)} for sheet in sheets))
    return tuple(mark for mark in sheets[0].marks if _decorative(mark) and mark in shared)


def _layout(name: str, sheet: Sheet | None, common: tuple[Mark, ...], look: Look) -> Layout:
    places = {place.role: place for place in _defaults(name, look)}
    if sheet is None:
        return Layout(name, "paper", tuple(places.values()), common)
    own = {role: _prompt(box, places.get(role)) for role, box in _places(sheet).items()}
    common = tuple(mark for mark in common if mark in sheet.marks)
    return Layout(name, sheet.ground, tuple(own.values()), common)


def _places(sheet: Sheet) -> dict[str, TextBox]:
    """The first text box of each role."""
    boxes: dict[str, TextBox] = {}
    for mark in sheet.marks:
        if isinstance(mark, TextBox) and mark.role in PLACEHOLDERS:
            boxes.setdefault(mark.role, mark)
    return boxes


def _decorative(mark: Mark) -> bool:
    return isinstance(mark, Rect | Rule) and not mark.alt


def _prompt(box: TextBox, grid: TextBox | None) -> TextBox:
    """The same place with a prompt in the style of its first run, and at least the room that the grid gives it."""
    first = box.paragraphs[0] if box.paragraphs else Paragraph(())
    style = first.runs[0] if first.runs else Run("")
    prompt = replace(style, text=_PROMPTS[box.role], refs=(), link="")
    room = max(box.w, grid.w if grid else 0.0), max(box.h, grid.h if grid else 0.0)
    text = replace(first, runs=(prompt,), bullet="", indent=0.0)
    return replace(box, w=room[0], h=room[1], paragraphs=(text,), name="")


def _defaults(name: str, look: Look) -> tuple[TextBox, ...]:
    """Places of the grid (DESIGN.md, 2) in points."""
    title = look.type("title")
    body = look.type("body")
    boxes = [
        _place("kicker", (48, 25.5, 570, 16.5), 12, 15, Run("", bold=True, colour="accent"), tracking=0.9),
        _place("title", (48, 48, 790.5, 2 * title.pitch + 1), title.size, title.pitch, Run("", bold=True, font="head")),
        _place("body", (48, 141, 864, 336), body.size, body.pitch, Run("")),
        _place("footer", (48, 498, 792, 30), 12, 15, Run("", colour="muted")),
        _place("number", (858, 498, 54, 15), 12, 15, Run("", bold=True, colour="muted"), align="right"),
    ]
    return tuple(box for box in boxes if box.role != "body" or name not in _DRAWN)


def _place(
    role: str,
    box: tuple[float, float, float, float],
    size: float,
    pitch: float,
    style: Run,
    *,
    tracking: float = 0.0,
    align: str = "left",
) -> TextBox:
    text = Paragraph((replace(style, text=_PROMPTS[role]),), align=align)
    return TextBox(*box, (text,), size, pitch, role=role, tracking=tracking)

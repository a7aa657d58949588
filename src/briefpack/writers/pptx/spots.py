"""Where a lecturer's own text goes on a new slide of each kind: the grid of DESIGN.md, 2 and 6, in points."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout.marks import Paragraph, Run, TextBox
from briefpack.model import Look, Spot, Type

LEFT, WIDTH, BOTTOM = 48.0, 864.0, 477.0
_HALF, _RIGHT = 423.0, 489.0

KINDS = (
    "title", "question", "bottomline", "claim", "timeline", "people", "number", "quote", "matrix", "terms",
    "chart", "views", "discussion", "section", "sources", "close", "points",
)  # fmt: skip
"""Names of the layouts, in the order in which PowerPoint offers them."""

PICTURE = "picture"
"""A layout for a lecturer's own pictures: no slide of a build has one."""

PROMPTS = {
    "title": "One claim, in one sentence",
    "subtitle": "What it rests on, in one or two lines",
    "kicker": "KICKER",
    "footer": "Sources",
    "number": "‹#›",
    "body": "What the sources say",
}

_OPENING = "title"
_LARGE = ("question", "discussion")
"""Kinds whose title is a question, set large."""


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout."""

    text: TextBox
    """With a prompt in the style of what is typed there."""
    placeholder: str
    """Type and index, as attributes."""
    fill: str = ""
    """Colour role of the card that it is; empty for text on the ground."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder that a text of a slide fills."""

    placeholder: str
    """Type and index, as attributes."""
    host: Spot | None = None
    """In somebody else's template: the placeholder there, whose colours, face and place the text takes."""


_PLAIN = Run("")


@dataclass(frozen=True, slots=True)
class _Spot:
    x: float
    down: float
    """Below the top of the body."""
    w: float
    h: float
    prompt: str
    role: str = "body"
    fill: str = ""
    style: Run = _PLAIN


_QUOTE = Run("", font="quote")
_HERO = Run("", bold=True, colour="accent", font="head")
_BODIES = {
    "question": (
        _Spot(LEFT, 30, _HALF, 177, "One answer, and what speaks for it", fill="tint2"),
        _Spot(_RIGHT, 30, _HALF, 177, "The other, and what speaks for it", fill="tint"),
    ),
    "bottomline": tuple(_Spot(LEFT + 294 * at, 90, 276, 190, "What the statement rests on") for at in range(3)),
    "claim": (
        _Spot(LEFT, 0, 484.5, 336, "The evidence, point by point"),
        _Spot(568.5, 0, 343.5, 336, "A quotation, its speaker and their role", "lead", "tint", _QUOTE),
    ),
    "number": (
        _Spot(LEFT, 0, 490, 110, "000", "hero", style=_HERO),
        _Spot(LEFT, 118, 490, 70, "What it counts, and who says so", "lead"),
        _Spot(562.5, 0, 349.5, 336, "Who says so? When? Counting what? What is missing?", fill="tint"),
    ),
    "quote": (
        _Spot(121.5, 0, 784.5, 124, "The words, as they were said", "lead", style=_QUOTE),
        _Spot(121.5, 140, 784.5, 60, "Speaker, role and source", "small"),
        _Spot(LEFT, 218, WIDTH, 118, "Questions to the reader", fill="tint"),
    ),
    "views": (
        _Spot(LEFT, 0, _HALF, 200, "One view, and what speaks for it", fill="tint2"),
        _Spot(_RIGHT, 0, _HALF, 200, "The other, and what speaks for it", fill="tint"),
    ),
    "discussion": tuple(_Spot(LEFT + 294 * at, 40, 276, 141, "A passage to weigh", fill="tint") for at in range(3)),
    "sources": (_Spot(LEFT, 0, WIDTH, 336, "Title, author, publisher, date"),),
    "close": (_Spot(LEFT, 0, WIDTH, 336, "What to remember", "lead"),),
    "points": (_Spot(LEFT, 0, WIDTH, 336, "What the sources say"),),
}
"""A timeline and a map of actors are drawings: they leave the body free."""

_TABLES = ("matrix", "terms")


def places(kind: str, look: Look) -> tuple[Place, ...]:
    """The placeholders of a kind, title first."""
    return (*_frame(kind, look), *_body(kind, look))


def _frame(kind: str, look: Look) -> tuple[Place, ...]:
    role = "display" if kind == _OPENING else "question" if kind in _LARGE else "title"
    title, small = look.type(role), look.type("source")
    boxes = [
        _box("title", (LEFT, 48, 790.5, 2 * title.pitch + 1), title, Run("", bold=True, font="head")),
        _box("kicker", (LEFT, 25.5, 570, 16.5), Type(12, 15), Run("", bold=True, colour="accent"), tracking=0.9),
        _box("footer", (LEFT, 498, 792, 32), small, Run("", colour="muted")),
        _box("number", (858, 498, 54, 17), small, Run("", bold=True, colour="muted"), align="right"),
    ]
    if kind == _OPENING:
        lead = look.type("lead")
        area = (LEFT, 48 + 2 * title.pitch + 50, 660.0, 2 * lead.pitch + 3)
        boxes.insert(1, _box("subtitle", area, lead, Run("")))
    return tuple(Place(box, FRAME[box.role]) for box in boxes)


FRAME = {
    "title": 'type="title"',
    "subtitle": 'type="subTitle" idx="1"',
    "kicker": 'type="body" sz="quarter" idx="10"',
    "footer": 'type="ftr" sz="quarter" idx="11"',
    "number": 'type="sldNum" sz="quarter" idx="12"',
    "body": 'type="body" idx="13"',
}
"""Role of a text box to the placeholder that it fills, where the layout has one."""


def _body(kind: str, look: Look) -> tuple[Place, ...]:
    top = 48 + 2 * look.type("title").pitch + 18
    if kind in _TABLES:
        text = _box("body", (LEFT, top, WIDTH, BOTTOM - top), look.type("body"), Run(""), prompt="The comparison")
        return (Place(text, 'type="tbl" idx="13"'),)
    if kind == PICTURE:
        return _picture(top, look)
    found = []
    for at, spot in enumerate(_BODIES.get(kind, ())):
        area = (spot.x, top + spot.down, spot.w, min(spot.h, BOTTOM - top - spot.down))
        text = _box("body", area, look.type(spot.role), spot.style, prompt=spot.prompt)
        found.append(Place(text, f'type="body" sz="half" idx="{13 + at}"', spot.fill))
    return tuple(found)


def _picture(top: float, look: Look) -> tuple[Place, ...]:
    """A picture left, what it shows right."""
    left = _box("body", (LEFT, top, 560, BOTTOM - top), look.type("body"), Run(""), prompt="A picture")
    right = _box(
        "body", (626, top, 286, BOTTOM - top), look.type("body"), Run(""), prompt="What it shows, and whose it is"
    )
    return Place(left, 'type="pic" idx="13"'), Place(right, 'type="body" sz="half" idx="14"')


def _box(
    role: str,
    area: tuple[float, float, float, float],
    size: Type,
    style: Run,
    *,
    prompt: str = "",
    tracking: float = 0.0,
    align: str = "left",
) -> TextBox:
    run = Run(prompt or PROMPTS[role], style.bold, style.italic, style.colour, style.font)
    return TextBox(*area, (Paragraph((run,), align=align),), size.size, size.pitch, role=role, tracking=tracking)

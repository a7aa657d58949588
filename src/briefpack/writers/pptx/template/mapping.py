"""Which layout of a template each kind of slide gets: by its name, else by its type, else by its geometry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from typing import Any

from briefpack.errors import ReadError
from briefpack.layout.slides.hosted import FOOT, LINE, STRIP
from briefpack.model import Area, Hosting, Spot, Template
from briefpack.writers.pptx import skeleton, spots
from briefpack.writers.pptx.template import faint, ground, palette, rooms

LEAST_BODY = 300.0, 150.0
"""Width and height in points under which no slide of ours can be read."""
_LEAST_TITLE = 150.0, 22.0
_LEAST_FOOT = 100.0, 14.5
_TWO_LINES = 31.0
"""Points of height that a source line wants."""
_TYPES = {"title": ("title",), "drawing": ("titleOnly",), "text": ("obj", "tx")}
_SIDEWAYS = ("vertTx", "vertTitleAndTx", "vertTitleAndTxOverChart")
_ROLES = {"title": "title", "points": "text", "close": "text"}
"""Kinds whose words are typed into placeholders; all others are drawings under a title."""


@dataclass(frozen=True, slots=True)
class _Found:
    layout: Any
    why: str


def template(package: bytes, name: str) -> Template:
    """The whole mapping; ReadError where the package is no presentation with a master."""
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        deck = Presentation(BytesIO(package))
        masters = [(master, palette.Theme(master)) for master in deck.slide_masters if len(master.slide_layouts)]
        used = [slide.slide_layout.slide_master.part.partname for slide in deck.slides]
    except (PythonPptxError, KeyError, ValueError, StopIteration, AttributeError, IndexError, TypeError):
        raise ReadError(f"{name}: is no readable presentation: save it again from PowerPoint or Impress") from None
    if not masters or not deck.slide_width or not deck.slide_height:
        raise ReadError(f"{name}: has no slide master with layouts: save it from PowerPoint as a template")
    w, h = deck.slide_width / rooms.EMU, deck.slide_height / rooms.EMU
    mapped = [_mapped(master, theme, w, h) for master, theme in masters]
    best = max(range(len(masters)), key=lambda at: (*_worth(mapped[at]), used.count(masters[at][0].part.partname), -at))
    theme, (hostings, missing) = masters[best][1], mapped[best]
    shades = palette.roles(theme)
    lacks = [f"its theme leaves {pair}, under {palette.LEAST}" for pair in palette.weak(shades)]
    if len(masters) > 1:
        lacks.append(f"has {len(masters)} masters: the slides are made from the one whose layouts fit best")
    if len(deck.slides):
        lacks.append(f"its {len(deck.slides)} own slides are left out")
    fonts = (theme.fonts[0], theme.fonts[1])
    return Template(name, w, h, hostings, missing, tuple(shades.items()), fonts, tuple(lacks), package)


def _worth(mapped: tuple[tuple[Hosting, ...], tuple[str, ...]]) -> tuple[float, ...]:
    """How many kinds find a place, how many of them by name or type, how many on plain paper, and their room."""
    found = mapped[0]
    named = sum(one.why != "geometry" for one in found)
    return len(found), named, sum(not one.panel for one in found), sum(one.body.size for one in found)


def _mapped(master: Any, theme: palette.Theme, w: float, h: float) -> tuple[tuple[Hosting, ...], tuple[str, ...]]:
    """Every kind, and the kind '' for those that nobody knows yet; and what cannot be mapped."""
    level = [layout for layout in master.slide_layouts if layout._element.get("type") not in _SIDEWAYS]
    roles = {role: _tries(role, list(_ranked(role, level, w, h)), theme, w, h) for role in _TYPES}
    found: list[Hosting] = []
    missing: list[str] = []
    for kind in (*spots.KINDS, ""):
        role = _ROLES.get(kind, "drawing")
        own = [_Found(layout, "name") for layout in level if kind and layout.name == kind]
        made = _tries(role, own, theme, w, h) if own else roles[role]
        hosting = made if isinstance(made, Hosting) else roles[role]
        if isinstance(hosting, Hosting):
            found.append(replace(hosting, kind=kind))
        elif kind:
            missing.append(f"{kind}: {hosting}")
    return tuple(found), tuple(missing)


def _tries(role: str, candidates: list[_Found], theme: palette.Theme, w: float, h: float) -> Hosting | str:
    """The first layout that serves, best first; else why none does."""
    reasons: list[str] = []
    for found in candidates:
        made = _tried(role, found, theme, w, h)
        if isinstance(made, Hosting):
            return made
        reasons.append(f"layout {found.layout.name!r} {made}")
    return reasons[0] if reasons else "no layout has a place for a title"


def _ranked(role: str, level: list[Any], w: float, h: float) -> Iterator[_Found]:
    """Layouts in the order in which they serve a role, each once."""
    tests: tuple[tuple[str, Callable[[Any], bool]], ...] = (
        ("name", lambda layout: _plain(layout.name) in _names()[role]),
        ("type", lambda layout: layout._element.get("type") in _TYPES[role]),
        ("type", lambda layout: _shaped(role, layout)),
        ("geometry", lambda layout: bool(_kinds(layout) & set(rooms.TITLES))),
    )
    seen: set[str] = set()
    for why, serves in tests:
        chosen = [layout for layout in level if layout.part.partname not in seen and serves(layout)]
        if why == "geometry":
            chosen.sort(key=lambda layout: -_room_of(role, layout, w, h))
        for layout in chosen:
            seen.add(layout.part.partname)
            yield _Found(layout, why)


def _shaped(role: str, layout: Any) -> bool:
    """Whether its placeholders are those of the role, whatever it is called."""
    kinds = _kinds(layout)
    if role == "title":
        return "ctrTitle" in kinds or {"title", "subTitle"} <= kinds
    if role == "text":
        return "title" in kinds and rooms.content(layout) is not None
    large = (shape for kind, shape in rooms.placeholders(layout) if kind in rooms.CONTENT and not rooms.small(shape))
    return "title" in kinds and "subTitle" not in kinds and not any(large)


def _kinds(layout: Any) -> set[str]:
    return {kind for kind, _ in rooms.placeholders(layout)}


def _room_of(role: str, layout: Any, w: float, h: float) -> float:
    """How much room the layout has for what the role needs: a large title, or a large body."""
    titles = (rooms.frame(shape) for kind, shape in rooms.placeholders(layout) if kind in rooms.TITLES)
    place = next((one for one in titles if one), None)
    if place is None:
        return 0.0
    return place.size if role == "title" else rooms.body(layout, place, w, h)[0].size


def _tried(role: str, found: _Found, theme: palette.Theme, w: float, h: float) -> Hosting | str:
    layout, fonts = found.layout, (theme.fonts[0], theme.fonts[1])
    places = dict(reversed(rooms.placeholders(layout)))  # the first of a kind wins
    title = _spot(places, rooms.TITLES, layout, fonts, _LEAST_TITLE)
    if title is None:
        return "has no placeholder for a title, or one too small"
    room, grounds = _body(layout, title, w, h)
    text = _spot({"": shape} if (shape := rooms.content(layout)) else {}, ("",), layout, fonts, LEAST_BODY)
    if role != "title" and (room.w < LEAST_BODY[0] or room.h < LEAST_BODY[1]):
        return f"leaves only {max(room.w, 0):.0f} x {max(room.h, 0):.0f} points for the body"
    footer = _spot(places, ("ftr",), layout, fonts, _LEAST_FOOT)
    if footer:
        footer = rooms.taller(rooms.widened(footer, layout, room.x, room.right), layout, _TWO_LINES)
        room = replace(room, h=min(room.bottom, footer.frame.y - 2.0) - room.y) if footer.frame.y > room.y else room
    bare = not grounds and ground.plain(layout, theme)
    title, above = rooms.headed(title, layout, LINE, h) if role != "title" and bare else (title, None)
    made = Hosting(
        kind="",
        layout=layout.name,
        part=str(layout.part.partname),
        why=found.why,
        title=title,
        body=room,
        subtitle=_spot(places, ("subTitle", "body"), layout, fonts, _LEAST_TITLE) if role == "title" else None,
        text=rooms.above(text, footer.frame.y if footer else room.bottom - FOOT) if role == "text" and text else None,
        footer=footer,
        number=_spot(places, ("sldNum",), layout, fonts, (12.0, 10.0)),
        panel=role != "title" and not bare,
        bare=bare,
        above=above,
    )
    return replace(made, lacks=(*_lacks(role, made, found.why), *faint.faint(layout, theme)))


def _body(layout: Any, title: Spot, w: float, h: float) -> tuple[Area, bool]:
    """The room of the layout's own content, else of the master's, else what the title and the foot leave."""
    free, grounds = rooms.body(layout, title.frame, w, h)
    own = rooms.content(layout)
    masters = [shape for kind, shape in rooms.placeholders(layout.slide_master) if kind == "body"]
    for shape in [*([own] if own is not None else []), *masters]:
        place = rooms.frame(shape)
        if place is None or place.y < title.frame.bottom - 2 or place.bottom > h or place.right > w or place.x < 0:
            continue
        cleared, behind = rooms.clear(place, list(rooms.obstacles(layout)))
        if cleared.size > 0.6 * free.size:
            return cleared, behind
    return free, grounds


def _spot(
    places: dict[str, Any], kinds: tuple[str, ...], layout: Any, fonts: tuple[str, str], least: tuple[float, float]
) -> Spot | None:
    for kind in kinds:
        made = rooms.spot(places[kind], layout, fonts) if kind in places else None
        if made and made.inner.w >= least[0] and made.inner.h >= least[1]:
            return made
    return None


def _lacks(role: str, made: Hosting, why: str) -> Iterator[str]:
    if why == "geometry":
        yield "no layout is named or made for this: the one with the most room is taken"
    if role == "title" and made.subtitle is None:
        yield "no subtitle: the line under the title is drawn as a text box"
    if role == "text" and made.text is None:
        yield "no body placeholder: points are drawn as text boxes"
    if role != "title" and made.footer is None:
        yield "no footer, or one too small: the source line stands at the foot of the body"
    if role != "title" and made.number is None:
        yield "no slide number: slides go without"
    if made.panel:
        yield "stands on a picture or a colour: the body gets a panel"
    if role != "title" and made.above is None:
        yield "no plain room above the title: the line that stands there and the section bars are left out"
    if role == "title" and not (made.bare and made.body.h >= STRIP):
        yield "no plain room under the title: the evidence strip is left out, the sources slide shows it"


@cache
def _names() -> dict[str, frozenset[str]]:
    found = {}
    for line in skeleton.text("layout_names.txt").splitlines():
        role, colon, names = line.partition(": ")
        if colon and not line.startswith("#"):
            found[role] = frozenset(_plain(name) for name in names.split(" | "))
    return found


def _plain(name: str) -> str:
    """A layout's name by its letters alone: '1_Titre seul' and 'TITRE  SEUL (2)' are one."""
    return "".join(letter for letter in name.casefold() if letter.isalpha())

"""What a slide inherits: its layout, master and theme, and the placeholders that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from briefpack.check.presentation.colour import Colour, Palette
from briefpack.check.presentation.package import Package
from briefpack.check.presentation.xml import child, every, first, kind, parts

TITLES = frozenset({"title", "ctrTitle"})
FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})
"""Placeholders of dates, footers and numbers."""
_ON_MASTER = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "tbl": "body", "chart": "body", "pic": "body",
              "media": "body", "clipArt": "body", "dgm": "body"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, fonts and fills of a theme."""

    colours: Mapping[str, Colour]
    fonts: Mapping[str, str]
    """Family by slot: '+mj-lt', '+mn-lt'."""
    fills: tuple[Any, ...]
    grounds: tuple[Any, ...]
    text_box: Any
    """The list style that the theme gives to text boxes; None where it gives none."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """A layout with all that stands behind it."""

    name: str
    kind: str
    """The layout's type, 'title', 'obj' …; empty for one of somebody's own."""
    layout: Any
    master: Any
    theme: Theme
    palette: Palette
    defaults: Any
    """The presentation's own text style."""
    named: frozenset[str]
    """Font families that layout and master name beside the theme's."""
    places: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """Placeholders of layout ('idx 10', 'type body') and master ('master body')."""

    def above(self, holder: Any) -> tuple[Any, ...]:
        """The placeholders of layout and master that a slide's placeholder (its p:ph) inherits from."""
        wanted, index = holder.get("type", "obj"), holder.get("idx", "")
        on_layout = self._on_layout(wanted, index)
        known = place_of(on_layout[0]).get("type", "obj") if on_layout else wanted
        return (*on_layout, *self.places.get(f"master {_ON_MASTER.get(known, known)}", ())[:1])

    def mapped(self, over: Any) -> Stage:
        """The same with the colour slots that a slide maps for itself."""
        if over is None:
            return self
        return replace(self, palette=Palette(self.theme.colours, {**self.palette.mapped, **over.attrib}))

    def _on_layout(self, wanted: str, index: str) -> tuple[Any, ...]:
        by_index = self.places.get(f"idx {index}", ()) if index else ()
        if by_index:
            return by_index[:1]
        alike = TITLES if wanted in TITLES else (wanted,)
        return next((self.places[f"type {one}"][:1] for one in alike if f"type {one}" in self.places), ())

    def style(self, holder: str) -> Any:
        """The master's text style for a kind of placeholder; None for text in a box of its own."""
        styles = child(self.master, "p:txStyles")
        if not holder:
            return None
        usual = "p:otherStyle" if holder in FURNITURE else "p:bodyStyle"
        return child(styles, "p:titleStyle" if holder in TITLES else usual)


class Stages:
    """The stages of a deck by their layout's part, each read once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._known: dict[str, Stage] = {}
        self._defaults = child(package.root(package.main), "p:defaultTextStyle")

    def of(self, slide: str) -> Stage:
        """The stage of a slide's part."""
        part = self._package.related(slide, "slideLayout")
        if part not in self._known:
            self._known[part] = self._read(part)
        return self._known[part]

    def _read(self, part: str) -> Stage:
        package = self._package
        layout = package.root(part) if part else None
        above = package.related(part, "slideMaster") if part else ""
        master = package.root(above) if above else None
        theme = _theme(package, package.related(above, "theme") if above else "")
        return Stage(
            name="" if layout is None else (child(layout, "p:cSld").get("name", "") if _has(layout) else ""),
            kind="" if layout is None else layout.get("type", ""),
            layout=layout,
            master=master,
            theme=theme,
            palette=Palette(theme.colours, _mapped(master, layout)),
            defaults=self._defaults,
            named=frozenset(_families((layout, master))) | set(theme.fonts.values()),
            places=_places(layout, master),
        )


def place_of(shape: Any) -> Any:
    """The p:ph of a shape; None where it is no placeholder."""
    properties = next((one for one in shape if kind(one).startswith("nv")), None)
    return child(first(properties, "nvPr"), "p:ph")


def ground(root: Any) -> Any:
    """The p:bg of a slide, layout or master."""
    return child(root, "p:cSld", "p:bg")


def _has(root: Any) -> bool:
    return child(root, "p:cSld") is not None


def _places(layout: Any, master: Any) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for prefix, root in (("", layout), ("master ", master)):
        for shape in _shapes(root):
            holder = place_of(shape)
            wanted = holder.get("type", "obj")
            keys = (f"master {wanted}",) if prefix else (f"type {wanted}", f"idx {holder.get('idx', '')}")
            for key in keys:
                found[key] = (*found.get(key, ()), shape)
    return found


def _shapes(root: Any) -> Iterator[Any]:
    tree = child(root, "p:cSld", "p:spTree")
    return (one for one in parts(tree) if kind(one) in ("sp", "pic") and place_of(one) is not None)


def _mapped(master: Any, layout: Any) -> dict[str, str]:
    own = child(master, "p:clrMap")
    over = child(layout, "p:clrMapOvr", "a:overrideClrMapping")
    return {**({} if own is None else own.attrib), **({} if over is None else over.attrib)}


def _families(roots: tuple[Any, ...]) -> Iterator[str]:
    for root in roots:
        for face in every(root, "a:latin"):
            if not face.get("typeface", "").startswith("+"):
                yield face.get("typeface", "")


def _theme(package: Package, part: str) -> Theme:
    elements = child(package.root(part), "a:themeElements") if part else None
    plain = Palette({}, {})
    slots = child(elements, "a:clrScheme")
    found = {kind(slot): plain.colour(slot) for slot in parts(slots)}
    fonts = child(elements, "a:fontScheme")
    faces = {
        slot: face.get("typeface", "")
        for slot, name in (("+mj-lt", "a:majorFont"), ("+mn-lt", "a:minorFont"))
        if (face := child(fonts, name, "a:latin")) is not None
    }
    styles = child(elements, "a:fmtScheme")
    fills, grounds = child(styles, "a:fillStyleLst"), child(styles, "a:bgFillStyleLst")
    return Theme(
        colours={slot: colour for slot, colour in found.items() if colour is not None},
        fonts={slot: name for slot, name in faces.items() if name},
        fills=parts(fills),
        grounds=parts(grounds),
        text_box=child(package.root(part), "a:objectDefaults", "a:txDef", "a:lstStyle") if part else None,
    )

"""The theme of a template as colour roles: each a slot, made lighter or darker until it can be read.

A theme has no red for 'look here' and no ink that is sure to stand on its tints; so each role takes the first
of a few candidates whose contrast is measured and enough. What is written are slots: a change of the theme recolours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from briefpack.model import Shade
from briefpack.model.colour import contrast, hue, luminance, shaded
from briefpack.writers.pptx.template.rooms import SPACE

LEAST = 4.5
"""WCAG 2.2, level AA, for text."""
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_STEPS = {False: ((100, 0), (75, 0), (50, 0), (25, 0)), True: ((100, 0), (60, 40), (40, 60), (20, 80))}
"""How an accent is made readable on a light ground, and on a dark one (True)."""
_MUTED = {False: ((65, 35), (75, 25), (85, 15), (100, 0)), True: ((75, 0), (85, 0), (95, 0), (100, 0))}
_TINTS = {False: ((95, 0), (97, 0), (100, 0)), True: ((85, 15), (92, 8), (100, 0))}
_APART = 0.08
"""Of the colour wheel: nearer hues look alike."""

Shades = dict[str, Shade]


class Theme:
    """The twelve colours of a theme by the names that a master gives them: 'bg1', 'tx1', 'accent1'."""

    def __init__(self, master: Any) -> None:
        root: Any = next(
            etree.fromstring(link.target_part.blob)
            for link in master.part.rels.values()
            if link.reltype.endswith("/theme")
        )
        scheme = {etree.QName(each).localname: _hex(each) for each in root.xpath("//a:clrScheme/*", namespaces=SPACE)}
        names = master._element.xpath("./p:clrMap")[0].attrib
        self.colours = {str(name): scheme[slot] for name, slot in names.items() if slot in scheme} | scheme
        self.fonts = tuple(
            str(root.xpath(f"string(//a:{kind}Font/a:latin/@typeface)", namespaces=SPACE)) or "Arial"
            for kind in ("major", "minor")
        )

    def shade(self, slot: str, mod: int = 100, off: int = 0) -> Shade:
        """A slot, lighter or darker."""
        return Shade(slot, mod, off, shaded(self.colours[slot], mod, off))


def roles(theme: Theme) -> Shades:
    """Every colour role of a look."""
    paper = theme.shade("bg1")
    dark = luminance(paper.colour) < luminance(theme.colours["tx1"])
    ink = _first(_inks(theme), (paper,))
    tint = _first((theme.shade("bg1", *step) for step in _TINTS[dark]), (ink,), then=paper)
    made: Shades = {"paper": paper, "ink": ink, "tint": tint, "panel": paper, "onaccent": paper, "onaccent2": paper}
    made["tint2"] = _first(_second_tints(theme, dark), (ink,), then=tint)
    grounds: tuple[Shade, ...] = (paper, tint, made["tint2"])
    if not all(_reads(one, grounds) for one in (ink, _structure(theme, dark, grounds, ink))):
        made["tint2"], grounds = tint, (paper, tint)
    made["muted"] = _first((theme.shade(ink.slot, *step) for step in _MUTED[dark] if ink.slot), grounds, then=ink)
    made["accent2"] = _structure(theme, dark, grounds, ink)
    made["accent"] = _other(theme, dark, grounds, made["accent2"])
    made["mark"] = _first(_marks(theme, dark), (made["accent2"],), then=paper)
    made["rule"] = theme.shade("bg1", *((65, 35) if dark else (75, 0)))
    made["bar"] = made["tint2"]
    return made


def weak(shades: Shades) -> tuple[str, ...]:
    """Pairs of roles that stay too close to read, whatever was tried."""
    pairs = [(ink, ground) for ink in ("ink", "muted", "accent", "accent2") for ground in ("paper", "tint", "tint2")]
    pairs += [("onaccent", "accent"), ("onaccent2", "accent2"), ("mark", "accent2")]
    ratios = {pair: contrast(shades[pair[0]].colour, shades[pair[1]].colour) for pair in pairs}
    return tuple(f"{one} on {other} {ratio:.1f}:1" for (one, other), ratio in ratios.items() if round(ratio, 1) < LEAST)


def _inks(theme: Theme) -> Iterator[Shade]:
    """The theme's own text colours, else black or white."""
    yield theme.shade("tx1")
    yield theme.shade("tx2")
    light = luminance(theme.colours["bg1"]) > 0.18
    yield Shade("", 100, 0, "000000" if light else "FFFFFF")


def _second_tints(theme: Theme, dark: bool) -> Iterator[Shade]:
    for mod, off in ((50, 0), (35, 0)) if dark else ((20, 80), (15, 85), (10, 90)):
        yield theme.shade("accent1", mod, off)
    yield theme.shade("bg1", *((75, 25) if dark else (90, 0)))


def _structure(theme: Theme, dark: bool, grounds: tuple[Shade, ...], ink: Shade) -> Shade:
    """The theme's first accent, or the one that repeats its dark text colour, for heads and references."""
    slot = next((one for one in _ACCENTS if theme.colours[one] == theme.colours["tx2"]), "accent1")
    return _first((theme.shade(slot, *step) for step in _STEPS[dark]), grounds, then=ink)


def _other(theme: Theme, dark: bool, grounds: tuple[Shade, ...], structure: Shade) -> Shade:
    """An accent whose hue can be told from the other's; lightness serves where no hue does."""
    others = [slot for slot in (*_ACCENTS[1:], _ACCENTS[0]) if slot != structure.slot]
    if structure.slot != _ACCENTS[0]:
        others.sort()
    slots = [slot for slot in others if _distinct(theme.colours[slot], structure.colour)]
    for slot in slots or others:
        for step in _STEPS[dark]:
            shade = theme.shade(slot, *step)
            if _reads(shade, grounds):
                return shade
    return structure


def _distinct(one: str, other: str) -> bool:
    (around, strength), (around2, strength2) = hue(one), hue(other)
    away = abs(around - around2)
    return min(away, 1 - away) > _APART and strength > 0.25 if strength2 > 0.1 else strength > 0.25


def _marks(theme: Theme, dark: bool) -> Iterator[Shade]:
    for step in ((100, 0), (60, 40), (40, 60), (20, 80)) if not dark else ((100, 0), (75, 0), (50, 0), (25, 0)):
        for slot in ("accent4", "accent3", "accent1"):
            yield theme.shade(slot, *step)


def _first(candidates: Iterable[Shade], against: tuple[Shade, ...], then: Shade | None = None) -> Shade:
    """The first candidate that reads against all of these; else the last resort, or the best of them."""
    tried: list[Shade] = []
    for shade in candidates:
        if _reads(shade, against):
            return shade
        tried.append(shade)
    return then or max(tried, key=lambda one: min(contrast(one.colour, other.colour) for other in against))


def _reads(shade: Shade, against: tuple[Shade, ...]) -> bool:
    return all(contrast(shade.colour, other.colour) >= LEAST for other in against)


def _hex(slot: Any) -> str:
    """The colour of a slot of the theme: as written, or as the system had it last."""
    found = slot.xpath("./a:srgbClr/@val | ./a:sysClr/@lastClr", namespaces=SPACE)
    if found:
        return str(found[0]).upper()
    named = str(slot.xpath("string(./a:sysClr/@val)", namespaces=SPACE))
    return "FFFFFF" if named == "window" else "000000"

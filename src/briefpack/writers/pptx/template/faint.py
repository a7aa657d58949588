"""Words that a template itself prints too pale to be read on its paper: the usual grey of footers and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefpack.model.colour import contrast, mixed, shaded
from briefpack.writers.pptx.template import ground, rooms
from briefpack.writers.pptx.template.palette import LEAST, Theme

_WORDS = {"ftr": "footer", "sldNum": "slide number"}


def faint(layout: Any, theme: Theme) -> Iterator[str]:
    """'its footer is 3.5:1 on the paper, under 4.5: make it darker in the master', for each that is so."""
    if not ground.plain(layout, theme):
        return
    for kind, shape in rooms.placeholders(layout):
        ink = _ink(shape, layout, theme) if kind in _WORDS else ""
        ratio = contrast(ink, theme.colours["bg1"]) if ink else LEAST
        if round(ratio, 1) < LEAST:
            yield f"its {_WORDS[kind]} is {ratio:.1f}:1 on the paper, under {LEAST}: make it darker in the master"


def _ink(shape: Any, layout: Any, theme: Theme) -> str:
    """The colour of a placeholder's words, as six hex digits; empty where it is no plain colour."""
    for style in rooms.styles(shape, layout):
        for fill in style.xpath("./a:solidFill/*"):
            return _colour(fill, theme)
    return theme.colours.get("tx1", "")


def _colour(fill: Any, theme: Theme) -> str:
    value = str(fill.get("val", ""))
    base = theme.colours.get(value, value if fill.tag.endswith("}srgbClr") else "")
    if len(base) != 6:
        return ""
    changes = {child.tag.rpartition("}")[2]: int(child.get("val", "0")) / 1000 for child in fill}
    if changes.keys() - {"lumMod", "lumOff", "tint"}:
        return ""
    made = shaded(base, round(changes.get("lumMod", 100)), round(changes.get("lumOff", 0)))
    return mixed(made, "FFFFFF", 1 - changes["tint"] / 100) if "tint" in changes else made

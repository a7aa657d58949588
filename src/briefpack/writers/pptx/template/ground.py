"""What lies behind the body of a layout: the theme's paper, or something that words must not stand on."""

from __future__ import annotations

from typing import Any

from briefpack.model.colour import contrast
from briefpack.writers.pptx.template.palette import Theme

_SOLID = "1001"
"""The first fill of the theme's backgrounds, which is a plain colour in every program."""
_ALIKE = 1.15
"""Contrast up to which a ground is as good as the paper."""


def plain(layout: Any, theme: Theme) -> bool:
    """Whether a layout's background is the paper, or so near that every role reads as well on it."""
    for owner in (layout, layout.slide_master):
        found = owner._element.xpath("./p:cSld/p:bg")
        if found:
            colour = _colour(found[0], theme)
            return bool(colour) and contrast(colour, theme.colours["bg1"]) <= _ALIKE
    return True


def _colour(ground: Any, theme: Theme) -> str:
    """The one colour of a background; empty for a picture, a gradient or one made lighter or darker."""
    plain = ground.xpath("./p:bgPr/a:solidFill/*") or ground.xpath(f"./p:bgRef[@idx='{_SOLID}']/*")
    if not plain or len(plain[0]):
        return ""
    value = str(plain[0].get("val", ""))
    return theme.colours.get(value, value if plain[0].tag.endswith("}srgbClr") else "")

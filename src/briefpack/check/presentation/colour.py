"""Colours as a viewer shows them: theme slots, maps and changes of brightness worked out, contrast measured."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefpack.check.presentation.xml import first, kind, number, share

_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "grey": "808080", "darkGray": "A9A9A9", "lightGray": "D3D3D3", "orange": "FFA500",
    "navy": "000080", "cyan": "00FFFF", "magenta": "FF00FF",
}  # fmt: skip
_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
COLOURS = ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr")


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green, blue and how opaque, each 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @classmethod
    def of(cls, code: str) -> Colour:
        """'1F497D'; black where it is no code."""
        try:
            value = int(code[:6], 16)
        except ValueError:
            value = 0
        return cls((value >> 16 & 255) / 255, (value >> 8 & 255) / 255, (value & 255) / 255)

    def __str__(self) -> str:
        return "".join(f"{round(max(0.0, min(1.0, part)) * 255):02X}" for part in (self.red, self.green, self.blue))

    def over(self, ground: Colour) -> Colour:
        """What is seen of it on an opaque ground."""
        mixed = (a * self.alpha + b * (1 - self.alpha) for a, b in zip(self.parts, ground.parts, strict=True))
        return Colour(*mixed)

    @property
    def parts(self) -> tuple[float, float, float]:
        """Red, green, blue."""
        return self.red, self.green, self.blue

    @property
    def luminance(self) -> float:
        """Relative luminance as WCAG 2 defines it."""
        red, green, blue = (_linear(part) for part in self.parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme and how a master, layout or slide maps its slots."""

    theme: Mapping[str, Colour]
    mapped: Mapping[str, str]

    def slot(self, name: str) -> Colour | None:
        """The colour of 'tx1', 'accent2' …"""
        return self.theme.get(self.mapped.get(name, _MAP.get(name, name)))

    def colour(self, holder: Any, base: Colour | None = None) -> Colour | None:
        """The colour inside an element such as solidFill; `base` stands for the style's own ('phClr').

        None where it is missing or of a kind that is not known.
        """
        element = first(holder, *COLOURS)
        if element is None:
            return None
        found = self._plain(element, base)
        return None if found is None else _changed(found, element)

    def _plain(self, element: Any, base: Colour | None) -> Colour | None:
        name, value = kind(element), element.get("val", "")
        if name == "srgbClr":
            return Colour.of(value)
        if name == "schemeClr":
            return base if value == "phClr" else self.slot(value)
        if name == "sysClr":
            return Colour.of(element.get("lastClr", "FFFFFF" if value == "window" else "000000"))
        if name == "prstClr":
            return Colour.of(_NAMED[value]) if value in _NAMED else None
        if name == "scrgbClr":
            return Colour(*(_gamma(share(element, part, 0.0)) for part in "rgb"))
        hue = number(element, "hue") / 21_600_000
        return Colour(*colorsys.hls_to_rgb(hue, share(element, "lum", 0.0), share(element, "sat", 0.0)))


def contrast(one: Colour, other: Colour) -> float:
    """WCAG contrast of two opaque colours, 1 to 21."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _changed(colour: Colour, element: Any) -> Colour:
    """After lumMod, tint, alpha … in the order in which they stand."""
    for change in element:
        if kind(change) in _CHANGES:
            colour = _CHANGES[kind(change)](colour, share(change))
    return colour


def _light(of: Callable[[float, float], float]) -> Callable[[Colour, float], Colour]:
    def changed(colour: Colour, value: float) -> Colour:
        hue, light, full = colorsys.rgb_to_hls(*colour.parts)
        return Colour(*colorsys.hls_to_rgb(hue, max(0.0, min(1.0, of(light, value))), full), colour.alpha)

    return changed


def _full(of: Callable[[float, float], float]) -> Callable[[Colour, float], Colour]:
    def changed(colour: Colour, value: float) -> Colour:
        hue, light, full = colorsys.rgb_to_hls(*colour.parts)
        return Colour(*colorsys.hls_to_rgb(hue, light, max(0.0, min(1.0, of(full, value)))), colour.alpha)

    return changed


def _each(of: Callable[[float, float], float]) -> Callable[[Colour, float], Colour]:
    """A change of every part in linear light."""

    def changed(colour: Colour, value: float) -> Colour:
        return _made((_gamma(of(_linear(part), value)) for part in colour.parts), colour.alpha)

    return changed


_CHANGES: Mapping[str, Callable[[Colour, float], Colour]] = {
    "lumMod": _light(lambda light, value: light * value),
    "lumOff": _light(lambda light, value: light + value),
    "lum": _light(lambda _, value: value),
    "satMod": _full(lambda full, value: full * value),
    "satOff": _full(lambda full, value: full + value),
    "sat": _full(lambda _, value: value),
    "tint": _each(lambda part, value: part * value + 1 - value),
    "shade": _each(lambda part, value: part * value),
    "alpha": lambda colour, value: Colour(*colour.parts, value),
    "alphaMod": lambda colour, value: Colour(*colour.parts, colour.alpha * value),
    "inv": lambda colour, _: _made((1 - part for part in colour.parts), colour.alpha),
    "gray": lambda colour, _: _made((_gamma(colour.luminance),) * 3, colour.alpha),
}


def _made(parts: Iterable[float], alpha: float) -> Colour:
    red, green, blue = parts
    return Colour(red, green, blue, alpha)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    part = max(0.0, min(1.0, part))
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055

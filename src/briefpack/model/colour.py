"""Colours as six hex digits: how far apart two are, and what makes one lighter or darker."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache


@lru_cache(maxsize=1024)
def contrast(one: str, other: str) -> float:
    """Ratio of two colours, 1 to 21, as WCAG computes it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = map(_linear, _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shaded(colour: str, mod: int, off: int) -> str:
    """The colour with so many per cent of its lightness kept and so many added, as office programs do it."""
    hue, light, strength = rgb_to_hls(*_rgb(colour))
    made = hls_to_rgb(hue, min(max(light * mod / 100 + off / 100, 0.0), 1.0), strength)
    return "".join(f"{round(part * 255):02X}" for part in made)


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with so much of another in it, mixed as light is: what office programs call a tint, with white."""
    pairs = zip(_rgb(colour), _rgb(other), strict=True)
    lights = ((1 - share) * _linear(one) + share * _linear(two) for one, two in pairs)
    return "".join(f"{round(255 * _encoded(light)):02X}" for light in lights)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def hue(colour: str) -> tuple[float, float]:
    """Hue, 0 to 1 around the wheel, and how strong it is, 0 to 1."""
    around, _, strength = rgb_to_hls(*_rgb(colour))
    return around, strength


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue

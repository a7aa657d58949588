"""Slides on white paper: the look's colours made light, and dark grounds left to the screen.

What stood light on a dark ground stands dark on white: a handout costs little ink, and a copier keeps every word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from briefpack.layout.marks import Sheet
from briefpack.model import Look
from briefpack.model.colour import contrast, luminance, shaded

WHITE = "FFFFFF"
LEAST = 4.5
"""WCAG 2.2, level AA, for text."""
INKS, GROUNDS = ("ink", "muted", "accent", "accent2"), ("paper", "tint", "tint2")
ON = (("onaccent", "accent"), ("onaccent2", "accent2"), ("mark", "accent2"))
_LIGHT = 0.7
"""Relative luminance that a tint has at least on paper."""
_TURNED = {"accent2": "paper", "onaccent2": "ink", "mark": "accent2", "bar": "tint2"}
"""What the roles of a slide with a dark ground become on paper."""
_ROLES = frozenset({"colour", "fill", "line", "fills"})


@lru_cache(maxsize=64)
def palette(look: Look) -> Look:
    """The look as it is printed: white paper, what its file says under 'print', and all text dark enough there."""
    colours = {**dict(look.colours), "paper": WHITE, "panel": WHITE, **dict(look.print)}
    for role in ("tint", "tint2"):
        colours[role] = next(one for one in _lighter(colours[role]) if luminance(one) >= _LIGHT)
    grounds = [colours[role] for role in GROUNDS]
    for role in INKS:
        darker = _darker(colours[role])
        colours[role] = next(one for one in darker if all(_reads(one, ground) for ground in grounds))
    for role, ground in ON:
        lighter = _lighter(colours[role])
        colours[role] = next(one for one in lighter if one == WHITE or _reads(one, colours[ground]))
    return replace(look, colours=tuple(colours.items()))


def sheet(slide: Sheet) -> Sheet:
    """The slide as it is printed: one with a dark ground is turned round, the others stay as they are."""
    if slide.ground == "paper":
        return slide
    return replace(slide, ground="paper", marks=tuple(_turned(mark) for mark in slide.marks))


def _turned(held: Any) -> Any:
    """A mark or a part of one with its colour roles exchanged, whatever holds them."""
    if isinstance(held, tuple):
        return tuple(_turned(one) for one in held)
    if not is_dataclass(held) or isinstance(held, type):
        return held
    changed = {name: _exchanged(getattr(held, name), name in _ROLES) for name in _names(held)}
    return replace(held, **changed)


def _exchanged(value: Any, role: bool) -> Any:
    if not role:
        return _turned(value)
    return tuple(_TURNED.get(one, one) for one in value) if isinstance(value, tuple) else _TURNED.get(value, value)


def _names(held: Any) -> Iterable[str]:
    return (field.name for field in fields(held))


def _reads(one: str, ground: str) -> bool:
    return round(contrast(one, ground), 1) >= LEAST


def _darker(colour: str) -> Iterator[str]:
    """The colour, then ever darker ones down to black."""
    return (shaded(colour, 100 - step, 0) for step in range(0, 101, 5))


def _lighter(colour: str) -> Iterator[str]:
    """The colour, then ever lighter ones up to white."""
    return (shaded(colour, 100 - step, step) for step in range(0, 101, 5))

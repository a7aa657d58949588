"""An audience and a look from their YAML."""

from __future__ import annotations

import re
from typing import Any

from briefpack import settings
from briefpack.errors import TemplateError, UsageError
from briefpack.model import Audience, Font, Look, Pace, Type
from briefpack.model.colour import contrast

_AUDIENCE: settings.Known = {
    "name": str,
    "label": str,
    "template": str,
    "look": str,
    "title words": int,
    "line words": int,
    "quote words": int,
    "counts": {"*": int},
    "minutes": int,
    "levels": (str,),
    "slides": {"*": {"minutes": float, "weight": int}},
}
COLOURS = tuple("paper ink muted accent accent2 mark rule tint tint2 panel onaccent onaccent2 bar".split())
TYPES = tuple("display question hero number title lead body small label source".split())
FONTS = ("head", "body", "quote")
_LOOK: settings.Known = {
    "name": str,
    "colours": dict.fromkeys(COLOURS, str),
    "types": {role: {"size": float, "pitch": float} for role in TYPES},
    "fonts": {slot: {"deck": str, "page": str} for slot in FONTS},
    "radius": float,
}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_GROUNDS = ("paper", "tint", "tint2")
_INKS = ("ink", "muted", "accent", "accent2")
LEAST_CONTRAST = 4.5
"""WCAG 2.2, level AA, for text."""


def audience(text: str, *, file: str) -> Audience:
    """Read an audience; TemplateError names what is missing or wrong."""
    found = _read(text, file, _AUDIENCE)
    paces: dict[str, dict[str, Any]] = found["slides"]
    return Audience(
        name=found["name"],
        label=found["label"],
        template=found["template"],
        look=found["look"],
        title_words=found["title words"],
        line_words=found["line words"],
        quote_words=found["quote words"],
        counts=tuple(found["counts"].items()),
        minutes=found["minutes"],
        levels=tuple(found["levels"]),
        slides=tuple((kind, Pace(pace.get("minutes", 2.0), pace.get("weight"))) for kind, pace in paces.items()),
    )


def look(text: str, *, file: str) -> Look:
    """Read a look; TemplateError names a role that is missing, or a pair of colours too close to read."""
    found = _read(text, file, _LOOK)
    made = Look(
        name=found["name"],
        colours=tuple((role, found["colours"][role].upper()) for role in COLOURS),
        types=tuple((role, Type(**found["types"][role])) for role in TYPES),
        fonts=tuple((slot, Font(**found["fonts"][slot])) for slot in FONTS),
        radius=found["radius"],
    )
    for role, colour in made.colours:
        if not _HEX.fullmatch(colour):
            raise TemplateError(f"{file}: colour '{role}' must be six hex digits in quotation marks, found '{colour}'")
    _readable(made, file)
    return made


def _read(text: str, file: str, known: settings.Known) -> dict[str, Any]:
    try:
        found = settings.read(text, file=file, known=known)
    except UsageError as error:
        raise TemplateError(str(error)) from None
    _complete(found, known, file, "")
    return found


def _complete(found: dict[str, Any], known: settings.Known, file: str, under: str) -> None:
    for key, asked in known.items():
        if key != "*" and key not in found:
            raise TemplateError(f"{file}: '{under}{key}' is missing; write '{key}:' with its value")
        if isinstance(asked, dict) and key != "*":
            _complete(found[key], asked, file, f"{under}{key}: ")


def _readable(made: Look, file: str) -> None:
    pairs = [(ink, ground) for ink in _INKS for ground in _GROUNDS]
    pairs += [("mark", "accent2"), ("onaccent", "accent"), ("onaccent2", "accent2")]
    for ink, ground in pairs:
        ratio = contrast(made.colour(ink), made.colour(ground))
        if round(ratio, 1) < LEAST_CONTRAST:
            problem = f"'{ink}' on '{ground}' has a contrast of {ratio:.1f}, under {LEAST_CONTRAST}"
            raise TemplateError(f"{file}: {problem}; make one of the two darker or lighter")


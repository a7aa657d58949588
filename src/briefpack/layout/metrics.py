"""How wide text is, from shipped tables of advance widths: no font of the deck need be installed."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from briefpack.errors import FitError


@dataclass(frozen=True, slots=True)
class Face:
    """One style of a family: advance widths in thousandths of the size."""

    ascent: int
    descent: int
    widths: dict[str, int]


@cache
def face(family: str, bold: bool = False, italic: bool = False) -> Face:
    """The table of one style; FitError names a family that has none."""
    style = {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "BoldItalic"}[bold, italic]
    table = _tables(family)[style]
    return Face(table["ascent"], table["descent"], table["widths"])


def width(text: str, family: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Width of a text in points, without kerning or ligatures, as both writers set it."""
    return _advance(text, family, bold, italic) * size / 1000


def has(character: str, family: str) -> bool:
    """Whether the family's table knows the character."""
    return character in face(family).widths


@lru_cache(maxsize=16384)
def _advance(text: str, family: str, bold: bool, italic: bool) -> int:
    """Width in thousandths of the size."""
    widths = face(family, bold, italic).widths
    return sum(_foreign(c) if (advance := widths.get(c)) is None else advance for c in text)


@cache
def _foreign(character: str) -> int:
    """Width of a character that another font will draw: a full square where it is wide or unknown."""
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 1000 if unicodedata.east_asian_width(character) in "WF" else 650


@cache
def _tables(family: str) -> dict[str, Any]:
    name = family.lower().replace(" ", "-") + ".json"
    path = files("briefpack.layout") / "data" / name
    if not path.is_file():
        raise FitError(f"no table of widths for the font {family!r}: add it to tools/metrics.py and run that")
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]

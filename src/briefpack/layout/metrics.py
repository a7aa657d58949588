"""How wide text is, from shipped tables of advance widths: no font of the deck need be installed."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from briefpack.errors import FitError
from briefpack.layout import shaping, typefaces

_SCRIPTS = (
    ("\u0590", "\u05ff", 680),  # Hebrew
    ("\u0600", "\u06ff", 780),  # Arabic: letters that end a word are the wide ones
    ("\u0900", "\u0dff", 850),  # the scripts of India
    ("\u0e00", "\u0eff", 640),  # Thai, Lao
    ("\u1200", "\u137f", 900),  # Ethiopic
    ("\u2190", "\u2bff", 1000),  # arrows, signs, dingbats
    ("\ufb1d", "\ufeff", 780),  # Hebrew and Arabic again
    ("\U0001f000", "\U0001faff", 1400),  # emoji
)
"""First and last character of a block, and the advance that its letters keep under in the fonts that office programs
fall back to (Arial, Times New Roman, Nirmala UI, Leelawadee, Nyala), in thousandths of the size."""

_WIDER = " +"
"""Between a family and the per cent by which its widths are taken wider, in the name of a stand-in."""


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
    name, _, wider = family.partition(_WIDER)
    table = _tables(name)[style]
    share = 1 + int(wider or 0) / 100
    widths = {character: round(width * share) for character, width in table["widths"].items()} if wider else None
    return Face(table["ascent"], table["descent"], widths or table["widths"])


@cache
def stand_in(family: str) -> str:
    """A family whose widths can stand for this one's: itself, or 'Arial +12', the nearest table with room to spare."""
    if family and _path(family).is_file():
        return family
    for line in (files("briefpack.layout") / "data" / "kin.txt").read_text(encoding="utf-8").splitlines():
        name, equals, base = line.partition(" = ")
        if equals and (name == "*" or family.lower().startswith(name.lower())):
            table, _, share = base.rpartition(" ")
            return f"{table}{_WIDER}{share}"
    raise FitError(f"no table of widths can stand for the font {family!r}: add a line '*' to layout/data/kin.txt")


def width(text: str, family: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Width of a text in points, without kerning or ligatures, as both writers set it."""
    return advance(text, family, bold, italic) * size / 1000


def has(character: str, family: str) -> bool:
    """Whether the family's table knows the character."""
    return character in face(family).widths


@lru_cache(maxsize=16384)
def advance(text: str, family: str, bold: bool, italic: bool) -> float:
    """Width in thousandths of the size; on a page, what the family lacks is measured in the font that draws it."""
    widths = face(family, bold, italic).widths
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        if family in typefaces.OWN:
            return shaping.width(text, family, bold, italic)
    return sum(_foreign(c) if (advance := widths.get(c)) is None else advance for c in text)


@cache
def _foreign(character: str) -> int:
    """Width of a character that another font will draw: the widest that the usual fonts for its script give it."""
    kind = unicodedata.category(character)
    if unicodedata.combining(character) or kind in ("Cf", "Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1400 if kind == "So" else 1000
    return next((advance for first, last, advance in _SCRIPTS if first <= character <= last), 650)


@cache
def _tables(family: str) -> dict[str, Any]:
    path = _path(family)
    if not path.is_file():
        raise FitError(f"no table of widths for the font {family!r}: add it to tools/metrics.py and run that")
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _path(family: str) -> Traversable:
    return files("briefpack.layout") / "data" / (family.lower().replace(" ", "-") + ".json")

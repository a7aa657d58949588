"""Which font draws a character on a page: the look's own, else the first family of a list that has it.

The list stands in data/typefaces.txt. Fonts that come with briefpack draw Latin, Cyrillic and Greek; those
of other scripts draw where their package is installed, and are named where it is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

OWN = ("Lato", "PT Serif")
"""What a look may name."""

_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
_WEIGHTS = (400, 700)
_REGIONS = {"ja": 0, "ko": 1, "zh": 2}
"""The shapes of Han characters differ from language to language: the face of each in one file."""
_MARK = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_JOINED = re.compile(f"[\\s\\S]{_MARK.pattern}*")
"""A character with the marks over and under it, which one font has to draw."""

_ALIKE = {
    "\u2011": "-",  # no-break hyphen
    "\u2010": "-",  # hyphen
    "\u202f": "\u00a0",  # narrow no-break space
    "\u2007": "\u00a0",  # figure space
    "\u2009": " ",  # thin space
    "\u200a": " ",  # hair space
    "\t": " ",
    "\n": " ",
}
"""Drawn as another character where no font has it: these look the same on paper."""


Shown = tuple[str, str]
"""A character with the marks on it, and what is drawn for it: mostly the same, 'IV' for 'Ⅳ'; empty for a joiner."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family and where its files lie."""

    name: str
    files: tuple[str, ...]
    """One name with a hole for the style, or a variable font: upright, or upright and italic."""
    package: str
    """What to install."""
    blocks: tuple[tuple[int, int], ...]
    """First and last character of what it is asked for; empty for anything."""

    def asked(self, character: str) -> bool:
        """Whether the family is meant for the character."""
        return not self.blocks or any(first <= ord(character) <= last for first, last in self.blocks)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font file in one style; there is one of each."""

    name: str
    """As fonts name themselves: 'PTSerif-BoldItalic'."""
    file: str
    index: int = 0
    """Its place in a collection."""
    weight: int = 0
    """To which a variable font is set; 0 for a font that does not vary."""


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A face ready to measure and to shape with."""

    face: Any
    """HarfBuzz's face."""
    font: Any
    """HarfBuzz's font, in units of the em."""
    unit: float
    """Thousandths of the size for one unit of the em."""
    ascent: float
    descent: float
    """In thousandths of the size, both positive."""
    outlines: str
    """'glyf' or 'CFF'."""


@cache
def families() -> dict[str, Family]:
    """The list, in its order."""
    lines = (files("briefpack.layout") / "data" / "typefaces.txt").read_text(encoding="utf-8").splitlines()
    return {family.name: family for family in map(_family, (line for line in lines if line[:1] not in "#"))}


@cache
def installed(name: str) -> bool:
    """Whether the files of a family are here."""
    return bool(_found(families()[name].files[0].format("Regular")))


@cache
def face(name: str, bold: bool = False, italic: bool = False, language: str = "") -> Face:
    """The face of an installed family that comes nearest to a style; Han characters as the language writes them."""
    family, short = families()[name], name.replace(" ", "")
    if "{}" in family.files[0]:
        upright, wanted = _STYLES[bold, False], _STYLES[bold, italic]
        style = wanted if _found(family.files[0].format(wanted)) else upright
        return _held(f"{short}-{style}", family.files[0].format(style))
    slanted = italic and len(family.files) > 1
    file = family.files[-1 if slanted else 0]
    index = _REGIONS.get(language[:2], _REGIONS["zh"]) if file.endswith(".ttc") else 0
    return _held(f"{short}-{_STYLES[bold, slanted]}{index or ''}", file, index, _WEIGHTS[bold])


@cache
def _held(name: str, file: str, index: int = 0, weight: int = 0) -> Face:
    """The one face with these: thousands of texts are looked up by it."""
    return Face(name, file, index, weight)


@cache
def font(face: Face) -> Font:
    """The face opened."""
    import uharfbuzz

    with as_file(_found(face.file)) as path:
        held = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), face.index)
    font = uharfbuzz.Font(held)
    if face.weight:
        font.set_variations({"wght": face.weight})
    extents = font.get_font_extents("ltr")
    unit = 1000 / held.upem
    outlines = "glyf" if "glyf" in held.table_tags else "CFF"
    return Font(held, font, unit, extents.ascender * unit, -extents.descender * unit, outlines)


@lru_cache(maxsize=8192)
def drawn(character: str, family: str) -> tuple[str, str]:
    """What stands for a character, marks on it included, and the family that draws it.

    Both are empty where no installed font has it; the first alone is empty for what has no ink and no width.
    """
    if _invisible(character):
        return "", family
    if unicodedata.category(character[0]) in ("Co", "Cn", "Cs"):
        return "", ""
    composed, plainer = (unicodedata.normalize(form, character) for form in ("NFC", "NFKC"))
    for text in dict.fromkeys((composed, character, _ALIKE.get(character, composed), plainer)):
        for name in _ordered(family) if text else ():
            if all(_has(one, name) for one in text):
                return text, name
    return "", ""


def _ordered(family: str) -> Iterator[str]:
    """The family itself, then the others that are installed: they are looked for only when needed."""
    yield family
    yield from (name for name in families() if name != family and installed(name))


def stretches(text: str, family: str) -> Iterator[tuple[tuple[Shown, ...], str]]:
    """A text in stretches of one family each: its characters, each with what is drawn for it."""
    if text.isascii() and text.isprintable():
        yield tuple(zip(text, text, strict=True)), family
        return
    held: list[Shown] = []
    by = family
    for character in _JOINED.findall(text) if _MARK.search(text) else text:
        shown, name = drawn(character, family)
        if shown and name != by and held:
            yield tuple(held), by
            held = []
        by = name if shown else by
        held.append((character, shown))
    if held:
        yield tuple(held), by


def lacking(text: str) -> str:
    """The characters that no installed font draws, each once, in order of appearance."""
    characters = dict.fromkeys(_JOINED.findall(text) if _MARK.search(text) else text)
    return "".join([one for one in characters if drawn(one, OWN[0]) == ("", "")])


def package_for(character: str) -> str:
    """The package whose font draws a character, to be installed; empty where none of the list does."""
    for family in families().values():
        if family.blocks and family.asked(character[0]) and not installed(family.name):
            return family.package
    return ""


def _family(line: str) -> Family:
    name, paths, package, blocks = (part.strip() for part in line.split("|"))
    spans = (block.split("-") for block in blocks.split())
    names = (paths,) if "{}" in paths else tuple(paths.split())
    return Family(name, names, package, tuple((int(first, 16), int(last, 16)) for first, last in spans))


@cache
def _found(file: str) -> Any:
    """A file of an installed package, 'fontpkg_lato/files/Lato-Bold.ttf'; None where it is not here."""
    module, _, rest = file.partition("/")
    try:
        path = files(module).joinpath(*rest.split("/"))
    except ModuleNotFoundError:
        return None
    return path if path.is_file() else None


def _has(character: str, name: str) -> bool:
    if not families()[name].asked(character):
        return False
    return font(face(name)).font.get_nominal_glyph(ord(character)) is not None


def _invisible(character: str) -> bool:
    """Marks of direction, joiners, soft hyphens: nothing is drawn for them, but a font may heed them."""
    return unicodedata.category(character[0]) == "Cf" or character in "\ufe0e\ufe0f"

"""Fonts as a file embeds them: only the glyphs that it draws, each with the characters that it stands for."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_letters, digits
from typing import Any

from briefpack.layout import typefaces
from briefpack.layout.shaping import Glyph, Stretch, nominal
from briefpack.layout.typefaces import Face
from briefpack.writers.pdf.objects import Book, Name, Raw, Ref, number, stream

_NEEDLESS = ("GSUB", "GPOS", "GDEF", "BASE", "name", "post", "cmap", "kern", "OS/2", "gasp", "DSIG", "STAT", "MVAR")
_ADOBE = {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0}
_USUAL = f" {ascii_letters}{digits}.,:;!?-–—()[]/&%'\"‘’“”…·•¶\u00a0"
_PRIVATE, _FREE = "\ud800", 0xE000
"""Characters up to here have codes of their own; from there on Unicode leaves numbers free for anything."""
_NO_TEXT = "\u200d"
"""What a glyph stands for that belongs to the one before it; the text of both is told beside them."""

_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{lists}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Embedded:
    """A face in one file, and the code of each glyph that the file draws.

    The code of a TrueType glyph is the number in Unicode of the character that it stands for, so that text is its
    own code; one that stands for several, or is not the font's own for it, gets a code of those that are free for
    anything. The glyphs of other fonts keep their own number.
    """

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        """Under which pages know it: 'F1'."""
        self.face = face
        self._free = _FREE if typefaces.font(face).outlines == "glyf" else 0
        self._letters = set(letters(face))
        """Characters whose codes are told already."""
        self._codes: dict[tuple[int, str], str] = {}
        self._shown: dict[tuple[str, bool], str] = {}
        self._more: dict[int, Glyph] = {}

    def shown(self, stretch: Stretch) -> str:
        """The codes of all glyphs of a stretch."""
        if not stretch.placed and self._letters.issuperset(stretch.text):
            return stretch.text.encode("utf-16-be").hex()
        key = (stretch.text, stretch.backwards)
        if key not in self._shown:
            self._shown[key] = "".join([self.code(glyph) for glyph in stretch.glyphs])
        return self._shown[key]

    def code(self, glyph: Glyph) -> str:
        """Four hex digits."""
        key = (glyph.number, glyph.text)
        if key not in self._codes:
            code = self._coded(glyph)
            self._codes[key] = f"{code:04x}"
            self._more.setdefault(code, glyph)
        return self._codes[key]

    def _coded(self, glyph: Glyph) -> int:
        if not self._free:
            return glyph.number
        if len(glyph.text) == 1 and glyph.text < _PRIVATE and nominal(self.face)(glyph.text).number == glyph.number:
            self._letters.add(glyph.text)
            return ord(glyph.text)
        self._free += 1
        return self._free - 1

    def put(self, book: Book) -> Ref:
        """Add the font to a file."""
        usual = _usual(self.face)
        cut = _cut(self.face, tuple([(code, one) for code, one in self._more.items() if code not in usual]))
        entries = {**cut.entries, "FontDescriptor": book.put({**cut.descriptor, cut.key: book.held(cut.program)})}
        if cut.numbers:
            entries["CIDToGIDMap"] = book.held(cut.numbers)
        drawn = {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": cut.descriptor["FontName"],
            "Encoding": Name("Identity-H"),
            "DescendantFonts": [book.put(entries)],
            "ToUnicode": book.held(cut.texts),
        }
        return book.put(drawn)


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a face with some of its glyphs adds to a file, as far as it is the same in every one."""

    entries: dict[str, object]
    descriptor: dict[str, object]
    key: str
    """Under which the descriptor has the font program."""
    program: bytes
    numbers: bytes
    """The glyph of each code; empty where each is its own."""
    texts: bytes
    """What each code stands for."""


class Fonts:
    """The faces of one file, each embedded once."""

    def __init__(self) -> None:
        self._known: dict[Face, Embedded] = {}

    def __call__(self, face: Face) -> Embedded:
        """The face as this file embeds it."""
        if face not in self._known:
            self._known[face] = Embedded(f"F{len(self._known) + 1}", face)
        return self._known[face]

    def put(self, book: Book) -> dict[str, Ref]:
        """Add all fonts that drew something, by name."""
        return {one.name: one.put(book) for one in self._known.values()}


@cache
def _usual(face: Face) -> dict[int, Glyph]:
    """The glyphs of a TrueType face that every file embeds, whether it draws them or not: most draw most of them."""
    glyphs = map(nominal(face), _USUAL) if typefaces.font(face).outlines == "glyf" else ()
    return {ord(glyph.text): glyph for glyph in glyphs if glyph.number}


@cache
def letters(face: Face) -> frozenset[str]:
    """The characters whose codes are told in every file: texts of these alone are drawn alike in all."""
    return frozenset(map(chr, _usual(face)))


@lru_cache(maxsize=64)
def _cut(face: Face, more: tuple[tuple[int, Glyph], ...]) -> _Cut:
    """A face with the usual glyphs and more, by their codes: made once for all files that draw the same."""
    font = typefaces.font(face)
    glyphs = dict(sorted([*_usual(face).items(), *more]))
    program = _subset(font, {glyph.number for glyph in glyphs.values()})
    name = Name(f"{_tag(glyphs)}+{face.name}")
    truetype = font.outlines == "glyf"
    entries: dict[str, object] = {
        "Type": Name("Font"),
        "Subtype": Name("CIDFontType2" if truetype else "CIDFontType0"),
        "BaseFont": name,
        "CIDSystemInfo": _ADOBE,
        "W": Raw(_widths(glyphs)),
    }
    if truetype:
        data = program.blob.data
        key, file = "FontFile2", stream(data, {"Length1": len(data)})
    else:
        key, file = "FontFile3", stream(program.reference_table("CFF ").data, {"Subtype": Name("CIDFontType0C")})
    numbers = stream(_numbers(glyphs), {}) if truetype else b""
    return _Cut(entries, _descriptor(name, font), key, file, numbers, stream(_texts(glyphs), {}))


def _subset(font: typefaces.Font, numbers: Iterable[int]) -> Any:
    """The face with these glyphs only, which keep their numbers; a variable font is fixed."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.glyph_set.update(numbers)
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE | flags.DOWNGRADE_CFF2
    for tag in _NEEDLESS:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    if font.face.has_var_data:
        wanted.pin_all_axes_to_default(font.face)
        for axis, value in zip(font.face.axis_infos, font.font.get_var_coords_design(), strict=True):
            wanted.pin_axis_location(font.face, axis.tag, value)
    return hb.subset(font.face, wanted)


def _descriptor(name: Name, font: typefaces.Font) -> dict[str, object]:
    """What a viewer wants to know of a font."""
    unit, bounds, angle = _shape(font)
    return {
        "Type": Name("FontDescriptor"),
        "FontName": name,
        "Flags": 4 + 64 * bool(angle),
        "FontBBox": [round(side * unit) for side in bounds],
        "ItalicAngle": angle,
        "Ascent": round(font.ascent),
        "Descent": -round(font.descent),
        "CapHeight": 700,
        "StemV": 80,
    }


def _shape(font: typefaces.Font) -> tuple[float, tuple[int, ...], float]:
    """Units, the box around all glyphs, the slant in degrees."""
    head, post = font.face.reference_table("head").data, font.face.reference_table("post").data
    return font.unit, struct.unpack(">4h", head[36:44]), struct.unpack(">i", post[4:8])[0] / 65536


def _tag(glyphs: Mapping[int, Glyph]) -> str:
    """Six letters that tell one subset of a font from another."""
    digest = hashlib.md5(repr([(code, one.number) for code, one in glyphs.items()]).encode(), usedforsecurity=False)
    return "".join(chr(65 + byte % 26) for byte in digest.digest()[:6])


def _widths(glyphs: Mapping[int, Glyph]) -> str:
    return f"[{' '.join(f'{code} [{number(glyph.own)}]' for code, glyph in glyphs.items())}]"


def _numbers(glyphs: Mapping[int, Glyph]) -> bytes:
    """The glyph of each code, from 0 on."""
    known = [glyphs[code].number if code in glyphs else 0 for code in range(max(glyphs) + 1)]
    return struct.pack(f">{len(known)}H", *known)


def _texts(glyphs: Mapping[int, Glyph]) -> bytes:
    pairs = [f"<{code:04X}> <{_hex(glyph.text or _NO_TEXT)}>\n" for code, glyph in glyphs.items()]
    return _MAP.format(lists="".join(_lists(pairs))).encode("ascii")


@cache
def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _lists(pairs: list[str]) -> Iterator[str]:
    """A list holds a hundred pairs at most."""
    for first in range(0, len(pairs), 100):
        some = pairs[first : first + 100]
        yield f"{len(some)} beginbfchar\n{''.join(some)}endbfchar\n"

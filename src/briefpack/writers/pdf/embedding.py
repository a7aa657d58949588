"""Fonts as a file embeds them: only the glyphs that it draws, each with the characters that it stands for."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from briefpack.layout import typefaces
from briefpack.layout.shaping import Glyph, Stretch, nominal
from briefpack.layout.typefaces import Face
from briefpack.writers.pdf.objects import Book, Name, Raw, Ref, number

_NEEDLESS = ("GSUB", "GPOS", "GDEF", "BASE", "name", "post", "cmap", "kern", "OS/2", "gasp", "DSIG", "STAT", "MVAR")
_ADOBE = {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0}
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

    TrueType glyphs are numbered anew, so that one that stands for two characters has two codes; the glyphs of
    other fonts keep their own number.
    """

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        """Under which pages know it: 'F1'."""
        self.face = face
        self.opened = typefaces.font(face)
        self._codes: dict[tuple[int, str], int] = {}
        self._letters = _Letters(self)
        self._shown: dict[tuple[str, bool], str] = {}
        self._glyphs: dict[int, Glyph] = {}

    def shown(self, stretch: Stretch) -> str:
        """The codes of all glyphs of a stretch."""
        if not stretch.placed:
            return stretch.text.translate(self._letters)
        key = (stretch.text, stretch.backwards)
        if key not in self._shown:
            self._shown[key] = "".join([self.code(glyph) for glyph in stretch.glyphs])
        return self._shown[key]

    def code(self, glyph: Glyph) -> str:
        """Four hex digits."""
        key = (glyph.number, glyph.text)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes) + 1 if self.opened.outlines == "glyf" else glyph.number
            self._glyphs.setdefault(code, glyph)
        return f"{code:04X}"

    def put(self, book: Book) -> Ref:
        """Add the font to a file."""
        glyphs = dict(sorted(self._glyphs.items()))
        program = _subset(self.opened, {glyph.number for glyph in glyphs.values()})
        name = Name(f"{_tag(glyphs)}+{self.face.name}")
        truetype = self.opened.outlines == "glyf"
        entries: dict[str, object] = {
            "Type": Name("Font"),
            "Subtype": Name("CIDFontType2" if truetype else "CIDFontType0"),
            "BaseFont": name,
            "CIDSystemInfo": _ADOBE,
            "FontDescriptor": _descriptor(book, name, self.opened, program),
            "W": Raw(_widths(glyphs)),
        }
        if truetype:
            entries["CIDToGIDMap"] = book.stream(_numbers(glyphs), {})
        drawn = {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": name,
            "Encoding": Name("Identity-H"),
            "DescendantFonts": [book.put(entries)],
            "ToUnicode": book.stream(_texts(glyphs), {}),
        }
        return book.put(drawn)


class _Letters(dict[int, str]):
    """The code of each character that its face's own glyph draws, by its number in Unicode; given when first drawn."""

    def __init__(self, font: Embedded) -> None:
        self._font = font
        self._glyph = nominal(font.face)

    def __missing__(self, character: int) -> str:
        code = self[character] = self._font.code(self._glyph(chr(character)))
        return code


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


def _descriptor(book: Book, name: Name, font: typefaces.Font, program: Any) -> Ref:
    """What a viewer wants to know of a font, and the font program itself."""
    unit, bounds, angle = _shape(font)
    if font.outlines == "glyf":
        data = program.blob.data
        file = {"FontFile2": book.stream(data, {"Length1": len(data)})}
    else:
        data = program.reference_table("CFF ").data
        file = {"FontFile3": book.stream(data, {"Subtype": Name("CIDFontType0C")})}
    return book.put(
        {
            "Type": Name("FontDescriptor"),
            "FontName": name,
            "Flags": 4 + 64 * bool(angle),
            "FontBBox": [round(side * unit) for side in bounds],
            "ItalicAngle": angle,
            "Ascent": round(font.ascent),
            "Descent": -round(font.descent),
            "CapHeight": 700,
            "StemV": 80,
            **file,
        }
    )


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
    return struct.pack(f">{len(glyphs) + 1}H", 0, *(glyph.number for glyph in glyphs.values()))


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

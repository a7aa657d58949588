"""Text as the glyphs that draw it: one for each character in most scripts, joined and placed where a script asks so.

Kerning and ligatures of choice are left off, as in the tables of widths: what is measured is what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from briefpack.layout import bidi, typefaces
from briefpack.layout.typefaces import Face, Font, Shown

_OFF = {"kern": False, "liga": False, "clig": False, "calt": False}
_JOINS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u0900-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ua8e0-\ua8ff"
    "\ufb1d-\ufdff\ufe70-\ufefc]"
)
"""Characters whose form or place depends on their neighbours."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a face; lengths in thousandths of the size."""

    number: int
    text: str
    """The characters that it stands for; empty where it belongs to the glyph before."""
    advance: float
    own: float
    """The advance that the font itself gives it."""
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one face, drawn from left to right."""

    face: Face
    placed: tuple[Glyph, ...]
    """Its glyphs; none where each character is drawn by the glyph that the face has for it."""
    text: str
    """As it was written: in the order in which it is read."""
    backwards: bool
    """Whether it is read from right to left."""
    told: bool
    """Whether the glyphs tell the text one by one."""
    moved: bool
    """Whether any glyph stands elsewhere than the font itself puts it."""

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Its glyphs from left to right."""
        return self.placed or tuple(map(nominal(self.face), self.text))


@lru_cache(maxsize=8192)
def shaped(
    text: str, family: str, bold: bool, italic: bool, backwards: bool = False, language: str = ""
) -> tuple[Stretch, ...]:
    """The text from left to right as drawn; ``backwards`` for text that runs to the left."""
    if not backwards and text.isascii() and text.isprintable():
        return (
            Stretch(typefaces.face(family, bold, italic, language), (), text, backwards=False, told=True, moved=False),
        )
    found = [
        _stretch(pairs, typefaces.face(name, bold, italic, language), backwards)
        for pairs, name in typefaces.stretches(text, family)
    ]
    return tuple(reversed(found) if backwards else found)


@lru_cache(maxsize=8192)
def width(text: str, family: str, bold: bool, italic: bool) -> float:
    """Width in thousandths of the size; which way it runs makes no difference."""
    return sum(glyph.advance for stretch in shaped(text, family, bold, italic) for glyph in stretch.glyphs)


@cache
def nominal(face: Face) -> Callable[[str], Glyph]:
    """Gives the glyph of a face for a character."""
    font = typefaces.font(face)
    return lambda character: _nominal(font, character, character)


def _stretch(pairs: tuple[Shown, ...], face: Face, backwards: bool) -> Stretch:
    characters = [character for character, _ in pairs]
    text = "".join(characters)
    backwards = backwards or bidi.mixed(text)
    if backwards or _JOINS.search(text):
        glyphs = tuple(_joined(pairs, typefaces.font(face), backwards))
        moved = any(glyph.advance != glyph.own or glyph.dx or glyph.dy for glyph in glyphs)
    else:
        plain = len(text) == len(characters) and characters == [shown for _, shown in pairs]
        glyphs, moved = () if plain else tuple(_apart(pairs, typefaces.font(face))), False
    return Stretch(face, glyphs, text, backwards, all(glyph.text for glyph in glyphs), moved)


def _apart(pairs: Iterable[Shown], font: Font) -> Iterator[Glyph]:
    """A glyph for each character; where one is drawn as several, the first of them stands for it."""
    for character, shown in pairs:
        if len(shown) == 1:
            yield _nominal(font, shown, character)
        else:
            yield from (_nominal(font, one, text) for one, text in _apiece(character, shown))


def _joined(pairs: Iterable[Shown], font: Font, backwards: bool) -> Iterator[Glyph]:
    """The glyphs that HarfBuzz makes of the characters and their neighbours."""
    import uharfbuzz

    characters = [held for character, shown in pairs for held in _apiece(character, shown or character)]
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str("".join(one for one, _ in characters))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    uharfbuzz.shape(font.font, buffer, _OFF)
    texts = _told([info.cluster for info in buffer.glyph_infos], [text for _, text in characters], backwards)
    for info, place, text in zip(buffer.glyph_infos, buffer.glyph_positions, texts, strict=True):
        own = font.font.get_glyph_h_advance(info.codepoint)
        lengths = (place.x_advance, own, place.x_offset, place.y_offset)
        yield Glyph(info.codepoint, text, *(length * font.unit for length in lengths))


def _apiece(character: str, shown: str) -> Iterator[tuple[str, str]]:
    """What is drawn, one by one, and what each stands for; the first for all where they are not the same."""
    for place, one in enumerate(shown):
        yield one, one if shown == character else "" if place else character


def _told(clusters: Sequence[int], texts: Sequence[str], backwards: bool) -> list[str]:
    """The characters that each glyph stands for: those from its place to the next glyph's."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts, len(texts)][1:], strict=True)) if starts else {}
    told = [""] * len(clusters)
    seen: set[int] = set()
    for at in range(len(clusters) - 1, -1, -1) if backwards else range(len(clusters)):
        if clusters[at] not in seen:
            seen.add(clusters[at])
            told[at] = "".join(texts[clusters[at] : ends[clusters[at]]])
    return told


@lru_cache(maxsize=8192)
def _nominal(font: Font, shown: str, text: str) -> Glyph:
    """The glyph that the font has for a character."""
    number = font.font.get_nominal_glyph(ord(shown)) or 0
    advance = font.font.get_glyph_h_advance(number) * font.unit
    return Glyph(number, text, advance, advance)

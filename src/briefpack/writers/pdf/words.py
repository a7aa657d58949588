"""Lines of text onto a canvas: in the order of the eye, with the spaces and languages that the ear needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefpack import messages
from briefpack.layout import bidi, metrics, shaping, typefaces
from briefpack.layout.fit import TextLine, run_width
from briefpack.layout.marks import Paragraph, Run
from briefpack.layout.typefaces import Face
from briefpack.writers.office.languages import foreign, language_of, region, stretches
from briefpack.writers.pdf.canvas import Ink, Piece
from briefpack.writers.pdf.embedding import letters
from briefpack.writers.pdf.objects import number
from briefpack.writers.pdf.structure import Element, Place

if TYPE_CHECKING:
    from briefpack.writers.pdf.drawing import Pen

_NEAR = 0.002
"""Widths that differ by less than this share are the same."""
_BELOW = 0.2
"""Share of the size under the baseline where a line has an exact pitch, whatever its font (Impress)."""
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Style:
    """Size and pitch of a box, in points."""

    size: float
    pitch: float
    tracking: float = 0.0


class Bit(NamedTuple):
    """A text of one style, one direction and one language."""

    run: Run
    """Has its style, its link and its anchor."""
    text: str
    level: int = 0
    """Odd where it runs to the left."""
    language: str = ""
    """Where it is another than the document's."""


class Whole(NamedTuple):
    """A paragraph as it is read."""

    text: str
    base: int
    """1 where it runs to the left."""
    levels: list[int]
    """Which way each character runs; none where all of them run to the right."""
    foreign: bool
    """Whether any of it is in a script that speaks for a language."""
    told: dict[str, str]
    """The language of each statement in it that is not in the document's."""

    @classmethod
    def of(cls, paragraph: Paragraph) -> Whole:
        """All of its runs as one text."""
        text = "".join([run.text for run in paragraph.runs])
        told = {run.text: region(found) for run in paragraph.runs if (found := messages.tongue(run.text))}
        if text.isascii():
            return cls(text, 0, [], False, told)
        text = text.replace("\u200b", "")
        base = bidi.base(text)
        return cls(text, base, bidi.levels(text, base) if base or bidi.mixed(text) else [], foreign(text), told)


class Reading(NamedTuple):
    """A line as it is read."""

    line: TextLine
    parts: Sequence[tuple[Run, str]]
    """Its runs, each with what the line has of it."""
    spaced: bool
    """Whether the break took a space away, which the last part has again."""
    levels: list[int]
    whole: Whole


def draw(
    pen: Pen,
    lines: Sequence[TextLine],
    place: tuple[float, float, float],
    style: Style,
    elements: Sequence[Place],
) -> None:
    """Draw lines from x, y, at a width; each paragraph belongs to its two elements, to nothing without them."""
    x, y, wide = place
    number = -1
    label, body = None, None
    for read in _read(lines):
        line, paragraph = read.line, read.line.paragraph
        if line.first:
            number += 1
            y += paragraph.before if number else 0.0
            label, body = elements[number] if elements else (None, None)
        base = pen.tall - y - _baseline(read.parts, style, pen)
        if line.first and paragraph.bullet:
            bullet = Run(paragraph.bullet, bold=True, colour="accent")
            at = x + wide - run_width(bullet, pen.measured, style.size) if read.whole.base else x
            _line(pen, (Bit(bullet, bullet.text),), at, base, style, label)
        left = x + _start(read, wide - paragraph.indent, style, pen)
        _line(pen, _told(_bits(read, pen.language), read.whole.told), left, base, style, body)
        y += style.pitch


def _line(pen: Pen, bits: Sequence[Bit], x: float, y: float, style: Style, element: Element | None) -> None:
    """One line, drawn in the order in which it is read, each stretch where the eye expects it."""
    if len(set(map(_kind, bits))) < 2:
        if bits:
            _group(pen, bits, (x, y), style, element)
        return
    groups = [list(group) for _, group in groupby(bits, _kind)]
    widths = [_wide(pen, group, style) for group in groups]
    places = [0.0] * len(groups)
    for at in bidi.visual([group[0].level for group in groups]):
        places[at] = x
        x += widths[at]
    for group, left in zip(groups, places, strict=True):
        _group(pen, group, (left, y), style, element)


def _kind(bit: Bit) -> tuple[str, str, int]:
    """What the bits of one group have in common."""
    return bit.run.link, bit.language, bit.level


def _wide(pen: Pen, bits: Iterable[Bit], style: Style) -> float:
    return sum([run_width(bit.run, pen.measured, style.size, style.tracking, bit.text) for bit in bits])


def _group(pen: Pen, bits: Sequence[Bit], place: tuple[float, float], style: Style, element: Element | None) -> None:
    """Bits of one link and one language: a link and a foreign stretch are elements inside the paragraph's."""
    x, y = place
    link, owner = None, element
    target, backwards = bits[0].run.link, bits[0].level % 2
    if owner is not None and target:
        link = owner = owner.add(Element("Link"))
    if owner is not None and (bits[0].language or backwards):
        actual = "".join([bit.text for bit in bits]) if backwards else ""
        owner = owner.add(Element("Span", language=bits[0].language, actual=actual))
    pieces: list[tuple[Ink, Piece]] = []
    for bit in reversed(bits) if backwards else bits:
        pieces += _pieces(pen, bit, style)
    with pen.marked(owner):
        pen.canvas.text(x, y, pieces)
    for bit in bits:
        if bit.run.anchor:
            pen.anchor(bit.run.anchor, y + 2 * style.size)
    if link is not None:
        bounds = (x, y - style.size * 0.25, x + _wide(pen, bits, style), y + style.size * 0.8)
        says = bits[0].run.says or "".join([bit.text for bit in bits])
        pen.link(link, target, says, bounds)


def _pieces(pen: Pen, bit: Bit, style: Style) -> list[tuple[Ink, Piece]]:
    """What is drawn at once, each in its ink."""
    run = bit.run
    cut, language = (run.bold, run.italic, bit.level % 2 == 1), bit.language or pen.language
    size, drawn = style.size * run.scale, _drawn(bit.text, *pen.families[run.font], cut, language)
    return [(pen.ink(piece.face, size, run.colour, style.tracking), piece) for piece in drawn]


@lru_cache(maxsize=4096)
def _drawn(text: str, family: str, measured: str, style: tuple[bool, bool, bool], language: str) -> tuple[Piece, ...]:
    """A text from left to right, each word stretched by itself where another font says how wide it is."""
    bold, italic, backwards = style
    face = typefaces.face(family, bold, italic, language)
    usual = not backwards and letters(face).issuperset(text)
    if usual and family == measured:
        return (Piece(face, "100", "100", _shown(text)),)
    words = [text] if family == measured else _WORD.findall(text)
    if usual and words:
        return (_plain(face, [(_stretched(word, family, measured, bold, italic), word) for word in words]),)
    found = []
    for word in reversed(words) if backwards else words:
        stretched = _stretched(word, family, measured, bold, italic)
        drawn = shaping.shaped(word, family, *style, language)
        found += [Piece(stretch.face, stretched, stretched, stretch=stretch) for stretch in drawn]
    return tuple(found)


def _plain(face: Face, words: Sequence[tuple[str, str]]) -> Piece:
    """Words of usual letters, each after the per cent to which it is stretched: the same in every file."""
    operators, last = [], words[0][0]
    for stretched, text in words:
        if stretched != last:
            operators.append(f"{stretched} Tz")
            last = stretched
        operators.append(_shown(text))
    return Piece(face, words[0][0], last, "\n".join(operators))


def _shown(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex()}> Tj"


@lru_cache(maxsize=8192)
def _stretched(text: str, family: str, measured: str, bold: bool, italic: bool) -> str:
    """The per cent to which a text is stretched where another font has measured it: '98.5'."""
    if family == measured:
        return "100"
    wanted, actual = (metrics.advance(text, one, bold, italic) for one in (measured, family))
    return number(100 * (wanted / actual)) if actual and abs(wanted / actual - 1) >= _NEAR else "100"


def _bits(read: Reading, language: str) -> Sequence[Bit]:
    """The runs of a line in parts of one direction and one language each."""
    if not any(read.levels) and not read.whole.foreign:
        return [Bit(run, text) for run, text in read.parts if text]
    found: list[Bit] = []
    place = 0
    levels = read.levels or [0] * sum(len(text) for _, text in read.parts)
    for run, whole in read.parts:
        for text, tongue in _tongues(whole, language):
            here = levels[place : place + len(text)]
            ends = [at for at in range(1, len(text)) if here[at] != here[at - 1]]
            for start, end in pairwise([0, *ends, len(text)]):
                found.append(Bit(run, text[start:end], here[start], tongue))
            place += len(text)
    return found


def _told(bits: Sequence[Bit], told: Mapping[str, str]) -> Sequence[Bit]:
    """The bits with the language of the statement that they belong to, where that is not the document's."""
    if not told:
        return bits
    return [bit if bit.language else bit._replace(language=_of(bit.text.strip(), told)) for bit in bits]


def _of(text: str, told: Mapping[str, str]) -> str:
    return next((language for whole, language in told.items() if text and text in whole), "")


def _tongues(text: str, language: str) -> Iterator[tuple[str, str]]:
    """A text in parts of one language each; the sign or space after a foreign word is the document's again."""
    for part in stretches(text, language):
        tongue = language_of(part, language)
        count = len(part)
        while tongue != region(language) and count and not part[count - 1].isalpha():
            count -= 1
        if count:
            yield part[:count], "" if tongue == region(language) else tongue
        if count < len(part):
            yield part[count:], ""


def _read(lines: Sequence[TextLine]) -> Iterator[Reading]:
    """Each line as it is read; the space that a break took away is there again."""
    start, whole = 0, Whole("", 0, [], False, {})
    for line in lines:
        if line.first:
            start, whole = 0, Whole.of(line.paragraph)
        parts = line.parts
        place = end = start + sum([len(text) for _, text in parts])
        while whole.text[place : place + 1].isspace():
            place += 1
        levels = whole.levels[start:end]
        spaced = place > end and bool(parts)
        if spaced:
            parts = [*parts[:-1], (parts[-1][0], parts[-1][1] + " ")]
            levels += [whole.base] if levels else []
        yield Reading(line, parts, spaced, levels, whole)
        start = place


def _start(read: Reading, room: float, style: Style, pen: Pen) -> float:
    """Where a line starts in its room, from the left of the box; text that runs to the left starts at the right."""
    paragraph, spare = read.line.paragraph, room - read.line.width
    if not read.whole.base:
        return paragraph.indent + _shift(paragraph.align, spare)
    hanging = 0.0
    if read.spaced:
        hanging = run_width(read.parts[-1][0], pen.measured, style.size, style.tracking, " ")
    return _shift("right" if paragraph.align == "left" else paragraph.align, spare) - hanging


def _baseline(parts: Sequence[tuple[Run, str]], style: Style, pen: Pen) -> float:
    """From the line's top down to its baseline: in the middle of its pitch (DESIGN.md, 11), or as on a slide."""
    if pen.inside:
        return style.pitch - _BELOW * style.size * max([run.scale for run, _ in parts], default=1.0)
    first = parts[0][0] if parts else Run("")
    face = metrics.face(pen.families[first.font][0], first.bold, first.italic)
    ascent, descent = style.size * face.ascent / 1000, style.size * face.descent / 1000
    return (style.pitch - (ascent + descent)) / 2 + ascent


def _shift(align: str, room: float) -> float:
    return 0.0 if align == "left" else room / 2 if align == "center" else room

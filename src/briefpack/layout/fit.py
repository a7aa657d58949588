"""Breaking text into lines and asking whether it fits.

Lines of a deck are broken at 95 % of the width and a line is a little taller than its pitch in some
viewers, so a text that fits here fits in PowerPoint, Impress, Keynote and Google Slides: at the whole
width it takes as many lines or fewer. A page embeds its fonts and is drawn line by line, so it may come nearer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefpack.layout import joins, metrics
from briefpack.layout.marks import Paragraph, Run, TextBox
from briefpack.model import Look

_DECK, _PAGE = 0.95, 0.97
"""Share of a box's width that lines may fill (DESIGN.md, 3)."""
_VIEWER = 1.0
"""The same in the programs that show decks."""

_LINE, _TALLER = 1.22, 1.05
"""Height of a line as viewers set it at its own pitch, as a share of its size, and how much taller it may turn out."""
_SHOWN = 30.0
"""Sizes from here on are for show: a title, a digit; they have air below them instead."""

_BREAK = re.compile(r"(\n|[ \u2002\u2003\u200b]|(?<=[-–—/])(?=[^\W\d]))")
"""A line may break at a space and after a dash before a letter; '7–8' and '2024-05' stay whole."""
_INSIDE = re.compile(r"[-–—/][^\W\d]")
_SPACE = re.compile(r"(\n|[ \u2002\u2003\u200b])")
_ROUNDED = 1e-9
"""What sums of widths may differ by when nothing but their order does."""
_BARE = ("", "\n", "\u200b")
"""Breaks that take no room."""
_EAST = "\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af"
_ENDS = (
    "、。，．：；！？）］｝」』】〉》〕〗〙〟…‥％ーゝゞヽヾ々・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    ",.:;!?)\\]}%”’»"
)
_BEGINS = "（［｛「『【〈《〔〖〘〝“‘«(\\[{"
_IDEOGRAPH = re.compile(f"(?<=[^\\s{_BEGINS}])(?=[^\\s{_ENDS}])(?:(?<=[{_EAST}])|(?=[{_EAST}]))")
"""Between two characters of the East a line may break, but none begins with what ends a word or ends with what begins
one (JIS X 4051; 'kinsoku')."""


@dataclass(frozen=True, slots=True)
class Families:
    """Which family draws each slot: those of the deck, or those that pages embed."""

    names: tuple[tuple[str, str], ...]
    margin: float = _PAGE
    """Share of a box's width at which a line is broken."""
    viewed: bool = False
    """Whether another program will break the lines: it may break a word after its hyphen or slash, or may not."""

    @classmethod
    def of_deck(cls, look: Look) -> Families:
        """The fonts that a deck asks for; one without a table of widths by the nearest that has one."""
        return cls(tuple((slot, metrics.stand_in(font.deck)) for slot, font in look.fonts), _DECK, viewed=True)

    @classmethod
    def of_picture(cls, look: Look) -> Families:
        """The fonts of a deck for a picture of it: lines are as long as a viewer has them, not as short as it may."""
        return replace(cls.of_deck(look), margin=_VIEWER, viewed=False)

    @classmethod
    def of_page(cls, look: Look) -> Families:
        """The fonts that a PDF embeds."""
        return cls(tuple((slot, font.page) for slot, font in look.fonts))

    def __getitem__(self, slot: str) -> str:
        for name, family in self.names:
            if name == slot:
                return family
        raise KeyError(slot)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One broken line: its runs, how wide it is, and where it starts in its paragraph."""

    runs: tuple[Run, ...]
    width: float
    first: bool
    """True for the first line of its paragraph: it carries the bullet and the space above."""
    paragraph: Paragraph


def run_width(run: Run, families: Families, size: float, tracking: float = 0.0) -> float:
    """Width of a run in points in a box of this size."""
    return _width(run, run.text, size, families, tracking)


def wrap(
    paragraphs: Iterable[Paragraph], width: float, size: float, families: Families, *, tracking: float = 0.0
) -> tuple[TextLine, ...]:
    """Break paragraphs into lines of at most the width less its margin; a longer word is broken inside."""
    return _wrapped(tuple(paragraphs), width, size, families, tracking)


@lru_cache(maxsize=4096)
def _wrapped(
    paragraphs: tuple[Paragraph, ...], width: float, size: float, families: Families, tracking: float
) -> tuple[TextLine, ...]:
    """The same text is placed, checked and drawn: it is broken once."""
    lines: list[TextLine] = []
    for paragraph in paragraphs:
        lines += _lines(paragraph, width, size, families, tracking)
    return tuple(lines)


@lru_cache(maxsize=8192)
def _lines(
    paragraph: Paragraph, width: float, size: float, families: Families, tracking: float
) -> tuple[TextLine, ...]:
    """The lines of one paragraph: a row or a card is tried with one statement more, and broken no second time."""
    whole = kept(paragraph, width, size, families) if families.viewed else paragraph
    broken = _most(whole, width * families.margin - paragraph.indent, size, families, tracking) or [()]
    wide = (sum([run_width(run, families, size, tracking) for run in runs]) for runs in broken)
    return tuple(TextLine(runs, w, at == 0, paragraph) for at, (runs, w) in enumerate(zip(broken, wide, strict=True)))


def kept(paragraph: Paragraph, width: float, size: float, families: Families) -> Paragraph:
    """The paragraph with no-break spaces in what belongs together, unless that is wider than the line itself."""
    room = width * families.margin - paragraph.indent
    runs = tuple(_kept(run, room, size, families) for run in paragraph.runs)
    return paragraph if runs == paragraph.runs else replace(paragraph, runs=runs)


def _kept(run: Run, room: float, size: float, families: Families) -> Run:
    text = run.text
    for start, end in joins.stretches(text):
        if _width(run, text[start:end], size, families, 0.0) <= room:
            text = text[:start] + joins.glued(text[start:end]) + text[end:]
    return run if text == run.text else replace(run, text=text)


def height(lines: Iterable[TextLine], pitch: float) -> float:
    """Height of broken lines in points: pitches and the spaces between paragraphs."""
    total = 0.0
    for number, line in enumerate(lines):
        total += pitch + (line.paragraph.before if line.first and number else 0.0)
    return total


def least(size: float, lines: int = 1) -> float:
    """Height that so many lines need where a viewer sets them at their own pitch, and a twentieth taller than usual."""
    return _LINE * (_TALLER if size < _SHOWN else 1.0) * size * lines


def box_lines(box: TextBox, families: Families) -> tuple[TextLine, ...]:
    """The lines of a text box, as the writers draw them."""
    return wrap(box.paragraphs, box.w, box.size, families, tracking=box.tracking)


def overflow(box: TextBox, families: Families) -> float:
    """By how many points a box's text is taller than the box; zero or less where it fits."""
    return height(box_lines(box, families), box.pitch) - box.h


def fits(paragraphs: Iterable[Paragraph], width: float, room: float, size: float, pitch: float, look: Families) -> bool:
    """Whether paragraphs fit a box of this width and height."""
    return height(wrap(paragraphs, width, size, look), pitch) <= room + 0.01


def _most(paragraph: Paragraph, room: float, size: float, families: Families, tracking: float) -> list[tuple[Run, ...]]:
    """The lines of a paragraph; of two ways to break it the longer where a viewer may take either."""
    lines = list(_broken(paragraph, room, size, families, tracking, _BREAK))
    if not families.viewed or not any(_INSIDE.search(run.text) for run in paragraph.runs):
        return lines
    return max(lines, list(_broken(paragraph, room, size, families, tracking, _SPACE)), key=len)


_Piece = tuple[int, str, float]
"""Which run of the paragraph, its characters, how wide they are at the size 1."""

_Word = tuple[list[_Piece], float, float]
"""Pieces between which no line breaks, how wide they are without the space that ends them, and with it; a forced
break has no pieces."""


def _broken(
    paragraph: Paragraph, room: float, size: float, families: Families, tracking: float, breaks: re.Pattern[str]
) -> Iterator[tuple[Run, ...]]:
    line: list[_Piece] = []
    filled = 0.0
    room = room / size + _ROUNDED
    for word in _words(paragraph.runs, families, tracking / size, breaks):
        if not word[0]:
            yield _joined(line, paragraph.runs)
            line, filled = [], 0.0
            continue
        whole = word[1] <= room
        for part, inked, wide in (word,) if whole else _parts(word, room, paragraph.runs, families, tracking / size):
            if line and filled + inked > room:
                yield _joined(line, paragraph.runs)
                line, filled = [], 0.0
            line += part
            filled += wide
    if line:
        yield _joined(line, paragraph.runs)


@lru_cache(maxsize=4096)
def _words(runs: tuple[Run, ...], families: Families, tracking: float, breaks: re.Pattern[str]) -> tuple[_Word, ...]:
    """Unbreakable stretches, each with the space that follows it; a forced break stands alone.

    They are measured at the size 1: a statement is tried at many widths and sizes.
    """
    words: list[_Word] = []
    word: list[_Piece] = []
    inked = whole = 0.0
    for number, run in enumerate(runs):
        unit = run.scale / 1000
        for text, advance, blank, ends in _pieces(run.text, breaks, families[run.font], run.bold, run.italic):
            if text not in _BARE:
                wide = advance * unit + tracking * len(text)
                word.append((number, text, wide))
                inked = whole if blank else whole + wide
                whole += wide
            if not ends:
                continue
            if word:
                words.append((word, inked, whole))
            if text == "\n":
                words.append(([], 0.0, 0.0))
            word, inked, whole = [], 0.0, 0.0
    if word:
        words.append((word, inked, whole))
    return tuple(words)


@lru_cache(maxsize=8192)
def _pieces(
    text: str, breaks: re.Pattern[str], family: str, bold: bool, italic: bool
) -> tuple[tuple[str, float, bool, bool], ...]:
    """A text cut where it may break: characters, width in thousandths of the size, whether blank, whether a break.

    The same words are set at several sizes and widths: they are cut and measured once.
    """
    parts = breaks.split(text if text.isascii() else _IDEOGRAPH.sub("\u200b", text))
    return tuple(
        (part, 0.0 if part in _BARE else metrics.advance(part, family, bold, italic), part.isspace(), bool(at % 2))
        for at, part in enumerate(parts)
        if part or at % 2
    )


def _parts(word: _Word, room: float, runs: tuple[Run, ...], families: Families, tracking: float) -> Iterator[_Word]:
    """The parts of a word that alone is wider than the line, at the size 1."""
    for number, text, _ in word[0]:
        part, filled = "", 0.0
        for character in text:
            wide = _width(runs[number], character, 1.0, families, tracking)
            if part and filled + wide > room:
                yield _part(number, part, filled)
                part, filled = "", 0.0
            part += character
            filled += wide
        yield _part(number, part, filled)


def _part(number: int, text: str, wide: float) -> _Word:
    return [(number, text, wide)], 0.0 if text.isspace() else wide, wide


def _width(run: Run, text: str, size: float, families: Families, tracking: float) -> float:
    wide = metrics.width(text, families[run.font], size * run.scale, bold=run.bold, italic=run.italic)
    return wide + tracking * len(text)


def _joined(line: list[_Piece], runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The pieces of a line as runs again, the last space gone."""
    texts: list[tuple[int, str]] = []
    for number, text, _ in line:
        if texts and texts[-1][0] == number:
            texts[-1] = (number, texts[-1][1] + text)
        else:
            texts.append((number, text))
    if texts:
        texts[-1] = (texts[-1][0], texts[-1][1].rstrip(" \u2002\u2003"))
    return tuple(runs[number].saying(text) for number, text in texts)

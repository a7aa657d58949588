"""Breaking text into lines and asking whether it fits.

Lines of a deck are broken at 95 % of the width and a line is a little taller than its pitch in some
viewers, so a text that fits here fits in PowerPoint, Impress, Keynote and Google Slides: at the whole
width it takes as many lines or fewer. A page embeds its fonts and is drawn line by line, so it may come nearer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from briefpack.layout import breaking, joins, metrics
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

_INSIDE = re.compile(r"[-–—/][^\W\d]")


@dataclass(frozen=True, slots=True)
class Families:
    """Which family draws each slot: those of the deck, or those that pages embed."""

    names: tuple[tuple[str, str], ...]
    margin: float = _PAGE
    """Share of a box's width at which a line is broken."""
    viewed: bool = False
    """Whether another program will break the lines: it may break a word after its hyphen or slash, or may not."""

    def __hash__(self) -> int:
        """Lines are looked up by the thousand, and hardly ever for another look."""
        return hash(self.margin)

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


class TextLine(NamedTuple):
    """One broken line: what stands on it, how wide it is, and where it starts in its paragraph."""

    cut: breaking.Cut | None
    width: float
    first: bool
    """True for the first line of its paragraph: it carries the bullet and the space above."""
    paragraph: Paragraph

    @property
    def parts(self) -> Sequence[tuple[Run, str]]:
        """The runs that it has part in, and what it has of each: cut when it is drawn, for most lines are but tried."""
        return self.cut.parts() if self.cut else ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """What stands on it as runs of its own."""
        return tuple([run.saying(text) for run, text in self.parts])


def run_width(run: Run, families: Families, size: float, tracking: float = 0.0, text: str | None = None) -> float:
    """Width of a run in points in a box of this size, or of another text in its style."""
    return _width(run, run.text if text is None else text, size, families, tracking)


def wrap(
    paragraphs: Iterable[Paragraph], width: float, size: float, families: Families, *, tracking: float = 0.0
) -> tuple[TextLine, ...]:
    """Break paragraphs into lines of at most the width less its margin; a longer word is broken inside."""
    broken = (_lines(paragraph, width, size, families, tracking) for paragraph in paragraphs)
    return tuple([line for some in broken for line in some])


@lru_cache(maxsize=8192)
def _lines(
    paragraph: Paragraph, width: float, size: float, families: Families, tracking: float
) -> tuple[TextLine, ...]:
    """The lines of one paragraph: a row or a card is tried with one statement more, and broken no second time."""
    whole = kept(paragraph, width, size, families) if families.viewed else paragraph
    broken = _most(whole, width * families.margin - paragraph.indent, size, families, tracking) or [(None, 0.0)]
    return tuple([TextLine(cut, wide * size, at == 0, paragraph) for at, (cut, wide) in enumerate(broken)])


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


def _most(
    paragraph: Paragraph, room: float, size: float, families: Families, tracking: float
) -> list[tuple[breaking.Cut | None, float]]:
    """The lines of a paragraph; of two ways to break it the longer where a viewer may take either."""

    def broken(breaks: re.Pattern[str]) -> list[tuple[breaking.Cut | None, float]]:
        return list(breaking.lines(paragraph.runs, room / size, families, tracking / size, breaks))

    lines = broken(breaking.ANYWHERE)
    if not families.viewed or not any(_INSIDE.search(run.text) for run in paragraph.runs):
        return lines
    return max(lines, broken(breaking.AT_SPACES), key=len)


def _width(run: Run, text: str, size: float, families: Families, tracking: float) -> float:
    wide = metrics.width(text, families[run.font], size * run.scale, bold=run.bold, italic=run.italic)
    return wide + tracking * len(text)

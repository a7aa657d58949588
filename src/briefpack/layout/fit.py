"""Breaking text into lines and asking whether it fits.

Lines are broken at 97 % of the width and a line is a little taller than its pitch in some
viewers, so a text that fits here fits in PowerPoint, Impress, Keynote and Google Slides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefpack.layout import metrics
from briefpack.layout.marks import Paragraph, Run, TextBox
from briefpack.model import Look

MARGIN = 0.97
"""Share of a box's width that lines may fill (DESIGN.md, 3)."""

_BREAK = re.compile(r"(\n|[ \u2002\u2003\u200b]|(?<=[-–—/])(?=\w))")
_SPACES = ("\n", " ", "\u2002", "\u2003", "\u200b")
_IDEOGRAPH = re.compile("([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])")


@dataclass(frozen=True, slots=True)
class Families:
    """Which family draws each slot: those of the deck, or those that pages embed."""

    names: tuple[tuple[str, str], ...]

    @classmethod
    def of_deck(cls, look: Look) -> Families:
        """The Office fonts that a deck asks for."""
        return cls(tuple((slot, font.deck) for slot, font in look.fonts))

    @classmethod
    def of_page(cls, look: Look) -> Families:
        """The fonts that a PDF embeds."""
        return cls(tuple((slot, font.page) for slot, font in look.fonts))

    def __getitem__(self, slot: str) -> str:
        return dict(self.names)[slot]


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
    wide = metrics.width(run.text, families[run.font], size * run.scale, bold=run.bold, italic=run.italic)
    return wide + tracking * len(run.text)


def wrap(
    paragraphs: Iterable[Paragraph], width: float, size: float, families: Families, *, tracking: float = 0.0
) -> tuple[TextLine, ...]:
    """Break paragraphs into lines of at most 97 % of the width; a longer word is broken inside."""
    lines: list[TextLine] = []
    for paragraph in paragraphs:
        room = width * MARGIN - paragraph.indent
        broken = list(_broken(paragraph, room, size, families, tracking)) or [()]
        for number, runs in enumerate(broken):
            wide = sum(run_width(run, families, size, tracking) for run in runs)
            lines.append(TextLine(tuple(runs), wide, number == 0, paragraph))
    return tuple(lines)


def height(lines: Iterable[TextLine], pitch: float) -> float:
    """Height of broken lines in points: pitches and the spaces between paragraphs."""
    total = 0.0
    for number, line in enumerate(lines):
        total += pitch + (line.paragraph.before if line.first and number else 0.0)
    return total


def box_lines(box: TextBox, families: Families) -> tuple[TextLine, ...]:
    """The lines of a text box, as the writers draw them."""
    return wrap(box.paragraphs, box.w, box.size, families, tracking=box.tracking)


def overflow(box: TextBox, families: Families) -> float:
    """By how many points a box's text is taller than the box; zero or less where it fits."""
    return height(box_lines(box, families), box.pitch) - box.h


def fits(paragraphs: Iterable[Paragraph], width: float, room: float, size: float, pitch: float, look: Families) -> bool:
    """Whether paragraphs fit a box of this width and height."""
    return height(wrap(paragraphs, width, size, look), pitch) <= room + 0.01


def _broken(
    paragraph: Paragraph, room: float, size: float, families: Families, tracking: float
) -> Iterator[tuple[Run, ...]]:
    line: list[Run] = []
    filled = 0.0
    for word in _words(paragraph.runs):
        if word[0].text == "\n":
            yield _joined(line)
            line, filled = [], 0.0
            continue
        for piece in _pieces(word, room, size, families, tracking):
            text_width = sum(run_width(run, families, size, tracking) for run in _stripped(piece))
            if line and filled + text_width > room:
                yield _joined(line)
                line, filled = [], 0.0
            line.extend(piece)
            filled += sum(run_width(run, families, size, tracking) for run in piece)
    if line:
        yield _joined(line)


def _words(runs: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    """Unbreakable stretches, each with the space that follows it; a forced break stands alone."""
    word: list[Run] = []
    for run in runs:
        for part in _BREAK.split(_IDEOGRAPH.sub("\\1\u200b", run.text)):
            if part and part not in _SPACES:
                word.append(replace(run, text=part))
                continue
            if part in (" ", "\u2002", "\u2003"):
                word.append(replace(run, text=part))
            if word:
                yield tuple(word)
            if part == "\n":
                yield (replace(run, text="\n"),)
            word = []
    if word:
        yield tuple(word)


def _pieces(
    word: tuple[Run, ...], room: float, size: float, families: Families, tracking: float
) -> Iterator[tuple[Run, ...]]:
    """The word itself, or its parts where it alone is wider than the line."""
    if sum(run_width(run, families, size, tracking) for run in _stripped(word)) <= room:
        yield word
        return
    for run in word:
        piece = ""
        for character in run.text:
            if piece and run_width(replace(run, text=piece + character), families, size, tracking) > room:
                yield (replace(run, text=piece),)
                piece = ""
            piece += character
        yield (replace(run, text=piece),)


def _stripped(word: tuple[Run, ...]) -> tuple[Run, ...]:
    """A word without the space that ends it: a line may end in one for nothing."""
    return word[:-1] if len(word) > 1 and word[-1].text.isspace() else word


def _joined(line: list[Run]) -> tuple[Run, ...]:
    """Runs of one style made one again, the last space gone."""
    joined: list[Run] = []
    for run in line:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" \u2002\u2003"))
    return tuple(joined)

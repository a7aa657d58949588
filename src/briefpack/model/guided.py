"""Guided notes: what the slides say, with words left open for a listener to fill in."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model.product import Cited, Line
from briefpack.model.ref import Ref


@dataclass(frozen=True, slots=True)
class Shown:
    """One slide as it is shown: what a listener can see of it."""

    number: int
    """Its number in the deck, from 1."""
    title: str
    words: str
    """All text on it."""
    notes: tuple[Line, ...] = ()
    """Those of the slide of the deck that it is, or is a part of."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A stretch of a statement that is left open, as its start and end in the text, with its number from 1."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class GuidedLine:
    """A statement of a slide, with its reference."""

    text: str
    refs: tuple[Ref, ...]
    blanks: tuple[Blank, ...] = ()
    """In the order of the text."""
    date: str = ""
    """Of an event, as a Line has it: ISO, or ISO/ISO."""

    def answer(self, blank: Blank) -> str:
        """The words that a blank stands for."""
        return self.text[blank.start : blank.end]


@dataclass(frozen=True, slots=True)
class GuidedSlide:
    """The statements of one slide under its title."""

    number: int
    title: str
    lines: tuple[GuidedLine, ...]


@dataclass(frozen=True, slots=True)
class GuidedNotes:
    """The notes of a whole deck."""

    title: str
    audience: str
    language: str
    slides: tuple[GuidedSlide, ...]
    sources: tuple[Cited, ...]

    @property
    def answers(self) -> tuple[str, ...]:
        """Every word that is left open, once, in the order of the alphabet."""
        found = {line.answer(blank) for slide in self.slides for line in slide.lines for blank in line.blanks}
        return tuple(sorted(found, key=lambda word: (word.casefold(), word)))

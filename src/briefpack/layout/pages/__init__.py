"""Pages: typed products onto A4 or Letter, every mark in its place."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout import links
from briefpack.layout.marks import Sheets
from briefpack.layout.pages import guided as _guided
from briefpack.layout.pages import handout as _handout
from briefpack.layout.pages import key as _key
from briefpack.layout.pages import questions as _questions
from briefpack.layout.pages import quiz as _quiz
from briefpack.layout.pages import summary as _summary
from briefpack.layout.pages import teaching as _teaching
from briefpack.layout.pages.handout import spoken as _spoken
from briefpack.model import Cited, Deck, GuidedNotes, Look, Part, QuestionSet, Quiz, Summary, TeachingSet


def summary(summary: Summary, look: Look, paper: str) -> Sheets:
    """The one-page summary: exactly one sheet; what had no room is named in ``cut``."""
    return _linked(_summary.place(summary, look, paper), summary.sources)


def kept(summary: Summary, look: Look, paper: str) -> Summary:
    """The summary with what has room on its page: its editions in Word and in large print hold the same."""
    return _summary.kept(summary, look, paper)


def questions(set: QuestionSet, look: Look, paper: str) -> Sheets:
    """The questions to hand out, with lines to write on."""
    return _linked(_questions.place(set, look, paper), set.sources)


def key(set: QuestionSet, look: Look, paper: str) -> Sheets:
    """What good answers hold; for the teacher only."""
    return _linked(_key.place(set, look, paper), set.sources)


def quiz(quiz: Quiz, look: Look, paper: str) -> Sheets:
    """The quiz to hand out, with boxes to tick and lines to write on."""
    return _linked(_quiz.place(quiz, look, paper), quiz.sources)


def quiz_key(quiz: Quiz, look: Look, paper: str) -> Sheets:
    """The answers, each with the passage that settles it; for the teacher only."""
    return _linked(_quiz.key(quiz, look, paper), quiz.sources)


def handout(
    deck: Deck, slides: Sheets, look: Look, paper: str, drawn: str = "", a_page: int = _handout.USUAL
) -> Sheets:
    """The slides on paper, so many a page, with prompts and lines for notes; ``drawn`` names their own look."""
    return _handout.place(deck, slides, look, paper, drawn, a_page)


def notes(deck: Deck, slides: Sheets, look: Look, paper: str, drawn: str = "") -> Sheets:
    """What the presenter says to each slide, with its evidence; for the presenter only."""
    return _linked(_spoken.place(deck, slides, look, paper, drawn), deck.sources)


def part(part: Part, whole: TeachingSet, look: Look, paper: str) -> Sheets:
    """One part of a teaching set: reading set, role cards, exit ticket …"""
    return _linked(_teaching.place(part, whole, look, paper), whole.sources)


def guided(notes: GuidedNotes, look: Look, paper: str, *, bank: bool = False) -> Sheets:
    """The statements of the slides with blanks to fill in; with a ``bank`` their words stand at the end."""
    return _linked(_guided.place(notes, look, paper, bank=bank), notes.sources)


def guided_key(notes: GuidedNotes, look: Look, paper: str) -> Sheets:
    """The guided notes with every word in its place; for the teacher only."""
    return _linked(_guided.key(notes, look, paper), notes.sources)


def _linked(sheets: Sheets, sources: tuple[Cited, ...]) -> Sheets:
    """The sheets with each printed reference a link to its passage."""
    return replace(sheets, sheets=tuple(links.linked(sheet, sources) for sheet in sheets.sheets))

"""What a set audience gets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a slide of one kind is shown, and how much it counts."""

    minutes: float = 2.0
    weight: int | None = 30
    """Where a budget leaves slides out, the least weighty go first; None: it always stays."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many slides a deck may have and how many minutes it may take; 0 for any number."""

    slides: int = 0
    minutes: int = 0

    @property
    def asked(self) -> str:
        """'12 slides and 50 minutes'; empty where there is no limit."""
        parts = (f"{self.slides} slides" if self.slides else "", f"{self.minutes} minutes" if self.minutes else "")
        return " and ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class QuestionMix:
    """Which questions a lesson is to have; nothing said means what the audience usually gets."""

    count: int = 0
    """How many; 0 for as many as the lesson's length asks for."""
    levels: tuple[str, ...] = ()
    """Only these, where any are named: 'analyse', 'evaluate' …"""
    skills: tuple[str, ...] = ()
    """Only these, where any are named: 'sourcing', 'position' …"""

    def takes(self, level: str, skill: str) -> bool:
        """Whether a question of this level and skill is wanted."""
        return (not self.levels or level in self.levels) and (not self.skills or skill in self.skills)


USUAL_MIX = QuestionMix()


@dataclass(frozen=True, slots=True)
class PageRules:
    """What the one-page summary of an audience is held to."""

    form: str = "briefing"
    """'briefing': a bottom line, judgements, what differs; 'question': a question, two views, words to learn."""
    least_words: int = 0
    most_words: int = 10_000
    smallest: float = 8.0
    """Points of the smallest text."""
    sentence_words: int = 20
    """Most words of a sentence, on average."""


USUAL_RULES = PageRules()


@dataclass(frozen=True, slots=True)
class Audience:
    """Selection, wording and limits for one audience; read from templates/audiences/NAME.yaml."""

    name: str
    """'students', 'policy': the folder under OUT, and the template's folder."""
    label: str
    """For a reader: 'Teaching pack for students'."""
    template: str
    look: str
    """Name of a look under templates/looks."""
    title_words: int
    """Most words of a slide's claim title."""
    line_words: int
    """Most words of a statement on a slide."""
    quote_words: int
    counts: tuple[tuple[str, int], ...]
    """Most items of each kind: points, claims, events, people, quotes, figures, terms, tensions, questions."""
    minutes: int
    """Length of the lesson or meeting."""
    levels: tuple[str, ...]
    """Levels of question wanted, in order of preference."""
    slides: tuple[tuple[str, Pace], ...] = ()
    """Pace of each kind of slide."""
    voice: str = "students"
    """How its questions speak: 'students' in a lesson, 'policy' in a meeting."""
    whom: str = ""
    """'For policy staff': over its files in the index; empty for its name."""
    rules: PageRules = USUAL_RULES
    weights: tuple[tuple[str, float], ...] = ()
    """How much more or less a point counts by the genre of its source: ('opinion', 0.5)."""
    without: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Page to kinds of its sections that are left out: ('deck', ('chart', 'quote'))."""
    mix: QuestionMix = USUAL_MIX
    """What a pack or a command asks of the questions."""

    def count(self, kind: str) -> int:
        """How many items of a kind it gets; KeyError for a kind it does not name."""
        return dict(self.counts)[kind]

    def pace(self, kind: str) -> Pace:
        """Minutes and weight of a kind of slide; the usual ones for a kind that it does not name."""
        return dict(self.slides).get(kind, Pace())

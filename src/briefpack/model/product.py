"""The typed products: what a writer needs to draw, and no more."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model.audience import USUAL_RULES, PageRules
from briefpack.model.ref import Ref


@dataclass(frozen=True, slots=True)
class Line:
    """A statement inside a product. Without references it is the editor's own, or a plain prompt."""

    text: str
    refs: tuple[Ref, ...] = ()
    label: str = ""
    """What stands before it: a date (ISO, or ISO/ISO for a period), a name, a term, a number, a source key."""
    detail: str = ""
    """What stands after it: a speaker's role, '2 of 3 sources', 'planned', a stance."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that belong together under one small heading."""

    lines: tuple[Line, ...]
    heading: str = ""
    kind: str = ""
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as products name it."""

    key: str
    number: int
    """Its place in the pack, from 1; printed references are [number ¶paragraph]."""
    title: str
    title_derived: bool
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    genre: str | None
    name: str
    """Publisher, else first author, else the file's name."""
    words: int
    passages: int
    used: tuple[tuple[float, float], ...]
    """Where the product takes passages: start and end as shares (0..1) of the text, for the evidence strip."""
    note: str = ""
    """What was worked out: 'The text has no title; its first statement stands in.'"""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide, before any format or place has been chosen. The kinds are listed in docs/templates.md."""

    kind: str
    title: Line
    groups: tuple[LineGroup, ...] = ()
    kicker: str = ""
    notes: tuple[Line, ...] = ()
    """What to say, the evidence verbatim, what to ask; label is 'say', 'evidence' or 'ask'."""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A titled run of slides."""

    title: str
    audience: str
    language: str
    slides: tuple[Slide, ...]
    sources: tuple[Cited, ...]
    settings: tuple[tuple[str, str], ...] = ()
    """course, teacher, institution, date, where given."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under one heading of a summary or of a part of a teaching set; kinds in docs/templates.md."""

    kind: str
    heading: str
    lines: tuple[Line, ...]
    keep: int = 0
    """How many lines must stay when the page is full; 0 means that the whole block may go."""
    note: str = ""
    """What stands beside its heading: 'slides 4–5, question 2'."""
    minutes: int = 0
    """How long a phase of a lesson takes; 0 for all else."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The one-page summary, before it is fitted to a page."""

    title: str
    audience: str
    language: str
    blocks: tuple[Block, ...]
    sources: tuple[Cited, ...]
    kicker: str = ""
    cuts: tuple[tuple[str, int], ...] = ()
    """What is cut when the page is full, first cut first: (block kind, lines left)."""
    rules: PageRules = USUAL_RULES


@dataclass(frozen=True, slots=True)
class Question:
    """A question to discuss, and what a good answer holds."""

    prompt: str
    skill: str
    """sourcing, contextualising, corroborating, close reading, position or role play."""
    level: str
    """remember, understand, apply, analyse, evaluate or create."""
    phase: str
    """opening, core or closing."""
    minutes: int
    skeleton: str
    """Name of the curated form that it was made from."""
    refs: tuple[Ref, ...]
    look_fors: tuple[Line, ...]
    shorter: tuple[str, ...] = ()
    """The same question in fewer words, for a slide; not on the page that people edit."""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions of one lesson, in order: opening, core, closing."""

    title: str
    audience: str
    language: str
    minutes: int
    questions: tuple[Question, ...]
    sources: tuple[Cited, ...] = ()
    beside: tuple[Block, ...] = ()
    """For the key only: how to help, what leads on, what asks for care, how to mark."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of a teaching set that is handed out or kept. The kinds are listed in docs/templates.md."""

    kind: str
    """'reading', 'glossary', 'documents', 'roles', 'rubric', 'exit' or 'facilitator'."""
    title: str
    blocks: tuple[Block, ...]
    file: str
    """Name of the file that it becomes, without its ending: 'reading-set'."""
    teacher: bool = False
    """True where it may stand in no file that a student gets."""


@dataclass(frozen=True, slots=True)
class TeachingSet:
    """What a lesson or a meeting needs besides slides, summary and questions."""

    title: str
    audience: str
    language: str
    parts: tuple[Part, ...]
    sources: tuple[Cited, ...] = ()

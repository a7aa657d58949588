"""The questions of a lesson: those to hand out with room to write, and the key, which is the teacher's."""

from __future__ import annotations

from itertools import groupby

from briefpack.layout.flow import foot
from briefpack.layout.flow.parts import Flow, Heading, Item, Part, Room, Table, Text, Words
from briefpack.layout.flow.words import kept, labelled, pointed, where
from briefpack.layout.marks import Run
from briefpack.layout.pages import levels
from briefpack.layout.pages.key import KICKER as FOR_TEACHERS
from briefpack.layout.pages.questions import KICKER
from briefpack.messages import say
from briefpack.model import Block, Line, Question, QuestionSet


def questions(set: QuestionSet) -> Flow:
    """Every prompt with its level, where to look, and lines; nothing of the key."""
    parts: list[Part] = []
    number = 0
    for phase, group in groupby(set.questions, key=lambda question: question.phase):
        members = list(group)
        parts.append(Heading(_phase(phase, sum(question.minutes for question in members))))
        for question in members:
            number += 1
            step = levels.step(question.level)
            parts.append(Item((Run(question.prompt),), number, keep=True))
            parts.append(Text(_aside(question, set), "aside", keep=True))
            parts.append(Room(step.lines))
    parts += foot.sources(set.sources, set.language)
    return Flow(set.title, set.language, set.audience, say(KICKER), tuple(parts), named=True)


def key(set: QuestionSet) -> Flow:
    """The lesson, then each question with what a good answer says, then how to mark one that argues."""
    note = say("{minutes} minutes · do not hand out", minutes=set.minutes)
    parts: list[Part] = [*_lesson(set)]
    number = 0
    for phase, group in groupby(set.questions, key=lambda question: question.phase):
        parts.append(Heading(levels.phase(phase)))
        for question in group:
            number += 1
            parts.append(Item((Run(question.prompt, bold=True),), number, keep=True))
            parts.append(Text((Run(_kind(question), colour="muted"),), "aside", keep=True))
            parts += [
                Item(kept(*labelled(line), *pointed(line, set.sources)), inner=True) for line in question.look_fors
            ]
    parts += [part for block in set.beside for part in _beside(block, set)]
    parts += foot.sources(set.sources, set.language)
    title = say("Answer key: {title}", title=set.title)
    foot_line = say("Do not hand out · {title}", title=set.title)
    return Flow(title, set.language, set.audience, say(FOR_TEACHERS), tuple(parts), note, foot=foot_line)


def _phase(phase: str, minutes: int) -> str:
    name = levels.phase(phase)
    return say("{name} · {minutes} minutes", name=name, minutes=minutes) if minutes else name


def _aside(question: Question, set: QuestionSet) -> Words:
    """'Weigh it · look in [1 ¶4]'."""
    places = where(Line(question.prompt, question.refs), set.sources, most=3)
    name = levels.name(question.level)
    return (
        (Run(say("{name} · look in ", name=name), colour="muted"), *places) if places else (Run(name, colour="muted"),)
    )


def _kind(question: Question) -> str:
    return f"{levels.name(question.level)} · {say(question.skill)} · {question.minutes} min"


def _lesson(set: QuestionSet) -> tuple[Part, ...]:
    """The phases with their minutes and questions."""
    rows: list[tuple[Words, ...]] = []
    first = 1
    for phase, group in groupby(set.questions, key=lambda question: question.phase):
        members = list(group)
        last = first + len(members) - 1
        asked = str(first) if last == first else f"{first}–{last}"
        minutes = sum(question.minutes for question in members)
        cells = (levels.phase(phase), f"{minutes} min", asked)
        rows.append(tuple((Run(cell),) for cell in cells))
        first = last + 1
    if not any(question.minutes for question in set.questions):
        return ()
    header = (say("Part of the lesson"), say("Time"), say("Questions"))
    return Heading(say("The lesson")), Table(
        header, tuple(rows), (0.5, 0.25, 0.25), say("The parts of the lesson and their time")
    )


def _beside(block: Block, set: QuestionSet) -> tuple[Part, ...]:
    """How to help, what asks for care, how to mark: the steps of marking as a table."""
    if block.kind != "marking":
        items = (Item(kept(*labelled(line), *pointed(line, set.sources))) for line in block.lines)
        return Heading(block.heading), *items
    rows = tuple(((Run(line.label, bold=True),), (Run(line.text),)) for line in block.lines)
    table = Table(
        (say("Points"), say("The answer …")), rows, (0.15, 0.85), say("Points for an answer that takes a side")
    )
    return Heading(block.heading), table

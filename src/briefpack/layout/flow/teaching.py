"""The parts of a teaching set: reading set, glossary, document sheets, role cards, rubric, exit ticket, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefpack.layout.flow import foot
from briefpack.layout.flow.parts import Flow, Heading, Item, Part, Room, Table, Text, Words
from briefpack.layout.flow.words import named, pointed, said, where
from briefpack.layout.marks import Run
from briefpack.messages import say
from briefpack.model import Block, Line, TeachingSet
from briefpack.model import Part as Handed

_WRITTEN_ON = ("lookup", "questions", "criteria", "ticket", "vote", "card", "write")
"""Kinds of blocks that ask for an answer by hand: a part with one of them carries a name."""
_ANSWER, _NOTES, _TICKET = 4, 3, 2
"""Lines to write on: under a question, on a role card, under a prompt that does not say how many."""
_MOST_LINES = 8


def part(part: Handed, whole: TeachingSet) -> Flow:
    """One part in reading order; what only the teacher may have says so at its head and foot."""
    parts: list[Part] = []
    number = 0
    for block in part.blocks:
        number += block.kind in _SOURCES and bool(block.heading)
        parts += _headed(block, number)
        parts += _KINDS.get(block.kind, _items)(block, whole)
    cites = any(line.refs for block in part.blocks for line in block.lines)
    parts += foot.sources(whole.sources, whole.language) if cites else ()
    minutes = sum(block.minutes for block in part.blocks)
    note = ""
    if part.teacher:
        note = say("{minutes} minutes · do not hand out", minutes=minutes) if minutes else say("do not hand out")
    hand = not part.teacher and any(block.kind in _WRITTEN_ON for block in part.blocks)
    last = (
        say("Do not hand out · {title}", title=whole.title)
        if part.teacher
        else say("{kicker}: {title}", kicker=part.title, title=whole.title)
    )
    return Flow(whole.title, whole.language, whole.audience, part.title, tuple(parts), note, hand, last)


def _headed(block: Block, number: int) -> Iterator[Part]:
    """A source under its number; each document sheet after the first begins a page."""
    if block.heading:
        count = f"{number}. " if block.kind in _SOURCES else ""
        minutes = say(" · {minutes} minutes", minutes=block.minutes) if block.minutes else ""
        apart = block.kind == "document" and number > 1
        yield Heading(f"{count}{block.heading}{minutes}", apart=apart)
    if block.note:
        yield Text((Run(block.note[:1].upper() + block.note[1:], colour="muted"),), keep=bool(block.lines))


def _items(block: Block, whole: TeachingSet) -> Iterator[Part]:
    return (Item(named(line, whole.sources)) for line in block.lines)


def _excerpt(block: Block, whole: TeachingSet) -> Iterator[Part]:
    return (Text(said(line, whole.sources, own=True), "quote") for line in block.lines)


def _note(block: Block, whole: TeachingSet) -> Iterator[Part]:
    return (Text(named(line, whole.sources)) for line in block.lines)


def _terms(block: Block, whole: TeachingSet) -> Iterator[Part]:
    rows = tuple(((Run(line.label, bold=True),), (Run(line.text),), where(line, whole.sources)) for line in block.lines)
    if rows:
        yield Table(
            (say("Word"), say("What it means"), say("Where")), rows, (0.26, 0.59, 0.15), say("Words and their meanings")
        )


def _lookup(block: Block, whole: TeachingSet) -> Iterator[Part]:
    """Words without a meaning, each with a line for it."""
    for line in block.lines:
        word = Line(line.text or line.label, line.refs)
        yield Item((Run(word.text, bold=True), *pointed(word, whole.sources)), keep=True)
        yield Room(1)


def _questions(block: Block, whole: TeachingSet) -> Iterator[Part]:
    for number, line in enumerate(block.lines, 1):
        yield Item((Run(line.text),), number, keep=True)
        if places := where(line, whole.sources, most=3):
            yield Text((Run(say("Look in "), colour="muted"), *places), "aside", keep=True)
        yield Room(_ANSWER)


def _card(block: Block, whole: TeachingSet) -> Iterator[Part]:
    """Who one is, what one says or does, what to ask; with room for notes."""
    yield from (Text(named(line, whole.sources), keep=True) for line in block.lines)
    yield Room(_NOTES)


def _big_question(block: Block, whole: TeachingSet) -> Iterator[Part]:
    return (Text(said(line, whole.sources), "question") for line in block.lines)


def _criteria(block: Block, whole: TeachingSet) -> Iterator[Part]:
    """What is looked for, with room on either side of the mark."""
    rows: tuple[tuple[Words, ...], ...] = tuple((named(line, whole.sources), (), ()) for line in block.lines)
    if rows:
        header = (say("What we look for"), say("To work on"), say("Strong, and beyond"))
        yield Table(header, rows, (0.4, 0.3, 0.3), say("Criteria, with room to write"), written_on=True)


def _ticket(block: Block, whole: TeachingSet) -> Iterator[Part]:
    for line in block.lines:
        yield Text((Run(line.text), *pointed(line, whole.sources)), keep=True)
        yield _room(line)


def _room(line: Line) -> Room:
    """'3 lines' beside a prompt is three."""
    count = line.detail.split(" ")[0]
    return Room(min(int(count), _MOST_LINES) if count.isdecimal() and len(count) < 4 else _TICKET)


def _write(block: Block, whole: TeachingSet) -> Iterator[Part]:
    for line in block.lines:
        yield Text(named(Line(line.text, line.refs, line.label), whole.sources), keep=True)
        yield _room(line)


def _vote(block: Block, whole: TeachingSet) -> Iterator[Part]:
    """The question, then a scale between the two ends that its last lines name."""
    asked, *ends = block.lines or (Line(""),)
    yield Text(said(asked, whole.sources), "question", keep=True)
    if ends:
        first, last = ends[0].text, ends[-1].text
        yield Text((Run(say("Circle a number: ")), Run(first, bold=True), Run(_SCALE), Run(last, bold=True)))


_SOURCES = ("source", "document")
_SCALE = "   1   2   3   4   5   6   7   "
_KINDS: dict[str, Callable[[Block, TeachingSet], Iterator[Part]]] = {
    "excerpt": _excerpt,
    "note": _note,
    "terms": _terms,
    "lookup": _lookup,
    "questions": _questions,
    "card": _card,
    "question": _big_question,
    "criteria": _criteria,
    "ticket": _ticket,
    "vote": _vote,
    "write": _write,
}
"""What reads otherwise than as a list of statements, each after its name."""

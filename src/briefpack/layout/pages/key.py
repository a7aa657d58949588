"""The teacher's key: the lesson to scale, what a good answer holds, how to help, and how to mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefpack.layout.marks import Cell, Mark, Paragraph, Rect, Run, Sheets, TextBox
from briefpack.layout.pages import lesson, levels
from briefpack.layout.pages.paper import moved, paper
from briefpack.layout.pages.piece import heading
from briefpack.layout.pages.setting import Setting, glued, runs
from briefpack.layout.pages.sheets import Columns, Part, shared_out
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import noted, say
from briefpack.model import Block, Line, Look, Question, QuestionSet, Type

KICKER = noted("For the teacher only")
_SIZES = (Type(10.4, 13.6), Type(9.8, 12.6), Type(9.5, 12.0))
"""Sizes of the table's text: the largest of those that need the fewest pages."""
_GUTTER = 12.0
_PAD = 10.0
_ABOVE = 14.0
"""Points over a card or a heading."""
_TALLEST = 240.0
"""Of a card; more is told across the page."""
_CARD, _CARD_HEAD = Type(9.8, 13.0), Type(12.0, 16.0)


def place(questions: QuestionSet, look: Look, paper_name: str) -> Sheets:
    """The lesson bar, then the questions as rows of a table that never break across pages, then cards and marking."""
    setting = Setting(look, questions.sources, questions.language)
    page = Worksheet(
        say(KICKER),
        say("Answer key: {title}", title=questions.title),
        setting,
        paper(paper_name),
        "key",
        note=say("{minutes} minutes · do not hand out", minutes=questions.minutes),
        foot=say("Do not hand out · {title}", title=questions.title),
    )
    w = page.paper.width
    before = [bar] if (bar := lesson.bar(_stretches(questions), w, setting)).h else []
    after = [*_cards(questions.beside, w, setting), *_marking(questions.beside, w, setting)]
    tried = [
        shared_out([*before, *_rows(questions, w, setting, page.room, type), *after], page.room) for type in _SIZES
    ]
    return page.sheets(min(tried, key=len))


def _stretches(questions: QuestionSet) -> list[lesson.Stretch]:
    """The phases with their questions."""
    found: list[lesson.Stretch] = []
    number = 1
    for phase, group in groupby(questions.questions, key=lambda question: question.phase):
        members = list(group)
        last = number + len(members) - 1
        asked = (
            say("question {number}", number=number)
            if last == number
            else say("questions {first}–{last}", first=number, last=last)
        )
        name = levels.phase(phase)
        found.append(lesson.Stretch(sum(question.minutes for question in members), name, asked))
        number = last + 1
    return found


def _rows(questions: QuestionSet, w: float, setting: Setting, room: float, type: Type) -> list[Part]:
    """A row for each question; one that is taller than a page goes on in a second row."""
    widths = (24.0, (w - 24) * 0.36, (w - 24) * 0.64)
    columns = Columns(
        ("", say("Question"), say("A good answer says")), widths, type, say("Questions and what good answers say")
    )
    rows: list[Part] = []
    for number, question in enumerate(questions.questions, 1):
        held: list[Line] = []
        label = str(number)
        for line in question.look_fors:
            if held and columns.row(_cells(label, question, [*held, line], setting), setting).h > room * 0.8:
                rows.append(columns.row(_cells(label, question, held, setting), setting))
                label, held = f"{number} …", []
            held.append(line)
        rows.append(columns.row(_cells(label, question, held, setting), setting))
    return rows


def _cells(label: str, question: Question, look_fors: Sequence[Line], setting: Setting) -> tuple[Cell, ...]:
    kind = f"{levels.name(question.level)} · {say(question.skill)} · {question.minutes} min"
    asked = (
        Paragraph((Run(glued(question.prompt), bold=True),)),
        Paragraph((Run(kind, colour="muted"),), before=3),
    )
    says = tuple(
        Paragraph(runs(*_named(line), setting.ref(line)).runs, before=2, indent=10, bullet="•") for line in look_fors
    )
    return (
        Cell((Paragraph((Run(label, bold=True, colour="accent", font="head"),)),), anchor="top"),
        Cell(asked, anchor="top"),
        Cell(says, anchor="top"),
    )


def _named(line: Line) -> tuple[Run, ...]:
    label = say("{label}: ", label=line.label) if line.label and line.label not in line.text else ""
    return Run(label, bold=True), Run(glued(line.text))


def _cards(beside: tuple[Block, ...], w: float, setting: Setting) -> list[Part]:
    """What helps, what leads on and what asks for care: side by side, under one another where that gets too tall."""
    blocks = [block for block in beside if block.kind != "marking" and block.lines]
    if not blocks:
        return []
    wide = (w - _GUTTER * (len(blocks) - 1)) / len(blocks)
    h = max(sum(box.h for box in _texts(block, wide, setting)) for block in blocks) + 2 * _PAD
    if h > _TALLEST:
        return [part for block in blocks for part in _listed(block, w, setting)]
    marks: list[Mark] = []
    for place, block in enumerate(blocks):
        x = place * (wide + _GUTTER)
        head, body = _texts(block, wide, setting)
        marks.append(Rect(x, _ABOVE, wide, h, fill="tint" if place else "tint2", radius=setting.look.radius))
        marks += (*moved((head,), x + _PAD, _ABOVE + _PAD), *moved((body,), x + _PAD, _ABOVE + _PAD + head.h))
    return [Part(_ABOVE + h, tuple(marks))]


def _texts(block: Block, wide: float, setting: Setting) -> tuple[TextBox, TextBox]:
    """The heading of a card and what it says, a statement a paragraph."""
    colour = "accent2" if block.kind == "support" else "accent"
    title = Paragraph((Run(block.heading, bold=True, colour=colour, font="head"),))
    says = tuple(Paragraph(_statement(line, setting).runs, before=4) for line in block.lines)
    inner = wide - 2 * _PAD
    return setting.text((title,), inner, _CARD_HEAD, tag="H2"), setting.text(says, inner, _CARD)


def _listed(block: Block, w: float, setting: Setting) -> list[Part]:
    """A block across the page, its statements one by one."""
    tall, marks = heading(setting, block.heading, w)
    parts = [Part(_ABOVE + tall, moved(marks, 0, _ABOVE), clings=True)]
    for line in block.lines:
        box = setting.text((_statement(line, setting),), w, _CARD, tag="LI")
        parts.append(Part(box.h + 4, (box,)))
    return parts


def _statement(line: Line, setting: Setting) -> Paragraph:
    return runs(*_named(line), setting.ref(line))


def _marking(beside: tuple[Block, ...], w: float, setting: Setting) -> list[Part]:
    """The steps for an answer that takes a side, two in a row."""
    blocks = [block for block in beside if block.kind == "marking" and block.lines]
    if not blocks:
        return []
    tall, marks = heading(setting, blocks[0].heading, w)
    drawn = [*moved(marks, 0, _ABOVE)]
    y = _ABOVE + tall + 1
    half = (w - _GUTTER) / 2
    for first in range(0, len(blocks[0].lines), 2):
        tallest = 0.0
        for place, line in enumerate(blocks[0].lines[first : first + 2]):
            x = place * (half + _GUTTER)
            figure = setting.text(
                (Paragraph((Run(line.label, bold=True, colour="accent", font="head"),)),), 16, _CARD, tag="Lbl"
            )
            says = setting.text((Paragraph((Run(line.text),)),), half - 18, _CARD, tag="LBody")
            drawn += (*moved((figure,), x, y), *moved((says,), x + 18, y))
            tallest = max(tallest, says.h, figure.h)
        y += tallest + 2
    return [Part(y, tuple(drawn))]

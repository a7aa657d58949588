"""The teacher's key: the lesson to scale, and what a good answer holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from briefpack.layout.fit import height
from briefpack.layout.marks import Cell, Mark, Paragraph, Rect, Rule, Run, Sheet, Sheets, Table
from briefpack.layout.pages import foundations, heads, levels
from briefpack.layout.pages.paper import MARGIN, foot, moved, paper
from briefpack.layout.pages.setting import Setting, glued, runs
from briefpack.layout.pages.sheets import Part, shared_out
from briefpack.model import Line, Look, Question, QuestionSet, Type

KICKER = "For the teacher only"
_SIZES = (Type(10.4, 13.6), Type(9.8, 12.6), Type(9.2, 11.8))
"""Sizes of the table's text: the largest of those that need the fewest pages."""
_PAD_X, _PAD_Y = 4.0, 5.0
_MARKS = (
    ("4", "takes a side, uses two {places}, answers the other side"),
    ("3", "takes a side and uses two {places}"),
    ("2", "takes a side and uses one {place}"),
    ("1", "takes a side only"),
)


def place(questions: QuestionSet, look: Look, paper_name: str) -> Sheets:
    """The lesson bar on the first page, then the questions as rows of a table that never break across pages."""
    setting = Setting(look, questions.sources, questions.language)
    page = paper(paper_name)
    note = f"{questions.minutes} minutes · do not hand out"
    title = f"Answer key: {questions.title}"
    top, _ = heads.worksheet(page, setting, KICKER, title, note=note)
    legend = foundations.legend(page.width, setting)
    room = page.bottom - 14 - legend.h - top
    bar = _lesson(questions, page.width, setting)
    tried = [
        _tables(_rows(questions, page.width, setting, room, type), bar, page.width, setting, room, type)
        for type in _SIZES
    ]
    tables = min(tried, key=len)
    sheets = []
    for number, parts in enumerate(tables, 1):
        head = heads.worksheet(page, setting, KICKER, title, note=note, first=number == 1)[1]
        marks: list[Mark] = [*head]
        y = top
        for part in parts:
            marks += moved(part.marks, MARGIN, y)
            y += part.h
        below = legend if number == 1 else replace(legend, tag="Artifact")
        marks += moved((below,), MARGIN, page.bottom - 4 - legend.h)
        marks += foot(page, f"Do not hand out · {questions.title}"[:110], number, len(tables))
        name = title if number == 1 else f"{title} ({number} of {len(tables)})"
        sheets.append(Sheet(page.w, page.h, tuple(marks), name, kind="key"))
    return Sheets(title, questions.language, tuple(sheets))


def marking(sources: int) -> tuple[tuple[str, str], ...]:
    """Points, and what an answer must do for them, where there are so many sources."""
    word = "passage" if sources == 1 else "source"
    return tuple((points, words.format(place=word, places=f"{word}s")) for points, words in _MARKS)


def _lesson(questions: QuestionSet, w: float, setting: Setting) -> Part:
    """One bar as long as the lesson: a stretch for each phase, to scale, with its questions under it."""
    phases = [(phase, list(group)) for phase, group in groupby(questions.questions, key=lambda q: q.phase)]
    total = sum(question.minutes for question in questions.questions)
    if not total:
        return Part(0, ())
    inks = (("tint2", "ink"), ("accent2", "onaccent2"), ("ink", "onaccent2"))
    marks: list[Mark] = []
    x, number, tallest = 0.0, 1, 0.0
    for place, (phase, members) in enumerate(phases):
        minutes = sum(question.minutes for question in members)
        wide = (w + 2.25) * minutes / total - 2.25
        fill, colour = inks[place % 3]
        marks.append(Rect(x, 0, wide, 25, fill=fill))
        said = Paragraph((Run(f"{minutes} min", bold=True, colour=colour),))
        marks += moved((setting.text((said,), wide - 8, Type(10, 13)),), x + 5, 6) if wide > 40 else ()
        last = number + len(members) - 1
        asked = f"question {number}" if last == number else f"questions {number}–{last}"
        words = (Run(levels.PHASES.get(phase, phase.capitalize()), bold=True), Run(f"\n{asked}", colour="muted"))
        under = setting.text((Paragraph(words),), max(wide, 40), Type(9.2, 11.6))
        marks += moved((under,), x, 28)
        tallest = max(tallest, under.h)
        x, number = x + wide + 2.25, last + 1
    return Part(28 + tallest + 12, tuple(marks))


Row = tuple[float, tuple[Cell, ...]]


def _widths(w: float) -> tuple[float, float, float]:
    return 24.0, (w - 24) * 0.36, (w - 24) * 0.64


def _rows(questions: QuestionSet, w: float, setting: Setting, room: float, type: Type) -> list[Row]:
    """A row for each question; one that is taller than a page goes on in a second row."""
    rows: list[Row] = []
    for number, question in enumerate(questions.questions, 1):
        held: list[Line] = []
        label = str(number)
        for line in question.look_fors:
            if held and _row(label, question, [*held, line], w, setting, type)[0] > room * 0.8:
                rows.append(_row(label, question, held, w, setting, type))
                label, held = f"{number} …", []
            held.append(line)
        rows.append(_row(label, question, held, w, setting, type))
    return rows


def _row(label: str, question: Question, look_fors: list[Line], w: float, setting: Setting, type: Type) -> Row:
    step = levels.step(question.level)
    kind = f"{step.name} · {question.skill} · {question.minutes} min"
    asked = (
        Paragraph((Run(glued(question.prompt), bold=True),)),
        Paragraph((Run(kind, colour="muted", scale=0.9),), before=3),
    )
    says = tuple(
        Paragraph(runs(*_named(line), setting.ref(line)).runs, before=2, indent=10, bullet="•") for line in look_fors
    )
    cells = (
        Cell((Paragraph((Run(label, bold=True, colour="accent", font="head"),)),), anchor="top"),
        Cell(asked, anchor="top"),
        Cell(says, anchor="top"),
    )
    tall = max(
        height(setting.lines(cell.paragraphs, wide - 2 * _PAD_X, type.size), type.pitch)
        for cell, wide in zip(cells, _widths(w), strict=True)
    )
    return tall + 2 * _PAD_Y, cells


def _named(line: Line) -> tuple[Run, ...]:
    label = f"{line.label}: " if line.label and line.label not in line.text else ""
    return Run(label, bold=True), Run(glued(line.text))


def _tables(rows: list[Row], bar: Part, w: float, setting: Setting, room: float, type: Type) -> list[list[Part]]:
    """The pages: the bar, the table, how to mark an argued answer."""
    head = tuple(
        Cell((Paragraph((Run(word, bold=True, colour="muted"),)),)) for word in ("", "Question", "A good answer says")
    )
    tall = type.pitch + 2 * _PAD_Y
    marking = _marking(w, setting)
    parts = [bar] if bar.h else []
    parts += [Part(row[0], ()) for row in rows]
    first = 1 if bar.h else 0
    pages = shared_out([*parts, marking], room - tall)
    found: list[list[Part]] = []
    place = 0
    for page in pages:
        count = sum(1 for part in page if part is not bar and part is not marking)
        shown = rows[place : place + count]
        place += count
        table = Table(
            0,
            0,
            _widths(w),
            (tall, *(row[0] for row in shown)),
            (head, *(row[1] for row in shown)),
            type.size,
            type.pitch,
            _PAD_X,
            _PAD_Y,
            alt="Questions and what good answers say",
        )
        drawn = [bar] if first and not found else []
        drawn += [Part(sum(table.heights), (table,))] if shown else []
        found.append([*drawn, marking] if page[-1] is marking else drawn)
    return found


def _marking(w: float, setting: Setting) -> Part:
    """Four steps for an answer that takes a side."""
    title = Paragraph((Run("How to mark an answer that argues", bold=True, font="head"),))
    box = setting.text((title,), w, Type(11.5, 15), tag="H2")
    marks: list[Mark] = [*moved((box,), 0, 14), Rule(0, 31, w, 31, "ink", 1)]
    half = (w - 12) / 2
    steps = marking(len(setting.sources))
    y = 36.0
    for first in range(0, len(steps), 2):
        tallest = 0.0
        for place, (points, words) in enumerate(steps[first : first + 2]):
            x = place * (half + 12)
            figure = Paragraph((Run(points, bold=True, colour="accent", font="head"),))
            says = setting.text(
                (Paragraph((Run(words),)),),
                half - 16,
                Type(9.8, 14.6),
                tag="LBody",
            )
            marks += moved((setting.text((figure,), 14, Type(11, 14.6), tag="Lbl"),), x, y)
            marks += moved((says,), x + 16, y)
            tallest = max(tallest, says.h)
        y += tallest + 2
    return Part(y, tuple(marks))

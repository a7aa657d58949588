"""The questions with lines to write on; a question never leaves its lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from briefpack.layout import references
from briefpack.layout.marks import Mark, Paragraph, Rect, Rule, Run, Sheet, Sheets
from briefpack.layout.pages import foundations, heads, levels
from briefpack.layout.pages.paper import MARGIN, foot, moved, paper
from briefpack.layout.pages.setting import Setting, few, glued
from briefpack.layout.pages.sheets import Part, shared_out
from briefpack.model import Look, Question, QuestionSet, Type

KICKER = "Discussion questions"
LINE = 20.0
"""From one writing line to the next: 7.1 mm."""
_LOOK = 132.0
_TEXT = Type(11.2, 14.6)
_SMALL = Type(9.5, 12.5)


def place(questions: QuestionSet, look: Look, paper_name: str) -> Sheets:
    """As many pages as the questions need, grouped by phase, each with its level, sources and lines."""
    setting = Setting(look, questions.sources, questions.language)
    page = paper(paper_name)
    legend = foundations.legend(page.width, setting)
    top, _ = heads.worksheet(page, setting, KICKER, questions.title)
    bottom = page.bottom - legend.h - 8
    found = _pages(questions, page.width, setting, bottom - top)
    sheets = []
    for number, parts in enumerate(found, 1):
        head = heads.worksheet(page, setting, KICKER, questions.title, first=number == 1)[1]
        below = legend if number == 1 else replace(legend, tag="Artifact")
        marks = [*head, *_drawn(parts, top), *moved((below,), MARGIN, bottom + 4)]
        marks += foot(page, f"{KICKER}: {questions.title}"[:110], number, len(found))
        title = questions.title if number == 1 else f"{questions.title} ({number} of {len(found)})"
        sheets.append(Sheet(page.w, page.h, tuple(marks), title, kind="questions"))
    return Sheets(f"{KICKER}: {questions.title}", questions.language, tuple(sheets))


@dataclass(frozen=True, slots=True)
class _Lines:
    """How many writing lines the questions of a step get."""

    fewer: int = 0
    more: int = 0

    def of(self, step: levels.Step) -> int:
        """Lines are taken from 'Explain' first, never below two; those who argue get more first."""
        taken = self.fewer if step.number == 2 else max(self.fewer - 1, 0)
        return max(step.lines - taken, 2) + (self.more if step.number > 2 else self.more // 2)


def _pages(questions: QuestionSet, w: float, setting: Setting, room: float) -> list[list[Part]]:
    """Fewer lines where that saves a page, more where the last page has room for them."""
    usual = shared_out(_parts(questions, w, setting, _Lines()), room)
    for fewer in (1, 2):
        tight = shared_out(_parts(questions, w, setting, _Lines(fewer)), room)
        if len(tight) < len(usual):
            return tight
    for more in (3, 2, 1):
        wide = shared_out(_parts(questions, w, setting, _Lines(more=more)), room)
        if len(wide) == len(usual):
            return wide
    return usual


def _parts(questions: QuestionSet, w: float, setting: Setting, lines: _Lines) -> list[Part]:
    parts: list[Part] = []
    number = 0
    for phase, group in groupby(questions.questions, key=lambda question: question.phase):
        members = list(group)
        parts.append(_band(phase, sum(question.minutes for question in members), w, setting))
        for question in members:
            number += 1
            parts.append(_question(number, question, w, setting, lines.of(levels.step(question.level))))
    return parts


def _band(phase: str, minutes: int, w: float, setting: Setting) -> Part:
    name = levels.PHASES.get(phase, phase.capitalize())
    words = (Run(name, bold=True), *((Run(f"  {minutes} minutes", colour="muted"),) if minutes else ()))
    box = setting.text((Paragraph(words),), w - 20, Type(11, 14), tag="H2")
    band = Rect(0, 0, w, 19, fill="tint")
    return Part(26.0, (band, *moved((box,), 8, (19 - box.h) / 2)), clings=True)


def _question(number: int, question: Question, w: float, setting: Setting, lines: int) -> Part:
    step = levels.step(question.level)
    figure = Paragraph((Run(str(number), bold=True, colour="accent", font="head"),))
    count = setting.text((figure,), 20, Type(13, 14.6), tag="Lbl")
    asked = setting.text((Paragraph((Run(glued(question.prompt)),)),), w - 20 - _LOOK - 12, _TEXT, tag="LBody")
    aside = _aside(question, step, setting)
    tall = max(asked.h, aside.h, count.h)
    drawn = levels.boxes(step.number, w - 32, 3)
    marks: list[Mark] = [count, *moved((asked,), 20, 0), *drawn, *moved(aside.marks, w - _LOOK, 0)]
    first = tall + LINE
    marks += [Rule(0, first + n * LINE, w, first + n * LINE, "muted", 0.5) for n in range(lines)]
    return Part(first + (lines - 1) * LINE + 15, tuple(marks))


def _aside(question: Question, step: levels.Step, setting: Setting) -> Part:
    """The step's name beside its boxes, and where to look."""
    name = Paragraph((Run(step.name, bold=True),), align="right")
    box = setting.text((name,), _LOOK - 38, _SMALL, tag="LBody")
    where = references.run(few(question.refs), setting.sources)
    if not where.text:
        return Part(box.h, (box,))
    pointers = replace(
        where, text=where.text.strip("\u00a0 ").replace("–", "–\u2060").replace("; ", ";\u00a0"), scale=1.0
    )
    look = Paragraph((Run("Look in ", colour="muted"), pointers), align="right")
    below = setting.text((look,), _LOOK, _SMALL, tag="LBody")
    return Part(box.h + below.h, (box, *moved((below,), 0, box.h)))


def _drawn(parts: list[Part], top: float) -> list[Mark]:
    marks: list[Mark] = []
    y = top
    for part in parts:
        marks.extend(moved(part.marks, MARGIN, y))
        y += part.h
    return marks

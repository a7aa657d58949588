"""The questions with lines to write on; a question never leaves its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefpack.layout.marks import Paragraph, Rect, Run, Sheets
from briefpack.layout.pages import asking, levels
from briefpack.layout.pages.paper import moved, paper
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.sheets import Part, balanced, tall
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import noted, say
from briefpack.model import Look, Question, QuestionSet, Type

KICKER = noted("Discussion questions")
LINE = asking.LINE
_MOST_LINES = 4
"""Lines that a question may get beyond those of its step, where the page has room."""
_MOST_AIR = 9.0
"""Points between two questions beyond the usual."""


def place(questions: QuestionSet, look: Look, paper_name: str) -> Sheets:
    """As many pages as the questions need, grouped by phase, each with its level, sources and lines."""
    setting = Setting(look, questions.sources, questions.language)
    page = Worksheet(say(KICKER), questions.title, setting, paper(paper_name), "questions")
    asks = _asks(questions, page.paper.width, setting)
    found = min((_pages(asks, fewer, page.room) for fewer in (0, 1, 2)), key=len)
    return page.sheets([_filled(some, page.room) for some in found])


class _Ask:
    """A question, and how many lines it has."""

    def __init__(self, number: int, question: Question, w: float, setting: Setting) -> None:
        self.number, self.question, self.w, self.setting = number, question, w, setting
        self.step = levels.step(question.level)

    def part(self, lines: int) -> Part:
        """Drawn with so many lines."""
        one = self.question
        return asking.asked(self.number, one.prompt, one.refs, self.w, self.setting, lines, self.step)

    def lines(self, fewer: int) -> int:
        """Lines are taken from 'Explain' first, never below two."""
        taken = fewer if self.step.number == 2 else max(fewer - 1, 0)
        return max(self.step.lines - taken, 2)


_Held = tuple[Part, _Ask | None, int]
"""A part of a page, and for a question how many lines it has."""


def _asks(questions: QuestionSet, w: float, setting: Setting) -> list[tuple[Part | None, _Ask]]:
    """Each question, the first of a phase with its band."""
    found: list[tuple[Part | None, _Ask]] = []
    for phase, group in groupby(questions.questions, key=lambda question: question.phase):
        members = list(group)
        band = _band(phase, sum(question.minutes for question in members), w, setting)
        for place, question in enumerate(members):
            found.append((None if place else band, _Ask(len(found) + 1, question, w, setting)))
    return found


def _pages(asks: Sequence[tuple[Part | None, _Ask]], fewer: int, room: float) -> list[list[_Held]]:
    held: list[_Held] = []
    for band, ask in asks:
        held += [(band, None, 0)] if band else []
        held.append((ask.part(ask.lines(fewer)), ask, ask.lines(fewer)))
    by_part = {id(one[0]): one for one in held}
    return [[by_part[id(part)] for part in page] for page in balanced([one[0] for one in held], room)]


def _filled(page: list[_Held], room: float) -> list[Part]:
    """The page with more lines where it has room for them, those who argue first; then air between the questions."""
    spare = room - tall([part for part, _, _ in page])
    asks = sorted((at for at, one in enumerate(page) if one[1]), key=lambda at: (-_number(page[at]), at))
    for _ in range(_MOST_LINES):
        for at in asks:
            _, ask, lines = page[at]
            if ask and spare >= asking.LINE:
                page[at] = (ask.part(lines + 1), ask, lines + 1)
                spare -= asking.LINE
    air = min(max(spare, 0.0) / max(len(page) - 1, 1), _MOST_AIR)
    parts = [part for part, _, _ in page]
    return [
        *(replace(part, h=part.h + air * bool(one[1])) for part, one in zip(parts[:-1], page, strict=False)),
        parts[-1],
    ]


def _number(held: _Held) -> int:
    return held[1].step.number if held[1] else 0


def _band(phase: str, minutes: int, w: float, setting: Setting) -> Part:
    name = levels.phase(phase)
    words = (
        Run(name, bold=True),
        *((Run("  " + say("{minutes} minutes", minutes=minutes), colour="muted"),) if minutes else ()),
    )
    box = setting.text((Paragraph(words),), w - 20, Type(11, 14), tag="H2")
    band = Rect(0, 0, w, 19, fill="tint")
    return Part(26.0, (band, *moved((box,), 8, (19 - box.h) / 2)), clings=True)

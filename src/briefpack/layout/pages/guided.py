"""Guided notes and their key: the statements of a deck, slide by slide, with numbered blanks or their words."""

from __future__ import annotations

import math
from collections.abc import Iterator

from briefpack.layout import dates
from briefpack.layout.fit import run_width
from briefpack.layout.marks import Paragraph, Rect, Run, Sheets
from briefpack.layout.pages.paper import moved, paper
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.sheets import Part, shared_out
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import noted, say
from briefpack.model import Blank, GuidedLine, GuidedNotes, GuidedSlide, Line, Look, Type

KICKER, KEY = noted("Guided notes"), noted("Guided notes: the words")
WORDS = noted("Words to choose from")
LEAST = 25 / 25.4 * 72
"""Points of a blank at least: 25 mm."""
_WIDER = 1.5
"""How much wider than print a hand writes."""
_SIZES = (Type(11.2, 20.0), Type(11.2, 18.4), Type(10.8, 17.2))
"""Sizes of the text, with room for a hand between the lines: the largest of those that need the fewest pages."""
_HEAD = Type(11.6, 15.0)
_INDENT = 12.0
_PAD = 10.0


def place(notes: GuidedNotes, look: Look, paper_name: str, *, bank: bool = False) -> Sheets:
    """The notes to hand out; with a ``bank`` their words stand at the end in the order of the alphabet."""
    return _placed(notes, look, paper_name, KICKER, filled=False, bank=bank)


def key(notes: GuidedNotes, look: Look, paper_name: str) -> Sheets:
    """The same with every word in its place; for the teacher only."""
    return _placed(notes, look, paper_name, KEY, filled=True, bank=False)


def _placed(notes: GuidedNotes, look: Look, paper_name: str, kicker: str, *, filled: bool, bank: bool) -> Sheets:
    setting = Setting(look, notes.sources, notes.language)
    note = say("do not hand out") if filled else ""
    page = Worksheet(say(kicker), notes.title, setting, paper(paper_name), "guided", note=note)
    w = page.paper.width
    tried = [
        shared_out([*_parts(notes, w, setting, size, filled), *_bank(notes, w, setting, bank)], page.room)
        for size in _SIZES
    ]
    return page.sheets(min(tried, key=len))


def _parts(notes: GuidedNotes, w: float, setting: Setting, size: Type, filled: bool) -> Iterator[Part]:
    """A heading for each slide, then its statements, none of them divided."""
    for slide in notes.slides:
        yield _heading(slide, w, setting)
        over = _heading(slide, w, setting, again=True)
        for place, line in enumerate(slide.lines, 1):
            box = setting.text((_statement(line, setting, size, filled),), w, size, tag="LI")
            air = 4.0 if place < len(slide.lines) else 12.0
            yield Part(box.h + air, (box,), over=over if place > 1 else None)


def _heading(slide: GuidedSlide, w: float, setting: Setting, *, again: bool = False) -> Part:
    """Its number and title; `again` at the top of a page where it goes on, which those who hear it need not hear."""
    name = say("Slide {number}", number=slide.number)
    number = Run((say("{name}, continued", name=name) if again else name) + "\u2002", bold=True, colour="accent")
    title = Run(slide.title, bold=True, font="head")
    box = setting.text((Paragraph((number, title)),), w, _HEAD, tag="Artifact" if again else "H2")
    return Part(box.h + 3, (box,), clings=True)


def _statement(line: GuidedLine, setting: Setting, size: Type, filled: bool) -> Paragraph:
    """The text with its blanks, or their words, and the reference; an event begins with its date."""
    runs: list[Run] = []
    if line.date:
        runs.append(Run(f"{dates.printed(line.date, setting.language)}\u2002", bold=True))
    start = 0
    for blank in line.blanks:
        runs.append(Run(line.text[start : blank.start]))
        runs += _word(line, blank) if filled else _blank(line, blank, setting, size)
        start = blank.end
    runs += [Run(line.text[start:]), setting.ref(Line(line.text, line.refs), own=True)]
    return Paragraph(tuple(run for run in runs if run.text), indent=_INDENT, bullet="•")


def _word(line: GuidedLine, blank: Blank) -> tuple[Run, ...]:
    return _number(blank), Run(line.answer(blank), bold=True, colour="accent2")


def _blank(line: GuidedLine, blank: Blank, setting: Setting, size: Type) -> tuple[Run, ...]:
    """A line as long as a hand needs for the word."""
    wide = max(LEAST, _WIDER * run_width(Run(line.answer(blank)), setting.families, size.size))
    one = run_width(Run("_"), setting.families, size.size)
    return _number(blank), Run("_" * math.ceil(wide / one), colour="muted")


def _number(blank: Blank) -> Run:
    return Run(f"{blank.number}\u00a0", bold=True, colour="accent", scale=0.76)


def _bank(notes: GuidedNotes, w: float, setting: Setting, wanted: bool) -> Iterator[Part]:
    """The words on a card."""
    if not wanted or not notes.answers:
        return
    head = setting.text((Paragraph((Run(say(WORDS), bold=True, font="head"),)),), w - 2 * _PAD, _HEAD, tag="H2")
    said = Paragraph((Run(" \u2002·\u2002 ".join(word.replace(" ", "\u00a0") for word in notes.answers)),))
    box = setting.text((said,), w - 2 * _PAD, Type(11.2, 17.0))
    tall = 2 * _PAD + head.h + 4 + box.h
    card = Rect(0, 6, w, tall, fill="tint", radius=setting.look.radius)
    yield Part(tall + 6, (card, *moved((head,), _PAD, 6 + _PAD), *moved((box,), _PAD, 6 + _PAD + head.h + 4)))

"""Presenter's notes: each slide small, beside it what to say and ask, and the evidence word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefpack.layout import printing
from briefpack.layout.marks import Inset, Mark, Paragraph, Rect, Run, Sheet, Sheets, TextBox
from briefpack.layout.pages.paper import moved, paper
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.sheets import Part, shared_out
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import noted, say
from briefpack.model import Deck, Line, Look, Type

KICKER = noted("Presenter's notes")
_THUMB, _GAP = 156.0, 16.0
"""Width of a slide, and points to the words beside it."""
_HEAD, _TEXT, _SMALL = Type(12.0, 15.5), Type(10.8, 14.4), Type(9.5, 12.5)
_AFTER = 16.0
"""Points between one slide and the next."""
_APART = 4.0
"""Points between what stands in the column."""
_PART = re.compile(r"\s*\(\d+ \w+ \d+\)$")
"""'(1 of 2)' after a title, in any language."""
WORDS = {"say": noted("Say"), "ask": noted("Ask"), "evidence": noted("Evidence")}
"""What a line of notes is, as it is told."""

Numbered = Sequence[tuple[int, Sheet]]


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the words stand, and what they are set with."""

    setting: Setting
    w: float
    drawn: str
    """The look of the slides."""

    @property
    def x(self) -> float:
        """Left edge of the words."""
        return _THUMB + _GAP

    def box(self, runs: tuple[Run, ...], type: Type, tag: str = "P") -> TextBox:
        """A paragraph as wide as the column."""
        return self.setting.text((Paragraph(runs),), self.w - self.x, type, tag=tag)


def place(deck: Deck, slides: Sheets, look: Look, paper_name: str, drawn: str = "") -> Sheets:
    """The notes of every slide that has some; slides that were split in parts share theirs and are told once."""
    setting = Setting(look, deck.sources, deck.language)
    page = Worksheet(
        say(KICKER),
        deck.title,
        setting,
        paper(paper_name),
        "notes",
        note=say("do not hand out"),
        foot=say("Do not hand out · {title}", title=deck.title),
    )
    column = _Column(setting, page.paper.width, drawn or look.name)
    parts = [part for group in told_once(slides) for part in _parts(group, column)]
    return page.sheets(shared_out(parts, page.room))


def told_once(slides: Sheets) -> Iterator[Numbered]:
    """Slides that have notes, by their numbers; those that were split in parts share theirs and stand together."""
    numbered = ((number, sheet) for number, sheet in enumerate(slides.sheets, 1) if sheet.notes)
    return (list(group) for _, group in groupby(numbered, lambda one: one[1].notes))


def heading(group: Numbered) -> tuple[str, str]:
    """'Slide 5', or 'Slides 5–6' of one that was split, and the title."""
    (first, sheet), (last, _) = group[0], group[-1]
    if first == last:
        return say("Slide {number}", number=first), sheet.title
    return say("Slides {first}–{last}", first=first, last=last), _PART.sub("", sheet.title)


def _parts(group: Numbered, column: _Column) -> Iterator[Part]:
    """Slides with what to say and ask stay together; the evidence may go on to the next page, passage by passage."""
    notes = group[0][1].notes
    evidence = [line for line in notes if line.label == "evidence"]
    passages = [_passage(line, column, first=not at) for at, line in enumerate(evidence)]
    low = len(group) * (_height(group) + _APART)
    y, words = 0.0, list[Mark]()
    for box in _said(group, column):
        words += moved((box,), column.x, y)
        y += box.h + _APART
    while passages and y < low:
        words += moved((passages[0],), column.x, y)
        y += passages.pop(0).h + _APART
    yield Part(max(y, low) + (0.0 if passages else _AFTER), (*_thumbs(group, column), *words), clings=bool(passages))
    over = _continued(group, column)
    for at, box in enumerate(passages, 1):
        yield Part(box.h + (_AFTER if at == len(passages) else _APART), moved((box,), column.x, 0.0), over=over)


def _continued(group: Numbered, column: _Column) -> Part:
    """Whose evidence it is that goes on at the top of a page; those who hear it have heard the heading."""
    number, title = heading(group)
    head = (
        Run(say("{name}, continued", name=number) + "\u2002", bold=True, colour="accent"),
        Run(title, bold=True, font="head"),
    )
    box = column.box(head, _HEAD, "Artifact")
    return Part(box.h + _APART, moved((box,), column.x, 0.0))


def _said(group: Numbered, column: _Column) -> Iterator[TextBox]:
    """Which slides, for how long, what to say, what to ask."""
    number, title = heading(group)
    head = (Run(f"{number}\u2002", bold=True, colour="accent"), Run(title, bold=True, font="head"))
    yield column.box(head, _HEAD, "H2")
    for line in group[0][1].notes:
        if line.label != "evidence":
            lead = (Run(f"{say(WORDS[line.label])}\u2002", bold=True, colour="accent2"),) if line.label in WORDS else ()
            yield column.box((*lead, Run(line.text, colour="ink" if lead else "muted")), _TEXT if lead else _SMALL)


def _thumbs(group: Numbered, column: _Column) -> Iterator[Mark]:
    tall = _height(group)
    for at, (number, sheet) in enumerate(group):
        y = at * (tall + _APART)
        alt = say("Slide {number}: {title}", number=number, title=sheet.title)
        yield Inset(0, y, _THUMB, tall, printing.sheet(sheet), look=column.drawn, alt=alt)
        yield Rect(0, y, _THUMB, tall, line="muted", line_width=0.75)


def _height(group: Numbered) -> float:
    sheet = group[0][1]
    return _THUMB * sheet.h / sheet.w


def _passage(line: Line, column: _Column, *, first: bool) -> TextBox:
    lead = (Run(say("Evidence") + "\u2002", bold=True, colour="accent2"),) if first else ()
    return column.box((*lead, Run(line.text), column.setting.ref(line)), _SMALL)

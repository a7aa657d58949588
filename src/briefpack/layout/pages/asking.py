"""A question with lines to write on, as one part that is never divided."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout import references
from briefpack.layout.marks import Mark, Paragraph, Rule, Run
from briefpack.layout.pages import levels
from briefpack.layout.pages.paper import moved
from briefpack.layout.pages.setting import Setting, few, glued
from briefpack.layout.pages.sheets import Part
from briefpack.messages import say
from briefpack.model import Ref, Type

LINE = 20.0
"""From one writing line to the next: 7.1 mm."""
_AFTER = 15.0
_LOOK = 132.0
_TEXT = Type(11.2, 14.6)
_SMALL = Type(9.5, 12.5)


def asked(
    number: int, prompt: str, refs: tuple[Ref, ...], w: float, setting: Setting, lines: int, step: levels.Step | None
) -> Part:
    """The question with its number; on the right its step, and where to look; below it the lines."""
    figure = Paragraph((Run(str(number), bold=True, colour="accent", font="head"),))
    count = setting.text((figure,), 20, Type(13, 14.6), tag="Lbl")
    words = setting.text((Paragraph((Run(glued(prompt)),)),), w - 20 - _LOOK - 12, _TEXT, tag="LBody")
    aside = _aside(refs, step, setting)
    drawn = levels.boxes(step.number, w - 32, 3) if step else ()
    marks: list[Mark] = [count, *moved((words,), 20, 0), *drawn, *moved(aside.marks, w - _LOOK, 0)]
    first = max(words.h, aside.h, count.h) + LINE
    marks += rules(lines, w, first)
    return Part(first + (lines - 1) * LINE + _AFTER, tuple(marks))


def rules(count: int, w: float, first: float) -> tuple[Mark, ...]:
    """So many lines to write on, the first one at this y."""
    return tuple(Rule(0, first + n * LINE, w, first + n * LINE, "muted", 0.5) for n in range(count))


def _aside(refs: tuple[Ref, ...], step: levels.Step | None, setting: Setting) -> Part:
    """The step's name beside its boxes, and where to look."""
    marks: list[Mark] = []
    y = 0.0
    if step:
        name = Paragraph((Run(step.name, bold=True),), align="right")
        box = setting.text((name,), _LOOK - 38, _SMALL, tag="LBody")
        marks, y = [box], box.h
    where = references.run(few(refs), setting.sources)
    if not where.text:
        return Part(y, tuple(marks))
    pointers = replace(
        where, text=where.text.strip("\u00a0 ").replace("–", "–\u2060").replace("; ", ";\u00a0"), scale=1.0
    )
    look = Paragraph((Run(say("Look in "), colour="muted"), pointers), align="right")
    below = setting.text((look,), _LOOK, _SMALL, tag="LBody")
    return Part(y + below.h, (*marks, *moved((below,), 0, y)))

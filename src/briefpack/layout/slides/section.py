"""The slide that opens a section: its number and name, what it holds, and where it stands in the deck."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefpack.errors import FitError
from briefpack.layout.marks import Mark, Paragraph, Rect, Rule, Sheet
from briefpack.layout.slides import chrome
from briefpack.layout.slides.grid import GAP, HIGH, LEFT, RIGHT, WIDE, Area, column, span
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, count, plain, tall
from briefpack.model import Slide

MOST = 6
"""Rows of contents."""
ROW = 42.0
_OF = re.compile(r" \d+ of \d+$")
"""'Key point 1 of 4': one row for all four."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a section slide tells of the deck."""

    at: int
    """Which section it opens, from 0."""
    names: tuple[str, ...]
    """Of all sections."""
    contents: tuple[tuple[str, int], ...]
    """What follows, with the number of its first slide."""
    number: int
    """Of the slide itself, from 1."""


def plan(slides: Sequence[Slide], numbers: Sequence[int], place: int) -> Plan:
    """What the section slide at a place (from 0) shows; ``numbers`` are those of each slide's first sheet."""
    opens = [at for at, slide in enumerate(slides) if slide.kind == "section"]
    at = opens.index(place)
    end = opens[at + 1] if at + 1 < len(opens) else len(slides)
    found: dict[str, int] = {}
    for each in range(place + 1, end):
        found.setdefault(_OF.sub("", slides[each].kicker) or slides[each].title.text, numbers[each])
    return Plan(at, tuple(slides[each].title.text for each in opens), tuple(found.items())[:MOST], numbers[place])


def sheet(slide: Slide, plan: Plan, stage: Stage) -> Sheet:
    """The whole slide; FitError where its name is too long for it."""
    on = "mark" if stage.cards else "onaccent2"
    size = stage.type("divider")
    numeral = box(Area(LEFT, 78.0, 240.0, 186.0), plain(str(plan.at + 1), on, bold=True, font="head"), size, tag="P")
    marks: list[Mark] = [_name(slide, stage), numeral, *_lead(slide, stage), *_contents(plan, stage)]
    marks += [*_bars(plan, on, stage), chrome.number(plan.number, stage, "onaccent2")]
    return Sheet(WIDE, HIGH, tuple(marks), slide.title.text, "section", "accent2", slide.notes)


def _name(slide: Slide, stage: Stage) -> Mark:
    paragraph = plain(" ".join(slide.title.text.split()), "onaccent2", bold=True, font="head")
    for role, w in (("display", span(8)), ("question", span(8)), ("title", span(8))):
        size = stage.type(role)
        if count((paragraph,), w, size, stage) == 1:
            h = tall((paragraph,), w, size, stage)
            return replace(box(Area(LEFT, 264.0, w, h), paragraph, size, tag="H1"), role="title", name="Title")
    raise FitError(f"section {slide.title.text[:60]!r}: its name is too long for one line; shorten it on deck.md")


def _lead(slide: Slide, stage: Stage) -> tuple[Mark, ...]:
    """What the section is about, in as many lines as there is room for."""
    lines = [line.text for group in slide.groups for line in group.lines if line.text.strip()]
    paragraph = plain(" ".join(lines), "onaccent2")
    for role in ("lead", "body", "small"):
        size = stage.type(role)
        h = tall((paragraph,), 517.5, size, stage)
        if lines and h <= 105.0:
            return (box(Area(LEFT, 336.0, 517.5, h), paragraph, size),)
    return ()


def _contents(plan: Plan, stage: Stage) -> tuple[Mark, ...]:
    """Rows with slide numbers at the right."""
    x, w, size = column(8), RIGHT - column(8), stage.type("label" if stage.cards else "small")
    marks: list[Mark] = [Rule(x, 112.5, RIGHT, 112.5, "rule")] if plan.contents else []
    for row, (name, number) in enumerate(plan.contents):
        y = 112.5 + ROW * row
        said = chrome.one_line(plain(name, "onaccent2"), w - 48.0, size, stage)
        marks.append(box(Area(x, y, w - 48.0, ROW), said, size, anchor="middle"))
        numeral = plain(str(number), "onaccent2", bold=True, align="right")
        marks.append(box(Area(RIGHT - 42.0, y, 42.0, ROW), numeral, size, anchor="middle"))
        marks.append(Rule(x, y + ROW, RIGHT, y + ROW, "rule"))
    return tuple(marks)


def _bars(plan: Plan, on: str, stage: Stage) -> tuple[Mark, ...]:
    """One bar for each section, the present one thicker, its name in bold."""
    marks: list[Mark] = []
    size = stage.type("source")
    for at, (name, area) in enumerate(zip(plan.names, _columns(len(plan.names)), strict=True)):
        here = at == plan.at
        high = 4.5 if here else 1.5
        marks.append(Rect(area.x, 453.0 - (high - 1.5) / 2, area.w, high, on if here else "rule"))
        said: Paragraph = plain(f"{at + 1}\u2002{name}", "onaccent2", bold=here)
        marks.append(box(Area(area.x, 462.0, area.w, 17.0), chrome.one_line(said, area.w, size, stage), size))
    return tuple(marks)


def _columns(number: int) -> tuple[Area, ...]:
    return Area(LEFT, 453.0, RIGHT - LEFT, 30.0).columns(number, GAP)

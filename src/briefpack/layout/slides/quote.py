"""A voice on the record: the words, who says them, what stands against them, what to ask."""

from __future__ import annotations

import itertools

from briefpack.errors import FitError
from briefpack.layout.marks import Mark, Paragraph, Rule, Run
from briefpack.layout.slides import grid, moved, parts
from briefpack.layout.slides.grid import LEFT, Area, column, span
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, count, plain, spaced, statement, steady, tall
from briefpack.messages import quoted
from briefpack.model import Line, LineGroup, Slide

MARK = 102.0
"""Where the large mark ends."""
SIGNED = ("body", "small")
"""Sizes of the speaker and of their role."""
_LOOSE = 30.0
"""Points left at the foot from which what stands below goes down to it."""
_RISEN = 0.45
"""Share of the room above it that then stands over the quotation."""
_ALONE = 0.86
"""Share of the body that a quotation alone takes at least, in its card."""
_PAD = 24.0
SHORT = 110
"""Characters that two lines hold in the size of a lead."""
SIZES = (("statement", 3), ("quote", 99), ("lead", 99), ("body", 99))
"""Roles in order of preference, each with the most lines that it is for."""


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """The quotation, and below it the reply and the questions, as far as there is room."""
    said = _groups(slide, "quote")
    asked = (*_groups(slide, "reply")[:2], *_groups(slide, "ask"))
    line = said[0].lines[0] if said else slide.title
    made = composed(line, asked, heading.body, slide, stage)
    if made is None:
        raise FitError(f"slide {slide.title.text!r}: the quotation is too long for a slide ({line.text[:60]!r} …)")
    return (made,)


def composed(line: Line, asked: tuple[LineGroup, ...], area: Area, slide: Slide, stage: Stage) -> Part | None:
    """The quotation, and of the groups below it as many as there is room for; None where it is too long itself."""
    under = area if stage.cards else Area(column(1), area.y, span(10), area.h)
    for below in _choices(asked):
        low = _height(below, under.w, stage)
        drawn = _quotation(line, Area(area.x, area.y, area.w, area.h - low), stage)
        if drawn:
            marks, end = drawn
            y = min(max(end + 22.0, 345.0), area.bottom - low + 16.0) if below else end
            down = max(area.bottom - (y + low - 16.0), 0.0) if below else 0.0
            if down > _LOOSE:
                y += down
                marks = moved.all(marks, 1.0, 0.0, _RISEN * max(y - 22.0 - end, 0.0))
            shown = _below(below, Area(under.x, y, under.w, area.bottom - y), stage)
            lines = (line, *(one for group in below for one in group.lines))
            return Part((*marks, *shown), lines, _left_out(slide, [group for group in asked if group not in below]))
    return None


def alone(line: Line, area: Area, slide: Slide, stage: Stage) -> Part:
    """A quotation over the whole body: in a card as tall as most of it where it leaves room, else on the paper."""
    inner = area.inset(_PAD, 0.0)
    drawn = _quotation(line, inner, stage) or _quotation(line, area, stage)
    if not drawn:
        raise FitError(f"slide {slide.title.text!r}: the quotation is too long for a slide ({line.text[:60]!r} …)")
    marks, end = drawn
    need = end - area.y
    high = max(need + 2 * _PAD, _ALONE * area.h)
    if high > area.h or not _quotation(line, inner, stage):
        return Part(marks, (line,))
    lower = moved.all(marks, 1.0, 0.0, (high - need) / 2)
    return Part((*parts.panel(Area(area.x, area.y, area.w, high), stage, edge=True), *lower), (line,))


def _choices(groups: tuple[LineGroup, ...]) -> tuple[tuple[LineGroup, ...], ...]:
    """What may stand below, best first: two side by side, then one alone, replies before questions; then nothing."""
    pairs = tuple(itertools.combinations(groups, 2))
    return (*pairs, *((group,) for group in groups), ())


def _quotation(line: Line, area: Area, stage: Stage) -> tuple[tuple[Mark, ...], float] | None:
    """The words at the largest size that leaves room for the signature, and where it ends."""
    x = area.x + column(1) - LEFT
    words = plain(line.text, "ink" if stage.cards else "accent2", font="quote")
    for role, most in SIZES:
        size = stage.type(role)
        w = steady((words,), tuple(span(columns) - 2 * (area.x - LEFT) for columns in (10.8, 10, 9)), size, stage)
        foot = parts.signed(line, w, stage, SIGNED)
        h = tall((words,), w, size, stage)
        if count((words,), w, size, stage) <= most and max(8.0 + h + 16.0 + foot, MARK) <= area.h:
            glyph = Area(area.x, area.y - 6.0, column(1) - LEFT - 4.0, 0.0)
            marks = (
                *parts.mark(glyph, stage.type("bigmark")),
                box(Area(x, area.y + 8.0, w, h), words, size, tag="BlockQuote"),
                *parts.sign(line, Area(x, area.y + 8.0 + h + 15.0, w, foot), stage, SIGNED),
            )
            return marks, area.y + max(8.0 + h + 15.0 + foot, MARK)
    return None


def _height(groups: tuple[LineGroup, ...], w: float, stage: Stage) -> float:
    """Room for what stands below, with the gap above it."""
    if not groups:
        return 0.0
    inner = _inner(w, len(groups), stage)
    return 18.0 + 2 * _pad(stage) + max(_tall(group, inner, stage) for group in groups)


def _below(groups: tuple[LineGroup, ...], area: Area, stage: Stage) -> tuple[Mark, ...]:
    """Reply and questions side by side: in one card, or under a rule each."""
    if not groups:
        return ()
    pad = _pad(stage)
    inner = _inner(area.w, len(groups), stage)
    high = max(_tall(group, inner, stage) for group in groups) + 2 * pad
    card = Area(area.x, area.y, area.w, high)
    marks: list[Mark] = list(parts.panel(card, stage)) if stage.cards else []
    for at, group in enumerate(groups):
        side = parts.margin(stage) if stage.cards else 0.0
        x = area.x + side + at * (inner + 2 * side + (0.0 if stage.cards else grid.GAP))
        if stage.cards and at:
            marks.append(Rule(x - side, card.y + pad, x - side, card.bottom - pad, "rule", 1.1))
        if not stage.cards:
            marks.append(Rule(x, card.y, x + inner, card.y, "ink", 1.5))
        marks.extend(_texts(group, Area(x, card.y + pad, inner, high - 2 * pad), stage))
    return tuple(marks)


def _texts(group: LineGroup, area: Area, stage: Stage) -> tuple[Mark, ...]:
    head = tall((_head(group, stage),), area.w, stage.type("small"), stage)
    body = Area(area.x, area.y + head + 3.0, area.w, area.h - head - 3.0)
    return (
        box(Area(area.x, area.y, area.w, head), _head(group, stage), stage.type("small"), tag="H3"),
        box(body, _paragraphs(group, stage), stage.type(_role(group))),
    )


def _role(group: LineGroup) -> str:
    """A short statement stands large, on its own below the quotation."""
    if group.kind != "evidence":
        return "compact"
    return "lead" if sum(len(line.text) for line in group.lines) <= SHORT else "body"


def _head(group: LineGroup, stage: Stage) -> Paragraph:
    """'Kyiv answers': the group's own heading, else one made from who speaks."""
    if group.kind == "ask":
        return plain(group.heading or stage.word("closely"), "accent2", bold=True)
    if group.kind == "evidence":
        return plain(group.lines[0].label or stage.word("evidence"), "accent", bold=True)
    name = group.lines[0].label
    made = stage.word("answer").format(name=name) if name else stage.word("another")
    return plain(group.heading or made, "accent", bold=True)


def _paragraphs(group: LineGroup, stage: Stage) -> tuple[Paragraph, ...]:
    size = stage.type(_role(group))
    if group.kind == "ask":
        return tuple(plain(line.text) for line in group.lines)
    if group.kind == "evidence":
        return spaced((statement(line, stage, voice=False) for line in group.lines), size)
    return spaced((_reply(line, stage, named=not group.heading) for line in group.lines), size)


def _reply(line: Line, stage: Stage, *, named: bool) -> Paragraph:
    """The words in quotation marks, then who says them where the head does not name them."""
    detail = line.detail if named else ", ".join(part for part in (line.label, line.detail) if part)
    runs = (Run(quoted(line.text)), Run(f" – {detail}" if detail else "", colour="muted"), stage.reference(line.refs))
    return Paragraph(tuple(run for run in runs if run.text))


def _tall(group: LineGroup, w: float, stage: Stage) -> float:
    head = tall((_head(group, stage),), w, stage.type("small"), stage)
    return head + 3.0 + tall(_paragraphs(group, stage), w, stage.type(_role(group)), stage)


def _inner(w: float, number: int, stage: Stage) -> float:
    if stage.cards:
        return w / number - 2 * parts.margin(stage)
    return (w - grid.GAP * (number - 1)) / number


def _pad(stage: Stage) -> float:
    return 14.0 if stage.cards else 9.0


def _groups(slide: Slide, kind: str) -> tuple[LineGroup, ...]:
    return tuple(group for group in slide.groups if group.kind == kind and group.lines)


def _left_out(slide: Slide, groups: list[LineGroup]) -> tuple[str, ...]:
    return tuple(
        f"slide {slide.title.text!r}: left out for want of room: {line.text!r}"
        for group in groups
        for line in group.lines
    )

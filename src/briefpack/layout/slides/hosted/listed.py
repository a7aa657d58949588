"""Points typed into a template's body placeholder, with the vote below them on the last slide."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Paragraph, TextBox
from briefpack.layout.slides import close, points, stack, vote
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.hosted import plot
from briefpack.layout.slides.hosted.plot import TOP
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, statement, tall
from briefpack.model import Area, Line, Slide, Type

_GAP = 12.0
"""Between the points and the card to vote on."""


def listed(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...] | None:
    """Points typed into the layout's body; None where it has none, and they are drawn."""
    hosting = plot.of(stage).hosting(slide.kind)
    lines = tuple(line for group in slide.groups for line in group.lines if line.text.strip())
    if hosting.text is None or not lines or heading.top > TOP:
        return None
    on, inner = plot.plot(hosting), hosting.text.inner
    area = Area((inner.x - on.x) / on.scale, (inner.y - on.y) / on.scale, inner.w / on.scale, inner.h / on.scale)
    voted = _voted(lines, area, slide, stage)
    if voted:
        return (voted,)
    for role in ("lead", "body"):
        size = stage.type(role)
        if tall(_items(lines, size, stage), area.w, size, stage) <= area.h:
            return (Part((_body(lines, area, size, stage),), lines),)
    size = stage.type("body")
    needs = [tall(_items((line,), size, stage), area.w, size, stage) + 0.5 * size.size for line in lines]
    split = stack.split(needs, area.h)
    if split is None:
        return points.spread(lines, heading.body, points.KINDS[1:], slide, stage)
    groups = (lines[rows.start : rows.stop] for rows in split)
    return tuple(Part((_body(group, area, size, stage),), group) for group in groups)


def _voted(lines: tuple[Line, ...], area: Area, slide: Slide, stage: Stage) -> Part | None:
    """The take-aways and the vote of the question slide once more, where there is room for both."""
    ends = vote.ends(stage.deck) if slide.kind == "close" else None
    room = Area(area.x, area.y, area.w, area.h - close.VOTE - _GAP)
    for role in ("lead", "body") if ends else ():
        size = stage.type(role)
        if ends and tall(_items(lines, size, stage), area.w, size, stage) <= room.h:
            card = Area(area.x, room.bottom + _GAP, area.w, close.VOTE)
            return Part((_body(lines, room, size, stage), *vote.card(card, ends, stage)), lines)
    return None


def _items(lines: tuple[Line, ...], size: Type, stage: Stage) -> tuple[Paragraph, ...]:
    """Points as paragraphs of a placeholder, whose own bullets and indents they take."""
    indent = 2.0 * size.size
    return tuple(replace(statement(line, stage), before=round(0.5 * size.size, 1), indent=indent) for line in lines)


def _body(lines: tuple[Line, ...], area: Area, size: Type, stage: Stage) -> TextBox:
    return replace(box(area, _items(lines, size, stage), size, tag="LI"), role="body", name="Body")

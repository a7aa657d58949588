"""Groups side by side: the views on a question, the pillars of a bottom line."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from briefpack.layout.marks import Mark, MarkGroup, Paragraph, Rect, Rule
from briefpack.layout.slides import grid, guesses, parts, points, vote
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, spaced, statement, tall
from briefpack.model import Line, LineGroup, Slide

TONES = (("tint2", "accent2"), ("tint", "accent"))
"""Fill of a card and colour of its head, in turn."""
_OF = re.compile(r"(?<!\d)(\d{1,3}) of (\d{1,3})\b")
SIZES = ("lead", "counts", "body")
"""Roles for the text of columns: the larger where it fits."""
_FULL = 0.92
"""Share of the body that columns take at least: two short views still fill their slide."""
PILLARS = 222.0
"""Where pillars stand in a row under a statement of up to three lines, with air above them."""
BOXES = 8
"""More sources than these are only counted in words."""


def question(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """The two views in cards and a line to vote on; without views who speaks, and room for first guesses."""
    groups, area = _groups(slide), heading.body
    if not groups:
        return (guesses.place(area, stage),)
    names = vote.ends(stage.deck) if len(groups) == 2 else None
    if names:
        low = 36.0 + vote.height(names, area.w, stage)
        room = area.h - low - grid.GAP
        high = max(_tallest(groups, area, stage), min(room, 184.0))
        if high <= room:
            spare = (room - high) / 2
            y = area.y + high + grid.GAP + min(spare, 24.0)
            marks = cards(groups, Area(area.x, area.y, area.w, high), stage)
            return (Part((*marks, *_vote(names, Area(area.x, y, area.w, low), stage)), _lines(groups)),)
    return _in_cards(slide, groups, area, stage)


def views(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """The views side by side."""
    groups, area = _groups(slide), heading.body
    return _in_cards(slide, groups, area, stage)


def bottomline(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """Up to three pillars under the statement, each with the count of sources that say it; a band with what follows."""
    groups = tuple(group for group in _groups(slide) if group.kind != "sowhat")
    follows = next((group for group in slide.groups if group.kind == "sowhat" and group.lines), None)
    if follows and groups:
        made = _with_band(groups, follows.lines[0], heading.body, stage)
        if made:
            return (made,)
        rest = bottomline(replace(slide, groups=groups), heading, stage)
        told = f"slide {slide.title.text!r}: left out for want of room: {follows.lines[0].text!r}"
        return (replace(rest[0], cut=(*rest[0].cut, told)), *rest[1:])
    y = max(heading.top, 225.0) if heading.top > 171.0 else heading.top
    area = heading.body.below(min(y, 250.0) - heading.top if y > heading.top else 0.0)
    for room in (area, heading.body):
        for role in SIZES:
            marks = pillars(groups, room, stage, role)
            if marks is not None:
                return (Part(marks, _lines(groups)),)
    return _as_points(slide, groups, heading.body, stage)


def _with_band(groups: tuple[LineGroup, ...], line: Line, area: Area, stage: Stage) -> Part | None:
    """The pillars, and under them what follows, in a tinted band of at most three lines; None where they do not fit."""
    size = stage.type("small")
    indent = 102.0
    said = statement(line, stage)
    high = tall((said,), area.w - indent - 15.0, size, stage)
    frame = Area(area.x, area.bottom - max(high + 18.0, 54.0), area.w, max(high + 18.0, 54.0))
    if high > 3 * size.pitch + 3.0:
        return None
    for top, role in itertools.product((max(area.y, PILLARS), area.y), SIZES):
        room = Area(area.x, top, area.w, frame.y - top - 12.0)
        marks = pillars(groups, room, stage, role)
        if marks is not None:
            head = plain(stage.word("so what"), "accent", bold=True)
            named = Area(frame.x + 18.0, frame.y, indent - 18.0, frame.h)
            text = Area(frame.x + indent, frame.y + (frame.h - high) / 2, frame.w - indent - 15.0, high)
            band = (
                *parts.panel(frame, stage),
                box(named, head, size, anchor="middle", tag="H3"),
                box(text, said, size),
            )
            return Part((*marks, *band), (*_lines(groups), line))
    return None


def cards(groups: tuple[LineGroup, ...], area: Area, stage: Stage, role: str = "body") -> tuple[Mark, ...]:
    """One card or ruled column for each group, over the whole area."""
    pad = _pad(stage)
    marks: list[Mark] = []
    for at, (group, frame) in enumerate(zip(groups, area.columns(len(groups), grid.GAP), strict=True)):
        fill, colour = TONES[at % 2]
        if stage.cards:
            marks.extend(parts.panel(frame, stage, fill))
        else:
            marks.append(Rule(frame.x, frame.y, frame.right, frame.y, colour, 2.25))
            if at:
                marks.append(Rule(frame.x - grid.GAP / 2, frame.y, frame.x - grid.GAP / 2, frame.bottom))
        marks.extend(_group(group, frame.inset(pad, 12.0), colour, role, stage))
    return tuple(marks)


def pillars(groups: tuple[LineGroup, ...], area: Area, stage: Stage, role: str) -> tuple[Mark, ...] | None:
    """Ruled columns, each with head, boxes and text."""
    if not groups:
        return ()
    frames = area.columns(max(len(groups), 2), grid.GAP)
    heads = max(_tall_head(group, frames[0].w, stage) for group in groups)
    counted = any(line.detail for group in groups for line in group.lines)
    above = 9.0 + heads + (27.0 if counted else 4.0)
    size = stage.type(role)
    texts = [_statements(group, role, stage) for group in groups]
    if above + max(tall(text, frames[0].w - 6.0, size, stage) for text in texts) > area.h:
        return None
    marks: list[Mark] = []
    for group, frame, text in zip(groups, frames, texts, strict=False):
        marks.append(Rule(frame.x, frame.y, frame.right, frame.y, "ink", 1.5))
        head = Area(frame.x, frame.y + 9.0, frame.w, heads)
        if group.heading:
            marks.append(box(head, _head(group, "ink"), stage.type("lead"), tag="H3"))
        marks.extend(support(group, frame.x, frame.y + 11.0 + heads, frame.w, stage))
        high = tall(text, frame.w - 6.0, size, stage)
        marks.append(box(Area(frame.x, frame.y + above, frame.w - 6.0, high), text, size))
    return tuple(marks)


def support(group: LineGroup, x: float, y: float, w: float, stage: Stage) -> tuple[Mark, ...]:
    """How many sources say it: boxes for the eye, and the words."""
    detail = next((line.detail for line in group.lines if line.detail), "")
    if not detail:
        return ()
    found = _OF.search(detail)
    some, total = (int(found[1]), int(found[2])) if found else (0, 0)
    size = stage.type("label")
    high = size.size * 1.22 + 2.0
    boxes: tuple[Mark, ...] = ()
    shift = 0.0
    if 0 < total <= BOXES:
        squares = tuple(
            Rect(x + at * 16.5, y + (high - 6.0) / 2, 13.5, 6.0, "accent2" if at < some else "paper", "accent2", 0.75)
            for at in range(total)
        )
        boxes, shift = (MarkGroup(squares, detail, f"Support {round(x)}"),), total * 16.5 + 6.0
    return (*boxes, box(Area(x + shift, y, w - shift, high), plain(detail, "muted", bold=True), size))


def _vote(names: tuple[str, str], area: Area, stage: Stage) -> tuple[Mark, ...]:
    call = box(Area(area.x, area.y, area.w, 28.0), plain(stage.word("stand"), bold=True), stage.type("body"))
    return (call, *vote.line(area.below(36.0), names, stage))


def _in_cards(slide: Slide, groups: tuple[LineGroup, ...], area: Area, stage: Stage) -> tuple[Part, ...]:
    """All lines in cards; else as points over several slides."""
    if not groups:
        return (Part(()),)
    for role in SIZES:
        need = _tallest(groups, area, stage, role)
        if need <= area.h:
            high = max(need, min(area.h, _FULL * area.h))
            return (Part(cards(groups, Area(area.x, area.y, area.w, high), stage, role), _lines(groups)),)
    return _as_points(slide, groups, area, stage)


def _as_points(slide: Slide, groups: tuple[LineGroup, ...], area: Area, stage: Stage) -> tuple[Part, ...]:
    """Each group on rows of its own, its heading standing in for a missing label."""
    lines = tuple(
        replace(line, label=": ".join(dict.fromkeys(part for part in (group.heading, line.label) if part)))
        for group in groups
        for line in group.lines
    )
    return points.spread(lines, area, points.KINDS[1:], slide, stage)


def _group(group: LineGroup, area: Area, colour: str, role: str, stage: Stage) -> list[Mark]:
    head = _tall_head(group, area.w, stage)
    marks: list[Mark] = []
    if group.heading:
        marks.append(box(Area(area.x, area.y, area.w, head), _head(group, colour), stage.type("lead"), tag="H3"))
    y = area.y + head + 4.0 if group.heading else area.y
    text = Area(area.x, y, area.w, area.bottom - y)
    marks.append(box(text, _statements(group, role, stage), stage.type(role)))
    return marks


def _tallest(groups: tuple[LineGroup, ...], area: Area, stage: Stage, role: str = "body") -> float:
    """Least height at which every group fits its card."""
    w = area.columns(len(groups), grid.GAP)[0].w - 2 * _pad(stage)
    return max(_need(group, w, role, stage) for group in groups)


def _pad(stage: Stage) -> float:
    return parts.margin(stage) if stage.cards else 0.0


def _need(group: LineGroup, w: float, role: str, stage: Stage) -> float:
    head = _tall_head(group, w, stage) + 4.0 if group.heading else 0.0
    return 24.0 + head + tall(_statements(group, role, stage), w, stage.type(role), stage)


def _statements(group: LineGroup, role: str, stage: Stage) -> tuple[Paragraph, ...]:
    """The lines; a voice that stands in the heading or before the line above is not named again."""
    above = (group.heading, *(line.label for line in group.lines))
    named = (
        replace(line, label="") if line.label == name else line for name, line in zip(above, group.lines, strict=False)
    )
    return spaced((statement(line, stage) for line in named), stage.type(role))


def _tall_head(group: LineGroup, w: float, stage: Stage) -> float:
    return tall((_head(group, "ink"),), w, stage.type("lead"), stage) if group.heading else 0.0


def _head(group: LineGroup, colour: str) -> Paragraph:
    return plain(group.heading, colour, bold=True, font="head")


def _groups(slide: Slide) -> tuple[LineGroup, ...]:
    full = (replace(group, lines=tuple(line for line in group.lines if line.text.strip())) for group in slide.groups)
    return tuple(group for group in full if group.lines)


def _lines(groups: tuple[LineGroup, ...]) -> tuple[Line, ...]:
    return tuple(line for group in groups for line in group.lines)

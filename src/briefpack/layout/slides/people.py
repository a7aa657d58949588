"""Who is who: a grid of panels, one for each side; a table where there are too many for that."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, Paragraph, Rect, Run
from briefpack.layout.slides import grid, tables
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, tall
from briefpack.model import Line, LineGroup, Slide

PANELS = 6
ACROSS = 3
MOST_ROWS = 8
PAD = 12.0
BETWEEN = 3.0
SPARED = 3
"""People at most that panels leave out before all of them go into a table."""
SIZES = (
    ("title", "lead", "lead"),
    ("lead", "body", "head"),
    ("body", "small", "compact"),
    ("name", "role", "small"),
)
"""Roles of a name, of what a person is, and of a panel's head: the larger where all fit."""

Sizes = tuple[str, str, str]


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """Panels, up to six; people of one side get a panel each; else a table."""
    groups = tuple(group for group in slide.groups if any(line.label for line in group.lines))
    groups = tuple(replace(group, lines=tuple(line for line in group.lines if line.label)) for group in groups)
    area = heading.body
    lines = tuple(line for group in groups for line in group.lines)
    for sizes in SIZES if 0 < len(groups) <= PANELS else ():
        marks = _panels(_spread(groups), area, sizes, stage)
        if marks is not None:
            return (Part(marks, lines),)
    if not lines:
        return (Part(()),)
    fewer = _fewer(groups, area, stage) if len(groups) <= PANELS else None
    if fewer:
        shown = tuple(line for group in fewer for line in group.lines)
        left = tuple(
            f"slide {heading.text!r}: left out for want of room: {line.label!r}" for line in lines if line not in shown
        )
        return (Part(_panels(fewer, area, SIZES[-1], stage) or (), shown, left),)
    plan = _plan(groups, stage)
    chosen = tables.split(plan, area.h, stage, MOST_ROWS)
    return tuple(Part(tables.place(plan, part, area, stage), lines[part.start : part.stop]) for part in chosen)


def _spread(groups: tuple[LineGroup, ...]) -> tuple[LineGroup, ...]:
    """One long group without neighbours becomes columns of the same name: no lone tall panel."""
    if len(groups) != 1 or len(groups[0].lines) < 2:
        return groups
    lines = groups[0].lines
    across = min(ACROSS, len(lines)) if len(lines) != 4 else 2
    size = -(-len(lines) // across)
    return tuple(replace(groups[0], lines=lines[at : at + size]) for at in range(0, len(lines), size))


def _fewer(groups: tuple[LineGroup, ...], area: Area, stage: Stage) -> tuple[LineGroup, ...] | None:
    """The panels without the last of the tallest, a few times over, until they fit; else None."""
    w = (area.w - grid.GAP * (ACROSS - 1)) / ACROSS
    for _ in range(SPARED if len(groups) > ACROSS else 0):
        at = max(range(len(groups)), key=lambda each: _need(groups[each], w, SIZES[-1], stage))
        if len(groups[at].lines) < 2:
            return None
        groups = (*groups[:at], replace(groups[at], lines=groups[at].lines[:-1]), *groups[at + 1 :])
        if _panels(groups, area, SIZES[-1], stage) is not None:
            return groups
    return None


def _panels(groups: tuple[LineGroup, ...], area: Area, sizes: Sizes, stage: Stage) -> tuple[Mark, ...] | None:
    """Panels row by row, each row as tall as its tallest; None where they do not fit."""
    across = 2 if len(groups) in (2, 4) else min(ACROSS, len(groups))
    across = max(across, 2)
    rows = [groups[at : at + across] for at in range(0, len(groups), across)]
    w = (area.w - grid.GAP * (across - 1)) / across
    needs = [max(_need(group, w, sizes, stage) for group in row) for row in rows]
    spare = area.h - sum(needs) - grid.GAP * (len(rows) - 1)
    if spare < 0:
        return None
    extra = min(spare / len(rows), 24.0 if len(rows) > 1 else 60.0)
    marks: list[Mark] = []
    y = area.y
    for row, need in zip(rows, needs, strict=True):
        for at, group in enumerate(row):
            marks.extend(_panel(group, Area(area.x + at * (w + grid.GAP), y, w, need + extra), sizes, stage))
        y += need + extra + grid.GAP
    return tuple(marks)


def _need(group: LineGroup, w: float, sizes: Sizes, stage: Stage) -> float:
    inner = w - 2 * PAD
    return (
        _head_height(group, inner, sizes, stage)
        + sum(_person(line, inner, sizes, stage) for line in group.lines)
        + 11.0
    )


def _head_height(group: LineGroup, w: float, sizes: Sizes, stage: Stage) -> float:
    if not group.heading:
        return 3.0
    return max(25.0, tall((_head(group, "ink"),), w, stage.type(sizes[2]), stage) + 4.0)


def _person(line: Line, w: float, sizes: Sizes, stage: Stage) -> float:
    return tall((_name(line),), w, stage.type(sizes[0]), stage) + _role_height(line, w, sizes, stage) + BETWEEN


def _role_height(line: Line, w: float, sizes: Sizes, stage: Stage) -> float:
    role = _role(line, stage)
    return tall((role,), w, stage.type(sizes[1]), stage) if role.runs else 0.0


def _panel(group: LineGroup, frame: Area, sizes: Sizes, stage: Stage) -> list[Mark]:
    """A head in the second accent and the people under it; dashed and without a head for those of no side."""
    head = _head_height(group, frame.w - 2 * PAD, sizes, stage)
    known = bool(group.heading)
    line = "accent2" if known else "muted"
    marks: list[Mark] = [Rect(frame.x, frame.y, frame.w, frame.h, "panel", line, 1.1, dash=not known)]
    inner = Area(frame.x + PAD, frame.y, frame.w - 2 * PAD, frame.h)
    if known:
        marks.append(Rect(frame.x, frame.y, frame.w, head, "accent2"))
        title = Area(inner.x, frame.y, inner.w, head)
        marks.append(box(title, _head(group, "onaccent2"), stage.type(sizes[2]), anchor="middle", tag="H3"))
    y = frame.y + head + 8.0
    for one in group.lines:
        high = tall((_name(one),), inner.w, stage.type(sizes[0]), stage)
        marks.append(box(Area(inner.x, y, inner.w, high), _name(one), stage.type(sizes[0])))
        role = _role_height(one, inner.w, sizes, stage)
        if role:
            marks.append(box(Area(inner.x, y + high, inner.w, role), _role(one, stage), stage.type(sizes[1])))
        y += high + role + BETWEEN
    return marks


def _head(group: LineGroup, colour: str) -> Paragraph:
    return plain(group.heading, colour, bold=True, font="head")


def _name(line: Line) -> Paragraph:
    return plain(line.label, bold=True)


def _role(line: Line, stage: Stage) -> Paragraph:
    reference = stage.reference(line.refs)
    if not line.text:
        reference = replace(reference, text=reference.text.strip())
    return Paragraph(tuple(run for run in (Run(line.text, colour="muted"), reference) if run.text))


def _plan(groups: tuple[LineGroup, ...], stage: Stage) -> tables.Plan:
    sided = any(group.heading for group in groups)
    names = ("name", "role", "group", "where") if sided else ("name", "role", "where")
    widths = (210.0, 340.0, 210.0, 104.0) if sided else (250.0, 500.0, 114.0)
    header = tables.heads(names, stage.type("name"), stage)
    rows = tuple(_cells(group, line, sided, stage) for group in groups for line in group.lines)
    alt = stage.word("people alt").format(count=len(rows))
    return tables.Plan(header, rows, widths, stage.type("name"), alt, "People", 46.0)


def _cells(group: LineGroup, line: Line, sided: bool, stage: Stage) -> tuple[tables.Texts, ...]:
    where = stage.reference(line.refs)
    cells: list[tables.Texts] = [(plain(line.label, "accent2", bold=True),), (plain(line.text),)]
    if sided:
        cells.append((plain(group.heading),))
    cells.append((Paragraph((replace(where, text=where.text.strip()),)),))
    return tuple(cells)

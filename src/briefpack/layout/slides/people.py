"""Who is who: a map of the sides with what binds them, a grid of panels where nothing does, a table for too many."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, Paragraph
from briefpack.layout.slides import actor_map, grid, panels, tables
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.panels import Sizes
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import plain
from briefpack.model import Line, LineGroup, Slide

PANELS = 6
ACROSS = 3
MOST_ROWS = 8
RELATION = "relation"
SPARED = 3
"""People at most that panels leave out before all of them go into a table."""


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """A map where relations bind the sides, else panels, up to six; a table where there are too many for that."""
    area = heading.body
    found = tuple(replace(group, lines=tuple(line for line in group.lines if line.label)) for group in slide.groups)
    bare = tuple(replace(group, lines=panels.without_deeds(group.lines)) for group in found)
    one = actor_map.place(bare, area, stage) or _told(found, area, stage)
    parts = (one,) if one else _without_deeds(_sides(bare), area, stage)
    left = panels.left_out(found, {line for part in parts for line in part.lines}, heading.text)
    return (replace(parts[0], cut=left), *parts[1:])


def _sides(groups: tuple[LineGroup, ...]) -> tuple[LineGroup, ...]:
    return tuple(group for group in groups if group.lines and group.kind != RELATION)


def _told(groups: tuple[LineGroup, ...], area: Area, stage: Stage) -> Part | None:
    """Panels with what people say or do, where they are few enough for that."""
    sides = _sides(groups)
    lines = tuple(line for group in sides for line in group.lines)
    if panels.without_deeds(lines) == lines or len(sides) > PANELS:
        return None
    grids = (_panels(_spread(sides), area, sizes, stage) for sizes in panels.SIZES[1:])
    marks = next((marks for marks in grids if marks), None)
    return Part(marks, lines) if marks else None


def _without_deeds(groups: tuple[LineGroup, ...], area: Area, stage: Stage) -> tuple[Part, ...]:
    lines = tuple(line for group in groups for line in group.lines)
    for sizes in panels.SIZES if 0 < len(groups) <= PANELS else ():
        marks = _panels(_spread(groups), area, sizes, stage)
        if marks is not None:
            return (Part(marks, lines),)
    if not lines:
        return (Part(()),)
    fewer = _fewer(groups, area, stage) if len(groups) <= PANELS else None
    if fewer:
        shown = tuple(line for group in fewer for line in group.lines)
        return (Part(_panels(fewer, area, panels.SIZES[-1], stage) or (), shown),)
    plan = _plan(groups, stage)
    chosen = tables.split(plan, area.h, stage, MOST_ROWS)
    return tuple(Part(tables.place(plan, part, area, stage), lines[part.start : part.stop]) for part in chosen)


def _spread(groups: tuple[LineGroup, ...]) -> tuple[LineGroup, ...]:
    """One long group without neighbours becomes columns of the same name: no lone tall panel."""
    if len(groups) != 1 or len(groups[0].lines) < 2:
        return groups
    people = panels.people(groups[0].lines)
    across = min(ACROSS, len(people)) if len(people) != 4 else 2
    size = -(-len(people) // across)
    parts = (people[at : at + size] for at in range(0, len(people), size))
    return tuple(replace(groups[0], lines=tuple(line for one in part for line in one)) for part in parts)


def _fewer(groups: tuple[LineGroup, ...], area: Area, stage: Stage) -> tuple[LineGroup, ...] | None:
    """The panels without the last of the tallest, a few times over, until they fit; else None."""
    w = (area.w - grid.GAP * (ACROSS - 1)) / ACROSS
    for _ in range(SPARED if len(groups) > ACROSS else 0):
        at = max(range(len(groups)), key=lambda each: panels.need(groups[each], w, panels.SIZES[-1], stage))
        if len(groups[at].lines) < 2:
            return None
        groups = (*groups[:at], replace(groups[at], lines=groups[at].lines[:-1]), *groups[at + 1 :])
        if _panels(groups, area, panels.SIZES[-1], stage) is not None:
            return groups
    return None


def _panels(groups: tuple[LineGroup, ...], area: Area, sizes: Sizes, stage: Stage) -> tuple[Mark, ...] | None:
    """Panels row by row, each row as tall as its tallest; None where they do not fit."""
    across = 2 if len(groups) in (2, 4) else min(ACROSS, len(groups))
    across = max(across, 2)
    rows = [groups[at : at + across] for at in range(0, len(groups), across)]
    w = (area.w - grid.GAP * (across - 1)) / across
    needs = [max(panels.need(group, w, sizes, stage) for group in row) for row in rows]
    spare = area.h - sum(needs) - grid.GAP * (len(rows) - 1)
    if spare < 0:
        return None
    extra = min(spare / len(rows), 24.0 if len(rows) > 1 else 60.0)
    marks: list[Mark] = []
    y = area.y
    for row, need in zip(rows, needs, strict=True):
        for at, group in enumerate(row):
            marks.extend(panels.panel(group, Area(area.x + at * (w + grid.GAP), y, w, need + extra), sizes, stage))
        y += need + extra + grid.GAP
    return tuple(marks)


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

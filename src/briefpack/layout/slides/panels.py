"""One panel of the people slide: a side with its head and its people, or the dashed box of those who take none."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from briefpack.layout.marks import Mark, Paragraph, Rect, Run
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, plain, tall
from briefpack.model import Line, LineGroup, Type

PAD = 12.0
BETWEEN = 3.0
_FOOT = 11.0
_BAR = 3.0
"""The bar on top of a side that is not at the core."""
APART = "apart"
DEED = "does"
"""Label of the line under a person's own that tells what the person says or does."""

Sizes = tuple[str, str, str]
SIZES = (
    ("title", "lead", "lead"),
    ("lead", "body", "head"),
    ("body", "small", "compact"),
    ("name", "role", "small"),
)
"""Roles of a name, of what a person is, and of a panel's head: the larger where all fit."""


def need(group: LineGroup, w: float, sizes: Sizes, stage: Stage) -> float:
    """Height that a panel needs at a width."""
    inner = w - 2 * PAD
    if group.kind == APART:
        return head(group, w, sizes, stage) + 8.0 + _flow(group, inner, sizes, stage)[1] + _FOOT
    people = sum(_person(line, inner, sizes, stage) for line in group.lines)
    return head(group, w, sizes, stage) + (people + _FOOT if group.lines else 0.0)


def people(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Each person's line with the one of what that person says or does."""
    found: list[tuple[Line, ...]] = []
    for line in lines:
        if line.label == DEED and found:
            found[-1] = (*found[-1], line)
        else:
            found.append((line,))
    return found


def without_deeds(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The people alone."""
    return tuple(line for line in lines if line.label != DEED)


def is_apart(group: LineGroup) -> bool:
    """Whether these people take no side."""
    return group.kind == APART or not group.heading


def head(group: LineGroup, w: float, sizes: Sizes, stage: Stage) -> float:
    """Height of a panel's head."""
    if not group.heading:
        return BETWEEN
    return max(25.0, tall((_title(group, "ink"),), w - 2 * PAD, stage.type(sizes[2]), stage) + 4.0)


def side(group: LineGroup, frame: Area, sizes: Sizes, stage: Stage, *, core: bool = True) -> tuple[Mark, ...]:
    """A side; its head is filled where it stands at the core, under a bar elsewhere. Its frame is drawn by `frame`."""
    high = head(group, frame.w, sizes, stage)
    inner = Area(frame.x + PAD, frame.y, frame.w - 2 * PAD, frame.h)
    marks: list[Mark] = []
    high = high if group.lines else frame.h
    if group.heading:
        marks.append(Rect(frame.x, frame.y, frame.w, high if core else _BAR, "accent2" if core else "muted"))
        text = _title(group, "onaccent2" if core else "ink")
        marks.append(box(Area(inner.x, frame.y, inner.w, high), text, stage.type(sizes[2]), anchor="middle", tag="H3"))
    y = frame.y + high + 8.0
    for one in group.lines:
        if one.label == DEED:
            high = _person(one, inner.w, sizes, stage) - BETWEEN
            marks.append(box(Area(inner.x, y, inner.w, high), _deed(one, stage), stage.type(sizes[1])))
            y += high + BETWEEN
            continue
        name = tall((_name(one),), inner.w, stage.type(sizes[0]), stage)
        marks.append(box(Area(inner.x, y, inner.w, name), _name(one), stage.type(sizes[0])))
        role = _role_height(one, inner.w, sizes, stage)
        if role:
            marks.append(box(Area(inner.x, y + name, inner.w, role), _role(one, stage), stage.type(sizes[1])))
        y += name + role + BETWEEN
    return tuple(marks)


def apart(group: LineGroup, frame: Area, sizes: Sizes, stage: Stage) -> tuple[Mark, ...]:
    """Those who take no side, a line each."""
    high = head(group, frame.w, sizes, stage)
    inner = Area(frame.x + PAD, frame.y, frame.w - 2 * PAD, frame.h)
    marks: list[Mark] = []
    if group.heading:
        title = Area(inner.x, frame.y, inner.w, high)
        marks.append(box(title, _title(group, "muted"), stage.type(sizes[2]), anchor="middle", tag="H3"))
    texts, tall_ = _flow(group, inner.w, sizes, stage)
    marks.append(box(Area(inner.x, frame.y + high + 8.0, inner.w, tall_), texts, _flowing(sizes, stage)))
    return tuple(marks)


def frame(group: LineGroup, area: Area, *, core: bool = True) -> Rect:
    """What stands around a panel."""
    if is_apart(group):
        return Rect(area.x, area.y, area.w, area.h, line="muted", line_width=1.1, dash=True)
    return Rect(area.x, area.y, area.w, area.h, "panel", "accent2" if core else "muted", 1.1 if core else 0.75)


def panel(group: LineGroup, area: Area, sizes: Sizes, stage: Stage) -> tuple[Mark, ...]:
    """A whole panel of the grid."""
    inside = apart(group, area, sizes, stage) if group.kind == APART else side(group, area, sizes, stage)
    return (frame(group, area), *inside)


def left_out(groups: Iterable[LineGroup], shown: Collection[Line], title: str) -> tuple[str, ...]:
    """A sentence for each line that a slide does not show."""
    lines = [line for group in groups for line in group.lines if line not in shown]
    named = (line.text[:60] if line.label == DEED else line.label for line in lines)
    return tuple(f"slide {title!r}: left out for want of room: {name!r}" for name in named)


def _person(line: Line, w: float, sizes: Sizes, stage: Stage) -> float:
    if line.label == DEED:
        return tall((_deed(line, stage),), w, stage.type(sizes[1]), stage) + BETWEEN
    return tall((_name(line),), w, stage.type(sizes[0]), stage) + _role_height(line, w, sizes, stage) + BETWEEN


def _role_height(line: Line, w: float, sizes: Sizes, stage: Stage) -> float:
    role = _role(line, stage)
    return tall((role,), w, stage.type(sizes[1]), stage) if role.runs else 0.0


def _flow(group: LineGroup, w: float, sizes: Sizes, stage: Stage) -> tuple[tuple[Paragraph, ...], float]:
    """'Ana Ruiz, Delta Institute', one paragraph each, and their height."""
    size = _flowing(sizes, stage)
    texts = tuple(_deed(line, stage) if line.label == DEED else _flowing_person(line, stage) for line in group.lines)
    return texts, tall(texts, w, size, stage) if texts else 0.0


def _flowing_person(line: Line, stage: Stage) -> Paragraph:
    role = Run(f", {line.text}" if line.text else "")
    runs = (Run(line.label, bold=True), role, stage.reference(line.refs))
    return Paragraph(tuple(run for run in runs if run.text), before=4.0)


def _deed(line: Line, stage: Stage) -> Paragraph:
    return Paragraph((Run(line.text), stage.reference(line.refs)))


def _flowing(sizes: Sizes, stage: Stage) -> Type:
    return stage.type(sizes[1])


def _title(group: LineGroup, colour: str) -> Paragraph:
    return plain(group.heading, colour, bold=True, font="head")


def _name(line: Line) -> Paragraph:
    return plain(line.label, bold=True)


def _role(line: Line, stage: Stage) -> Paragraph:
    reference = stage.reference(line.refs)
    if not line.text:
        reference = replace(reference, text=reference.text.strip())
    return Paragraph(tuple(run for run in (Run(line.text, colour="muted"), reference) if run.text))

"""Comparable numbers as bars, with what was counted above and the passage beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from briefpack.layout import fit
from briefpack.layout.marks import Chart, Mark, Paragraph, Rect, Rule, Run, Series, TextBox
from briefpack.layout.slides import grid, parts, points
from briefpack.layout.slides.grid import Area, column, span
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, spaced, statement, tall
from briefpack.model import LineGroup, Slide, Type

MOST_BARS, MOST_SERIES = 6, 3
FILLS = ("accent2", "mark", "paper")
"""Dark, middle, open: told apart in grey."""
SIDE = 200.0
"""Most room for the names of lying bars."""
SLOT = 135.0
"""Height of a lying bar with the gap around it, at most."""
CARD = 654.0
"""Where the card beside lying bars begins."""
AT_BAR = 14.0
"""Between a bar's end and its label, and after that."""
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """The chart left, the passage or the key right; as points where it cannot be drawn."""
    bars = tuple(group for group in slide.groups if group.kind == "bars" and group.lines)
    note = next((group for group in slide.groups if group.kind == "note"), LineGroup(()))
    if not _drawable(bars):
        return points.place(slide, heading, stage)
    area = heading.body
    lying = len(bars) == 1
    side = Area(CARD, area.y, grid.RIGHT - CARD, area.h)
    wide = (CARD - 2 * grid.GAP - area.x if note.lines else area.w) if lying else span(8.5)
    top, caveat = _caption(note, wide if lying else area.w, area, stage), _caveat(note, wide, area, stage)
    low = area.y + (top[0].h + 8.0 if top else 0.0)
    room = Area(area.x, low, wide, area.bottom - low - (caveat[0].h + 6.0 if caveat else 0.0))
    beside = (
        (_passage(note, side, stage) if note.lines else ())
        if lying
        else _key(bars, note, Area(column(9), low, span(3), area.bottom - low), stage)
    )
    if beside is None:
        return points.place(slide, heading, stage)
    chart = _chart(bars, replace(room, h=min(room.h, SLOT * len(bars[0].lines))) if lying else room, slide, stage)
    if chart is None:
        return points.place(slide, heading, stage)
    lines = tuple(line for group in (*bars, note) for line in group.lines)
    return (Part((*top, chart, *caveat, *beside), lines),)


def value(text: str) -> float | None:
    """The one number of a text: '40' of 'at least 40 per cent'; None where there is none, or several."""
    found = _NUMBER.findall(text)
    return float(found[0].replace(",", "")) if len(found) == 1 else None


def _drawable(bars: tuple[LineGroup, ...]) -> bool:
    """Whether every series names the same things, and there is something to compare."""
    names = [tuple(line.label for line in group.lines) for group in bars]
    known = [value(line.text) for group in bars for line in group.lines]
    return (
        0 < len(bars) <= MOST_SERIES
        and len(set(names)) == 1
        and 1 < len(names[0]) <= MOST_BARS
        and sum(one is not None for one in known) > 1
        and any(known)
        and all(names[0])
    )


def _chart(bars: tuple[LineGroup, ...], area: Area, slide: Slide, stage: Stage) -> Chart | None:
    """None where a name is too long to stand at its bar."""
    lying = len(bars) == 1
    size, label = (stage.type(role) for role in (("body", "lead") if lying else ("label", "label")))
    names = tuple(line.label for line in bars[0].lines)
    slot = SIDE if lying else area.w / len(names)
    if any(_wide(name, size, stage) > slot - 12.0 for name in names):
        return None
    side = max(_wide(name, size, stage) for name in names) + 16.0 if lying else 0.0
    head = _head(bars[0], area.w - side, label, stage) if lying else 1.0 + 1.7 * label.size / (area.h - 30.0)
    if head is None or any(
        _wide(line.text, label, stage) > slot for group in bars for line in group.lines if not lying
    ):
        return None
    series = tuple(_series(group, at, lying, stage) for at, group in enumerate(bars))
    said = "; ".join(
        ", ".join(f"{name} {label}" for name, label in zip(names, one.labels, strict=True)) for one in series
    )
    alt = f"{stage.word('chart alt')}: {said}"
    return Chart(
        area.x, area.y, area.w, area.h, names, series, size.size, lying, side,
        label.size, head, alt[:250], slide.title.text[:60],
    )  # fmt: skip


def _head(group: LineGroup, w: float, size: Type, stage: Stage) -> float | None:
    """How much further the axis runs than its longest bar, so that each bar has its label; None where none is left."""
    values = [value(line.text) or 0.0 for line in group.lines]
    rooms = [w - _wide(line.text, size, stage) - AT_BAR for line in group.lines]
    if min(rooms) < 0.4 * w:
        return None
    return max(w * one / max(values) / room for one, room in zip(values, rooms, strict=True))


def _wide(text: str, size: Type, stage: Stage) -> float:
    return fit.run_width(Run(text, bold=True), stage.families, size.size)


def _series(group: LineGroup, at: int, alone: bool, stage: Stage) -> Series:
    """Alone the greatest bar is the accent's; of several series each has its own fill."""
    values = tuple(value(line.text) for line in group.lines)
    most = max((one for one in values if one is not None), default=0.0)
    fills = tuple(("accent" if one == most else "accent2") if alone else FILLS[at] for one in values)
    return Series(_name(group, stage), values, tuple(line.text for line in group.lines), fills)


def _name(group: LineGroup, stage: Stage) -> str:
    cited = next((source for source in stage.deck.sources if source.key == group.heading), None)
    return f"[{cited.number}] {cited.name}" if cited else group.heading


def _caption(note: LineGroup, w: float, area: Area, stage: Stage) -> tuple[TextBox, ...]:
    """What was counted, and when."""
    if not note.heading:
        return ()
    paragraph, size = plain(note.heading, "muted"), stage.type("small")
    return (box(Area(area.x, area.y, w, tall((paragraph,), w, size, stage)), paragraph, size),)


def _caveat(note: LineGroup, w: float, area: Area, stage: Stage) -> tuple[TextBox, ...]:
    """What has to be known of the numbers, at the foot of the chart."""
    said = next((line.detail for line in note.lines if line.detail), "")
    if not said:
        return ()
    paragraph, size = plain(said, "muted"), stage.type("label")
    high = tall((paragraph,), w, size, stage)
    return (box(Area(area.x, area.bottom - high, w, high), paragraph, size),)


def _passage(note: LineGroup, card: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """The words that the numbers stand in; None where they are too long."""
    inner = card.inset(parts.margin(stage), 21.0)
    head = plain(stage.word("in passage"), bold=True, font="head")
    top = tall((head,), inner.w, stage.type("head"), stage) + 6.0
    for role in ("lead", "body", "small"):
        size = stage.type(role)
        text = spaced((statement(line, stage) for line in note.lines), size)
        high = tall(text, inner.w, size, stage)
        if top + high <= inner.h:
            return (
                *parts.panel(card, stage, edge=True),
                box(Area(inner.x, inner.y, inner.w, top - 6.0), head, stage.type("head"), tag="H3"),
                box(Area(inner.x, inner.y + top, inner.w, high), text, size),
            )
    return None


def _key(bars: tuple[LineGroup, ...], note: LineGroup, area: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """Which bar is whose, then how it was counted; None where that has no room."""
    if len(bars) == 1:
        return ()
    size, marks, y = stage.type("label"), list[Mark](), area.y
    for at, group in enumerate(bars):
        paragraph = Paragraph((Run(_name(group, stage)),))
        high = tall((paragraph,), area.w - 27.0, size, stage)
        swatch = Rect(area.x, y + 2.0, 18.0, 12.0, FILLS[at], "ink" if FILLS[at] == "paper" else "", 1.25)
        marks += [swatch, box(Area(area.x + 27.0, y, area.w - 27.0, high), paragraph, size)]
        y += high + 7.0
    if not note.lines:
        return tuple(marks)
    y += 9.0
    head, small = plain(stage.word("in passage"), "accent", bold=True), stage.type("label")
    top = tall((head,), area.w, small, stage)
    for role in ("body", "label"):
        text = spaced((statement(line, stage) for line in note.lines), stage.type(role))
        high = tall(text, area.w, stage.type(role), stage)
        if y + 12.0 + top + 3.0 + high <= grid.BOTTOM:
            marks += [Rule(area.x, y, area.right, y, "ink", 1.5)]
            marks += [box(Area(area.x, y + 12.0, area.w, top), head, small, tag="H3")]
            return (*marks, box(Area(area.x, y + 15.0 + top, area.w, high), text, stage.type(role)))
    return None

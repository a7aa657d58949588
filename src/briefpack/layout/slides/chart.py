"""Comparable numbers as bars, with what was counted above and the passage beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from briefpack.layout import charting, fit
from briefpack.layout.marks import Chart, Mark, Paragraph, Rect, Run, Series, TextBox
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
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """The chart left, the passage or the key right; as points where it cannot be drawn."""
    bars = tuple(group for group in slide.groups if group.kind == "bars" and group.lines)
    note = next((group for group in slide.groups if group.kind == "note"), LineGroup(()))
    if not _drawable(bars):
        return points.place(slide, heading, stage)
    area = heading.body
    top = _caption(note, bars, area, stage)
    low = area.y + (top[0].h + 8.0 if top else 0.0)
    beside = _key(bars, note, Area(column(9), low, span(3), area.bottom - low), stage)
    wide = span(8.5) if len(bars) > 1 else span(7) - 12.0
    if len(bars) == 1:
        beside = _passage(note, Area(column(7), area.y, span(5), area.h), stage) if note.lines else ()
    if beside is None:
        return points.place(slide, heading, stage)
    high = area.bottom - low
    if len(bars) == 1:
        high = min(high, 84.0 * len(bars[0].lines))
    chart = _chart(bars, Area(area.x, low, wide if beside else area.w, high), slide, stage)
    if chart is None:
        return points.place(slide, heading, stage)
    return (Part((*top, chart, *beside), tuple(line for group in (*bars, note) for line in group.lines)),)


def value(text: str) -> float | None:
    """The one number of a text: '104' of 'at least 104 per cent'; None where there is none, or several."""
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
    size = stage.type("small" if lying else "label")
    names = tuple(line.label for line in bars[0].lines)
    slot = SIDE if lying else area.w / len(names)
    if any(_wide(name, size, stage) > slot - 12.0 for name in names):
        return None
    side = max(_wide(name, size, stage) for name in names) + 16.0 if lying else 0.0
    room = (area.w - side) * (1 - 1 / charting.HEADROOM) - 12.0 if lying else slot
    if any(_wide(line.text, size, stage) > room for group in bars for line in group.lines):
        return None
    series = tuple(_series(group, at, lying, stage) for at, group in enumerate(bars))
    said = "; ".join(
        ", ".join(f"{name} {label}" for name, label in zip(names, one.labels, strict=True)) for one in series
    )
    alt = f"{stage.word('chart alt')}: {said}"
    return Chart(
        area.x, area.y, area.w, area.h, names, series, size.size, lying, side, alt[:250], slide.title.text[:60]
    )


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


def _caption(note: LineGroup, bars: tuple[LineGroup, ...], area: Area, stage: Stage) -> tuple[TextBox, ...]:
    """What was counted, and when."""
    if not note.heading:
        return ()
    paragraph, size = plain(note.heading, "muted"), stage.type("small")
    w = span(7) - 12.0 if len(bars) == 1 and note.lines else area.w
    return (box(Area(area.x, area.y, w, tall((paragraph,), w, size, stage)), paragraph, size),)


def _passage(note: LineGroup, card: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """The words that the numbers stand in; None where they are too long."""
    inner = card.inset(parts.margin(stage), 21.0)
    head = plain(stage.word("in passage"), bold=True, font="head")
    top = tall((head,), inner.w, stage.type("head"), stage) + 6.0
    for role in ("body", "small"):
        size = stage.type(role)
        text = spaced((statement(line, stage) for line in note.lines), size)
        high = tall(text, inner.w, size, stage)
        if top + high <= inner.h:
            frame = replace(card, h=max(top + high + 42.0, 0.6 * card.h))
            return (
                *parts.panel(frame, stage, edge=True),
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
    text = spaced((statement(line, stage, colour="muted") for line in note.lines), size)
    high = tall(text, area.w, size, stage) if text else 0.0
    if y + 14.0 + high > grid.BOTTOM:
        return None
    return (*marks, box(Area(area.x, y + 14.0, area.w, high), text, size)) if text else tuple(marks)

"""The key under a timeline: each kind of mark that it has, drawn and named, and how long its axis is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from briefpack.layout import dates
from briefpack.layout.axis import Axis, Span, span
from briefpack.layout.marks import Mark, Rect, TextBox
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, line_width, plain
from briefpack.model import Line

SAMPLES = {
    "key day": Rect(0.0, 0.0, 2.4, 9.0, "accent"),
    "key days": Rect(0.0, 0.0, 12.0, 9.0, "accent"),
    "key planned": Rect(0.0, 0.0, 3.2, 9.0, "paper", "accent", 0.9),
    "key open": Rect(0.0, 0.0, 27.0, 5.0, "paper", "ink", 0.9),
    "key past": Rect(0.0, 0.0, 27.0, 5.0, "paper", "ink", 0.9),
}
"""The marks of the axis, as they are drawn there."""
_AFTER, _BETWEEN = 6.0, 18.0
"""Points between a sample and its word, and between a word and the next sample."""


def place(lines: tuple[Line, ...], axis: Axis, area: Area, stage: Stage) -> tuple[Mark, ...]:
    """Samples from the left, the scale at the right; the length of the axis goes where they would meet."""
    drawn = tuple(_samples(_kinds(lines, axis), area, stage))
    end = max((mark.x + mark.w for mark in drawn if isinstance(mark, TextBox)), default=area.x)
    for words in (stage.word("scale of").format(**_ends(axis, stage)), stage.word("scale")):
        w = _wide(words, stage)
        if end + _BETWEEN + w <= area.right:
            break
    scale = box(Area(area.right - w, area.y, w, area.h), plain(words, "muted", align="right"), stage.type("source"))
    return (*drawn, replace(scale, name="Scale"))


def _kinds(lines: tuple[Line, ...], axis: Axis) -> tuple[str, ...]:
    """Which marks stand on the axis, in the order of the key."""
    found = {_kind(held, line, axis) for line in lines if (held := span(line.label)) and axis.holds(held)}
    if "key past" in found:
        found.discard("key open")
    return tuple(kind for kind in SAMPLES if kind in found)


def _kind(held: Span, line: Line, axis: Axis) -> str:
    if not held.known:
        return "key past" if held.start < axis.start or held.end > axis.end else "key open"
    if dates.planned(line.detail):
        return "key planned"
    return "key days" if held.end - held.start > 1 else "key day"


def _samples(kinds: tuple[str, ...], area: Area, stage: Stage) -> Iterator[Mark]:
    x = area.x
    for kind in kinds:
        sample = SAMPLES[kind]
        y = area.y + (area.h - sample.h) / 2
        yield replace(sample, x=x, y=y, name="Sample")
        x += sample.w + _AFTER
        w = _wide(stage.word(kind), stage)
        named = box(Area(x, area.y, w, area.h), plain(stage.word(kind), "muted"), stage.type("source"))
        yield replace(named, name="Key")
        x += w + _BETWEEN


def _wide(words: str, stage: Stage) -> float:
    return line_width(plain(words), stage.type("source"), stage) / stage.families.margin + 2.0


def _ends(axis: Axis, stage: Stage) -> dict[str, str]:
    """First and last date of the axis, as fine as its cells are."""
    days = axis.cells[0].end - axis.cells[0].start
    form = "%Y-%m-%d" if days == 1 else "%Y-%m" if days < 100 else "%Y"
    first, last = date.fromordinal(axis.start), date.fromordinal(axis.end - 1)
    return {
        name: dates.printed(day.strftime(form).zfill(4), stage.deck.language)
        for name, day in (("first", first), ("last", last))
    }

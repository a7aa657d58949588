"""Dated events on an axis to scale."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout import timeline
from briefpack.layout.marks import Mark
from briefpack.layout.slides import points, timeline_key
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.model import Line, Slide

KEY = 18.0
"""Height of the key under the axis."""
SLIDES = 2
"""More events than fit on so many slides: the most cited stay."""


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """The timeline over the whole body, its key below; on two slides, each to its own scale, where one is not enough.

    What has no date, or no room on two either, is named as cut.
    """
    lines = tuple(line for group in slide.groups for line in group.lines if line.text.strip())
    area = heading.body.below(-2.0)
    frame = timeline.Frame(area.x, area.y, area.w, area.h - KEY - 6.0)
    halves = _shares(lines, frame, stage)
    if not halves:
        return points.place(slide, heading, stage)
    made = tuple(Part(_drawn(half, area, frame, stage), half) for half in halves)
    shown = tuple(line for half in halves for line in half)
    return (replace(made[0], cut=_left_out(slide, lines, shown)), *made[1:])


def _shares(lines: tuple[Line, ...], frame: timeline.Frame, stage: Stage) -> tuple[tuple[Line, ...], ...]:
    """The events of one slide if it holds them, else those of two, the earlier half first.

    Of up to ten events a single long one is left out sooner than a second slide is begun for it.
    """
    sources, families, style = stage.deck.sources, stage.families, _style(stage)
    known = timeline.most_cited(lines, SLIDES * timeline.MOST)
    whole = timeline.chosen(known, sources, frame, style, families)
    few = len(known) - len(whole) < (1 if len(known) > timeline.MOST else 2)
    if few or len(known) < 2:
        return (whole,) if whole else ()
    middle = (len(known) + 1) // 2
    halves = [timeline.chosen(half, sources, frame, style, families) for half in (known[:middle], known[middle:])]
    return tuple(halves) if all(halves) else (whole,)


def _drawn(lines: tuple[Line, ...], area: Area, frame: timeline.Frame, stage: Stage) -> tuple[Mark, ...]:
    held = (lines, stage.deck.sources, frame, _style(stage), stage.families)
    axis = timeline.axis(*held)
    low = Area(area.x, area.bottom - KEY + 1.0, area.w, KEY - 1.0)
    return (*timeline.place(*held), *(timeline_key.place(lines, axis, low, stage) if axis else ()))


def _style(stage: Stage) -> timeline.Style:
    return timeline.Style(stage.type("event"), stage.type("source"), language=stage.deck.language)


def _left_out(slide: Slide, lines: tuple[Line, ...], shown: tuple[Line, ...]) -> tuple[str, ...]:
    missing = [line for line in lines if line not in shown]
    return tuple(f"slide {slide.title.text!r}: not on the timeline: {line.label} {line.text!r}" for line in missing)

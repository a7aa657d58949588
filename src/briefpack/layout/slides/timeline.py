"""Dated events on an axis to scale."""

from __future__ import annotations

from briefpack.layout import timeline
from briefpack.layout.slides import points
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain
from briefpack.model import Line, Slide

KEY = 18.0
"""Height of the key under the axis."""


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """The timeline over the whole body, its key below; what has no date or no room is named as cut."""
    lines = tuple(line for group in slide.groups for line in group.lines if line.text.strip())
    area = heading.body.below(-2.0)
    frame = timeline.Frame(area.x, area.y, area.w, area.h - KEY - 4.0)
    sources, families = stage.deck.sources, stage.families
    style = _style(stage)
    shown = timeline.chosen(lines, sources, frame, style, families)
    if not shown:
        return points.place(slide, heading, stage)
    key = plain(_sentence(timeline.legend(shown)), "muted", align="right")
    marks = timeline.place(shown, sources, frame, style, families)
    low = box(Area(area.x, area.bottom - KEY + 2.0, area.w, KEY), key, stage.type("source"))
    return (Part((*marks, low), shown, _left_out(slide, lines, shown)),)


def _style(stage: Stage) -> timeline.Style:
    return timeline.Style(stage.type("event"), stage.type("source"), language=stage.deck.language)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _left_out(slide: Slide, lines: tuple[Line, ...], shown: tuple[Line, ...]) -> tuple[str, ...]:
    missing = [line for line in lines if line not in shown]
    return tuple(f"slide {slide.title.text!r}: not on the timeline: {line.label} {line.text!r}" for line in missing)

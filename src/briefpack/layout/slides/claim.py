"""A claim, then its evidence: numbered rows, and a quotation or a number beside them."""

from __future__ import annotations

from briefpack.layout.marks import Mark
from briefpack.layout.slides import grid, parts, points, quote, rows
from briefpack.layout.slides.grid import Area, column, span
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.model import Line, Slide

ROWS = rows.Kind("body", most=116.0)
TIGHT = rows.Kind("body", heads=False, most=116.0)
LONE = rows.Kind("quote", most=200.0)
"""One statement alone, in the size of a quotation."""
WIDE = (rows.Kind("lead", most=150.0), rows.Kind("body", most=150.0), rows.Kind("body", heads=False))


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """Rows left and a card right; what finds no room beside the other gets a sheet of its own."""
    evidence, aside = _lines(slide, "evidence"), _aside(slide)
    area = grid.body(heading.top)
    card = Area(column(7) + 6.0, area.y, span(5) - 6.0, area.h)
    drawn = _card(aside, card, stage)
    if not aside or not evidence:
        return _alone(slide, heading, evidence, aside, stage)
    left = Area(area.x, area.y, span(7) - 12.0, area.h)
    if drawn is not None:
        for lines in (evidence, evidence[:2]) if len(evidence) > 2 else (evidence,):
            for kind in (ROWS, TIGHT):
                marks = rows.place(lines, left, kind, stage)
                if marks is not None:
                    return (Part((*marks, *drawn), (*lines, aside[1]), _left_out(slide, evidence[len(lines) :])),)
    return (*points.spread(evidence, area, WIDE, slide, stage), *_own(aside, heading, slide, stage))


def _alone(
    slide: Slide, heading: Heading, evidence: tuple[Line, ...], aside: tuple[str, Line] | None, stage: Stage
) -> tuple[Part, ...]:
    """One kind of evidence over the full width."""
    if evidence or not aside:
        return points.spread(
            evidence, grid.body(heading.top), (LONE, *WIDE) if len(evidence) == 1 else WIDE, slide, stage
        )
    return _own(aside, heading, slide, stage)


def _own(aside: tuple[str, Line], heading: Heading, slide: Slide, stage: Stage) -> tuple[Part, ...]:
    """The quotation or number on a sheet of its own."""
    kind, line = aside
    area = grid.body(heading.top)
    if kind == "quote":
        return (quote.alone(line, area, slide, stage),)
    marks = parts.number_card(line, Area(area.x, area.y, area.w, min(area.h, 220.0)), stage)
    return (Part(marks, (line,)),) if marks else points.spread((line,), area, WIDE, slide, stage)


def _card(aside: tuple[str, Line] | None, area: Area, stage: Stage) -> tuple[Mark, ...] | None:
    if not aside:
        return None
    kind, line = aside
    return parts.quote_card(line, area, stage) if kind == "quote" else parts.number_card(line, area, stage)


def _aside(slide: Slide) -> tuple[str, Line] | None:
    """The quotation, else the number, that stands beside the evidence."""
    for kind in ("quote", "figure"):
        lines = _lines(slide, kind)
        if lines:
            return kind, lines[0]
    return None


def _lines(slide: Slide, kind: str) -> tuple[Line, ...]:
    groups = [group for group in slide.groups if (group.kind or "evidence") == kind]
    return tuple(line for group in groups for line in group.lines if line.text.strip() or line.label)


def _left_out(slide: Slide, lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(f"slide {slide.title.text!r}: left out for want of room: {line.text!r}" for line in lines)

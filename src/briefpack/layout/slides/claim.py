"""A claim, then its evidence: numbered rows, and a quotation or a number beside them."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, TextBox
from briefpack.layout.slides import number, parts, points, quote, rows
from briefpack.layout.slides.grid import Area, column, span
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.model import Line, LineGroup, Slide

Aside = tuple[str, Line]
"""What stands beside the evidence: 'quote' or 'figure', and its line."""
ROWS = rows.Kind("body", most=116.0)
TIGHT = rows.Kind("body", heads=False, most=116.0)
FEW = (rows.Kind("lead", most=168.0), rows.Kind("body", most=168.0), TIGHT)
"""One or two rows beside a card are set larger, and as tall as the card."""
PAIR = rows.Kind("lead", heads=False, middle=True, most=190.0)
"""Two statements over the full width share its height, each in the middle of its row."""
WIDE = (rows.Kind("lead", most=150.0), rows.Kind("body", most=150.0), rows.Kind("body", heads=False))


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """Rows left and a card right; a card without room is left out, or stands alone beside a single row."""
    evidence, asides = _lines(slide, "evidence"), _asides(slide)
    area = heading.body
    if not evidence or not asides:
        both = _rows(evidence, area, slide, stage) if evidence else ()
        return (*both, *(_own(aside, area, slide, stage) for aside in asides)) or (Part(()),)
    if len(evidence) == 1 and len(asides) == 1 and (single := _single(evidence[0], asides[0], area, slide, stage)):
        return (single,)
    together = _together(evidence, asides[0], area, slide, stage)
    if together:
        return (together, *(_own(aside, area, slide, stage) for aside in asides[1:]))
    whole = points.fits(evidence, area, WIDE, stage) if len(evidence) > 1 and len(asides) == 1 else None
    if whole:
        return (replace(whole, cut=_left_out(slide, (asides[0][1],))),)
    return (*_rows(evidence, area, slide, stage), *(_own(aside, area, slide, stage) for aside in asides))


def _rows(evidence: tuple[Line, ...], area: Area, slide: Slide, stage: Stage) -> tuple[Part, ...]:
    """Evidence over the full width."""
    return points.alone(evidence, area, ("statement", "quote", "lead"), stage) or points.spread(
        evidence, area, (PAIR, *WIDE) if len(evidence) == 2 else WIDE, slide, stage
    )


def _single(line: Line, aside: Aside, area: Area, slide: Slide, stage: Stage) -> Part | None:
    """One statement with one quotation or number: set as a quotation or a number is (DESIGN.md, 6), it beside that."""
    kind, other = aside
    if kind == "quote":
        made = quote.composed(other, (LineGroup((line,), kind="evidence"),), area, slide, stage)
        return made if made and line in made.lines else None
    marks = number.over(other, line, Area(area.x, area.y, span(10), area.h), stage)
    return Part(marks, (other, line)) if marks else None


def _together(evidence: tuple[Line, ...], aside: Aside, area: Area, slide: Slide, stage: Stage) -> Part | None:
    """Rows and card side by side, at need without the third row; the card is no taller than it must be."""
    left = Area(area.x, area.y, span(7) - 12.0, area.h)
    frame = Area(column(7) + 6.0, area.y, span(5) - 6.0, area.h)
    for lines in (evidence, evidence[:2]) if len(evidence) > 2 else (evidence,):
        for kind in (ROWS, TIGHT) if len(lines) > 2 else FEW:
            marks = rows.place(lines, left, kind, stage)
            if marks is None:
                continue
            low = max(mark.y + mark.h for mark in marks if isinstance(mark, TextBox)) - area.y
            card = _card(aside, frame, low + 8.0, stage)
            if card is not None:
                return Part((*marks, *card), (*lines, aside[1]), _left_out(slide, evidence[len(lines) :]))
    return None


def _own(aside: Aside, area: Area, slide: Slide, stage: Stage) -> Part:
    """The quotation or number on a sheet of its own."""
    kind, line = aside
    if kind == "quote":
        return quote.alone(line, area, slide, stage)
    known = " ".join(line.text.split()) == " ".join(slide.title.text.split())
    shown = replace(line, text="", refs=()) if known else line
    marks = number.alone(shown, Area(area.x, area.y, span(10), area.h), stage)
    return Part(marks, (line,)) if marks else points.spread((line,), area, WIDE, slide, stage)[0]


def _card(aside: Aside, area: Area, least: float, stage: Stage) -> tuple[Mark, ...] | None:
    kind, line = aside
    made = parts.quote_card if kind == "quote" else parts.number_card
    return made(line, area, stage, min(least, area.h))


def _asides(slide: Slide) -> tuple[Aside, ...]:
    """Quotations, then numbers: the first stands beside the evidence, the others on sheets of their own."""
    return tuple((kind, line) for kind in ("quote", "figure") for line in _lines(slide, kind))


def _lines(slide: Slide, kind: str) -> tuple[Line, ...]:
    groups = [group for group in slide.groups if (group.kind or "evidence") == kind]
    return tuple(line for group in groups for line in group.lines if line.text.strip() or line.label)


def _left_out(slide: Slide, lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(f"slide {slide.title.text!r}: left out for want of room: {line.text!r}" for line in lines)

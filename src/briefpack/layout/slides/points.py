"""Points under a topic."""

from __future__ import annotations

from briefpack.errors import FitError
from briefpack.layout.slides import parts, rows, stack
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.model import Line, Slide

KINDS = (rows.Kind("lead", heads=False), rows.Kind("body", heads=True), rows.Kind("body", heads=False))


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """Rows over the full width, in the largest size in which they all fit; else over several slides."""
    lines = stated(slide)
    return alone(lines, heading.body, ("statement",), stage) or spread(lines, heading.body, KINDS, slide, stage)


def alone(lines: tuple[Line, ...], area: Area, roles: tuple[str, ...], stage: Stage) -> tuple[Part, ...]:
    """One statement in a card of its own, in the first size that fits; nothing where there are several."""
    for role in roles if len(lines) == 1 else ():
        marks = parts.statement_card(lines[0], area, role, stage)
        if marks:
            return (Part(marks, lines),)
    return ()


def spread(
    lines: tuple[Line, ...], area: Area, kinds: tuple[rows.Kind, ...], slide: Slide, stage: Stage
) -> tuple[Part, ...]:
    """Rows in the first kind that holds them all, else in the last one over several slides."""
    if whole := fits(lines, area, kinds, stage):
        return (whole,)
    room = area.h - rows.top(lines, area.w, stage)
    chosen = stack.split(rows.needs(lines, area.w, kinds[-1], stage), room)
    if chosen is None:
        longest = max(lines, key=lambda line: len(line.text))
        raise FitError(
            f"slide {slide.title.text or slide.kicker!r}: a statement is too long for a slide "
            f"({longest.text[:60]!r} …); shorten it on deck.md"
        )
    return tuple(_some(lines[part.start : part.stop], part.start, area, kinds[-1], stage) for part in chosen)


def fits(lines: tuple[Line, ...], area: Area, kinds: tuple[rows.Kind, ...], stage: Stage) -> Part | None:
    """Rows in the first kind that holds them all on one slide."""
    for kind in kinds:
        marks = rows.place(lines, area, kind, stage)
        if marks is not None:
            return Part(marks, lines)
    return None


def _some(lines: tuple[Line, ...], before: int, area: Area, kind: rows.Kind, stage: Stage) -> Part:
    return Part(rows.place(lines, area, kind, stage, first=before + 1) or (), lines)


def stated(slide: Slide) -> tuple[Line, ...]:
    """All lines of a slide that say something."""
    return tuple(line for group in slide.groups for line in group.lines if line.text.strip())

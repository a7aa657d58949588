"""Texts in a template's placeholders, in the largest size that they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefpack.layout import fit, joins
from briefpack.layout.marks import Paragraph, Run, TextBox
from briefpack.layout.slides.hosted.plot import SMALLEST
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box
from briefpack.model import Area, Spot, Type

TITLES = (44, 40, 36, 34, 32, 30, 28, 26, 25, 24, 23, 22, 21, 20)
"""Points of titles; all of a deck have one size."""
_MOST_LINES = 3
_TALLER = 1.24
"""Height of a line of a title at the template's own pitch, as a share of its size."""
_NARROW = 0.96
"""Share of a title's width that is counted on: its face, weight and case are the template's."""


def sizes(ladder: Iterable[int], most: float) -> tuple[Type, ...]:
    """The steps of a ladder up to the template's own size."""
    return tuple(Type(size, round(1.18 * size, 1)) for size in ladder if size <= most) or (Type(most, 1.18 * most),)


def title(inside: tuple[Run, ...], suffix: str, spot: Spot, size: Type, stage: Stage) -> TextBox | None:
    """A title in its placeholder; None where it needs more than three lines, or has no room."""
    runs = tuple(run if run.refs else replace(run, bold=True, font="title") for run in inside)
    if suffix:
        runs += (Run(joins.GLUE + joins.glued(suffix), font="title"),)
    return written((Paragraph(runs),), spot, size, "title", "Title", stage, _MOST_LINES)


def written(
    texts: tuple[Paragraph, ...], spot: Spot, size: Type, role: str, name: str, stage: Stage, most: int = 99
) -> TextBox | None:
    """A text in a placeholder; None where it needs more lines or height than that has."""
    room = spot.inner
    lines = fit.wrap(texts, room.w * (_NARROW if role == "title" else 1.0), size.size, stage.families)
    tight = role == "title" and _TALLER * size.size * len(lines) > room.h
    if fit.height(lines, size.pitch) > room.h + 1.0 or tight or len(lines) > most:
        return None
    high = max(room.h, fit.height(lines, size.pitch))
    tag = "H2" if role == "title" else "P"
    placed = box(Area(room.x, room.y, room.w, high), texts, size, tag=tag)
    return replace(placed, role=role, name=name)


def largest(
    texts: tuple[Paragraph, ...], spot: Spot, ladder: Iterable[int], role: str, name: str, stage: Stage
) -> TextBox | None:
    """A text in a placeholder in the largest size of a ladder that it holds; None where it holds none."""
    found = (written(texts, spot, size, role, name, stage) for size in sizes(ladder, max(spot.size, SMALLEST)))
    return next((one for one in found if one), None)

"""Real tables: heights from their texts, rows shared among slides, hairlines above and below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.errors import FitError
from briefpack.layout.marks import Cell, Mark, Paragraph, Rule, Run, Table
from briefpack.layout.slides import stack
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import tall
from briefpack.model import Type

PAD_X, PAD_Y = 8.0, 4.0

Texts = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A table before it has a place."""

    header: tuple[Texts, ...]
    rows: tuple[tuple[Texts, ...], ...]
    widths: tuple[float, ...]
    size: Type
    alt: str
    name: str
    most: float = 52.0
    """No row is taller than this, unless its text needs it."""
    bands: bool = False
    """Tint every second row."""
    pad_y: float = PAD_Y
    """Over and under the text of a cell."""
    flush: bool = True
    """Texts stand in line with the title over them; with tinted rows they stand inside these."""


def heads(keys: Sequence[str], size: Type, stage: Stage) -> tuple[Texts, ...]:
    """The cells of a header, at the size of a label."""
    scale = round(stage.type("label").size / size.size, 3)
    return tuple((Paragraph((Run(stage.word(key), bold=True, colour="muted", scale=scale),)),) for key in keys)


def needs(plan: Plan, stage: Stage) -> tuple[float, ...]:
    """Least height of each row, without the header."""
    return tuple(_need(row, plan, stage) for row in plan.rows)


def head(plan: Plan, stage: Stage) -> float:
    """Height of the header row."""
    return max(27.0, _need(plan.header, plan, stage))


def split(plan: Plan, room: float, stage: Stage, most: int = 10) -> tuple[range, ...]:
    """Which rows go on which slide; FitError names a row that is too tall for any."""
    least = needs(plan, stage)
    chosen = stack.split(least, room - head(plan, stage), most)
    if chosen is None:
        row = plan.rows[least.index(max(least))]
        text = " | ".join("".join(run.text for run in paragraph.runs) for texts in row for paragraph in texts)
        raise FitError(f"table {plan.name!r}: a row is too long for a slide ({text[:60]!r} …); shorten it on deck.md")
    return chosen


def place(plan: Plan, part: range, area: Area, stage: Stage) -> tuple[Mark, ...]:
    """The table with some of its rows, from the top of an area."""
    rows = plan.rows[part.start : part.stop]
    least = needs(plan, stage)[part.start : part.stop]
    top = head(plan, stage)
    heights = stack.share(least, area.h - top, plan.most) or least
    cells = [tuple(Cell(texts, anchor="middle") for texts in plan.header)]
    for at, row in enumerate(rows):
        fill = "tint" if plan.bands and at % 2 else ""
        cells.append(tuple(Cell(texts, fill) for texts in row))
    table = Table(
        area.x, area.y, plan.widths, (top, *heights), tuple(cells), plan.size.size, plan.size.pitch,
        PAD_X, plan.pad_y, plan.alt, plan.name, plan.flush and not plan.bands,
    )  # fmt: skip
    return (table, *_rules(area, top, heights, plan))


def _need(row: Sequence[Texts], plan: Plan, stage: Stage) -> float:
    return max(
        tall(texts, w - 2 * PAD_X, plan.size, stage) + 2 * plan.pad_y for texts, w in zip(row, plan.widths, strict=True)
    )


def _rules(area: Area, top: float, heights: Sequence[float], plan: Plan) -> list[Mark]:
    """Dark under the header, hairlines between rows, none upright."""
    right = area.x + sum(plan.widths)
    y = area.y + top
    rules: list[Mark] = [Rule(area.x, y, right, y, "ink", 1.5)]
    for at, height in enumerate(heights):
        y += height
        last = at == len(heights) - 1
        if last or not plan.bands:
            rules.append(Rule(area.x, y, right, y, "muted" if last else "rule", 0.75))
    return rules

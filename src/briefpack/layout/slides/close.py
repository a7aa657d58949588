"""How a deck ends: what to take away, with the vote once more; or what to watch, as a table."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.slides import points, rows, tables, terms, vote
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import plain
from briefpack.model import Line, Slide

KINDS = (rows.Kind("lead", heads=False, middle=True, most=84.0), rows.Kind("body", heads=False, middle=True, most=84.0))
VOTE = 126.0
"""Height of the card to vote on."""
MOST_SIGNALS = 5
"""Signals on a slide (DESIGN.md, 6.14)."""
WIDTHS = {3: (220.5, 544.5, 99.0), 4: (220.5, 312.0, 232.5, 99.0)}
"""Columns of the table of signals, without and with the judgement that each one tests."""


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """Take-aways, and the vote of the question slide once more where there is room; signals as a table."""
    lines, area = points.stated(slide), heading.body
    signals = tuple(line for group in slide.groups if group.kind == "watch" for line in group.lines if line.text)
    if signals and signals == lines:
        return _signals(signals, area, stage)
    ends = vote.ends(stage.deck)
    card = Area(area.x, area.bottom - VOTE, area.w, VOTE)
    if ends:
        for kind in KINDS:
            marks = rows.place(lines, Area(area.x, area.y, area.w, area.h - VOTE - 12.0), kind, stage)
            if marks is not None:
                return (Part(marks + vote.card(card, ends, stage), lines),)
    return points.spread(lines, area, tuple(replace(kind, most=110.0) for kind in KINDS), slide, stage)


def _signals(lines: tuple[Line, ...], area: Area, stage: Stage) -> tuple[Part, ...]:
    """What may happen, what to look for, where it is written; which judgement it tests only where somebody says so."""
    plan = _plan(lines, stage)
    chosen = tables.split(plan, area.h, stage, MOST_SIGNALS)
    return tuple(Part(tables.place(plan, part, area, stage), lines[part.start : part.stop]) for part in chosen)


def _plan(lines: tuple[Line, ...], stage: Stage) -> tables.Plan:
    tested = any(line.detail for line in lines)
    keys = ("signal", "look for", *(("tests",) if tested else ()), "where")
    size = stage.type("compact" if stage.cards else "body")
    scale = round(stage.type("label").size / size.size, 3)
    texts = tuple(
        (
            (plain(line.label, "accent2", bold=True),),
            (plain(line.text),),
            *(((plain(line.detail),),) if tested else ()),
            (terms.where(line, stage, scale),),
        )
        for line in lines
    )
    alt = stage.word("watch alt").format(count=len(lines))
    header = tables.heads(keys, size, stage)
    return tables.Plan(header, texts, WIDTHS[len(keys)], size, alt, "Signals", 105.0)

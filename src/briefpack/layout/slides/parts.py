"""Parts that several kinds of slide share: the panel, the card of a quotation, the card of a number."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, Paragraph, Rect, Rule, Run
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, plain, tall, widest
from briefpack.model import Line

QUOTE_MARK = "“"
QUOTE_SIZES = ("quotecard", "quotecard2", "quotecard3")


def panel(area: Area, stage: Stage, fill: str = "tint", *, edge: bool = False) -> tuple[Mark, ...]:
    """A card of the look: rounded, or square with a dark edge where ``edge`` asks for one."""
    card = Rect(area.x, area.y, area.w, area.h, fill, radius=stage.look.radius)
    if stage.cards or not edge:
        return (card,)
    return card, Rect(area.x, area.y, 3.0, area.h, "accent2")


def margin(stage: Stage) -> float:
    """Between a card's edge and its text."""
    return 24.0 if stage.cards else 21.0


def signature(line: Line, stage: Stage, colour: str = "muted") -> tuple[tuple[Paragraph, str], ...]:
    """Who speaks: name, then role with the reference; each with its size. Without either, the reference alone."""
    reference = stage.reference(line.refs)
    if not line.detail:
        reference = replace(reference, text=reference.text.strip())
    role = tuple(run for run in (Run(line.detail, colour=colour), reference) if run.text)
    rows: list[tuple[Paragraph, str]] = []
    if line.label:
        rows.append((plain(line.label, bold=True), "small"))
    if role:
        rows.append((Paragraph(role), "label"))
    return tuple(rows)


def signed(line: Line, w: float, stage: Stage) -> float:
    """Height of the signature with the short rule above it."""
    rows = signature(line, stage)
    return 9.0 + sum(tall((paragraph,), w, stage.type(role), stage) for paragraph, role in rows) if rows else 0.0


def sign(line: Line, area: Area, stage: Stage) -> tuple[Mark, ...]:
    """The accent rule, the name, the role: from the top of an area."""
    rows = signature(line, stage)
    if not rows:
        return ()
    marks: list[Mark] = [Rule(area.x, area.y, area.x + 30.0, area.y, "accent", 1.5)]
    y = area.y + 8.0
    for paragraph, role in rows:
        h = tall((paragraph,), area.w, stage.type(role), stage)
        marks.append(box(Area(area.x, y, area.w, h), paragraph, stage.type(role)))
        y += h
    return tuple(marks)


def quote_card(line: Line, area: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """A quotation in a card, in the largest of its three sizes that fits; None where none does."""
    inner = area.inset(margin(stage), 0.0)
    foot = signed(line, inner.w, stage)
    room = Area(inner.x, area.y + 66.0, inner.w, area.h - 66.0 - foot - 24.0)
    words = plain(line.text, font="quote")
    for role in QUOTE_SIZES:
        size = stage.type(role)
        if tall((words,), room.w, size, stage) <= room.h:
            large = stage.type("mark")
            glyph = Area(inner.x, area.y + 6.0, 60.0, 50.0)
            return (
                *panel(area, stage, edge=True),
                *mark(glyph, large.size, stage),
                box(room, words, size, tag="BlockQuote"),
                *sign(line, Area(inner.x, area.bottom - foot - 16.0, inner.w, foot), stage),
            )
    return None


def mark(area: Area, size: float, stage: Stage) -> tuple[Mark, ...]:
    """The large quotation mark; an ornament, so that it is read with the text and not for itself."""
    glyph = plain(QUOTE_MARK, "accent", bold=True, font="quote")
    spot = Area(area.x, area.y, area.w, max(area.h, size * 1.22))
    placed = box(spot, glyph, stage.type("mark"), tag="Artifact")
    return (placed,)


def number_card(line: Line, area: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """A number with what it counts and whose it is, in a card; None where it does not fit."""
    inner = area.inset(margin(stage), 21.0)
    large = widest(line.label, inner.w, stage, ("display", "question", "title", "lead"))
    value = plain(line.label, "accent", bold=True, font="head")
    tops = tall((value,), inner.w, large, stage)
    reference = stage.reference(line.refs)
    counted = Paragraph(tuple(run for run in (Run(line.text), reference) if run.text))
    whose = (plain(line.detail, bold=True),) if line.detail else ()
    foot = tall(whose, inner.w, stage.type("small"), stage) + 9.0 if whose else 0.0
    room = Area(inner.x, inner.y + tops + 6.0, inner.w, inner.h - tops - 6.0 - foot)
    if tall((counted,), room.w, stage.type("body"), stage) > room.h:
        return None
    marks: list[Mark] = [*panel(area, stage, edge=True), box(Area(inner.x, inner.y, inner.w, tops), value, large)]
    marks.append(box(room, counted, stage.type("body")))
    if whose:
        y = inner.bottom - foot
        marks.append(Rule(inner.x, y, inner.x + 30.0, y, "accent", 1.5))
        marks.append(box(Area(inner.x, y + 8.0, inner.w, foot - 8.0), whose, stage.type("small")))
    return tuple(marks)

"""Parts that several kinds of slide share: the panel, the card of a quotation, the card of a number."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, Paragraph, Rect, Rule, Run
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, plain, statement, tall, widest
from briefpack.model import Line, Type

QUOTE_MARK = "“"
_ALONE = 0.86
"""Share of the body that a statement standing alone takes at least."""
SIGNED = ("small", "label")
"""Sizes of a speaker and of their role."""
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


def signature(line: Line, stage: Stage, sizes: tuple[str, str] = SIGNED) -> tuple[tuple[Paragraph, str], ...]:
    """Who speaks: name, then role with the reference; each with its size. Without either, the reference alone."""
    reference = stage.reference(line.refs)
    if not line.detail:
        reference = replace(reference, text=reference.text.strip())
    role = tuple(run for run in (Run(line.detail, colour="muted"), reference) if run.text)
    rows: list[tuple[Paragraph, str]] = []
    if line.label:
        rows.append((plain(line.label, bold=True), sizes[0]))
    if role:
        rows.append((Paragraph(role), sizes[1]))
    return tuple(rows)


def signed(line: Line, w: float, stage: Stage, sizes: tuple[str, str] = SIGNED) -> float:
    """Height of the signature with the short rule above it."""
    rows = signature(line, stage, sizes)
    return 9.0 + sum(tall((paragraph,), w, stage.type(role), stage) for paragraph, role in rows) if rows else 0.0


def sign(line: Line, area: Area, stage: Stage, sizes: tuple[str, str] = SIGNED) -> tuple[Mark, ...]:
    """The accent rule, the name, the role: from the top of an area."""
    rows = signature(line, stage, sizes)
    if not rows:
        return ()
    marks: list[Mark] = [Rule(area.x, area.y, area.x + 30.0, area.y, "accent", 1.5)]
    y = area.y + 8.0
    for paragraph, role in rows:
        h = tall((paragraph,), area.w, stage.type(role), stage)
        marks.append(box(Area(area.x, y, area.w, h), paragraph, stage.type(role)))
        y += h
    return tuple(marks)


def statement_card(line: Line, area: Area, role: str, stage: Stage) -> tuple[Mark, ...] | None:
    """A statement that stands alone: large, in the middle of its card, its voice below. None where it does not fit."""
    inner = area.inset(margin(stage), 21.0)
    size = stage.type(role)
    said = statement(line, stage, voice=False)
    named = Line("", label=line.label)
    text, foot = tall((said,), inner.w, size, stage), signed(named, inner.w, stage)
    need = 42.0 + text + (foot + 15.0 if foot else 0.0)
    if need > area.h:
        return None
    high = max(need, _ALONE * area.h)
    y = area.y + 21.0 + (high - need) / 2
    return (
        *panel(Area(area.x, area.y, area.w, high), stage, edge=True),
        box(Area(inner.x, y, inner.w, text), said, size),
        *sign(named, Area(inner.x, y + text + 15.0, inner.w, foot), stage),
    )


def quote_card(line: Line, area: Area, stage: Stage, least: float = 0.0) -> tuple[Mark, ...] | None:
    """A quotation in a card, in the largest of its three sizes that fits; None where none does.

    The card is as tall as the area, or with ``least`` as tall as its text, but no less than that.
    """
    inner = area.inset(margin(stage), 0.0)
    foot = signed(line, inner.w, stage)
    words = plain(line.text, font="quote")
    for role in QUOTE_SIZES:
        size = stage.type(role)
        text = tall((words,), inner.w, size, stage)
        top = 61.0
        if top + text + foot + 24.0 > area.h:
            continue
        high = min(area.h, max(least, top + text + foot + 36.0)) if least else area.h
        card = Area(area.x, area.y, area.w, high)
        return (
            *panel(card, stage, edge=True),
            *mark(Area(inner.x, area.y + 9.0, 60.0, 45.0), stage.type("mark")),
            box(Area(inner.x, area.y + top, inner.w, text), words, size, tag="BlockQuote"),
            *sign(line, Area(inner.x, card.bottom - foot - 16.0, inner.w, foot), stage),
        )
    return None


def mark(area: Area, size: Type) -> tuple[Mark, ...]:
    """The large quotation mark: an ornament, left out by a screen reader."""
    glyph = plain(QUOTE_MARK, "accent", bold=True, font="quote")
    spot = Area(area.x, area.y, area.w, max(area.h, size.size * 1.22 + 0.5))
    return (box(spot, glyph, size, tag="Artifact"),)


def number_card(line: Line, area: Area, stage: Stage, least: float = 0.0) -> tuple[Mark, ...] | None:
    """A number with what it counts and whose it is, in a card of the same heights; None where it does not fit."""
    inner = area.inset(margin(stage), 21.0)
    large, body = widest(line.label, inner.w, stage, ("display", "question", "title", "lead")), stage.type("body")
    value = plain(line.label, "accent", bold=True, font="head")
    top = tall((value,), inner.w, large, stage)
    counted = statement(line, stage, voice=False)
    text = tall((counted,), inner.w, body, stage)
    named = Line("", label=line.detail)
    foot = signed(named, inner.w, stage)
    need = 42.0 + top + 6.0 + text + (foot + 12.0 if foot else 0.0)
    if need > area.h:
        return None
    high = min(area.h, max(least, need)) if least else area.h
    card = Area(area.x, area.y, area.w, high)
    y = inner.y + (high - need) / 2
    return (
        *panel(card, stage, edge=True),
        box(Area(inner.x, y, inner.w, top), value, large),
        box(Area(inner.x, y + top + 6.0, inner.w, text), counted, body),
        *sign(named, Area(inner.x, card.bottom - foot - 18.0, inner.w, foot), stage),
    )

"""One number, what it counts, and four questions to ask of it."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, Paragraph, Rule, Run
from briefpack.layout.slides import parts, points
from briefpack.layout.slides.grid import Area, column, span
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, spaced, statement, tall, widest
from briefpack.model import Line, LineGroup, Slide, Type

RISE = (0.1, 0.065)
"""Air over the digits in their line, as a share of their size: so much higher their box stands; with cards, without."""
LINE = (1.125, 1.18)
"""Pitch of the digits, as a share of their size: under the title they have its air."""
HERO = ("hero", "display", "question", "title", "lead")


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """The number left with what follows from it, the questions in a card right."""
    figure, ask, follows = (_group(slide, kind) for kind in ("figure", "ask", "follows"))
    area = heading.body
    if not figure:
        return points.place(slide, heading, stage)
    line = figure.lines[0]
    card = Area(column(7), area.y, span(5), area.h)
    asked = _card(ask, card, stage) if ask else ()
    left = Area(area.x, area.y, span(7) - 12.0 if ask and asked is not None else span(10), area.h)
    for after in (follows, _first(follows), None) if follows else (None,):
        marks = _number(line, after, left, stage)
        if marks is not None:
            shown = (line, *(after.lines if after else ()), *(ask.lines if ask else ()))
            out = follows.lines[len(after.lines) if after else 0 :] if follows else ()
            whole = (Part((*marks, *(asked or ())), shown, _left_out(slide, out)),)
            return (
                whole
                if asked is not None or not ask
                else (*whole, *points.spread(ask.lines, area, points.KINDS[1:], slide, stage))
            )
    return points.place(slide, heading, stage)


def over(line: Line, evidence: Line, area: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """A number, and below it the one statement that stands under the same claim; None where that is too tall."""
    named = LineGroup((replace(evidence, label=""),), evidence.label or stage.word("evidence"), "lead")
    return _number(line, named, area, stage) or _number(line, replace(named, kind="body"), area, stage)


def alone(line: Line, area: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """A number with nothing beside it; None where it is too tall."""
    return _number(line, None, area, stage)


def _number(line: Line, follows: LineGroup | None, area: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """Value, what it counts, whose it is, what follows; None where that is too tall."""
    digits = widest(line.label, area.w, stage, HERO).size
    size = Type(digits, LINE[not stage.cards] * digits)
    value = plain(line.label, "accent", bold=True, font="head")
    high = tall((value,), area.w, size, stage)
    counted = _counted(line, stage)
    counts = stage.type("counts")
    said = tall((counted,), area.w, counts, stage) if counted.runs else 0.0
    whose = (_whose(line, stage),) if line.detail else ()
    named = tall(whose, area.w, stage.type("small"), stage) + 20.0 if whose else 0.0
    after = _follows(follows, area.w, stage) if follows else ()
    rise = round(RISE[not stage.cards] * size.size, 1)
    need = high - rise + said + named + sum(h for _, h, _ in after) + (26.0 if after else 0.0)
    if need > area.h:
        return None
    marks: list[Mark] = [box(Area(area.x, area.y - rise, area.w, high), value, size)]
    y = area.y - rise + high
    if counted.runs:
        marks.append(box(Area(area.x, y, area.w, said), counted, counts))
    y += said
    if whose:
        marks.append(Rule(area.x, y + 10.0, area.x + 30.0, y + 10.0, "accent", 1.5))
        marks.append(box(Area(area.x, y + 18.0, area.w, named - 20.0), whose, stage.type("small")))
        y += named
    if after:
        y = max(y + 12.0, min(area.y + 186.0, area.bottom - sum(h for _, h, _ in after) - 12.0))
        marks.append(Rule(area.x, y, area.right - 12.0, y))
        y += 12.0
    for paragraphs, h, kind in after:
        marks.append(box(Area(area.x, y, area.w, h), paragraphs, kind))
        y += h
    return tuple(marks)


def _counted(line: Line, stage: Stage) -> Paragraph:
    """What it counts with the reference; the reference goes with the name where the title says what it counts."""
    if not line.text and line.detail:
        return Paragraph(())
    return Paragraph(tuple(run for run in (Run(line.text), stage.reference(line.refs)) if run.text))


def _whose(line: Line, stage: Stage) -> Paragraph:
    after = () if line.text else (stage.reference(line.refs),)
    return Paragraph((Run(line.detail, bold=True), *(run for run in after if run.text)))


def _follows(group: LineGroup, w: float, stage: Stage) -> tuple[tuple[tuple[Paragraph, ...], float, Type], ...]:
    """Head and text with their heights and sizes."""
    small, body = stage.type("small"), stage.type("body")
    head = (plain(group.heading or stage.word("follows"), "accent2", bold=True),)
    if group.kind == "lead":
        body = stage.type("lead")
    text = spaced((statement(line, stage) for line in group.lines), body)
    return (head, tall(head, w, small, stage) + 3.0, small), (text, tall(text, w, body, stage), body)


def _card(ask: LineGroup, card: Area, stage: Stage) -> tuple[Mark, ...] | None:
    """The questions with their answers, in rows of a card; None where they are too long."""
    inner = card.inset(parts.margin(stage), 15.0)
    label = stage.type("call")
    head = plain(ask.heading or stage.word("asks"), bold=True, font="head")
    size = stage.type("answer")
    heads = tall((head,), inner.w, stage.type("head"), stage) + 4.0
    rows = [(_question(line), _answer(line, stage)) for line in ask.lines]
    needs = [_row(question, answer, inner.w, label, size, stage) for question, answer in rows]
    spare = inner.h - heads - sum(needs)
    if spare < 0:
        return None
    marks: list[Mark] = [*parts.panel(card, stage, edge=True)]
    marks.append(box(Area(inner.x, inner.y, inner.w, heads - 4.0), head, stage.type("head"), tag="H3"))
    y = inner.y + heads
    for (question, answer), need in zip(rows, needs, strict=True):
        marks.append(Rule(inner.x, y, inner.right, y))
        q = tall((question,), inner.w, label, stage)
        a = tall((answer,), inner.w, size, stage)
        marks.append(box(Area(inner.x, y + 6.0, inner.w, q), question, label, tag="H3"))
        marks.append(box(Area(inner.x, y + 6.0 + q, inner.w, a), answer, size))
        y += need + min(spare / len(rows), 30.0)
    return tuple(marks)


def _row(question: Paragraph, answer: Paragraph, w: float, label: Type, size: Type, stage: Stage) -> float:
    return 6.0 + tall((question,), w, label, stage) + tall((answer,), w, size, stage) + 5.0


def _question(line: Line) -> Paragraph:
    return plain(line.label, "accent", bold=True)


def _answer(line: Line, stage: Stage) -> Paragraph:
    return statement(line, stage, voice=False)


def _group(slide: Slide, kind: str) -> LineGroup | None:
    return next((group for group in slide.groups if group.kind == kind and group.lines), None)


def _first(group: LineGroup | None) -> LineGroup | None:
    return replace(group, lines=group.lines[:1]) if group else None


def _left_out(slide: Slide, lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(f"slide {slide.title.text!r}: left out for want of room: {line.text!r}" for line in lines)

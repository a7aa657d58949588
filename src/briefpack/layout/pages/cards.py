"""Blocks on a card: the central question, questions to think about."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, Oval, Paragraph, Rect, Rule, Run
from briefpack.layout.pages.paper import moved
from briefpack.layout.pages.piece import Piece
from briefpack.layout.pages.setting import Setting, few, runs
from briefpack.messages import say
from briefpack.model import Block, Type

_PAD = 15.0
_ENDS, _CIRCLES, _CIRCLE = 2, 5, 12.0
"""Of a scale between two views: its ends, its circles, and how wide each is."""
WRITING = 18.0
"""From one writing line to the next, points."""


def question(block: Block, w: float, setting: Setting) -> Piece:
    """The question in large type, a scale between two positions, or room for a first answer.

    Lines that have a label only are the ends of the scale.
    """
    small, large = setting.type("kicker"), setting.type("question")
    inner = w - 2 * _PAD
    kicker = Paragraph((Run(block.heading.upper(), bold=True, colour="accent"),))
    head = setting.text((kicker,), inner * 0.9, small, tag="H2")
    asked = tuple(runs(Run(line.text, bold=True, font="head"), setting.ref(line)) for line in block.lines if line.text)
    body = setting.text(asked, inner, large)
    top = _PAD * 0.8
    y = top + head.h + 6 + body.h
    tall, scale = _scale([line.label for line in block.lines if not line.text], inner, setting)
    least = y + tall + top
    room = 0.0 if scale else small.pitch + 4 + 2 * WRITING

    def draw(_: float, h: float) -> tuple[Mark, ...]:
        card = Rect(0, 0, w, h, fill="tint", radius=setting.look.radius)
        words = (*moved((head,), _PAD, top), *moved((body,), _PAD, top + head.h + 6))
        return (card, *words, *moved(scale, _PAD, y), *_writing(setting, least - top, h - 10, w))

    return Piece(block.kind, least + room, 0, draw)


def _scale(ends: list[str], w: float, setting: Setting) -> tuple[float, tuple[Mark, ...]]:
    """Five circles on a line, one to be marked, and what stands at its ends; height and marks, none without ends."""
    if len(ends) != _ENDS:
        return 0.0, ()
    small, y = setting.type("label"), 12.0
    marks: list[Mark] = [Rule(_CIRCLE / 2, y + _CIRCLE / 2, w - _CIRCLE / 2, y + _CIRCLE / 2, "ink", 0.9)]
    step = (w - _CIRCLE) / (_CIRCLES - 1)
    marks += [Oval(place * step, y, _CIRCLE, _CIRCLE, "paper", "ink", 0.9) for place in range(_CIRCLES)]
    half, tallest = w / 2 - 5, 0.0
    for name, x, align, colour in ((ends[0], 0.0, "left", "accent2"), (ends[1], w - half, "right", "accent")):
        label = setting.text((Paragraph((Run(name, bold=True, colour=colour),), align=align),), half, small)
        marks += moved((label,), x, y + _CIRCLE + 3)
        tallest = max(tallest, label.h)
    return y + _CIRCLE + 3 + tallest, tuple(marks)


def think(block: Block, w: float, setting: Setting) -> Piece:
    """Numbered questions on a card of their own."""
    head_type, type = setting.type("head"), setting.type("text")
    title = Paragraph((Run(block.heading, bold=True, colour="accent", font="head"),))
    head = setting.text((title,), w - 2 * _PAD, head_type, tag="H2")
    rows = []
    for number, line in enumerate(block.lines, 1):
        figure = Paragraph((Run(str(number), bold=True, colour="accent", font="head"),))
        says = setting.text(
            (runs(Run(line.text), setting.ref(replace(line, refs=few(line.refs)))),),
            w - 2 * _PAD - 20,
            type,
            tag="LBody",
        )
        rows.append((setting.text((figure,), 16, type, tag="Lbl"), says))
    top = 9.0
    least = top + head.h + sum(max(f.h, s.h) + 4 for f, s in rows) + top - 2

    def draw(air: float, h: float) -> tuple[Mark, ...]:
        marks: list[Mark] = [Rect(0, 0, w, h, fill="tint", radius=setting.look.radius), *moved((head,), _PAD, top)]
        y = top + head.h + 4
        for figure, says in rows:
            y += air
            marks += [*moved((figure,), _PAD, y), *moved((says,), _PAD + 20, y)]
            y += max(figure.h, says.h) + 4
        return tuple(marks)

    return Piece(block.kind, least, len(rows) + 1, draw)


def _writing(setting: Setting, top: float, bottom: float, w: float) -> tuple[Mark, ...]:
    """Ruled lines for a first answer where there is room for two or more."""
    small = setting.type("kicker")
    count = int((bottom - top - small.pitch - 4) // WRITING)
    if count < 2:
        return ()
    first = bottom - (count - 1) * WRITING
    label = setting.text((Paragraph((Run(say("My first answer"), colour="muted"),)),), w - 2 * _PAD, small)
    rules = tuple(Rule(_PAD, first + n * WRITING, w - _PAD, first + n * WRITING, "muted", 0.5) for n in range(count))
    return (*moved((label,), _PAD, first - WRITING - 1), *rules)


def notes(w: float, room: float, setting: Setting) -> Piece:
    """Ruled lines that fill a page which would otherwise end early."""
    small = setting.type("kicker")
    count = int((room - small.pitch) // WRITING)
    label = setting.text((Paragraph((Run(say("Notes"), colour="muted"),)),), w, Type(small.size, small.pitch))

    def draw(_air: float, _h: float) -> tuple[Mark, ...]:
        first = label.h + WRITING - 4
        return (label, *(Rule(0, first + n * WRITING, w, first + n * WRITING, "muted", 0.5) for n in range(count)))

    return Piece("notes", label.h + count * WRITING, 0, draw)

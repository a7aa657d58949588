"""Role cards: four on a page, with lines to cut along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefpack.layout.marks import Mark, Paragraph, Rule, Run, Sheets, TextBox
from briefpack.layout.pages import asking
from briefpack.layout.pages.paper import Paper, moved
from briefpack.layout.pages.setting import Setting, glued, runs
from briefpack.layout.pages.sheets import Part
from briefpack.layout.pages.teaching import flow, sizes
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import say
from briefpack.model import Block, Line, TeachingSet, Type
from briefpack.model import Part as Handed

_ACROSS, _DOWN = 2, 2
_PAD = 14.0
_FACTORS = (1.0, 0.93, 0.87)
"""Of the designed sizes, tried one after the other; text never falls below 9.5 points."""
_FLOOR = 9.5
_MOST_RULES = 6
"""Lines to write on at the foot of a card."""


def place(part: Handed, whole: TeachingSet, setting: Setting, paper: Paper) -> Sheets:
    """Four cards a page; what is too long for its card is left out from the end, and named in ``cut``."""
    page = Worksheet(
        part.title,
        whole.title,
        setting,
        paper,
        part.kind,
        note=say("cut apart · {sources}", sources=flow.counted(whole)),
    )
    size = _Size(paper.width / _ACROSS, page.room / _DOWN)
    cards = [_fitted(block, size, setting) for block in part.blocks]
    each = _ACROSS * _DOWN
    pages = [[_sheet(cards[first : first + each], size)] for first in range(0, len(cards), each)]
    return page.sheets(pages, tuple(lost for card in cards for lost in card.lost))


@dataclass(frozen=True, slots=True)
class _Size:
    """Of a card, in points, with its margins."""

    w: float
    h: float


@dataclass(frozen=True, slots=True)
class _Card:
    """What stands on a card, from its top left corner, and what had no room."""

    marks: tuple[Mark, ...]
    lost: tuple[str, ...]


def _fitted(block: Block, size: _Size, setting: Setting) -> _Card:
    """The largest type at which all of it fits; in the smallest, as many lines as do."""
    room = size.h - 2 * _PAD
    for kept in range(len(block.lines), -1, -1):
        for factor in _FACTORS:
            boxes = _texts(replace(block, lines=block.lines[:kept]), size.w - 2 * _PAD, setting, factor)
            h = sum(box.h for box in boxes)
            if h <= room or not kept:
                lost = tuple(f"{block.heading}: left out for want of room: {line.text}" for line in block.lines[kept:])
                return _Card(_drawn(boxes, size, room - h), lost)
    raise AssertionError("a card without lines always fits")


def _texts(block: Block, w: float, setting: Setting, factor: float) -> list[TextBox]:
    name = Paragraph((Run(block.heading, bold=True, colour="accent", font="head"),))
    head = setting.text((name,), w, _scaled(sizes.of(setting, "head"), factor), tag="H2")
    text = _scaled(sizes.of(setting, "text"), factor)
    return [head, *(setting.text(_said(line, setting), w, text) for line in block.lines)]


def _said(line: Line, setting: Setting) -> tuple[Paragraph, ...]:
    """What it is, small and bold, then what stands there."""
    label = (Paragraph((Run(line.label, bold=True, colour="accent2", scale=1.0),)),) if line.label else ()
    return (*label, runs(Run(glued(line.text)), setting.ref(line)))


def _scaled(type: Type, factor: float) -> Type:
    size = max(type.size * factor, _FLOOR)
    return Type(size, type.pitch * size / type.size)


def _drawn(boxes: Sequence[TextBox], size: _Size, spare: float) -> tuple[Mark, ...]:
    """The texts with some air between them, and lines to write on below."""
    air = max(0.0, min(7.0, spare / max(len(boxes), 1)))
    marks: list[Mark] = []
    y = _PAD
    for box in boxes:
        marks += moved((box,), _PAD, y)
        y += box.h + air
    count = min(int((size.h - _PAD - y) // asking.LINE), _MOST_RULES)
    rules = asking.rules(count, size.w - 2 * _PAD, size.h - _PAD - (count - 1) * asking.LINE) if count > 0 else ()
    return (*marks, *moved(rules, _PAD, 0))


def _sheet(cards: Sequence[_Card], size: _Size) -> Part:
    """The cards of one page in their places, and the lines to cut along."""
    rows = -(-len(cards) // _ACROSS)
    w, h = size.w * _ACROSS, size.h * rows
    marks: list[Mark] = [Rule(0, n * size.h, w, n * size.h, "muted", 0.75, dash=True) for n in range(rows + 1)]
    marks += [Rule(n * size.w, 0, n * size.w, h, "muted", 0.75, dash=True) for n in range(_ACROSS + 1)]
    for place, card in enumerate(cards):
        marks += moved(card.marks, place % _ACROSS * size.w, place // _ACROSS * size.h)
    return Part(h, tuple(marks))

"""The line to vote on: the same two ends on the question slide and on the last one."""

from __future__ import annotations

from briefpack.layout.marks import Mark, MarkGroup, Oval, Rule
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.parts import panel
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, plain, tall
from briefpack.model import Deck

CIRCLES = 7
DOT = 21.0


def ends(deck: Deck) -> tuple[str, str] | None:
    """The names of the two views of the deck's question; None where it has not just two."""
    for slide in deck.slides:
        views = [group.heading for group in slide.groups if group.kind == "view" and group.heading]
        if slide.kind == "question" and len(views) == 2:
            return views[0], views[1]
    return None


def line(area: Area, names: tuple[str, str], stage: Stage) -> tuple[Mark, ...]:
    """Seven circles on a line and the names of its ends below; 54 points tall for short names."""
    y, step = area.y + DOT / 2, (area.w - DOT) / (CIRCLES - 1)
    x = area.x + DOT / 2
    circles = tuple(Oval(x + at * step - DOT / 2, area.y, DOT, DOT, "panel", "ink", 1.5) for at in range(CIRCLES))
    alt = stage.word("vote alt").format(left=names[0], right=names[1])
    drawn = MarkGroup((Rule(x, y, area.right - DOT / 2, y, "ink", 1.5), *circles), alt[:150], "Vote")
    small = stage.type("small")
    w = area.w * 0.4
    h = max(tall((plain(name, bold=True),), w, small, stage) for name in names)
    left = box(Area(area.x, area.y + DOT + 5.0, w, h), plain(names[0], "accent2", bold=True), small)
    middle = Area(area.x + w, area.y + DOT + 5.0, area.w - 2 * w, h)
    right = Area(area.right - w, area.y + DOT + 5.0, w, h)
    both = box(middle, plain(stage.word("both"), "muted", align="center"), small)
    return drawn, left, both, box(right, plain(names[1], "accent", bold=True, align="right"), small)


def height(names: tuple[str, str], w: float, stage: Stage) -> float:
    """How tall the line with its names is."""
    return DOT + 5.0 + max(tall((plain(name, bold=True),), w * 0.4, stage.type("small"), stage) for name in names)


def card(area: Area, names: tuple[str, str], stage: Stage) -> tuple[Mark, ...]:
    """The line in a card, with the call to vote again."""
    inner = area.inset(24.0, 12.0)
    body = stage.type("body")
    call = box(Area(inner.x, inner.y, inner.w, body.size * 1.22 + 6.0), plain(stage.word("again"), bold=True), body)
    low = height(names, inner.w, stage)
    return (*panel(area, stage), call, *line(Area(inner.x, inner.bottom - low, inner.w, low), names, stage))

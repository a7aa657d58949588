"""Text that is taller or wider than its box, and what stands beyond an edge of the slide."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.check.presentation.measure import Ink
from briefpack.check.presentation.rules import found, start
from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.slide import Slide
from briefpack.model import Area, Notice

_LINE = 0.25
"""Share of a line by which text may pass its box: the last line's descenders do."""
_UNSURE = 0.15
"""Share by which text of a font that is not known here must pass its box before anything is said."""
_EDGE = 1.0
"""Points."""
_SHRUNK = 0.9
"""Share to which autofit may shrink text before it is a fault of its own."""


def findings(slide: Slide) -> Iterator[Notice]:
    """What does not fit on one slide."""
    for shape, ink in slide.inks.items():
        yield from _tall(slide, shape, ink)
        yield from _wide(slide, shape, ink)
        yield from _shrunk(slide, shape)
    yield from _leaving(slide)


def _tall(slide: Slide, shape: Shape, ink: Ink) -> Iterator[Notice]:
    text, room = slide.texts[shape], ink.pitch * _LINE
    over = ink.over if ink.sure else ink.over - _UNSURE * ink.box.h
    words = start(text.words)
    if text.fit == "grow" and over > room and ink.beyond > room:
        what = f"its box will grow by {ink.over:.0f} pt when somebody edits it: {words}"
        yield found("overflow-grows", what, "make the box as tall as its text", slide, shape)
    elif over > room and ink.beyond > room:
        what = f"text is {ink.over:.0f} pt taller than its box: {words}"
        yield found("overflow", what, "shorten it, or make the box taller", slide, shape)
    elif over > room or (ink.sure and ink.near > room and text.fit != "grow"):
        what = f"text fits with nothing to spare; another program may set it over the edge: {words}"
        yield found("overflow-near", what, "shorten it, or make the box a little larger", slide, shape)


def _wide(slide: Slide, shape: Shape, ink: Ink) -> Iterator[Notice]:
    text = slide.texts[shape]
    room = _EDGE if ink.sure else _UNSURE * ink.box.w
    if ink.wide > room and ink.sure and text.columns == 1:
        what = "a word is" if text.wrapped else "wrapping is off and text is"
        what += f" {ink.wide:.0f} pt wider than its box: {start(text.words)}"
        yield found("overflow-wide", what, "let it wrap, or make the box wider", slide, shape)


def _shrunk(slide: Slide, shape: Shape) -> Iterator[Notice]:
    text = slide.texts[shape]
    if text.shrunk < _SHRUNK:
        what = f"autofit has shrunk the text to {text.shrunk:.0%}, and each program does it differently"
        yield found("autofit", what, "shorten it or split the slide, then turn autofit off", slide, shape)


def _leaving(slide: Slide) -> Iterator[Notice]:
    tables = {table.shape: table.box for table in slide.tables}
    for shape in slide.shapes:
        box = tables.get(shape, _seen(slide, shape))
        if box is None or slide.sheet.holds(box, _EDGE):
            continue
        words = start(shape.words)
        what = "leaves the slide" + (f": {words}" if words else "")
        yield found(
            "off-slide", what, f"move it in by {_beyond(box, slide.sheet):.0f} pt, or take it out", slide, shape
        )


def _seen(slide: Slide, shape: Shape) -> Area | None:
    """The box of words or a picture; empty coloured shapes may run over the edge."""
    if shape.kind in ("group", "line") or (shape.kind == "text" and shape not in slide.texts):
        return None
    ink = slide.inks.get(shape)
    if ink is None or shape.box is None:
        return shape.box
    return ink.box if not slide.texts[shape].wrapped and ink.sure else shape.box


def _beyond(box: Area, sheet: Area) -> float:
    return max(-box.x, -box.y, box.right - sheet.right, box.bottom - sheet.bottom)

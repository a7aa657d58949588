"""What stands above the titles of a template's slides where it leaves room: the name of the part, and its bars."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, TextBox
from briefpack.layout.slides import chrome
from briefpack.layout.slides.hosted.plot import SMALLEST
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, plain
from briefpack.model import Area, Hosting, Type

LINE = 15.5
"""Points of height that the line takes."""
_SIZE = Type(SMALLEST, 14.7)
_TRACKING = 0.9


def kicker(text: str, hosting: Hosting, position: chrome.Position, stage: Stage) -> tuple[TextBox, ...]:
    """The small line above the title, set to the side that the title is set to; nothing where it has no room."""
    room = hosting.above
    if not text or room is None:
        return ()
    taken = chrome.bars_wide(position) + 16.0 if position.sections > 1 else 0.0
    across = {"left": Area(room.x, room.y, room.w - taken, LINE), "right": room}
    area = across.get(hosting.title.align, Area(room.x + taken, room.y, room.w - 2 * taken, LINE))
    if hosting.title.align == "right" or area.w < 150.0:
        return ()
    words = plain(text.upper(), "accent", bold=True, align=hosting.title.align)
    line = chrome.one_line(words, area.w, _SIZE, stage)
    return (replace(box(area, line, _SIZE), role="kicker", tracking=_TRACKING, name="Kicker"),)


def bars(hosting: Hosting, position: chrome.Position) -> tuple[Mark, ...]:
    """One bar for each part of the deck at the right end of that line."""
    room = hosting.above
    if room is None or hosting.title.align == "right":
        return ()
    return chrome.bars(position, room.right, room.y + LINE / 2)

"""Boxes that count the sources: '2 of 3 sources' is two filled boxes and an empty one."""

from __future__ import annotations

import re

from briefpack.layout.marks import Mark, Rect

_COUNT = re.compile(r"(\d{1,3}) of (\d{1,3})\b")
MOST = 5
"""More boxes than these are not counted at a glance: then the words stand alone."""
PITCH = 11.0


def boxes(words: str, y: float) -> tuple[Mark, ...]:
    """The boxes for a count in words, in a row from x = 0; none where no count is given."""
    found = _COUNT.match(words)
    if not found or not 0 < int(found[2]) <= MOST or int(found[1]) > int(found[2]):
        return ()
    filled, all_ = int(found[1]), int(found[2])
    return tuple(
        Rect(place * PITCH, y, 9, 6, fill="accent2" if place < filled else "paper", line="accent2", line_width=0.75)
        for place in range(all_)
    )


def width(words: str) -> float:
    """Room that the boxes take, with the gap after them."""
    count = len(boxes(words, 0))
    return count * PITCH + 4 if count else 0.0

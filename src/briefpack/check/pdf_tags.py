"""What the tags of a PDF tell those who hear it, and what they leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_MOST = 50_000
"""Elements that are looked at: a file of more is no page that anybody reads."""
_HEADING = re.compile(r"/H([1-6])$")


@dataclass(frozen=True, slots=True)
class Tags:
    """What falls short in the tags."""

    skips: tuple[tuple[int, int], ...] = ()
    """Levels of headings of which the second is more than one deeper; 0 is the document itself."""
    mute_figures: int = 0
    """Figures that say nothing."""
    headless_tables: int = 0


def read(root: Any) -> Tags:
    """The faults of a tree; none where there is no tree."""
    if root is None:
        return Tags()
    levels, mute = [0], 0
    tables: list[bool] = []
    for element in _elements(root.get_object()):
        kind = str(element.get("/S", ""))
        if found := _HEADING.match(kind):
            levels.append(int(found[1]))
        elif kind == "/Table":
            tables.append(False)
        elif kind == "/TH" and tables:
            tables[-1] = True
        elif kind == "/Figure":
            mute += not (element.get("/Alt") or element.get("/ActualText"))
    skips = tuple((first, second) for first, second in pairwise(levels) if second > first + 1)
    return Tags(skips, mute, tables.count(False))


def _elements(root: Any) -> Iterator[Any]:
    """The elements of a tree, each before those under it."""
    waiting = [root]
    for _ in range(_MOST):
        if not waiting:
            return
        element = waiting.pop()
        yield element
        kids = element.get("/K")
        found = [kid.get_object() for kid in _many(kids)]
        waiting += [kid for kid in reversed(found) if isinstance(kid, dict) and ("/S" in kid or "/K" in kid)]


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    held = value.get_object()
    return list(held) if isinstance(held, list) else [held]

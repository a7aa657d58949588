"""The lesson as one bar to scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.layout.marks import Mark, Paragraph, Rect, Run
from briefpack.layout.pages.paper import moved
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.sheets import Part
from briefpack.model import Type

_INKS = (("tint2", "ink"), ("accent2", "onaccent2"), ("ink", "onaccent2"), ("accent2", "onaccent2"))
_GAP = 2.25
_BAR = 25.0
_NARROW = 40.0
"""Points under which '5 min' does not stand in its stretch."""
_NAME = Type(9.5, 11.8)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the lesson."""

    minutes: int
    name: str
    below: str = ""
    """What belongs to it: 'slides 4–5'."""


def bar(stretches: Sequence[Stretch], w: float, setting: Setting) -> Part:
    """As long as the lesson, a stretch for each part of it, their names under it; nothing without minutes."""
    known = [stretch for stretch in stretches if stretch.minutes]
    total = sum(stretch.minutes for stretch in known)
    if not total:
        return Part(0, ())
    marks: list[Mark] = []
    x = tallest = 0.0
    for place, stretch in enumerate(known):
        wide = (w + _GAP) * stretch.minutes / total - _GAP
        last = place == len(known) - 1
        fill, colour = _INKS[0 if last and len(known) > 2 else place % len(_INKS)]
        marks.append(Rect(x, 0, wide, _BAR, fill=fill))
        said = Paragraph((Run(f"{stretch.minutes} min", bold=True, colour=colour),))
        marks += moved((setting.text((said,), wide - 8, Type(10, 13)),), x + 5, 6) if wide > _NARROW else ()
        words = (Run(stretch.name, bold=True), Run(f"\n{stretch.below}" if stretch.below else "", colour="muted"))
        under = setting.text((Paragraph(words),), max(wide, _NARROW), _NAME)
        marks += moved((under,), x, _BAR + 3)
        tallest = max(tallest, under.h)
        x += wide + _GAP
    return Part(_BAR + 3 + tallest + 12, tuple(marks))

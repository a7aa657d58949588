"""The slide's grid, in points: twelve columns, fixed zones (DESIGN.md, 2)."""

from __future__ import annotations

from dataclasses import dataclass

WIDE = 960.0
HIGH = 540.0
LEFT = 48.0
RIGHT = 912.0
BOTTOM = 477.0
"""Where the body ends."""
FOOT = 492.0
"""The hairline above the source line."""
GAP = 18.0
"""Between cards; also the gutter."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle to lay out in."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.h

    def inset(self, across: float, down: float) -> Area:
        """The same area with a margin inside."""
        return Area(self.x + across, self.y + down, self.w - 2 * across, self.h - 2 * down)

    def below(self, offset: float) -> Area:
        """What is left when its first points are taken."""
        return Area(self.x, self.y + offset, self.w, self.h - offset)

    def columns(self, number: int, gap: float = GAP) -> tuple[Area, ...]:
        """So many equal areas side by side."""
        w = (self.w - gap * (number - 1)) / number
        return tuple(Area(self.x + at * (w + gap), self.y, w, self.h) for at in range(number))


def column(number: float) -> float:
    """Left edge of a column, counted from 0."""
    return LEFT + 73.5 * number


def span(columns: float) -> float:
    """Width of so many columns with the gutters between them."""
    return 73.5 * columns - GAP

"""A rectangle on a slide or a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in points from the top left corner: to lay out in, a placeholder's, or what a shape takes up."""

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

    @property
    def size(self) -> float:
        """Square points; 0 where nothing is left."""
        return max(self.w, 0.0) * max(self.h, 0.0)

    def inset(self, across: float, down: float) -> Area:
        """The same area with a margin inside."""
        return Area(self.x + across, self.y + down, self.w - 2 * across, self.h - 2 * down)

    def shrunk(self, across: float, down: float) -> Area:
        """As `inset`, but never inside out."""
        return self.inset(min(across, self.w / 2), min(down, self.h / 2))

    def below(self, offset: float) -> Area:
        """What is left when its first points are taken."""
        return Area(self.x, self.y + offset, self.w, self.h - offset)

    def columns(self, number: int, gap: float) -> tuple[Area, ...]:
        """So many equal areas side by side."""
        w = (self.w - gap * (number - 1)) / number
        return tuple(Area(self.x + at * (w + gap), self.y, w, self.h) for at in range(number))

    def shared(self, other: Area) -> tuple[float, float]:
        """How far two areas overlap, across and down; below zero how far they are apart."""
        across = min(self.right, other.right) - max(self.x, other.x)
        return across, min(self.bottom, other.bottom) - max(self.y, other.y)

    def holds(self, other: Area, room: float = 0.0) -> bool:
        """Whether the other stands inside, or sticks out by no more than the room."""
        edges = (other.x - self.x, other.y - self.y, self.right - other.right, self.bottom - other.bottom)
        return min(edges) >= -room

"""The slide's grid, in points: twelve columns, fixed zones (DESIGN.md, 2)."""

from __future__ import annotations

from briefpack.model import Area

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


def column(number: float) -> float:
    """Left edge of a column, counted from 0."""
    return LEFT + 73.5 * number


def span(columns: float) -> float:
    """Width of so many columns with the gutters between them."""
    return 73.5 * columns - GAP


__all__ = ["Area", "column", "span"]

"""The logo of a look, fitted into a box at the right edge; on a coloured ground it stands on a panel of paper."""

from __future__ import annotations

from briefpack.layout.marks import Mark, Picture, Rect
from briefpack.model import Look

_PANEL = 5.0
"""Points of paper around a logo on a coloured ground."""


def width(look: Look, w: float, h: float) -> float:
    """How wide the logo is in a box of at most this size; 0 where the look has none."""
    return min(w, h * look.logo.w / look.logo.h) if look.logo and not look.template else 0.0


def marks(look: Look, right: float, y: float, w: float, h: float, *, panel: bool = False) -> tuple[Mark, ...]:
    """The logo with its right edge at ``right``, in the middle of a height of ``h``."""
    wide = width(look, w, h)
    if not look.logo or not wide:
        return ()
    tall = wide * look.logo.h / look.logo.w
    top = y + (h - tall) / 2
    ground = Rect(
        right - wide - _PANEL, top - _PANEL, wide + 2 * _PANEL, tall + 2 * _PANEL, fill="paper", name="Logo ground"
    )
    return (*((ground,) if panel else ()), Picture(right - wide, top, wide, tall, look.logo.alt))

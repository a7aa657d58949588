"""Slides inside somebody else's template.

A body is laid out as ever, on the look's own grid, but with sizes, top and bottom such that what is drawn,
once it has been scaled into the free room of the layout, has sizes that can be read there. Nothing is
stretched: one scale serves both directions, and a page of another shape gets a taller or lower grid.
Title, subtitle, source line and number are measured and set in the template's own placeholders.
"""

from __future__ import annotations

from briefpack.layout.slides.hosted.body import head, look, prepared, sheet
from briefpack.layout.slides.hosted.crown import LINE
from briefpack.layout.slides.hosted.listed import listed
from briefpack.layout.slides.hosted.opening import STRIP, opening
from briefpack.layout.slides.hosted.plot import FOOT, staged

__all__ = ["FOOT", "LINE", "STRIP", "head", "listed", "look", "opening", "prepared", "sheet", "staged"]

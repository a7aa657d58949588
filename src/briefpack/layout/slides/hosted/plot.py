"""Where the grid stands on a template's page, and how large its texts are there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from briefpack.errors import FitError
from briefpack.layout.slides import grid, sizes
from briefpack.layout.slides.stage import Stage
from briefpack.model import Area, Hosting, Look, Template, Type

TOP = 111.0
"""Where a body begins on the grid."""
TALL = 477.0 - TOP
"""How tall it is there."""
_LOW = 0.72
"""A body lower than this share of that is scaled down rather than laid out lower still."""
PAD = 10.0
"""Points between the edge of a panel and what stands on it."""
FOOT = 34.0
"""Points for a source line at the foot of the body, where the layout has no footer."""
SMALLEST = 12.0
"""Points: no text on a slide is smaller."""
_SHRUNK = 0.9
"""A size may shrink to this share on a smaller page."""
_LARGE = 30.0
"""Sizes from here on are for show: they shrink with the page."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Where on a slide the grid's body goes: points of the slide are points of the grid times the scale."""

    room: Area
    scale: float

    @property
    def bottom(self) -> float:
        """Where the body ends, on the grid."""
        return TOP + self.room.h / self.scale

    @property
    def x(self) -> float:
        """Where the grid's left edge would be on the slide; what is over is shared by both sides."""
        over = self.room.w - (grid.RIGHT - grid.LEFT) * self.scale
        return self.room.x + max(over, 0.0) / 2 - grid.LEFT * self.scale

    @property
    def y(self) -> float:
        """Where the grid's upper edge would be on the slide."""
        return self.room.y - TOP * self.scale


def plot(hosting: Hosting) -> Plot:
    """The plot of a layout, inside its panel and above its source line where it has these."""
    pad = PAD if hosting.panel else 0.0
    low = 0.0 if hosting.footer else FOOT
    body = hosting.body
    room = Area(body.x + pad, body.y + pad, body.w - 2 * pad, body.h - 2 * pad - low)
    scale = min(room.w / (grid.RIGHT - grid.LEFT), room.h / (TALL * _LOW))
    return Plot(room, scale)


def staged(stage: Stage, kind: str) -> Stage:
    """The stage for a kind: as it is, or with the sizes that its layout in the template asks for."""
    template = stage.look.template
    return replace(stage, look=_sized(stage.look, template, kind)) if template else stage


@lru_cache(maxsize=64)
def _sized(look: Look, template: Template, kind: str) -> Look:
    scale = plot(template.hosting(kind)).scale
    page = min(template.h / 540.0, 1.0)
    roles = {**sizes.steps(look), **dict(look.types)}
    types = tuple((role, _scaled(one, scale, page, look.radius > 0)) for role, one in roles.items())
    return replace(look, types=types)


def _scaled(one: Type, scale: float, page: float, cards: bool) -> Type:
    """A size on the grid that comes out readable on the slide."""
    least = 12.0 if one.size < 14 or not cards else 14.0
    floor = one.size * min(scale, page) if one.size >= _LARGE else min(one.size, max(least, _SHRUNK * one.size)) * page
    final = max(one.size * min(scale, 1.0), floor, SMALLEST)
    final = round(min(final, max(one.size, SMALLEST)) * 2) / 2
    return Type(final / scale, one.pitch / one.size * final / scale)


def of(stage: Stage) -> Template:
    """The template; FitError where the look is none."""
    if stage.look.template is None:
        raise FitError("this look is not a template: lay the slide out on its own grid")
    return stage.look.template

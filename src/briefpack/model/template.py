"""Somebody else's presentation, seen as a place for a deck: rooms, placeholders, colours."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model.area import Area


@dataclass(frozen=True, slots=True)
class Spot:
    """A placeholder of a layout."""

    placeholder: str
    """Its type and index, as the attributes that a slide repeats."""
    frame: Area
    inner: Area
    """Where its text stands: the frame without its insets."""
    size: float
    """Points of the text that the template sets there."""
    font: str
    """Family that the template sets there."""
    align: str = "left"
    """Side that the template sets its text to: 'left', 'center' or 'right'."""
    moved: bool = False
    """Whether a slide has to say where it stands: it was given more room than its layout gives it."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """What one kind of slide gets in the template."""

    kind: str
    layout: str
    """The layout's name, as people see it."""
    part: str
    """Its part in the package: what it is found again by."""
    why: str
    """What it was found by: 'name', 'type' or 'geometry'."""
    title: Spot
    body: Area
    """Where drawings stand."""
    subtitle: Spot | None = None
    text: Spot | None = None
    """For plain points: they are typed into it."""
    footer: Spot | None = None
    number: Spot | None = None
    panel: bool = False
    """Whether the body stands on a picture, and so on a panel of its own."""
    bare: bool = True
    """Whether its paper is plain, so that our own colours are read on it as they were measured."""
    above: Area | None = None
    """For the line over the title and the section bars; None where they have no room."""
    lacks: tuple[str, ...] = ()
    """What a person should know of it."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A colour by its theme slot, lighter or darker; an empty slot means the hex digits themselves."""

    slot: str
    mod: int
    """Per cent of the slot's luminance that stay."""
    off: int
    """Per cent of luminance that are added."""
    colour: str
    """What that comes to, as six hex digits."""


@dataclass(frozen=True, slots=True)
class Template:
    """A presentation that was looked over and may be built in."""

    name: str
    w: float
    h: float
    hostings: tuple[Hosting, ...]
    """For every kind that can be mapped; 'points' also for kinds unknown to it."""
    missing: tuple[str, ...]
    """Kinds that cannot be mapped, each with the reason: 'timeline: no layout has a title'."""
    shades: tuple[tuple[str, Shade], ...]
    """Colour role to its shade of the template's theme."""
    fonts: tuple[str, str]
    """The theme's families for heads and text."""
    lacks: tuple[str, ...]
    """What is true of the whole."""
    package: bytes

    def hosting(self, kind: str) -> Hosting:
        """Where a kind of slide goes."""
        known = {one.kind: one for one in self.hostings}
        return known.get(kind) or known[""]

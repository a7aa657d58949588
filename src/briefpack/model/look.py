"""How a product looks: colours, type and fonts by role."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model.template import Template


@dataclass(frozen=True, slots=True)
class Font:
    """One slot of a look ('head', 'body', 'quote')."""

    deck: str
    """Name that the deck asks for: an Office font, 'Calibri'."""
    page: str
    """Family that pages embed: 'Lato' or 'PT Serif'."""


@dataclass(frozen=True, slots=True)
class Type:
    """One role of the type scale, in points."""

    size: float
    pitch: float
    """Distance from line to line."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The sign of an institution."""

    w: int
    """Pixels."""
    h: int
    alt: str
    """'Logo of the University of Tarn'."""
    pixels: bytes
    """Three bytes a pixel, row by row: red, green, blue."""
    alpha: bytes
    """One byte a pixel: how much of it covers what is below; empty where all of it does."""
    png: bytes
    """The same as a file."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, type and fonts by role; read from templates/looks/NAME/look.yaml."""

    name: str
    colours: tuple[tuple[str, str], ...]
    """Role to six hex digits: paper, ink, muted, accent, accent2, mark, rule, tint, tint2, panel,
    onaccent, onaccent2, bar."""
    types: tuple[tuple[str, Type], ...]
    """Role to size: display, question, hero, number, title, lead, body, small, label, source."""
    fonts: tuple[tuple[str, Font], ...]
    """'head', 'body', 'quote'."""
    radius: float
    """Of cards, in points; 0 for square ones."""
    print: tuple[tuple[str, str], ...] = ()
    """Roles that have another colour on paper."""
    logo: Logo | None = None
    """On the title slide and at the head of pages."""
    template: Template | None = None
    """Somebody else's presentation that the deck is built in; its colours and fonts are then this look's."""

    def colour(self, role: str) -> str:
        """Hex digits of a role; a KeyError names a role that the look lacks."""
        return dict(self.colours)[role]

    def type(self, role: str) -> Type:
        """Size and pitch of a role."""
        return dict(self.types)[role]

    def font(self, slot: str) -> Font:
        """The fonts of a slot."""
        return dict(self.fonts)[slot]

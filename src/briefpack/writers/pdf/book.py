"""What has been drawn: pages with their links, the tree of tags, the outline, the fonts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from briefpack.layout.typefaces import Face
from briefpack.model import Logo
from briefpack.writers.pdf.canvas import Canvas, Ink
from briefpack.writers.pdf.embedding import Fonts
from briefpack.writers.pdf.structure import Box, Tree


class Link(NamedTuple):
    """A place on a page that leads somewhere."""

    box: Box
    target: str
    says: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the outline."""

    level: int
    """From 0; levels never jump."""
    text: str
    page: int
    y: float
    """From the page's bottom."""


@dataclass(slots=True)
class Page:
    """A page as it is drawn."""

    w: float
    h: float
    canvas: Canvas = field(default_factory=Canvas)
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class Drawn:
    """Everything that goes into a file."""

    pages: list[Page] = field(default_factory=list)
    tree: Tree = field(default_factory=Tree)
    outline: list[Entry] = field(default_factory=list)
    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)
    """Page and height, from its bottom, of each place that links of the file lead to."""
    inks: dict[tuple[Face, float, str, float], Ink] = field(default_factory=dict)
    """By face, size, colour and tracking."""
    fonts: Fonts = field(default_factory=Fonts)
    images: list[Logo] = field(default_factory=list)

    def image(self, logo: Logo) -> str:
        """The name under which pages know a logo: 'Im1'."""
        if logo not in self.images:
            self.images.append(logo)
        return f"Im{self.images.index(logo) + 1}"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a sheet stands on its page: what is added to its places, and how much it is scaled before."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    up: float = 1.0

    def box(self, box: Box) -> Box:
        """A box of the sheet as a box of the page."""
        left, bottom, right, top = box
        return (
            self.x + left * self.across,
            self.y + bottom * self.up,
            self.x + right * self.across,
            self.y + top * self.up,
        )

"""What is kept of a page from one build to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefpack.merge.anchors import Passages


@dataclass(frozen=True, slots=True)
class Out:
    """What a person struck out or changed, and was not found the last time: it is not to come back beside her line."""

    path: tuple[str, ...]
    """The headings above it."""
    lines: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was written last, before anybody changed it."""

    page: str
    passages: Passages = field(default_factory=dict)
    """Every passage that its references could mean, by its words. Empty where that is not known."""
    out: tuple[Out, ...] = ()

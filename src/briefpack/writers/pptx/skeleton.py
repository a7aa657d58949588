"""The XML files that every deck is made from."""

from __future__ import annotations

from briefpack.writers import office


def filled(file: str, /, **holes: object) -> bytes:
    """The part with its holes filled; what goes in is XML, escaped by the one who made it."""
    return office.filled("pptx", file, **holes)


def text(name: str) -> str:
    """A file of the writer's own data."""
    return office.shipped("pptx", name)

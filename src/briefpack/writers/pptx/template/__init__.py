"""Somebody else's presentation as a place for our deck.

`opened` refuses what is not safe, `rooms` measures a layout, `mapping` finds the layout of each kind,
`palette` reads the theme's colours as roles, `picture` draws what was found.
"""

from __future__ import annotations

from briefpack.model import Template


def read(data: bytes, name: str) -> Template:
    """Look a .pptx or .potx over; ReadError where it is none, or holds what a template must not."""
    from briefpack.writers.pptx.template import mapping, opened

    return mapping.template(opened.package(data, name), name)


def drawn(template: Template) -> bytes:
    """How each kind of slide will stand in it, as a PNG."""
    from briefpack.writers.pptx.template import picture

    return picture.png(template)

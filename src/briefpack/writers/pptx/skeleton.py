"""The XML files that every deck is made from, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template


def filled(file: str, /, **holes: object) -> bytes:
    """The part with its holes filled; what goes in is XML, escaped by the one who made it."""
    return _template(file).substitute(holes).encode()


def scripts() -> str:
    """The theme's fonts for other scripts."""
    lines = text("scripts.txt").splitlines()
    pairs = (line.split(" ", 1) for line in lines if not line.startswith("#"))
    return "".join(f'<a:font script="{script}" typeface="{font}"/>' for script, font in pairs)


@cache
def _template(name: str) -> Template:
    return Template(text(name))


def text(name: str) -> str:
    """A file of the writer's own data."""
    return (files("briefpack.writers.pptx") / "data" / name).read_text(encoding="utf-8")

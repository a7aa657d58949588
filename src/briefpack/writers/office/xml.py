"""Text as XML, and the XML files that a writer ships."""

from __future__ import annotations

import re
from functools import cache
from html import escape as _escape
from importlib.resources import files
from string import Template

from briefpack.errors import WriteError

_IMPOSSIBLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(text: str) -> str:
    """Text for an element or a quoted attribute; WriteError names characters that XML cannot hold."""
    found = _IMPOSSIBLE.findall(text)
    if found:
        names = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(found))
        raise WriteError(f"{text[:40]!r} holds {names}, which no office file can: take it out of the text")
    return _escape(text, quote=False).replace('"', "&quot;").replace("\n", "&#10;")


def filled(writer: str, file: str, /, **holes: object) -> bytes:
    """A part that a writer ships, its holes filled; what goes in is XML, escaped by the one who made it."""
    return _template(writer, file).substitute(holes).encode()


@cache
def _template(writer: str, name: str) -> Template:
    return Template(shipped(writer, name))


def shipped(writer: str, name: str) -> str:
    """A file of a writer's own data."""
    return (files(f"briefpack.writers.{writer}") / "data" / name).read_text(encoding="utf-8")

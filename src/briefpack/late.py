"""Names of a room that are taken from their files when they are first asked for: a command loads what it uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def exported(room: str, files: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a room whose files hold these names; a file of the same name is the file itself.

    No file may be called like something else that the room gives: importing the file would hide it.
    """

    def found(name: str) -> Any:
        if name not in files:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        held = import_module(f"{room}.{files[name]}")
        return held if name == files[name] else getattr(held, name)

    return found

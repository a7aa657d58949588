"""Small words for the XML of decks: namespaces, children by short names, numbers that may be missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SPACES = {"a": A, "p": P, "r": R, "c": C}
EMU = 12700
"""English metric units in a point."""


def tag(short: str) -> str:
    """'a:rPr' in full."""
    space, _, name = short.partition(":")
    return f"{{{_SPACES[space]}}}{name}"


def kind(element: Any) -> str:
    """An element's name without its namespace; empty for a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Any, *path: str) -> Any:
    """The first child of a name, and its child …; None where one is missing."""
    for short in path:
        if element is None:
            return None
        element = element.find(tag(short))
    return element


def first(element: Any, *names: str) -> Any:
    """The first child of any of these names, whatever its namespace."""
    if element is None:
        return None
    return next((one for one in element if kind(one) in names), None)


def parts(element: Any) -> tuple[Any, ...]:
    """All children; none where the element is missing."""
    return () if element is None else tuple(one for one in element if isinstance(one.tag, str))


def every(element: Any, short: str) -> Iterator[Any]:
    """All descendants of a name."""
    return iter(()) if element is None else element.iter(tag(short))


def number(element: Any, name: str, default: float = 0.0) -> float:
    """A number of an attribute; the default where it is missing or is none."""
    text = None if element is None else element.get(name)
    try:
        return float(text.rstrip("%")) if text else default
    except ValueError:
        return default


def share(element: Any, name: str = "val", default: float = 1.0) -> float:
    """A percentage as a share: '75000' and '75%' are 0.75."""
    value = number(element, name, default * 100_000)
    whole = element is not None and str(element.get(name, "")).endswith("%")
    return value / 100 if whole else value / 100_000


def points(element: Any, name: str, default: float = 0.0) -> float:
    """A length in English metric units as points."""
    return number(element, name, default * EMU) / EMU


def switched(element: Any, name: str) -> bool | None:
    """A yes or no; None where nothing is said."""
    value = None if element is None else element.get(name)
    return None if value is None else value in ("1", "true", "on")

"""A value known again as the same object, so that what was made of it can be kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

Value = TypeVar("Value")
Made = TypeVar("Made")

_MOST = 512
"""Documents of which something is kept."""
_KEPT: list[Callable[[], None]] = []


class Same(Generic[Value]):
    """A key for `lru_cache`: comparing a source with all its passages costs more than reading it."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value


def kept(make: Callable[[Value], Made]) -> Callable[[Value], Made]:
    """Make it once of each document, until `forget` is called."""

    @lru_cache(maxsize=_MOST)
    def known(same: Same[Value]) -> Made:
        return make(same.value)

    @wraps(make)
    def again(value: Value) -> Made:
        return known(Same(value))

    _KEPT.append(known.cache_clear)
    return again


def forget() -> None:
    """Let go of the documents of the set before: a new one is read."""
    for clear in _KEPT:
        clear()

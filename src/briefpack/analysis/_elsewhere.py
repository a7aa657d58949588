"""Whether two statements are of other places or times: 'Crime fell in Lima', 'crime rose in Oslo'."""

from __future__ import annotations

import re
from functools import lru_cache

_SPOT = re.compile(r"\b(?:in|at|near|across|around|outside) (?:the )?([A-Z][\w-]+)")
_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]+day"
    r"|(?:last|this|next) (?:week|month|year|spring|summer|autumn|winter)|today|yesterday|tomorrow|(?:19|20)\d\d)\b"
)


_LONG = re.compile(r"(?:last|this|next) (?!week)|(?:19|20)\d\d")


def elsewhere(one: str, other: str) -> bool:
    """'Crime fell in Lima', 'crime rose in Oslo'; 'fares rose in May', 'in June fares fell'."""
    return apart(one, other) or _disjoint(_times(one), _times(other))


def apart(one: str, other: str) -> bool:
    """Of other places."""
    return _disjoint(_spots(one), _spots(other))


def named_in(one: str, other: str) -> bool:
    """Whether every place that a statement names stands in a text: 'lent in Aske' and a text without Aske."""
    return all(spot in other for spot in _spots(one))


def same_time(one: str, other: str) -> bool:
    """Both name a year that they share, or neither does; a day may stand in one alone."""
    first, second = (frozenset(time for time in _times(text) if _LONG.match(time)) for text in (one, other))
    return first == second or bool(first & second)


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


@lru_cache(maxsize=4096)
def _spots(text: str) -> frozenset[str]:
    return frozenset(_SPOT.findall(text)) - _times(text)


@lru_cache(maxsize=4096)
def _times(text: str) -> frozenset[str]:
    return frozenset(_TIME.findall(text))

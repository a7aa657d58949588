"""A text in lower case, read once for all that look up words in it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz-'_ ")
"""What most texts are made of: only other letters are looked at one by one."""


class Lowered(NamedTuple):
    """The words with plain apostrophes, 'co-op' and 'town's' as one each."""

    row: tuple[str, ...]
    line: str
    """Between spaces: ' the town's co-op '."""
    known: frozenset[str]
    digits: bool
    """Whether there is a digit in it."""


@lru_cache(maxsize=16384)
def lowered(text: str) -> Lowered:
    """What stands between words goes: marks replaced one by one cost a half of searching the text for words."""
    line = text.lower().replace("’", "'")
    others = set(line) - _PLAIN
    for mark in others:
        if not mark.isalnum():
            line = line.replace(mark, " ")
    row = tuple(line.split())
    return Lowered(row, f" {' '.join(row)} ", frozenset(row), any(map(str.isdecimal, others)))


@lru_cache(maxsize=16384)
def words_of(text: str) -> frozenset[str]:
    """The words apart at hyphens and apostrophes: 'twenty' and 'one' of 'Twenty-one'."""
    return frozenset(lowered(text).line.replace("-", " ").replace("'", " ").replace("_", " ").split())

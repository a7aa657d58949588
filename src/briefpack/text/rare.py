"""Words that not everybody knows: 'turbidity', 'escrow'; told by a list of the plain forms of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefpack.text import words

_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("ily", "y"), ("er", ""), ("er", "e"), ("ier", "y"), ("est", ""), ("iest", "y"), ("ness", ""), ("able", ""),
    ("less", ""), ("ship", ""), ("en", ""), ("'s", ""), ("’s", ""),
)  # fmt: skip
_BEGINNINGS = ("un", "re", "non", "over", "under", "out", "co", "pre", "mis", "in", "up", "off", "mid")
_DOUBLED = re.compile(r"(.+?)([b-df-hj-np-tv-z])\2(?:ed|ing|er)$")
_LEAST = 4
"""Letters of a word that is never rare, and of a plain form."""
_PART = 3
"""Fewest letters of a word in another."""


@lru_cache(maxsize=16384)
def is_rare(word: str) -> bool:
    """Whether a word in small letters is none of the usual ones, nor a form of one: 'escrow', not 'reopened'."""
    return len(word) > _LEAST and word.isalpha() and not _is_usual(word, 2)


@lru_cache(maxsize=4096)
def is_plain_compound(word: str) -> bool:
    """Whether two usual words make it up, and so say what it is: 'riverbed', 'lunchboxes'."""
    cuts = range(_PART, len(word) - _PART + 1)
    return any(_is_usual(word[:at], 1) and _is_usual(word[at:], 1) for at in cuts)


@lru_cache(maxsize=16384)
def is_made(word: str, *endings: str) -> bool:
    """Whether a usual word with one of these endings makes it up: 'freely' and 'counted' yes, 'tally' no."""
    return word.endswith(endings) and any(_is_usual(plain, 1) for plain in _plainer(word))


def _is_usual(word: str, steps: int) -> bool:
    if word in words.data("common-en"):
        return True
    return steps > 0 and any(_is_usual(plain, steps - 1) for plain in _plainer(word))


def _plainer(word: str) -> Iterator[str]:
    """What a word may be a form of: 'running' of 'run', 'nurses' of 'nurse', 'unloaded' of 'loaded'."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _LEAST - 1:
            yield word[: -len(ending)] + instead
    if doubled := _DOUBLED.match(word):
        yield doubled[1] + doubled[2]
    for beginning in _BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= _LEAST:
            yield word[len(beginning) :]

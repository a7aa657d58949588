"""How two texts are told to be the same, or one the edited form of the other."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_MOST_WORDS = 400
"""Longer texts are compared by the words that they share, in any order: comparing the order takes too long."""
_FAR = 0.1
"""Texts whose lengths differ by so much are not alike."""
_PART = re.compile(r"\s*\(\d+ \S+ \d+\)$")


def plain(text: str) -> str:
    """A text without what a slide adds or takes away: capitals, its last stop, '(1 of 2)', a space before a colon."""
    return _PART.sub("", " ".join(text.split())).replace(" :", ":").casefold().rstrip(" .")


def alike(one: str, other: str) -> float:
    """0 for texts without a common word, 1 for the same."""
    mine, theirs = plain(one).split(), plain(other).split()
    if not (mine and theirs):
        return 0.0
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.real_quick_ratio() < _FAR:
        return 0.0
    return matcher.quick_ratio() if max(len(mine), len(theirs)) > _MOST_WORDS else matcher.ratio()


def shortened(short: str, full: str) -> bool:
    """Whether a text is what is left of another when words are taken out."""
    rest = iter(plain(full).split())
    return all(word in rest for word in plain(short).split())

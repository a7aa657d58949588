"""How two texts are told to be the same, or one the edited form of the other."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_PART = re.compile(r"\s*\(\d+ (?:of|de|sur) \d+\)$")


def plain(text: str) -> str:
    """A text without what a slide adds or takes away: capitals, its last stop, '(1 of 2)', a space before a colon."""
    return _PART.sub("", " ".join(text.split())).replace(" :", ":").casefold().rstrip(" .")


def alike(one: str, other: str) -> float:
    """0 for texts without a common word, 1 for the same."""
    mine, theirs = plain(one).split(), plain(other).split()
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() if mine and theirs else 0.0


def shortened(short: str, full: str) -> bool:
    """Whether a text is what is left of another when words are taken out."""
    rest = iter(plain(full).split())
    return all(word in rest for word in plain(short).split())

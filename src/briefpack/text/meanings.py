"""Whether the meaning that a text gives a word explains it."""

from __future__ import annotations

import re

MOST = 26
"""Words of an explanation; a longer one is left to the source."""
_NO_MEANING = re.compile(
    r"[A-Z]{2,}(?:,.*)?|(?:[Aa]n?|[Tt]he) \S+|.*\b(?:that|which|who|whose)(?: (?:the|an?))? \S+|.*[“\"][^”\"]*"
)
"""'PHB, "the Board"', 'a precaution', 'a plan that the Senate': an explanation that explains nothing."""


def explains(meaning: str) -> bool:
    """Whether a meaning is short enough to print, and says more than another name."""
    return 0 < len(meaning.split()) <= MOST and not _NO_MEANING.fullmatch(meaning)

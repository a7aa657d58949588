"""Which language a text is in, told by its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefpack.text.lists import load

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl")

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 12_000
_LEAST_WORDS = 4
_LEAST_SHARE = 0.18
_LEAD = 1.15


def detect(text: str) -> str | None:
    """Two-letter code of the language, None when no profile fits or two fit alike.

    Reads the first 12,000 characters. A word that several languages share ('de', 'in') counts for each.
    """
    counts = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    total = sum(counts.values())
    scores = sorted(((_hits(counts, code), code) for code in LANGUAGES), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    sure = best >= _LEAST_WORDS and best >= _LEAST_SHARE * total and best >= _LEAD * second
    return code if sure else None


@cache
def function_words(language: str) -> frozenset[str]:
    """The lower-case function words of a language; empty for one without a profile."""
    return frozenset(word for line in load(f"language-{language}") for word in line.split())


def _hits(counts: Counter[str], code: str) -> int:
    return sum(counts[word] for word in function_words(code))

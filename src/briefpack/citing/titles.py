"""English titles with the capitals that MLA and Chicago ask for."""

from __future__ import annotations

import re

_SMALL = frozenset(
    "a an and as at but by down for from in into nor of on onto or over so the till to up via with yet vs v".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_OPENS = re.compile(r"(?:^|[:?!.—–]\s)[\s“‘\"'(\[]*$")


def capitals(title: str, language: str) -> str:
    """'Russia and China: what they say' as 'Russia and China: What They Say'; another language's title as it is."""
    if language != "en" or title.startswith("["):
        return title
    words = list(_WORD.finditer(title))
    out, at = [], 0
    for place, found in enumerate(words):
        word = found[0]
        small = word.lower() in _SMALL and not _OPENS.search(title[: found.start()]) and place < len(words) - 1
        kept = small or any(letter.isupper() for letter in word) or _tail(title, found.start())
        out += [title[at : found.start()], word if kept else word[0].upper() + word[1:]]
        at = found.end()
    return "".join(out) + title[at:]


def _tail(title: str, start: int) -> bool:
    """Whether a word goes on after a hyphen that follows a prefix: 'up' in 're-up' stays, 'term' in 'long-term' too."""
    return start > 0 and title[start - 1] in "'’"

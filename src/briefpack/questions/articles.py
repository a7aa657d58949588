"""The article of a name, as the sources write it: 'the World Health Organization', 'la Ville de Valombre'."""

from __future__ import annotations

import re
from collections import Counter

from briefpack.text.plain import plain

_FRENCH = {
    "le": "le ", "la": "la ", "les": "les ", "l'": "l’", "du": "le ", "au": "le ", "des": "les ", "aux": "les ",
}  # fmt: skip
"""What stands before a name, and the article that is in it."""
_BEFORE = re.compile(r"(?:^|[\s(\"])(le|la|les|l'|du|au|des|aux) ?$", re.IGNORECASE)
_MOST = 20


def french(name: str, text: str) -> str:
    """A name with the article that most of its mentions in a text (made plain) have; bare where most have none."""
    counts = Counter(_article(text[max(0, found.start() - 5) : found.start()]) for found in _mentions(name, text))
    best, _ = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return f"{best}{name}"


def _mentions(name: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<![\w-]){re.escape(plain(name))}(?![\w-])", text))[:_MOST]


def _article(before: str) -> str:
    found = _BEFORE.search(before)
    return _FRENCH[found[1].lower()] if found else ""

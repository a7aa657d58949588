"""Names of people in lines that hold little else: bylines, headings, the openings of notes on authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.text.lists import load

_TITLES = frozenset(["dr", "prof", "professor", "sir", "dame", "mr", "mrs", "ms", "rev", "mme", "herr", "frau"])
_PARTICLES = frozenset("de del della di da dos van von der den ter la le el al bin ibn du des y".split())
_AND = re.compile(r",? (?:and|et|und|y|e|en|&) |, ")
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*[^\W_]|\.)?\.?")
_MOST_PARTS = 4


def is_name(text: str) -> bool:
    """Two to four capitalised parts, with particles and initials: 'Ruth M. Okoye', 'Ursula von der Leyen'."""
    words = text.split()
    parts = [word for word in words if word not in _PARTICLES]
    if not 2 <= len(parts) <= _MOST_PARTS or words[-1] in _PARTICLES:
        return False
    return all(part[0].isupper() and _WORD.fullmatch(part) for part in parts) and not _common(words)


def names(text: str) -> tuple[str, ...]:
    """'Dr. Jane Doe and John Roe, Science Editor' as two names without titles: those that it begins with."""
    return tuple(_leading(text))


def only_names(text: str) -> tuple[str, ...]:
    """The names in a list of names and nothing else; none if there is anything else."""
    parts = _AND.split(text)
    found = names(text)
    return found if len(found) == len(parts) else ()


def small(name: str) -> str:
    """'JANE DOE' as 'Jane Doe'; other names as they are."""
    return name.title() if name.isupper() else name


def _leading(text: str) -> Iterator[str]:
    for part in _AND.split(text):
        name = _untitled(part.strip())
        if not is_name(name):
            return
        yield name


def _untitled(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.rstrip(".").lower() in _TITLES and rest else name


def _common(words: list[str]) -> bool:
    """Whether a word is one that no name holds: 'Key Findings', 'Supreme Court'."""
    return not _common_words().isdisjoint(word.lower().strip(".") for word in words)


@cache
def _common_words() -> frozenset[str]:
    return frozenset(word for line in load("people-not-names") for word in line.split())

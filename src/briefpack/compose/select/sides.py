"""Which countries a text is about, by name, adjective or seat of government: 'Beijing' and 'Chinese' are China."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefpack.text import lists

_POSSESSIVE = re.compile(r"['’]s?\b")


def sides(text: str) -> frozenset[str]:
    """The countries that a text names, each by its first name."""
    return frozenset(naming(text).values())


@lru_cache(maxsize=8192)
def naming(text: str) -> dict[str, str]:
    """The names of countries in a text, each with the country's first name."""
    folded = f" {' '.join(_POSSESSIVE.sub('', text).replace('-', ' ').replace('–', ' ').split())} "
    folded = re.sub(r"[,;:?!“”\"()]|\.(?= |$)(?<![A-Z]\.)", " ", folded)
    found = (name for word in set(folded.split()) for name in _begun().get(word, ()))
    return {name: _names()[name] for name in found if f" {name} " in f" {folded} "}


def named(word: str) -> str:
    """The country that a single word names: 'Chilean' is Chile, 'then-Chilean' is none; empty where it names none."""
    return _names().get(word, "")


def country(name: str) -> bool:
    """Whether a name is a country's, or that of a part of the world."""
    return name in _names() or name in _countries()


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in lists.load("names.countries"):
        parts = row.split("|")
        first, *_ = parts[0].split(",")
        for name in (name for part in parts for name in part.split(",") if name):
            found.setdefault(name, first)
    return found


@cache
def _begun() -> dict[str, list[str]]:
    """The names that begin with a word: looked up by the words of a text, not each in turn."""
    found: dict[str, list[str]] = {}
    for name in _names():
        found.setdefault(name.split()[0], []).append(name)
    return found


@cache
def _countries() -> frozenset[str]:
    return frozenset(_names().values())

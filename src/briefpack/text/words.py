"""Words of a text: to count, to compare statements, to find what two of them share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, repeat

from briefpack.text import lists

_WORD = re.compile(
    r"[a-z]+(?=[ ,]|$)"  # most words, told at once
    r"|(?:[^\W\d_]\.){2,}|\d[\d.,]*\d|[^\W_]+(?:['’\-‑][^\W_]+)*"
)
_POSSESSIVE = re.compile(r"['’](?:s|d|ll|re|ve)?$")
_PREFIXES = frozenset({"co", "re", "non", "pre", "de", "e"})
"""'co-operation' is one word, 'Anglo-French' two."""


def words(text: str) -> list[str]:
    """The words as they stand, in order, without punctuation: 'U.S.', 'co-operation', '4.5'."""
    return _WORD.findall(text)


def content(text: str, language: str = "en") -> frozenset[str]:
    """The words that carry a topic: lower case, without stop words, plurals and possessives folded."""
    return _content(text, language)


@lru_cache(maxsize=16384)
def _content(text: str, language: str) -> frozenset[str]:
    return frozenset(_in_order(text, language))


def in_order(text: str, language: str = "en") -> list[str]:
    """The words of `content` with their repetitions, in the text's order."""
    return list(_in_order(text, language))


def _in_order(text: str, language: str) -> Iterator[str]:
    return chain.from_iterable(map(_carried, text.split(), repeat(language)))


@lru_cache(maxsize=65536)
def _carried(piece: str, language: str) -> tuple[str, ...]:
    """What stands between two spaces brings to a text's content: none of 'the,', two of '“Anglo-French'."""
    stop = data(f"stop-{language}") or data("stop-en")
    found = (_fold(part) for word in words(piece) for part in _parts(word.lower()) if part not in stop)
    return tuple(part for part in found if len(part) > 1 and part not in stop)


@cache
def data(name: str) -> frozenset[str]:
    """The entries of text/data/NAME.txt as a set."""
    return frozenset(lists.load(name))


def _parts(word: str) -> list[str]:
    """'anglo-french' in two, 'co-operation' joined, 'storm's' without its ending."""
    bare = _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
    if "-" not in bare and "‑" not in bare:
        return [bare]
    first, *rest = bare.replace("‑", "-").split("-")
    return ["".join((first, *rest))] if first in _PREFIXES else [first, *rest]


def _fold(word: str) -> str:
    """A light plural folding: 'countries' and 'country', 'taxes' and 'tax'; 'crisis' and 'gas' stay."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]

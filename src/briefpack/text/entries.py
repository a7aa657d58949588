"""Does an entry of a word list stand in a text? Whole words and phrases, whatever their case.

Sets and substrings, no regular expressions: compiling a pattern of a hundred words costs more
than reading a whole article.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefpack.text import lists

_WORD = re.compile(r"[\w'’-]+")


class _Entries(NamedTuple):
    words: frozenset[str]
    phrases: tuple[str, ...]
    heads: dict[str, tuple[str, ...]]
    """The phrases by their first words."""


def holds(text: str, name: str) -> bool:
    """True where an entry of text/data/NAME.txt stands in the text."""
    entries, (_, line, known) = _entries(name), _read(text)
    if not entries.words.isdisjoint(known):
        return True
    heads = entries.heads
    if heads.keys().isdisjoint(known):
        return False
    return any(phrase in line for word in known if word in heads for phrase in heads[word])


def opens_with(text: str, name: str) -> bool:
    """True where the text opens with an entry of text/data/NAME.txt."""
    entries, (row, line, _) = _entries(name), _read(text)
    return row[:1] != () and (row[0] in entries.words or line.startswith(entries.phrases))


@lru_cache(maxsize=16384)
def _read(text: str) -> tuple[tuple[str, ...], str, frozenset[str]]:
    """The text's words in lower case with plain apostrophes: in order, in one line between spaces, and each once."""
    row = tuple(_WORD.findall(text.lower().replace("’", "'")))
    return row, f" {' '.join(row)} ", frozenset(row)


@cache
def _entries(name: str) -> _Entries:
    entries = [entry.lower().replace("’", "'") for entry in lists.load(name)]
    phrases = tuple(f" {entry} " for entry in entries if " " in entry)
    heads: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.split()[0]
        heads[first] = (*heads.get(first, ()), phrase)
    return _Entries(frozenset(entry for entry in entries if " " not in entry), phrases, heads)

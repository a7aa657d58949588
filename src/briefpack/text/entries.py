"""Does an entry of a word list stand in a text? Whole words and phrases, whatever their case.

Sets and substrings, no regular expressions: compiling a pattern of a hundred words costs more
than reading a whole article.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefpack.text import lists
from briefpack.text._lowered import lowered


class _Entries(NamedTuple):
    words: frozenset[str]
    phrases: tuple[str, ...]
    heads: dict[str, tuple[str, ...]]
    """The phrases by their first words."""
    starts: frozenset[str]
    """Words and first words: most texts have none of them."""


def holds(text: str, name: str) -> bool:
    """True where an entry of text/data/NAME.txt stands in the text."""
    entries, (_, line, known, _) = _entries(name), lowered(text)
    if entries.starts.isdisjoint(known):
        return False
    heads = entries.heads
    return not entries.words.isdisjoint(known) or any(
        phrase in line for word in known if word in heads for phrase in heads[word]
    )


def opens_with(text: str, name: str) -> bool:
    """True where the text opens with an entry of text/data/NAME.txt."""
    entries, (row, line, *_) = _entries(name), lowered(text)
    return row[:1] != () and (row[0] in entries.words or line.startswith(entries.phrases))


@cache
def _entries(name: str) -> _Entries:
    entries = [entry.lower().replace("’", "'") for entry in lists.load(name)]
    phrases = tuple(f" {entry} " for entry in entries if " " in entry)
    heads: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.split()[0]
        heads[first] = (*heads.get(first, ()), phrase)
    words = frozenset(entry for entry in entries if " " not in entry)
    return _Entries(words, phrases, heads, words.union(heads))

"""Words that not everybody knows, and pairs of words that everybody does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefpack.text import lists, rare, words

_HARD, _TECHNICAL = 0.7, 1.0
"""Weights of a word that is rare, and of a long one with the ending of a science."""
_PLAIN = re.compile(
    r"(?:(?<![\w-])(?P<before>[a-z]+) )?(?<![\w@./’'-])(?P<word>[a-z]{5,})(?![\w@’'-])"
    r"(?= (?P<after>[a-z]{3,})(?![\w-]))?"
)
_LONG = 10
_ADJECTIVE = ("al", "ary", "ic", "ous", "ive", "able", "ible")
_SOMEBODY = ("ist", "er", "or", "man", "woman", "people", "ian", "ent", "ant")
_OBJECT = frozenset("the a an that this these those it its them their him his her us our me my you your".split())
NO_NOUN = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not", "who", "they", "we"}
)


def hard(text: str) -> Iterator[tuple[str, float]]:
    """Words that not everybody knows, an adjective with what it stands before: 'escrow', 'geostationary satellite'."""
    for found in _PLAIN.finditer(text):
        word = found["word"]
        if not (_is_technical(word) or _is_hard(word, found["before"] or "")) or _acts(word, found["after"] or ""):
            continue
        weight = _TECHNICAL if _is_technical(word) else _HARD
        if not word.endswith(_ADJECTIVE):
            yield word, weight
        elif found["after"] and not is_common(f"{word} {found['after']}"):
            yield f"{word} {found['after']}", weight


def _acts(word: str, after: str) -> bool:
    """'inculcates the …' is a verb."""
    return word.endswith("s") and after in _OBJECT


@lru_cache(maxsize=16384)
def _is_technical(word: str) -> bool:
    long = len(word) > _LONG and word.endswith(lists.load("technical-endings"))
    return long and word not in words.data("familiar-en")


def _is_hard(word: str, before: str) -> bool:
    """Not a verb: 'to ratchet'."""
    return before not in NO_NOUN and _is_hard_noun(word)


@lru_cache(maxsize=16384)
def _is_hard_noun(word: str) -> bool:
    """Not a verb's form, somebody ('a hydrologist'), nor what two usual words make plain."""
    if word.endswith(("ly", "ed", "ing")) or not rare.is_rare(word):
        return False
    one = word.removesuffix("s")
    return not (rare.is_plain_compound(word) or one in _known() or one.endswith(_SOMEBODY))


@cache
def _known() -> frozenset[str]:
    return frozenset(one for name in ("familiar-en", "names.roles") for one in words.data(name))


def is_common(pair: str) -> bool:
    """Words that are no two nouns, or that anybody says of anything."""
    one, other = pair.split()
    bare = other.removesuffix("s")
    plain = (other in _everyday() or bare in words.data("names.roles")) and not is_thing(bare)
    return plain or one in _everyday() or rare.is_made(one, "ly", "ed") or rare.is_made(other, "ly", "ed")


def is_thing(word: str) -> bool:
    return word in words.data("things-en") or word in words.data("labels-en")


@cache
def _everyday() -> frozenset[str]:
    names = ("stop-en", "generic-en", "verbs-en", "times-en", "names.roles", "vague-en")
    return frozenset(word for name in names for entry in words.data(name) for word in entry.split())

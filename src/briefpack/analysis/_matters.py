"""What two statements are both about, as a noun phrase that reads well after a colon."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from briefpack.analysis._stances import judges, stem, stems
from briefpack.analysis._subjects import Subjects
from briefpack.model import Brief, Source
from briefpack.text import words

_TOKEN = re.compile(r"[A-Za-z]+(?=[ ,.;])|[^\W_][\w’'-]*|[^\w\s]")
_DETERMINER = frozenset("the a an its their his her our this that these those some any each every no".split())
_CLOSES = frozenset(
    "of in on at by for to from with is are was were has have had will would can could may might must should and or"
    " that which who , . ; : ) ” — – ? ! as than after before during under over into".split()
)
_OPENS = frozenset(".!?“”‘\"'")
_RARE = 0.6
"""Weight of a noun that says more of what is at issue than a name."""
_COMMON = 0.35


class Matters:
    """The nouns of the sources, known by what stands before and after them."""

    def __init__(self, sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> None:
        self._subjects = subjects
        self._people = {
            part for person in found.people for name in (person.name, *person.aka) for part in (name, *name.split())
        }
        self._opened = set[str]()
        self._closed = set[str]()
        self._pairs = Counter[tuple[str, str]]()
        self._with_the = set[str]()
        self._small = set[str]()
        self._nouns: dict[str, bool] = {}
        self._rows: dict[str, list[str]] = {}
        self._told: dict[str, tuple[tuple[str, str], ...]] = {}
        for source in sources:
            for passage in source.passages:
                self._read(passage.text)

    def label(self, one: str, other: str, weights: dict[str, float]) -> str:
        """The rarest noun phrase or name that both hold; '' where none is sure to be a noun."""
        names = self._names(one, other)
        best, most = self._rarest(one, other, weights)
        return best if best and (most >= _RARE or not names) else names

    def noun(self, one: str, other: str, weights: dict[str, float]) -> str:
        """The rarest noun phrase alone, and no common one."""
        best, most = self._rarest(one, other, weights)
        return best if most >= _COMMON else ""

    def _rarest(self, one: str, other: str, weights: dict[str, float]) -> tuple[str, float]:
        phrases = (*self._phrases(one, stems(other)), *self._phrases(other, stems(one)))
        weighed = ((phrase, self._weight(phrase, weights)) for phrase in phrases)
        return max(weighed, key=lambda pair: pair[1], default=("", 0.0))

    def _weight(self, phrase: str, weights: dict[str, float]) -> float:
        return math.fsum(weights.get(stem(word), 0.0) for word in words.content(phrase))

    def nouns(self, text: str) -> Iterable[tuple[str, str]]:
        """Each noun phrase of a text with the stem of its head: ('the levy', 'levy')."""
        if text not in self._told:
            phrases = self._phrases(text, stems(text))
            self._told[text] = tuple((phrase, stem(words_fold(phrase.split()[-1]))) for phrase in phrases)
        return self._told[text]

    def names(self, text: str) -> Iterable[tuple[str, str]]:
        """Each name in a text that is nobody's, with a key of its own."""
        for name in self._subjects.of(text):
            if name not in self._people and len(name) > 2:
                yield self._subjects.printed(name), f"@{name}"

    def topic(self, text: str, weights: dict[str, float]) -> str:
        """What one text is about, where two share no noun."""
        return self.label(text, text, weights)

    def _names(self, one: str, other: str) -> str:
        """The rarest two names that both hold."""
        shared = set(self._subjects.of(one)) & set(self._subjects.of(other))
        label = self._subjects.label(one, other) if shared else ""
        return "" if any(name in label for name in shared & self._people) else label

    def _phrases(self, text: str, theirs: frozenset[str]) -> Iterable[str]:
        """Nouns of a text that the other shares, with the word before where the sources often join them."""
        row = self._row(text)
        for place, word in enumerate(row):
            if len(word) < 3 or not self._is_noun(word, row, place) or stem(words_fold(word)) not in theirs:
                continue
            before = row[place - 1] if place else ""
            joined = self._pairs.get((before.lower(), word.lower()), 0) > 1 and self._may_join(before)
            phrase = f"{before} {word}".lower() if joined else word.lower()
            if phrase in self._with_the:
                yield f"the {phrase}"
            elif joined or phrase.endswith("s"):
                yield phrase

    def _row(self, text: str) -> list[str]:
        """Its words and marks, read once."""
        if text not in self._rows:
            self._rows[text] = _TOKEN.findall(text)
        return self._rows[text]

    def _is_noun(self, word: str, row: list[str], place: int) -> bool:
        """By the word and, here, by what follows it; no name."""
        low = word.lower()
        if low not in self._nouns:
            self._nouns[low] = self._may_be_noun(low)
        if not self._nouns[low] or (word[0].isupper() and place and row[place - 1] not in _OPENS):
            return False
        return (row[place + 1].lower() if place + 1 < len(row) else ".") in _CLOSES

    def _may_be_noun(self, low: str) -> bool:
        """Somewhere it stands behind a determiner, somewhere at the end of its phrase, and it is no verb or adverb."""
        seen = low in self._small and low in self._closed and low in self._opened
        if not seen or not low.isalpha() or low.endswith(("ly", "ed")):
            return False
        return not judges(low) and low not in _no_nouns()

    def _may_join(self, before: str) -> bool:
        low = before.lower()
        return len(low) > 2 and low.isalpha() and low not in _no_nouns() and not judges(low) and before == low

    def _read(self, text: str) -> None:
        tokens = self._row(text)
        self._small.update(filter(str.islower, tokens))
        row = [token.lower() for token in tokens]
        self._pairs.update(pair for pair in zip(["", *row], row, strict=False) if len(pair[1]) > 2)
        for before_that, before, word, after in zip(["", "", *row], ["", *row], row, [*row[1:], "."], strict=False):
            if len(word) < 3:
                continue
            if before in _DETERMINER or before_that in _DETERMINER:
                self._opened.add(word)
            if before_that == "the":
                self._with_the.update((word, f"{before} {word}"))
            elif before == "the":
                self._with_the.add(word)
            if after in _CLOSES:
                self._closed.add(word)


@cache
def _no_nouns() -> frozenset[str]:
    return frozenset().union(*map(words.data, ("stop-en", "generic-en", "times-en", "verbs-en", "no-matters-en")))


@lru_cache(maxsize=16384)
def words_fold(word: str) -> str:
    """A word as `words.content` has it."""
    return next(iter(words.content(word)), "")

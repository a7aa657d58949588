"""A pattern behind a sieve: a text without any of the words that every match holds is never searched.

Most sentences hold none of them. Looking up a few words in a set that is made once a sentence costs a
fiftieth of searching the sentence letter by letter, and dozens of patterns look at each. A pattern that no
text of a run comes through to is never compiled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from briefpack.text._lowered import words_of

__all__ = ["Sieve", "words_of"]


class Sieve:
    """A regular expression of which every match holds one of a few words as a whole: r'\\bboth\\b' and 'both'."""

    def __init__(self, words: str, form: str, flags: int = 0) -> None:
        self._words = frozenset(words.split())
        self._form = form
        self._flags = flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression itself, compiled for the first text that it is searched in."""
        return re.compile(self._form, self._flags)

    def may_match(self, text: str) -> bool:
        """Whether one of the words stands in the text, in whatever case."""
        return not self._words.isdisjoint(words_of(text))

    def search(self, text: str) -> re.Match[str] | None:
        """As of the pattern itself."""
        return None if self._words.isdisjoint(words_of(text)) else self.pattern.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of the pattern itself."""
        return iter(()) if self._words.isdisjoint(words_of(text)) else self.pattern.finditer(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As of the pattern itself."""
        return text if self._words.isdisjoint(words_of(text)) else self.pattern.sub(new, text)

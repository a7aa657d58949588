"""What is left of a sentence while parts of it are deleted, and which parts went."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Cut(NamedTuple):
    """A deletion."""

    kind: str
    """For a person: 'parenthesis', 'leading connective', 'second clause'."""
    text: str
    """The words that went."""
    start: int
    """Where they stood in the full sentence, in letters from 0."""
    end: int

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


@dataclass(frozen=True)
class Kept:
    """The text so far, the place of each of its letters in the full sentence, and the deletions."""

    text: str
    places: tuple[int, ...]
    cuts: tuple[Cut, ...] = ()

    @classmethod
    def whole(cls, sentence: str) -> Kept:
        """All of a sentence."""
        return cls(sentence, tuple(range(len(sentence))))

    @cached_property
    def size(self) -> int:
        """Words."""
        return len(self.text.split())

    def without(self, start: int, end: int, kind: str) -> Kept:
        """The text joined over a deletion: one space, none before a stop, a capital at the start."""
        left, right = self.text[:start].rstrip(), self.text[end:].lstrip()
        gap = " " if left and right[:1] not in ",.;:" else ""
        opened = right if left else right[:1].upper() + right[1:]
        if len(opened) != len(right):  # a letter whose capital is two: 'ß'
            return self
        places = (
            self.places[: len(left)]
            + self.places[start : start + len(gap)]
            + self.places[len(self.text) - len(right) :]
        )
        cut = Cut(kind, self.text[start:end].strip(" ,–—―-"), self.places[start], self.places[end - 1] + 1)
        return Kept(left + gap + opened, places, (*self.cuts, cut))

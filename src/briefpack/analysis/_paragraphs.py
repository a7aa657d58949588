"""Paragraphs of a source as running text, so that what spans sentences can be found and still be cited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from briefpack.model import Passage, Ref, Source
from briefpack.text import names, speech
from briefpack.text.names import Mention
from briefpack.text.speech import Said, Span

_LONGEST = 40
"""Passages of a paragraph that are read together; a text without paragraphs is read in such parts."""


@dataclass(frozen=True)
class Paragraph:
    """The passages of one paragraph, joined by single spaces."""

    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        """The passages as one text."""
        return " ".join(passage.text for passage in self.passages)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each passage begins in the text."""
        found, place = [], 0
        for passage in self.passages:
            found.append(place)
            place += len(passage.text) + 1
        return tuple(found)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Its quotations."""
        return speech.spans(self.text)

    @cached_property
    def hidden(self) -> str:
        """Its text with the words of quotations blanked."""
        return speech.hide(self.text, self.quoted)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Its verbs of speech outside quotations."""
        return speech.said(self.text, self.quoted)

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        """The names outside its quotations."""
        if self.quoted:
            return names.people(self.hidden)
        rows = zip(self.starts, self.passages, strict=True)
        return tuple(_moved(m, start) for start, passage in rows for m in names.people(passage.text))

    def index(self, place: int) -> int:
        """Which passage stands at a place of the text, from 0."""
        return max(bisect_right(self.starts, place) - 1, 0)

    def refs(self, start: int, end: int) -> tuple[Ref, ...]:
        """The passages that the text from start to end touches."""
        return tuple(p.ref for p in self.passages[self.index(start) : self.index(max(end - 1, start)) + 1])


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def paragraphs(source: Source) -> Iterator[Paragraph]:
    """The paragraphs of a source in order."""
    for _, group in groupby(source.passages, key=lambda passage: passage.ref.paragraph):
        whole = tuple(group)
        for start in range(0, len(whole), _LONGEST):
            yield Paragraph(whole[start : start + _LONGEST])

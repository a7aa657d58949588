"""Mending a deck without touching a word of it: each step is kept only if the deck is no worse for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from briefpack.check.presentation import mend_slides, mend_whole, problems, slide
from briefpack.check.presentation.mending import Edit
from briefpack.check.presentation.slide import Deck
from briefpack.model import Notice

_STEPS: tuple[Callable[[Deck], Iterator[Edit]], ...] = (
    mend_whole.orphans,
    mend_slides.empty_placeholders,
    mend_slides.decorative,
    mend_slides.header_rows,
    mend_slides.reading_order,
    mend_slides.autofit,
    mend_whole.languages,
    mend_whole.properties,
    mend_whole.titles,
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A deck after mending."""

    data: bytes
    done: tuple[Notice, ...]
    """What was done, by slide."""
    left: tuple[Notice, ...]
    """What still falls short: only a person can judge it."""


def mend(data: bytes, name: str, stands: Callable[[str], bool] = lambda _: True) -> Mended:
    """Mend what can be mended safely; the same bytes for the same deck. ReadError if it is none."""
    left, done = problems(slide.read(data, name, stands)), []
    for step in _STEPS:
        deck = slide.read(data, name, stands)
        edits = tuple(step(deck))
        if not edits:
            continue
        fresh = _written(deck, edits)
        after = problems(slide.read(fresh, name, stands))
        if _no_worse(left, after):
            data, left = fresh, after
            done += [edit.notice for edit in edits]
    return Mended(data, tuple(sorted(done, key=lambda notice: notice.slide)), left)


def _no_worse(before: tuple[Notice, ...], after: tuple[Notice, ...]) -> bool:
    hard = sum(notice.hard for notice in after) <= sum(notice.hard for notice in before)
    return hard and len(after) <= len(before)


def _written(deck: Deck, edits: tuple[Edit, ...]) -> bytes:
    package = deck.package
    changed = {
        part: etree.tostring(package.root(part), xml_declaration=True, encoding="UTF-8", standalone=True)
        for part in dict.fromkeys(edit.part for edit in edits if edit.part)
    }
    return package.written(changed, frozenset(name for edit in edits for name in edit.dropped))

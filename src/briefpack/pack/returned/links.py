"""References of a deck that came back: those that lead to a passage of this pack, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefpack import page
from briefpack.merge import Kept
from briefpack.pack.deck_words import SlideWords, Words
from briefpack.pack.returned.edits import Change
from briefpack.pack.returned.record import Record


def known(
    slides: Sequence[SlideWords], written: Record, kept: Kept | None
) -> tuple[tuple[SlideWords, ...], tuple[Change, ...]]:
    """The slides without references that no page could hold, such as those of a slide from another pack."""
    cited = {ref.citation for ref in (*page.cited(written.page), *(kept.passages if kept else ()))}
    strange = {
        (slide.number, ref.citation): Change(
            slide.number, f"a link to [{ref.citation}] leads to no passage of this pack"
        )
        for slide in slides
        for one in (*slide.shown, *slide.notes)
        for ref in one.refs
        if ref.citation not in cited
    }
    return tuple(_slide(slide, cited) for slide in slides), tuple(strange.values())


def _slide(slide: SlideWords, cited: set[str]) -> SlideWords:
    return replace(slide, shown=_words(slide.shown, cited), notes=_words(slide.notes, cited))


def _words(words: Sequence[Words], cited: set[str]) -> tuple[Words, ...]:
    return tuple(replace(one, refs=tuple(ref for ref in one.refs if ref.citation in cited)) for one in words)

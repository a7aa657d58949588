"""The sides of a tension: statements, verbatim, with their passages and who says so."""

from __future__ import annotations

from briefpack.analysis import _voices
from briefpack.analysis._places import Place
from briefpack.model import Brief, Passage, Ref, Side, Source
from briefpack.text import alone

_MOST = 80
"""Words of a side that had to take its neighbour along."""


def side(source: Source, passage: Passage, found: Brief) -> Side:
    """One passage as a side."""
    return Side(source.key, passage.text, (passage.ref,), _speaker(passage.text, found))


def grounded(row: tuple[Place, ...], index: int, found: Brief) -> Side | None:
    """A passage as a side, with the sentence before it where it leans on that; None if both still lean."""
    place = row[index]
    if not alone.leans(place.passage.text):
        return side(place.source, place.passage, found)
    before = row[index - 1] if index else None
    if before is None or before.passage.heading != place.passage.heading or alone.leans(before.passage.text):
        return None
    text = f"{before.passage.text} {place.passage.text}"
    if len(text.split()) > _MOST or before.bare_quotation:
        return None
    refs: tuple[Ref, ...] = (before.passage.ref, place.passage.ref)
    return Side(place.source.key, text, refs, _speaker(place.passage.text, found))


def _speaker(text: str, found: Brief) -> str:
    """The person or body that the passage itself names as its voice; '' where the source speaks."""
    return _voices.named(_voices.before_verb(text), found)

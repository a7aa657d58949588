"""The sides of a tension: statements, verbatim, with their passages and who says so."""

from __future__ import annotations

from briefpack.analysis import _voices
from briefpack.analysis._places import Place
from briefpack.model import Brief, Passage, Side, Source
from briefpack.text import alone

_MOST = 60
"""Words of a side that had to take its neighbour along."""


def side(source: Source, passage: Passage, found: Brief) -> Side:
    """One passage as a side."""
    return Side(source.key, passage.text, (passage.ref,), _speaker(passage.text, found))


def grounded(row: tuple[Place, ...], index: int, found: Brief) -> Side | None:
    """A passage as a side; where it leans, with the passage before it, None if that leans as well.

    Where only a word further on leans ('… accused the mill of more than this'), the passage before
    is cited but not printed: the side must open with what it has to say.
    """
    place = row[index]
    if not alone.leans(place.passage.text):
        return side(place.source, place.passage, found)
    before = row[index - 1] if index else None
    if before is None or before.passage.heading != place.passage.heading or alone.leans(before.passage.text):
        return None
    speaker = _speaker(place.passage.text, found)
    if not alone.opens_leaning(place.passage.text):
        return Side(place.source.key, place.passage.text, (place.passage.ref, before.passage.ref), speaker)
    text = f"{before.passage.text} {place.passage.text}"
    if len(text.split()) > _MOST or before.bare_quotation:
        return None
    return Side(place.source.key, text, (before.passage.ref, place.passage.ref), speaker)


def _speaker(text: str, found: Brief) -> str:
    """The person or body that the passage itself names as its voice; '' where the source speaks."""
    return _voices.named(_voices.before_verb(text), found)

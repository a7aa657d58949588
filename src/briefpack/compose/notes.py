"""What stands in the notes of a slide whatever its page says: each passage that it cites, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefpack.compose import cited
from briefpack.model import Brief, Deck, Line, Ref, Slide


def quoted(deck: Deck, brief: Brief) -> Deck:
    """The deck with the passages that its notes lacked."""
    passages = {passage.ref: passage.text for source in brief.sources for passage in source.passages}
    return replace(deck, slides=tuple(_quoted(slide, passages) for slide in deck.slides))


def _quoted(slide: Slide, passages: Mapping[Ref, str]) -> Slide:
    """The missing passages stand before the question that ends the notes."""
    there = {ref for note in slide.notes for ref in note.refs}
    shown = dict.fromkeys(cited.references((slide.title,), slide.groups))
    lacking = tuple(Line(passages[ref], (ref,), "evidence") for ref in shown if ref in passages and ref not in there)
    asked = next((at for at, note in enumerate(slide.notes) if note.label == "ask"), len(slide.notes))
    return replace(slide, notes=(*slide.notes[:asked], *lacking, *slide.notes[asked:]))

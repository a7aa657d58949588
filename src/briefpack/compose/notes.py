"""What stands in the notes of a slide whatever its template says: each passage that it cites, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefpack.compose import cited
from briefpack.model import Line, Ref, Slide


def completed(slide: Slide, passages: Mapping[Ref, str]) -> Slide:
    """The slide with the passages that its notes lacked, before the question that ends them."""
    quoted = {ref for note in slide.notes for ref in note.refs}
    shown = dict.fromkeys(cited.references((slide.title,), slide.groups))
    lacking = tuple(Line(passages[ref], (ref,), "evidence") for ref in shown if ref in passages and ref not in quoted)
    asked = next((at for at, note in enumerate(slide.notes) if note.label == "ask"), len(slide.notes))
    return replace(slide, notes=(*slide.notes[:asked], *lacking, *slide.notes[asked:]))

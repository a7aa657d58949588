"""What stands in the notes of a slide whatever its page says: its time, and word for word each passage it cites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefpack.compose import cited
from briefpack.compose.wording import decimal
from briefpack.messages import say
from briefpack.model import Audience, Brief, Deck, Line, Ref, Slide


def completed(deck: Deck, brief: Brief, audience: Audience) -> Deck:
    """The deck with the passages that its notes lacked, and how long each slide is meant to be shown."""
    passages = {passage.ref: passage.text for source in brief.sources for passage in source.passages}
    return replace(deck, slides=tuple(_timed(_quoted(slide, passages), audience) for slide in deck.slides))


def _timed(slide: Slide, audience: Audience) -> Slide:
    minutes = slide.minutes or audience.pace(slide.kind).minutes
    if minutes == 0.5:
        said = say("About half a minute")
    elif minutes == 1:
        said = say("About 1 minute")
    else:
        said = say("About {minutes} minutes", minutes=decimal(f"{minutes:g}"))
    return replace(slide, notes=(Line(said), *slide.notes))


def _quoted(slide: Slide, passages: Mapping[Ref, str]) -> Slide:
    """The missing passages stand before the question that ends the notes."""
    there = {ref for note in slide.notes for ref in note.refs}
    shown = dict.fromkeys(cited.references((slide.title,), slide.groups))
    lacking = tuple(Line(passages[ref], (ref,), "evidence") for ref in shown if ref in passages and ref not in there)
    asked = next((at for at, note in enumerate(slide.notes) if note.label == "ask"), len(slide.notes))
    return replace(slide, notes=(*slide.notes[:asked], *lacking, *slide.notes[asked:]))

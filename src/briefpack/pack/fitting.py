"""Placing a deck: a slide that does not fit is left out of a fresh deck, and named where a person wrote it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefpack.errors import FitError
from briefpack.layout import slides
from briefpack.layout.marks import Sheets
from briefpack.model import Deck, Look, Notice, Slide


def placed(deck: Deck, look: Look, path: Path, *, by_hand: bool) -> tuple[Deck, Sheets, tuple[Notice, ...]]:
    """The deck, its sheets, and a notice for each slide left out; FitError names the page of a person."""
    try:
        return deck, slides.place(deck, look), ()
    except FitError as error:
        if by_hand:
            raise FitError(f"{path}: {error}") from None
        reasons = {place: _refused(slide, deck, look) for place, slide in enumerate(deck.slides)}
        kept = tuple(slide for place, slide in enumerate(deck.slides) if not reasons[place])
        if len(kept) == len(deck.slides):
            raise
        notices = (Notice(f"a slide was left out: {reason}", deck.audience) for reason in reasons.values() if reason)
        left = replace(deck, slides=kept)
        return left, slides.place(left, look), tuple(notices)


def _refused(slide: Slide, deck: Deck, look: Look) -> str:
    """Why a slide cannot be placed, empty if it can."""
    try:
        slides.place(replace(deck, slides=(slide,)), look)
    except FitError as error:
        return str(error)
    return ""

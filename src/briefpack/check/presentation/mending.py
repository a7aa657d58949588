"""One change to one part of a deck, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.check.presentation.slide import Slide
from briefpack.model import Notice


@dataclass(frozen=True, slots=True)
class Edit:
    """A part whose XML has been changed, or parts to leave out, and what to say of it."""

    part: str
    """Empty where parts are only left out."""
    notice: Notice
    dropped: tuple[str, ...] = ()


def edit(part: str, rule: str, what: str, at: Slide | None = None, dropped: tuple[str, ...] = ()) -> Edit:
    """An edit on a slide, or on the whole deck where no slide is given."""
    where, number = (f"slide {at.number}", at.number) if at is not None else ("", 0)
    return Edit(part, Notice(what, where, rule=rule, slide=number), dropped)

"""Voices that the analysis joined, in the words of the pack's language: 'Ann Lee and Jo Roe' as 'Ann Lee et Jo Roe'."""

from __future__ import annotations

from dataclasses import replace

from briefpack.messages import say, spoken
from briefpack.model import Brief, Source


def worded(brief: Brief) -> Brief:
    """The brief with the authors of a source joined as the language joins them, wherever they speak."""
    known = {english: told for source in brief.sources for english, told in _joined(source)}
    if not known or not spoken().translates:
        return brief
    points = tuple(replace(point, voice=known.get(point.voice, point.voice)) for point in brief.points)
    tensions = tuple(
        replace(each, sides=tuple(replace(side, voice=known.get(side.voice, side.voice)) for side in each.sides))
        for each in brief.tensions
    )
    return replace(brief, points=points, tensions=tensions)


def _joined(source: Source) -> tuple[tuple[str, str], ...]:
    if len(source.authors) < 2:
        return ()
    first, second, *_ = source.authors
    both = say("{first} and {last}", first=first, last=second)
    return (f"{first} and {second}", both), (f"{first} and others", say("{name} and others", name=first))

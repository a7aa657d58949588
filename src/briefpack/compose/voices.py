"""Voices that the analysis gave, as a page says them: joined in the language of the pack, and no file's name."""

from __future__ import annotations

from dataclasses import replace

from briefpack.messages import say, spoken
from briefpack.model import Brief, Source


def worded(brief: Brief) -> Brief:
    """The brief with authors joined as its language joins them, and 'Source 2' for a text that has only a file's name.

    'notes-final.txt: The bridge is unsafe.' names nobody.
    """
    known = names(brief.sources)
    told = {source.name: known[source.key] for source in brief.sources if source.name != known[source.key]}
    if spoken().translates:
        told |= {english: joined for source in brief.sources for english, joined in _joined(source)}
    if not told:
        return brief
    points = tuple(replace(point, voice=told.get(point.voice, point.voice)) for point in brief.points)
    tensions = tuple(
        replace(each, sides=tuple(replace(side, voice=told.get(side.voice, side.voice)) for side in each.sides))
        for each in brief.tensions
    )
    return replace(brief, points=points, tensions=tensions)


def names(sources: tuple[Source, ...]) -> dict[str, str]:
    """Source key to the name that a reader knows; its number, as on the page of sources, where that is a file's."""
    return {
        source.key: say("Source {number}", number=number) if source.name == source.origin else source.name
        for number, source in enumerate(sources, 1)
    }


def _joined(source: Source) -> tuple[tuple[str, str], ...]:
    if len(source.authors) < 2:
        return ()
    first, second, *_ = source.authors
    both = say("{first} and {last}", first=first, last=second)
    return (f"{first} and {second}", both), (f"{first} and others", say("{name} and others", name=first))

"""Sources to a brief: one finder a file, each citing the passages that it takes from.

A finder is handed the sources and the brief as found so far, so the order of FINDERS
matters: points name the people and terms that stand in them, tensions read the points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from briefpack.analysis import (
    _proposals,
    _same,
    events,
    figures,
    organisations,
    people,
    points,
    quotes,
    relations,
    slips,
    tensions,
    terms,
)
from briefpack.analysis.why import verdicts
from briefpack.model import Brief, Item, Source

__all__ = ["FINDERS", "Finder", "analyse", "slips", "verdicts"]

Finder = Callable[[tuple[Source, ...], Brief], tuple[Item, ...]]

_LONGEST = 2000
"""Characters of a passage that the finders look at."""

FINDERS: tuple[tuple[str, Finder], ...] = (
    ("people", people.find),
    ("organisations", organisations.find),
    ("quotes", quotes.find),
    ("events", events.find),
    ("figures", figures.find),
    ("terms", terms.find),
    ("points", points.find),
    ("tensions", tensions.find),
    ("relations", relations.find),
)


def analyse(
    sources: tuple[Source, ...],
    *,
    title: str = "",
    question: str = "",
    settings: tuple[tuple[str, str], ...] = (),
    nlp: bool = False,
) -> Brief:
    """Read the sources once and return all that the finders see in them.

    Without a title the first source that has one of its own lends it; a question is never made up here.
    With `nlp`, spaCy helps with names; UsageError where it is not installed.
    """
    _same.forget()
    settings = (*settings, *_proposals.settings()) if nlp else settings
    found = Brief(title or _title(sources), question, sources, settings=settings)
    readable = tuple(map(readable_part, sources))
    for kind, find in FINDERS:
        items: Any = find(readable, found)
        found = replace(found, **{kind: items})
    return found


def readable_part(source: Source) -> Source:
    """Without passages that no one reads as a sentence: a table without stops, a hostile text."""
    if all(len(passage.text) <= _LONGEST for passage in source.passages):
        return source
    return replace(source, passages=tuple(p for p in source.passages if len(p.text) <= _LONGEST))


def _title(sources: tuple[Source, ...]) -> str:
    """The first title that a document gives itself, else the first one."""
    own = [source.title for source in sources if not source.title_derived]
    return (own or [source.title for source in sources] or [""])[0]

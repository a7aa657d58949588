"""Where documents, or voices in one, pull against each other.

Each form of tension is a small finder of its own. Likeness of words only proposes a pair: a
cross-source pair needs shared names as well, and what is printed are the two statements, verbatim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from briefpack.analysis import _across, _within
from briefpack.analysis._emphasis import emphasis
from briefpack.analysis._subjects import Subjects
from briefpack.model import Brief, Source, Tension

_MOST = 12
_BESIDE = 3
"""Pairs of documents that do not quarrel, at most."""

_FORMS: tuple[Callable[[tuple[Source, ...], Brief, Subjects], Iterator[Tension]], ...] = (
    _across.two_names,
    _across.opposites,
    _across.numbers,
    _within.denials,
    _within.doubts,
    _within.denials_elsewhere,
    _within.two_hands,
    _within.replies,
)


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Tension, ...]:
    """At most twelve tensions: between sources first, then within one, in the sources' order."""
    subjects = Subjects(sources, found)
    made: list[Tension] = []
    for form in _FORMS:
        fresh = (one for one in form(sources, found, subjects) if not _known(one, made))
        made += islice(fresh, _MOST)
    apart = {frozenset(side.source for side in one.sides) for one in made}
    told = {ref for one in made for ref in one.refs}
    beside = (one for one in emphasis(sources, found, subjects) if {s.source for s in one.sides} not in apart)
    return (*made[: _MOST - _BESIDE], *islice((one for one in beside if not told.issuperset(one.refs)), _BESIDE))


def _known(one: Tension, made: list[Tension]) -> bool:
    """Half of its passages stand in a tension already."""
    refs = set(one.refs)
    return any(len(refs & set(other.refs)) * 2 >= len(refs) for other in made)

"""Who does what to whom: one country or body, a deed and another, in one clause of one sentence.

A false line between two sides is worse than none. So the doer must be the whole subject, the other side the
whole object, and a sentence that tells what somebody says, wants, refuses or did long ago gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefpack.analysis import _bonds, _treatment
from briefpack.analysis._actors import Actors, Masked
from briefpack.analysis._places import places
from briefpack.model import Brief, Ref, Relation, Source
from briefpack.text import entries
from briefpack.text._lowered import lowered

_LONGEST = 90
"""Words of a sentence that is still looked at."""
_HISTORY = 10
"""Years before the newest document from which a deed is history."""
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d(?=s?\b)")
_NO_FACT = re.compile(r"n[’']t\b|\b(?:no longer|not|nor|neither|nobody|none of|hardly|scarcely|barely)\b")
_CLAUSE = re.compile(r"[,;:—]")
_VETO = "relations-veto-en"
_SPEECH = ("speech.verbs", "reporting-en")
_TIME = re.compile(r"(?:[a-z]+ )?(?:before|after|when|since|while)\b", re.IGNORECASE)
"""'hours before the minister announced it, …' reports nothing of what follows; 'In May, the minister said, …' does."""


class _Found(NamedTuple):
    one: str
    other: str
    kind: str
    label: str
    ref: Ref


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Relation, ...]:
    """The relations between two sides: first those that most passages tell, then in the order of the sources."""
    actors = Actors(found)
    rows: dict[tuple[str, str, str], list[_Found]] = {}
    oldest = _newest(sources) - _HISTORY
    for source in sources:
        for each in _of_source(source, actors, oldest):
            pair = sorted((each.one, each.other)) if each.kind == "partners" else (each.one, each.other)
            rows.setdefault((*pair, each.kind), []).append(each)
    made = [_relation(told) for told in rows.values()]
    return tuple(sorted(made, key=lambda relation: -len(relation.refs)))


def _of_source(source: Source, actors: Actors, oldest: int) -> Iterator[_Found]:
    if source.language not in (None, "en"):
        return
    for place in places(source):
        text = place.passage.text
        if place.bare_quotation or not _is_plain(text, oldest):
            continue
        masked = actors.mask(text) if _treatment.may_stand_in(text) or _bonds.may_stand_in(text) else None
        if masked and len(masked.sides) > 1:
            yield from _of_sentence(masked, place.passage.ref)


def _of_sentence(masked: Masked, ref: Ref) -> Iterator[_Found]:
    for deed in (*_treatment.find(masked.text), *_bonds.find(masked.text)):
        one, other = masked.groups[deed.one], masked.groups[deed.other]
        if one and other and one != other and _holds(masked.text[: deed.start], masked.text[deed.end :]):
            yield _Found(one, other, deed.kind, deed.label, ref)


def _holds(before: str, after: str) -> bool:
    """Whether nothing around a deed takes it back: nobody says, denies, wishes or ends it."""
    last = before.rstrip(", ").rpartition(", ")[2]
    if _NO_FACT.search(f"{last} {_CLAUSE.split(after)[0]}"):
        return False
    said = after if _TIME.match(last) else f"{last} {after}"
    return not entries.holds(f"{before} {after}", _VETO) and not any(entries.holds(said, name) for name in _SPEECH)


def _is_plain(text: str, oldest: int) -> bool:
    """Whether a sentence tells something of our days."""
    if len(text.split()) > _LONGEST or "?" in text:
        return False
    return not lowered(text).digits or all(int(year[0]) > oldest for year in _YEAR.finditer(text))


def _newest(sources: tuple[Source, ...]) -> int:
    """The year of the newest document; where none is dated, the latest that a text names."""
    dated = [int(source.published[:4]) for source in sources if source.published]
    texts = (passage.text for source in sources for passage in source.passages)
    return max(dated or [int(year[0]) for text in texts for year in _YEAR.finditer(text)] or [0])


def _relation(told: list[_Found]) -> Relation:
    first = told[0]
    refs = tuple(dict.fromkeys(each.ref for each in told))
    return Relation(first.one, first.other, first.label, first.kind, refs)

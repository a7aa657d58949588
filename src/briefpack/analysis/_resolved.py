"""Openings that lean on the sentence before, resolved from it: 'He added that …', '“…,” she said', 'I believe …'.

Only where the text leaves no choice: one person is named there, and the brief knows the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefpack.analysis._places import Place, unquoted
from briefpack.analysis._voices import author
from briefpack.model import Brief, Person, Ref
from briefpack.text import alone

_SPOKEN = re.compile(r"(?<=[”\"’]) (?P<who>he|she|they)(?= (?:also |later |then )?[a-z]+(?:ed|s|d)\b| told| wrote)")
_OPENS = re.compile(r"(?:He|She)(?= (?:also |later |then |now |still |has |had |would |will )?[a-z]+)")
_PERSONAL = re.compile(r"\b(?:I|me|my)\b")
_ADDRESS = re.compile(
    r"\b(?:you|your)\b|\b(?:this|the) (?:article|post|column|essay|issue of|newsletter|page)\b", re.IGNORECASE
)
_MARKS = re.compile(r"[“”\"‘’](?!\w)|(?<!\w)[‘']")
_SIGNED = ("opinion", "editorial", "analysis")

Resolved = tuple[str, tuple[Ref, ...]]
"""The text with the opening resolved, and the passages that it takes."""


def spoken(place: Place, speakers: Mapping[Ref, str], found: Brief) -> Resolved | None:
    """'“…,” she said' with the speaker's name, where the brief knows who spoke and where the text names them."""
    text, ref = place.passage.text, place.passage.ref
    said = _SPOKEN.search(text) if ref in speakers else None
    if said is None:
        return None
    speaker = speakers[ref]
    person = next((p for p in found.people if speaker in (p.name, *p.aka)), None)
    named = _named_before(person, ref) if person else None
    text = text[: said.start("who")] + speaker + text[said.end("who") :]
    if named is None or alone.leans(text):
        return None
    return text, (ref, named)


def opened(row: Sequence[Place], index: int, found: Brief) -> Resolved | None:
    """'He wants …' with the name of the only person whom the sentence before names."""
    place, before = row[index], row[index - 1] if index else None
    opens = _OPENS.match(place.passage.text)
    if opens is None or before is None or before.passage.heading != place.passage.heading:
        return None
    people = [p for p in found.people if before.passage.ref in p.refs]
    if len(people) != 1 or not _acts(people[0], before):
        return None
    text = people[0].name + place.passage.text[opens.end() :]
    return None if alone.leans(text) else (text, (place.passage.ref, before.passage.ref))


def own(place: Place) -> Resolved | None:
    """'I do not believe …' of a signed text, as its author's words: 'Jane Doe writes: “I do not believe …”'."""
    text, source = place.passage.text, place.source
    bare = unquoted(text)
    if place.talk or source.genre not in _SIGNED or len(source.authors) != 1:
        return None
    if _MARKS.search(text) or alone.leans(text):
        return None
    if not _PERSONAL.search(bare) or _ADDRESS.search(bare):
        return None
    return f"{author(source)} writes: “{text}”", (place.passage.ref,)


def _acts(person: Person, place: Place) -> bool:
    """Whether the person opens the sentence or closes its first clause, so that 'he' can mean nobody else."""
    text = unquoted(place.passage.text)
    at = min((text.find(form) for form in (person.name, *person.aka) if form in text), default=-1)
    return 0 <= at <= max(60, len(text) // 3)


def _named_before(person: Person, ref: Ref) -> Ref | None:
    """The last passage of this source that names the person, at or before the words."""
    return max((r for r in person.refs if r.source == ref.source and r <= ref), default=None)

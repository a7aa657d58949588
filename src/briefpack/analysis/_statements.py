"""Candidates for key points: statements that stand alone, each with the passages that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefpack.analysis._places import Place, places, unquoted
from briefpack.model import Brief, Person, Ref, Source
from briefpack.text import alone, entries
from briefpack.text.shorten import has_verb

_MOST = 48
"""Words of a statement made of two sentences; a single sentence may have `_LONGEST`."""
_LONGEST = 60
_LIST = 80
"""Words of a list with its opening."""
_SPOKEN = re.compile(r"(?<=[”\"’]) (?P<who>he|she|they)(?= (?:also |later |then )?[a-z]+(?:ed|s|d)\b| told| wrote)")
_ENDS = re.compile(r"[.!…][”\"’')]*$")
_SELF = re.compile(
    r"\b(?:I|me|my|you|your)\b|\b(?:this|the) (?:article|post|column|essay|issue of|newsletter|page)\b", re.IGNORECASE
)
_NOT = re.compile(r"n['’]t\b")
_OPEN_ENDS = frozenset(
    "are is was were include includes included following follows that to by of as including for".split()
)
_TURNS = re.compile(r"(?:But|Yet|However|Nevertheless|Still|Only|Not)\b")
_REJOINS = re.compile(r"\b(?:this|that|it|these|they|he|she)\b|^(?:but|yet|however)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One candidate."""

    text: str
    refs: tuple[Ref, ...]
    place: Place
    kind: str = "sentence"
    """'sentence', 'pair' (a short lead and its reason, a claim and its answer), 'list' or 'speech'."""


def statements(source: Source, found: Brief) -> tuple[Statement, ...]:
    """All that may be a point, in the source's order."""
    row = places(source)
    speakers = {ref: quote.speaker for quote in found.quotes if quote.speaker for ref in quote.refs}
    made: list[Statement] = []
    for index, place in enumerate(row):
        one = _list(row, index) or _pair(row, index) or _sentence(place) or _speech(place, speakers, found)
        if one:
            made.append(one)
    return tuple(made)


def headline(statement: Statement) -> str:
    """The sentence of a statement that can stand for it; '' where it must not stand without the next one."""
    text = statement.place.passage.text
    if statement.kind == "list":
        lead = text.rstrip(": ")
        return "" if lead.rpartition(" ")[2] in _OPEN_ENDS or not has_verb(lead) else f"{lead}."
    if statement.kind != "pair":
        return statement.text
    second = statement.text[len(text) + 1 :]
    answered = _answer(second) or entries.holds(unquoted(second), "denials-en")
    return "" if answered or _TURNS.match(second) else text


def _sentence(place: Place) -> Statement | None:
    text, language = place.passage.text, place.source.language or ""
    if not _says(place) or alone.leans(text, language):
        return None
    return Statement(text, (place.passage.ref,), place)


def _says(place: Place) -> bool:
    """A full statement by its looks: no question, no fragment, nobody's bare words, not about the text itself."""
    text = place.passage.text
    size = len(text.split())
    if place.bare_quotation or "?" in text or not _ENDS.search(text) or not 5 <= size <= _LONGEST:
        return False
    if place.source.language == "en" and not has_verb(text):
        return False
    return text[:1] in "“\"‘'«" or (not text[:1].islower() and not _SELF.search(unquoted(text)))


def _pair(row: Sequence[Place], index: int) -> Statement | None:
    """A short lead with the reason that leans on it, or a claim with its short answer in the next paragraph."""
    lead, after = row[index], row[index + 1] if index + 1 < len(row) else None
    if (
        after is None
        or lead.source.language != "en"
        or not _says(lead)
        or not _says(after)
        or alone.leans(lead.passage.text)
    ):
        return None
    first, second = lead.passage.text, after.passage.text
    if lead.passage.heading != after.passage.heading or not (_reason(lead, after) or _answer(second)):
        return None
    if len(first.split()) + len(second.split()) > _MOST:
        return None
    return Statement(f"{first} {second}", (lead.passage.ref, after.passage.ref), lead, "pair")


def _reason(lead: Place, after: Place) -> bool:
    """'The dam is a risk. Its gates are rusted.': a short lead, and what explains it or gives its example."""
    first, second = lead.passage.text, after.passage.text
    if after.opens_paragraph or len(first.split()) > 16 or alone.dangles(f"{first} {second}"):
        return False
    example = entries.opens_with(second, "examples-en")
    return example or alone.leans(second) or alone.points_back(second) or bool(_REJOINS.match(second))


def _answer(second: str) -> bool:
    """'Most economists think this unlikely.': a claim must not be printed without what the text answers at once."""
    if len(second.split()) > 10 or not alone.leans(second):
        return False
    return entries.holds(second, "answers-en") or bool(_NOT.search(second))


def _list(row: Sequence[Place], index: int) -> Statement | None:
    """'The plan has three parts: … • a • b • c' as one statement."""
    lead = row[index]
    if not lead.passage.text.endswith(":") or lead.bare_quotation or alone.leans(lead.passage.text):
        return None
    items = list(_items(row, index))
    parts = [re.sub(r"(?:[;,.]|,? and,?|,? or,?)+$", "", item.passage.text) for item in items]
    text = f"{lead.passage.text} {_joined(parts)}."
    if not 2 <= len(items) <= 7 or len(text.split()) > _LIST:
        return None
    return Statement(text, (lead.passage.ref, *(item.passage.ref for item in items)), lead, "list")


def _items(row: Sequence[Place], index: int) -> Iterator[Place]:
    depth = row[index].passage.depth
    for place in row[index + 1 :]:
        if place.passage.kind != "item" or place.passage.depth <= depth:
            return
        yield place


def _joined(parts: Sequence[str]) -> str:
    """As the source's own list: semicolons, so that commas within an item do no harm."""
    return "; ".join(parts)


def _speech(place: Place, speakers: Mapping[Ref, str], found: Brief) -> Statement | None:
    """'“…,” she said' with the speaker's name, where the brief knows who spoke and where the text names them."""
    text, ref = place.passage.text, place.passage.ref
    spoken = _SPOKEN.search(text) if ref in speakers else None
    if spoken is None or not _says(place):
        return None
    speaker = speakers[ref]
    person = next((p for p in found.people if speaker in (p.name, *p.aka)), None)
    named = _named_before(person, ref) if person else None
    text = text[: spoken.start("who")] + speaker + text[spoken.end("who") :]
    if named is None or alone.leans(text):
        return None
    return Statement(text, (ref, named), place, "speech")


def _named_before(person: Person, ref: Ref) -> Ref | None:
    """The last passage of this source that names the person, at or before the words."""
    return max((r for r in person.refs if r.source == ref.source and r <= ref), default=None)

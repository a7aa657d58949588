"""The statements that a brief must carry, best first, each with the reason why it was chosen."""

from __future__ import annotations

import re
from dataclasses import replace

from briefpack.analysis import _standing, _voices
from briefpack.analysis._choice import Candidate
from briefpack.analysis._ranking import ranked
from briefpack.analysis._statements import Statement, fault, headline
from briefpack.model import Brief, Organisation, Person, Point, Ref, Source
from briefpack.text import alone, entries
from briefpack.text.shorten import Short, recorded

_SHORT = (20, 24, 30)
"""Sizes in words that a shortening is tried for, the tightest first."""
_LEADS = 0.2
"""What the first sentence of a statement is ahead of the others as its short form."""
_LEAST_HEAD = 9
"""Words of a later sentence that can stand for the whole."""
_NAMED = re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z]|\d")
_BARE = re.compile(r"The [a-z]+ (?!of\b|that\b|who\b|to\b|for\b|in\b|on\b|between\b)")
"""'The tariffs may help': which ones, stood before."""
_KEPT = 0.35
"""Share of its words that a shortening keeps; less would say too little of the point."""


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Point, ...]:
    """At most 24 points; every source with something to say has some, as far as they go round."""
    ranking = ranked(sources, found)
    known = _standing.known(found)
    kept, told = ranking.taken, ranking.told
    rows = ((candidate, told.get(candidate.statement.refs[0], ())) for candidate in kept)
    return tuple(_point(c, others, known, weight=float(len(kept) - n)) for n, (c, others) in enumerate(rows))


def _point(candidate: Candidate, others: tuple[Ref, ...], known: _standing.Known, *, weight: float) -> Point:
    statement, found = candidate.statement, known.found
    voice, voiced = _voice(statement, found)
    reason = _standing.reason(candidate.signs)
    point = Point(_opened(statement), (*statement.refs, *others), weight, reason, voice, voiced)
    short = _short(statement, known)
    return replace(point, short=short.text, cuts=tuple(map(str, short.cuts)), topics=_topics(statement.text, found))


def _voice(statement: Statement, found: Brief) -> tuple[str, bool]:
    """That of the first sentence; the author's where a later one is the author's and the first is nobody's."""
    source = statement.place.source
    voice, voiced = _voices.voice(statement.claim, source, found)
    later = (_voices.voice(place.passage.text, source, found)[0] for place in statement.rest)
    authors = next((name for name in later if name), "") if not voice else ""
    return (authors, False) if authors else (voice, voiced)


def _opened(statement: Statement) -> str:
    """Without openings that point at what stood before ('On the other hand', 'Second'); 'In short' tells what it is."""
    text, language = statement.text, statement.place.source.language or ""
    for one in statement.singles[1:]:
        if entries.opens_with(one.text, "ordinals-en"):
            text = text.replace(one.text, alone.unconnected(one.text, language))
    return text if entries.opens_with(text, "conclusions-en") else alone.unconnected(text, language)


def _short(statement: Statement, known: _standing.Known) -> Short:
    """A full sentence of it, and what went: of a list its opening, of a pair the sentence that says more."""
    shorts = (_shortened(text, statement) for text in _heads(statement, known))
    return next((short for short in shorts if short.text), Short("", ()))


def _heads(statement: Statement, known: _standing.Known) -> list[str]:
    """The sentences that can stand for a statement, best first; none where the first needs the next."""
    lead = headline(statement)
    if not lead or not statement.rest:
        return [lead] if lead else []
    able = [one for one in statement.singles if one.place is statement.place or _heads_well(one)]
    if len(able) == 1:
        return [lead]
    worth = {one.text: sum(sign.gain for sign in _standing.signs(one, known)) for one in able}
    worth[lead] = worth.get(lead, 0.0) + _LEADS
    return sorted(worth, key=lambda text: -worth[text])


def _heads_well(one: Statement) -> bool:
    """Whether a later sentence says enough by itself: 'No permit is needed' does not."""
    text = one.text
    points = alone.points_back(text) or _BARE.match(text) or entries.holds(text, "examples-en")
    return len(text.split()) >= _LEAST_HEAD and bool(_NAMED.search(text)) and not points and not fault(one.place)


def _shortened(text: str, statement: Statement) -> Short:
    """The tightest safe shortening of a sentence that keeps enough of it."""
    if statement.place.source.language != "en":
        return Short(text if len(text.split()) <= max(_SHORT) else "", ())
    ways = (False,) if statement.kind == "list" else (False, True)
    tries = ((size, clauses_too) for size in _SHORT for clauses_too in ways)
    least = _KEPT * len(text.split())
    found = (recorded(text, size, clauses_too=clauses_too) for size, clauses_too in tries)
    return next((short for short in found if short and len(short.text.split()) >= least), Short("", ()))


def _topics(text: str, found: Brief) -> tuple[str, ...]:
    """Names and terms of the brief that stand in a text, in the brief's order."""
    actors: tuple[Person | Organisation, ...] = (*found.people, *found.organisations)
    names = [(item.name, (item.name, *item.aka)) for item in actors]
    names += [(term.term, (term.term,)) for term in found.terms]
    return tuple(name for name, forms in names if any(form in text for form in forms))

"""The statements that a brief must carry, best first.

Each source gets its share. Within a source a statement gains by where it stands (what opens a
news report, what follows 'In short' in an opinion, what opens a section of a brief), by how much
of the source's topic it carries, and loses what has been said by a better one.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefpack.analysis import _voices
from briefpack.analysis._places import unquoted
from briefpack.analysis._statements import Statement, headline, statements
from briefpack.analysis._weights import Centre, Chosen
from briefpack.model import Brief, Organisation, Person, Point, Ref, Source
from briefpack.text import alone, entries, words
from briefpack.text.shorten import Short, recorded

_MOST = 24
_SHORT = (20, 24, 30)
"""Sizes in words that a shortening is tried for, the tightest first."""
_KEPT = 0.35
"""Share of its words that a shortening keeps; less would say too little of the point."""
_LIKE = 0.55
"""Two statements that share more of their words than this say the same."""
_TOPIC = 0.5
"""What a statement's words weigh against its place and form."""
_SHARE = re.compile(r"%|per\s?cent|pour cent|Prozent|\btimes\b|-(?:third|quarter|fifth)s?\b|\b(?:half|quarter|third)$")
_BACKGROUND = re.compile(r"\b(?:was|were|had)\b")
_NOW = re.compile(r"\b(?:is|are|has|have|will|can|may|must|should|now|today)\b")


@dataclass(frozen=True, slots=True)
class _Candidate:
    statement: Statement
    content: frozenset[str]
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What the brief says of passages so far."""

    found: Brief
    dated: frozenset[Ref]
    """Passages that tell an event."""
    measured: frozenset[Ref]
    """Passages with a share, or with a change in shares."""


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Point, ...]:
    """At most 24 points, or three a source; every source with something to say has some."""
    centre, known = Centre(sources), _known(found)
    able = [row for source in sources if (row := _candidates(source, known, centre))]
    rows = [_choose(row, quota) for row, quota in zip(able, _quotas(able), strict=True)]
    turns = [row[turn] for turn in range(max(map(len, rows), default=0)) for row in rows if turn < len(row)]
    told = _told(able)
    once = {_wording(c): c for c in reversed(turns)}
    kept = [c for c in turns if once[_wording(c)] is c][: max(_MOST, 3 * len(able))]
    return tuple(_point(c, told[_wording(c)], found, weight=float(len(kept) - n)) for n, c in enumerate(kept))


def _known(found: Brief) -> _Known:
    dated = frozenset(ref for event in found.events for ref in event.refs)
    shares = frozenset(ref for figure in found.figures if _SHARE.search(figure.value) for ref in figure.refs)
    return _Known(found, dated, shares)


def _told(rows: Sequence[tuple[_Candidate, ...]]) -> dict[str, list[Ref]]:
    """Who else says so, to the word: agency reports are printed by many. Likeness alone proves nothing."""
    refs: dict[str, list[Ref]] = defaultdict(list)
    for candidate in (candidate for row in rows for candidate in row):
        refs[_wording(candidate)] += candidate.statement.refs
    return refs


def _wording(candidate: _Candidate) -> str:
    return " ".join(words.words(candidate.statement.text.lower()))


def _quotas(rows: Sequence[tuple[_Candidate, ...]]) -> list[int]:
    """Shares that grow with the square root of what a source has to say; at least two, at most two thirds of it."""
    most = max(_MOST, 3 * len(rows))
    roots = [len(row) ** 0.5 for row in rows]
    shares = [round(most * root / sum(roots)) for root in roots]
    return [min(max(2, share), max(2, len(row) * 2 // 3)) for row, share in zip(rows, shares, strict=True)]


def _candidates(source: Source, known: _Known, centre: Centre) -> tuple[_Candidate, ...]:
    language = source.language or "en"
    made = []
    for statement in statements(source, known.found):
        content = words.content(statement.text, language)
        score, reason = _standing(statement, known)
        made.append(_Candidate(statement, content, score + _TOPIC * centre.share(source.key, content), reason))
    return tuple(made)


def _standing(statement: Statement, known: _Known) -> tuple[float, str]:
    """What a statement gains by its place and its form, and the strongest reason, for a person to read."""
    gains = [*_by_place(statement), *_by_form(statement, known)]
    best = max(gains, default=(0.0, ""))
    return sum(gain for gain, _ in gains), best[1] if best[0] > 0 else "carries what the source talks about most"


def _by_place(statement: Statement) -> list[tuple[float, str]]:
    place = statement.place
    gains = []
    weak = entries.holds(place.passage.heading, "headings-weak-en")
    if place.passage.heading and place.opens_section and not weak:
        gains.append((0.6, f"first statement under '{place.passage.heading}'"))
    if entries.holds(place.passage.heading, "headings-strong-en"):
        gains.append((0.4, f"stands under '{place.passage.heading}'"))
    if place.opens_paragraph:
        gains.append((0.35, "opens its paragraph"))
    if place.order == 0:
        gains.append((0.6 if place.source.genre == "news" else 0.3, "opens the text"))
    if place.source.genre == "news":
        gains.append((0.5 * (1 - place.share), "stands near the top of the report"))
    elif place.source.genre in ("opinion", "editorial", "analysis") and place.share > 2 / 3:
        gains.append((0.2, "stands in the last third, where the argument concludes"))
        gains += [(0.3, "concludes the text")] if place.share == 1 and not place.passage.heading else []
    return gains


def _by_form(statement: Statement, known: _Known) -> list[tuple[float, str]]:
    text, reports = statement.text, statement.place.source.genre == "news"
    signs = [
        (0.8, entries.opens_with(text, "conclusions-en"), "sums up: " + text.partition(",")[0]),
        (0.5, entries.opens_with(text, "ordinals-en"), "a numbered argument"),
        (0.4, statement.kind == "list", "a list given whole"),
        (0.15, statement.kind == "pair", "a claim with its reason"),
        (0.25, entries.opens_with(text, "turns-en"), "where the text turns to its own claim"),
        (0.25 if reports else 0.1, _voices.names_voice(text, known.found), "says who holds it"),
        (0.2, entries.holds(text, "motives-en"), "an aim or a fear"),
        (0.4, not reports and statement.refs[0] in known.measured, "says how much"),
        (0.3, not reports and _voices.judges(text), "a judgement"),
        (0.3, not reports and entries.holds(text, "findings-en"), "a finding"),
    ]
    return [(gain, why) for gain, sign, why in signs if sign] + [(loss, "") for loss in _losses(statement, known)]


def _losses(statement: Statement, known: _Known) -> list[float]:
    """Examples, definitions, background, spoken words, backward pointers and lengths that make a poor statement."""
    text = statement.place.passage.text
    size = len(text.split())
    spoken = len(unquoted(text).split()) < size / 2
    past = bool(_BACKGROUND.search(text)) and not _NOW.search(text)
    dated = statement.refs[0] in known.dated and not _voices.judges(text)
    heading = statement.place.passage.heading
    finds = statement.refs[0] in known.measured or entries.holds(text, "findings-en")
    past = past and not entries.holds(heading, "headings-findings-en")
    signs = [
        (0.5, alone.points_back(text)),
        (0.5, spoken),
        (0.4, statement.place.source.genre != "news" and not finds and (past or dated or _voices.reports(text))),
        (0.3, entries.holds(heading, "headings-weak-en")),
        (0.6, entries.opens_with(text, "imperatives-en")),
        (0.3, entries.holds(text, "examples-en") or entries.holds(text, "defining-en")),
        (0.02 * (size - 32), size > 32),
        (0.06 * (8 - size), size < 8),
    ]
    return [-loss for loss, sign in signs if sign]


def _choose(candidates: tuple[_Candidate, ...], quota: int) -> list[_Candidate]:
    """The best, each time less what is already said; ties go to the earlier passage.

    What is said only grows, so a candidate's worth only falls: one that still leads after its
    worth was looked at again is the best of all.
    """
    chosen: list[_Candidate] = []
    said = Chosen(tuple(c.content for c in candidates))
    queue = [(-c.score, place, 0.0) for place, c in enumerate(candidates)]
    heapq.heapify(queue)
    room = _Room(candidates, quota)
    while queue and len(chosen) < quota:
        _, place, seen = heapq.heappop(queue)
        likeness, best = said.likeness[place], candidates[place]
        if likeness > seen:
            heapq.heappush(queue, (likeness - best.score, place, likeness))
        elif likeness < _LIKE and room.take(best):
            chosen.append(best)
            said.add(place)
    return chosen


class _Room:
    """At most two points a paragraph, no more than half of a source's points from one section, none twice."""

    def __init__(self, candidates: Sequence[_Candidate], quota: int) -> None:
        self._taken: Counter[tuple[str, object]] = Counter()
        self._said: set[frozenset[str]] = set()
        headings = {c.statement.place.passage.heading for c in candidates}
        self._section = quota if len(headings) < 3 else max(2, (quota + 1) // 2)

    def take(self, candidate: _Candidate) -> bool:
        passage = candidate.statement.place.passage
        paragraph, section = ("paragraph", passage.ref.paragraph), ("section", passage.heading)
        if self._taken[paragraph] >= 2 or self._taken[section] >= self._section or candidate.content in self._said:
            return False
        self._said.add(candidate.content)
        self._taken.update([paragraph, section])
        return True


def _point(candidate: _Candidate, told: Sequence[Ref], found: Brief, *, weight: float) -> Point:
    statement = candidate.statement
    others = tuple(ref for ref in told if ref.source != statement.refs[0].source)
    voice, voiced = _voices.voice(statement.text, statement.place.source, found)
    point = Point(statement.text, (*statement.refs, *others), weight, candidate.reason, voice, voiced)
    short = _short(statement)
    return replace(point, short=short.text, cuts=tuple(map(str, short.cuts)), topics=_topics(statement.text, found))


def _short(statement: Statement) -> Short:
    """A full sentence of it, and what went: of a pair the first, of a list its opening."""
    text = headline(statement)
    if not text or statement.place.source.language != "en":
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

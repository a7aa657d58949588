"""A brief made ready for choosing: passages by reference, how rare a word is, what has been shown already."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefpack.compose import voices
from briefpack.compose.select.matters import Matter, matters
from briefpack.compose.select.statements import Statement, fitting, plain_fact, statement, unsaid
from briefpack.compose.select.subjects import Subjects
from briefpack.compose.select.subjects import read as subjects_of
from briefpack.compose.wording import dated
from briefpack.model import Audience, Brief, Event, Passage, Point, Ref
from briefpack.text import denying, sentences, titles, words
from briefpack.text.names import short

_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")
QUARRELS = ("denied", "doubt", "numbers")
"""Kinds of tension in which a source itself denies, doubts or counts otherwise; others are shown side by side only."""
BESIDE = ("emphasis", "voices")
"""Kinds in which two speak of one matter, and nothing says that they pull apart."""
LONGEST_SIDE = 48
"""Words of a tension's side that is shown whole; of a longer one no sentence may stand for the others."""
_LONG = 5
"""Places in the ranking that a statement loses by being too long for a title of two lines."""
_EVENT = 12
"""The same for one that tells of a dated event: the timeline shows it."""
_NONE: frozenset[str] = frozenset()
_WEIGHTY = 12
"""Points that are among the weightiest."""
_OPENS = "opens the text"
_TOLD = 0.6
"""Share of a point's words that stand in an event from which it is the event over again."""


@dataclass(slots=True)
class Stock:
    """What is chosen from. ``shown`` grows while the parts of a deck are chosen."""

    brief: Brief
    audience: Audience
    passages: dict[Ref, Passage] = field(init=False)
    names: dict[str, str] = field(init=False)
    """Source key to the name that a reader knows."""
    genres: dict[str, str] = field(init=False)
    dates: dict[str, str] = field(init=False)
    """Source key to its date as printed; empty where it is not known."""
    dated: dict[Ref, str] = field(init=False)
    """Passages that tell of a dated event, with the words of the event."""
    points: dict[Ref, Point] = field(init=False)
    """Passages that a point is made of."""
    shown: set[Ref] = field(init=False, default_factory=set)
    """Passages that stand on a slide already."""
    subjects: Subjects = field(init=False)
    _matters: list[Matter] | None = field(init=False, default=None)
    _rarity: dict[str, float] = field(init=False)
    _titled: dict[str, frozenset[str]] = field(init=False)
    """Source key to the words of its title, or of the first statement that stands in for one."""
    _told: dict[str, frozenset[str]] = field(init=False, default_factory=dict)
    _paragraphs: dict[tuple[str, int], list[Ref]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        passages = [passage for source in self.brief.sources for passage in source.passages]
        self.passages = {passage.ref: passage for passage in passages}
        self.names = voices.names(self.brief.sources)
        self._titled = {source.key: words.content(source.title) for source in self.brief.sources}
        self.genres = {source.key: source.genre or "" for source in self.brief.sources}
        self.dates = {source.key: dated(source.published or "") for source in self.brief.sources}
        self.dated = {ref: _dated(event, ref) for event in reversed(self.brief.events) for ref in event.refs}
        self.points = {ref: point for point in reversed(self.brief.points) for ref in point.refs}
        for ref in self.passages:
            self._paragraphs.setdefault((ref.source, ref.paragraph), []).append(ref)
        self.subjects = subjects_of(self.brief)
        counts = Counter(word for passage in passages for word in words.content(passage.text))
        self._rarity = {word: math.log(len(passages) / count) for word, count in counts.items()}

    @property
    def topped(self) -> bool:
        """Whether the audience gets a bottom line on a slide of its own."""
        return dict(self.audience.counts).get("bottomlines", 0) > 0

    def matters(self) -> list[Matter]:
        """What most of the sources speak of; read once."""
        if self._matters is None:
            self._matters = matters(self.brief)
        return self._matters

    def leads(self) -> frozenset[Ref]:
        """The passages that reports open with, which say what they tell, where they are among the weightiest."""
        first = {source.passages[0].ref for source in self.brief.sources if source.passages}
        best = [point for point in self.brief.points[:_WEIGHTY] if point.refs]
        opening = (point.refs[0] for point in best if point.reason == _OPENS or point.refs[0] in first)
        return frozenset(ref for ref in opening if self.genres[ref.source] == "news")

    def headed(self, line: Statement) -> int:
        """How many words a line shares with the title of a source of its own, which says what that is about."""
        shares = (len(words.content(line["text"]) & self._titled.get(ref.source, _NONE)) for ref in self.refs(line))
        return max(shares, default=0)

    def related(self, one: str, other: str, least: int = 2) -> float:
        """How much two texts share, by rare words that are no names of places; 0 where they share fewer than that."""
        shared = [self._rarity.get(word, 0.0) for word in self._telling(one) & self._telling(other)]
        rare = [weight for weight in shared if weight > 2.0]
        return math.fsum(rare) if len(rare) >= least else 0.0

    def rare(self, word: str) -> bool:
        """Whether few passages of the pack hold a content word."""
        return self._rarity.get(word, 0.0) > 2.0

    def shared(self, one: str, other: str) -> bool:
        """Whether two texts share a word that says what they are about, rare or not."""
        return bool(self._telling(one) & self._telling(other))

    def refs(self, line: Statement) -> list[Ref]:
        """The passages of a line."""
        return [ref for ref in map(Ref.parse, line["refs"]) if ref in self.passages]

    def shows(self, line: Statement) -> bool:
        """Whether a slide shows a passage of the line already."""
        return bool(set(self.refs(line)) & self.shown)

    def after(self, ref: Ref) -> list[Ref]:
        """The passages that follow in the same paragraph."""
        refs = self._paragraphs.get((ref.source, ref.paragraph), [])
        return [each for each in refs if each > ref]

    def _telling(self, text: str) -> frozenset[str]:
        """Words that say what a text is about: 'tariff', 'Ruiz', not 'United' and 'States', which stand everywhere."""
        if text not in self._told:
            people = {part for person in self.brief.people for part in person.name.split()}
            told = _CAPITAL.sub(lambda found: found[0] if found[0] in people else " ", text)
            self._told[text] = words.content(told)
        return self._told[text]

    def cost(self, rank: int, point: Point, most: int) -> int:
        """Its place in the ranking, and more for what makes a weak title: length, a dated event."""
        return rank + _LONG * (len((point.short or point.text).split()) > most) + _EVENT * self.tells_event(point)

    def relays(self, point: Point) -> bool:
        """Whether a piece that argues tells there what others say, which may be what it refutes."""
        return self.genres[point.refs[0].source] in ("opinion", "editorial") and titles.relays(point.text)

    def tells_event(self, point: Point) -> bool:
        """Whether a point says little more than that something happened on a day: the timeline shows that."""
        return self.dates_only(point.text, point.refs)

    def dates_only(self, text: str, refs: Iterable[Ref]) -> bool:
        """Whether a text says little more than the events of its passages."""
        told = [words.content(self.dated[ref]) for ref in refs if ref in self.dated]
        said = words.content(text)
        return any(len(said & event) >= _TOLD * len(said) for event in told)

    def near(self, ref: Ref) -> list[Ref]:
        """The passages around it, nearest first: its own paragraph and the next ones under the same heading."""
        found: list[Ref] = []
        for step in (0, 1, -1):
            for each in self._paragraphs.get((ref.source, ref.paragraph + step), []):
                if each != ref and self.passages[each].heading == self.passages[ref].heading:
                    found.append(each)
        return found

    def fact(self, ref: Ref, most: int) -> Statement | None:
        """A passage as a line, under the name of whoever speaks in its source; None where it cannot stand alone."""
        passage = self.passages[ref]
        if passage.kind == "caption" or not plain_fact(passage.text) or self.taken_back(ref):
            return None
        fits = fitting(passage.text, (ref,), most)
        return (
            statement(*fits, "" if self.speaks(passage.text) else unsaid(self.voice(ref.source), fits[0]))
            if fits
            else None
        )

    def taken_back(self, ref: Ref) -> bool:
        """Whether the next sentence says that it is not so: '… rumours that the mill was sold. These are untrue.'"""
        after = self.after(ref)[:1]
        return any(denying.takes_back(self.passages[each].text) for each in after)

    def around(self, ref: Ref) -> str:
        """The text of its paragraph."""
        return " ".join(self.passages[each].text for each in self._paragraphs[ref.source, ref.paragraph])

    def speaks(self, text: str) -> bool:
        """Whether a passage names a person and a verb of speech: it says itself whose words it gives."""
        said = set(text.lower().split())
        return any(short(person.name) in text for person in self.brief.people) and bool(
            said & words.data("reporting-en")
        )

    def reports(self, text: str) -> bool:
        """Whether a passage has a verb of speech: it tells what somebody says."""
        return bool(set(words.words(text.lower())) & words.data("reporting-en"))

    def voice(self, source: str) -> str:
        """Whose judgement a sentence of a source is where nothing else is said: empty for reports."""
        voices = Counter(
            point.voice
            for point in self.brief.points
            if point.voice and not point.voiced and point.refs and point.refs[0].source == source
        )
        return max(voices, key=lambda voice: voices[voice], default="")


def _dated(event: Event, ref: Ref) -> str:
    """What a passage tells of an event: of several sentences the last one, which stands in the first passage."""
    parts = sentences.split(event.text)
    return parts[-1] if len(parts) < 2 or ref == event.refs[0] else ""

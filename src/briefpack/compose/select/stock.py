"""A brief made ready for choosing: passages by reference, how rare a word is, what has been shown already."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from briefpack.compose.select.subjects import Subjects
from briefpack.compose.select.subjects import read as subjects_of
from briefpack.compose.wording import capital, dated
from briefpack.model import Audience, Brief, Event, Passage, Point, Ref
from briefpack.text import alone, denying, fragments, sentences, titles, words
from briefpack.text.names import short
from briefpack.text.shorten import shorten

Statement = dict[str, Any]

ANSWERS = re.compile(r"\b(?:but|however|yet|although|though|despite|deny|denies|denied|unlikely|not|no|never)\b", re.I)
"""A second sentence with one of these may turn the first round: the two stay together."""
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_POINTS = re.compile(
    r"(?:^|^According to .*, )(?:it|he|she|they|this|these|those|that)\b"
    r"(?! (?:is|was|will be) \w+ (?:that|to|for\b[^.;,]* to)\b)"
    r"|, (?:he|she|they) (?:said|says|added|adds|argued|argues|wrote|writes|told|warned)\b"
    r"|\b(?:of|to|in|for|by|with|on|at|from|as) that [a-z]+\b|\b(?:consider|call|find|think)s? (?:that|this) [a-z]+\b"
    r"|\b(?:say|says|said) so\b(?!.*\bbut\b)"
    r"|^both\b(?! (?:[\w’.-]+ ){1,5}and\b)"
    r"|^The (?:figure|number|sum|total|amount|difference|answer|reason)(?:,| (?:is|was)\b)",
    re.IGNORECASE,
)
"""'According to Ruiz, it has caused …', '…, he said', 'a repetition of that flood': known only from before."""
QUARRELS = ("denied", "doubt", "numbers")
"""Kinds of tension in which a source itself denies, doubts or counts otherwise; others are shown side by side only."""
BESIDE = ("emphasis", "voices")
"""Kinds in which two speak of one matter, and nothing says that they pull apart."""
LONGEST_SIDE = 48
"""Words of a tension's side that is shown whole; of a longer one no sentence may stand for the others."""
_LEAST = 6
"""Words of a passage that says something by itself; 'Perhaps it is.' does not."""
_BACK = re.compile(
    r"[Tt]he [a-z]+(?:,| (?:is|was|are|were|has|had|will|would|could|may|might|can|also)\b)|Perhaps|Another|Others "
)
"""'The figure, if the office is right, …': which figure stands in the sentence before."""
_MEANT = re.compile(
    r"\b(?:during|after|before|since|at) the (?:visit|meeting|talks|summit|trip|vote|trial|strike|attack)\b"
    r"(?! (?:of|to|in|with|between|by|on)\b)"
)
"""'Prices rose after the vote.': which vote stands further up."""
_TALKED_TO = re.compile(r"\b(?:I|me|my|you|your)\b", re.IGNORECASE)
"""'You mean to charge at the gate.': somebody speaks to somebody, and a table says of neither who it is."""
_SPOKEN = re.compile(r"^[“\"‘']")
_LONG = 5
"""Places in the ranking that a statement loses by being too long for a title of two lines."""
_EVENT = 12
"""The same for one that tells of a dated event: the timeline shows it."""
_TOLD = 0.6
"""Share of a point's words that stand in an event from which it is the event over again."""
_BODY = re.compile(r"The (?:[A-Z]\w+ )?(?P<name>[A-Z]\w+)\b")
"""'The Canal Agency closed …', 'The Agency found …' under the Canal Agency's own name."""
_SAYS_WHO = re.compile(r"^According to|, according to\b", re.IGNORECASE)
_ASIDE = re.compile(r",[^,“\"]*,(?= )")
_SPEAKER = re.compile(
    r"(?:The )?(?:[A-Z][\w.’'-]*(?: (?:of|the|for|and))* ){2,8}(?:has |have |had |also )?(?P<verb>[a-z]+)\b"
)
_WHEN = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight|currently"
    r"|(?:this|last|next) (?:week|month|year|spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
"""'on Wednesday' says nothing on a slide, a year later."""


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
    _rarity: dict[str, float] = field(init=False)
    _told: dict[str, frozenset[str]] = field(init=False, default_factory=dict)
    _paragraphs: dict[tuple[str, int], list[Ref]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        passages = [passage for source in self.brief.sources for passage in source.passages]
        self.passages = {passage.ref: passage for passage in passages}
        self.names = {source.key: source.name for source in self.brief.sources}
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
        return any(short(person.name) in text for person in self.brief.people) and bool(said & _verbs())

    def reports(self, text: str) -> bool:
        """Whether a passage has a verb of speech: it tells what somebody says."""
        return bool(set(words.words(text.lower())) & _verbs())

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


@cache
def _verbs() -> frozenset[str]:
    return words.data("reporting-en")


def statement(text: str, refs: Iterable[Ref], label: str = "", detail: str = "") -> Statement:
    """A line as the templates see it."""
    return {"text": text, "refs": [ref.citation for ref in refs], "label": label, "detail": detail}


def voiced(point: Point, text: str) -> str:
    """Whose judgement it is, where the text does not say so itself."""
    named = point.voiced and (not point.voice or short(point.voice) in text)
    return "" if named else unsaid(point.voice, text)


def unsaid(voice: str, text: str) -> str:
    """The voice to print before a line; '' where the line says itself who speaks: 'According to Ruiz, …'."""
    body = _BODY.match(text)
    if body and body["name"] in voice.split():
        return ""
    return (
        ""
        if _SAYS_WHO.search(text) or tells(text) or (voice and re.search(rf"\b{re.escape(short(voice))} [a-z]", text))
        else voice
    )


def tells(text: str) -> bool:
    """'Senator Ana Ruiz, who wrote the bill, says that …': the line itself says whose words it gives.

    What follows a dash may be the writer's own, and so may a second sentence.
    """
    if len(sentences.split(text)) > 1:
        return False
    own = _ASIDE.sub("", text, count=1)
    found = _SPEAKER.match(own)
    return found is not None and found["verb"] in _verbs() and "—" not in text and " – " not in text


def sound(text: str) -> str:
    """A line as a sentence: the item of a list with its capital and stop; '' where a quotation is cut open."""
    if ("„" not in text and text.count("“") != text.count("”")) or text.count('"') % 2:
        return ""
    return f"{capital(text[:-1].rstrip())}." if text.endswith((";", ",")) else capital(text)


@lru_cache(maxsize=4096)
def fitting(text: str, refs: tuple[Ref, ...], most: int) -> tuple[str, tuple[Ref, ...]] | None:
    """A form of the text in at most that many words that stands alone, with its references; None if there is none.

    Of several sentences the first may stand for all, unless a later one answers it.
    """
    parts = sentences.split(text)
    whole = len(text.split()) <= most
    if len(parts) == 1:
        short = sound(shorten(text, most) or (alone.unconnected(text) if whole else ""))
        return (short, refs) if short else None
    if whole:
        said = sound(alone.unconnected(text))
        return (said, refs) if said else None
    if any(ANSWERS.search(part) for part in parts[1:]):
        return None
    first = fitting(parts[0], refs[:1] if len(refs) == len(parts) else refs, most)
    return first if first and not alone.leans(first[0]) else None


def fitted(point: Point, most: int) -> Statement | None:
    """The point in at most that many words, with whose judgement it is; None where that cannot be done."""
    if point.short and len(point.short.split()) <= most < len(point.text.split()) and not _unlisted(point, point.short):
        return statement(point.short, _rests_on(point), voiced(point, point.short))
    found = fitting(point.text, point.refs, most)
    if found and (
        (point.reason.startswith("a list") and len(found[1]) < len(point.refs)) or _unlisted(point, found[0])
    ):
        return None
    if not found or (len(sentences.split(found[0])) == 1 and dangles(found[0])):
        return None
    return statement(found[0], found[1], voiced(point, found[0]))


def _unlisted(point: Point, text: str) -> bool:
    """Whether a list went that the text leads up to: 'named three goals', and the goals are gone."""
    _, _, after = point.text.partition(": ")
    return ";" in after and ":" not in text


def _rests_on(point: Point) -> tuple[Ref, ...]:
    """The passage of a point that its short form is made from; all of them where it cannot be told."""
    parts = sentences.split(point.text)
    if len(parts) != len(point.refs) or len(parts) < 2:
        return point.refs
    short = set(words.words(point.short.lower()))
    return (
        max(zip(parts, point.refs, strict=True), key=lambda pair: len(short & set(words.words(pair[0].lower()))))[1],
    )


def plain_fact(text: str) -> bool:
    """Whether a passage can be shown by itself: a full statement, nobody's bare words, nothing that points back."""
    if text.count("”") != text.count("“") or text.count('"') % 2:
        return False  # somebody's words, and who speaks stands in the next sentence
    if (
        text.startswith("(")
        or _SPOKEN.match(text)
        or dangles(text)
        or _BACK.match(text)
        or _MEANT.search(text)
        or len(text.split()) < _LEAST
        or titles.announces(text)
        or fragments.is_fragment(text)
        or _TALKED_TO.search(_QUOTED.sub("“”", text))
    ):
        return False
    return text.rstrip("”’\"')").endswith(".") and not alone.leans(text) and not alone.points_back(text)


def dangles(text: str) -> bool:
    """Whether a sentence leans on the one before it in a way that a title cannot bear."""
    return bool(_POINTS.search(_QUOTED.sub("“”", text)))


def fleeting(text: str) -> bool:
    """Whether it leans on the day it was printed: 'on Wednesday', 'last month'."""
    return bool(_WHEN.search(text) or _MEANT.search(text))

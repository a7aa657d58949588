"""What a voice says in one breath: a sentence with those of its paragraph that carry it on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from briefpack.analysis import _stances
from briefpack.analysis._counts import numbers
from briefpack.analysis._matters import Matters
from briefpack.analysis._places import places, unquoted
from briefpack.analysis._sides import leans
from briefpack.analysis._stances import Stance
from briefpack.analysis._turns import Spoken, cue, spoken, turns
from briefpack.model import Brief, Ref, Side, Source
from briefpack.text import words
from briefpack.text._lowered import lowered

_ROOM = 45
"""Words up to which a unit goes on."""
_MOST = 60
"""Words of one that had to take the sentence before along."""
_LEAST = 6
_PLAIN = 0.3
"""How plainly a sentence that leans must answer, to stand as an answer."""
_GOES_ON = re.compile(r"(?:Its|His|Her|Their|He|She|They|It)\b")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SPEECH = ("reporting-en", "speech.verbs")
_KINDS = ("money", "share", "measure")


@dataclass(frozen=True, slots=True)
class Unit:
    """Neighbouring sentences of one paragraph, verbatim."""

    source: Source
    start: int
    end: int
    """First and last index among the places of the source."""
    text: str
    refs: tuple[Ref, ...]
    passages: tuple[str, ...]
    """The texts of its sentences."""
    voice: str
    headed: str
    """Its voice, where its first sentence is that voice's too."""
    leans: bool
    """It answers what stands before it and cannot stand without."""
    turns: bool
    opens: bool
    """It opens a paragraph."""
    stems: frozenset[str]
    matters: dict[str, str]
    """What it speaks of: the key of each noun or name to the phrase as it reads inside a sentence."""

    @property
    def stance(self) -> Stance:
        """Only where words are shared is it asked what a unit holds; so with the next three."""
        return _stances.stance(self.text)

    @property
    def cue(self) -> float:
        """How plainly it answers what stands before it."""
        return cue(unquoted(self.passages[0]).strip())

    @property
    def numbers(self) -> frozenset[str]:
        found = _NUMBER.findall(self.text)
        return frozenset(number for number in found if len(number) > 1 and not _YEAR.fullmatch(number))

    @property
    def kinds(self) -> frozenset[tuple[str, str]]:
        """What its numbers are: ('money', '$'), ('share', '%'), ('count', 'homes')."""
        return frozenset().union(*map(_kinds, self.passages))

    @property
    def side(self) -> Side:
        return Side(self.source.key, self.text, self.refs, self.headed)

    @property
    def judging(self) -> bool:
        """The source speaks for itself: a column or an editorial."""
        return self.source.genre in ("opinion", "editorial") and not self.voice


def units(source: Source, found: Brief, matters: Matters) -> Iterator[Unit]:
    """A unit for each sentence that can open one, in order."""
    told = spoken(places(source), found)
    named = [_matters(place.passage.text, matters) for place in told.row]
    seen: set[tuple[int, int, bool]] = set()
    for index, place in enumerate(told.row):
        if "?" in place.passage.text:
            continue
        for start, leaning in _starts(told, index, found):
            end = _end(told, start, index)
            text = " ".join(told.text(each) for each in range(start, end + 1))
            if (start, end, leaning) not in seen and _LEAST <= len(text.split()) <= _MOST:
                seen.add((start, end, leaning))
                held = {key: phrase for each in named[start : end + 1] for key, phrase in each.items()}
                yield _unit(told, index, (start, end), leaning, held)


def _starts(told: Spoken, index: int, found: Brief) -> Iterator[tuple[int, bool]]:
    """Where a unit around a sentence may open, and whether it leans there."""
    place = told.row[index]
    goes_on = place.bare_quotation and index and not told.row[index - 1].bare_quotation
    if not leans(place.passage, found) and not goes_on:
        yield index, False
        return
    if index and _may_lead(told, index, found):
        yield index - 1, False
    answers = cue(unquoted(place.passage.text).strip()) > _PLAIN
    if answers or _GOES_ON.match(place.passage.text):
        yield index, True


def _may_lead(told: Spoken, index: int, found: Brief) -> bool:
    """The sentence before is of the same breath and stands alone."""
    place, before = told.row[index], told.row[index - 1]
    if before.passage.heading != place.passage.heading or turns(place.passage.text) or leans(before.passage, found):
        return False
    return not place.opens_paragraph or told.voices[index - 1] == told.voices[index] != ""


def _end(told: Spoken, start: int, index: int) -> int:
    """The last sentence that carries on."""
    size = sum(len(told.text(each).split()) for each in range(start, index + 1))
    end = index
    while end + 1 < len(told.row) and _carries_on(told, end + 1, told.voices[index]):
        size += len(told.text(end + 1).split())
        if size > _ROOM:
            break
        end += 1
    return end


def _carries_on(told: Spoken, index: int, voice: str) -> bool:
    """The next sentence is of the same paragraph or the same speech, and nobody turns against the one before."""
    place, before = told.row[index], told.row[index - 1]
    if place.passage.heading != before.passage.heading:
        return False
    pronoun, same = bool(_GOES_ON.match(place.passage.text)), told.voices[index] == told.voices[index - 1]
    if place.opens_paragraph:
        return same and told.voices[index] != "" and (place.bare_quotation or pronoun)
    if turns(place.passage.text) and not same:
        return False
    return not voice or pronoun or told.voices[index] in ("", voice)


def _unit(told: Spoken, index: int, reach: tuple[int, int], leaning: bool, held: dict[str, str]) -> Unit:
    start, end = reach
    text = " ".join(told.text(each) for each in range(start, end + 1))
    row = told.row[start : end + 1]
    voices = {voice for voice in told.voices[start : end + 1] if voice}
    return Unit(
        row[0].source,
        start,
        end,
        text,
        tuple(place.passage.ref for place in row),
        tuple(place.passage.text for place in row),
        told.voices[index] if len(voices) == 1 else "",
        told.voices[start] if len(voices) == 1 else "",
        leaning,
        turns(row[0].passage.text),
        row[0].opens_paragraph,
        _stances.stems(text) - _spoken(),
        held,
    )


def _matters(text: str, matters: Matters) -> dict[str, str]:
    """The nouns of a sentence and the names in it; of one noun the longest phrase."""
    held = {key: phrase for phrase, key in matters.names(text) if key[1:].lower() not in words.data("stop-en")}
    for phrase, key in matters.nouns(text):
        if phrase.removeprefix("the ") not in words.data("no-matters-en"):
            held[key] = max(held.get(key, ""), phrase, key=len)
    return held


@lru_cache(maxsize=16384)
def _kinds(text: str) -> frozenset[tuple[str, str]]:
    if not lowered(text).digits:
        return frozenset()
    found = numbers(text)
    named = {(each.kind, "" if each.kind == "share" else each.unit) for each in found if each.kind in _KINDS}
    return frozenset(named | {("count", each.counts) for each in found if each.kind == "count" and each.counts})


@cache
def _spoken() -> frozenset[str]:
    """Stems of the verbs of speech: what two statements share when both argue."""
    return frozenset(_stances.stem(entry.split()[0]) for name in _SPEECH for entry in words.data(name))

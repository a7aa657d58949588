"""Who 'he' or 'she' is at the head of a sentence: the one person of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpack.model import Passage, Ref
from briefpack.text import names, speech

_HEAD = re.compile(
    r"(?P<lead>(?:(?:In|On|By|As|Since|From|Until|After|Before|During|Last|Two|Three|A) [^,;“”\"]{3,60},? )?)"
    r"(?P<who>[Hh]e|[Ss]he|[Hh]is|[Hh]er)(?= (?!and\b)[a-z])"
)
_OFFICE = re.compile(
    r"\A(?:Its|Their|His|Her) (?:[a-z][\w’-]* ){0,4}?(?:[a-z][\w’-]*), (?P<name>(?:[A-Z][\w.’-]* ){1,3}[A-Z][\w’-]*), "
    r"(?=[a-z]+(?:ed|d|s)\b|told|said|wrote|will)"
)
"""'Its chairman, Omar Haddad, told …': the name says it without the owner."""
_HE = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:man|woman|father|mother|brother|sister|son|daughter|husband|wife|boy|girl|who)\b")
"""Somebody else whom a later 'he' may be."""
_BACK = 4
"""Sentences that are looked back."""
_ASIDE = re.compile(r"[,”\"] (?P<who>he|she) (?:said|added|says|told|wrote)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence whose subject has a name, and the passages that say so."""

    text: str
    refs: tuple[Ref, ...]
    passage: Passage


def named(passages: Sequence[Passage]) -> Iterator[Told]:
    """The passages in order, 'He resigned in May' as 'Ana Ruiz resigned in May' where one person only can be meant."""
    for place, passage in enumerate(passages):
        needs = _HEAD.match(passage.text) or _ASIDE.search(passage.text)
        yield _told(passage, _subject(passages, place) if needs else None)


def _told(passage: Passage, subject: tuple[str, Ref] | None) -> Told:
    text = _OFFICE.sub(r"\g<name> ", passage.text) if _OFFICE.match(passage.text) else passage.text
    own = Told(text, (passage.ref,), passage)
    if subject is not None and _near(subject[1], passage.ref) and not _HEAD.match(passage.text):
        return _speaker_named(own, subject)
    found = _HEAD.match(passage.text)
    if subject is None or found is None or not _near(subject[1], passage.ref):
        return own
    who, name = found["who"], subject[0]
    if not _agrees(name, who.lower()) or _people(found["lead"]):
        return own
    owner = f"{name}’s" if who.lower() in ("his", "her") else name
    if who.lower() == "her" and found["lead"]:
        return own
    text = found["lead"] + owner + passage.text[found.end() :]
    return Told(text, (passage.ref, subject[1]), passage)


def _speaker_named(own: Told, subject: tuple[str, Ref]) -> Told:
    """'…, she said' with the name, where the sentence names nobody else before it."""
    found = _ASIDE.search(own.text)
    if not found or not _agrees(subject[0], found["who"]) or _people(own.text[: found.start()]):
        return own
    text = own.text[: found.start("who")] + subject[0] + own.text[found.end("who") :]
    return Told(text, (own.passage.ref, subject[1]), own.passage)


def _people(text: str) -> set[str]:
    return {one.name for one in names.people(text) if one.evidence}


def _near(named_at: Ref, ref: Ref) -> bool:
    """In the same paragraph or the one before."""
    return named_at.source == ref.source and ref.paragraph - named_at.paragraph <= 1


def _agrees(name: str, pronoun: str) -> bool:
    known = names.gender(name)
    return known in ("", "m" if pronoun in ("he", "his") else "f")


def _subject(passages: Sequence[Passage], place: int) -> tuple[str, Ref] | None:
    """The only person that the sentence before names; further back while sentences go on with 'he'."""
    here = passages[place].ref
    for passage in reversed(passages[max(place - _BACK, 0) : place]):
        people = _people(speech.hide(passage.text, speech.spans(passage.text)))
        goes_on = _HEAD.match(passage.text) or (
            passage.ref.paragraph == here.paragraph and _HE.search(passage.text) and not _OTHER.search(passage.text)
        )
        if people or not goes_on:
            return (people.pop(), passage.ref) if len(people) == 1 else None
    return None

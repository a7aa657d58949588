"""Tensions within one source: a charge and its denial, an offer and its doubters, the two hands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._sides import grounded, side
from briefpack.analysis._subjects import Subjects
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import alone, entries, words

_ONE_HAND = re.compile(r"\bon (?:the )?one hand\b", re.IGNORECASE)
_OTHER_HAND = re.compile(r"\bon the other hand\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:denied|denies|deny|disputed|disputes|rejected|rejects|dismissed) (?:such |any |all |the )?(?P<what>[a-z]+)\b"
)
_REACH = 8
"""How many passages later the other hand may come."""


def denials(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """'Inspectors accused the mill …' and, next, 'The mill denies …'."""
    for row in map(places, sources):
        for index in range(1, len(row)):
            text = unquoted(row[index].passage.text)
            if not entries.holds(text, "denials-en") or not entries.holds(row[index - 1].passage.text, "charges-en"):
                continue
            yield from _pair(row, index, found, subjects, ("Claim and denial", "denied"))


def doubts(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """'The ministry has promised …' and, next, 'Engineers doubt …'."""
    for row in map(places, sources):
        for index in range(1, len(row)):
            claim, doubt = row[index - 1].passage.text, unquoted(row[index].passage.text)
            conceded = doubt.startswith(("While ", "Although ", "Though ", "Despite "))
            if not conceded and entries.holds(doubt, "doubts-en") and entries.holds(unquoted(claim), "offers-en"):
                yield from _pair(row, index, found, subjects, ("Claim and doubt", "doubt"))


def two_hands(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """'On the one hand, …' and, within a few sentences, 'On the other hand, …'."""
    for row in map(places, sources):
        for index, place in enumerate(row):
            after = row[index + 1 : index + _REACH] if _ONE_HAND.search(place.passage.text) else ()
            other = next((later for later in after if _OTHER_HAND.search(later.passage.text)), None)
            first = grounded(row, index, found) if other else None
            if first and other and (other is row[index + 1] or not alone.leans(other.passage.text)):
                second = side(other.source, other.passage, found)
                yield _tension(first, second, subjects, ("Two sides of one question", "contrast"))


def _pair(
    row: tuple[Place, ...], index: int, found: Brief, subjects: Subjects, name: tuple[str, str]
) -> Iterator[Tension]:
    """The passage before and this one, where they are about the same and nobody's bare words."""
    before, place = row[index - 1], row[index]
    if before.bare_quotation or place.bare_quotation or before.passage.heading != place.passage.heading:
        return
    first, second = grounded(row, index - 1, found), side(place.source, place.passage, found)
    if first and _same_matter(before.passage.text, place.passage.text):
        yield _tension(first, second, subjects, name)


def _same_matter(one: str, other: str) -> bool:
    """They share a content word, or the second leans on the first, or gives the critics' view of it."""
    critics = re.match(r"(?:But |However, )?(?:[Cc]ritics|[Oo]pponents|[Ss]keptics|[Ss]ceptics)\b", other)
    return bool(critics) or alone.leans(other) or bool(words.content(one) & words.content(other))


def _tension(first: Side, second: Side, subjects: Subjects, name: tuple[str, str]) -> Tension:
    heading, kind = name
    what = _DENIED.search(second.text) if kind == "denied" else None
    vague = words.data("stop-en") | words.data("pointers-en")
    denied = what["what"] if what and what["what"] not in vague else ""
    label = denied or subjects.label(first.text, second.text) or subjects.topic(first.text)
    return Tension(f"{heading}: {label}" if label else heading, (first, second), kind)

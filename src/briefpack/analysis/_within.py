"""Tensions within one source: a charge and its denial, an offer and its doubters, the two hands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.analysis import _voices
from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._sides import grounded, opens_with_pronoun, side, voice
from briefpack.analysis._subjects import Subjects
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import alone, denying, entries, words
from briefpack.text.sieves import Sieve

_ONE_HAND = Sieve("hand", r"\bon (?:the )?one hand\b", re.IGNORECASE)
_OTHER_HAND = Sieve("hand", r"\bon the other hand\b", re.IGNORECASE)
_DENIED = re.compile(rf"\b(?:{denying.either()}) (?:such |any |all |the )?(?P<what>[a-z]+)\b")
_THING = re.compile(r"\b(?:the|its|their) (?P<thing>[a-z-]{3,}(?: [a-z-]{3,})?)\b(?! of\b)")
_TURN = re.compile(r"(?:But|However,|Yet|By contrast,) ")
_THIS = re.compile(rf"\b(?:{denying.either()}) {denying.WHAT}")
_THAT_IT = re.compile(rf"\b(?:{denying.either()}) that (?:he|she|it|they|his|her|its|their)\b")
"""'“Somebody lied,” said Ruiz. … The mill denied that it had.'"""
_DISPUTE = re.compile(r"\b(?:[Tt]he|[Aa]|[Tt]his|[Tt]heir|[Ii]ts|[Oo]f) (?:[a-z]+ )?disputes?\b")
_DENIES_ON = re.compile(rf"(?:He|She|They|It) (?:also|then|later) (?:{denying.either()})\b")
_SPOKEN = frozenset("said say says told year number study report news group city state country people new".split())
"""Words that two statements share without being about the same."""
_BACK = 3
"""How many passages before a reply its claim may stand."""
_REACH = 8
"""How many passages later the other hand may come."""


def denials(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """'Inspectors accused the mill …' and, next, 'The mill denies …'."""
    for row in map(places, sources):
        for index in range(1, len(row)):
            if not entries.holds(row[index - 1].passage.text, "charges-en"):
                continue
            if not entries.holds(_DISPUTE.sub(" ", unquoted(row[index].passage.text)), "denials-en"):
                continue
            if not _speaks_on(row, index, index - 1, found):
                yield from _pair(row, index, found, subjects, ("Claim and denial", "denied"))


def _speaks_on(row: tuple[Place, ...], index: int, back: int, found: Brief) -> bool:
    """'He also denied …': whoever has just spoken goes on; not 'Ruiz accused him of fraud. He denied it.'"""
    return bool(_DENIES_ON.match(row[index].passage.text)) and bool(voice(row[back].passage, found))


def doubts(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """'The ministry has promised …' and, next, 'Engineers doubt …'."""
    for row in map(places, sources):
        for index in range(1, len(row)):
            claim, doubt = row[index - 1].passage.text, unquoted(row[index].passage.text)
            conceded = doubt.startswith(("While ", "Although ", "Though ", "Despite "))
            if not conceded and entries.holds(doubt, "doubts-en") and entries.holds(unquoted(claim), "offers-en"):
                yield from _pair(row, index, found, subjects, ("Claim and doubt", "doubt"))


def replies(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """'The mayor defended the cameras.' and, soon after, 'A study found no effect of the cameras.'"""
    for row in map(places, sources):
        for index in range(1, len(row)):
            place = row[index]
            if not place.bare_quotation and place.source.language in (None, "en"):
                yield from _reply(row, index, found, subjects)


def denials_elsewhere(sources: tuple[Source, ...], found: Brief, _: Subjects) -> Iterator[Tension]:
    """'Das Ministerium widerspricht: …' after a voice, in languages whose verbs of denial are known."""
    for row in map(places, sources):
        language = row[0].source.language if row else None
        for index in range(1, len(row) if language not in (None, "en") else 0):
            place, before = row[index].passage, row[index - 1]
            denies = entries.holds(place.text, f"denials-{language}") and before.passage.heading == place.heading
            if denies and not before.bare_quotation and not alone.leans(before.passage.text, str(language)):
                sides = side(before.source, before.passage, found), side(row[index].source, place, found)
                yield Tension("Claim and denial", sides, "denied")


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


def _reply(row: tuple[Place, ...], index: int, found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """The nearest claim of another voice that a passage goes against."""
    text = unquoted(row[index].passage.text)
    turns = bool(_TURN.match(text)) and _voices.names_voice(text, found)
    if not turns and not entries.holds(text, "disputes-en"):
        return
    second = side(row[index].source, row[index].passage, found)
    if not second.voice and opens_with_pronoun(text):  # 'He denied it.': nobody knows who
        return
    for back in range(index - 1, max(index - (1 if turns else _BACK), 0) - 1, -1):
        claim = row[back]
        first = grounded(row, back, found) if _claims(claim, row[index], found) else None
        if first is None or alone.leans(first.text) or _speaks_on(row, index, back, found):
            continue
        if first.voice != (second.voice or None) and _answers(claim, text, turns, subjects):
            yield _tension(first, second, subjects, ("Two views", "voices"))
            return


def _claims(claim: Place, reply: Place, found: Brief) -> bool:
    """Somebody stands up for something, under the same heading and in running text."""
    text = unquoted(claim.passage.text)
    told = entries.holds(text, "backings-en") or _voices.names_voice(text, found)
    opposed = entries.holds(text, "disputes-en") or "?" in text
    return told and not opposed and not claim.bare_quotation and claim.passage.heading == reply.passage.heading


def _answers(claim: Place, text: str, turns: bool, subjects: Subjects) -> bool:
    """The reply turns from it, leans on it by a verb of denial ('rejects this'), or shares what the source talks of."""
    own = unquoted(claim.passage.text)
    if turns or _THIS.search(text) or (own != claim.passage.text and _THAT_IT.search(text)):
        return True
    shared = words.content(own) & words.content(text)
    return any(subjects.common(word) > 1 for word in shared - _SPOKEN)


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
    label = denied or _no_voice(subjects.label(first.text, second.text), first, second)
    label = label or (_object(first.text) if kind == "voices" else "")
    label = label or _no_voice(subjects.topic(first.text), first, second)
    label = _known_thing(label, first.text, second.text)
    return Tension(f"{heading}: {label}" if label else heading, (first, second), kind)


def _no_voice(label: str, first: Side, second: Side) -> str:
    """Who speaks is not what is at issue."""
    bare = label.removeprefix("the ")
    named = bare[:1].isupper() and any(bare in one.voice for one in (first, second))
    return "" if named else label


def _object(text: str) -> str:
    """What a voice speaks of: 'Judges regard the ruling as …', 'The firm argues that the weights …'."""
    after = text[len(_voices.before_verb(text)) :]
    found = _THING.search(after)
    first, *rest = found["thing"].split() if found else [""]
    if first.endswith("est"):  # 'the oldest ever to be sold'
        return ""
    noun = rest and rest[0] not in words.data("stop-en") | words.data("verbs-en") and not rest[0].endswith("ed")
    return f"{first} {rest[0]}" if noun else first


def _known_thing(label: str, one: str, other: str) -> str:
    """'the sonar buoys' where both texts go on so; 'the clinic' where a text has it so; 'farms' as it stands."""
    if not label.islower():
        return label
    longer = re.search(rf"\b{re.escape(label)} (?P<next>[a-z-]{{4,}})", one)
    if longer and longer[0] in other and longer["next"] not in words.data("stop-en"):
        label = longer[0]
    return f"the {label}" if re.search(rf"\b[Tt]he {re.escape(label)}\b", f"{one} {other}") else label

"""Where a text itself says that people differ: a decision and its dissent, experts who are divided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.analysis import _stances
from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._sides import grounded, longer, side
from briefpack.analysis._subjects import Subjects
from briefpack.analysis._turns import Spoken, spoken
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import words
from briefpack.text.sieves import Sieve, words_of

_BODY = (
    r"(?:[Cc]ourt|[Bb]oard|[Cc]ommittee|[Cc]ommission|[Pp]anel|[Tt]ribunal|[Cc]ouncil|[Mm]ajority|judges|[Mm]embers)"
)
_FEW = "one|two|three|four|five|six|seven"
_DISSENT = Sieve(
    "minority dissent dissents dissenting dissented dissenter dissenters",
    r"\b[Ii]n the view of the (?:minority|dissent(?:ers?|s|ing|ed)?)\b|\b[Ii]n (?:his|her|their|a) dissent\b"
    r"|\bdissented\b[^.]{10,}",
)
_DECISION = re.compile(
    rf"\b{_BODY} (?:[a-z]+ly )?(?:holds?|held|finds?|found|is satisfied|accepts?|accepted|regards?|allows?|allowed"
    rf"|approves?|approved|decided|decides|agreed|agrees|ruled|rules|voted)\b"
    r"|\bby \w+ (?:votes )?(?:to|votes to) \w+\b|\b(?:members|judges|justices) (?:voted|agreed)\b"
)
_VOTE = re.compile(r"\bvotes to \w+\b|\b(?:members|judges|justices) (?:voted|agreed)\b")
_MAJORITY = re.compile(
    r"\b[Tt]he majority (?:[a-z]+ly )?(?:holds?|held|finds?|found|ruled|rules|said|says|concluded|concludes|decided)\b"
)
_COLLEGE = Sieve(
    "dissent dissents dissented dissenting dissenter dissenters minority majority vote votes voted members justice"
    " justices",
    r"\b(?:[Dd]issent(?:ers?|s|ing|ed)?|[Mm]inority|[Mm]ajority|votes? to \w+|[Mm]embers? voted"
    r"|[Vv]oted (?:for|against)|Members|[Jj]ustices?)\b",
)
"""A text that tells of a vote: 'would have allowed' says nothing of a dissent without one."""
_SPLIT = Sieve(
    "divided split disagree disagreed differ differed",
    r"^(?P<who>[^,.]{3,60}?) (?:are|were|is|was|remain|remained) "
    r"(?:deeply |sharply |bitterly |evenly |badly )?(?:divided|split)\b[^.]{0,40}\.$"
    r"|^(?P<whom>[^,.]{3,60}?) (?:disagree|disagreed|differ|differed)\.$",
)
_REACH = 7
"""How many passages after 'Doctors are divided.' its two voices may come."""
_ONE_MATTER = 0.3
"""What two voices of a divided group must share beside their names: 'the slope', which few passages tell of."""
_ALIKE = 0.6
"""The share of the shorter statement's words that makes two of one leaning the same statement."""
_NUMBER = re.compile(r"\d[\d.,]*")
_DECIDED = 0.6
"""What an express decision weighs beside the words that it shares with the dissent."""
_VOTED = 2.0
"""What a vote weighs more right before it ('Four members voted for it. Two preferred …'), and what a majority holds."""
_LEAST = 0.9
_MATTER = 0.3
"""What a dissent that is not called so must share with the decision, but where both count the members who voted."""


def dissents(sources: tuple[Source, ...], found: Brief, _: Subjects) -> Iterator[Tension]:
    """'The Board finds …' and 'One of the members would have required …', within one text."""
    for source in sources:
        row = places(source) if source.language in (None, "en") else ()
        if not any(_COLLEGE.search(place.passage.text) for place in row):
            continue
        for index in range(1, len(row)):
            if _opens_dissent(row, index):
                yield from _against_decision(row, index, found, _stances.weights(sources))


def _opens_dissent(row: tuple[Place, ...], index: int) -> bool:
    """Not its second sentence, and no 'would have' of a column or a quotation."""
    place = row[index]
    if place.bare_quotation or place.source.genre in ("opinion", "editorial"):
        return False
    return _dissents(unquoted(place.passage.text)) and not _dissents(row[index - 1].passage.text)


def _dissents(text: str) -> bool:
    return bool(_DISSENT.search(text) or _against().search(text))


@cache
def _against() -> Sieve:
    """'One member of the board would have …', 'Two members preferred …'; not 'a member of the audience preferred'."""
    bodies = "|".join(sorted(words.data("colleges-en")))
    members = rf"(?i:{'|'.join(sorted(words.data('colleagues-en')))})"
    return Sieve(
        " ".join(words.data("colleagues-en") | {"minority"}),
        rf"(?:\b(?:[Tt]he|[Aa]) minority\b"
        rf"|\b(?P<counted>(?i:{_FEW}) (?:of (?:the|its) |other )?{members})\b(?! of (?:the|an?)\b)"
        rf"|\b{members} of (?:the|its|their) (?:[\w’'-]+ ){{0,2}}(?P<body>(?i:{bodies}))\b"
        r"|\b(?:Judge|Justice) (?=[A-Z]))"
        rf"[^.]{{0,70}}\b(?:would have (?:[a-z]+ly )?[a-z]+(?:ed|ld|pt|ft)|preferred|voted against)\b",
    )


@cache
def _colleagues() -> frozenset[str]:
    """Stems that a decision and any other sentence on those who made it share."""
    return frozenset(map(_stances.stem, words.data("colleges-en") | words.data("colleagues-en") | {"vote"}))


def _against_decision(row: tuple[Place, ...], index: int, found: Brief, weights: dict[str, float]) -> Iterator[Tension]:
    """The dissent beside what the others held of it; without a word in common or a decision, nothing."""
    ours = _stances.stems(" ".join(place.passage.text for place in row[index : index + 3]))
    own = unquoted(row[index].passage.text)
    against = _against().search(own)
    plain, counted = bool(_DISSENT.search(own)), bool(against and against["counted"])
    best: tuple[float, Side] | None = None
    for at in range(index):
        text = row[at].passage.text
        if "?" in text or row[at].bare_quotation or len(text.split()) < 6:
            continue
        if against and against["body"] and not {against["body"].lower(), "majority"} & words_of(text):
            continue
        shared = min(_stances.weigh(_stances.stems(text) & ours - _colleagues(), weights), 2.0)
        voted = bool(_VOTE.search(text) if index - at <= 2 else _MAJORITY.search(text))
        if not _DECISION.search(text) or (shared < _MATTER and not (plain or (voted and counted))):
            continue
        weight = shared + _DECIDED + _VOTED * voted
        made = grounded(row, at, found) if weight >= _LEAST and (best is None or weight > best[0]) else None
        if made:
            best = weight, longer(made, row, at, found) if at + 1 < index else made
    place = row[index]
    second = grounded(row, index, found) or side(place.source, place.passage, found)
    if best and set(best[1].refs) & set(second.refs):
        second = side(place.source, place.passage, found)
    if best and not set(best[1].refs) & set(second.refs):
        yield Tension("Decision and dissent", (best[1], longer(second, row, index, found)), "dissent")


def divided(sources: tuple[Source, ...], found: Brief, _: Subjects) -> Iterator[Tension]:
    """'Doctors are divided.' and the first two voices that follow."""
    for source in sources:
        if source.language not in (None, "en"):
            continue
        row = places(source)
        matches = [(index, match) for index, place in enumerate(row) if (match := _SPLIT.search(place.passage.text))]
        told = spoken(row, found) if matches else Spoken((), ())
        for index, match in matches:
            sides = _two_voices(told, index, found, _stances.weights(sources))
            if sides:
                who = match["who"] or match["whom"]
                yield Tension(f"Divided: {who[:1].lower()}{who[1:]}", sides, "voices")


def _two_voices(told: Spoken, index: int, found: Brief, weights: dict[str, float]) -> tuple[Side, Side] | None:
    """The first two voices after a passage that speak of the same, and do not say the same of it."""
    last = min(index + 1 + _REACH, len(told.row))
    held: dict[str, Side] = {}
    for at in range(index + 1, last):
        who, place = told.voices[at], told.row[at]
        if place.passage.heading != told.row[index].passage.heading:
            break
        if not who or who in held or "?" in place.passage.text:
            continue
        made = grounded(told.row, at, found)
        second = longer(made, told.row, at, found) if made else None
        if second is None:
            continue
        first = next((side for side in held.values() if _may_differ(side, second, found, weights)), None)
        if first:
            return first, second
        held[who] = second
    return None


def _may_differ(one: Side, other: Side, found: Brief, weights: dict[str, float]) -> bool:
    """Two statements on one matter, of which neither only repeats the other: 'will open in May', 'will open in May'."""
    first, second = _said(one, found), _said(other, found)
    shared = _stances.weigh(first & second, weights)
    alike = len(first & second) >= _ALIKE * min(len(first), len(second))
    return shared >= _ONE_MATTER and not (alike and _leaning(one.text) == _leaning(other.text))


def _said(side: Side, found: Brief) -> frozenset[str]:
    """What a statement says, without who says it: neither name nor office, nor the verb of speech."""
    role = next((person.role for person in found.people if person.name == side.voice), "")
    verbs = {_stances.stem(word) for word in words.data("speech.verbs")}
    return _stances.stems(side.text) - _stances.stems(f"{side.voice} {role}") - verbs


def _leaning(text: str) -> tuple[object, ...]:
    """What tells two statements of the same words apart: a 'not', a doubt, another number."""
    stance = _stances.stance(text)
    numbers = frozenset(_NUMBER.findall(text))
    return stance.valence, stance.doubts, stance.disputes, stance.against, bool(stance.denied), numbers

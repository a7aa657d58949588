"""Where a text itself says that people differ: a decision and its dissent, experts who are divided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.analysis import _stances
from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._sides import grounded, longer, side
from briefpack.analysis._subjects import Subjects
from briefpack.analysis._turns import Spoken, spoken
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text.sieves import Sieve

_BODY = (
    r"(?:[Cc]ourt|[Bb]oard|[Cc]ommittee|[Cc]ommission|[Pp]anel|[Tt]ribunal|[Cc]ouncil|[Mm]ajority|judges|[Mm]embers)"
)
_DISSENT = Sieve(
    "minority dissent dissents dissenting dissented dissenter dissenters member members judge judges"
    " justice justices commissioner commissioners director directors governor governors",
    r"\b[Ii]n the view of the (?:minority|dissent(?:ers?|s|ing|ed)?)\b|\b[Ii]n (?:his|her|their|a) dissent\b"
    r"|\bdissented\b[^.]{10,}"
    r"|\b(?:minority|(?:[Mm]ember|[Jj]udge|[Jj]ustice|[Cc]ommissioner|[Dd]irector|[Gg]overnor)s?)\b[^.]{0,70}"
    r"\b(?:would have (?:[a-z]+ly )?[a-z]+(?:ed|ld|pt|ft)|preferred|voted against)\b",
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
    r"\b(?:[Dd]issent(?:ers?|s|ing|ed)?|[Mm]inority|[Mm]ajority|votes? to \w+|[Mm]embers? voted|Members"
    r"|[Jj]ustices?)\b",
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
_DECIDED = 0.6
"""What an express decision weighs beside the words that it shares with the dissent."""
_VOTED = 2.0
"""What a vote weighs more right before it ('Four members voted for it. Two preferred …'), and what a majority holds."""
_LEAST = 0.9


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
    dissents = _DISSENT.search(unquoted(place.passage.text))
    return bool(dissents) and not _DISSENT.search(row[index - 1].passage.text)


def _against_decision(row: tuple[Place, ...], index: int, found: Brief, weights: dict[str, float]) -> Iterator[Tension]:
    """The dissent beside what the others held of it; without a word in common or a decision, nothing."""
    ours = _stances.stems(" ".join(place.passage.text for place in row[index : index + 3]))
    best: tuple[float, Side] | None = None
    for at in range(index):
        text = row[at].passage.text
        if "?" in text or row[at].bare_quotation or len(text.split()) < 6:
            continue
        shared = min(sum(weights.get(stem, 0.0) for stem in _stances.stems(text) & ours), 2.0)
        if not _DECISION.search(text):
            continue
        voted = bool(_VOTE.search(text) if index - at <= 2 else _MAJORITY.search(text))
        weight = shared + _DECIDED + _VOTED * voted
        made = grounded(row, at, found) if weight >= _LEAST and (best is None or weight > best[0]) else None
        if made:
            best = weight, longer(made, row, at, found) if at + 1 < index else made
    place = row[index]
    second = grounded(row, index, found) or side(place.source, place.passage, found)
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
            sides = _two_voices(told, index, found)
            if sides:
                who = match["who"] or match["whom"]
                yield Tension(f"Divided: {who[:1].lower()}{who[1:]}", sides, "voices")


def _two_voices(told: Spoken, index: int, found: Brief) -> tuple[Side, Side] | None:
    """What the first voice after a passage says, and the first other one that speaks of the same."""
    last = min(index + 1 + _REACH, len(told.row))
    held: list[tuple[str, Side]] = []
    for at in range(index + 1, last):
        who, place = told.voices[at], told.row[at]
        if place.passage.heading != told.row[index].passage.heading:
            break
        if not who or who in {voice for voice, _ in held} or "?" in place.passage.text:
            continue
        made = grounded(told.row, at, found)
        if made:
            held.append((who, longer(made, told.row, at, found)))
        if len(held) == 2:
            return held[0][1], held[1][1]
    return None

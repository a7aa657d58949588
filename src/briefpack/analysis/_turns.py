"""A view that a text reports, and the voice soon after that goes against it.

A voice goes on through bare quotations and 'she added'; what no voice says is the source's own, so that an
author may answer the view that she has just reported: 'Advocates say … It was not so.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefpack.analysis import _quoted, _stances
from briefpack.analysis._matters import Matters
from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._same import Same
from briefpack.analysis._sides import grounded, opens_with_pronoun, side, voice
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import alone, denying, entries
from briefpack.text.sieves import Sieve

_BACK = 4
"""How many passages before an answer the view may stand."""
_SHARES = 0.9
_PLAINLY = 2.4
"""What an answer weighs more that says plainly that it is one: 'rejected that', 'reached a sunnier conclusion'."""
_DISPUTING = ("denials-en", "disputes-en", "contesting-en")
_RUN = 4
"""How many sentences of one voice are looked through for its view."""
_SHARED = 0.4
"""What an answer must share with the view, unless it leans on it ('rejects this') or turns from it ('However, …')."""
_CUE = 0.6
"""How plainly an answer must say that it is one."""
_SHORT = 14
"""Words of an answer that is nearly all denial."""
_ROOM = 45
"""Words of a side that takes the next sentence of its voice along."""
_LEAST = 1.9
_NOT = Sieve(
    "not no never nor nothing nonsense wrong false untrue hardly less unable nobody t",
    r"\b(?:not|no|never|nor|nothing|nonsense|wrong|false|untrue|hardly|less|unable|nobody)\b|n[’']t\b",
    re.I,
)
_TURN = re.compile(
    r"^(?:But|Yet|However,|Still,|In fact,|In truth,|Nor|Not so|Instead,|Nevertheless,|By contrast,)(?: |$)"
)
_ENDS_BACK = re.compile(
    r"\b(?:that|this|it|(?:the|such) (?:charges?|claims?|findings?|allegations?|suggestions?|criticism))[.;,]"
)
_LATE_TURN = re.compile(r"^[^.]{3,40}, but ")
_GOES_ON = re.compile(
    r"(?:He|She|They|It) (?:also |then |later )?(?:[a-z]+ed|says?|said|told|adds|argues|notes|wants) "
)
_OF_THIS = re.compile(r"\b(?:this|it|them|so)\b|\bthat[.,;]")
_DISPUTES = Sieve(
    f"{' '.join(denying.verbs(*_DISPUTING))} find finds found play plays does do did",
    rf"{denying.AS_VERB}(?:{denying.either(*_DISPUTING)}|finds? (?:no|little)|found (?:no|little)|{denying.NO_MIND})\b",
)
"""Verbs with which somebody goes against what was said; not 'a rejected applicant'."""
_REFUSES = Sieve(
    f"{' '.join(denying.verbs())} disagree disagrees disagreed does do did",
    rf"{denying.AS_VERB}(?:{denying.either()}|disagree[sd]?|(?:does|do|did) not (?:accept|agree))\b",
)
"""Of these the ones that need no other sign."""
_SAID_NOT = Sieve(
    "said says insists insisted maintains maintained told",
    r"\b(?:said|says|insist(?:s|ed)|maintain(?:s|ed)|told [^.]{3,40}?)\b[^.]{0,60}"
    rf"\b(?:{denying.phrases('not-so-en')})\b",
)
"""'insisted that she had never read that letter': a denial in other words."""
_OTHERWISE = Sieve(
    "conclusion view line verdict judgement judgment opinion position stance less more differently",
    r"\b(?:reach(?:es|ed)|comes? to|came to|arrive[sd] at|draws|drew|takes?|took|holds|held|form(?:s|ed)) an?"
    r" (?:far |much |very |quite |rather )?"
    rf"(?:different|opposite|opposing|contrary|(?:less|more) [a-z]+|{denying.phrases('milder-en')})"
    r" (?:conclusion|view|line|verdict|judge?ment|opinion|position|stance)\b"
    rf"|\b(?:is|was|are|were) (?:far |much |rather )?(?:less|more) (?:{denying.phrases('outlooks-en')})\b"
    r"|\b(?:sees?|saw) (?:it|that|this|things|the matter) (?:very |quite |rather )?differently\b",
)
"""'A smaller mission reached a sunnier conclusion', 'Dr Iyer was more guarded'."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The passages of a source and the voice of each; '' where nobody but the source speaks."""

    row: tuple[Place, ...]
    voices: tuple[str, ...]

    def text(self, index: int) -> str:
        return self.row[index].passage.text


def answers(
    sources: tuple[Source, ...], found: Brief, matters: Matters, weights: dict[str, float]
) -> Iterator[tuple[float, Tension]]:
    """Views and their answers within one text, each with its strength."""
    for source in sources:
        if source.language not in (None, "en"):
            continue
        told = spoken(places(source), found)
        for index in range(1, len(told.row)):
            opening = unquoted(told.text(index)).strip()
            sure = 0.0 if "?" in opening or told.row[index].bare_quotation else cue(opening)
            views = sorted(_views(told, index, opening, weights), reverse=True) if sure >= _CUE else []
            for weight, back in views:
                back = _opening(told, back, index)
                sides = _sides(told, back, index, found) if sure + weight >= _LEAST else None
                if sides:
                    plainly = weight >= _SHARES and any(
                        form.search(opening) for form in (_REFUSES, _SAID_NOT, _OTHERWISE)
                    )
                    yield sure + weight + (_PLAINLY if plainly else 1.0), _tension(sides, matters, weights)
                    break


def spoken(row: tuple[Place, ...], found: Brief) -> Spoken:
    """The voice of each passage; asked for by several finders."""
    read, key = _known_rows(Same(found)), Same(row)
    if key not in read:
        read[key] = _spoken(row, found)
    return read[key]


@lru_cache(maxsize=4)
def _known_rows(_: Same[Brief]) -> dict[Same[tuple[Place, ...]], Spoken]:
    """What `spoken` has found for a brief: kept for the last few of them."""
    return {}


def _spoken(row: tuple[Place, ...], found: Brief) -> Spoken:
    voices: list[str] = []
    answering = _quoted.speakers(found)
    for place in row:
        told = answering.get(place.passage.ref, "") if place.talk else voice(place.passage, found)
        goes_on = (place.bare_quotation and not place.talk) or _GOES_ON.match(unquoted(place.passage.text).strip())
        voices.append(voices[-1] if not told and goes_on and voices else told)
    return Spoken(row, tuple(voices))


def _views(spoken: Spoken, index: int, opening: str, weights: dict[str, float]) -> Iterator[tuple[float, int]]:
    """The passages before that an answer may go against, with how surely it does."""
    answer = _stances.stance(spoken.text(index))
    stems, points_back = _stances.stems(spoken.text(index)), _points_back(spoken.text(index), opening)
    for back in range(index - 1, max(index - 1 - _BACK, -1), -1):
        if spoken.row[back].passage.heading != spoken.row[index].passage.heading:
            break
        if not _may_quarrel(spoken, back, index, opening):
            continue
        view, shared = _stances.stance(spoken.text(back)), _stances.stems(spoken.text(back)) & stems
        if _stances.weigh(shared, weights) < _SHARED and not points_back:
            continue
        weight = min(_stances.weigh(shared, weights), 1.4) + min(_stances.weigh(answer.denied & shared, weights), 1.0)
        weight += 0.5 * (bool(spoken.voices[back]) and bool(spoken.voices[index])) - 0.2 * (index - back - 1)
        weight += 0.9 * entries.holds(unquoted(spoken.text(back)), "accusing-en")
        weight -= 0.3 * spoken.row[back].bare_quotation
        weight += 0.5 * (view.valence * answer.valence < 0) + 0.3 * (view.claims and answer.doubts)
        yield weight, back


def _leans(text: str, opening: str) -> bool:
    """'She rejects this.'; 'He denied that the mouse was dead.' answers those only who spoke of the mouse."""
    return alone.leans(text) and (not opens_with_pronoun(opening) or bool(_OF_THIS.search(opening)))


def _opening(told: Spoken, back: int, index: int) -> int:
    """Of one voice's run of sentences up to a view the one that says most of what the answer says, not the last quip.

    'Fares would fall, said Silva. "Buses are no museum."' is answered by 'Rossi rejected that. She said …'.
    """
    who = told.voices[back]
    if not who or not told.row[back].bare_quotation:
        return back
    first = back
    while first and told.voices[first - 1] == who and back - first < _RUN:
        first -= 1
    after = (at for at in range(index, min(index + 3, len(told.row))) if told.voices[at] == told.voices[index])
    answer = frozenset[str]().union(*(_stances.stems(told.text(at)) for at in after))
    run = [at for at in range(first, back + 1) if not alone.leans(told.text(at))]
    return max(run, key=lambda at: (len(_stances.stems(told.text(at)) & answer), -at), default=back)


def _may_quarrel(spoken: Spoken, back: int, index: int, opening: str) -> bool:
    """Somebody holds the view, and somebody else answers; or a voice disputes what the text has told."""
    if "?" in spoken.text(back) or spoken.voices[back] == spoken.voices[index]:
        return False
    if not spoken.voices[index] and opens_with_pronoun(opening):  # 'He denied it.': nobody knows who
        return False
    if not spoken.voices[back]:
        if _GOES_ON.match(opening):  # 'The ministry learned of it. It rejects …': nobody answers anybody
            return False
        return bool(_DISPUTES.search(opening) or _SAID_NOT.search(opening))
    signs = (_NOT, _TURN, _LATE_TURN, _OTHERWISE)
    return bool(spoken.voices[index]) or any(form.search(opening) for form in signs)


def _points_back(text: str, opening: str) -> bool:
    """Whether an answer needs no word of what it answers: 'However, …', 'rejects that', 'sees things differently.'

    Not 'The framer sees things differently, since he is colour-blind.': what follows may be about anything else.
    """
    if _TURN.search(opening) or _ENDS_BACK.search(opening):
        return True
    found = _OTHERWISE.search(opening)
    return opening[found.end() :] in ("", ".") if found else _leans(text, opening)


def turns_late(text: str) -> bool:
    """'I admire the nurses, but the ward …'"""
    return bool(_LATE_TURN.search(text))


def denies_it(text: str) -> bool:
    """'insisted that she had never read that letter'"""
    return bool(_SAID_NOT.search(text))


def differs(text: str) -> bool:
    """'Dr Iyer was more guarded', 'sees things differently'."""
    return bool(_OTHERWISE.search(text))


def disputes(text: str) -> bool:
    """'denied that', 'rejected the claim'; not 'the dispute', 'a rejected applicant'."""
    return bool(_DISPUTES.search(text))


def turns(text: str) -> bool:
    """'But …', 'Not so …': whether a text opens by turning against the one before."""
    return bool(_TURN.match(text))


@lru_cache(maxsize=16384)
def cue(opening: str) -> float:
    """What in an answer's first sentence goes against what stood before."""
    size = len(opening.split())
    denies = bool(_DISPUTES.search(opening))
    short = size <= _SHORT and entries.holds(opening, "rebuttals-en")
    otherwise = _SAID_NOT.search(opening) or _OTHERWISE.search(opening)
    turns = 1.3 if _TURN.match(opening) else 0.9 if _LATE_TURN.match(opening) else 0.0
    return (
        max(1.8 * denies, 1.5 * bool(short or otherwise), 0.6 * bool(_NOT.search(opening)))
        + turns
        + 0.6 * entries.holds(opening, "doubts-en")
    )


def _sides(spoken: Spoken, back: int, index: int, found: Brief) -> tuple[Side, Side] | None:
    first = grounded(spoken.row, back, found)
    if first is None or first.refs[-1] >= spoken.row[index].passage.ref or len(first.text.split()) < 5:
        return None
    first = replace(first, voice=first.voice or spoken.voices[back])
    if back + 1 < index:
        first = _longer(first, spoken, back)
    place = spoken.row[index]
    second = _longer(replace(side(place.source, place.passage, found), voice=spoken.voices[index]), spoken, index)
    same = set(first.refs) & set(second.refs) or _one_person(first.voice, second, found)
    return None if same else (first, second)


def _one_person(who: str, answer: Side, found: Brief) -> bool:
    """'The mayor disputed it' after a mayor's own words; 'Dr Lund makes no such claim' after hers."""
    if who == answer.voice:
        return True
    person = next((person for person in found.people if person.name == who), None)
    if person is None:
        return False
    title = answer.voice.lower().removeprefix("the ")
    named = re.compile(rf"(?:[\w.]+ ){{0,2}}{re.escape(who.split()[-1])} [a-z]")
    return (bool(title) and title in person.role.lower()) or bool(named.match(answer.text))


def _longer(made: Side, spoken: Spoken, index: int) -> Side:
    """A side with the next sentence of its voice, where both are short."""
    after = spoken.row[index + 1] if index + 1 < len(spoken.row) else None
    if after is None or "?" in after.passage.text or spoken.voices[index + 1] not in ("", made.voice):
        return made
    if len(made.refs) > 1 or (after.opens_paragraph and not spoken.voices[index + 1]):
        return made
    text = f"{made.text} {after.passage.text}"
    return replace(made, text=text, refs=(*made.refs, after.passage.ref)) if len(text.split()) <= _ROOM else made


def _tension(sides: tuple[Side, Side], matters: Matters, weights: dict[str, float]) -> Tension:
    first, second = sides
    matter = matters.label(first.text, second.text, weights) or matters.topic(first.text, weights)
    return Tension(f"Two views: {matter}" if matter else "Two views", sides, "voices")

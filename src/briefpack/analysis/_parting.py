"""What shows that two statements pull apart: words that they share bring them together, and show nothing.

Two views are told as such only where somebody denies, rejects or turns against what somebody else holds, where one
says that a thing is not so of which the other says that it is, where the two come from opposite camps, or where a
document itself sets one voice against the other with 'but'. All else stands side by side, or is not told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from briefpack.analysis import _stances, _turns
from briefpack.analysis._sides import opens_with_pronoun
from briefpack.model import Brief, Side, Tension
from briefpack.text import entries, lists, words

_NOT_SO = 0.75
"""Weight of what one says is not so and the other says is."""
_SURELY_NOT_SO = 1.5
"""The same where the two stand far apart."""
_NEXT = 2
"""Paragraphs on in which an answer comes."""
_FINDING = re.compile(
    r"(?:But|However|Yet|Still),? (?:an?|the|new|official|two|several) (?:[a-z]+ )?(?:report|study|survey|review|audit"
    r"|analysis|inquiry|investigation|poll|figures|data|documents?|records|emails?|letter|minutes|memo)s?\b"
)
"""'But a survey of parks counted more': what is found speaks for itself."""
_DOUBTS = re.compile(
    r"\b(?:consider|regard|call|see|think|find|believe|deem)(?:s|ed)? (?:this|that|it|such [a-z]+) (?:as )?"
    r"(?:an? )?(?:[a-z]+ )?"
    r"(?:unlikely|unrealistic|improbable|impossible|doubtful|wrong|premature|na[iï]ve|far-fetched|implausible|exaggerated"
    r"|nonsense|fantasy|mistake|illusion)\b"
)
"""'Most engineers consider that very unlikely.'"""
_SAID_SO = "Divided:"
"""A text itself says that these are divided."""
_FEW = 0.4
"""The same of two voices."""
_OWN = 0.7
"""The same of a view and what an author says of it."""
_OF_ANOTHER = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Senator|President|Minister)\b\.? [A-Z]")
_SHARED = 0.8
"""What two statements share at least that only a 'but' sets against each other."""
_NOT_TRUE = re.compile(
    r"\bdisagree[sd]?\b|\bnothing (?:of the (?:kind|sort)|to do with)\b|\bno such\b|\bnot true\b"
    r"|\b(?:is|was|are|were) (?:wrong|untrue|false)\b"
)


def parted(one: Tension, found: Brief, weights: dict[str, float]) -> Tension | None:
    """The tension as it may be told: as it stands, as statements side by side, or not at all."""
    if one.kind not in ("voices", "doubt") or one.text.startswith(_SAID_SO) or len(one.sides) != 2:
        return one
    if pulls(one, found, weights):
        return one
    first, second = one.sides
    matter = one.text.partition(": ")[2]
    if first.source == second.source or not matter:
        return None
    return replace(one, text=f"What each source says of {matter}", kind="emphasis")


def pulls(one: Tension, found: Brief, weights: dict[str, float]) -> bool:
    """Whether two sides show that they go against each other."""
    first, second = one.sides
    if (first.source == second.source and first.voice == second.voice) or entries.holds(second.text, "silence-en"):
        return False
    if opens_with_pronoun(second.text) and not second.voice:
        return False
    if one.kind == "doubt":
        return True
    shared = _stances.weigh(_stances.stems(first.text) & _stances.stems(second.text), weights)
    if not _near(first, second):
        return (shared >= _SHARED and _rejects(first, second)) or _not_so(first, second, weights) >= _SURELY_NOT_SO
    return (
        _rejects(first, second)
        or camps(first.voice, second.voice)
        or _not_so(first, second, weights) >= _NOT_SO
        or bool(_DOUBTS.search(second.text))
        or _turns.differs(second.text)
        or (_turns.turns(second.text) and _sets_against(first, second, found, shared))
        or _answers_with_not(first, second, found, shared)
    )


def _near(first: Side, second: Side) -> bool:
    """The second answers within the next paragraph."""
    return first.source == second.source and 0 <= second.refs[0].paragraph - first.refs[-1].paragraph <= _NEXT


def _goes_on(first: Side, second: Side) -> bool:
    """The next sentence of a paragraph."""
    one, other = first.refs[-1], second.refs[0]
    return one.paragraph == other.paragraph and other.sentence == one.sentence + 1


def _rejects(first: Side, second: Side) -> bool:
    """'The board rejected that'; not what the first has said to be rejected, told again."""
    return _goes_against(second.text) and not _goes_against(first.text)


def _goes_against(text: str) -> bool:
    return _turns.disputes(text) or _turns.denies_it(text) or bool(_NOT_TRUE.search(text))


def camps(one: str, other: str) -> bool:
    """'Supporters' and 'Critics of the law', 'Some' and 'Others'."""
    first, second = ({word.lower() for word in voice.split()[:3]} for voice in (one, other))
    backing, against = words.data("backers-en"), words.data("critics-en")
    return bool((first & backing and second & against) or (first & against and second & backing)) or bool(
        first & {"some", "one"} and second & {"others", "other", "another"}
    )


def _sets_against(first: Side, second: Side, found: Brief, shared: float) -> bool:
    """'But' sets one person against another, a voice against what was told, a finding against a voice."""
    if first.voice == second.voice:
        return False
    if {first.voice, second.voice} <= {one.name for one in found.people}:
        return True
    told = _is_somebody(first.voice, found)
    if told and (_FINDING.match(second.text) or (second.voice and _goes_on(first, second))):
        return True
    return _is_somebody(second.voice, found) and shared >= (_FEW if told else _SHARED)


def _answers_with_not(first: Side, second: Side, found: Brief, shared: float) -> bool:
    """'The bakers replied that no loaf had been lost'; 'That is no loaf', by the author of a column."""
    if first.voice == second.voice or not _is_somebody(first.voice, found):
        return False
    denied = bool(_stances.stance(second.text).denied)
    if second.voice:
        return denied and shared >= _FEW and _is_somebody(second.voice, found)
    if not (denied or _turns.turns(second.text) or _turns.turns_late(second.text)):
        return False
    columns = {one.key for one in found.sources if one.genre in ("opinion", "editorial")}
    return shared >= _OWN and second.source in columns and not _OF_ANOTHER.match(second.text)


def _is_somebody(voice: str, found: Brief) -> bool:
    """'Ana Ruiz', 'The council', 'Some residents'; not 'The spot' or 'Twenty-seven'."""
    known = {one.name for one in found.people} | {one.name for one in found.organisations}
    heads = {word.lower().removesuffix("s") for word in voice.split()}
    return bool(voice) and (voice in known or not heads.isdisjoint(_groups()))


@cache
def _groups() -> frozenset[str]:
    """Words for who may hold a view, in the singular."""
    names = ("names.roles", "names.bodies", "names.nouns-body", "people-not-names", "backers-en", "critics-en")
    held = {entry.lower().split()[-1] for name in names for entry in lists.load(name)}
    held |= {line.split()[0].lower() for line in lists.load("persons-en")}
    return frozenset(word.removesuffix("s") for word in held)


def _not_so(first: Side, second: Side, weights: dict[str, float]) -> float:
    """'Officers handed it to her.' and 'She had never seen it.': how much of what the one denies the other says."""
    one, other = _stances.stance(first.text).denied, _stances.stance(second.text).denied
    if one & other:
        return 0.0
    return _stances.weigh((other & _stances.stems(first.text)) | (one & _stances.stems(second.text)), weights)

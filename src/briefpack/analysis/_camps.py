"""Two voices of one text, one right after the other, set apart by who they are or by how the second answers.

'Supporters say …. Critics warn …'; 'The test was fair, the minister said. Teachers said that it was not.'; 'Holm hopes
that …. Orth doubts that it will.'; 'Haan calls it a poem. Smit calls it a shopping list.' They may share no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from briefpack.analysis import _stances
from briefpack.analysis._matters import Matters
from briefpack.analysis._parting import camps, is_matter, is_somebody
from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._sides import grounded, side
from briefpack.analysis._turns import Spoken, spoken
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import denying, entries, words
from briefpack.text.sieves import Sieve

_WEIGHT = 5.0
_BACK = 2
"""Passages before an answer in which the view may stand."""
_BE = r"(?:was|were|is|are|did|does|do|had|has|have|will|would|could|can|should)"
_HOLD = r"(?: [a-z]+){0,3} (?:say|think|believe|argue|fear|hope|insist|claim|hold|want|see|call|expect)\b"
_SOME = re.compile(rf"(?P<who>Some){_HOLD}")
_OTHERS = re.compile(rf"(?:But |Yet )?(?P<who>[Oo]thers|[Oo]ther [a-z]+s){_HOLD}")
"""'Some say that it saves lives. Others say that it does nothing.'"""
_SHORT_NOT = Sieve(
    "not opposite",
    rf"\b(?:it|they|he|she|this|that|these|those|there) {_BE} not\b(?=[.,;]|$)"
    r"|\b(?:says?|said|argues?|argued|insists?|insisted|claims?|claimed) (?:just |quite |exactly )?the opposite\b",
)
"""'Teachers said that it was not.'"""
_THING = re.compile(
    r"\b(?:that|calls?|called|of) (?P<the>the |their |its )?(?P<what>[a-z-]{3,}(?: [a-z-]{3,})??)"
    r" (?:is|was|are|were|will|would|has|have|had|can|could|may|should|as|an?|[a-z]+s)\b"
)
_ASKS = Sieve("asked asks whether", r"\b(?:asks|asked|whether)\b")
_DOUBT = r"(?:(?:that|whether|if|how) (?:it|they|he|she|this|there|such)\b|(?:it|this|such)\b|that[.,;])"
_LIKELIER = Sieve(
    "likely likelier realistic probable credible plausible",
    r"\b(?:thinks?|thought|believes?|believed|considers?|considered|calls?|called|finds?|found|say|says|said)\b[^.;]{0,60}"
    r"\b(?:more|far more|much more) (?:likely|realistic|probable|credible|plausible)\b",
)
"""'Engineers think 2032 more likely.'"""
_CALLS = re.compile(
    r"\b(?:calls?|called|describe[sd]?|dismisse[sd]|sees?|saw|regard(?:s|ed)?)"
    r" (?P<what>it|them|this|(?:the|this|that|his|her|its|their) (?:[\w-]+ ){1,4}?)"
    r"(?: as)? ?(?:an?|the|no) (?P<name>[\w-]+(?: [\w-]+)?)"
)


def facing(
    sources: tuple[Source, ...], found: Brief, matters: Matters, weights: dict[str, float]
) -> Iterator[tuple[float, Tension]]:
    """Views with the answers that follow them at once, each with its strength."""
    for source in sources:
        if source.language not in (None, "en"):
            continue
        told = spoken(places(source), found)
        for index in range(1, len(told.row)):
            if _OTHERS.match(told.text(index)) and _SOME.match(told.text(index - 1)):
                yield from _made(told, index - 1, index, "Two views", "contrast", found, matters, weights)
                continue
            heading = _faces(told, index, found) if told.voices[index] else None
            if heading:
                yield from _made(told, *heading, found, matters, weights)


def _faces(told: Spoken, index: int, found: Brief) -> tuple[int, int, str, str] | None:
    """The view and the answer with their heading and kind."""
    answer = told.text(index)
    if "?" in answer or not is_somebody(told.voices[index], found):
        return None
    for back in range(index - 1, max(index - 1 - _BACK, -1), -1):
        who, place = told.voices[back], told.row[back]
        if place.passage.heading != told.row[index].passage.heading:
            return None
        if not who or who == told.voices[index] or "?" in told.text(back) or not is_somebody(who, found):
            continue
        if camps(who, told.voices[index]):
            return back, index, "Two views", "contrast"
        if index - back == 1 and (heading := _answers(told.text(back), answer)):
            return back, index, *heading
    return None


def _answers(view: str, answer: str) -> tuple[str, str] | None:
    own = unquoted(answer)
    if _SHORT_NOT.search(answer) and not _stances.stance(view).denied and not _ASKS.search(view):
        return "Claim and denial", "denied"
    if _doubts_it(own) or (_LIKELIER.search(own) and entries.holds(view, "claims-en")):
        return "Claim and doubt", "doubt"
    one, other = _CALLS.search(view), _CALLS.search(answer)
    if one and other and _of_one(one, other) and one["name"].split()[-1] != other["name"].split()[-1]:
        return "Two views", "contrast"
    return None


def _doubts_it(own: str) -> bool:
    """'doubts that it will', 'questions whether there will be enough'."""
    return any(re.match(rf" {_DOUBT}", own[found.end() :]) for found in _forms().finditer(own))


@cache
def _forms() -> Sieve:
    first = {entry.split()[0] for entry in words.data("doubting-en")}
    return Sieve(" ".join(first), rf"{denying.AS_VERB}(?:{denying.phrases('doubting-en')})\b")


def _of_one(one: re.Match[str], other: re.Match[str]) -> bool:
    """'calls the fragment a poem' and 'calls it a list'."""
    return other["what"].strip() in ("it", "them", "this") or one["what"].strip() == other["what"].strip()


def _made(
    told: Spoken,
    back: int,
    index: int,
    heading: str,
    kind: str,
    found: Brief,
    matters: Matters,
    weights: dict[str, float],
) -> Iterator[tuple[float, Tension]]:
    first, second = _side(told, back, found), _side(told, index, found, alone=True)
    if first and second and not set(first.refs) & set(second.refs):
        matter = matters.label(first.text, second.text, weights)
        matter = matter if is_matter(matter) else _object(first.text)
        yield _WEIGHT, Tension(f"{heading}: {matter}" if matter else heading, (first, second), kind)


def _side(told: Spoken, index: int, found: Brief, *, alone: bool = False) -> Side | None:
    """A statement with what it leans on; an answer, whose view stands beside it, alone."""
    place: Place = told.row[index]
    made = None if alone else grounded(told.row, index, found)
    if made is None and not (place.bare_quotation and not alone):
        made = side(place.source, place.passage, found)
    if made is None:
        return None
    group = _SOME.match(place.passage.text) or _OTHERS.match(place.passage.text)
    return replace(made, voice=group["who"].capitalize()) if group and not made.voice else made


def _object(text: str) -> str:
    """'the law' of 'Supporters say that the law protects children'."""
    found = _THING.search(text)
    if not found or found["what"] in words.data("stop-en"):
        return ""
    return f"the {found['what']}" if found["the"] else found["what"]

"""Numbers with what they count, who gives them and how firmly; the most telling first."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefpack.analysis import _interviews, _quoted, _voices
from briefpack.model import Brief, Figure, Passage, Source
from briefpack.text import figures, words
from briefpack.text.sieves import Sieve

_MOST = 24
_KINDS = {"money": 1.4, "share": 1.8, "count": 1.3, "measure": 1.4, "span": 0.6, "ordinal": 0.4}
_LARGE = 4.0
"""How little the size of a number tells: by a factor of ten thousand more, one point more."""
_CENTRAL = 2.0
_FEW = 1
_AGAIN = 0.5
"""What another document adds that gives the number, too."""
_SECOND = 0.7
"""How much less each further number of one sentence tells."""
_ASIDE = re.compile(r", (?:who|which|whose|an?|the|its|his|her|now|then)\b(?:[^,.;]|[,.](?=\d)){1,160},(?! ?\d)")
_WHO = re.compile(r"(?: who\b.*)?[ .]*$")
_ACCORDING = Sieve("according", r"\b[Aa]ccording to (?:the |an? )?(?P<who>[^,;:]{3,90})(?:[,;:.]|$)")


@dataclass(frozen=True, slots=True)
class _Find:
    figure: Figure
    interest: float
    money: bool = False
    precise: bool = False
    """Money, or a number with so many figures that another thing hardly has the same."""


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Figure, ...]:
    """At most 24 figures; the same number for the same thing is one figure with all its passages."""
    made: dict[str, list[_Find]] = defaultdict(list)
    for one in _all(sources, found, _spread(sources)):
        told = made[one.figure.value.lower()]
        place = next((place for place, other in enumerate(told) if _is_same(one, other)), len(told))
        told[place : place + 1] = [_both(told[place], one) if place < len(told) else one]
    ranked = sorted((one for told in made.values() for one in told), key=lambda one: -one.interest)
    return tuple(one.figure for one in ranked[:_MOST])


def _is_same(one: _Find, other: _Find) -> bool:
    """The same number of the same thing, or money of which both sentences say a word in common."""
    counted, other_counted = words.content(one.figure.counts), words.content(other.figure.counts)
    if counted and counted == other_counted:
        return True
    if counted and other_counted and not one.money:
        return False
    told, others = words.content(one.figure.text), words.content(other.figure.text)
    if told == others:
        return True
    shared = {word for word in told & others if not any(map(str.isdigit, word))}
    return one.precise and len(shared) > (0 if one.money else 1)


def _both(first: _Find, other: _Find) -> _Find:
    """The sentence that tells more, with the passages of both; a number that two documents give tells more."""
    best, rest = (first, other) if first.interest >= other.interest else (other, first)
    refs = tuple(dict.fromkeys((*best.figure.refs, *rest.figure.refs)))
    further = {ref.source for ref in refs} - {ref.source for ref in best.figure.refs}
    return replace(best, figure=replace(best.figure, refs=refs), interest=best.interest + _AGAIN * bool(further))


def _spread(sources: tuple[Source, ...]) -> Counter[str]:
    """In how many passages each word stands: a number tied to what all talk of is the one to take."""
    return Counter(word for s in sources for p in s.passages for word in words.content(p.text, s.language or "en"))


def _central(text: str, spread: Counter[str], passages: int) -> float:
    """0 to about 1: how much of a sentence is what the sources come back to."""
    own = sorted((spread[word] for word in words.content(text) if not word.isdigit()), reverse=True)[:4]
    return sum(min(count, passages / 8) for count in own) / (passages / 2) if passages and own else 0.0


def _all(sources: tuple[Source, ...], found: Brief, spread: Counter[str]) -> Iterator[_Find]:
    passages = sum(len(source.passages) for source in sources)
    speakers = _quoted.speakers(found)
    for source in sources:
        turns = _interviews.turns(source)
        for passage in source.passages:
            if passage.kind == "caption" or (passage.ref in turns and not speakers.get(passage.ref)):
                continue
            numbers = figures.find(passage.text, source.language or "en")
            whose = _whose(passage.text, found) if numbers else ""
            whose = speakers[passage.ref] if passage.ref in turns else whose
            asides = [aside.span() for aside in _ASIDE.finditer(passage.text)] if whose else []
            central = _central(passage.text, spread, passages) if numbers else 0.0
            for place, number in enumerate(sorted(numbers, key=lambda one: -_KINDS[one.kind])):
                told = not any(start < number.start < end for start, end in asides)
                one = _read(number, passage, whose if told else "")
                yield replace(one, interest=one.interest + _CENTRAL * central - _SECOND * min(place, 2))


def _read(number: figures.Number, passage: Passage, whose: str) -> _Find:
    figure = Figure(
        number.value,
        passage.text,
        (passage.ref,),
        counts=number.counts,
        unit=number.unit,
        whose=whose,
        hedge=number.hedge,
    )
    interest = _KINDS[number.kind] + bool(whose) + 0.5 * bool(number.counts) + 0.3 * bool(number.hedge)
    money = number.kind == "money"
    precise = money or len(re.sub(r"[^1-9]", "", number.value)) > _FEW
    return _Find(figure, interest + math.log10(max(number.amount, 1)) / _LARGE, money, precise)


def _whose(text: str, found: Brief) -> str:
    """Who gives the number: the person or body named in a sentence that reports what somebody says."""
    according = _ACCORDING.search(text)
    if according:
        return _voices.named(according["who"], found) or _WHO.sub("", according["who"])
    before = _voices.before_verb(text)
    return _voices.named(before, found) if before else ""

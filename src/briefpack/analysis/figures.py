"""Numbers with what they count, who gives them and how firmly; the most telling first."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefpack.analysis import _voices
from briefpack.model import Brief, Figure, Passage, Source
from briefpack.text import figures, words

_MOST = 24
_KINDS = {"money": 2.0, "share": 2.0, "count": 1.0, "measure": 0.9, "span": 0.6, "ordinal": 0.4}
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the |an? )?(?P<who>[^,;:]{3,90})(?:[,;:.]|$)")


@dataclass(frozen=True, slots=True)
class _Find:
    figure: Figure
    interest: float


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Figure, ...]:
    """At most 24 figures; the same number for the same thing is one figure with all its passages."""
    made: dict[tuple[str, frozenset[str]], _Find] = {}
    for one in _all(sources, found):
        key = (one.figure.value.lower(), words.content(one.figure.counts or one.figure.text))
        if key in made:
            first = made[key]
            one = replace(first, figure=replace(first.figure, refs=(*first.figure.refs, *one.figure.refs)))
        made[key] = one
    ranked = sorted(made.values(), key=lambda one: -one.interest)
    return tuple(one.figure for one in ranked[:_MOST])


def _all(sources: tuple[Source, ...], found: Brief) -> Iterator[_Find]:
    for source in sources:
        for passage in source.passages:
            if passage.kind == "caption":
                continue
            numbers = figures.find(passage.text, source.language or "en")
            whose = _whose(passage.text, found) if numbers else ""
            for number in numbers:
                yield _read(number, passage, whose)


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
    return _Find(figure, interest + math.log10(max(number.amount, 1)) / 4)


def _whose(text: str, found: Brief) -> str:
    """Who gives the number: the person or body named in a sentence that reports what somebody says."""
    according = _ACCORDING.search(text)
    if according:
        return _voices.named(according["who"], found) or according["who"].strip()
    before = _voices.before_verb(text)
    return _voices.named(before, found) if before else ""

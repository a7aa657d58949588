"""What a page judges: its bottom line, and the statements that carry it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from briefpack.compose.select import brevity
from briefpack.compose.select.claims import PINNED, alike
from briefpack.compose.select.statements import Statement
from briefpack.compose.select.stock import Stock
from briefpack.model import Point
from briefpack.text import first_person, sentences, titles

_AIMED = 24
"""Words of a judgement that stands on two lines."""
_JUDGEMENT = 35
_LEAD = 50
"""Words of a bottom line (DESIGN.md, policy one-pager)."""
_TELLING = 14
"""Words from which a bottom line says enough by itself; 'The company denies it.' does not."""
_JUDGEMENTS = 5
_SAID = 3
_TOLD = re.compile(r"\b(?:told|said|says|added|asked|wrote|writes|announced)(?: \w+){0,2}[.]$")
"""'The spokeswoman told reporters.'"""
_BACK = re.compile(r"\bthe (?:same|latter|former)\b(?! \w+ (?:as|that|which|who)\b)", re.IGNORECASE)
"""'It serves the same purpose': as what stood before."""
_SPEECH = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b|^[^“\"]*[”\"](?!.*[”\"])|[“\"][^”\"]*$")
"""'In 2011 we had tents."': what is left of somebody's speech, and nobody's sentence."""
_MOST_OF_ONE = 3
"""Judgements from one source of several."""
_THIN = 10
"""Words below which a judgement weighs less."""
_LOW = 8
"""Places that a point loses which makes a weak judgement: an order, a scene, hardly a sentence."""


def lead(stock: Stock, found: dict[str, Any]) -> list[Statement]:
    """The deck's bottom line, with as much of its point as the band holds; another where it says too little."""
    if not found["bottomline"]:
        return []
    short = found["bottomline"]["line"]
    for point in summed_up(stock, found):
        line = brevity.told(point, _LEAD) if point.refs else None
        if line is None or not (point.pinned or titles.names_all(line["text"])):
            continue
        if titles.claims(sentences.split(line["text"])[0]) and len(line["text"].split()) >= _TELLING:
            return [line]
    return [short]


def judgements(stock: Stock, taken: list[Statement], *, roomy: bool = False) -> list[Statement]:
    """Up to five statements in the order of their weight: the weightiest of each source, then of all.

    ``roomy``: there is little else on the page, and they may be as long as judgements get.
    """
    return _weightiest(_candidates(stock, taken, _JUDGEMENT if roomy else _AIMED), _JUDGEMENTS, stock)


def _weightiest(lines: list[tuple[int, Statement, str]], count: int, stock: Stock) -> list[Statement]:
    """So many lines in the order of their weight, the first of each source before others, no source with most."""
    lines = sorted(lines, key=lambda each: each[0])
    firsts = {source: place for place, _, source in reversed(lines)}
    most = _MOST_OF_ONE if len(stock.names) > 1 else _JUDGEMENTS
    turns = Counter[str]()
    chosen: list[tuple[int, Statement]] = []
    for place, line, source in sorted(lines, key=lambda each: (each[0] != firsts[each[2]], each[0])):
        if len(chosen) < count and turns[source] < most:
            chosen.append((place, line))
            turns[source] += 1
    return [line for _, line in sorted(chosen, key=lambda each: each[0])]


def others(stock: Stock, taken: list[Statement], most: int) -> list[Statement]:
    """Statements that are not ``taken``, in the order of their weight; none is longer, none is an order."""
    lines = sorted(_candidates(stock, taken, most, most), key=lambda each: each[0])
    return [line for _, line, _ in lines if _says(line["text"]) and not _is_speech(line["text"])]


def plainly(stock: Stock, taken: list[Statement]) -> list[Statement]:
    """Three statements that are not ``taken``, each source first; easy to read where there are such."""
    full = _spoken(stock, taken, _AIMED)
    if brevity.plain(full):
        return full
    short = _spoken(stock, taken, brevity.PLAIN, brevity.PLAIN)
    return short if len(short) == _SAID else full


def _spoken(stock: Stock, taken: list[Statement], aim: int, most: int = _JUDGEMENT) -> list[Statement]:
    """Up to three statements in so many words that say something by themselves."""
    lines = [each for each in _candidates(stock, taken, aim, most) if _says(each[1]["text"])]
    return _weightiest(lines, _SAID, stock)


def _says(text: str) -> bool:
    """Whether a line says something by itself: no order, no look back, not that somebody spoke or what others claim."""
    return titles.claims(text) and not titles.relays(text) and not _TOLD.search(text) and not _BACK.search(text)


def _is_speech(text: str) -> bool:
    """Whether somebody speaks there; nobody does in 'Elizabeth I'."""
    return bool(_SPEECH.search(text)) or first_person.stands(text)


def _candidates(
    stock: Stock, taken: list[Statement], aim: int, most: int = _JUDGEMENT
) -> list[tuple[int, Statement, str]]:
    """Each with its place in the ranking and its source; no order and no scene where there are enough others."""
    known = ranked(stock)
    points = [point for point in known if point.pinned or titles.claims(point.text)]
    lines: list[tuple[int, Statement, str]] = []
    for place, point in enumerate(points if len(points) > _MOST_OF_ONE else known):
        line = brevity.aimed(point, aim, most)
        if line and not any(alike(line, other) for other in (*taken, *(each for _, each, _ in lines))):
            lines.append((place - PINNED if point.pinned else place + _weakness(line), line, point.refs[0].source))
    return lines


def summed_up(stock: Stock, found: dict[str, Any]) -> list[Point]:
    """The points in their order, that of the deck's bottom line first."""
    refs = set(found["bottomline"]["line"]["refs"]) if found["bottomline"] else set()
    return sorted(ranked(stock), key=lambda point: not refs & {ref.citation for ref in point.refs})


def ranked(stock: Stock) -> list[Point]:
    """The points in their order; those that only tell a dated event come last: the timeline has them."""
    known = [point for point in stock.brief.points if point.refs]
    return sorted(known, key=lambda point: (not point.pinned, stock.tells_event(point)))


def _weakness(line: Statement) -> int:
    thin = len(line["text"].split()) < _THIN
    return _LOW * ((not titles.claims(line["text"])) + thin)

"""Numbers of the same things at two times: 'from 48 % in 2015 to 31 % in 2023 in Norway and from 52 to 40 in Sweden'.

As strict as one row of bars: one sentence, one unit, both years stated, every number tied in the same way to a
name, nothing denied, planned or estimated; else no chart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_VALUE = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_UNIT = r" ?%| ?per ?cent| (?!(?:in|to|on|for|among)\b)[a-z]+(?: (?!(?:in|to|on|for|among)\b)[a-z]+)?"
_NAME = r"(?:[A-Z][\w’'-]*)(?: (?:(?:of|and the|the) )?[A-Z][\w’'-]*){0,3}"
_YEAR = r"1[5-9]\d\d|20\d\d"
_PAIR = re.compile(
    rf"from (?P<old>{_VALUE})(?P<unit>{_UNIT})?(?: in (?P<then>{_YEAR}))? to (?P<new>{_VALUE})(?P<unit2>{_UNIT})?"
    rf"(?: in (?P<now>{_YEAR}))? (?P<tie>in|on|for|among) (?:the )?(?P<name>{_NAME})(?=[,;.]| (?:and|but|while)\b|$)"
)
_TIMES = re.compile(
    rf"\b(?:[Bb]etween (?P<then>{_YEAR}) and|[Ff]rom (?P<then2>{_YEAR}) to) (?P<now>{_YEAR})(?! in [A-Z])\b"
)
_BETWEEN = re.compile(r"[,;] |,? (?:and|but|while) ")
_UNSURE = re.compile(
    r"\b(?:not|no|never|or|than|instead|respectively|would|will|could|may|might|should|must|if|"
    r"(?:expect|forecast|project|plan|target|aim|estimat|predict|hop)\w*)\b|\?",
    re.IGNORECASE,
)
_PER_CENT = ("%", "percent", "per cent")
MOST = 6
"""Things that are compared at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """A thing at two times."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What one sentence says of several things at two times."""

    unit: str
    """Empty where the sentence counts things without naming a unit."""
    then: str
    now: str
    things: tuple[Change, ...]


def read(text: str) -> Changes | None:
    """The changes that a sentence states of several things; None where they are no two rows of like numbers."""
    pairs = list(_PAIR.finditer(text))
    if (
        not 1 < len(pairs) <= MOST
        or _UNSURE.search(text)
        or len(re.findall(r"\b[Ff]rom \d", text)) > _froms(text, pairs)
    ):
        return None
    joined = all(_BETWEEN.fullmatch(text[one.end() : other.start()]) for one, other in pairwise(pairs))
    names, ties = {pair["name"] for pair in pairs}, {pair["tie"] for pair in pairs}
    units = {_unit(unit) for pair in pairs for unit in (pair["unit"], pair["unit2"]) if unit}
    times = _times(text, pairs)
    if not joined or len(names) < len(pairs) or len(ties) > 1 or len(units) > 1 or times is None:
        return None
    if not units and any(re.fullmatch(_YEAR, value) for pair in pairs for value in (pair["old"], pair["new"])):
        return None
    things = tuple(Change(pair["name"], pair["old"], pair["new"]) for pair in pairs)
    return Changes(units.pop() if units else "", *times, things)


def _froms(text: str, pairs: list[re.Match[str]]) -> int:
    """How often the sentence may say 'from 3': once for each pair, and once for its years."""
    return len(pairs) + len([one for one in _TIMES.finditer(text) if one["then2"]])


def _times(text: str, pairs: list[re.Match[str]]) -> tuple[str, str] | None:
    """The two years, stated once for all of them; None where they are not, or differ."""
    outside = [(one["then"] or one["then2"], one["now"]) for one in _TIMES.finditer(text)]
    inside = [(pair["then"], pair["now"]) for pair in pairs if pair["then"] or pair["now"]]
    found = {*outside, *inside}
    then, now = found.pop() if len(found) == 1 else ("", "")
    return (then, now) if then and now and then < now else None


def _unit(text: str) -> str:
    word = text.strip()
    return "per cent" if word in _PER_CENT else word

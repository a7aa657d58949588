"""Numbers that may stand side by side as bars: of one unit, said of several things in one breath of one source.

Strict on purpose: a false comparison is worse than none. '12 per cent on timber and at least 40 per cent
on steel' is one; '20 per cent of pupils, 12 per cent of budgets' is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from briefpack.compose.select import changes
from briefpack.compose.select.changes import Changes
from briefpack.compose.select.statements import dangles, statement
from briefpack.compose.select.stock import Stock
from briefpack.compose.wording import capital, dated
from briefpack.messages import noted, say
from briefpack.model import Figure
from briefpack.text.sentences import split

_MOST = 6
_LONG = 50
"""Words of a passage that its card holds."""
PER_CENT = noted("per cent")
_VALUE = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(?:(?P<unit>%)|(?P<words>[a-z][a-z ]*))")
_NAME = r"(?:[A-Z][\w’'-]*)(?: (?:(?:of|and the|the) )?[A-Z][\w’'-]*){0,3}"
_THING = re.compile(rf" (?:\([^()]*\) )?(?P<tie>in|on|for|among) (?:the )?(?P<name>{_NAME})(?=[,;.]| and\b|$)")
"""' on the European Union', ' (on top of older duties) on Chile': what the number is said of."""
_BETWEEN = re.compile(r"(?:[,;]|,? (?:and|but|while))(?:,? as of [^,.;]{3,20},)? ?")
"""All that may stand between two numbers that are compared, besides a hedge."""
_UNSURE = re.compile(r"\b(?:not|no|never|or|from|than|instead|respectively|between|rose|fell|grew|dropped)\b", re.I)
"""A denial, a choice, a change over time: what is told is no row of like numbers."""


@dataclass(frozen=True, slots=True)
class _Bar:
    figure: Figure
    number: str
    unit: str
    tie: str
    name: str
    start: int
    """Of the number with its hedge, in the passage."""
    end: int


def chart(stock: Stock) -> dict[str, Any] | None:
    """The first passage whose numbers can be compared, as bars; None where there is none."""
    figures = sorted(stock.brief.figures, key=lambda figure: (figure.refs[:1], figure.text))
    ranked = {figure.refs[0]: place for place, figure in reversed(list(enumerate(stock.brief.figures))) if figure.refs}
    rows = [compared(tuple(held)) for ref, held in groupby(figures, key=lambda figure: figure.refs[:1]) if ref]
    found = [row for row in rows if row and not dangles(row[0].figure.text)]
    if not found:
        return _changed(stock)
    bars = min(found, key=lambda row: min(ranked[bar.figure.refs[0]] for bar in row))
    return _shown(stock, bars)


def _changed(stock: Stock) -> dict[str, Any] | None:
    """The first passage that states the same things at two times, as a row of bars for each time."""
    for figure in stock.brief.figures:
        one = len(split(figure.text)) == 1 and len(figure.text.split()) <= _LONG and not dangles(figure.text)
        made = changes.read(figure.text) if one and figure.refs and not figure.hedge else None
        counts = next((each.counts for each in stock.brief.figures if each.text == figure.text and each.counts), "")
        if made and (made.unit or counts):
            return _rows(stock, figure, made, made.unit or counts)
    return None


def _rows(stock: Stock, figure: Figure, made: Changes, unit: str) -> dict[str, Any]:
    short = len(figure.text.split()) <= stock.audience.title_words
    rows = ((made.then, [thing.old for thing in made.things]), (made.now, [thing.new for thing in made.things]))
    names = [thing.name for thing in made.things]
    return {
        "names": names,
        "title": statement(figure.text, figure.refs[:1]) if short else None,
        "bars": [],
        "series": [
            {
                "name": time,
                "bars": [statement(value, figure.refs, label=name) for name, value in zip(names, values, strict=True)],
            }
            for time, values in rows
        ],
        **_told(stock, figure, unit),
    }


def _told(stock: Stock, figure: Figure, unit: str) -> dict[str, Any]:
    """What the numbers count, whose they are, and the passage."""
    source = next(each for each in stock.brief.sources if each.key == figure.refs[0].source)
    printed = f", {dated(source.published)}" if source.published else ""
    voice = figure.whose or ("" if stock.speaks(figure.text) else stock.voice(source.key))
    return {
        "unit": f"{capital(_spelt(unit))}. {source.name}{printed}",
        "passage": statement(figure.text, figure.refs[:1], voice),
    }


def _spelt(unit: str) -> str:
    return say(PER_CENT) if unit == PER_CENT else unit


def compared(figures: tuple[Figure, ...]) -> tuple[_Bar, ...]:
    """The bars that the figures of one passage make, in the order of the text; empty where they make none."""
    made = [_bar(figure) for figure in figures]
    bars = sorted((bar for bar in made if bar), key=lambda bar: bar.start)
    if not 1 < len(bars) <= _MOST or len(bars) < len(made):
        return ()
    same = len({(bar.unit, bar.tie) for bar in bars}) == 1 and len({bar.figure.whose for bar in bars}) == 1
    text = bars[0].figure.text
    apart = len({bar.name for bar in bars}) == len(bars) and len({bar.figure.text for bar in bars}) == 1
    joined = all(_BETWEEN.fullmatch(text[one.end : other.start]) for one, other in pairwise(bars))
    return tuple(bars) if same and apart and joined and _plain(text, bars) else ()


def _plain(text: str, bars: list[_Bar]) -> bool:
    """Whether the passage is one sentence of fit length that states the numbers without denial or choice."""
    told = text[: bars[-1].end]
    return len(split(text)) == 1 and len(text.split()) <= _LONG and not _UNSURE.search(told) and "?" not in text


def _bar(figure: Figure) -> _Bar | None:
    """A number with what it is said of; None where the text does not name that right behind it, once."""
    value = _VALUE.fullmatch(figure.value)
    if not value or not figure.refs or figure.text.count(figure.value) != 1:
        return None
    start = figure.text.index(figure.value)
    thing = _THING.match(figure.text, start + len(figure.value))
    if not thing or (start and figure.text[start - 1] not in " ("):
        return None
    hedge = f"{figure.hedge} " if figure.hedge else ""
    if hedge and not figure.text[:start].endswith(hedge):
        return None
    unit = PER_CENT if value["unit"] else value["words"]
    return _Bar(figure, value["number"], unit, thing["tie"], thing["name"], start - len(hedge), thing.end())


def _shown(stock: Stock, bars: tuple[_Bar, ...]) -> dict[str, Any]:
    first = bars[0].figure
    said = ", ".join(first.text[bar.start : bar.end] for bar in bars)
    return {
        "names": [bar.name for bar in bars],
        "title": statement(capital(said), first.refs[:1]) if len(said.split()) <= stock.audience.title_words else None,
        "bars": [
            statement(f"{bar.figure.hedge} {bar.number}".strip(), bar.figure.refs, label=bar.name) for bar in bars
        ],
        "series": [],
        **_told(stock, first, bars[0].unit),
    }

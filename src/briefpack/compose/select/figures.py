"""The number of a deck: one figure, and what to ask of it."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select.stock import Statement, Stock, dangles, fitting, statement
from briefpack.compose.wording import capital, dated
from briefpack.model import Figure, Source

_WEAK = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+-(?:day|week|month|year|hour)|\d{4}|[a-z]+", re.I)
"""'75th', 'four-day', '2024', 'three': numbers that nobody needs to weigh."""
_WHOLE = 32
_LETTERS = 6.6
"""Characters of a title for each word that it may have."""
_LONG = 45
LOOK = "Look in the passage: it reports what somebody says."
SILENT = "The source does not say."


def number(stock: Stock) -> dict[str, Any] | None:
    """The first figure that says what it counts; one that somebody vouches for goes first."""
    ranked = sorted(filter(weighs, stock.brief.figures), key=lambda one: (not one.whose, len(one.counts.split()) < 2))
    for figure in ranked:
        source = next(each for each in stock.brief.sources if each.key == figure.refs[0].source)
        title = _title(stock, figure)
        return {
            "title": title,
            "line": statement("", figure.refs, figure.value, figure.whose)
            if title and figure.whose
            else line(figure, whole=not title),
            "ask": _asked(stock, figure, source),
            "follows": _follows(stock, figure),
            "passage": _passage(stock, figure, title),
            "source": source.name,
        }
    return None


def _title(stock: Stock, figure: Figure) -> Statement | None:
    """The figure's sentence where it makes a title that does not lean, holds the number, and is on no other slide."""
    found = (
        None
        if dangles(figure.text) or set(figure.refs) & stock.shown
        else fitting(figure.text, figure.refs, stock.audience.title_words)
    )
    if not found or figure.value not in found[0] or len(found[0]) > _LETTERS * stock.audience.title_words:
        return None
    return statement(*found, "" if figure.whose else stock.voice(figure.refs[0].source))


def weighs(figure: Figure) -> bool:
    """Whether it is worth a closer look: it says what it counts, and is no ordinal, year or small word."""
    return bool(figure.counts and figure.refs) and not _WEAK.fullmatch(figure.value)


def line(figure: Figure, *, whole: bool = True) -> Statement:
    """A figure with what it counts, its hedge before that; with ``whole`` its sentence where that says too little."""
    short = whole and len(figure.counts.split()) < 2 and not dangles(figure.text)
    if short and (said := fitting(figure.text, figure.refs, _WHOLE)):
        return statement(*said, figure.value, figure.whose)
    return statement(_counted(figure), figure.refs, figure.value, figure.whose)


def _counted(figure: Figure) -> str:
    """'boats and crews (“at least”)': what is counted, then the hedge as the text has it."""
    return f"{figure.counts} (“{figure.hedge.lower()}”)" if figure.hedge else figure.counts


def _asked(stock: Stock, figure: Figure, source: Source) -> list[Statement]:
    """Three questions with the source's own answers."""
    roles = {person.name: person.role for person in stock.brief.people}
    whose = ", ".join(part for part in (figure.whose, roles.get(figure.whose, "")) if part)
    printed = f"Published {dated(source.published)} ({source.name})." if source.published else SILENT
    return [
        statement(f"{whose}." if whose else _unnamed(stock, figure), figure.refs if whose else (), "Who says so?"),
        statement(printed, figure.refs if source.published else (), "When?"),
        statement(capital(_counted(figure)), figure.refs, "Counting what?"),
    ]


def _unnamed(stock: Stock, figure: Figure) -> str:
    """Nobody was found to give the number; a sentence that reports what somebody says is left to the reader."""
    return LOOK if stock.reports(figure.text) else SILENT


def _passage(stock: Stock, figure: Figure, title: Statement | None) -> Statement | None:
    """The sentence that the number stands in, where neither the title nor the line under the number gives it."""
    if title or dangles(figure.text) or line(figure)["text"] != _counted(figure):
        return None
    found = fitting(figure.text, figure.refs, _LONG)
    return statement(*found, "" if figure.whose else stock.voice(figure.refs[0].source)) if found else None


def _follows(stock: Stock, figure: Figure) -> list[Statement]:
    """What the next sentences of its paragraph say."""
    lines = [stock.fact(ref, stock.audience.line_words) for ref in stock.after(figure.refs[-1])[:3]]
    return [line for line in lines if line][:2]

"""The number of a deck: one figure, and what to ask of it."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select.stock import Stock, fitting, plain_fact, statement
from briefpack.compose.wording import dated
from briefpack.model import Figure, Source

_WEAK = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+-(?:day|week|month|year|hour)|\d{4}|[a-z]+", re.I)
"""'75th', 'four-day', '2024', 'three': numbers that nobody needs to weigh."""
SILENT = "The source does not say."


def number(stock: Stock) -> dict[str, Any] | None:
    """The first figure that says what it counts; one that somebody vouches for goes first."""
    fit = [
        figure for figure in stock.brief.figures if figure.counts and figure.refs and not _WEAK.fullmatch(figure.value)
    ]
    for figure in sorted(fit, key=lambda figure: not figure.whose):
        counted = " ".join((figure.hedge, figure.counts)).strip()
        source = next(each for each in stock.brief.sources if each.key == figure.refs[0].source)
        title = fitting(figure.text, figure.refs, stock.audience.title_words)
        return {
            "title": statement(*title, "" if figure.whose else stock.voice(source.key)) if title else None,
            "line": statement(counted, figure.refs, figure.value, figure.whose),
            "ask": _asked(figure, source, counted),
            "follows": _follows(stock, figure),
            "source": source.name,
        }
    return None


def _asked(figure: Figure, source: Source, counted: str) -> list[dict[str, Any]]:
    """Three questions with the source's own answers."""
    printed = f"Published {dated(source.published)} ({source.name})." if source.published else SILENT
    return [
        statement(f"{figure.whose}." if figure.whose else SILENT, figure.refs, "Who says so?"),
        statement(printed, figure.refs if source.published else (), "When?"),
        statement(f"“{counted}”", figure.refs, "Counting what?"),
    ]


def _follows(stock: Stock, figure: Figure) -> list[dict[str, Any]]:
    lines = []
    for ref in stock.after(figure.refs[-1])[:3]:
        text = stock.passages[ref].text
        fits = fitting(text, (ref,), stock.audience.line_words) if plain_fact(text) else None
        if fits:
            lines.append(statement(*fits, stock.voice(ref.source)))
    return lines[:2]

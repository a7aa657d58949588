"""What it means, and for whom: statements that ask or foretell something of somebody whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.compose.select import brevity
from briefpack.compose.select.claims import alike
from briefpack.compose.select.statements import Statement
from briefpack.compose.select.stock import Stock
from briefpack.model import Point
from briefpack.text import stakes, titles

_MOST = 4
_AIMED = 30
_WORDS = 42
"""Words of an implication: it names whom it concerns and what follows, which is rarely said in fewer."""
_BINDING = re.compile(r"\b(?:must|should|ought to|needs? to|ha(?:s|ve) to|can no longer|cannot|had better|For [^,]+,)")
HEADED = re.compile(r"implication|recommend|what it means|so what|way forward|\bnext\b", re.I)
"""Headings of sections that say what follows."""


def implications(stock: Stock, taken: list[Statement]) -> list[Statement]:
    """Up to four, each under whom it concerns, with whose judgement it is as its detail; none that is ``taken``.

    What binds ('must', 'can no longer') and what stands under 'Implications' comes first, then what could come.
    """
    known = [person.name for person in stock.brief.people]
    known += [name for each in stock.brief.organisations for name in (each.name, *each.aka)]
    lines: list[Statement] = []
    for line in _ranked(stock):
        who = stakes.bearer(line["text"], known)
        if who and len(lines) < _MOST and not any(alike(line, other) for other in (*taken, *lines)):
            lines.append({**line, "label": who[:1].upper() + who[1:], "detail": line["label"]})
    return lines


def concludes(point: Point) -> bool:
    """Whether a point concludes its text, or stands in a section that says what follows."""
    return "concludes" in point.reason or bool(HEADED.search(point.reason.partition("under")[2]))


def _ranked(stock: Stock) -> list[Statement]:
    """Points in their order, then other passages in theirs; what binds before what may come."""
    found = [(weight, line) for weight, line in (*_points(stock), *_passages(stock)) if titles.claims(line["text"])]
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _points(stock: Stock) -> Iterator[tuple[int, Statement]]:
    for point in stock.brief.points:
        line = brevity.aimed(point, _AIMED, _WORDS) if point.refs and not stock.tells_event(point) else None
        if line:
            yield _weight(line["text"], headed=concludes(point)), line


def _passages(stock: Stock) -> Iterator[tuple[int, Statement]]:
    for ref, passage in stock.passages.items():
        if ref in stock.points or ref in stock.dated or stock.reports(passage.text):
            continue
        line = brevity.passage(stock, ref, _WORDS)
        if line:
            yield 2 + _weight(passage.text, headed=bool(HEADED.search(passage.heading))), line


def _weight(text: str, *, headed: bool) -> int:
    """0 for what binds or stands where a text says what follows, 1 for the rest."""
    return 0 if headed or _BINDING.search(text) else 1

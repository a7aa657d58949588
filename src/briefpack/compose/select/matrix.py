"""Who says what: a row for each subject that two sources speak of, a cell for what each says of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from briefpack.compose.select.stock import Statement, Stock, fitted, fitting, statement
from briefpack.model import Brief
from briefpack.text import words

_ROWS = 4
_CELL = 20
"""Words of a cell; with four rows its place holds them."""
_HEADING = 6


def matrix(stock: Stock) -> dict[str, Any] | None:
    """Rows from tensions across sources, then from names and terms that they share; None for fewer than two rows."""
    if len(stock.brief.sources) < 2:
        return None
    rows: list[dict[str, Any]] = []
    used: set[str] = set()
    for heading, cells in _candidates(stock):
        fresh = [cell for cell in cells if not set(cell["refs"]) & used]
        if len(rows) < _ROWS and len({cell["label"] for cell in fresh}) > 1:
            rows.append({"heading": heading, "lines": fresh})
            used.update(ref for cell in fresh for ref in cell["refs"])
    return {"rows": rows, "full": _full(stock, rows)} if len(rows) > 1 else None


def _candidates(stock: Stock) -> Iterator[tuple[str, list[Statement]]]:
    for tension in stock.brief.tensions:
        heading = tension.text.rsplit(": ", 1)[-1].rstrip("?.")
        if len(heading.split()) > _HEADING or len({side.source for side in tension.sides}) < 2:
            continue
        yield (
            heading,
            [cell for side in tension.sides if (cell := _cell(side.text, side.refs, side.source, side.voice))],
        )
    for topic in _topics(stock.brief):
        yield topic, _about(stock, topic)


def _about(stock: Stock, topic: str) -> list[Statement]:
    """The shortest good statement of each source on the topic, by rank."""
    cells: dict[str, Statement] = {}
    for point in stock.brief.points:
        if not point.refs or topic.lower() not in point.text.lower():
            continue
        line = fitted(point, _CELL)
        source = point.refs[0].source
        if line and source not in cells:
            cells[source] = {**line, "label": source, "detail": _stance(line["text"]), "voice": line["label"]}
    return list(cells.values())


def _cell(text: str, refs: Any, source: str, voice: str) -> Statement | None:
    fits = fitting(text, refs, _CELL)
    if not fits:
        return None
    said = fits[0] if not voice or voice.split()[-1] in fits[0] else f"{voice}: {fits[0]}"
    return statement(said, fits[1], source, _stance(fits[0]))


def _topics(brief: Brief) -> list[str]:
    """Terms and names that stand in two sources or more, most sources first."""
    names = [term.term for term in brief.terms] + [each.name for each in brief.organisations]
    names += [person.name for person in brief.people]
    texts = {source.key: " ".join(passage.text for passage in source.passages).lower() for source in brief.sources}
    counts = {name: sum(name.lower() in text for text in texts.values()) for name in names}
    return [name for name in sorted(counts, key=lambda name: -counts[name]) if counts[name] > 1]


def _stance(text: str) -> str:
    """'denies' or 'doubts' where the statement itself says so, in words of a list; else 'says'."""
    said = words.content(text) | set(text.lower().split())
    if said & _listed("denials-en"):
        return "denies"
    return "doubts" if said & _listed("doubts-en") else "says"


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(entry for entry in words.data(name) if " " not in entry)


def _full(stock: Stock, rows: list[dict[str, Any]]) -> int:
    """Rows in which every source speaks."""
    return sum(len({line["label"] for line in row["lines"]}) == len(stock.names) for row in rows)

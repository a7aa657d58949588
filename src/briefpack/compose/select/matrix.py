"""Who says what: a row for each subject that two sources speak of, a cell for what each says of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from briefpack.compose.select.stock import Statement, Stock, fitted, fitting, fleeting, plain_fact, statement
from briefpack.compose.select.topics import subject, topics
from briefpack.model import Brief
from briefpack.text import words
from briefpack.text.sentences import split

_ROWS = 4
_CELL = 24
"""Words of a cell; a table of three rows holds them."""
_COMMON = 0.25
"""A name in more than this share of all passages is no subject: everything here is about it."""
_HEADING = 6
_OPENING = 8
"""A passage is about what its first words name."""


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
        if len({side.source for side in tension.sides}) < 2:
            continue
        heading = tension.text.rstrip("?.")
        if len(heading.split()) > _HEADING:
            heading = subject(stock.brief, " ".join(side.text for side in tension.sides))
        yield (
            heading,
            [cell for side in tension.sides if (cell := _cell(side.text, side.refs, side.source, side.voice))],
        )
    for topic in _topics(stock.brief):
        yield topic[:1].upper() + topic[1:], _about(stock, topic)


def _about(stock: Stock, topic: str) -> list[Statement]:
    """The shortest good statement of each source on the topic, by rank."""
    cells: dict[str, Statement] = {}
    for line, source in _statements(stock, topic):
        if source not in cells and topic.lower() in line["text"].lower() and not fleeting(line["text"]):
            other = line["label"] if line["label"] != stock.voice(source) else ""
            said = f"{other}: {line['text']}" if other else line["text"]
            cells[source] = {**line, "text": said, "label": source, "detail": _stance(line["text"])}
    return [cells[key] for key in stock.names if key in cells]


def _statements(stock: Stock, topic: str) -> Iterator[tuple[Statement, str]]:
    """Statements on the topic with their source: points by rank, then passages that begin with it."""
    for point in stock.brief.points:
        line = fitted(point, _CELL) if point.refs and topic.lower() in point.text.lower() else None
        if line:
            yield line, point.refs[0].source
    for ref, passage in stock.passages.items():
        opening = " ".join(passage.text.split()[:_OPENING]).lower()
        fits = fitting(passage.text, (ref,), _CELL) if topic.lower() in opening and plain_fact(passage.text) else None
        if fits:
            yield statement(*fits, stock.voice(ref.source)), ref.source


def _cell(text: str, refs: Any, source: str, voice: str) -> Statement | None:
    fits = fitting(text, refs, _CELL) if len(split(text)) == 1 else None
    if not fits:
        return None
    said = fits[0] if not voice or voice.split()[-1] in fits[0] else f"{voice}: {fits[0]}"
    return statement(said, fits[1], source, _stance(fits[0]))


def _topics(brief: Brief) -> list[str]:
    """Names and terms that stand in two sources or more but not everywhere, most sources first."""
    names = [
        *topics(brief, names_only=True),
        *(term.term for term in brief.terms),
        *(each.name for each in brief.organisations),
    ]
    texts = {source.key: [passage.text.lower() for passage in source.passages] for source in brief.sources}
    every = sum(map(len, texts.values()))
    spread: dict[str, int] = {}
    for name in dict.fromkeys(names):
        hits = {key: sum(name.lower() in text for text in lines) for key, lines in texts.items()}
        if sum(hits.values()) <= _COMMON * every:
            spread[name] = sum(map(bool, hits.values()))
    return [name for name in sorted(spread, key=lambda name: -spread[name]) if spread[name] > 1]


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

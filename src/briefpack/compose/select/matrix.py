"""Who says what: a row for each subject that two sources speak of, a cell for what each says of it.

An empty cell says that the source does not speak of the subject, so a row is shown only where that is
true of each source that has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefpack.compose.select.matters import Matter
from briefpack.compose.select.statements import Statement, fitted, fitting, fleeting, statement
from briefpack.compose.select.stock import Stock
from briefpack.compose.select.topics import about, in_words
from briefpack.compose.wording import capital
from briefpack.model import Side, Tension
from briefpack.text import alone, titles, words
from briefpack.text.names import short
from briefpack.text.sentences import split

_ROWS = 3
_CELL = 24
"""Words of a cell; a table of three rows holds them."""
_LONG_CELL = 34
"""The same where a source has nothing shorter."""
_HEADING = 6
_HEIGHT = 16.0
"""Lines of print in the body of a slide."""
_LINE = 38
"""Words of a line of the audience that has the smaller print; larger print leaves less room."""
_COMMON = 0.25
"""A matter in more than this share of all passages is no subject by itself: everything here is about it."""

_DENIES = frozenset("deny denies reject rejects refute refutes".split())
_DOUBTS = frozenset(
    "doubt doubts doubtful dubious flawed implausible non-starter sceptical skeptical unconvinced unlikely".split()
)
"""'Wind alone is unlikely to do it', said by the source itself; what it reports of others is 'says'."""

Cells = dict[str, Statement]
Forms = tuple[str, ...]
_TERM = re.compile(r"“([^”]+)”")
_EARLY = 10
"""Words of a statement of which one names what it is about."""


def matrix(stock: Stock) -> dict[str, Any] | None:
    """Rows from tensions across sources, then from matters that they share; None for fewer than two rows."""
    rows: list[dict[str, Any]] = []
    used: set[str] = set()
    points = {ref.citation for point in stock.brief.points for ref in point.refs}
    subjects = list(_begun(stock)) if len(stock.names) > 1 else []
    room = _HEIGHT * stock.audience.line_words / _LINE
    for weighty in (True, False):
        for heading, forms, begun in subjects:
            taken = len(rows) >= _ROWS or capital(heading) in [row["heading"] for row in rows]
            cells = {} if taken else _completed(stock, forms, begun, used)
            lines = [cells[key] for key in stock.names if key in cells]
            told = sum(bool(points & set(line["refs"])) for line in lines)
            tall = sum(map(_height, (row["lines"] for row in rows))) + _height(lines)
            if len(lines) > 1 and (begun or told > 1 or not weighty) and tall <= room:
                rows.append({"heading": capital(heading), "lines": lines})
                used.update(ref for line in lines for ref in line["refs"])
    return {"rows": rows} if len(rows) > 1 else None


def _height(lines: list[Statement]) -> float:
    """Lines of print that a row takes: the narrower the columns, the more."""
    longest = max((len(line["text"].split()) for line in lines), default=0)
    return 1.5 + longest * max(len(lines), 2) / 16.5


def _begun(stock: Stock) -> Iterator[tuple[str, Forms, Cells]]:
    """Headings, the forms of the word that they turn on, and the cells that a tension gives them; no bare names."""
    across = (tension for tension in stock.brief.tensions if len({side.source for side in tension.sides}) > 1)
    for tension in across:
        said = about(tension.text).removeprefix("How many ")
        if len(said.split()) <= _HEADING and in_words(said):
            terms = _TERM.findall(said) or [said.removeprefix("the ")]
            yield said, tuple(form for term in terms for form in _both(term)), _sides(stock, tension)
    for heading, forms in _shared(stock):
        yield heading, forms, {}


def _sides(stock: Stock, tension: Tension) -> Cells:
    made = {side.source: _side(stock, side) for side in reversed(tension.sides)}
    return {key: cell for key, cell in made.items() if cell}


def _side(stock: Stock, side: Side) -> Statement | None:
    single = len(split(side.text)) == 1 and not alone.leans(side.text)
    fits = fitting(side.text, side.refs, _CELL) if single else None
    return _cell(stock, statement(*fits, side.voice or stock.voice(side.source)), side.source) if fits else None


def _completed(stock: Stock, forms: Forms, begun: Cells, used: set[str]) -> Cells:
    """A cell for every source that names the subject; nothing where one of them has no statement to show."""
    cells = {key: cell for key, cell in begun.items() if not set(cell["refs"]) & used}
    for source in stock.names:
        if source in cells or not _mentions(stock, source, forms):
            continue
        found = (line for line in _statements(stock, source, forms) if not set(line["refs"]) & used)
        line = next(found, None)
        if line is None:
            return {}
        cells[source] = _cell(stock, line, source)
    return cells


def _mentions(stock: Stock, source: str, forms: Forms) -> bool:
    return any(_names(passage.text, forms) for ref, passage in stock.passages.items() if ref.source == source)


def _statements(stock: Stock, source: str, forms: Forms) -> Iterator[Statement]:
    """What the source says of the subject: what begins with it first; short before long, points before passages."""
    known = [each for each in stock.brief.points if each.refs and each.refs[0].source == source]
    refs = [ref for ref in stock.passages if ref.source == source and _names(stock.passages[ref].text, forms)]
    for early in (True, False):
        for most in (_CELL, _LONG_CELL):
            for line in (*(fitted(each, most) for each in known), *(stock.fact(ref, most) for ref in refs)):
                if line and _tells(line["text"], forms) and early == _opens(line["text"], forms):
                    yield line


def _tells(text: str, forms: Forms) -> bool:
    return _names(text, forms) and titles.claims(text) and not fleeting(text)


def _opens(text: str, forms: Forms) -> bool:
    return _names(" ".join(text.split()[:_EARLY]), forms)


def _both(term: str) -> Forms:
    """A term in the singular and the plural, by its looks."""
    return term.lower(), f"{term.lower()}s"


def _names(text: str, forms: Forms) -> bool:
    folded = text.lower().replace("-", " ")
    return any(re.search(rf"\b{re.escape(form.replace('-', ' '))}\b", folded) for form in forms)


def _cell(stock: Stock, line: Statement, source: str) -> Statement:
    """A line under its source's head: a voice that is not the source's own is named in the text."""
    voice = "" if line["label"] == stock.voice(source) else line["label"]
    text = line["text"] if not voice or short(voice) in line["text"] else f"{voice}: {line['text']}"
    own = bool(voice == "" and line["label"])
    return {**line, "text": text, "label": source, "detail": _stance(line["text"]) if own else "says"}


def _shared(stock: Stock) -> Iterator[tuple[str, Forms]]:
    """Matters and terms that stand in two sources or more but not everywhere."""
    found: list[tuple[str, Forms]] = [
        (matter.said, _whole(matter)) for matter in stock.matters() if not _somebody(matter)
    ]
    found += [(term.term, _both(term.term)) for term in stock.brief.terms if term.meaning]
    for heading, forms in found:
        hits = [ref.source for ref, passage in stock.passages.items() if _names(passage.text, forms)]
        if len(hits) <= _COMMON * len(stock.passages) and len(set(hits)) > 1:
            yield heading, forms


def _somebody(matter: Matter) -> bool:
    """'The engineer': each source may mean another one."""
    return matter.noun in words.data("names.roles")


def _whole(matter: Matter) -> Forms:
    """The forms of a matter: of 'outer islands' both words, since 'the Cook Islands' are others."""
    name = matter.name.lower()
    return (matter.noun,) if " " not in name else (name.removesuffix("s"), f"{name.removesuffix('s')}s")


def _stance(text: str) -> str:
    """'doubts' or 'denies' where the source's own judgement says so in as many words; else 'says'."""
    said = set(words.words(text.lower()))
    if said & _DENIES:
        return "denies"
    return "doubts" if said & _DOUBTS else "says"

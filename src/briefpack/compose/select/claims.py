"""The claims of a deck: each a title, with evidence from other passages and, if there is one, a voice or a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefpack.compose.select import figures, quotes
from briefpack.compose.select.stock import Statement, Stock, fitted, fitting, fleeting, statement
from briefpack.compose.wording import listed
from briefpack.model import Point, Ref
from briefpack.text import alone, sentences, words

_MOST_EVIDENCE = 3
_BARE = 8
"""Places in the ranking that a claim loses where nothing short enough bears on it."""
_NEAR = 6.0
"""How much two statements must share to stand on one slide: three or so words that are rare in the pack."""
_ALIKE = 0.6
"""Share of content words from which two statements say the same."""
_SHORT_QUOTE = 35
"""Words of a quotation that stands beside evidence (DESIGN.md, claim)."""


def claims(stock: Stock) -> tuple[list[dict[str, Any]], list[Statement]]:
    """The claims in order of weight, turn by turn among the sources; and the statements that nothing stands under."""
    chosen = _chosen(stock)
    stock.shown.update(ref for _, title in chosen for ref in _refs(stock, title))
    made = [_claim(stock, point, title) for point, title in chosen]
    borne = [claim for claim in made if claim["evidence"] or claim["quote"] or claim["figure"]]
    bare = [claim["title"] for claim in made if claim not in borne]
    return borne, bare if len(bare) > 1 or not borne else []


def _chosen(stock: Stock) -> list[tuple[Point, Statement]]:
    """Titles and their points: the source that has had fewest is next, and gives its best title."""
    titles = sorted(_titles(stock), key=lambda pair: pair[0])
    taken: Counter[str] = Counter()
    chosen: list[tuple[int, Point, Statement]] = []
    while len(chosen) < stock.audience.count("claims"):
        best = _next(stock, titles, taken, chosen)
        if best is None:
            break
        chosen.append(best)
        taken[best[1].refs[0].source] += 1
    return [(point, title) for _, point, title in sorted(chosen, key=lambda each: each[0])]


def _next(
    stock: Stock,
    titles: list[tuple[int, Point, Statement]],
    taken: Counter[str],
    chosen: list[tuple[int, Point, Statement]],
) -> tuple[int, Point, Statement] | None:
    for source in sorted(stock.names, key=lambda key: taken[key]):
        for each in titles:
            if each[1].refs[0].source == source and not any(alike(each[2], other) for _, _, other in chosen):
                return each
    return None


def _titles(stock: Stock) -> Iterator[tuple[int, Point, Statement]]:
    """Points that can be titles, with their cost: their rank, and more for what makes a weak title."""
    for rank, point in enumerate(stock.brief.points):
        if not point.refs or set(point.refs) & stock.shown:
            continue
        short = fitted(point, stock.audience.title_words)
        title = short or fitted(point, stock.audience.line_words)
        if title and not fleeting(title["text"]):
            long = stock.audience.title_words if short is None else 99
            bare = next(_evidence(stock, point, title), None) is None
            yield stock.cost(rank, point, long) + _BARE * bare, point, title


def _claim(stock: Stock, point: Point, title: Statement) -> dict[str, Any]:
    evidence: list[Statement] = []
    for line in _evidence(stock, point, title):
        if len(evidence) < _MOST_EVIDENCE and not any(alike(line, other) for other in (title, *evidence)):
            evidence.append(line)
            stock.shown.update(_refs(stock, line))
    around = " ".join(stock.passages[ref].text for ref in point.refs)
    quote = _quote(stock, point, around)
    return {
        "title": title,
        "evidence": evidence,
        "quote": quote,
        "figure": None if quote else _figure(stock, point),
        "say": _say(stock, point, title, evidence),
    }


def _say(stock: Stock, point: Point, title: Statement, evidence: list[Statement]) -> str:
    """Whose statement it is, where and when; and where its evidence comes from."""
    home = point.refs[0].source
    name, when = stock.names[home], stock.dates[home]
    place = f"{name}, {when}" if when else name
    who = f"{title['label']} ({place})" if title["label"] not in ("", name) else place
    first = f"This statement is from {who}."
    others = [stock.names[key] for key in stock.names if any(_of(line, key) for line in evidence) and key != home]
    return f"{first} On the same subject: {listed(others)}." if others else first


def _evidence(stock: Stock, point: Point, title: Statement) -> Iterator[Statement]:
    """What bears on the title, best first: its own next sentence, other sources, what stands around it."""
    yield from _rest(stock, point, title)
    near = sorted(_near(stock, point), key=lambda pair: -pair[0])
    home = point.refs[0].source
    yield from (line for _, line in near if not _of(line, home))
    points = {ref: other for other in stock.brief.points for ref in other.refs}
    for ref in stock.near(point.refs[-1]):
        if not _bears(stock, point, ref):
            continue
        line = (
            fitted(points[ref], stock.audience.line_words)
            if ref in points
            else stock.fact(ref, stock.audience.line_words)
        )
        if line and not fleeting(line["text"]) and not set(_refs(stock, line)) & stock.shown:
            yield line
    yield from (line for _, line in near if _of(line, home))


def _bears(stock: Stock, point: Point, ref: Ref) -> bool:
    """Whether a passage near a point bears on it: the same paragraph, the same subject, or what it sums up."""
    place = point.refs[-1]
    if ref.paragraph == place.paragraph or (ref < place and point.reason.startswith("sums up")):
        return True
    return stock.related(stock.around(place), stock.passages[ref].text) > 0


def _rest(stock: Stock, point: Point, title: Statement) -> Iterator[Statement]:
    """The sentences of the point that the title leaves out."""
    shown = {ref.citation for ref in point.refs} - set(title["refs"])
    parts = sentences.split(point.text)
    if not shown or len(parts) != len(point.refs):
        return
    for part, ref in zip(parts, point.refs, strict=True):
        text = alone.unconnected(part)
        if ref.citation in shown and not alone.leans(text):
            fits = fitting(text, (ref,), stock.audience.line_words)
            if fits:
                yield statement(*fits, title["label"])


def _near(stock: Stock, point: Point) -> Iterator[tuple[float, Statement]]:
    around = stock.around(point.refs[0])
    for other in stock.brief.points:
        if other is point or not other.refs or set(other.refs) & stock.shown:
            continue
        share = max(stock.related(point.text, other.text), stock.related(around, other.text) / 2)
        line = fitted(other, stock.audience.line_words) if share >= _NEAR else None
        if line and not fleeting(line["text"]):
            yield share, line


def _quote(stock: Stock, point: Point, around: str) -> Statement | None:
    """A quotation from the claim's own paragraph or on its subject, with its speaker."""
    for quote in stock.brief.quotes:
        size = len(quote.text.split())
        if not quote.speaker or not quote.refs or set(quote.refs) & stock.shown or not 6 <= size <= _SHORT_QUOTE:
            continue
        near = any(abs(q.paragraph - p.paragraph) <= 1 and q.source == p.source for q in quote.refs for p in point.refs)
        if not quotes.whole(quote.text):
            continue
        if near or stock.related(around, quote.text) >= _NEAR:
            stock.shown.update(quote.refs)
            return statement(quote.text, quote.refs, quote.speaker, quote.role)
    return None


def _figure(stock: Stock, point: Point) -> Statement | None:
    """A number from the claim's own passages that says what it counts."""
    for figure in stock.brief.figures:
        if figures.weighs(figure) and set(figure.refs) & set(point.refs):
            return figures.line(figure)
    return None


def _refs(stock: Stock, line: Statement) -> list[Ref]:
    return [ref for ref in map(Ref.parse, line["refs"]) if ref in stock.passages]


def _of(line: Statement, source: str) -> bool:
    return any(ref.startswith(f"@{source},") for ref in line["refs"])


def alike(one: Statement, other: Statement) -> bool:
    first, second = words.content(one["text"]), words.content(other["text"])
    return bool(set(one["refs"]) & set(other["refs"])) or len(first & second) > _ALIKE * min(len(first), len(second))

"""What bears on a claim: its own next sentences, other sources on the same subject, a voice, a number."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.compose.select import figures, quotes
from briefpack.compose.select.sides import sides
from briefpack.compose.select.stock import QUARRELS, Statement, Stock, dangles, fitted, fitting, fleeting, statement
from briefpack.model import Point, Quote, Ref, Side
from briefpack.text import alone, sentences, titles
from briefpack.text.names import short

_NEAR = 6.0
"""How much two statements must share to stand on one slide: three or so words that are rare in the pack."""
_PAIR = 2
"""Countries that two statements must both name, to be about the same relation: 'Delhi' and 'Dhaka'."""
_SHORT_QUOTE = 35
"""Words of a quotation that stands beside evidence (DESIGN.md, claim)."""
_LEAST_QUOTE = 6


def evidence(stock: Stock, point: Point, title: Statement) -> Iterator[Statement]:
    """What bears on the title, best first."""
    place = point.refs[-1]
    yield from _rest(stock, point, title)
    yield from _against(stock, point)
    around = [ref for ref in stock.near(place) if _bears(stock, point, ref)]
    yield from _stated(stock, [ref for ref in around if ref > place and ref.paragraph == place.paragraph])
    near = sorted(_near(stock, point, title), key=lambda pair: -pair[0])
    yield from (line for _, line in near if not of(line, place.source))
    yield from _stated(stock, around)
    yield from (line for _, line in near if of(line, place.source))


def quote(stock: Stock, point: Point, used: set[Ref]) -> Statement | None:
    """A quotation from the claim's own paragraph or on its subject, with its speaker; other sources' come second."""
    known = [each for each in stock.brief.quotes if _quotable(stock, each, used)]
    found = [each for each in known if _answers(stock, point, each)]
    found = found or sorted(
        (each for each in known if _same_pair(stock, point, each)), key=lambda each: _party(point, each)
    )
    return next((statement(each.text, each.refs, each.speaker, each.role) for each in found), None)


def figure(stock: Stock, point: Point, used: set[Ref]) -> Statement | None:
    """A number from the claim's own paragraph that says what it counts, and that no line of the slide holds."""
    places = {(ref.source, ref.paragraph) for ref in point.refs}
    for each in stock.brief.figures:
        near = any((ref.source, ref.paragraph) in places for ref in each.refs)
        if near and figures.weighs(each) and not set(each.refs) & (used | stock.shown):
            return figures.line(each)
    return None


def of(line: Statement, source: str) -> bool:
    """Whether a line rests on a source."""
    return any(ref.startswith(f"@{source},") for ref in line["refs"])


def _stated(stock: Stock, refs: list[Ref]) -> Iterator[Statement]:
    """Passages as lines: as the points that they are, else as they stand."""
    for ref in refs:
        point = stock.points.get(ref)
        line = fitted(point, stock.audience.line_words) if point else stock.fact(ref, stock.audience.line_words)
        if line and _serves(stock, line):
            yield line


def _serves(stock: Stock, line: Statement) -> bool:
    """Whether it says something by itself that no slide shows yet."""
    return titles.states(line["text"]) and not fleeting(line["text"]) and not stock.shows(line)


def _bears(stock: Stock, point: Point, ref: Ref) -> bool:
    """Whether a passage near a point bears on it: the same paragraph, the same subject, or what it sums up."""
    place = point.refs[-1]
    if ref.paragraph == place.paragraph or (ref < place and point.reason.startswith("sums up")):
        return True
    text = stock.passages[ref].text
    return stock.related(point.text, text) > 0 or len(sides(point.text) & sides(text)) >= _PAIR


def _rest(stock: Stock, point: Point, title: Statement) -> Iterator[Statement]:
    """The sentences of the point that the title leaves out."""
    shown = {ref.citation for ref in point.refs} - set(title["refs"])
    parts = sentences.split(point.text)
    if not shown or len(parts) != len(point.refs):
        return
    for part, ref in zip(parts, point.refs, strict=True):
        text = alone.unconnected(part)
        if ref.citation in shown and not alone.leans(text) and not dangles(text):
            fits = fitting(text, (ref,), stock.audience.line_words)
            if fits:
                yield statement(*fits, title["label"])


def _against(stock: Stock, point: Point) -> Iterator[Statement]:
    """The other side of a quarrel that the point is one side of: the denial, the other count."""
    for tension in (each for each in stock.brief.tensions if each.kind in QUARRELS):
        for side in tension.sides:
            if any(set(other.refs) & set(point.refs) for other in tension.sides if other is not side):
                line = _side(stock, side)
                if line and _serves(stock, line) and not set(side.refs) & set(point.refs):
                    yield line


def _side(stock: Stock, side: Side) -> Statement | None:
    """A side under its voice; None where it leans or is too long."""
    found = fitting(side.text, side.refs, stock.audience.line_words)
    if not found or alone.leans(found[0]) or dangles(found[0]):
        return None
    named = side.voice and short(side.voice) in found[0]
    return statement(*found, "" if named else side.voice or stock.voice(side.source))


def _near(stock: Stock, point: Point, title: Statement) -> Iterator[tuple[float, Statement]]:
    """Statements anywhere on the same subject, each with how much it shares; points before other passages."""
    around = stock.around(point.refs[0])
    for other in stock.brief.points:
        if other is point or not other.refs or stock.tells_event(other):
            continue
        touches = stock.shared(title["text"], other.text)
        share = max(stock.related(point.text, other.text), stock.related(around, other.text) / 2 if touches else 0.0)
        share = share if share >= _NEAR else _relation(stock, title["text"], other.text)
        line = fitted(other, stock.audience.line_words) if share else None
        if line and _serves(stock, line):
            yield share, line
    for ref, passage in stock.passages.items():
        known = ref in stock.points or ref in stock.dated
        share = 0.0 if known else stock.related(point.text, passage.text, least=3)
        line = stock.fact(ref, stock.audience.line_words) if share >= _NEAR else None
        if line and _serves(stock, line):
            yield share - _NEAR / 2, line


def _relation(stock: Stock, one: str, other: str) -> float:
    """Something where two statements are about the same two countries in the same words: 'relations'; else 0."""
    pair = len(sides(one) & sides(other)) >= _PAIR
    return 1.0 if pair and stock.shared(one, other) else 0.0


def _quotable(stock: Stock, each: Quote, used: set[Ref]) -> bool:
    size = len(each.text.split())
    fits = _LEAST_QUOTE <= size <= _SHORT_QUOTE and quotes.whole(each.text)
    return bool(each.speaker and each.refs and fits) and not set(each.refs) & (stock.shown | used)


def _answers(stock: Stock, point: Point, each: Quote) -> bool:
    """Whether a quotation is from the point's paragraph, from the next one on its subject, or on it from afar."""
    steps = [abs(q.paragraph - p.paragraph) for q in each.refs for p in point.refs if q.source == p.source]
    if 0 in steps:
        return True
    share = stock.related(stock.around(point.refs[0]), f"{each.speaker} {each.text}")
    return share >= _NEAR or (1 in steps and share > 0)


def _same_pair(stock: Stock, point: Point, each: Quote) -> bool:
    """Whether a quotation is about the two countries that the point is about, in some of its words."""
    pair = sides(point.text)
    return len(pair) == _PAIR and sides(each.text) == pair and stock.shared(stock.around(point.refs[0]), each.text)


def _party(point: Point, each: Quote) -> bool:
    """Whether its speaker speaks for one of the two: an outsider goes first."""
    return bool(sides(f"{each.speaker} {each.role}") & sides(point.text))

"""What bears on a claim: its own next sentences, other sources on the same subject, a voice, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.compose.select import actors, figures, quotes
from briefpack.compose.select.sides import sides
from briefpack.compose.select.statements import Statement, dangles, fitted, fitting, fleeting, statement
from briefpack.compose.select.stock import QUARRELS, Stock
from briefpack.compose.select.subjects import common
from briefpack.model import Point, Quote, Ref, Side
from briefpack.text import alone, fragments, sentences, titles, words
from briefpack.text.names import short

_NEAR = 6.0
"""How much two statements must share to stand on one slide: three or so words that are rare in the pack."""
_TIED = 2
"""Telling words that a line from elsewhere shares with the title; one, where both name the same two countries."""
_PAIR = 2
"""Countries that two statements must both name, to be about the same relation: 'Delhi' and 'Dhaka'."""
_LONGER = 10
"""Words by which a sentence of the claim's own may pass the audience's line."""
_THING = re.compile(r"The ([a-z]+)(?:,| (?:is|was|are|were|has|had|will|would|could|may|might|can|also)\b)")
_SHORT_QUOTE = 35
"""Words of a quotation that stands beside evidence (DESIGN.md, claim)."""
_LEAST_QUOTE = 6
_LONG_QUOTE = 45
"""Words of a passage that a slide holds as a quotation."""
_MORE = 12
"""Words that a passage has over its title to be worth reading in full."""
_GOES_ON = re.compile(r"(?:Until|Since|After|Before|By) then\b|Then\b|And\b|Or\b|So\b|Meanwhile\b|Instead\b")
"""'Until then, cap increases …': until when, stands further up."""
_MARKS = re.compile(r"[“”\"„«»]")


def evidence(stock: Stock, point: Point, title: Statement) -> Iterator[Statement]:
    """What bears on the title, best first; who sees only the title and a line sees why it stands there."""
    place = point.refs[-1]
    yield from _rest(stock, point, title)
    yield from _against(stock, point)
    around = [ref for ref in stock.near(place) if _bears(stock, point, ref)]
    yield from _stated(stock, title, [ref for ref in around if ref > place and ref.paragraph == place.paragraph])
    near = sorted(_near(stock, point, title), key=lambda pair: -pair[0])
    yield from (line for _, line in near if not of(line, place.source))
    yield from _stated(stock, title, around)
    yield from (line for _, line in near if of(line, place.source))


def quote(stock: Stock, point: Point, title: Statement, used: set[Ref]) -> Statement | None:
    """A quotation from the claim's own paragraph or on its subject, with its speaker; other sources' come second."""
    known = [each for each in stock.brief.quotes if _quotable(stock, each, used)]
    found = [each for each in known if _answers(stock, point, title, each)]
    found = found or sorted((each for each in known if _same_pair(title, each)), key=lambda each: _party(point, each))
    return next((statement(each.text, each.refs, each.speaker, actors.spelt(each.role)) for each in found), None)


def figure(stock: Stock, point: Point, title: Statement, used: set[Ref]) -> Statement | None:
    """A number from the claim's own paragraph that says what it counts, and that no line of the slide holds."""
    places = {(ref.source, ref.paragraph) for ref in point.refs}
    for each in stock.brief.figures:
        near = any((ref.source, ref.paragraph) in places for ref in each.refs)
        seen = stock.subjects.shared(title["text"], each.text, rare=False)
        if near and seen and figures.weighs(each) and not set(each.refs) & (used | stock.shown):
            return figures.line(each)
    return None


def verbatim(stock: Stock, title: Statement, used: set[Ref]) -> Statement | None:
    """The source's own words for a claim that little else is said of, with who says so and when.

    The sentence after the title's, which may lean on it ('Growers may dislike it, but …'); else the title's own
    passage where the title is much shorter.
    """
    home = max(stock.refs(title))
    whole = alone.unconnected(stock.passages[home].text) == title["text"]
    after = [ref for ref in stock.after(home)[:1] if ref not in used | stock.shown and whole]
    after = [ref for ref in after if not _back(title, statement(stock.passages[ref].text, (ref,)))]
    own = [home] if _fewer(title["text"], stock.passages[home].text) else []
    fit = (ref for ref in (*after, *own) if not stock.taken_back(ref))
    found = (ref for ref in fit if _quotable_passage(stock.passages[ref].text))
    return next((_spoken(stock, ref, used) for ref in found), None)


def said(stock: Stock, line: Statement) -> Statement | None:
    """A line's passage word for word, where it has only one that can be quoted."""
    refs = stock.refs(line)
    fit = len(refs) == 1 and _quotable_passage(stock.passages[refs[0]].text)
    return _spoken(stock, refs[0], set()) if fit else None


def _fewer(title: str, passage: str) -> bool:
    return len(passage.split()) - len(title.split()) >= _MORE


def _quotable_passage(text: str) -> bool:
    """Whether a passage can stand between quotation marks: a full statement with no marks of its own."""
    size = _LEAST_QUOTE + 2 <= len(text.split()) <= _LONG_QUOTE
    return size and _bare(text) and not (_GOES_ON.match(text) or titles.relays(text))


def _bare(text: str) -> bool:
    part = fragments.is_fragment(text) or _MARKS.search(text)
    return text.endswith(".") and not (part or fleeting(text)) and titles.states(text)


def _spoken(stock: Stock, ref: Ref, used: set[Ref]) -> Statement:
    """A passage word for word, with the next sentences that fit; who says so, and when it was published."""
    name, day = stock.names[ref.source], stock.dates[ref.source]
    voice = stock.voice(ref.source) or name
    refs, text = [ref], stock.passages[ref].text
    for each in stock.after(ref):
        more = f"{text} {stock.passages[each].text}"
        if each in used | stock.shown or not _bare(stock.passages[each].text) or len(more.split()) > _LONG_QUOTE:
            break
        refs, text = [*refs, each], more
    detail = ", ".join(part for part in ("" if voice == name else name, day) if part)
    return statement(text, refs, voice, detail)


def of(line: Statement, source: str) -> bool:
    """Whether a line rests on a source."""
    return any(ref.startswith(f"@{source},") for ref in line["refs"])


def following(stock: Stock, point: Point, title: Statement) -> Iterator[Statement]:
    """The sentence after the point, in its paragraph: what the author says next bears on what she said."""
    place = point.refs[-1]
    after = [ref for ref in stock.after(place) if ref.sentence == place.sentence + 1]
    lines = (_line(stock, ref) for ref in after)
    yield from (line for line in lines if line and _serves(stock, line) and not _back(title, line))


def _stated(stock: Stock, title: Statement, refs: list[Ref]) -> Iterator[Statement]:
    """Passages near a title that visibly bear on it: as the points that they are, else as they stand."""
    here = {(ref.source, ref.paragraph) for ref in stock.refs(title)}
    for ref in refs:
        line = _line(stock, ref)
        rare = (ref.source, ref.paragraph) not in here
        if line and _serves(stock, line) and stock.subjects.shared(title["text"], line["text"], rare=rare):
            yield line


def _line(stock: Stock, ref: Ref) -> Statement | None:
    """A passage as the point that it is, else as it stands."""
    point = stock.points.get(ref)
    return fitted(point, stock.audience.line_words) if point else stock.fact(ref, stock.audience.line_words)


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
    """The sentences of the point that the title leaves out; they may be longer than lines from elsewhere."""
    shown = {ref.citation for ref in point.refs} - set(title["refs"])
    parts = sentences.split(point.text)
    if not shown or len(parts) != len(point.refs):
        return
    for part, ref in zip(parts, point.refs, strict=True):
        text = alone.unconnected(part)
        if ref.citation in shown and not (alone.leans(text) or dangles(text) or stock.taken_back(ref)):
            fits = fitting(text, (ref,), stock.audience.line_words + _LONGER)
            if fits and titles.states(fits[0]) and not _back(title, statement(*fits)):
                yield statement(*fits, title["label"])


def _back(title: Statement, line: Statement) -> bool:
    """Whether it opens on a thing that the title does not name: 'The ban was called a trial.'"""
    found = _THING.match(line["text"])
    return found is not None and not words.content(found[1]) & words.content(title["text"])


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
    """Statements anywhere that visibly bear on the title, each with how much it shares; points before passages."""
    for other in stock.brief.points:
        if other is point or not other.refs or stock.tells_event(other):
            continue
        line = fitted(other, stock.audience.line_words)
        share = _touches(stock, title, line) if line else 0
        if line and share and _serves(stock, line):
            yield share + stock.related(point.text, other.text), line
    for ref, passage in stock.passages.items():
        known = ref in stock.points or ref in stock.dated
        share = 0.0 if known else stock.related(point.text, passage.text, least=3)
        line = stock.fact(ref, stock.audience.line_words) if share >= _NEAR else None
        if line and _serves(stock, line) and _touches(stock, title, line):
            yield share - _NEAR / 2, line


def _touches(stock: Stock, title: Statement, line: Statement) -> float:
    """How much a line from elsewhere shares with the title; 0 where a reader would not see the tie."""
    shared = stock.subjects.shared(title["text"], line["text"])
    pair = len(sides(title["text"]) & sides(line["text"])) >= _PAIR
    tied = len(shared) >= _TIED and sum(shared) >= stock.subjects.tied
    return sum(shared) if tied or (shared and pair) else 0.0


def _quotable(stock: Stock, each: Quote, used: set[Ref]) -> bool:
    size = len(each.text.split())
    fits = _LEAST_QUOTE <= size <= _SHORT_QUOTE and quotes.whole(each.text)
    return bool(each.speaker and each.refs and fits) and not set(each.refs) & (stock.shown | used)


def _answers(stock: Stock, point: Point, title: Statement, each: Quote) -> bool:
    """Whether a quotation is from the point's paragraph, or visibly on its title: in its words, or by whom it names."""
    steps = [abs(q.paragraph - p.paragraph) for q in each.refs for p in point.refs if q.source == p.source]
    if 0 in steps:
        return True
    line = statement(each.text, each.refs)
    shared = stock.subjects.shared(title["text"], each.text)
    said = f"{each.speaker} {each.text}"
    named = any(short(one.name) in title["text"] and short(one.name) in said for one in stock.brief.people)
    near = 1 in steps and (named or sum(shared) >= stock.subjects.tied / 2)
    return bool(near or _touches(stock, title, line))


def _same_pair(title: Statement, each: Quote) -> bool:
    """Whether a quotation is about the two countries that the title is about, in its words."""
    pair = sides(title["text"])
    seen = common(title["text"], each.text) - pair
    return len(pair) == _PAIR and sides(each.text) == pair and len(seen) >= _TIED


def _party(point: Point, each: Quote) -> bool:
    """Whether its speaker speaks for one of the two: an outsider goes first."""
    return bool(sides(f"{each.speaker} {each.role}") & sides(point.text))

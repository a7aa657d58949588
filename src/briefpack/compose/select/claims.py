"""The claims of a deck: each a title, with evidence from other passages and, if there is one, a voice or a number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from briefpack.compose.select import brevity, whose
from briefpack.compose.select.evidence import evidence, figure, following, of, quote, said, verbatim
from briefpack.compose.select.statements import Statement, fitted, fitting, fleeting, plain_fact, statement, voiced
from briefpack.compose.select.stock import Stock
from briefpack.compose.wording import listed
from briefpack.messages import say
from briefpack.model import Point, Ref
from briefpack.text import sentences, titles, words

_MOST_EVIDENCE = 3
_EASY = 5.3
"""Characters for each word of the audience's longest title that two lines hold in the size of titles."""
_MOST = 6.6
"""The same in the next smaller size; a longer statement is a point among others, not a title."""
_SHORTER = (-3, 0, 4, 7, 10)
"""Words fewer than the audience's title has: short words take less room; long ones may have a shorter form."""
_WEIGHTY = 15
"""Ranks of the points that are worth a slide; what is ranked lower stands only where they are few."""
_LOW = 12
"""Places that a point of lower rank loses."""
_THIN = 6
"""Words up to which a title without a number says little: 'City officials defended the cameras.'"""
_LATER = 5
"""Places that it loses where it is not the point's first sentence."""
_SAYS = 9
"""Words from which such a sentence says enough."""
_WE = re.compile(r"(?:We|Our)\b")
_SLIGHT = 3
"""Places that it loses."""
_LONG = 4
"""Places in the ranking that a claim loses where its title needs the smaller size."""
_ALIKE = 0.6
"""Share of content words from which two statements say the same."""
_FULL = 2
"""Lines of evidence that leave no slide bare."""
_FULL_QUOTE = 14
"""Words from which a quotation carries a claim without other evidence."""
_SENTENCE = 10
"""Words under a title without which its slide is bare."""
_ALSO = 4
_ALSO_LINES = 3.5
"""Longest lines of the audience that one slide of points holds."""
_ON_ONE = 3
"""Telling words from which two statements are on one subject."""
_TWICE = 4
"""Claims below which the points take two slides: a thin claim is better told among them."""
_TAKEN = 24
"""Words of a point that is remembered."""
_BRIEF, _MORE = 18, 10
"""A first sentence of so few words is shown with the next, in so many words over the audience's line."""
_HIGH = 8
"""Points of this rank are worth a longer line."""
_FEW = 3
"""Claims below which one with a single line of evidence is better than none."""

PINNED = 1000
"""Places by which a point that the editor of brief.md pinned comes before all others."""

Claim = dict[str, Any]


def claims(stock: Stock) -> list[Claim]:
    """The claims in order of weight, turn by turn among the sources."""
    left = sorted(_titles(stock), key=lambda each: each[0])
    made: list[tuple[int, Claim]] = []
    weak: list[tuple[int, Claim]] = []
    taken: Counter[str] = Counter()
    while len(made) < stock.audience.count("claims") and left:
        each = _next(left, taken)
        left.remove(each)
        place, point, title = each
        if _said(stock, title, made):
            continue
        claim = _claim(stock, point, title)
        if not _carries(claim) and not (point.pinned and claim["evidence"]):
            weak.append((place, claim))
            continue
        made.append((place, claim))
        stock.shown.update(_shows(stock, claim))
        taken[point.refs[0].source] += 1
    _fill(stock, made, weak)
    return [claim for _, claim in sorted(made, key=lambda each: each[0])]


def _fill(stock: Stock, made: list[tuple[int, Claim]], weak: list[tuple[int, Claim]]) -> None:
    """Where few carry a slide well, the best of what has a full sentence under it."""
    for place, claim in sorted(weak, key=lambda each: each[0]):
        left = {**claim, "evidence": [line for line in claim["evidence"] if not stock.shows(line)]}
        said = sum(_adds(claim["title"], line) for line in (*left["evidence"], left["quote"]) if line) >= _SENTENCE
        if len(made) < _FEW and said and not _said(stock, claim["title"], made):
            made.append((place, left))
            stock.shown.update(_shows(stock, left))


def _adds(title: Statement, line: Statement) -> int:
    """Words that a line has over its title where it is the title's own passage, read in full."""
    own = bool(set(line["refs"]) & set(title["refs"]))
    return len(line["text"].split()) - own * len(title["text"].split())


def _next(left: list[tuple[int, Point, Statement]], taken: Counter[str]) -> tuple[int, Point, Statement]:
    """One that the editor pinned, else the best title left of the source that has had fewest; low rank comes last."""
    if left[0][1].pinned:
        return left[0]
    left = [each for each in left if each[0] < _WEIGHTY + _LOW] or left
    least = min(taken[point.refs[0].source] for _, point, _ in left)
    return next(each for each in left if taken[each[1].refs[0].source] == least)


def _titles(stock: Stock) -> Iterator[tuple[int, Point, Statement]]:
    """Points that can be titles, with their cost: their rank, and more for what makes a weak title."""
    for rank, point in enumerate(stock.brief.points):
        if not point.refs or set(point.refs) & stock.shown or (stock.relays(point) and not point.pinned):
            continue
        title = title_of(stock, point)
        if title and point.pinned:
            yield rank - PINNED, point, title
        elif (
            title
            and (title := whose.named(stock, title))
            and _short(stock, title)
            and not stock.dates_only(title["text"], stock.refs(title))
        ):
            small = len(title["text"]) > _EASY * stock.audience.title_words
            later = point.refs[0] not in stock.refs(title)
            beside = stock.headed(title) == 0
            cost = _LONG * small + _SLIGHT * (thin(title) + beside) + _LATER * later + _LOW * (rank >= _WEIGHTY)
            yield rank + cost, point, title


def title_of(stock: Stock, point: Point) -> Statement | None:
    """The point in a form that two lines hold, else a later sentence of it that stands alone; None where none does."""
    for fewer in _SHORTER:
        title = fitted(point, stock.audience.title_words - fewer)
        if title and _holds(stock, title):
            return {**title, "text": titles.smooth(title["text"])}
    return next((line for line in _later(stock, point) if _holds(stock, line)), None)


def _later(stock: Stock, point: Point) -> Iterator[Statement]:
    """The sentences of a point after its first that stand alone and are plainly on the same subject."""
    parts = sentences.split(point.text)
    if len(parts) != len(point.refs) or stock.tells_event(point):
        return
    for part, ref in zip(parts[1:], point.refs[1:], strict=True):
        found = fitting(part, (ref,), stock.audience.title_words) if plain_fact(part) else None
        if found and len(found[0].split()) >= _SAYS and stock.subjects.shared(parts[0], found[0], rare=False):
            yield statement(*found, voiced(point, found[0]))


def _holds(stock: Stock, title: Statement) -> bool:
    """Whether two lines hold it, and it can be set large."""
    return _short(stock, title) and _large(title["text"]) and not nobodys(title)


def _short(stock: Stock, title: Statement) -> bool:
    return len(title["text"]) <= _MOST * stock.audience.title_words


def nobodys(line: Statement) -> bool:
    """Whether it says 'we' and nobody's name stands before it."""
    return not line["label"] and _WE.match(line["text"]) is not None


def thin(line: Statement) -> bool:
    """Whether a title has few words and no number: it is seldom what a text comes to."""
    return len(line["text"].split()) <= _THIN and not any(map(str.isdigit, line["text"]))


def _large(text: str) -> bool:
    """Whether it can be set large, a year later too."""
    return titles.claims(text) and not fleeting(text) and titles.names_all(text)


def _said(stock: Stock, title: Statement, made: list[tuple[int, Claim]]) -> bool:
    """Whether another slide says it already."""
    if stock.shows(title):
        return True
    return any(alike(title, line) for _, claim in made for line in (claim["title"], *claim["evidence"]))


def _carries(claim: Claim) -> bool:
    """Whether what stands under a title fills its slide: two things, or a quotation that is not the title's own."""
    voice = claim["quote"]
    if voice and len(voice["text"].split()) >= _FULL_QUOTE and not set(voice["refs"]) & set(claim["title"]["refs"]):
        return True
    return len(claim["evidence"]) + bool(voice or claim["figure"]) > 1


def _shows(stock: Stock, claim: Claim) -> set[Ref]:
    lines = [claim["title"], *claim["evidence"], claim["quote"], claim["figure"]]
    return {ref for line in lines if line for ref in stock.refs(line)}


def also(stock: Stock, made: list[Claim], pillars: list[Statement]) -> list[Statement]:
    """The best points that no slide shows yet, for one slide, two where claims are few; new subjects come first."""
    slides = 2 if len(made) < _TWICE else 1
    shown = [*(line for claim in made for line in (claim["title"], *claim["evidence"])), *pillars]
    lines: list[Statement] = []
    room = slides * _ALSO_LINES * stock.audience.line_words
    for line in _row(stock, shown):
        size = len(line["text"].split())
        dated = stock.dates_only(line["text"], stock.refs(line))
        if (dated and len(lines) > 1) or any(alike(line, other) for other in lines):
            continue
        if len(lines) < slides * _ALSO and size <= room:
            lines.append(line)
            room -= size
    return lines if len(lines) > 1 or not made else []


def _row(stock: Stock, shown: list[Statement]) -> list[Statement]:
    """Points as lines that no slide has yet: what is on a new subject before what is on a known one, then events."""
    told = [_told(stock, point, high=place < _HIGH) for place, point in enumerate(_tellable(stock))]
    left = [line for line in told if line and _alone(stock, line, shown)]
    return sorted(
        left,
        key=lambda line: (
            stock.dates_only(line["text"], stock.refs(line)),
            any(len(stock.subjects.shared(line["text"], other["text"])) >= _ON_ONE for other in shown),
        ),
    )


def _tellable(stock: Stock) -> list[Point]:
    """Points that may stand among others: of the author's own, not what she tells of others."""
    return [point for point in stock.brief.points if point.refs and not stock.relays(point)]


def _alone(stock: Stock, line: Statement, shown: list[Statement]) -> bool:
    """Whether it is news to the room, and a statement of today that is no frame around somebody's words."""
    known = stock.shows(line) or any(alike(line, other) for other in shown)
    told = titles.states(line["text"]) and not titles.framed(line["text"])
    return told and not (known or fleeting(line["text"]) or nobodys(line))


def learnt(made: list[Claim], more: list[Statement]) -> list[Statement]:
    """What to take away: the claims, then points that are as short."""
    return [claim["title"] for claim in made] + [line for line in more if len(line["text"].split()) <= _TAKEN]


def _told(stock: Stock, point: Point, *, high: bool) -> Statement | None:
    """The point for a slide of points: 'Ferries are at risk.' alone would say too little."""
    most, longer = stock.audience.line_words, stock.audience.line_words + _MORE
    line = fitted(point, most)
    if line is None:
        return fitted(point, longer) if high else brevity.told(point, most)
    if len(line["refs"]) < len(point.refs) and len(line["text"].split()) <= _BRIEF:
        return fitted(point, longer) or brevity.told(point, longer) or line
    return line


def _claim(stock: Stock, point: Point, title: Statement) -> Claim:
    lines = _lines(title, evidence(stock, point, title), _MOST_EVIDENCE)
    lines = lines if len(lines) >= _FULL else _lines(title, (*lines, *following(stock, point, title)), _FULL)
    used = {ref for line in (title, *lines) for ref in stock.refs(line)}
    voice = quote(stock, point, title, used)
    number = None if voice else figure(stock, point, title, used)
    if len(lines) < _FULL and not (voice or number):
        lines, voice = _in_full(stock, title, lines)
    return {
        "title": title,
        "evidence": lines,
        "quote": voice,
        "figure": number,
        "say": _say(stock, point, title, lines),
    }


def _lines(title: Statement, found: Iterable[Statement], most: int) -> list[Statement]:
    """The first so many that say no more than once what they say."""
    lines: list[Statement] = []
    for line in found:
        if len(lines) < most and not any(alike(line, other) for other in (title, *lines)):
            lines.append(line)
    return lines


def _in_full(stock: Stock, title: Statement, lines: list[Statement]) -> tuple[list[Statement], Statement | None]:
    """What fills a slide of at most one line: a passage word for word beside it, else the line's own instead of it."""
    voice = verbatim(stock, title, {ref for line in (title, *lines) for ref in stock.refs(line)})
    if voice or not lines:
        return lines, voice
    voice = said(stock, lines[0])
    return ([], voice) if voice else (lines, None)


def _say(stock: Stock, point: Point, title: Statement, lines: list[Statement]) -> str:
    """Whose statement it is, where and when; and where its evidence comes from."""
    home = point.refs[0].source
    name, when = stock.names[home], stock.dates[home]
    place = f"{name}, {when}" if when else name
    who = f"{title['label']} ({place})" if title["label"] not in ("", name) else place
    first = say("This statement is from {who}.", who=who)
    others = [stock.names[key] for key in stock.names if any(of(line, key) for line in lines) and key != home]
    return first + " " + say("On the same subject: {sources}.", sources=listed(others)) if others else first


def alike(one: Statement, other: Statement) -> bool:
    """Whether two statements share a passage or most of their words."""
    first, second = words.content(one["text"]), words.content(other["text"])
    return bool(set(one["refs"]) & set(other["refs"])) or len(first & second) > _ALIKE * min(len(first), len(second))

"""The claims of a deck: each a title, with evidence from other passages and, if there is one, a voice or a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefpack.compose.select.evidence import evidence, figure, of, quote
from briefpack.compose.select.stock import Statement, Stock, fitted, fleeting
from briefpack.compose.wording import listed
from briefpack.model import Point, Ref
from briefpack.text import titles, words

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
_SLIGHT = 3
"""Places that it loses."""
_LONG = 4
"""Places in the ranking that a claim loses where its title needs the smaller size."""
_ALIKE = 0.6
"""Share of content words from which two statements say the same."""
_FULL_QUOTE = 14
"""Words from which a quotation carries a claim without other evidence."""
_ALSO = 4
_ALSO_LINES = 3.5
"""Longest lines of the audience that one slide of points holds."""
_TWICE = 4
"""Claims below which the points take two slides: a thin claim is better told among them."""
_TAKEN = 24
"""Words of a point that is remembered."""
_BRIEF, _MORE = 14, 10
"""A first sentence of so few words is shown with the next, in so many words over the audience's line."""
_HIGH = 5
"""Points of this rank are worth a longer line."""
_FEW = 3
"""Claims below which one with a single line of evidence is better than none."""

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
        if not _carries(claim):
            weak.append((place, claim))
            continue
        made.append((place, claim))
        stock.shown.update(_shows(stock, claim))
        taken[point.refs[0].source] += 1
    _fill(stock, made, weak)
    return [claim for _, claim in sorted(made, key=lambda each: each[0])]


def _fill(stock: Stock, made: list[tuple[int, Claim]], weak: list[tuple[int, Claim]]) -> None:
    """Where few carry a slide well, the best of what has any evidence."""
    for place, claim in sorted(weak, key=lambda each: each[0]):
        lines = [line for line in claim["evidence"] if not stock.shows(line) and _belongs(stock, claim["title"], line)]
        if len(made) < _FEW and lines and not _said(stock, claim["title"], made):
            made.append((place, {**claim, "evidence": lines}))
            stock.shown.update(_shows(stock, made[-1][1]))


def _belongs(stock: Stock, title: Statement, line: Statement) -> bool:
    """Whether a line that stands alone under a title is plainly on its subject: its own paragraph, or its words."""
    places = {(ref.source, ref.paragraph) for ref in stock.refs(title)}
    same = any((ref.source, ref.paragraph) in places for ref in stock.refs(line))
    return same or stock.shared(title["text"], line["text"])


def _next(left: list[tuple[int, Point, Statement]], taken: Counter[str]) -> tuple[int, Point, Statement]:
    """The best title left of the source that has had fewest; one of low rank only where no other is left."""
    left = [each for each in left if each[0] < _WEIGHTY + _LOW] or left
    least = min(taken[point.refs[0].source] for _, point, _ in left)
    return next(each for each in left if taken[each[1].refs[0].source] == least)


def _titles(stock: Stock) -> Iterator[tuple[int, Point, Statement]]:
    """Points that can be titles, with their cost: their rank, and more for what makes a weak title."""
    for rank, point in enumerate(stock.brief.points):
        if not point.refs or set(point.refs) & stock.shown or stock.tells_event(point) or stock.relays(point):
            continue
        title = _title(stock, point)
        if title:
            small = len(title["text"]) > _EASY * stock.audience.title_words
            yield rank + _LONG * small + _SLIGHT * thin(title) + _LOW * (rank >= _WEIGHTY), point, title


def _title(stock: Stock, point: Point) -> Statement | None:
    """The point in a form that two lines hold; None where there is none."""
    for fewer in _SHORTER:
        title = fitted(point, stock.audience.title_words - fewer)
        if title and len(title["text"]) <= _MOST * stock.audience.title_words and _large(title["text"]):
            return title
    return None


def thin(line: Statement) -> bool:
    """Whether a title has few words and no number: it is seldom what a text comes to."""
    return len(line["text"].split()) <= _THIN and not any(map(str.isdigit, line["text"]))


def _large(text: str) -> bool:
    """Whether it can be set large, a year later too."""
    return titles.claims(text) and not fleeting(text)


def _said(stock: Stock, title: Statement, made: list[tuple[int, Claim]]) -> bool:
    """Whether another slide says it already."""
    if stock.shows(title):
        return True
    return any(alike(title, line) for _, claim in made for line in (claim["title"], *claim["evidence"]))


def _carries(claim: Claim) -> bool:
    """Whether what stands under a title fills its slide."""
    beside = claim["quote"] or claim["figure"]
    if claim["quote"] and len(claim["quote"]["text"].split()) >= _FULL_QUOTE:
        return True
    return len(claim["evidence"]) + bool(beside) > 1


def _shows(stock: Stock, claim: Claim) -> set[Ref]:
    lines = [claim["title"], *claim["evidence"], claim["quote"], claim["figure"]]
    return {ref for line in lines if line for ref in stock.refs(line)}


def also(stock: Stock, made: list[Claim], pillars: list[Statement]) -> list[Statement]:
    """The best points that no slide shows yet, for one slide, two where claims are few; events where little else is."""
    lines: list[Statement] = []
    shown = [*(line for claim in made for line in (claim["title"], *claim["evidence"])), *pillars]
    slides = 2 if len(made) < _TWICE else 1
    room = slides * _ALSO_LINES * stock.audience.line_words
    for place, point in enumerate(sorted(stock.brief.points, key=stock.tells_event)):
        line = _told(stock, point, high=place < _HIGH) if point.refs else None
        if not line or stock.shows(line) or not _tellable(stock, point, line["text"]):
            continue
        if (stock.tells_event(point) and len(lines) > 1) or any(alike(line, other) for other in (*shown, *lines)):
            continue
        size = len(line["text"].split())
        if len(lines) < slides * _ALSO and size <= room:
            lines.append(line)
            room -= size
    return lines if len(lines) > 1 or not made else []


def _tellable(stock: Stock, point: Point, text: str) -> bool:
    """Whether it can stand among points: a statement, of today, the author's own and no words of hers in a frame."""
    told = titles.states(text) and not titles.framed(text)
    return told and not fleeting(text) and not stock.relays(point)


def learnt(made: list[Claim], more: list[Statement]) -> list[Statement]:
    """What to take away: the claims, then points that are as short."""
    return [claim["title"] for claim in made] + [line for line in more if len(line["text"].split()) <= _TAKEN]


def _told(stock: Stock, point: Point, *, high: bool) -> Statement | None:
    """The point for a slide of points: 'Ferries are at risk.' alone would say too little."""
    line = fitted(point, stock.audience.line_words)
    if line is None and high:
        return fitted(point, stock.audience.line_words + _MORE)
    if line and len(line["refs"]) < len(point.refs) and len(line["text"].split()) <= _BRIEF:
        return fitted(point, stock.audience.line_words + _MORE) or line
    return line


def _claim(stock: Stock, point: Point, title: Statement) -> Claim:
    lines: list[Statement] = []
    for line in evidence(stock, point, title):
        if len(lines) < _MOST_EVIDENCE and not any(alike(line, other) for other in (title, *lines)):
            lines.append(line)
    used = {ref for line in (title, *lines) for ref in stock.refs(line)}
    voice = quote(stock, point, used)
    return {
        "title": title,
        "evidence": lines,
        "quote": voice,
        "figure": None if voice else figure(stock, point, used),
        "say": _say(stock, point, title, lines),
    }


def _say(stock: Stock, point: Point, title: Statement, lines: list[Statement]) -> str:
    """Whose statement it is, where and when; and where its evidence comes from."""
    home = point.refs[0].source
    name, when = stock.names[home], stock.dates[home]
    place = f"{name}, {when}" if when else name
    who = f"{title['label']} ({place})" if title["label"] not in ("", name) else place
    first = f"This statement is from {who}."
    others = [stock.names[key] for key in stock.names if any(of(line, key) for line in lines) and key != home]
    return f"{first} On the same subject: {listed(others)}." if others else first


def alike(one: Statement, other: Statement) -> bool:
    """Whether two statements share a passage or most of their words."""
    first, second = words.content(one["text"]), words.content(other["text"])
    return bool(set(one["refs"]) & set(other["refs"])) or len(first & second) > _ALIKE * min(len(first), len(second))

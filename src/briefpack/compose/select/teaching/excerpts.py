"""Which paragraphs of a source to read closely: verbatim, few words, with their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefpack.compose.select.statements import Statement, statement
from briefpack.compose.select.stock import Stock
from briefpack.model import Passage, Ref
from briefpack.text import alone

Paragraph = tuple[Passage, ...]

_CUT = "[…]"
_MOST_PARAGRAPHS = 3
_ANCHOR = 100.0
_LEANING = 0.3
"""What is left of a paragraph's worth where it begins in the middle of a thought."""
_FEWEST = 12
"""Words of an excerpt that is worth reading by itself."""


def excerpts(stock: Stock, key: str, most: int, *, anchors: Iterable[Ref] = ()) -> list[Statement]:
    """Up to three paragraphs of at most so many words together, in the text's order; the anchors' paragraph first.

    A paragraph that is too long is shown by the sentences around the one that counts most, with '[…]' where it is cut.
    """
    weights = _weights(stock, key)
    for ref in anchors:
        weights[ref] += _ANCHOR
    paragraphs = [each for each in _paragraphs(stock, key) if any(weights[passage.ref] for passage in each)]
    ranked = sorted(paragraphs, key=lambda each: -_worth(each, weights))
    chosen: list[Paragraph] = []
    room = most
    for paragraph in ranked or _paragraphs(stock, key)[:1]:
        shown = _within(paragraph, room, weights)
        whole = shown == paragraph or _worth(paragraph, weights) >= _ANCHOR
        if shown and len(chosen) < _MOST_PARAGRAPHS and (whole or not chosen):
            chosen.append(shown)
            room -= _words(shown)
    return [_excerpt(stock, each) for each in sorted(chosen, key=lambda each: each[0].ref)]


def _weights(stock: Stock, key: str) -> defaultdict[Ref, float]:
    """How much each passage matters: as a point by its rank, as a side of a tension, as somebody's words."""
    weights: defaultdict[Ref, float] = defaultdict(float)
    for rank, point in enumerate(stock.brief.points):
        for ref in point.refs[:1]:
            weights[ref] += 10.0 / (2 + rank)
    for tension in stock.brief.tensions:
        for ref in tension.refs:
            weights[ref] += 1.5
    for quote in stock.brief.quotes:
        for ref in quote.refs[:1]:
            weights[ref] += 0.5
    return defaultdict(float, {ref: weight for ref, weight in weights.items() if ref.source == key})


def _paragraphs(stock: Stock, key: str) -> list[Paragraph]:
    """Those of the text, without the ones that only open a list, and without fragments in one."""
    found: dict[int, list[Passage]] = {}
    for ref, passage in stock.passages.items():
        if ref.source == key and passage.kind != "caption":
            found.setdefault(ref.paragraph, []).append(passage)
    return [tuple(each) for each in found.values() if not (each[-1].text.endswith(":") or each[0].text[:1].islower())]


def _worth(paragraph: Paragraph, weights: dict[Ref, float]) -> float:
    worth = sum(weights.get(passage.ref, 0.0) for passage in paragraph)
    return worth * (_LEANING if _leans(paragraph[0].text) and worth < _ANCHOR else 1.0)


def _leans(text: str) -> bool:
    """Whether a paragraph goes on from the one before it: 'On the other hand, …'."""
    return alone.leans(text) or bool(alone.points_back(text)) or alone.unconnected(text) != text


def _within(paragraph: Paragraph, room: int, weights: dict[Ref, float]) -> Paragraph:
    """The paragraph, or a run of its sentences around the weightiest one, in so many words; empty if none fits."""
    if _words(paragraph) <= room:
        return paragraph
    best = max(range(len(paragraph)), key=lambda at: (weights.get(paragraph[at].ref, 0.0), -at))
    first = last = best
    while True:
        wider = [(first, last + 1), (first - 1, last)]
        fits = [(a, b) for a, b in wider if a >= 0 and b < len(paragraph) and _words(paragraph[a : b + 1]) <= room]
        if not fits:
            break
        first, last = fits[0]
    run = paragraph[first : last + 1]
    return run if _FEWEST <= _words(run) <= room else ()


def _words(passages: Sequence[Passage]) -> int:
    return sum(len(passage.text.split()) for passage in passages)


def _excerpt(stock: Stock, passages: Paragraph) -> Statement:
    """The sentences as they stand; what goes before or after in the paragraph is marked as left out."""
    after = stock.after(passages[-1].ref)
    text = " ".join(passage.text for passage in passages)
    before = passages[0].ref.sentence > 1
    return statement(
        f"{_CUT} " * before + text + f" {_CUT}" * bool(after),
        [passage.ref for passage in passages],
    )

"""A point on a page: as much of it as so many words hold, where a slide has room for its first sentence only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefpack.compose.select.statements import (
    ANSWERS,
    Statement,
    dangles,
    fitted,
    fitting,
    fleeting,
    plain_fact,
    sound,
    statement,
    voiced,
)
from briefpack.compose.select.stock import Stock
from briefpack.model import Point, Ref
from briefpack.text import alone, sentences, titles
from briefpack.text.shorten import condense

Told = tuple[str, tuple[Ref, ...]]

PLAIN = 20
"""Words of a sentence that is easy to read (rubrics, students 8)."""
_OPEN = re.compile(r"\b(?:shall|should|must|will|would|may|might|can|could|to|of|for|the|an?|and|or|that)[.:;]?$")
"""How a statement ends that a list went on with: 'The tenant must.'"""
_LEAST = 6
"""Words of a statement that says something by itself."""


def told(point: Point, most: int) -> Statement | None:
    """The point in at most that many words, under whose judgement it is; None where no form of it stands alone.

    Tried in turn: all sentences, some of them shortened; fewer from its start, where what goes does not turn the
    rest round; the point as a slide has it; a later sentence that stands alone.
    """
    return next((line for line in _forms(point, most) if _stands(line)), None)


def aimed(point: Point, aim: int, most: int) -> Statement | None:
    """The point in about ``aim`` words, where no such form stands alone in at most ``most``."""
    return told(point, aim) or told(point, most)


def plain(lines: Sequence[Statement]) -> bool:
    """Whether the sentences of some statements are easy to read, taken together."""
    texts = [line["text"] for line in lines]
    return sum(len(text.split()) for text in texts) <= PLAIN * sum(len(sentences.split(text)) for text in texts)


def passage(stock: Stock, ref: Ref, most: int) -> Statement | None:
    """A passage that is no point in at most that many words, under the name of whoever speaks in its source."""
    text = stock.passages[ref].text
    if stock.passages[ref].kind == "caption" or not plain_fact(text) or fleeting(text):
        return None
    short = shortened(text, most)
    return statement(short, (ref,), "" if stock.speaks(text) else stock.voice(ref.source)) if short else None


def shortened(text: str, most: int) -> str:
    """A sentence in at most that many words, without what only says more; '' where that cannot be done safely."""
    whole = alone.unconnected(text)
    if len(whole.split()) <= most:
        return whole
    return condense(text, most) or ""


def _forms(point: Point, most: int) -> Iterator[Statement | None]:
    parts = sentences.split(point.text)
    if len(parts) == len(point.refs) and not point.reason.startswith("a list"):
        for count in range(len(parts), 0, -1):
            yield _opening(point, parts, count, most)
    yield fitted(point, most)
    if len(parts) == len(point.refs):
        for part, ref in zip(parts[1:], point.refs[1:], strict=True):
            yield _alone(point, part, ref, most)


def _opening(point: Point, parts: Sequence[str], count: int, most: int) -> Statement | None:
    """The first sentences of a point; None where a later one answers them, or they are too long."""
    if any(ANSWERS.search(part) for part in parts[count:]):
        return None
    kept = _within(parts[:count], most)
    if not kept or dangles(kept[0]) or (count < len(parts) and alone.leans(kept[0])):
        return None
    text = " ".join(kept)
    return statement(text, point.refs[:count], voiced(point, text))


def _within(parts: Sequence[str], most: int) -> list[str]:
    """The sentences in at most that many words together, the longest ones shortened first; empty where it fails."""
    kept = [alone.unconnected(parts[0]), *parts[1:]]
    for at in sorted(range(len(kept)), key=lambda at: -len(kept[at].split())):
        over = sum(len(part.split()) for part in kept) - most
        if over <= 0:
            break
        for room in (len(kept[at].split()) - over, len(kept[at].split()) * 2 // 3):
            short = condense(kept[at], room) if room >= _LEAST else None
            if short:
                kept[at] = short
                break
    return kept if sum(len(part.split()) for part in kept) <= most else []


def _alone(point: Point, part: str, ref: Ref, most: int) -> Statement | None:
    if not plain_fact(part):
        return None
    found = fitting(part, (ref,), most)
    return statement(*found, voiced(point, found[0])) if found else None


def _stands(line: Statement | None) -> bool:
    """Whether it says something by itself a year later too."""
    if not line or len(line["text"].split()) < _LEAST:
        return False
    if _OPEN.search(line["text"]) or not sound(line["text"]):
        return False
    return titles.states(line["text"]) and not fleeting(line["text"])

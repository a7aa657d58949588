"""What asks for care in a room: charged words, each with whoever says so."""

from __future__ import annotations

import re
from functools import cache

from briefpack.compose.select.statements import Statement, fitting, plain_fact, statement
from briefpack.compose.select.stock import Stock
from briefpack.messages import say
from briefpack.model import Passage, Ref
from briefpack.text import lists
from briefpack.text.names import short

_MOST = 5
_MOST_OF_ONE = 3
_WORDS = 45


def care(stock: Stock) -> list[Statement]:
    """Passages with charged words under the name of their speaker, those with most of them first; at most five."""
    found: list[tuple[int, Statement]] = []
    for passage in stock.passages.values():
        charged = {word.lower() for word in _charged().findall(passage.text)}
        line = _line(stock, passage) if charged else None
        if line:
            found.append((len(charged), line))
    found.sort(key=lambda pair: -pair[0])
    kept: list[Statement] = []
    for _, line in found:
        of_one = sum(line["refs"][0].split(",")[0] == other["refs"][0].split(",")[0] for other in kept)
        if of_one < _MOST_OF_ONE and len(kept) < _MOST:
            kept.append(line)
    return kept


def _line(stock: Stock, passage: Passage) -> Statement | None:
    """The passage whole, or made shorter as long as a charged word stays in it."""
    if passage.kind == "caption" or not plain_fact(passage.text):
        return None
    fits = fitting(passage.text, (passage.ref,), _WORDS)
    return statement(*fits, _speaker(stock, passage.ref)) if fits and _charged().search(fits[0]) else None


def _speaker(stock: Stock, ref: Ref) -> str:
    """Whose words stand there in quotation marks, else who is named there as saying it, with the source."""
    name, text = stock.names[ref.source], stock.passages[ref].text
    quoted = [quote.speaker for quote in stock.brief.quotes if ref in quote.refs and quote.text in text]
    judged = [point.voice for point in stock.brief.points if ref in point.refs]
    sides = [side.voice for tension in stock.brief.tensions for side in tension.sides if ref in side.refs]
    named = [voice for voice in (*judged, *sides) if voice and short(voice) in text]
    voice = next((voice for voice in (*quoted, *named) if voice), "")
    return say("{voice}, in {source}", voice=voice, source=name) if voice and voice != name else name


@cache
def _charged() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, lists.load('sensitive-en')))})(?![\w-])", re.IGNORECASE)

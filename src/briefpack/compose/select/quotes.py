"""The quotation of a deck, and another voice that answers it."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select import actors
from briefpack.compose.select.statements import Statement, statement
from briefpack.compose.select.stock import Stock
from briefpack.model import Quote

_LEAST = 10
_SAYING = 18
"""Words from which a quotation says enough to talk about."""
_REPLY = 30
_WEIGHS = re.compile(r"\b(?:but|yet|however|while|although|though|unless|rather)\b", re.IGNORECASE)
"""Words of a speaker who weighs one thing against another: there is more to talk about."""
_ANSWERS = 3.0
"""How much a reply must share with what it answers."""


def slide(stock: Stock) -> dict[str, Any] | None:
    """The best quotation with a reply by somebody else, if one speaks of the same; marks both as shown."""
    fit = [quote for quote in stock.brief.quotes if _usable(quote, stock.audience.quote_words)]
    fit.sort(
        key=lambda quote: (
            not quote.pinned,
            not whole(quote.text),
            len(quote.text.split()) < _SAYING,
            not _WEIGHS.search(quote.text),
        )
    )
    pairs = [(quote, reply) for quote in fit if (reply := _reply(stock, quote))]
    if not fit:
        return None
    best = [pair for pair in pairs if whole(pair[0].text) == whole(fit[0].text) and pair[0].pinned == fit[0].pinned]
    quote, reply = best[0] if best else (fit[0], None)
    stock.shown.update(quote.refs)
    if reply:
        stock.shown.update(reply.refs)
    return {"line": _line(quote), "reply": _line(reply) if reply else None}


def _usable(quote: Quote, most: int) -> bool:
    return bool(quote.speaker and quote.refs) and _LEAST <= len(quote.text.split()) <= most


def whole(text: str) -> bool:
    """A full sentence by its looks, rather than words from the middle of one."""
    return text[:1].isupper() or not text[:1].isalpha()


def _reply(stock: Stock, quote: Quote) -> Quote | None:
    """The quotation by another speaker that shares most with this one."""
    others = [
        other
        for other in stock.brief.quotes
        if other.speaker != quote.speaker
        and whole(other.text)
        and _usable(other, _REPLY)
        and not set(other.refs) & set(quote.refs)
    ]
    shares = [(stock.related(quote.text, other.text), -place) for place, other in enumerate(others)]
    best = max(shares, default=(0.0, 0))
    return others[-best[1]] if best[0] >= _ANSWERS else None


def _line(quote: Quote) -> Statement:
    return statement(quote.text, quote.refs, quote.speaker, actors.spelt(quote.role))

"""Terms: the explained ones first."""

from __future__ import annotations

from typing import Any

from briefpack.compose.select.stock import Stock, statement
from briefpack.model import Term

_MEANING = 26
"""Words of an explanation; a longer one is left to the source."""
_UNEXPLAINED = 2


def terms(stock: Stock) -> list[dict[str, Any]]:
    """Explained terms; where there is room, two at most that the sources leave unexplained; none without the first."""
    most = stock.audience.count("terms")
    explained = [term for term in stock.brief.terms if term.meaning and len(term.meaning.split()) <= _MEANING]
    open_ones = [term for term in stock.brief.terms if not term.meaning][:_UNEXPLAINED]
    return [_line(term) for term in [*explained[:most], *open_ones][:most]] if explained else []


def _line(term: Term) -> dict[str, Any]:
    meaning = term.meaning[:1].upper() + term.meaning[1:]
    return statement(meaning, term.refs[:2], term.term[:1].upper() + term.term[1:])

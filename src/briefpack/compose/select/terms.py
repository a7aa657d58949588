"""Terms: those that the sources explain; where they are few, some that they leave unexplained."""

from __future__ import annotations

from typing import Any

from briefpack.compose.select.statements import statement
from briefpack.compose.select.stock import Stock
from briefpack.model import Term
from briefpack.text import meanings

_UNEXPLAINED = 2
_FEW = 3
"""Explained terms below which there is room for others."""


def terms(stock: Stock) -> list[dict[str, Any]]:
    """Explained terms; where these are few, two at most that the sources leave unexplained; none without the first."""
    most = stock.audience.count("terms")
    explained = [term for term in stock.brief.terms if meanings.explains(term.meaning)]
    said = " ".join(f"{term.term} {term.meaning}" for term in explained).lower()
    bare = (term for term in stock.brief.terms if not term.meaning and " " in term.term and term.term.islower())
    known = [term for term in bare if term.term not in said]
    open_ones = [] if len(explained) >= _FEW else known[:_UNEXPLAINED]
    return [_line(term) for term in [*explained[:most], *open_ones][:most]] if explained else []


def _line(term: Term) -> dict[str, Any]:
    meaning = term.meaning[:1].upper() + term.meaning[1:]
    return statement(meaning, term.refs[:2], term.term[:1].upper() + term.term[1:])

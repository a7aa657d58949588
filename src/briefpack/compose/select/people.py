"""Who is who: people by the side that their role names."""

from __future__ import annotations

from typing import Any

from briefpack.compose.select.stock import Stock, statement
from briefpack.model import Person

_PANEL = 3
"""People of one side (DESIGN.md, actor map)."""
_SIDES = 6


def people(stock: Stock) -> list[dict[str, Any]]:
    """Sides in the order of their first person; those without a role come last and only where there is room."""
    most = stock.audience.count("people")
    sides: dict[str, list[Person]] = {}
    for person in [*filter(_roled, stock.brief.people), *(p for p in stock.brief.people if not _roled(p))]:
        side = sides.setdefault(person.group, [])
        if len(side) < _PANEL and sum(map(len, sides.values())) < most:
            side.append(person)
    named = [(name, side) for name, side in sides.items() if name and side][:_SIDES]
    rest = [(name, side) for name, side in sides.items() if not name and side]
    return [{"heading": name, "lines": [_line(person) for person in side]} for name, side in named + rest]


def _roled(person: Person) -> bool:
    return bool(person.role)


def _line(person: Person) -> dict[str, Any]:
    return statement(person.role[:1].upper() + person.role[1:], person.refs[:1], person.name)

"""Who is who: the sides first, then those who comment, then anybody else who is named."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select.sides import country, named
from briefpack.compose.select.stock import Stock, statement
from briefpack.model import Person

_PANEL = 3
"""People of one panel (DESIGN.md, actor map)."""
_PANELS = 6
_SHORT = 30
"""Characters of a role that stand on one line; of a longer one the body that it names is shown."""
_COMMENT = "They comment"
_REST, _NAMED = "Also named", "Named in the sources"
_COMMENTS = re.compile(
    r"\b(?:analyst|author|biologist|chemist|climatologist|columnist|commentator|consultant|correspondent|critic"
    r"|economist|editor|epidemiologist|expert|fellow|geographer|historian|journalist|lecturer|physicist|professor"
    r"|reporter|researcher|scholar|scientist|sociologist|specialist|statistician|strategist|virologist|writer)s?\b",
    re.IGNORECASE,
)
"""'a harbour consultant', 'professor of soil science': they speak of the matter and for no side of it."""
_HOUSES = re.compile(
    r"\b(?:Academy|Brookings|Cent(?:er|re)|College|Endowment|Foundation|Institut\w*|Laborator\w+|Observatory|School"
    r"|Think Tank|Universi\w+|Hochschule|News|Times|Post|Press|Journal|Tribune|Herald|Gazette|Magazine|Radio)\b"
)
"""Bodies that study or report: 'Delta Institute', 'The Harbour Times'."""


def people(stock: Stock) -> list[dict[str, Any]]:
    """Up to six panels of three; nothing for fewer than two people who have a role or a side."""
    known = [person for person in stock.brief.people if person.role or person.group]
    most = stock.audience.count("people")
    if len(known) < 2:
        return []
    panels = _panels(known[:most])
    rest = [person for person in known if not any(person in people for _, people in panels)][
        : max(most - _size(panels), 0)
    ]
    if rest and len(panels) < _PANELS:
        panels.append((_rest_name(panels), rest[:_PANEL]))
    return [{"heading": name, "lines": [_line(person, name) for person in people]} for name, people in panels]


def _panels(known: list[Person]) -> list[tuple[str, list[Person]]]:
    """Countries, then other bodies with two people or more, then commentators."""
    experts = [person for person in known if comments(person)]
    sides: dict[str, list[Person]] = {}
    for person in known:
        if person.group and person not in experts:
            sides.setdefault(person.group, []).append(person)
    ranked = sorted(sides.items(), key=lambda side: not country(side[0]))
    alone = [side for side in ranked if len(side[1]) == 1]
    room = _PANELS - (2 if len(experts) > _PANEL else 1 if experts else 0) - 1
    if len(ranked) > room:
        ranked = [side for side in ranked if side not in alone][:room]
    panels = [(name, people[:_PANEL]) for name, people in ranked]
    shown = experts[: 2 * _PANEL] if len(panels) < _PANELS - 1 else experts[:_PANEL]
    return panels + [(_COMMENT, shown[at : at + _PANEL]) for at in range(0, len(shown), _PANEL)]


def _rest_name(panels: list[tuple[str, list[Person]]]) -> str:
    """A head for those of no side; none where they are alone."""
    sided = any(name != _COMMENT for name, _ in panels)
    return _REST if sided else _NAMED if panels else ""


def comments(person: Person) -> bool:
    """Whether a person comments from outside: an expert by role, or from a body that studies or reports."""
    return bool(_COMMENTS.search(person.role) or _HOUSES.search(person.group))


def _size(panels: list[tuple[str, list[Person]]]) -> int:
    return sum(len(people) for _, people in panels)


def _line(person: Person, heading: str) -> dict[str, Any]:
    role = _within(person.role, heading) or (person.group if person.group != heading else "")
    if heading == _COMMENT and person.group and not country(person.group) and len(role) > _SHORT:
        role = person.group
    return statement(role[:1].upper() + role[1:], person.refs[:1], person.name)


def _within(role: str, heading: str) -> str:
    """'Canadian harbour minister' under 'Canada' is 'harbour minister'."""
    before = "former " if role.startswith("former ") else ""
    first, _, said = role.removeprefix(before).partition(" ")
    return f"{before}{said}" if said and heading and named(first) == heading else role

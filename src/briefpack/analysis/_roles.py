"""Which of the roles that texts give a person stands for the person, and whose side it names."""

from __future__ import annotations

import re

from briefpack.model import Ref
from briefpack.text import bodies, lists, names
from briefpack.text.names import Token

_COUNTERPART = re.compile(r"^(?:(?P<side>.+) )?counterpart$")


_FORMER = ("former ", "ex-", "late ")


def settle(role: str, before: str) -> str:
    """'Danish counterpart' after a 'Norwegian Forestry Minister' is 'Danish Forestry Minister'."""
    found = _COUNTERPART.match(role)
    if not found or not before:
        return role
    office = _without_side(before)
    side = found["side"]
    return f"{side} {office}" if side and office != before else role


def best(roles: list[tuple[str, Ref]]) -> tuple[str, Ref | None]:
    """The role that says most: one that names a country or body; the first of equals."""
    if not roles:
        return "", None
    return max(enumerate(roles), key=lambda row: (_worth(row[1][0]), -row[0]))[1]


def group(role: str) -> str:
    """The country, or else the body, that a role names: 'Danish climate minister' to 'Denmark'."""
    if not role:
        return ""
    row = names.tokens(role)
    head = next((k for k, token in enumerate(row) if token.kind == "role"), 0)
    before = _country(row[:head])
    if before:
        return before
    named = bodies.find(role)
    if named:
        return named[0].name
    acronym = next((t.text for t in row if t.kind == "cap" and len(t.text) > 1 and t.text.isupper()), "")
    return acronym or _country(row[head:])


def _country(row: tuple[Token, ...]) -> str:
    table = names.countries()
    for place, token in enumerate(row):
        if token.kind == "country":
            pair = f"{token.text} {row[place + 1].text}" if place + 1 < len(row) else ""
            return table.get(pair) or table.get(token.text, "")
    return ""


def _without_side(role: str) -> str:
    """'Danish Foreign Minister' to 'Foreign Minister'."""
    row = names.tokens(role)
    place = 0
    while place < len(row) - 1 and row[place].kind in ("country", "owner"):
        place += 1
    return role[row[place].start :]


def _worth(role: str) -> tuple[bool, bool, bool, bool, bool]:
    """Not 'her counterpart'; not a bare 'Professor' or 'sister', which many are.

    An office of today goes before a former one, what a person is before the body alone; best with a country or body.
    """
    low = role.lower()
    bare = low in lists.load("names.bare") or low in lists.load("names.weak")
    body = group(role)
    held = not low.startswith(_FORMER)
    return not role.endswith("counterpart"), not bare, held, role != body, bool(body)

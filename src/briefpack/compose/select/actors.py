"""The map of actors: which sides it shows, which two stand at its core, and what binds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from briefpack.compose.select.sides import country, sides
from briefpack.compose.select.stock import Stock
from briefpack.model import Brief, Person, Relation

_SPELT = {"Sen.": "Senator", "Gov.": "Governor", "Rep.": "Representative", "Lt. Gov.": "Lieutenant governor"}
_ITS = re.compile(
    r"(?:(?:the )?(?:company|firm|group|agency|organi[sz]ation|bank|charity|union|party|museum|school|university|club"
    r"|city|town|council|department|ministry|institute|hospital|body)['’]s|its|their|his|her) (?=[a-z])",
    re.IGNORECASE,
)
"""'the company’s chief executive': which company, stood before."""
_SIDES = 5
"""Sides of one map (DESIGN.md, actor map)."""
_ARROWS = 6
_OF_A_PLACE = re.compile(
    r"(?:\b(?:in|near) |\b(?:MP|MEP|TD|[Mm]ember of [Pp]arliament|[Ss]enator|[Mm]ayor|[Cc]ouncillor|[Rr]esident)"
    r" (?:for|of) )[A-Z][\w’'-]+$"
)
"""'GP in Ashford', 'MP for Ashford': the town, and not the hospital or club that is called after it."""


def spelt(role: str) -> str:
    """A title that stands alone as a role, written out: 'Senator' for 'Sen.'."""
    return _SPELT.get(role, _ITS.sub("", role) if _ITS.match(role) else role)


def side(person: Person, brief: Brief) -> str:
    """Whom a person stands for: the country or body of the group, else a body that the role names."""
    bodies = {form: one.name for one in brief.organisations for form in (one.name, *one.aka)}
    if _OF_A_PLACE.search(person.role):
        return person.group if country(person.group) else ""
    if person.group:
        return person.group if country(person.group) else bodies.get(person.group, person.group)
    told = [form for form in bodies if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", person.role)]
    return bodies[max(told, key=len)] if told else ""


def chosen(stock: Stock, people: Mapping[str, int]) -> list[str]:
    """The sides of the map, the core pair first, the third between them next; none without a relation to draw.

    A side without people stands there only for a relation to one that has some.
    """
    bound = [each for each in stock.brief.relations if each.one in people or each.other in people]
    if not bound:
        return []
    ends = {name: 0 for each in bound for name in (each.one, each.other)}
    together, named = _counts(stock, {**ends, **people})
    core = max(combinations({**people, **ends}, 2), key=lambda pair: (together[frozenset(pair)], _ties(pair, bound)))
    if not any(set(core) & {each.one, each.other} for each in bound):
        core = (bound[0].one, bound[0].other)
    others = [name for name in {**people, **ends} if name not in core]
    kept = [name for name in others if people.get(name) or any(_ties((name, each), bound) for each in core)]
    kept.sort(key=lambda name: (-sum(_ties((name, each), bound) for each in core), -named[name]))
    return [*core, *kept[: _SIDES - 2]]


def between(names: list[str], brief: Brief) -> list[Relation]:
    """One relation for each two of these sides: what they have in common, else what most passages tell; at most six."""
    pairs: dict[frozenset[str], Relation] = {}
    for relation in sorted(brief.relations, key=lambda each: each.kind != "partners"):
        if relation.one in names and relation.other in names:
            pairs.setdefault(frozenset((relation.one, relation.other)), relation)
    drawn = [relation for pair, relation in pairs.items() if pair & set(names[:2])]
    return drawn[:_ARROWS]


def _ties(pair: tuple[str, str], bound: list[Relation]) -> int:
    return sum({each.one, each.other} == set(pair) for each in bound)


def _counts(stock: Stock, names: Mapping[str, int]) -> tuple[Counter[frozenset[str]], Counter[str]]:
    """How many passages name each two of the sides, and each one."""
    together, named = Counter[frozenset[str]](), Counter[str]()
    forms = {one.name: (one.name, *one.aka) for one in stock.brief.organisations}
    for passage in stock.passages.values():
        told = sides(passage.text)
        here = [name for name in names if name in told or any(form in passage.text for form in forms.get(name, ()))]
        named.update(here)
        together.update(frozenset(pair) for pair in combinations(here, 2))
    return together, named

"""Who is who: the sides with their people, those who comment, anybody else who is named, and who does what to whom."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from briefpack.compose.select import actors
from briefpack.compose.select.sides import country, named
from briefpack.compose.select.statements import Statement, statement
from briefpack.compose.select.stock import Stock
from briefpack.messages import noted, ours
from briefpack.model import Brief, Person, Relation
from briefpack.text import words

_PANEL = 3
"""People of one panel (DESIGN.md, actor map)."""
_PANELS = 6
_COMMENTING = 5
"""Those who comment, in one box."""
_SHORT = 30
"""Characters of a role that stand on one line; of a longer one the body that it names is shown."""
_FEW = 8
"""People of a slide that has room for what each of them says or does."""
_DOES = "does"
_COMMENT = noted("They comment")
_REST, _NAMED = noted("Also named"), noted("Named in the sources")
_PAST = re.compile(r"(?:former|then|ex|late)[ -]", re.IGNORECASE)
"""On a map of who acts they stand for nobody now: 'then-Danish trade envoy'."""

Panels = list[tuple[str, list[Person]]]


def people(stock: Stock) -> list[dict[str, Any]]:
    """Panels of up to three people, the two sides named together most often first where relations bind any.

    Those who comment follow in one box of kind 'apart', as do those of no side; nothing for fewer than two
    people who have a role or a side.
    """
    most = stock.audience.count("people")
    known = [person for person in stock.brief.people if person.role or person.group]
    if len(known) < 2:
        return []
    experts = [person for person in known if comments(person)]
    sides = _sides([person for person in known if person not in experts], stock.brief)
    acting = {name: [person for person in people if not _PAST.match(person.role)] for name, people in sides.items()}
    chosen = actors.chosen(stock, {name: len(people) for name, people in acting.items() if people})
    panels = [(name, acting.get(name, [])[:_PANEL]) for name in chosen] or _ranked(sides, bool(experts))
    shown = [person for _, people in panels for person in people]
    apart = _apart([person for person in known if person not in shown], experts, panels, most - len(shown))
    made = [_group(name, people, "") for name, people in panels] + [_group(*box, "apart") for box in apart]
    few = sum(len(group["lines"]) for group in made) <= _FEW and not chosen
    return [{**group, "lines": _with_deeds(group["lines"], stock)} for group in made] if few else made


def relations(stock: Stock, shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The relations between the panels shown: 'China -> Russia', the deed, its kind; partners '<->'."""
    names = [group["heading"] for group in shown if not group["kind"]]
    return [_arrow(relation) for relation in actors.between(names, stock.brief)]


def comments(person: Person) -> bool:
    """Whether a person comments from outside: an expert by role, or from a body that studies or reports."""
    roles = {word.removesuffix("s") for word in re.findall(r"[a-z]+", person.role.lower())}
    return bool(roles & words.data("commenters-en") or _houses().search(person.group))


@cache
def _houses() -> re.Pattern[str]:
    """'Delta Institute', 'The Island Times'."""
    names = "|".join(name.replace("*", r"\w*") for name in sorted(words.data("houses-en")))
    return re.compile(rf"\b(?:{names})\b")


def _sides(known: list[Person], brief: Brief) -> dict[str, list[Person]]:
    sides: dict[str, list[Person]] = {}
    for person in known:
        side = actors.side(person, brief)
        if side and not _held(person, side, sides.get(side, [])):
            sides.setdefault(side, []).append(person)
    return sides


def _held(person: Person, side: str, others: list[Person]) -> bool:
    """Whether a country's office is another's already: of two presidents the one named less is of another day."""
    return country(side) and any(_within(person.role, side) == _within(other.role, side) for other in others)


def _ranked(sides: dict[str, list[Person]], commented: bool) -> Panels:
    """Countries, then other bodies; the ones with a single person only where there is room."""
    ranked = sorted(sides.items(), key=lambda side: not country(side[0]))
    room = _PANELS - commented - 1
    if len(ranked) > room:
        ranked = [side for side in ranked if len(side[1]) > 1][:room]
    return [(name, people[:_PANEL]) for name, people in ranked]


def _apart(left: list[Person], experts: list[Person], panels: Panels, room: int) -> Panels:
    """Those who comment, and those of no side: two boxes at most, one beside a map."""
    commenting = [person for person in left if person in experts][: min(_COMMENTING, max(room, 0))]
    others = [person for person in left if person not in experts][: max(room - len(commenting), 0)]
    boxes = [(_COMMENT, commenting)] if commenting else []
    if (
        others
        and len(panels) + len(boxes) < _PANELS
        and not (boxes and len(panels) > 1 and not all(p for _, p in panels))
    ):
        boxes.append(
            (
                _REST if panels else _NAMED if boxes else "",
                others[: _COMMENTING if len(panels) < _PANEL else _PANEL] if panels or boxes else others,
            )
        )
    return boxes


def _group(name: str, people: list[Person], kind: str) -> dict[str, Any]:
    return {"heading": ours(name), "kind": kind if name else "", "lines": [_line(person, name) for person in people]}


def _with_deeds(lines: list[Statement], stock: Stock) -> list[Statement]:
    """Under each person what that person says or does."""
    told = {person.name: person for person in stock.brief.people if person.does}
    deeds = {name: statement(person.does, person.does_refs, _DOES) for name, person in told.items()}
    pairs = ((line, deeds.get(line["label"])) for line in lines)
    return [each for pair in pairs for each in pair if each]


def _arrow(relation: Relation) -> dict[str, Any]:
    arrow = "<->" if relation.kind == "partners" else "->"
    label = f"{relation.one} {arrow} {relation.other}"
    return statement(relation.label, relation.refs[:1], label, relation.kind)


def _line(person: Person, heading: str) -> dict[str, Any]:
    role = _within(actors.spelt(person.role), heading) or (person.group if person.group != heading else "")
    if heading == _COMMENT and person.group and not country(person.group) and len(role) > _SHORT:
        role = person.group
    return statement(role[:1].upper() + role[1:], person.refs[:1], person.name)


def _within(role: str, heading: str) -> str:
    """'Canadian harbour minister' under 'Canada' is 'harbour minister'."""
    before = "former " if role.startswith("former ") else ""
    first, _, said = role.removeprefix(before).partition(" ")
    return f"{before}{said}" if said and heading and named(first) == heading else role

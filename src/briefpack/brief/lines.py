"""The line grammar of each kind of item: how a section of brief.md writes it and reads it.

Key points     - **Ann Lee:** The harbour will close. [@port, 4.1]      the voice only where the text lacks it
Timeline       - 2024-05-16/2024-05-17: The court sits. *(planned)* [@court, 2.1]
People         - Ann Lee: harbour master *(Port of Oslo)* [@port, 4.1]  role, and side or body; then 'does:' under it
Organisations  - WHO: health agency [@who, 1.1]
Quotes         - "Nights stay hot." — Maria Ruiz, doctor [@who, 5.1]
Figures        - 475: The sentence that holds it. [@who, 6.1]           then 'counts:', 'hedge:', 'whose:' under it
Terms          - heat island: a city that is warmer than its land [@who, 7.1]
Tensions       - Who pays?                                              then '- who, Maria Ruiz: …' for each side
Relations      - Port Authority -> Nordia Holdings: sued *(pressures)* [@port, 4.1]     '<->' between partners
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from briefpack.errors import PageError
from briefpack.model import Entry, Event, Figure, Organisation, Person, Point, Quote, Relation, Side, Tension, Term
from briefpack.page.inline import Place

_VOICE = re.compile(r"\*\*(?P<voice>[^*]+):\*\* ?")
_DETAIL = re.compile(r"(?:^| )\*\((?P<detail>[^*]*)\)\*$")
_DATE = re.compile(r"(?P<date>\d{3}X|\d{4}(?:-\d\d){0,2})(?:/(?P<until>\d{4}(?:-\d\d){0,2}))?: ?")
_UNDATED = "undated: "
_QUOTE = re.compile(r"[\"“](?P<text>.*)[\"”](?: [—–-]+ (?P<speaker>.*))?$", re.DOTALL)
_SIDE = re.compile(r"(?P<source>[\w-]+)(?:, (?P<voice>[^:]+))?: ?")
_PLANNED = "planned"
_ARROW, _BOTH = " -> ", " <-> "
_TREATMENTS = ("reaches out", "pressures")
_PARTNERS = "partners"


@dataclass(frozen=True, slots=True)
class Kind:
    """One section of brief.md."""

    name: str
    """Field of Brief: 'points'."""
    heading: str
    write: Callable[[Any], Entry]
    read: Callable[[Entry, Any, Place], Any]
    """Entry, the found item that it stands for (or None), its place; gives the item."""


def _labelled(label: str, text: str, detail: str = "") -> str:
    return f"{label}{': ' if text else ''}{text}{f' *({detail})*' if detail else ''}"


def _detail(text: str) -> tuple[str, str]:
    """A text without the '*(detail)*' at its end, and the detail."""
    found = _DETAIL.search(text)
    return (text[: found.start()], found["detail"]) if found else (text, "")


def _label(text: str) -> tuple[str, str]:
    """'name: rest' in two; a text without a colon is all name."""
    label, _, rest = text.partition(": ")
    return label.strip().removesuffix(":"), rest.strip()


def _point(item: Point) -> Entry:
    return Entry(f"**{item.voice}:** {item.text}" if item.voice and not item.voiced else item.text, item.refs)


def _read_point(entry: Entry, found: Point | None, _: Place) -> Point:
    voice = _VOICE.match(entry.text)
    text = entry.text[voice.end() :] if voice else entry.text
    base = found or Point("", ())
    if voice:
        base = replace(base, voice=voice["voice"], voiced=False)
    elif not base.voiced:
        base = replace(base, voice="")
    short, cuts = (base.short, base.cuts) if text == base.text else ("", ())
    return replace(base, text=text, refs=entry.refs, short=short, cuts=cuts)


def _event(item: Event) -> Entry:
    dated = f"{item.date}{f'/{item.until}' if item.until else ''}: " if item.date else _UNDATED
    return Entry(f"{dated}{item.text}{f' *({_PLANNED})*' if item.planned else ''}", item.refs)


def _read_event(entry: Entry, found: Event | None, place: Place) -> Event:
    text, detail = _detail(entry.text)
    dated = _DATE.match(text)
    if not dated and not text.startswith(_UNDATED):
        raise place.error(f"found {text[:40]!r}; write '- 2024-05-16: What happened.', 2024-05, 2024 or 'undated: '")
    date, until = (dated["date"], dated["until"] or "") if dated else ("", "")
    text = text[dated.end() if dated else len(_UNDATED) :]
    base = found or Event("", ())
    short = base.short if (text, date) == (base.text, base.date) else ""
    planned = detail == _PLANNED
    return replace(base, text=text, refs=entry.refs, date=date, until=until, planned=planned, short=short)


def _person(item: Person) -> Entry:
    does = (Entry(f"does: {item.does}", item.does_refs),) if item.does else ()
    return Entry(_labelled(item.name, item.role, item.group), item.refs, children=does)


def _read_person(entry: Entry, found: Person | None, place: Place) -> Person:
    text, group = _detail(entry.text)
    name, role = _label(text)
    does, does_refs = "", entry.refs[:0]
    for child in entry.children:
        label, does = _label(child.text)
        does_refs = child.refs
        if label != "does":
            raise PageError(f"found '{label}' under a person; write does:", line=child.line, file=place.file)
    base = found or Person("", ())
    return replace(base, name=name, role=role, group=group, refs=entry.refs, does=does, does_refs=does_refs)


def _organisation(item: Organisation) -> Entry:
    return Entry(_labelled(item.name, item.role), item.refs)


def _read_organisation(entry: Entry, found: Organisation | None, _: Place) -> Organisation:
    name, role = _label(entry.text)
    return replace(found or Organisation("", ()), name=name, role=role, refs=entry.refs)


def _quote(item: Quote) -> Entry:
    whose = ", ".join(part for part in (item.speaker, item.role) if part)
    return Entry(f'"{item.text}"{f" — {whose}" if whose else ""}', item.refs)


def _read_quote(entry: Entry, found: Quote | None, place: Place) -> Quote:
    said = _QUOTE.match(entry.text)
    if not said:
        raise place.error(f"found {entry.text[:40]!r}; write '- \"the words\" — Speaker, role'")
    speaker, _, role = (said["speaker"] or "").partition(", ")
    return replace(found or Quote("", ()), text=said["text"], speaker=speaker, role=role, refs=entry.refs)


_FIGURE_PARTS = ("counts", "hedge", "whose")


def _figure(item: Figure) -> Entry:
    parts = tuple(Entry(f"{name}: {getattr(item, name)}") for name in _FIGURE_PARTS if getattr(item, name))
    return Entry(_labelled(item.value, item.text), item.refs, children=parts)


def _read_figure(entry: Entry, found: Figure | None, place: Place) -> Figure:
    value, text = _label(entry.text)
    parts = dict.fromkeys(_FIGURE_PARTS, "")
    for child in entry.children:
        name, said = _label(child.text)
        if name not in parts:
            problem = f"found '{name}' under a figure; write {', '.join(f'{part}:' for part in parts)}"
            raise PageError(problem, line=child.line, file=place.file)
        parts[name] = said
    made = replace(found or Figure("", "", ()), value=value, text=text, refs=entry.refs)
    return replace(made, counts=parts["counts"], hedge=parts["hedge"], whose=parts["whose"])


def _term(item: Term) -> Entry:
    return Entry(_labelled(item.term, item.meaning), item.refs)


def _read_term(entry: Entry, found: Term | None, _: Place) -> Term:
    term, meaning = _label(entry.text)
    return replace(found or Term("", ()), term=term, meaning=meaning, refs=entry.refs)


def _tension(item: Tension) -> Entry:
    return Entry(item.text, children=tuple(_side(side) for side in item.sides))


def _side(side: Side) -> Entry:
    return Entry(f"{side.source}{f', {side.voice}' if side.voice else ''}: {side.text}", side.refs)


def _read_tension(entry: Entry, found: Tension | None, place: Place) -> Tension:
    sides = tuple(_read_side(child, place) for child in entry.children)
    return replace(found or Tension("", ()), text=entry.text, sides=sides)


def _read_side(entry: Entry, place: Place) -> Side:
    found = _SIDE.match(entry.text)
    if not found:
        problem = f"found {entry.text[:40]!r}; write the side's source first: '- globe: …' or '- globe, Ann Lee: …'"
        raise PageError(problem, line=entry.line, file=place.file)
    return Side(found["source"], entry.text[found.end() :], entry.refs, found["voice"] or "")


def _relation(item: Relation) -> Entry:
    arrow = _BOTH if item.kind == _PARTNERS else _ARROW
    return Entry(_labelled(f"{item.one}{arrow}{item.other}", item.label, item.kind), item.refs)


def _read_relation(entry: Entry, found: Relation | None, place: Place) -> Relation:
    text, kind = _detail(entry.text)
    sides, label = _label(text)
    arrow = _BOTH if _BOTH in sides else _ARROW
    one, _, other = (side.strip() for side in sides.partition(arrow))
    kinds = (_PARTNERS,) if arrow == _BOTH else _TREATMENTS
    if not (one and other and label) or kind not in ("", *kinds):
        good = "'- Oslo -> Bergen: sued *(pressures)*', *(reaches out)*, or '- Oslo <-> Bergen: pact *(partners)*'"
        raise place.error(f"found {entry.text[:40]!r}; write {good}")
    return replace(
        found or Relation("", "", "", "", ()), one=one, other=other, label=label, kind=kind or kinds[0], refs=entry.refs
    )


KINDS = (
    Kind("points", "Key points", _point, _read_point),
    Kind("events", "Timeline", _event, _read_event),
    Kind("people", "People", _person, _read_person),
    Kind("organisations", "Organisations", _organisation, _read_organisation),
    Kind("quotes", "Quotes", _quote, _read_quote),
    Kind("figures", "Figures", _figure, _read_figure),
    Kind("terms", "Terms", _term, _read_term),
    Kind("tensions", "Tensions", _tension, _read_tension),
    Kind("relations", "Relations", _relation, _read_relation),
)

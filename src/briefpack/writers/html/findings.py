"""The brief to be read on a page: everything that was found, each kind of item in a part that opens."""

from __future__ import annotations

from briefpack.layout import dates
from briefpack.messages import headed, noted, quoted, say
from briefpack.model import (
    Brief,
    Cited,
    Event,
    Figure,
    Organisation,
    Person,
    Point,
    Quote,
    Relation,
    Side,
    Tension,
    Term,
)
from briefpack.writers.html.markup import bullets, detail, folded, lead, named, pairs, pointer, words

Sources = tuple[Cited, ...]
_OPEN = noted("Key points")


def shown(brief: Brief, sources: Sources) -> str:
    """Every kind of item that the brief holds."""
    dated = (_event(one, sources) for one in brief.events)
    kinds: tuple[tuple[str, tuple[object, ...], str], ...] = (
        (_OPEN, brief.points, bullets((_point(one, sources) for one in brief.points), ordered=True)),
        (noted("Where they pull apart"), brief.tensions, "".join(_tension(one, sources) for one in brief.tensions)),
        (noted("When it happened"), brief.events, pairs(dated, kind="pairs dated")),
        (noted("Who is who"), brief.people, pairs(_person(one, sources) for one in brief.people)),
        (noted("Institutions"), brief.organisations, pairs(_person(one, sources) for one in brief.organisations)),
        (noted("Words to know"), brief.terms, pairs(_term(one, sources) for one in brief.terms)),
        (noted("In their own words"), brief.quotes, "".join(_quote(one, sources) for one in brief.quotes)),
        (noted("Numbers"), brief.figures, pairs(_figure(one, sources) for one in brief.figures)),
        (noted("Who does what to whom"), brief.relations, bullets(_relation(one, sources) for one in brief.relations)),
    )  # fmt: skip
    return "".join(
        folded(f'{words(say(title))} <span class="quiet">{len(items)}</span>', body, shown=title == _OPEN)
        for title, items, body in kinds
    )


def _point(one: Point, sources: Sources) -> str:
    voice = f"{lead(one.voice)} " if one.voice and not one.voiced else ""
    return f"{voice}{words(one.text)}{pointer(one.refs, sources)}"


def _tension(one: Tension, sources: Sources) -> str:
    return f"<p><b>{words(headed(one.text))}</b></p>\n{bullets(_side(side, sources) for side in one.sides)}"


def _side(side: Side, sources: Sources) -> str:
    voice = side.voice if side.voice and not side.text.startswith(side.voice) else named(side.source, sources)
    return f"{lead(voice)} {words(side.text)}{pointer(side.refs, sources)}"


def _event(one: Event, sources: Sources) -> tuple[str, str]:
    date = f"{one.date}/{one.until}" if one.until else one.date
    planned = detail(say("planned")) if one.planned else ""
    return words(dates.printed(date) if date else one.words), f"{words(one.text)}{planned}{pointer(one.refs, sources)}"


def _person(one: Person | Organisation, sources: Sources) -> tuple[str, str]:
    also = detail(say("also {names}", names=", ".join(one.aka))) if one.aka else ""
    does = words(f". {one.name} {one.does}") if isinstance(one, Person) and one.does else ""
    return words(one.name), f"{words(one.role)}{does}{also}{pointer(one.refs, sources)}"


def _term(one: Term, sources: Sources) -> tuple[str, str]:
    meaning = (
        words(one.meaning)
        if one.meaning
        else f'<span class="quiet">{words(say("not explained in the documents"))}</span>'
    )
    return words(one.term), f"{meaning}{pointer(one.refs, sources)}"


def _quote(one: Quote, sources: Sources) -> str:
    who = ", ".join(part for part in (one.speaker, one.role) if part)
    said_by = f'<p class="about">{words(who)}</p>' if who else ""
    return (
        f'<blockquote><p dir="auto">{words(quoted(one.text))}{pointer(one.refs, sources)}</p>{said_by}</blockquote>\n'
    )


def _figure(one: Figure, sources: Sources) -> tuple[str, str]:
    return words(one.value), f"{words(one.text)}{detail(one.whose)}{pointer(one.refs, sources)}"


def _relation(one: Relation, sources: Sources) -> str:
    return f"{lead(', '.join((one.one, one.other)))} {words(one.label)}{pointer(one.refs, sources)}"

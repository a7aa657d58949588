"""Questions from people and organisations: who is advised, who gains, who is not heard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.messages import say
from briefpack.model import Line, Organisation, Person, Point, Ref
from briefpack.questions import shapes
from briefpack.questions.judgements import arguable, bears, claim_of
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.text import words

Actor = Person | Organisation

_PAST = re.compile(r"\b(?:former|late|then|ex|founder|king|queen|emperor)\b", re.IGNORECASE)


def ask(m: Material) -> Iterator[Draft]:
    """Drafts for the actors that the sources name most."""
    yield from _advice(m)
    yield from _gains(m)
    for key in m.sources:
        yield from _not_heard(m, key)


def _advice(m: Material) -> Iterator[Draft]:
    for actor in [a for a in m.actors if _acts(m, a)][:4]:
        name, lines = m.called(actor), _lines(m, actor)
        keys = list(dict.fromkeys(line.refs[0].source for line in lines))
        if len(lines) < 2:
            continue
        refs = [line.refs[0] for line in lines]
        slots = {"name": name, "a": m.named[keys[0]]}
        if len(keys) > 1:
            yield from m.drafts("advise", slots | {"b": m.named[keys[1]]}, refs, lines, about=(name,))
        else:
            yield from m.drafts("advise from one", slots, refs, lines, about=(name,))


def _acts(m: Material, actor: Actor) -> bool:
    """Named more than once, with a role that is not past, and more than the publisher of a source."""
    publishers = {(s.publisher or "").lower() for s in m.brief.sources}
    has_role = bool(actor.role) or isinstance(actor, Organisation)
    named = bool(m.called(actor)) and actor.name.split()[-1] not in words.data("no-party-en")
    return named and has_role and not _PAST.search(actor.role) and actor.name.lower() not in publishers


def _lines(m: Material, actor: Actor) -> list[Line]:
    """The best point about an actor in each of two sources, or the best two in one."""
    points = [p for p in m.brief.points if any(m.stands(actor, ref) for ref in m.known(p.refs)[:1])]
    by_source: dict[str, Point] = {}
    for point in points:
        by_source.setdefault(m.known(point.refs)[0].source, point)
    chosen = list(by_source.values())[:2] if len(by_source) > 1 else points[:2]
    rest = [p for p in points if p not in chosen][:1]
    return [line for p in (*chosen, *rest) if (line := m.point_says(p))]


def _gains(m: Material) -> Iterator[Draft]:
    """A point that names an actor, and what else is said about that actor."""
    for point in [p for p in m.brief.points[:12] if m.judges(p)]:
        refs = m.known(point.refs)
        actor = next((a for a in m.actors if refs and _acts(m, a) and m.stands(a, refs[0])), None)
        if actor is None:
            continue
        claim = claim_of(m, point, 24)
        if not (arguable(claim) or bears(claim)):
            continue
        slots = {"claim": claim, "name": m.called(actor), "a": m.named[refs[0].source]}
        near = [p for p in m.brief.points if p is not point and m.known(p.refs) and m.shared(p.refs, refs) > 1]
        near.sort(key=lambda p: -m.shared(p.refs, refs))
        yield from m.drafts("who gains", slots, refs, [m.point_says(p) for p in near[:3]], about=(slots["name"],))


def _not_heard(m: Material, key: str) -> Iterator[Draft]:
    """Those quoted in a source against those it only names; who speaks is surely found in English texts only."""
    if (m.sources[key].language or "en") != "en":
        return
    spoken = [q for q in m.brief.quotes if q.speaker and m.known(q.refs) and m.known(q.refs)[0].source == key]
    people = {p.name: m.known(p.refs) for p in m.brief.people}
    heard = tuple(dict.fromkeys(shapes.name(q.speaker) for q in spoken if q.speaker in people))
    voices = {p.voice for p in m.brief.points} | {q.speaker for q in m.brief.quotes}
    silent = [(n, [r for r in refs if r.source == key]) for n, refs in people.items() if n not in voices]
    named = [(name, refs[0]) for name, refs in silent if refs and shapes.name(name)]
    refs = [m.known(q.refs)[0] for q in spoken if q.speaker in people][:3]
    if not heard or not all(heard) or len(heard) > 3 or not named:
        return
    slots = {"a": m.named[key], "heard": shapes.listed(heard)}
    look_fors: list[Line | None] = [
        Line(say("Sees who is named, with no words quoted: {name}.", name=name), (ref,)) for name, ref in named[:3]
    ]
    look_fors += [m.says((refs[0],))] if refs else []
    yield from m.drafts("who is not heard", slots, (*refs, *_at(named)), look_fors, about=heard)


def _at(named: list[tuple[str, Ref]]) -> list[Ref]:
    return [ref for _, ref in named[:2]]

"""Questions from dated events: what happened between the documents, what turned, what to watch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefpack.model import Event, Line, Organisation, Ref, Source
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.text.plain import plain

_FROM = re.compile(r"\b(?:from|after|since|until|before|beyond) (?:the )?$", re.IGNORECASE)
_APART = re.compile(r"[;:–—]|, (?=(?:and|but|while|which|an?|the) )")


def ask(m: Material) -> Iterator[Draft]:
    """Drafts from the events and from the sources' dates."""
    dated = [event for event in m.brief.events if shapes.day(event.date) and m.known(event.refs)]
    yield from _between(m, dated)
    yield from _turning(m, [event for event in dated if not event.planned])
    for event in dated:
        if event.planned:
            yield from _planned(m, event)


def _between(m: Material, dated: list[Event]) -> Iterator[Draft]:
    """Neighbouring sources in time that lie in different months, with what is dated between them."""
    known = sorted((s for s in m.sources.values() if len(s.published or "") >= 7), key=lambda s: s.published or "")
    for a, b in pairwise(known):
        then, later = _month(a), _month(b)
        inside = [e for e in dated if (a.published or "") < e.date <= (b.published or "") and not e.planned]
        if then and later and then != later and inside:
            yield from _pair(m, a, b, inside[:4])


def _pair(m: Material, a: Source, b: Source, inside: list[Event]) -> Iterator[Draft]:
    refs = (*(ref for event in inside for ref in m.known(event.refs)[:1]), *_anchor(m, a), *_anchor(m, b))
    slots = {
        "a": m.named[a.key], "b": m.named[b.key], "then": _month(a), "later": _month(b),
        "topic": m.topic(refs, both=(a.key, b.key)),
    }  # fmt: skip
    if not slots["topic"]:  # two documents that name nobody in common have no story between them
        return
    key = [_dated(m, event) for event in inside]
    key += [m.says(_anchor(m, a)), m.says(_anchor(m, b))]
    yield from m.drafts("between the two dates", slots, refs, key, about=(slots["topic"], a.key, b.key))


def _turning(m: Material, past: list[Event]) -> Iterator[Draft]:
    """Three to five past events that name one body: nothing turns for a person who is only reported."""
    for actor in [actor for actor in m.actors if isinstance(actor, Organisation)][:6]:
        named = [e for e in past if any(m.stands(actor, ref) for ref in m.known(e.refs)[:1])]
        dates = [shapes.when(event.date) for event in named]
        topic = m.called(actor)
        if len(set(dates)) >= 3 and topic:
            named = named if len(named) <= 5 else [*named[:2], *named[-3:]]
            slots = {"first": dates[0], "last": dates[-1], "topic": topic}
            refs = [m.known(event.refs)[0] for event in named]
            yield from m.drafts("turning point", slots, refs, [_dated(m, e) for e in named], about=(topic,))


def _planned(m: Material, event: Event) -> Iterator[Draft]:
    refs = m.known(event.refs)
    topic = _body(m, refs[:1], plain(_clause_of(event, m.text(refs))))
    published = m.sources[refs[0].source].published or ""
    when = event.until or event.date
    if _runs_from(event, m.text(refs)):
        return
    if not topic or published[: len(when)] >= when[: len(published)]:  # 'by 2025', in a report of that year
        return
    near = [p for p in m.points_of(refs[0].source) if refs[0] not in p.refs and m.shared(p.refs, refs) > 1]
    near.sort(key=lambda p: -m.shared(p.refs, refs))
    slots = {"a": m.named[refs[0].source], "date": shapes.when(event.until or event.date), "topic": topic}
    key = [_dated(m, event), *(m.point_says(p) for p in near[:2]), *m.near(refs[0])[:2]]
    for name in ("looking ahead, checked", "what to watch"):
        yield from m.drafts(name, slots, refs, key, about=(topic,))


def _runs_from(event: Event, passage: str) -> bool:
    """'No marks will be returned from 2 May': nothing is due by that day."""
    return bool(event.words) and bool(_FROM.search(passage.partition(event.words)[0]))


def _clause_of(event: Event, passage: str) -> str:
    """The part of a passage in which the date stands: 'the grant ends in March', without ', and a plan is before …'."""
    parts = _APART.split(passage)
    return next((part for part in parts if event.words and event.words in part), passage)


def _body(m: Material, refs: tuple[Ref, ...], clause: str) -> str:
    """A body that a clause names, not the publisher: what comes may mean something for it."""
    taken = [m.named[ref.source] for ref in refs]
    bodies = (actor for actor in m.actors if isinstance(actor, Organisation))
    fits = (
        b
        for b in bodies
        if any(m.stands(b, ref) and m.names(b, clause) for ref in refs)
        and not any(b.name.split()[0] in name for name in taken)
    )
    return next((name for body in fits if (name := m.called(body))), "")


def _dated(m: Material, event: Event) -> Line | None:
    line = m.says(event.refs, event.short or event.text)
    return Line(f"{shapes.capital(shapes.when(event.date))}. {line.text}", line.refs) if line else None


def _anchor(m: Material, source: Source) -> tuple[Ref, ...]:
    points = m.points_of(source.key)
    return m.known(points[0].refs)[:1] if points else (source.passages[0].ref,)


def _month(source: Source) -> str:
    return shapes.day((source.published or "")[:7])

"""Questions about the documents themselves: what each is for, and what each is good for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, islice

from briefpack.model import Line, Organisation, Person, Point, Ref
from briefpack.questions import shapes
from briefpack.questions.judgements import claim_of
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft

_MOST_PAIRS = 6
_MOST_ACTORS = 8
_OFTEN = 3
_IN_PASSING = 4
"""Weight that a question on somebody loses whom the sources only name."""
_LINE = 13  # words of a line that a question sets out from


def ask(m: Material) -> Iterator[Draft]:
    """Drafts for each source, for pairs of them, and for all together."""
    for key in m.sources:
        yield from _one(m, key)
    for a, b in islice(combinations(m.sources, 2), _MOST_PAIRS):
        yield from _two(m, a, b)
    if len(m.sources) > 2:
        yield from _all(m)


def _one(m: Material, key: str) -> Iterator[Draft]:
    points = m.points_of(key)
    refs = [m.known(p.refs)[0] for p in points[:3]]
    topic = m.topic(refs, (quote.speaker for quote in m.brief.quotes))  # not who is merely quoted
    spoken_of = tuple(p for p in points if m.speaks_of(topic, m.known(p.refs)[0])) if topic else ()
    lines = [line for point in (*spoken_of, *points) if m.judges(point) and (line := claim_of(m, point, _LINE))]
    if len(spoken_of) > 1:
        points, refs = spoken_of, [m.known(p.refs)[0] for p in spoken_of[:3]]
        look_fors = [m.kind_of(key), *(m.point_says(p) for p in _judged(m, points)[:3])]
    else:  # a text that names somebody in passing is not asked how it speaks of them
        topic = ""
        look_fors = [m.kind_of(key), _reports(m, key), *(m.point_says(p) for p in _judged(m, points)[:2])]
    slots = {"a": m.named[key], "topic": topic, "line": next(iter(lines), "")}
    for name in ("report, explain, persuade", "reported or argued"):
        yield from m.drafts(name, slots, refs, look_fors, about=(topic, key, slots["line"]))


def _judged(m: Material, points: tuple[Point, ...]) -> list[Point]:
    """Judgements first, then the rest; what has happened last."""
    return sorted(points, key=lambda p: (any(map(m.happened, p.refs)), not m.judges(p), not (p.voice or p.voiced)))


def _reports(m: Material, key: str) -> Line | None:
    """A dated event of the source: what it reports."""
    events = (e for e in m.brief.events if m.known(e.refs) and m.known(e.refs)[0].source == key and not e.planned)
    first = next(events, None)
    return m.says(first.refs) if first else None


def _two(m: Material, a: str, b: str) -> Iterator[Draft]:
    """Two sources on the actor that both name in a point, else on one that both name at all."""
    named_so = (x for x in m.actors if m.called(x) and not _in_a_term(m, x))
    free = [x for x in named_so if not any(x.name in m.named[key] for key in (a, b))]
    in_points = ((x, _point_on(m, a, x), _point_on(m, b, x), 0) for x in free[:_MOST_ACTORS])
    named = ((x, _named(m, a, x), _named(m, b, x), _IN_PASSING) for x in free if len(set(x.refs)) >= _OFTEN)
    for actor, one, two, less in chain(in_points, named):
        if one and two:
            slots = {"a": m.named[a], "b": m.named[b], "topic": m.called(actor)}
            look_fors = (one, two, m.kind_of(a), m.kind_of(b))
            refs = (*one.refs[:1], *two.refs[:1])
            for made in m.drafts("rely on for what", slots, refs, look_fors, (m.called(actor),)):
                yield replace(made, skeleton=replace(made.skeleton, weight=made.skeleton.weight - less))
            return


def _in_a_term(m: Material, actor: Person | Organisation) -> bool:
    """Whether somebody is only part of an expression: Holm in 'the Holm rule'."""
    return any(actor.name.split()[-1] in term.term for term in m.brief.terms)


def _point_on(m: Material, key: str, actor: Person | Organisation) -> Line | None:
    """The best point of a source that names somebody."""
    found = (p for p in m.points_of(key) if m.stands(actor, m.known(p.refs)[0]))
    return next((line for p in found if (line := m.point_says(p))), None)


def _named(m: Material, key: str, actor: Person | Organisation) -> Line | None:
    """The first sentence of a source that names somebody."""
    found = (p.ref for p in m.sources[key].passages if p.kind != "caption" and m.stands(actor, p.ref))
    return next((line for ref in found if (line := m.says((ref,)))), None)


def _all(m: Material) -> Iterator[Draft]:
    refs = [_first(m, key) for key in m.sources]
    keys = tuple(m.sources)[: -(-len(m.sources) // 2)]
    topic = m.topic(refs, both=keys) if len(keys) > 1 else m.topic(refs)
    look_fors = [m.kind_of(key) or m.says((ref,)) for key, ref in zip(m.sources, refs, strict=True)]
    slots = {"count": shapes.count(len(m.sources)), "topic": topic}
    yield from m.drafts("weigh them all", slots, refs, look_fors, about=(topic,))


def _first(m: Material, key: str) -> Ref:
    points = m.points_of(key)
    return m.known(points[0].refs)[0] if points else m.sources[key].passages[0].ref

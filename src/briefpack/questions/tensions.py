"""Questions from tensions: where documents, or voices in one, pull against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.model import Line, Ref, Side, Tension
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.text import lists

_ACROSS = ("where they part", "one sentence both could sign", "which option survives", "take a side")
_MILDER = {"two names": _ACROSS[:1], "emphasis": _ACROSS[1:2]}
"""What may be asked where two sources say different things without a quarrel."""
_SMALL = frozenset("the of and in on for".split())
_OFTEN = 3
"""Points from which two texts come back to a matter."""
_OF_KIND = {"denied": "claim and denial", "doubt": "how good is the doubt"}


# 'Claim and denial: the two ports', 'What the sources say of the harbour': the matter stands behind the heading
_HEADING = re.compile(r"^(?:[^:]{1,50}: |What [\w ]{1,30} says? (?:of|about|on) )")
_BARE = frozenset({"claim and denial", "claim and doubt", "two sides of one question"})


def ask(m: Material) -> Iterator[Draft]:
    """Drafts from each tension, best first."""
    for tension in m.brief.tensions:
        sides = tuple(side for side in tension.sides if m.known(side.refs))
        if len(sides) > 1:
            yield from _drafts(m, tension, sides)


def _drafts(m: Material, tension: Tension, sides: tuple[Side, ...]) -> Iterator[Draft]:
    first = sides[0]
    other = next((side for side in sides if _key(m, side) != _key(m, first)), None)
    names = _names(m, first, other) | {"issue": shapes.question(tension.text), "matter": matter(m, tension)}
    forms = [_OF_KIND[tension.kind]] if tension.kind in _OF_KIND else []
    if other is None:
        forms += ["voices in one source"] if tension.kind != "denied" else []
    else:
        forms += ["two numbers"] if tension.kind == "numbers" else []
        forms += _MILDER.get(tension.kind, _ACROSS) if tension.kind != "emphasis" or _told(m, names["matter"]) else ()
        yield from _two_names(m, tension.kind == "two names", first, other)
    refs, key = [ref for side in sides for ref in m.known(side.refs)], [_says(m, side) for side in sides]
    for form in forms:
        yield from m.drafts(form, names, refs, key, about=(tension.text,))


def _told(m: Material, issue: str) -> bool:
    """Whether points of two sources come back to it: what two texts mention in passing is nothing to agree on."""
    words = issue.removeprefix("the ").lower()
    told = [point.refs[0].source for point in m.brief.points if point.refs and words in point.text.lower()]
    return len(told) >= _OFTEN and len(set(told)) > 1


def _names(m: Material, first: Side, other: Side | None) -> dict[str, str]:
    a = m.named[_key(m, first)]
    if other is None:
        return {"a": a, "where": a}
    b = m.named[_key(m, other)]
    return {
        "a": a,
        "b": b,
        "where": f"{a} and {b}",
        "x": m.voice(first.voice, a) or a,
        "y": m.voice(other.voice, b) or b,
    }


def matter(m: Material, tension: Tension) -> str:
    """A tension's noun phrase as it stands inside a sentence: its first word small, unless it is a name."""
    text = shapes.phrase(_HEADING.sub("", tension.text))
    if tension.kind == "two names" or text.lower() in _BARE or (len(text.split()) == 1 and not text[:1].isupper()):
        return ""
    if not _says_what(m, text):
        return ""
    first = text.split(" ")[0].partition("'")[0].partition("’")[0] if text else ""
    keeps = not first[1:].islower() or m.is_name(first)
    return text if keeps else text[:1].lower() + text[1:]


def _says_what(m: Material, text: str) -> bool:
    """Whether a matter is more than a person or a place: 'the levy', a body or country that is named."""
    bodies = {form for body in m.brief.organisations for form in (body.name, *body.aka)}
    small = any(word[:1].islower() and word not in _SMALL for word in text.split())
    parts = text.removeprefix("the ").split(" and ")
    return small or "“" in text or all(part.removeprefix("the ") in bodies | _countries() for part in parts)


def _two_names(m: Material, same: bool, first: Side, other: Side) -> Iterator[Draft]:
    """Two terms, each in one side only; both printed in marks, unless the tension is known to be one of names."""
    one, two = _term(m, first, other, same), _term(m, other, first, same)
    if one and two:
        slots = _names(m, first, other) | {"one": one, "two": two}
        refs = (*m.known(first.refs), *m.known(other.refs))
        yield from m.drafts("two names", slots, refs, (_says(m, first), _says(m, other)), about=(one, two))


def _term(m: Material, side: Side, other: Side, bare: bool) -> str:
    """A term of a side's passage that the other side does not use, in marks; one printed without marks only if bare."""
    text, there = m.text(side.refs), m.text(other.refs).lower()
    found = (t.term for t in m.brief.terms if t.term.lower() not in there)
    fits = (t for t in found if bare or any(mark + t in text for mark in "“‘'\""))
    return next((printed for t in fits if (printed := shapes.quoted(t, text, 5))), "")


def _says(m: Material, side: Side) -> Line | None:
    return m.says(side.refs, side.text, side.voice)


def _key(m: Material, side: Side) -> str:
    known: tuple[Ref, ...] = m.known(side.refs)
    return known[0].source


@cache
def _countries() -> frozenset[str]:
    """Countries and parts of the world by their names, without adjectives and seats of government."""
    return frozenset(name for row in lists.load("names.countries") for name in row.split("|")[0].split(","))

"""Questions from tensions: where documents, or voices in one, pull against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.messages import phrase, spoken
from briefpack.model import Line, Ref, Side, Tension
from briefpack.questions import shapes
from briefpack.questions.judgements import line_of
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.text import lists

_ACROSS = ("where they part", "one sentence both could sign", "which option survives", "take a side")
_MILDER = {"two names": _ACROSS[:1], "emphasis": _ACROSS[1:2]}
"""What may be asked where two sources say different things without a quarrel."""
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut\w+|disputed|contradict\w*)\b", re.IGNORECASE
)
_BOTH = "one sentence both could sign"
_ALIKE = 3
"""Words that two statements share whose numbers are of one thing."""
_SMALL = frozenset("the of and in on for".split())
_FIRST = 1000
_OFTEN = 3
"""Points from which two texts come back to a matter."""
_OF_KIND = {"denied": "claim and denial", "doubt": "how good is the doubt"}


_STEM = 4
_LINE = 17  # words
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


# 'Claim and denial: the two ports', 'What the sources say of the harbour': the matter stands behind the heading
_HEADING = re.compile(r"^(?:[^:]{1,50}: |What [\w ]{1,30} says? (?:of|about|on) )")
_A_TEXT = ("the ", "source ", "le ", "la ", "l’")
_BARE = frozenset({"claim and denial", "claim and doubt", "two sides of one question"})


def ask(m: Material) -> Iterator[Draft]:
    """Drafts from each tension, best first; what sources only speak of alike comes last, by how many points do."""
    known = [(each, tuple(side for side in each.sides if m.known(side.refs))) for each in m.brief.tensions]
    mild = {each: _points_on(m, matter(m, each)) for each in m.brief.tensions if each.kind == "emphasis"}
    for tension, sides in sorted(known, key=lambda pair: -len(mild.get(pair[0], ())) if pair[0] in mild else -_FIRST):
        if len(sides) > 1:
            yield from _drafts(m, tension, sides)


def _drafts(m: Material, tension: Tension, sides: tuple[Side, ...]) -> Iterator[Draft]:
    first = sides[0]
    other = next((side for side in sides if _key(m, side) != _key(m, first)), None)
    names = _names(m, first, other) | {
        "issue": "" if spoken().translates else shapes.question(tension.text),
        "matter": matter(m, tension),
    }
    kind = _kind(m, tension, sides, names["matter"])
    forms = [_OF_KIND[kind]] if kind in _OF_KIND else []
    if other is None:
        forms += ["voices in one source"] if kind in ("", "contrast", "doubt") else []
    else:
        forms += ["two numbers"] if kind == "numbers" else []
        told = kind != "emphasis" or _told(m, names["matter"])
        across = _MILDER.get(kind, _ACROSS) if told else ()
        one_side = _of_one_side(m, first, other, names["matter"])
        signed = not one_side and (kind != "emphasis" or not _only_happened(m, sides))
        forms += [form for form in across if signed or form != _BOTH]
        forms += ["side by side"] if told and kind != "two names" and names["matter"] else []
        yield from _two_names(m, kind == "two names", first, other)
        yield from _two_lines(m, first, other, names["matter"])
    refs, key = [ref for side in sides for ref in m.known(side.refs)], [_says(m, side) for side in sides]
    worded = names | {"matter": phrase(names["matter"]) if names["matter"] else ""}
    for form in forms:
        yield from m.drafts(form, worded, refs, key, about=(tension.text,))


def _kind(m: Material, tension: Tension, sides: tuple[Side, ...], matter: str) -> str:
    """What kind of tension it is for sure: nobody is asked about a quarrel that the passages do not show."""
    texts = [m.text(side.refs) for side in sides]
    if tension.kind == "denied" and not any(map(_DENIES.search, texts)):
        return "emphasis"
    if tension.kind == "numbers" and not (shapes.question(tension.text) or _of_one_thing(m, sides, matter)):
        return "emphasis"
    if tension.kind == "contrast" and (any(map(shapes.dangling, texts)) or _only_names(matter)):
        return "emphasis"
    return "emphasis" if tension.kind == "voices" else tension.kind


def _of_one_thing(m: Material, sides: tuple[Side, ...], matter: str) -> bool:
    """Whether two sides give another number of what both name: not 34 % of the water lost, and 45 % of it given up."""
    heads = [word.lower()[:_STEM] for word in re.findall(r"[^\W\d_]{4,}", matter)]
    texts = [m.text(side.refs).lower() for side in sides[:2]]
    first, second = (set(_NUMBER.findall(text)) for text in texts)
    named = all(head in text for head in heads for text in texts)
    return not first & second and m.shared(sides[0].refs, sides[1].refs) >= (_ALIKE if named else _ALIKE + 1)


def _only_names(matter: str) -> bool:
    words = [word for word in matter.split() if word not in _SMALL]
    return bool(words) and all(word[:1].isupper() for word in words)


def _of_one_side(m: Material, first: Side, other: Side, matter: str) -> bool:
    """Whether two sides stand on one: a body's own text and whom that text quotes; or one is what the matter calls.

    'The mill' that the mill's manager and the mill's press release both speak of; 'the manager', and the manager.
    """
    roles = {person.name: person.role.lower() for person in m.brief.people}
    bare = matter.removeprefix("the ").lower()
    if bare and any(bare in roles.get(side.voice, "") for side in (first, other)):
        return True
    return any(_speaks_for(m, one.voice, two) for one, two in ((first, other), (other, first)))


def _speaks_for(m: Material, voice: str, side: Side) -> bool:
    """Whether somebody is quoted in a body's own text, which is the other side."""
    key = _key(m, side)
    own = m.sources[key].genre == "official" and side.voice in ("", m.sources[key].publisher)
    return bool(own and voice) and any(
        quote.speaker == voice and quote.refs[0].source == key for quote in m.brief.quotes if quote.refs
    )


def _only_happened(m: Material, sides: tuple[Side, ...]) -> bool:
    """Whether sides that do not part tell of what was done, and judge nothing: nobody would refuse to sign that."""
    texts = [m.text(side.refs) for side in sides]
    return any(m.happened(ref) for side in sides for ref in m.known(side.refs)) and not any(map(shapes.weighs, texts))


def _told(m: Material, issue: str) -> bool:
    """Whether points of two sources come back to it: what two texts mention in passing is nothing to agree on."""
    told = _points_on(m, issue)
    return len(told) >= _OFTEN and len(set(told)) > 1


def _points_on(m: Material, issue: str) -> list[str]:
    """The source of each point that names a matter."""
    words = issue.removeprefix("the ").lower()
    return [p.refs[0].source for p in m.brief.points if words and p.refs and words in p.text.lower()]


def _names(m: Material, first: Side, other: Side | None) -> dict[str, str]:
    a = m.named[_key(m, first)]
    if other is None:
        return {"a": a, "where": a}
    b = m.named[_key(m, other)]
    return {
        "a": a,
        "b": b,
        "where": shapes.listed((a, b)),
        **_voices(m.voice(first.voice, a) or a, m.voice(other.voice, b) or b),
    }


def _voices(x: str, y: str) -> dict[str, str]:
    """Who says one thing and who the other; nobody where they may be one: 'Ama Dovi' and 'Queen Dovi'."""
    names = [{word for word in voice.split() if word[:1].isupper()} for voice in (x, y)]
    apart = x.startswith(_A_TEXT) or y.startswith(_A_TEXT) or not names[0] & names[1]
    return {"x": x, "y": y} if apart and x != y else {}


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
    """Whether a matter is more than a person or a place: 'the levy', a body that is named, two countries."""
    bodies = {form for body in m.brief.organisations for form in (body.name, *body.aka)}
    small = any(word[:1].islower() and word not in _SMALL for word in text.split())
    parts = [part.removeprefix("the ") for part in text.removeprefix("the ").split(" and ")]
    if len(parts) == 1 and parts[0] in _countries():
        return False
    return small or "“" in text or all(part in bodies | _countries() for part in parts)


def _two_names(m: Material, same: bool, first: Side, other: Side) -> Iterator[Draft]:
    """Two terms, each in one side only; both printed in marks, unless the tension is known to be one of names."""
    one, two = _term(m, first, other, same), _term(m, other, first, same)
    if one and two:
        slots = _names(m, first, other) | {"one": one, "two": two}
        refs = (*m.known(first.refs), *m.known(other.refs))
        yield from m.drafts("two names", slots, refs, (_says(m, first), _says(m, other)), about=(one, two))


def _two_lines(m: Material, first: Side, other: Side, matter: str) -> Iterator[Draft]:
    """A line of each side that can stand in marks, where both name the matter."""
    texts = [m.text(side.refs) for side in (first, other)]
    if not matter or not all(matter.removeprefix("the ").lower() in text.lower() for text in texts):
        return
    one, two = (line_of(side.text, text, _LINE) for side, text in zip((first, other), texts, strict=True))
    refs = (*m.known(first.refs)[:1], *m.known(other.refs)[:1])
    slots = {"claim": one, "other": two, "a": m.named[refs[0].source], "b": m.named[refs[1].source]}
    look_fors = (*m.near(refs[0])[:2], *m.near(refs[1])[:2])
    yield from m.drafts("two lines that lean on each other", slots, refs, look_fors, (matter,))


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

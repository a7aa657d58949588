"""Where the sources pull apart: the sides as views."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select.statements import Statement, fitting, fleeting, sound, statement
from briefpack.compose.select.stock import BESIDE, LONGEST_SIDE, QUARRELS, Stock
from briefpack.compose.select.subjects import measures
from briefpack.compose.select.topics import about, in_words
from briefpack.compose.wording import capital
from briefpack.messages import headed, noted, say
from briefpack.model import Side, Tension
from briefpack.text import alone, words
from briefpack.text.names import short
from briefpack.text.sentences import split

_HEADINGS = {
    "denied": (noted("The claim"), noted("The denial")),
    "doubt": (noted("The claim"), noted("The doubt")),
    "numbers": (noted("One number"), noted("Another number")),
    "dates": (noted("One date"), noted("Another date")),
    "then and now": (noted("Then"), noted("Now")),
    "dissent": (noted("The decision"), noted("The dissent")),
}
_ANSWERS = {
    "denied": noted("What {one} says, and {other} denies"),
    "doubt": noted("What {one} says, and {other} doubts"),
}
_REPLIED = ("denied", "doubt")
"""Kinds in which a text that names no second voice has its own author answer."""
_PARTED = ("then and now", "dissent")
"""Kinds whose two sides are what they are whoever tells of them."""
_SO = re.compile(r"\b(?:say|says|said|do|does|did|done) so\b")
_GROUND = 26
"""Words of what a side rests on."""
_ROOM = 35
"""Words of a side that a card holds at ease."""


def tensions(stock: Stock) -> list[dict[str, Any]]:
    """The best of them, as many as the audience gets."""
    return ranked(stock)[: stock.audience.count("tensions")]


def ranked(stock: Stock) -> list[dict[str, Any]]:
    """Those with two sides that fit a line, across sources before within one; each side under its voice."""
    found = sorted(
        stock.brief.tensions,
        key=lambda tension: (
            not tension.pinned,
            tension.kind == "emphasis",  # two views side by side come after those that pull apart
            _within(tension),
            _leaning(tension),
            tension.kind == "two names",
            _length(tension) > _ROOM,
        ),
    )
    return [made for tension in found if (made := _tension(stock, tension))]


def views(tensions: list[dict[str, Any]], shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The tensions that no row of a table shows already: by their subject, or by both of their sides.

    What merely stands side by side is shown once at most, and only where nothing pulls apart.
    """
    rows = [(row["heading"], {ref for line in row["lines"] for ref in line["refs"]}) for row in shown]
    found = [
        each
        for each in tensions
        if not any(
            heading == capital(about(each["text"])) or all(refs & set(side["line"]["refs"]) for side in each["sides"])
            for heading, refs in rows
        )
    ]
    return [each for each in found if each["opposed"]] or found[:1]


def _within(tension: Tension) -> bool:
    return len({side.source for side in tension.sides}) < 2


def _leaning(tension: Tension) -> bool:
    return bool(tension.sides) and alone.leans(tension.sides[0].text)


def _leans(text: str) -> bool:
    """'The council has said so twice': what it said stands before it."""
    return alone.leans(text) or bool(_SO.search(text))


def _length(tension: Tension) -> int:
    return max((len(side.text.split()) for side in tension.sides), default=0)


def _tension(stock: Stock, tension: Tension) -> dict[str, Any] | None:
    sides = [made for side in tension.sides[:2] if (made := _side(stock, side, tension))]
    if len(sides) < 2 or not _stands(sides, tension.kind) or not _sure(stock, tension):
        return None
    return {
        "text": _headed(stock, tension),
        "kind": tension.kind,
        "quarrel": tension.kind in QUARRELS or not tension.kind,  # without a kind it is an editor's
        "opposed": tension.kind not in BESIDE,
        "sides": _told_apart(sides, tension.kind),
        "sources": len({side.source for side in tension.sides}),
        "refs": [ref.citation for ref in tension.refs],
    }


def _headed(stock: Stock, tension: Tension) -> str:
    """Its heading; where that is only on somebody ('Claim and denial: Ruiz'), who says it and who does not."""
    people = {name for person in stock.brief.people for name in (person.name, *person.aka)}
    voices = [side.voice for side in tension.sides]
    answered = _ANSWERS.get(tension.kind)
    if not answered or about(tension.text) not in people or not all(voices) or len(set(voices)) < 2:
        return headed(tension.text)
    return say(answered, one=voices[0], other=voices[1])


def _stands(sides: list[dict[str, Any]], kind: str) -> bool:
    """Whether both sides can be read: none leans, but for an answer beside what it answers that says who answers."""
    first, second = sides
    if _leans(first["line"]["text"]) and not first["before"]:
        return False
    named = second["voiced"] or (kind in _REPLIED and not alone.dangles(second["line"]["text"]))
    answers = named and second["source"] == first["source"]
    return answers or not _leans(second["line"]["text"]) or bool(second["before"])


def _sure(stock: Stock, tension: Tension) -> bool:
    """Whether it is worth a slide: two voices of one text must be two; what is only alike must be on a known matter."""
    if not tension.kind:
        return True  # an editor's
    if (
        _within(tension)
        and tension.kind not in (*_REPLIED, *_PARTED)
        and len({side.voice for side in tension.sides}) < 2
    ):
        return False
    matter = about(tension.text)
    if tension.kind in ("voices", "contrast") and (
        not in_words(matter) or matter.split()[-1] in words.data("plural-en")
    ):
        return False
    if tension.kind == "voices":
        return all(side.voice for side in tension.sides)
    if tension.kind == "emphasis":
        return matter.removeprefix("the ") in _known(stock)
    if tension.kind == "contrast":
        return not any(alone.leans(side.text) for side in tension.sides)
    return tension.kind != "numbers" or _within(tension) or _on_one_thing(stock, tension)


def _known(stock: Stock) -> set[str]:
    """What a heading may be on: matters of the sources, and terms."""
    return {form for matter in stock.matters() for form in (matter.name, matter.noun)} | {
        t.term for t in stock.brief.terms
    }


def _on_one_thing(stock: Stock, tension: Tension) -> bool:
    """Whether two numbers are plainly of one thing: their sentences share a word that is rare in the pack."""
    one, other = tension.sides[:2]
    shared = words.content(one.text) & words.content(other.text)
    return any(stock.rare(word) and word not in measures() for word in shared if word.isalpha())


def _told_apart(sides: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """Sides of one voice, or of two times, get headings by what they do; the voice goes before their lines."""
    if sides[0]["heading"] != sides[1]["heading"] and kind not in _PARTED:
        return sides
    made = []
    for side, heading in zip(
        sides, _HEADINGS.get(kind, (noted("On the one hand"), noted("On the other hand"))), strict=True
    ):
        line = side["line"]
        made.append({**side, "heading": say(heading), "line": {**line, "label": line["label"] or side["heading"]}})
    return made


def _side(stock: Stock, side: Side, tension: Tension) -> dict[str, Any] | None:
    """A side with its heading: who speaks, else the source."""
    whole = sound(alone.unconnected(side.text))
    fits = (whole, side.refs) if whole and len(whole.split()) <= LONGEST_SIDE else None
    if not fits or len(split(side.text)) == 1:
        fits = fitting(side.text, side.refs, stock.audience.line_words) or fits
    if not fits:
        return None
    voice = "" if side.voice and short(side.voice) in fits[0] else side.voice or stock.voice(side.source)
    return {
        "voiced": bool(side.voice),
        "heading": side.voice or stock.names.get(side.source, side.source),
        "source": side.source,
        "line": statement(*fits, voice),
        "before": _before(stock, side),
        "rests": _rests(stock, side, tension),
    }


def _before(stock: Stock, side: Side) -> Statement | None:
    """For a side that leans ('more than this'), the passage that it leans on, whole."""
    passage = stock.passages.get(min(side.refs))
    if not alone.leans(side.text) or len(side.refs) < 2 or passage is None or passage.text in side.text:
        return None
    return statement(passage.text, (passage.ref,), stock.voice(side.source))


def _rests(stock: Stock, side: Side, tension: Tension) -> Statement | None:
    """What a side rests on: the next sentence of its paragraph that stands alone and in which nobody else speaks."""
    if side.voice:
        return None
    after = [ref for ref in stock.after(side.refs[-1]) if ref not in tension.refs]
    lines = [stock.fact(ref, _GROUND) for ref in after if not stock.reports(stock.passages[ref].text)]
    return next((line for line in lines if line and not fleeting(line["text"])), None)

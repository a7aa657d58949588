"""What an audience gets from a brief, as plain dicts, lists and strings for the templates.

A statement is a dict {text, refs, label, detail}: refs as '@globe, 7.1', label whose judgement it is.
Nothing here writes a statement: it picks, shortens by safe deletion, and attributes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefpack.compose.select import (
    charts,
    claims,
    dates,
    figures,
    frame,
    matrix,
    people,
    quotes,
    summary,
    teaching,
    tensions,
    terms,
    watching,
)
from briefpack.compose.select.stock import Stock
from briefpack.model import Audience, Brief, Notice, Question

Data = dict[str, Any]

_EMPTY = {
    "claims": ("claims", "nothing fits a title"),
    "timeline": ("timeline", "fewer than two dated events"),
    "people": ("who is who", "fewer than two people with a role"),
    "number": ("number", "none that says what it counts"),
    "quote": ("quotation", "none with a speaker and of a fit length"),
    "matrix": ("matrix", "no two subjects that two sources speak of"),
    "terms": ("terms", "none that is explained"),
    "tensions": ("views", "nothing on which the sources pull apart"),
}
"""Part of a deck to what it is called, and why it may be left out."""


def select(
    brief: Brief,
    audience: Audience,
    questions: tuple[Question, ...],
    sheets: Mapping[str, tuple[Question, ...]] | None = None,
) -> tuple[Data, tuple[Notice, ...]]:
    """All that the templates may show, and what had to be left out; ``sheets`` are questions on one source each."""
    stock = Stock(brief, audience)
    found: Data = frame.frame(stock)
    found["tensions"] = tensions.tensions(stock)
    found["question"] = frame.question(stock, found["tensions"])
    found["quote"] = quotes.slide(stock)
    line = frame.bottomline(stock)
    number = figures.vouched(stock)
    found["claims"] = claims.claims(stock)
    pillars = frame.pillars(stock, line, found["claims"]) if line else []
    follows = summary.follows(stock, [line, *pillars]) if line else None
    found["bottomline"] = line and {"line": line, "pillars": pillars, "sowhat": frame.bearing(stock, follows, line)}
    found["also"] = claims.also(stock, found["claims"], pillars if stock.topped else [])
    found["learnt"] = claims.learnt(found["claims"], found["also"])
    found["timeline"] = dates.timeline(stock)
    found["watch"] = watching.watch(stock)
    found["people"] = people.people(stock)
    found["relations"] = people.relations(stock, found["people"])
    found["number"] = figures.number(stock, number)
    found["chart"] = charts.chart(stock)
    found["matrix"] = matrix.matrix(stock)
    found["views"] = tensions.views(found["tensions"], found["matrix"]["rows"] if found["matrix"] else [])
    found["terms"] = terms.terms(stock)
    found["questions"] = [frame.asked(question) for question in questions]
    found["discussion"] = frame.discussion(stock, questions)
    found["summary"] = summary.summary(stock, found)
    found["teaching"] = teaching.teaching(stock, found, sheets or {}, questions)
    found["passages"] = {ref.citation: passage.text for ref, passage in stock.passages.items()}
    return found, tuple(_notices(found, audience))


def _notices(found: Data, audience: Audience) -> list[Notice]:
    """One for the deck that names every slide it has to do without, one for the teaching set and its parts."""
    left = [f"{name} ({why})" for kind, (name, why) in _EMPTY.items() if not found[kind]]
    notices = [Notice(f"left out: {', '.join(left)}", f"{audience.name}/deck.md")] if left else []
    parts = [f"{name} ({why})" for name, why in teaching.missing(found["teaching"], audience.voice)]
    return notices + ([Notice(f"left out: {', '.join(parts)}", f"{audience.name}/teaching.md")] if parts else [])

"""What an audience gets from a brief, as plain dicts, lists and strings for the templates.

A statement is a dict {text, refs, label, detail}: refs as '@globe, 7.1', label whose judgement it is.
Nothing here writes a statement: it picks, shortens by safe deletion, and attributes.
"""

from __future__ import annotations

from typing import Any

from briefpack.compose.select import claims, dates, figures, frame, matrix, people, quotes, summary, tensions, terms
from briefpack.compose.select.stock import Stock
from briefpack.model import Audience, Brief, Notice, Question

Data = dict[str, Any]

_EMPTY = {
    "claims": "no statement is short enough for a title and has evidence to stand under it",
    "timeline": "fewer than two dated events",
    "people": "no people were found",
    "number": "no number with what it counts was found",
    "quote": "no quotation with its speaker is short enough",
    "matrix": "no subject has a short statement from two sources",
    "terms": "no terms were found",
    "tensions": "nothing was found on which the sources pull apart",
}


def select(brief: Brief, audience: Audience, questions: tuple[Question, ...]) -> tuple[Data, tuple[Notice, ...]]:
    """All that the templates may show, and what had to be left out."""
    stock = Stock(brief, audience)
    found: Data = frame.frame(stock)
    found["tensions"] = tensions.tensions(stock)
    found["question"] = frame.question(stock, found["tensions"])
    found["quote"] = quotes.slide(stock)
    found["bottomline"] = frame.bottomline(stock)
    found["claims"], also = claims.claims(stock)
    topped = found["bottomline"]["pillars"] if found["bottomline"] and stock.topped else []
    found["also"] = [line for line in also if not any(claims.alike(line, other) for other in topped)]
    found["timeline"] = dates.timeline(stock)
    found["watch"] = dates.watch(stock)
    found["people"] = people.people(stock)
    found["number"] = figures.number(stock)
    found["matrix"] = matrix.matrix(stock)
    found["terms"] = terms.terms(stock)
    found["questions"] = [frame.asked(question) for question in questions]
    found["discussion"] = frame.discussion(stock, questions)
    found["summary"] = summary.summary(stock, found)
    found["passages"] = {ref.citation: passage.text for ref, passage in stock.passages.items()}
    return found, tuple(_notices(found, audience))


def _notices(found: Data, audience: Audience) -> list[Notice]:
    where, advice = f"{audience.name}/deck.md", "add some to brief.md, or leave it so"
    return [Notice(f"left out: {why}", where, advice) for kind, why in _EMPTY.items() if not found[kind]]

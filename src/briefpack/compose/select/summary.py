"""The one-page summary: what it holds at most; what does not fit is cut by the template's list."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select.claims import alike
from briefpack.compose.select.stock import Statement, Stock, fitted, fleeting
from briefpack.compose.select.topics import about
from briefpack.compose.wording import capital
from briefpack.model import Point
from briefpack.text import titles
from briefpack.text.names import short

_JUDGEMENT = 35
_LEAD = 60
_SENTENCE = 27
"""Words of a statement in an introduction, so that two or three sources fit."""
_BAND = 32
"""Words of what follows, under a bottom line."""
_QUESTION = 35
_DIFFER = 75
_IMPLIED = re.compile(
    r"\b(?:need to|needs to|must|should|ought to|have to|has to|can no longer|implications?|means that|will have to)\b"
)
_HEADED = re.compile(r"implication|recommend|what it means|so what|way forward|\bnext\b", re.I)


def summary(stock: Stock, found: dict[str, Any]) -> dict[str, Any]:
    """Lead, judgements, implications and the rest, each statement once on the page."""
    lead = [found["bottomline"]["line"]] if found["bottomline"] else []
    implied = _implications(stock, lead)
    return {
        "lead": lead,
        "overview": _overview(stock),
        "judgements": _judgements(stock, [*lead, *implied]),
        "implications": implied,
        "differ": [_differ(tension) for tension in found["tensions"] if _stands(tension)],
        "quarrel": any(tension["quarrel"] for tension in found["tensions"] if _stands(tension)),
        "people": _people(stock, found),
        "think": _think(found),
    }


def _people(stock: Stock, found: dict[str, Any]) -> list[Statement]:
    """The people of the deck with their roles in full: no panel's head stands above them."""
    roles = {person.name: capital(person.role or person.group) for person in stock.brief.people}
    lines = [line for side in found["people"] for line in side["lines"]]
    return [{**line, "text": roles[line["label"]]} for line in lines if roles.get(line["label"])]


def _judgements(stock: Stock, taken: list[Statement]) -> list[Statement]:
    """Up to five statements, turn by turn among the sources, the weightiest of each first."""
    queues: dict[str, list[Statement]] = {key: [] for key in stock.names}
    for point in _ranked(stock, _JUDGEMENT):
        line = fitted(point, _JUDGEMENT)
        if line and not fleeting(line["text"]) and not any(alike(line, other) for other in taken):
            queues[point.refs[0].source].append(line)
    chosen: list[Statement] = []
    for turn in range(5):
        for queue in queues.values():
            line = queue[turn] if turn < len(queue) else None
            if line and len(chosen) < 5 and not any(alike(line, other) for other in chosen):
                chosen.append(line)
    return chosen


def _implications(stock: Stock, taken: list[Statement]) -> list[Statement]:
    """Statements of what follows, or of what somebody should do."""
    lines: list[Statement] = []
    for point in sorted(stock.brief.points, key=lambda point: not _concludes(point)):
        line = fitted(point, _JUDGEMENT + 5) if point.refs and _follows(point) else None
        if line and len(lines) < 4 and not any(alike(line, other) for other in (*taken, *lines)):
            lines.append(line)
    return lines


def follows(stock: Stock, taken: list[Statement]) -> Statement | None:
    """What follows, from a section that says so ('Implications'): its first statement, or a 'should'; None without.

    What somebody else says in that section ('The minister insists that …') is no conclusion of the source's.
    """
    points = (point for point in stock.brief.points if point.refs and not point.voiced)
    headed = (point for point in points if _HEADED.search(point.reason))
    telling = (each for each in headed if each.reason.startswith("first") or _IMPLIED.search(each.text))
    lines = (fitted(point, _BAND) for point in telling)
    fit = (line for line in lines if line and titles.states(line["text"]) and not fleeting(line["text"]))
    return next((line for line in fit if not any(alike(line, other) for other in taken)), None)


def _overview(stock: Stock) -> list[Statement]:
    """Two or three statements, each from another source, of sixty words together."""
    lines: list[Statement] = []
    sources: set[str] = set()
    room = _LEAD
    for point in _ranked(stock, _SENTENCE):
        line = fitted(point, min(room, _SENTENCE)) if point.refs[0].source not in sources else None
        if line and len(lines) < 3 and not fleeting(line["text"]):
            lines.append(line)
            sources.add(point.refs[0].source)
            room -= len(line["text"].split())
    return lines


def _stands(tension: dict[str, Any]) -> bool:
    """Whether both sides fit a line and neither leans on a passage that the line has no room for."""
    return _length(tension) <= _DIFFER and not any(side["before"] for side in tension["sides"])


def _length(tension: dict[str, Any]) -> int:
    return sum(len(side["line"]["text"].split()) for side in tension["sides"])


def _differ(tension: dict[str, Any]) -> Statement:
    """Both sides of a tension on one line, each under its name."""
    sides = [_attributed(side) for side in tension["sides"]]
    return {"text": " ".join(sides), "refs": tension["refs"], "label": capital(about(tension["text"])), "detail": ""}


def _attributed(side: dict[str, Any]) -> str:
    """A side with its name before it, unless the statement itself gives it."""
    name, text = side["line"]["label"] or side["heading"], side["line"]["text"]
    return text if name in text or short(name) in text.split()[:2] else f"{name}: {text}"


def _think(found: dict[str, Any]) -> list[Statement]:
    """Up to three questions, those that need two sources first."""
    ranked = sorted(found["questions"], key=lambda one: -len({ref.split(",")[0] for ref in one["refs"]}))
    short = [one for one in ranked if len(one["prompt"].split()) <= _QUESTION]
    return [{"text": one["prompt"], "refs": one["refs"], "label": "", "detail": ""} for one in short[:3]]


def _ranked(stock: Stock, most: int) -> list[Point]:
    """The points with what makes a weak title moved down; events stand on the timeline."""
    places = {id(point): stock.cost(rank, point, most) for rank, point in enumerate(stock.brief.points)}
    known = [point for point in stock.brief.points if point.refs]
    said = [point for point in known if not stock.tells_event(point)] or known
    return sorted(said, key=lambda point: places[id(point)])


def _follows(point: Point) -> bool:
    return _concludes(point) or (bool(_IMPLIED.search(point.text)) and not point.voiced)


def _concludes(point: Point) -> bool:
    return "concludes" in point.reason or bool(_HEADED.search(point.reason.partition("under")[2]))

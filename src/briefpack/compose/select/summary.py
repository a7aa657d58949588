"""The one-page summary: what it holds at most; what does not fit is cut by the template's list."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select import brevity, differing, implied, introduction, judged, tensions, watching
from briefpack.compose.select.claims import alike
from briefpack.compose.select.statements import Statement, fitted, fleeting
from briefpack.compose.select.stock import Stock
from briefpack.messages import say
from briefpack.text import sentences, titles

_BAND = 32
"""Words of what follows, under a bottom line."""
_IMPLIED = re.compile(
    r"\b(?:need to|needs to|must|should|ought to|have to|has to|can no longer|implications?|means that|will have to)\b"
)
_QUESTION, _SHORT = 35, 26
"""Words of a question at most, and of one that two lines hold."""
_QUARRELS = 4
_CARDS = ((16, 6), (22, 4), (40, 2))
"""Words of an event on a card, and how many events there must be of that length; else longer ones stand too."""
_WATCHED = 16
_ROOMY = 260
"""Words of all else on a policy page below which its judgements may be long."""
_ENOUGH = 440
"""Words of a policy page that says enough; the rubric asks for 380 to 500, and not all of them find room."""
_FACTS, _FACT = 11, (18, 24, 32)
"""Of what else is reported: how many lines at most, and words of one that a line of the page holds, or two; longer
ones stand only where a page would say too little otherwise."""
_STRIP = 2
"""Events from which a timeline shows anything."""
_MEANING = 18
_TERMS = 4


def summary(stock: Stock, found: dict[str, Any]) -> dict[str, Any]:
    """Lead, judgements, implications and the rest, each statement once on the page."""
    lead = judged.lead(stock, found)
    ranked = tensions.ranked(stock)
    differ = _apart(differing.differences(stock, ranked))[:_QUARRELS]
    shown = [*lead, *differ]
    implied_lines = implied.implications(stock, shown)
    overview = introduction.introduction(stock, judged.summed_up(stock, found))
    said = judged.plainly(stock, overview)
    timeline = _events(found["timeline"]["lines"] if found["timeline"] else [])
    watch = _watched(stock)
    behind = _behind(timeline, watch)
    roomy = _size(shown, implied_lines, behind, watch) < _ROOMY
    judgements = judged.judgements(stock, [*shown, *implied_lines], roomy=roomy)
    told = [*shown, *judgements, *implied_lines]
    made = {
        "lead": lead,
        "overview": overview,
        "judgements": judgements,
        "said": said,
        "implications": implied_lines,
        "facts": _facts(stock, told, _size(told, behind, watch)),
        "differ": differ,
        "beside": _apart(differing.beside(stock, ranked))[:2],
        "views": _readable(differing.views(stock, ranked, found["question"]["tension"], overview), overview, said),
        "timeline": timeline,
        "behind": behind,
        "watch": watch,
        "people": _people(found),
        "terms": _terms(found["terms"]),
        "think": _think(found),
    }
    return {name: _numbered(part, stock) for name, part in made.items()}


def follows(stock: Stock, taken: list[Statement]) -> Statement | None:
    """What follows, from a section that says so ('Implications'): its first statement, or a 'should'; None without.

    What somebody else says in that section ('The minister insists that …') is no conclusion of the source's.
    """
    points = (point for point in stock.brief.points if point.refs and not point.voiced)
    headed = (point for point in points if implied.HEADED.search(point.reason))
    telling = (each for each in headed if each.reason.startswith("first") or _IMPLIED.search(each.text))
    lines = (fitted(point, _BAND) for point in telling)
    fit = (line for line in lines if line and titles.states(line["text"]) and not fleeting(line["text"]))
    return next((line for line in fit if not any(alike(line, other) for other in taken)), None)


def _facts(stock: Stock, told: list[Statement], size: int) -> list[Statement]:
    """What else is reported, where a page would say too little without it: as much as makes it enough."""
    found: list[Statement] = []
    for most in _FACT:
        for line in judged.others(stock, [*told, *found], most):
            if size >= _ENOUGH or len(found) == _FACTS:
                break
            found.append(line)
            size += len(line["text"].split())
    return found


def _size(*some: list[Statement]) -> int:
    return sum(len(line["text"].split()) for lines in some for line in lines)


def _numbered(part: Any, stock: Stock) -> Any:
    """The part with 'Source 2' for a source that is known by its title only: '“Report on the …”'."""
    if isinstance(part, dict):
        return {
            key: _numbered(value, stock) if key not in ("refs", "tension") else value for key, value in part.items()
        }
    if isinstance(part, list):
        return [_numbered(each, stock) for each in part]
    if isinstance(part, str):
        for number, name in enumerate(stock.names.values(), start=1):
            if name.startswith("“") or name == say("Source {number}", number=number):
                told = say("According to {who}, {text}", who=name, text="")
                part = part.replace(told, told.replace(name, say("source {number}", number=number)))
                part = part.replace(f"({name})", f"({say('source {number}', number=number)})")
                part = part.replace(f"According to {name}", f"According to source {number}")
                part = part.replace(
                    say("According to {who}: {text}", who=name, text=""),
                    say("According to source {number}: ", number=number),
                )
                part = part.replace(name, say("Source {number}", number=number))
    return part


def _apart(lines: list[Statement]) -> list[Statement]:
    """Those that share no passage with one before."""
    kept: list[Statement] = []
    for line in lines:
        if not any(set(line["refs"]) & set(other["refs"]) for other in kept):
            kept.append(line)
    return kept


def _events(lines: list[Statement]) -> list[Statement]:
    """The events of the timeline as short as they get; long ones only where there are few others."""
    shorter = [_shorter(line, _CARDS[0][0]) for line in lines]
    for most, enough in _CARDS:
        kept = [line for line in shorter if len(line["text"].split()) <= most]
        if len(kept) >= enough:
            return kept
    return shorter


def _readable(views: dict[str, Any] | None, overview: list[Statement], said: list[Statement]) -> dict[str, Any] | None:
    """Two views; None where they are hard to read and what else the sources say is not."""
    told = [line for side in views["sides"] for line in side["lines"]] if views else []
    easy = brevity.plain([*overview, *told]) or not said or not brevity.plain([*overview, *said])
    return views if easy else None


def _behind(timeline: list[Statement], watch: list[Statement]) -> list[Statement]:
    """The timeline of a page that says what to watch: what is planned for a day told there stands there only."""
    ahead = {line["label"] for line in watch}
    kept = [line for line in timeline if not (line["detail"] and line["label"] in ahead)]
    return kept if len(kept) >= _STRIP else []


def _watched(stock: Stock) -> list[Statement]:
    """What to watch in short; a long item only where there are fewer than two others."""
    lines = [_shorter(line, _WATCHED) for line in watching.announced(stock)]
    short = [line for line in lines if len(line["text"].split()) <= 1.5 * _WATCHED]
    return short if len(short) > 1 else lines


def _shorter(line: Statement, most: int) -> Statement:
    """A line of one sentence without what only says more, as far as that goes."""
    if len(sentences.split(line["text"])) > 1:
        return line
    for words in range(most, 2 * most, 3):
        if text := brevity.shortened(line["text"], words):
            return {**line, "text": text}
    return line


def _terms(lines: list[Statement]) -> list[Statement]:
    """The explained words, without those that take long to explain where four others are short; two rows of three."""
    told = [line for line in lines if line["text"]]
    short = [line for line in told if len(line["text"].split()) <= _MEANING]
    return (short if len(short) >= _TERMS else told)[:6]


def _people(found: dict[str, Any]) -> list[Statement]:
    """The people of the deck who have a role, each under their side; those named first in each side come first."""
    sides = [
        (side["heading"], [line for line in side["lines"] if line["label"] and line["detail"] != "does"])
        for side in found["people"]
    ]
    known = [
        [{**line, "detail": name} for line in lines if line["text"] and line["label"] != "does"]
        for name, lines in sides
    ]
    return [lines[turn] for turn in range(max(map(len, known), default=0)) for lines in known if turn < len(lines)]


def _think(found: dict[str, Any]) -> list[Statement]:
    """Up to three questions, those that need two sources first, the short ones before the long."""
    ranked = sorted(found["questions"], key=lambda one: (_sources(one) < 2, len(one["prompt"].split()) > _SHORT))
    short = [one for one in ranked if len(one["prompt"].split()) <= _QUESTION]
    return [{"text": one["prompt"], "refs": one["refs"], "label": "", "detail": ""} for one in short[:3]]


def _sources(question: dict[str, Any]) -> int:
    return len({ref.split(",")[0] for ref in question["refs"]})

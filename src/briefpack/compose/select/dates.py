"""Dated events: the timeline."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from briefpack.compose.select.statements import Statement, fitting, sound, statement
from briefpack.compose.select.stock import Stock
from briefpack.compose.wording import between, capital, dated, when
from briefpack.messages import say
from briefpack.model import Event, Ref
from briefpack.text import words
from briefpack.text.sentences import split

_CARD = 20
"""Words of an event that its card holds; a longer one is shown where no shorter form is safe, up to twice that."""
_FAR = 3.0
"""An event that lies further from the others than this many times their whole span stands apart: 'the 1960s'."""
_SAME = 0.8
"""Share of the words of the shorter of two cards of one sentence from which they tell the same."""
_DAYS = 366
_PICTURED = re.compile(
    r"\((?:centre|center|left|right|above|below|second (?:from )?(?:left|right))\)|\bgroup photo\b", re.I
)
"""A caption says who stands where, not what happened."""
_WEEKDAY = re.compile(
    r"(?:\b(?:late |early )?on )?(?:late |early )?\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" (?:for|that|to|as|and|with)\b")
_HOLDS = frozenset(
    "published held dated issued posted released due of since until from by before after announced and or".split()
)
"""Words that need the date behind them: 'a map printed on Sunday'."""
_BEFORE_OR_AFTER = re.compile(r"^(?:\w+ ){1,3}(?:before|after) [^,;:]+, (?=[A-Z])")
"""'hours before the vote, Ana Ruiz …': where the axis shows the day, what it was close to can go."""
_QUARTER = 91
_THIS_YEAR = re.compile(r"\b(?:this|next|last) (?:year|month|week|spring|summer|autumn|winter)\b", re.IGNORECASE)
_ISO_DAY = 10
"""Characters of a date that is known to the day."""


def timeline(stock: Stock) -> dict[str, Any] | None:
    """Events in order of time with the title's facts; None for fewer than two."""
    told = [event for event in stock.brief.events if event.date and event.refs and not _PICTURED.search(event.text)]
    lines = [(event, line(event)) for event in told]
    dated_lines = _once([(event, line) for event, line in lines if line])
    near = _without_outliers(dated_lines)
    kept = _kept(near, stock.audience.count("events"))
    if len(kept) < 2:
        return None
    lines_kept = [line for _, line in kept]
    apart = [line for event, line in dated_lines if all(event is not other for other, _ in near)]
    return {
        "lines": lines_kept,
        "title": _title([event for event, _ in near], kept[0][0].date, kept[-1][0].until or kept[-1][0].date),
        "apart": apart,
    }


def _title(events: list[Event], first: str, last: str) -> str:
    """When it happened: the stretch that holds most of the events, else from the first to the last."""
    if busiest := _busiest(events):
        one, other = busiest
        if one == other:
            return say("Most of the dated events fall on {when}", when=when(one))
        return say("Most of the dated events fall between {when}", when=between(one, other))
    if first == last:
        return say("What happened in {when}", when=dated(first))
    return say("What happened between {when}", when=between(first, last))


def _once(lines: list[tuple[Event, Statement]]) -> list[tuple[Event, Statement]]:
    """Without a sentence that stands on the timeline already: one that names two days is told on its first."""
    first = {line["text"]: at for at, (_, line) in reversed(list(enumerate(lines)))}
    once = [pair for at, pair in enumerate(lines) if first[pair[1]["text"]] == at]
    return [pair for at, pair in enumerate(once) if not any(_within(pair, later) for later in once[at + 1 :])]


def _within(pair: tuple[Event, Statement], later: tuple[Event, Statement]) -> bool:
    """Whether somebody only says there, in one sentence, what a later card shows as planned."""
    one, other = words.content(pair[1]["text"]), words.content(later[1]["text"])
    same = pair[0].refs == later[0].refs and later[0].planned and not pair[0].planned
    return same and len(one & other) >= _SAME * min(len(one), len(other))


def line(event: Event) -> Statement | None:
    """An event as its card says it, with its date before it; None where no form fits."""
    short = event.short if event.short.rpartition(" ")[2] not in words.data("prepositions-en") else ""
    found = (capital(short), event.refs) if short else _whole(event)
    if not found or not sound(found[0]) or found[0].count("(") != found[0].count(")"):
        return None
    label = f"{event.date}/{event.until}" if event.until and event.until != event.date else event.date
    return statement(*found, label, say("planned") if event.planned else "")


def _whole(event: Event) -> tuple[str, tuple[Ref, ...]] | None:
    """The event in its own words. Of several sentences none may go: the date may stand in the last."""
    text = _steady(undated(event), event)
    if not text:
        return None
    if len(split(text)) > 1:
        return (text, event.refs) if len(text.split()) <= 2 * _CARD else None
    return fitting(text, event.refs, _CARD) or fitting(text, event.refs, 2 * _CARD)


def _steady(text: str, event: Event) -> str:
    """Without 'this year' under a later one: what it hangs on goes from its comma on; '' where that cannot be."""
    found = _THIS_YEAR.search(text)
    if not (found and event.planned and event.date[:4] in event.words):
        return text
    head, comma, _ = text[: found.start()].rpartition(", ")
    last = not re.search(r"[,;:]", text[found.end() :]) and len(split(text)) == 1
    return f"{head}." if comma and last and event.words in head else ""


def undated(event: Event) -> str:
    """The event without a weekday that its card's date makes idle: 'is flying to Lima on Friday for talks'.

    Only where the sentence is whole without it: at its start or end, or before what goes on with 'for' or 'that'.
    """
    if len(event.date) == _ISO_DAY and (opened := _opening(event)):
        return opened
    found = _WEEKDAY.search(event.text) if len(event.date) == _ISO_DAY else None
    if not found or len(_WEEKDAY.findall(event.text)) > 1 or event.words.lower() not in found[0].lower():
        return event.text
    before, after = event.text[: found.start()], event.text[found.end() :]
    if not before and after.startswith(", "):
        return capital(after[2:])
    last = before.split()[-1].lower() if before.split() else ""
    whole = after[:1] == "." or _GOES_ON.match(after)
    return before.rstrip() + after if before and whole and last not in _HOLDS else event.text


def _opening(event: Event) -> str:
    """The event without the day that opens it: 'On Friday Ana Ruiz is due in Lima', 'On June 7, hours before …'."""
    day = re.escape(re.sub("^on ", "", event.words, flags=re.IGNORECASE))
    found = re.match(rf"On {day}(?:, {event.date[:4]})?(?:,| (?=[A-Z]))\s*", event.text)
    return capital(_BEFORE_OR_AFTER.sub("", event.text[found.end() :])) if found and event.words else ""


def _without_outliers(lines: list[tuple[Event, Statement]]) -> list[tuple[Event, Statement]]:
    """Without what lies so far off that the axis would show nothing else; half of the events stay at least."""
    rest = sorted(lines, key=lambda pair: _day(pair[0]))
    rest = rest[_far_off([_day(event) for event, _ in rest]) :]
    return rest[: len(rest) - _far_off([-_day(event) for event, _ in reversed(rest)])]


def _far_off(days: list[int]) -> int:
    """How many of the first days (ascending) lie apart from all the others."""
    cuts = range(1, len(days) // 2 + 1)
    far = [at for at in cuts if days[at] - days[at - 1] > _FAR * max(days[-1] - days[at], _QUARTER)]
    return max(far, default=0)


def _kept(lines: list[tuple[Event, Statement]], most: int) -> list[tuple[Event, Statement]]:
    """At most that many: the first and the last, the pinned, then the best dated and most cited, source by source."""
    if len(lines) <= most:
        return lines
    inner = lines[1:-1]
    best = sorted(range(len(inner)), key=lambda at: (-_sources(inner[at][0]), -len(inner[at][0].date), at))
    turns: dict[str, int] = {}
    ranked: list[tuple[int, int, int]] = []
    for at in best:
        source = inner[at][0].refs[0].source
        turns[source] = turns.get(source, 0) + 1
        turn = 0 if _sources(inner[at][0]) > 1 else turns[source]
        ranked.append((-1 if inner[at][0].pinned else turn, len(ranked), at))
    chosen = sorted(at for _, _, at in sorted(ranked)[: most - 2])
    return [lines[0], *(inner[at] for at in chosen), lines[-1]]


def _sources(event: Event) -> int:
    return len({ref.source for ref in event.refs})


def _busiest(events: list[Event]) -> tuple[str, str] | None:
    """First and last day of the stretch that holds most of the events, if it is short beside the whole."""
    exact = sorted((event for event in events if len(event.date) == 10), key=_day)
    need = len(events) // 2 + 1
    spans = [(_day(exact[at + need - 1]) - _day(exact[at]), at) for at in range(len(exact) - need + 1)]
    if not spans or need < 3 or min(spans)[0] * 4 > _day(events[-1]) - _day(events[0]):
        return None
    at = min(spans)[1]
    return exact[at].date, exact[at + need - 1].date


def _day(event: Event) -> int:
    """Days since year 1 of the first day that the date may mean."""
    parts = [int(part) for part in event.date.replace("X", "0").split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return year * _DAYS

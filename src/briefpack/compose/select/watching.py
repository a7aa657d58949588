"""What to watch: what lies ahead of the newest source, and what a source announced for a day that is over by now."""

from __future__ import annotations

import re

from briefpack.compose.select.dates import line
from briefpack.compose.select.statements import Statement
from briefpack.compose.select.stock import Stock
from briefpack.compose.wording import dated
from briefpack.messages import say
from briefpack.model import Event

_MOST = 4
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


def watch(stock: Stock) -> list[Statement]:
    """What lies ahead of the newest source, soonest first, one thing a date; what is past on the as-of date says so."""
    printed = _printed(stock)
    return _lines(stock, [event for event in _known(stock) if _ahead(event, printed)])


def announced(stock: Stock) -> list[Statement]:
    """The same for a page: where little lies ahead, also what an older source announced and no newer one told of.

    'Comments may be sent until 24 July', of a paper of June, beside another of August: past, and what came of it
    is not said.
    """
    ahead = watch(stock)
    dates = {one["label"] for one in ahead}
    open_ones = [event for event in _known(stock) if _left_open(event, stock)]
    older = [one for one in _lines(stock, open_ones) if one["label"] not in dates]
    kept = older[max(len(older) + len(ahead) - _MOST, 0) :]
    return sorted([*kept, *ahead], key=lambda one: str(one["label"]))


def as_of(stock: Stock) -> str:
    """The day on which the pack is read: its own, else that of its newest source; '' where none is known."""
    settings = dict(stock.brief.settings)
    given = (settings.get(key, "") for key in ("as of", "date"))
    return next((day for day in given if _DAY.fullmatch(day)), _printed(stock))


def _lines(stock: Stock, events: list[Event]) -> list[Statement]:
    today = as_of(stock)
    found: dict[str, Statement] = {}
    for event in sorted(events, key=lambda event: not event.short):
        finer = any(other.date != event.date and other.date.startswith(event.date) for other in events)
        says = None if finer or event.date in found else line(event)
        if says:
            text = says["text"] if says["text"].endswith((".", "”")) else f"{says['text']}."
            past = say("past on {date}", date=dated(today)) if _over(event, today) else ""
            found[event.date] = {**says, "text": text, "detail": past}
    return [found[date] for date in sorted(found)][:_MOST]


def _known(stock: Stock) -> list[Event]:
    return [event for event in stock.brief.events if event.date and event.refs]


def _printed(stock: Stock) -> str:
    return max((source.published for source in stock.brief.sources if source.published), default="")


def _ahead(event: Event, printed: str) -> bool:
    """Whether it was still to come when the newest source was printed; as the text has it, where no date is known."""
    last = event.until or event.date
    return last > printed[: len(last)] if printed else event.planned


def _over(event: Event, today: str) -> bool:
    """Whether its last day lies before a day: the whole month or year of a date that names no day."""
    last = event.until or event.date
    return bool(today) and last < today[: len(last)]


def _left_open(event: Event, stock: Stock) -> bool:
    """Whether only sources tell of it that were printed before it, and the newest one was printed after it."""
    days = {source.key: source.published or "" for source in stock.brief.sources}
    told = [days.get(ref.source, "") for ref in event.refs]
    last = event.until or event.date
    return event.planned and all(told) and last > max(told)[: len(last)] and _over(event, _printed(stock))

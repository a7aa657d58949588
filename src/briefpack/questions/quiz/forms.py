"""Facts to items: a choice, a statement to judge, an answer to write; and the items that need more than one fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefpack.messages import say, spoken
from briefpack.model import CHOICE, MATCH, ORDER, SHORT, TRUE_FALSE, Event, Line, QuizItem
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.quiz.fact import Fact, given_away, overlap
from briefpack.questions.quiz.people import named, quotable

OTHERS = 3
"""Wrong answers of a choice."""
_SHORT = ("speaker", "number", "date")
"""Facts whose answer a person can write and a program can mark."""
_STEPS = (4, 5)  # events of an order
_PAIRS = (3, 4)  # speakers of a match
_MOST_SAID = 18  # words of a quotation that is to be matched


def choice(fact: Fact, _: int) -> QuizItem | None:
    """One right answer among four, in their natural order; none where fewer than three others are sound."""
    others = _sound(fact)[:OTHERS]
    if len(others) < OTHERS or given_away(fact.asked, fact.answer, others):
        return None
    options = sorted((fact.answer, *others), key=_KEYS.get(fact.kind, _alphabet))
    lines = tuple(Line(text) for text in options)
    return QuizItem(CHOICE, fact.asked, fact.refs, lines, (fact.answer,), fact.because, _level(fact))


def true_false(fact: Fact, number: int) -> QuizItem | None:
    """The fact as a statement, or with another value in its place that no passage supports.

    False and true in turn, so that neither is the better guess; another value each time.
    """
    others, true = _sound(fact), number % 2 == 1
    if not fact.claimed or not (true or others):
        return None
    stem = fact.states(fact.answer if true else others[number // 2 % min(len(others), OTHERS)])
    return QuizItem(TRUE_FALSE, stem, fact.refs, (), ("true" if true else "false",), fact.because, _level(fact))


def short(fact: Fact, _: int) -> QuizItem | None:
    """The answer to be written down."""
    if fact.kind not in _SHORT:
        return None
    answers = tuple(dict.fromkeys((fact.answer, *fact.accepted)))
    return QuizItem(SHORT, fact.asked, fact.refs, (), answers, fact.because, "remember")


def order(m: Material) -> Iterator[QuizItem]:
    """Four or five dated events that follow each other without overlap."""
    chosen: list[Event] = []
    for event in sorted(m.brief.events, key=lambda e: e.date):
        if _can_stand(m, event) and (not chosen or _after(event, chosen[-1])):
            chosen.append(event)
    kept = _spread(chosen, _STEPS[1])
    if len(kept) < _STEPS[0]:
        return
    lines = tuple(Line(shapes.capital(e.short.rstrip(".")), m.known(e.refs)[:1], shapes.day(e.date)) for e in kept)
    refs = tuple(line.refs[0] for line in lines)
    yield QuizItem(ORDER, say("Put these events in order, the earliest first."), refs, lines, (), (), "understand")


def match(m: Material) -> Iterator[QuizItem]:
    """Three or four speakers and one quotation of each; no quotation names one of them."""
    people = {p.name: p for p in m.brief.people}
    said: dict[str, Line] = {}
    for quote in m.brief.quotes:
        words = quotable(m, quote, _MOST_SAID, fewest=4)
        if words and quote.speaker in people and quote.speaker not in said:
            said[quote.speaker] = Line(words, m.known(quote.refs)[:1], quote.speaker)
    kept = [line for line in said.values() if not any(named(people[name], line.text) for name in said)]
    if len(kept) >= _PAIRS[0]:
        chosen = tuple(kept[: _PAIRS[1]])
        refs = tuple(line.refs[0] for line in chosen)
        yield QuizItem(
            MATCH, say("Who says what? Match each speaker with the words."), refs, chosen, (), (), "understand"
        )


def _sound(fact: Fact) -> tuple[str, ...]:
    """The other values that do not overlap with the answer or with one another."""
    kept: list[str] = []
    for other in fact.others:
        if not any(overlap(other, one) for one in (fact.answer, *kept)):
            kept.append(other)
    return tuple(kept)


def _level(fact: Fact) -> str:
    return "understand" if fact.kind == "meaning" else "remember"


def _amount(value: str) -> tuple[float, str]:
    digits = re.sub(r"[^\d.]", "", re.sub(r",(?!\d{3})", ".", value)).strip(".")
    return (float(digits) if digits.count(".") < 2 and digits else 0.0, value)


def _calendar(date: str) -> tuple[int, ...]:
    parts = date.split(" ")
    year = int(parts[-1]) if parts[-1].isdigit() and len(parts[-1]) == 4 else 0
    day = re.match(r"\d{1,2}(?!\d)", parts[0])
    month = next((n for n, name in enumerate(spoken().months, 1) if name in parts), 0)
    return year, month, int(day[0]) if day else 0


def _surname(name: str) -> tuple[str, ...]:
    return name.split()[-1].casefold(), name


def _alphabet(text: str) -> tuple[str, ...]:
    return (text.casefold(),)


_KEYS: dict[str, Callable[[str], tuple[object, ...]]] = {"number": _amount, "date": _calendar, "speaker": _surname}
"""The natural order of options: an order by chance would have to be drawn, and a hidden one gives answers away."""


def _can_stand(m: Material, event: Event) -> bool:
    refs = m.known(event.refs)
    shown = event.short and not shapes.dangling(event.short) and not re.search(r"\b(?:1[5-9]|20)\d\d\b", event.short)
    return bool(shown and refs and not event.planned and shapes.day(event.date) and not event.until)


def _after(event: Event, other: Event) -> bool:
    """Whether one surely came after the other: '2024' is not after '2024-05'."""
    return event.date > other.date and not event.date.startswith(other.date) and event.text != other.text


def _spread(events: list[Event], most: int) -> list[Event]:
    """At most so many, the first, the last and those between at even steps."""
    if len(events) <= most:
        return events
    step = (len(events) - 1) / (most - 1)
    return [events[round(n * step)] for n in range(most)]

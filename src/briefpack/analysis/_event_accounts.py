"""Several accounts of one event as one event: the same time, a participant and a kind of act in common.

Alike is not enough: 'passed the water law' and 'passed the fishing law' of one day are two events,
and so are what was held and what was called off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from briefpack.analysis._clauses import verb
from briefpack.analysis._event_status import is_called_off, is_negated
from briefpack.model import Event
from briefpack.text import lists, words

_NEARLY = 0.8
_ENOUGH = 0.4
"""Shares of content words that two wordings of one event have in common."""
_NAME = re.compile(r"\b[A-Z][\w-]{2,}")
_NUMBER = re.compile(r"\d[\d.,]*")
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday president minister prime foreign".split()
)
_CROWD = 40
"""Accounts of one month and name that are compared; nobody tells one event more often."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one sentence says of an event."""

    event: Event
    caption: bool = False
    idle: bool = False
    """True of a caption that shows no event of its own."""


def joined(accounts: Iterable[Account]) -> list[Account]:
    """Each event once, with the passages of all that tell it, in the order found."""
    kept: list[Account] = []
    index: dict[tuple[str, str], list[int]] = {}
    for account in accounts:
        places = _places(index, account)
        same = next((place for place in places if _same(kept[place], account)), None)
        if same is None:
            same = len(kept)
            kept.append(account)
        else:
            kept[same] = _both(kept[same], account)
        for key in _keys(account):
            rows = index.setdefault(key, [])
            if same not in rows and len(rows) < _CROWD:
                rows.append(same)
    return kept


def _places(index: dict[tuple[str, str], list[int]], account: Account) -> list[int]:
    """Where accounts stand that share a time and a word with this one."""
    return (
        sorted({place for key in _keys(account) for place in index.get(key, ())})[-_CROWD:]
        if account.event.date
        else []
    )


def _keys(account: Account) -> list[tuple[str, str]]:
    when = account.event.date[:7]
    matter = sorted(_matter(account.event))[:12]
    return [(when, word) for word in (*sorted(_names(account.event.text))[:8], *matter)]


def _same(one: Account, other: Account) -> bool:
    first, second = one.event, other.event
    if not _at_one_time(first, second) or is_called_off(first.text) != is_called_off(second.text):
        return False
    if is_negated(first.text) != is_negated(second.text) or _differ(first, second):
        return False
    mine, theirs = _matter(first), _matter(second)
    shared, least = mine & theirs, min(len(mine), len(theirs))
    if not least or len(shared) > _NEARLY * least:
        return bool(least)
    people = _names(first.text) & _names(second.text)
    if one.caption != other.caption and len(first.date) == 10:
        return len(shared) > 2 or (bool(people) and len(shared) > len(people))
    return bool(people) and _same_act(first.text, second.text) and _much(first, second, shared, people)


def _much(one: Event, other: Event, shared: frozenset[str], people: frozenset[str]) -> bool:
    """On one day a second shared name or a shared thing is enough; the coarser the time, the more it takes."""
    things = shared - people - set(_acts())
    if len(one.date) == 10 == len(other.date):
        return len(people) > 1 or bool(things)
    least = min(len(_matter(one)), len(_matter(other)))
    return len(shared) >= _ENOUGH * least and (len(people) > 1 or bool(things))


def _at_one_time(one: Event, other: Event) -> bool:
    """Of one precision, or a month and a day in it; a period and its first day."""
    if one.until and other.until and one.until != other.until:
        return False
    short, long = sorted((one.date, other.date), key=len)
    return long == short or (len(short) == 7 and long.startswith(short) and not (one.until or other.until))


def _same_act(one: str, other: str) -> bool:
    if verb(one) == verb(other) != "":
        return True
    return not _kinds(one).isdisjoint(_kinds(other))


@lru_cache(maxsize=1024)
def _kinds(text: str) -> frozenset[int]:
    acts = _acts()
    return frozenset(acts[word.lower()] for word in words.words(text) if word.lower() in acts)


def _differ(one: Event, other: Event) -> bool:
    """Other numbers, or one thing with two adjectives: 'the water law', 'the fishing law'."""
    mine, theirs = (_numbers(_undated(event)) for event in (one, other))
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    first, second = _qualified(one.text), _qualified(other.text)
    return any(first[thing].isdisjoint(second[thing]) for thing in first.keys() & second.keys())


@lru_cache(maxsize=1024)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text))


@lru_cache(maxsize=1024)
def _qualified(text: str) -> dict[str, set[str]]:
    """Each lower-case thing and the plain words that stand right before it."""
    stop, acts = words.data("stop-en"), _acts()
    found: dict[str, set[str]] = {}
    row = text.split()
    for before, thing in pairwise(row):
        thing = thing.strip(",.;:”\"’'")
        plain = before.isalpha() and before.islower() and thing.isalpha() and thing.islower()
        if plain and not {before, thing} & (stop | acts.keys()) and not before.endswith("ly"):
            found.setdefault(thing, set()).add(before)
    return found


def _both(one: Account, other: Account) -> Account:
    """The better account, with the passages of both: what happened goes before a plan, a sentence before a caption."""
    best, less = (other, one) if _rank(other) > _rank(one) else (one, other)
    refs = best.event.refs + tuple(ref for ref in less.event.refs if ref not in best.event.refs)
    exact = max((one.event, other.event), key=lambda event: (len(event.date), bool(event.until)))
    event = replace(
        best.event,
        refs=refs,
        date=exact.date,
        until=exact.until,
        planned=one.event.planned and other.event.planned,
    )
    return Account(event, best.caption, best.idle)


def _rank(account: Account) -> tuple[bool, bool, int, bool]:
    event = account.event
    return not event.planned, not account.caption, len(event.date), bool(event.short)


@lru_cache(maxsize=1024)
def _names(text: str) -> frozenset[str]:
    found = {name.removesuffix("’s") for name in _NAME.findall(text)}
    stop = words.data("stop-en")
    return frozenset(name.lower() for name in found if name.lower() not in stop | _NO_NAMES)


def _matter(event: Event) -> frozenset[str]:
    return words.content(_undated(event)) - _NO_NAMES


def _undated(event: Event) -> str:
    return event.text.replace(event.words, " ") if event.words else event.text


@cache
def _acts() -> dict[str, int]:
    return {word: kind for kind, line in enumerate(lists.load("events.acts")) for word in line.split()}

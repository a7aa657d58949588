"""Runs of capital words in a sentence, each a candidate for a name of any kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from briefpack.text._name_tokens import Token, adjectives, countries, is_people, names_of, tokens


@dataclass(frozen=True)
class Run:
    """Words that may be one name: row[first:last] of a sentence's tokens."""

    text: str
    row: Sequence[Token]
    first: int
    last: int

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return tuple(self.row[self.first : self.last])

    @cached_property
    def name(self) -> str:
        """The words with single spaces."""
        return " ".join(token.text for token in self.row[self.first : self.last])

    @cached_property
    def opens(self) -> bool:
        """Whether it opens its sentence, where any word has a capital."""
        return self.first == 0 or all(token.kind == "mark" for token in self.row[: self.first])

    def before(self, back: int = 1) -> Token:
        """The token that many places before it; a mark without text where there is none."""
        return self.row[self.first - back] if self.first >= back else _NONE

    def after(self, ahead: int = 1) -> Token:
        """The token that many places after it."""
        return self.row[self.last + ahead - 1] if self.last + ahead <= len(self.row) else _NONE


def runs(text: str) -> list[Run]:
    """The candidates of a sentence in order; none overlaps another."""
    row = tokens(text)
    found: list[Run] = []
    place = 0
    while place < len(row):
        end = _end(row, place) if row[place].upper and _starts(row, place) else place
        if end > place:
            found += _parts(Run(text, row, place, end))
        place = max(end, place + 1)
    return found


def known_place(name: str) -> bool:
    """Whether lists of countries, cities and regions have it, as a name and not as an adjective."""
    return name in names_of("cities") or (name in countries() and name not in adjectives())


def _starts(row: Sequence[Token], place: int) -> bool:
    token = row[place]
    if token.kind in ("honorific", "number", "mark", "owner"):
        return False
    return token.kind != "stop" or _place_length(row, place) > 1 or _led_by_side(row, place)


def _led_by_side(row: Sequence[Token], place: int) -> bool:
    """'New Haven', 'North Shore': a word of direction or age before a name."""
    follows = row[place + 1] if place + 1 < len(row) else _NONE
    return row[place].text in _SIDES and follows.kind in ("cap", "place", "body", "country") and follows.upper


def _end(row: Sequence[Token], start: int) -> int:
    end = start + max(_place_length(row, start), 1)
    while end < len(row):
        step = _step(row, start, end)
        if not step:
            break
        end += step
    return end


def _step(row: Sequence[Token], start: int, end: int) -> int:
    """How many tokens at `end` belong to the run so far; 0 if it ends there."""
    token = row[end]
    if _word(token):
        return 1
    follows = row[end + 1] if end + 1 < len(row) else _NONE
    if token.kind == "number":
        return 1 if len(token.text) < 4 and follows.text != "%" and not follows.upper else 0
    if token.kind == "particle" and token.text not in ("de", "la", "le") and _word(follows):
        return 2
    if token.text in ("de", "du", "des", "la", "le", "del", "y", "della"):
        return _linked(row, end)
    if token.kind == "owner":
        return 2 if follows.upper and follows.kind in ("body", "place") else 0
    if token.text == "&" and _word(follows):
        return 2
    if token.text == "and" and _joins(row, start, end):
        return 2
    return _linked(row, end) if token.text in ("of", "for") and _heads(row[end - 1]) else 0


def _linked(row: Sequence[Token], place: int) -> int:
    """The words of 'of the North', up to the capital word."""
    for length in (2, 3):
        if place + length <= len(row) and _word(row[place + length - 1]):
            return length
        if place + length <= len(row) and row[place + length - 1].text not in ("the", "la", "las", "los", "l'", "l’"):
            return 0
    return 0


def _word(token: Token) -> bool:
    return token.text in _SIDES or (token.upper and token.kind in _NAMING)


def _heads(token: Token) -> bool:
    """Whether 'of' after this word goes on with the name: 'University of', 'Battle of'."""
    return (
        token.kind in ("body", "place")
        or token.text in names_of("works")
        or token.text in names_of("landmarks")
        or (token.text in _OF)
    )


def _joins(row: Sequence[Token], start: int, place: int) -> bool:
    """'Food and Drug Administration': one word before, a word for a body within the next three."""
    if place - start > 2 or place + 1 >= len(row) or not _word(row[place + 1]):
        return False
    for token in row[place + 1 : place + 4]:
        if not _word(token):
            return False
        if token.kind == "body":
            return row[place - 1].kind == "cap"
    return False


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    names = {*names_of("cities"), *countries()}
    return frozenset(tuple(name.split()) for name in names if " " in name)


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def _place_length(row: Sequence[Token], place: int) -> int:
    """How many tokens a listed place of several words takes; 0 if none stands here."""
    if row[place].text not in _openings():
        return 0
    for length in (4, 3, 2):
        phrase = tuple(token.text for token in row[place : place + length])
        if phrase in _phrases():
            return len(phrase)
    return 0


def _parts(run: Run) -> list[Run]:
    """A run without the title and the adjective that lead it: 'President | Clinton', 'Danish | Anna Holm'."""
    first, parts = run.first, []
    while run.last - first > 1:
        token = run.row[first]
        rest = run.row[first + 1 : run.last]
        if token.kind == "role" and not any(other.kind in ("body", "place") for other in rest):
            first += 1
        elif is_people(token.text) and not any(other.kind in ("body", "place") for other in rest):
            parts.append(Run(run.text, run.row, first, first + 1))
            first += 1
        else:
            break
    return [*parts, *_around_title(Run(run.text, run.row, first, run.last))]


def _around_title(run: Run) -> list[Run]:
    """'Savings Bank | Governor | Ida Holm': a title inside parts two names."""
    for place in range(run.first + 1, run.last - 1):
        if run.row[place].kind == "role" and run.row[place].text.lower() not in names_of("weak"):
            return [Run(run.text, run.row, run.first, place), Run(run.text, run.row, place + 1, run.last)]
    return [run]


_NAMING = frozenset({"cap", "country", "body", "place", "office", "initial", "role"})
_NONE = Token(" ", 0, 0, "mark", upper=False)
_SIDES = frozenset("New Old North South East West Northern Southern Eastern Western Great San Santa St. Saint".split())
_OF = frozenset("House Lord Lords Art Book Order Ministry Bank Church Isle Duke Sons Queen Kings Knights Gulf".split())

"""What a word of judgement is said of: 'crime' in 'crime has fallen', 'the treaty' in 'condemned the treaty'.

Two statements that judge one thing differently pull apart even where they share no other word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefpack.text import words

_BETWEEN = frozenset(
    "is are was were be been being has have had will would can could may might must should shall does do did"
    " not never also still now already again really quite very so too far just only almost nearly both all as"
    " always often long once said reported believed thought expected likely set due bound supposed to"
    " remain remains remained seem seems seemed look looks looked stay stays stayed become becomes became".split()
)
"""What may stand between a thing and what is said of it: 'is not', 'has long been'."""
_DETERMINERS = frozenset("the a an this that these those its their his her our any all such no every each".split())
_NAMING = frozenset("calls called call considers considered finds found deems deemed thinks thought declared".split())
_LINKS = frozenset("of in on at for from to with by".split())
_OWNED = frozenset("of on against between for in off at near with from to".split())
"""'the ban on sails', 'the case against the mayor'"""
_RELATIVE = ("that", "which")
_FAR = 6
"""Words before a judgement in which its thing stands."""
_LONG = 4
"""Words of a thing: 'the third runway plan'."""


def thing(row: Sequence[str], place: int, size: int) -> str:
    """The noun, with up to two words before it, that is judged at a place of a lower-case text; '' where not seen."""
    beside = place > 0 and row[place - 1] in _DETERMINERS and not _may_act(row[place])
    behind = _phrase(row, place + size) if beside else _may_act(row[place]) and _behind(row, place + size)
    return behind or _before(row, place)


def same(one: str, other: str) -> bool:
    """'the closure of baths' and 'closure'; not 'house prices' and 'fuel prices'."""
    if not one or not other or _head(one) != _head(other):
        return False
    first, second = set(one.split()[:-1]), set(other.split()[:-1])
    return first == second or not first or not second or bool(first & second)


def _head(named: str) -> str:
    return named.rpartition(" ")[2].removesuffix("s")


def _before(row: Sequence[str], place: int) -> str:
    """'the closure of the baths is permanent', 'called the closure of the baths temporary'."""
    at = _before_article(row, place) - 1
    while at > max(place - _FAR, -1) and (row[at] in _BETWEEN or row[at].endswith("ly")):
        at -= 1
    if at < 0 or not _is_noun(row[at]):
        return ""
    joined = at < place - 1 or _may_act(row[place]) or any(word in _NAMING for word in row[max(at - _FAR, 0) : at])
    return _whole(row, _owner(row, at)) if joined else ""


def _before_article(row: Sequence[str], place: int) -> int:
    """Where 'a forecasting error' begins; the place itself where no article stands before."""
    for back in (1, 2):
        if place > back + 1 and row[place - back] in ("a", "an"):
            return place - back
    return place


def _owner(row: Sequence[str], at: int) -> int:
    """'closure' of 'the closure of the town baths': the place of what the rest belongs to."""
    owner = at
    for back in range(at - 1, max(at - _FAR, 0), -1):
        clause = row[back] in _RELATIVE and back > 1 and row[back - 2] in _DETERMINERS  # 'the grid that links both'
        if (clause or row[back] in _OWNED) and _is_noun(row[back - 1]):
            owner = back - 1
        elif not _is_noun(row[back]) and row[back] not in _OWNED | _DETERMINERS | {"and"}:
            break
    return owner


def _behind(row: Sequence[str], start: int) -> str:
    """'hailed the peace treaty as …': the noun phrase that follows at once."""
    return _phrase(row, start + 1) if start < len(row) and row[start] in _DETERMINERS else ""


def _phrase(row: Sequence[str], start: int) -> str:
    """The nouns from a place on: 'junior partner' of 'a junior partner of …'."""
    end = start
    while end < min(start + _LONG, len(row)) and _is_noun(row[end]):
        end += 1
    return " ".join(row[max(start, end - 3) : end])


def _whole(row: Sequence[str], at: int) -> str:
    """The noun at a place with the words that tell it from others."""
    start = at
    while start > max(at - 2, 0) and _is_noun(row[start - 1]):
        start -= 1
    return " ".join(row[start : at + 1])


def _may_act(word: str) -> bool:
    """'crime rose', 'fares will rise': a verb follows its thing at once, 'harmless' does not."""
    return word.endswith(("ed", "s")) or word in words.data("past-en") or word in words.data("finite-en")


def _is_noun(word: str) -> bool:
    return len(word) > 2 and word.replace("-", "").isalpha() and word not in _no_nouns()


@cache
def _no_nouns() -> frozenset[str]:
    names = ("stop-en", "verbs-en", "pointers-en", "generic-en", "finite-en", "vague-en")
    return frozenset(word for name in names for word in words.data(name)) | _BETWEEN | _DETERMINERS | _LINKS | _NAMING

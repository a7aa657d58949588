"""Lines over a title that are not it: names of houses and of people, rows of a menu, kinds and numbers of papers."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefpack.readers import furniture, people
from briefpack.text.lists import knows, load
from briefpack.text.plain import plain

_NUMBER = re.compile(r"[\s,.:|/-]*(?:(?:no|nr|n°|vol|issue)\b\.?\s*)?\d[\d/. -]*$", re.IGNORECASE)
_SMALL = re.compile(r"(?:of|for|and|the|on|in|at|de|du|des|la|le|les|et|für|und|der|die|y|del|di|e)$", re.IGNORECASE)
_WORD = re.compile(r"\w[\w'’-]*")
_LONGEST_HOUSE = 10  # words
_LONGEST_SHOUT = 4
_LONGEST_ROLE = 7
_MOST_BARS = 1
_ENTRIES = 2  # of a menu in one line


def is_over_title(text: str, before: str, section: Callable[[str], str | None]) -> bool:
    """Whether a line is known to be something else than a title; ``before`` is the line over it, '' for none."""
    line = plain(text)
    return (
        line.count("|") > _MOST_BARS
        or is_house(line)
        or (line.isupper() and len(_WORD.findall(line)) <= _LONGEST_SHOUT)
        or _is_menu(line, section)
        or section(_NUMBER.sub("", line)) is not None
        or knows("addresses", line)
        or line in load("names.cities")
        or bool(people.bare_byline(text))
        or _is_role(line, before)
    )


def is_house(text: str) -> bool:
    """'Example Centre for Trade', 'MINISTRY OF WATER': a few words in capitals, a house's word among them."""
    line = plain(text)
    words = _WORD.findall(line)
    named = all(word[0].isupper() or _SMALL.match(word) for word in words)
    known = not {word.lower() for word in words}.isdisjoint(load("imprint-houses"))
    return known and named and len(words) <= _LONGEST_HOUSE and line[-1:] not in ".?!" and ":" not in line


def _is_menu(line: str, section: Callable[[str], str | None]) -> bool:
    """'News Business Sport Life', 'Log in Join us', 'Subscribe from 1 a week'."""
    words = line.split()
    if furniture.listed(" ".join(words[:2])) or furniture.listed(words[0]) == "newsletter or cookie notice":
        return True
    entries = sum(section(word) is not None or bool(furniture.listed(word)) for word in words)
    return entries >= _ENTRIES and _all_capital(words)


def _all_capital(words: list[str]) -> bool:
    return sum(word[:1].isupper() or not word[:1].isalpha() for word in words) >= len(words) - 1


def _is_role(line: str, before: str) -> bool:
    """'Minister for Transport' under a name."""
    under_name = bool(people.bare_byline(before)) or (bool(before) and people.is_role(before))
    return under_name and len(line.split()) <= _LONGEST_ROLE and people.is_role(line)

"""Which names of bodies are forms of one another: 'Savings Bank' and 'Savings Bank of Ghana'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from briefpack.text import lists, names


def key(name: str) -> str:
    """A form in which spellings meet: articles, case, possessives, British and American, 'Kenyan' and "Kenya's"."""
    words = name.replace("’", "'").split()
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    if len(words) > 1:
        words = [_country(word) for word in words]
    return " ".join(_SPELLINGS.get(word, word) for word in " ".join(words).lower().split())


def longer(name: str, table: Mapping[str, list[str]]) -> str:
    """The one name of which this is the start or the end; empty where none is, or several are."""
    found = table.get(name, [])
    return found[0] if len(found) == 1 else ""


def by_part(all_names: Iterable[str]) -> Mapping[str, list[str]]:
    """Every start and end of a name that may stand for it, to the names that it may stand for."""
    table: dict[str, list[str]] = {}
    for name in all_names:
        for part in dict.fromkeys(_parts(name.split()[:_LONGEST])):
            table.setdefault(part, []).append(name)
    return table


def is_telling(name: str) -> bool:
    """Whether it is more than 'City Council' or 'Foreign Ministry', which every town and country has."""
    return not all(word in _plain() for word in name.split())


def _parts(words: Sequence[str]) -> Iterator[str]:
    """'Savings Bank' of 'Savings Bank of Ghana', 'Coast Patrol' of 'U.S. Coast Patrol'."""
    for length in range(2, len(words)):
        if words[length] in _GOES_ON or len(words) - length > 1:
            yield " ".join(words[:length])
        end = " ".join(words[-length:])
        if _is_side(" ".join(words[:-length])) or not is_telling(end):
            yield end


def _is_side(words: str) -> bool:
    """'New Zealand', 'U.S.', "Kenya's", 'the Danish'."""
    bare = words.replace("’s", "").replace("'s", "").removeprefix("the ")
    return bare in names.countries()


@cache
def _plain() -> frozenset[str]:
    return frozenset({*lists.load("names.bodies"), *lists.load("names.portfolios"), *_PLAIN})


def _country(word: str) -> str:
    bare = word.removesuffix("'s")
    return names.countries().get(bare, word) if bare in names.adjectives() or bare != word else word


_LONGEST = 14
"""Words of a name that are looked at."""
_ARTICLES = frozenset("the le la les l' der die das el los las il lo".split())
_GOES_ON = frozenset("of for in Inc. Inc Corp. Corp Ltd Ltd. LLC PLC plc Group Holdings GmbH AG".split())
_PLAIN = frozenset(
    "City County Town State Federal National Foreign Supreme High Central Public District Regional".split()
)
_SPELLINGS = {
    "organisation": "organization",
    "centre": "center",
    "programme": "program",
    "defence": "defense",
    "labour": "labor",
    "saint": "st.",
    "st": "st.",
    "and": "&",
}

"""Which names of bodies are forms of one another: 'Reserve Bank' and 'Reserve Bank of Ghana'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefpack.text import lists, names


def key(name: str) -> str:
    """A form in which spellings meet: articles, case, possessives, British and American, 'Kenyan' and "Kenya's"."""
    words = name.replace("’", "'").split()
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    if len(words) > 1:
        words = [_country(word) for word in words]
    return " ".join(_SPELLINGS.get(word, word) for word in " ".join(words).lower().split())


def longer(name: str, others: Iterable[str]) -> str:
    """The one name of which this is the start or the end; empty where none is, or several are."""
    found = [other for other in others if other != name and _is_part(name.split(), other.split())]
    return found[0] if len(found) == 1 else ""


def is_telling(name: str) -> bool:
    """Whether it is more than 'City Council' or 'Foreign Ministry', which every town and country has."""
    plain = {*lists.load("names.bodies"), *lists.load("names.portfolios"), *_PLAIN}
    return not all(word in plain for word in name.split())


def by_word(all_names: Iterable[str]) -> Mapping[str, list[str]]:
    """The names that begin or end with each word, so that only those are compared."""
    table: dict[str, list[str]] = {}
    for name in all_names:
        for word in dict.fromkeys((name.split()[0], name.split()[-1])):
            table.setdefault(word, []).append(name)
    return table


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    if not 1 < len(short) < len(long):
        return False
    if list(long[: len(short)]) == list(short):
        return long[len(short)] in _GOES_ON or len(long) - len(short) > 1
    before = long[: len(long) - len(short)]
    return list(long[-len(short) :]) == list(short) and (_is_side(" ".join(before)) or not is_telling(" ".join(short)))


def _is_side(words: str) -> bool:
    """'New Zealand', 'U.S.', "Kenya's", 'the Danish'."""
    bare = words.replace("’s", "").replace("'s", "").removeprefix("the ")
    return bare in names.countries()


def _country(word: str) -> str:
    bare = word.removesuffix("'s")
    return names.countries().get(bare, word) if bare in names.adjectives() or bare != word else word


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

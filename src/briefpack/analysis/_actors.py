"""Who acts in a sentence: countries, bodies, and those who hold an office for them, each known by its group.

The sentence is given back masked, with a single letter of its own for each of them, so that a rule can ask
for 'one, a verb, another' without knowing a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefpack.analysis.people import mentioned
from briefpack.model import Brief, Person
from briefpack.text import entries, lists, names
from briefpack.text.name_finder import Names

NOUN = "[\U000f0000-\U000f07ff\U000f1000-\U000f17ff]"
"""A country or body that can be a subject or an object."""
ADJECTIVE = "[\U000f0800-\U000f17ff]"
"""One that can stand before its deed: 'American tariffs', 'EU sanctions'."""
_PLAIN, _BEFORE, _BOTH = 0xF0000, 0xF0800, 0xF1000
"""Where the letters of each begin. A pattern with letters from so far up compiles in a tenth of the time."""
_NOBODY = "\U000f18ff"
"""Stands for what can be no side: a person of no side, a long quotation."""
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000f18ff]")
_MOST = 400
"""Names of one sentence that are told apart."""


class Masked(NamedTuple):
    """A sentence with a letter for each actor."""

    text: str
    groups: dict[str, str]

    @property
    def sides(self) -> set[str]:
        """Those who can be a side; of fewer than two nothing is told."""
        return set(self.groups.values()) - {""}

    def shown(self, text: str) -> str:
        """A part of it in the sentence's own words, as far as no actor stands in it."""
        return _PRIVATE.sub("", text)


class _Spot(NamedTuple):
    start: int
    end: int
    group: str
    base: int


class Actors:
    """The countries and bodies that a brief knows, and its people who hold an office."""

    def __init__(self, found: Brief) -> None:
        self._people = mentioned(found.people)
        self._bodies = {
            form: canonical(one.name) for one in found.organisations for form in (one.name, *one.aka) if form
        }
        forms = {*self._bodies, *_seats()} - (set(names.countries()) - set(_seats()))
        self._forms = Names(forms)

    def mask(self, text: str) -> Masked | None:
        """The sentence with its actors masked; None for one that cannot be read so."""
        if _PRIVATE.search(text) or text.count("“") != text.count("”") or text.count('"') % 2:
            return None
        taken: list[_Spot] = []
        for spot in (*self._persons(text), *self._named(text), *_countries(text), *_quotations(text)):
            if all(spot.end <= other.start or other.end <= spot.start for other in taken):
                taken.append(spot)
        return _masked(text, sorted(taken)[:_MOST])

    def _persons(self, text: str) -> Iterator[_Spot]:
        for mention in names.people(text):
            person = self._people.get(names.fold(mention.name))
            before = text[: mention.start].rstrip()
            role = mention.role if mention.role and before.endswith(mention.role) else ""
            start = len(before) - len(role) if role else mention.start
            if person or mention.evidence:
                acts = person and not _PAST_BEFORE.search(text, 0, start)
                yield _Spot(start, mention.end, _side(person, mention.role) if person and acts else "", _PLAIN)

    def _named(self, text: str) -> Iterator[_Spot]:
        for form, start, end in self._forms.find(text):
            name = _seats().get(form) or self._bodies[form]
            yield _spot(text, start, end, name, _BOTH if _acronym(form) else _PLAIN)


def canonical(name: str) -> str:
    """The group that a name stands for: 'UK' the United Kingdom, 'Danish Trade Ministry' Denmark."""
    if name in _seats():
        return _seats()[name]
    if name in names.countries():
        return names.countries()[name]
    first, _, rest = name.partition(" ")
    owner = names.countries().get(re.sub(r"['’]s$", "", first), "")
    return owner if owner and rest.lower() in lists.load("relations-proxies-en") else name


def _side(person: Person, role: str) -> str:
    """Whom a person acts for: the side of one who holds an office now, else nobody."""
    told = role or person.role
    past = any(_PAST.match(each) for each in (told, person.role))
    office = entries.holds(person.role, "relations-officers-en") and not past
    return canonical(person.group) if office and person.group else ""


def _countries(text: str) -> Iterator[_Spot]:
    starts = {token.start for token in names.tokens(text) if token.kind == "country"}
    for form, start, end in _country_forms().find(text) if starts else ():
        if start not in starts:
            continue
        name = names.countries()[form]
        if form in names.adjectives():
            proxy = _proxy().match(text, end)
            yield _Spot(start, proxy.end() if proxy else end, name, _PLAIN if proxy else _BEFORE)
        else:
            yield _spot(text, start, end, name, _BOTH if _acronym(form) else _PLAIN)


def _spot(text: str, start: int, end: int, group: str, base: int) -> _Spot:
    """With the government or the troops that act for it; nobody where the name goes on ('China Mobile')."""
    proxy = _proxy().match(text, end)
    if proxy and (base == _BOTH or proxy["owner"]):
        return _Spot(start, proxy.end(), group, _PLAIN)
    realm = _REALM.search(text, 0, start)
    start = realm.start() if realm else start
    longer = _GOES_ON.match(text, end) or (base == _PLAIN and _LED_BY_NAME.search(text, 0, start))
    return _Spot(start, end, "" if longer else group, base)


def _quotations(text: str) -> Iterator[_Spot]:
    for found in _QUOTED.finditer(text):
        if len(found[0].split()) > _TITLE:
            yield _Spot(found.start(), found.end(), "", _PLAIN)


def _masked(text: str, spots: list[_Spot]) -> Masked:
    parts, groups, at = [], {}, 0
    for number, spot in enumerate(spots):
        letter = chr(spot.base + number) if spot.group else _NOBODY
        groups[letter] = spot.group
        parts += [text[at : spot.start], letter]
        at = spot.end
    return Masked(_EXPLAINED.sub(r"\g<name>", "".join((*parts, text[at:]))), groups)


def _acronym(form: str) -> bool:
    return form.replace(".", "").isupper() and len(form) < 6


@cache
def _seats() -> dict[str, str]:
    return dict(row.split("|") for row in lists.load("relations-seats-en"))


@cache
def _country_forms() -> Names:
    return Names(set(names.countries()) - set(_seats()))


@cache
def _proxy() -> re.Pattern[str]:
    proxies = "|".join(re.escape(each).replace(r"\ ", " ") for each in lists.load("relations-proxies-en"))
    return re.compile(rf"(?P<owner>['’]s)? (?i:{proxies})\b(?! (?:of|and|{_NOT_ACTING})\b)")


_REALM = re.compile(
    r"(?:[Gg]overnment of (?:the )?)?(?:Republic|Kingdom|Commonwealth|State|[Gg]overnment) of (?:the )?$"
)
_PAST = re.compile(r"\b(?:[Ff]ormer|[Tt]hen|[Ee]x|[Ll]ate)[ -]")
_PAST_BEFORE = re.compile(rf"{_PAST.pattern}$")
_EXPLAINED = re.compile(r"(?P<name>[\U000f0000-\U000f17ff]) \([\U000f0000-\U000f17ffA-Z]+\)")
"""'the Port Authority (PA)'."""
_NOT_ACTING = (
    "officials?|critics?|workers?|employees|contractors?|bonds?|debt|data|spending|agency|agencies|minister|news"
)
"""'government workers' are not the government."""
_GOES_ON = re.compile(r" (?:& )?[A-Z][\w’'-]*")
_LED_BY_NAME = re.compile(r"[A-Z][\w’'.-]* (?<!The )$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_TITLE = 3
"""Words in marks that are a title or a mocking word, not what somebody says: “no limits”."""

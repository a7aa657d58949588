"""Whether a person is he or she: what the texts say of them, before what the given name suggests.

'Mr Andrea Conti', 'the spokeswoman Andrea Conti', 'Andrea Conti resigned. He …' beat a list of given names, since one
name is a man's in one country and a woman's in the next. What the texts leave open stays open.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefpack.analysis._same import Same
from briefpack.model import Source
from briefpack.text import names, speech, words

_HE = re.compile(r"(?P<word>He|She) (?=[a-z])")
_HEAD_ENDS = re.compile(r",| (?:of|for|to|at|in|on|from|with|by|and) ")
_CLEAR = 2
"""By how many pronouns a text must go against the given name before it is believed."""


class Gender(NamedTuple):
    """'f', 'm' or '' where nothing settles it, and whether a text says so."""

    letter: str = ""
    told: bool = False


class Genders:
    """What the sources say of the people whom they name, by every form of the name."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._titles: dict[str, Counter[str]] = defaultdict(Counter)
        self._pronouns: dict[str, Counter[str]] = defaultdict(Counter)
        self._families: dict[str, set[str]] = defaultdict(set)
        """The given names of a family name: what is said of 'Silva' tells nothing where two are called so."""
        for source in sources:
            self._read(source)

    def of(self, name: str, aka: Iterable[str] = (), role: str = "") -> Gender:
        """Of a person: titles first, then the pronouns that follow the name, then the given name."""
        full = {names.fold(name)}
        family = names.fold(names.short(name))
        shared = len(self._families[family]) > 1
        forms = full | {form for form in (family, *map(names.fold, aka)) if not shared or not form.endswith(family)}
        titles = _sum(self._titles, full) or _sum(self._titles, forms)
        if by_role(role):
            titles[by_role(role)] += 1
        if titles:
            return Gender(next(iter(titles)), told=True) if len(titles) == 1 else Gender()
        return _weighed(_sum(self._pronouns, forms), names.gender(name))

    def _read(self, source: Source) -> None:
        for passage in source.passages:
            for mention in names.people(passage.text):
                given = names.fold(mention.name.split()[0]) if " " in mention.name else ""
                if len(given) > 1:
                    self._families[names.fold(names.short(mention.name))].add(given)
                title = names.gender("", mention.address) or by_role(mention.role)
                if title:
                    self._titles[names.fold(mention.name)][title] += 1
        for before, after in pairwise(source.passages):
            follows = _HE.match(after.text) if before.ref.paragraph == after.ref.paragraph else None
            if follows and (name := _only(before.text)):
                self._pronouns[names.fold(name)]["f" if follows["word"] == "She" else "m"] += 1


def genders(sources: tuple[Source, ...]) -> Genders:
    """Read once for all finders."""
    return _genders(Same(sources))


@lru_cache(maxsize=2)
def _genders(known: Same[tuple[Source, ...]]) -> Genders:
    return Genders(known.value)


def by_role(role: str) -> str:
    """'spokeswoman for the port', 'mother of three'; nothing for "the king's adviser" or 'aide to the queen'."""
    head = _HEAD_ENDS.split(role, maxsplit=1)[0].split()
    return names.gender("", head[-1]) if head else ""


def _only(text: str) -> str:
    """The one person of a sentence, whom 'he' means in the next one; '' where it tells of kin or of others too."""
    hidden = speech.hide(text, speech.spans(text))
    named = {mention.name for mention in names.people(hidden)}
    others = words.data("names.kin") & {word.lower() for word in words.words(hidden)}
    return named.pop() if len(named) == 1 and not others else ""


def _sum(table: Mapping[str, Counter[str]], forms: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for form in forms:
        found += table.get(form, Counter())
    return found


def _weighed(pronouns: Counter[str], listed: str) -> Gender:
    """What the pronouns say; against the given name they must say it clearly, else nothing is settled."""
    if not pronouns:
        return Gender(listed)
    first, often = max(sorted(pronouns.items()), key=lambda row: row[1])
    lead = often - (pronouns.total() - often)
    if lead <= 0:
        return Gender()
    if listed in ("", first):
        return Gender(first, told=True)
    return Gender(first, told=True) if lead >= _CLEAR else Gender()

"""What the sources speak of: nouns that most of them use, in words that a title or a table's row can hold.

A bare name says little ('Kansas'); 'free meals' and 'the levy' say what is at issue.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from briefpack.model import Brief, Source
from briefpack.text import words

_TOKEN = re.compile(r"[^\W_][\w’'-]*|[^\w\s]")
_BEFORE = frozenset("the a an its their our no any every each some this that these those his her".split())
_LEAST = 4
"""Times that a noun stands in all sources together."""
_CLOSES = 0.55
"""Share of its places in which nothing follows that it could belong to: 'rents.', not 'annual' in 'annual rents'."""
_JOINED = 0.4
"""Share of its places in which the same word stands before a noun, from which the two are one: 'dark matter'."""
_WITH_THE = 0.4
_CAP = 6
"""Times in one source that count: a text that says a word forty times is not the only one."""
_TITLED = 1.0
"""How much more a noun weighs for each source that has it in its title, up to two."""
_OFTEN = 0.35
_MOST = 20


@dataclass(frozen=True, slots=True)
class Matter:
    """A noun that sources share."""

    name: str
    """As it is commonly written: 'horse mackerel'."""
    said: str
    """The same inside a sentence: 'the levy', 'horse mackerel'."""
    noun: str
    """The noun alone, to find it again: 'mackerel'. No other form of it: 'powers' are not 'power'."""

    bare: bool
    """A single noun in the singular that mostly has an article, though seldom 'the': 'a storm'."""


@dataclass(slots=True)
class _Seen:
    """How a noun stands in the sources."""

    forms: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    opened: int = 0
    closed: int = 0
    defined: int = 0
    titles: int = 0

    @property
    def total(self) -> int:
        return self.forms.total()


def matters(brief: Brief) -> list[Matter]:
    """Nouns that more than half of the sources use, best shared and most frequent first; none of one source.

    A singular that has other articles ('a storm') comes last: it is seldom the one thing that all speak of.
    """
    if len(brief.sources) < 2 or any(source.language not in (None, "en") for source in brief.sources):
        return []
    seen: dict[str, _Seen] = {}
    for source in brief.sources:
        _read(source, seen)
    good = {word: _weight(one, len(brief.sources)) for word, one in seen.items() if _is_noun(one, len(brief.sources))}
    found = [_matter(seen[word]) for word in sorted(good, key=lambda word: -good[word])[:_MOST]]
    return sorted(found, key=lambda matter: matter.bare)


def _read(source: Source, seen: dict[str, _Seen]) -> None:
    for passage in source.passages:
        row = _TOKEN.findall(passage.text)
        for place, word in enumerate(row):
            if _may_be(word):
                one = seen.setdefault(_fold(word), _Seen())
                _note(one, row, place)
                one.sources[source.key] += 1
    for word in {_fold(each) for each in _TOKEN.findall(source.title)}.intersection(seen):
        seen[word].titles += 1


def _note(one: _Seen, row: list[str], place: int) -> None:
    before = row[place - 1].lower() if place else ""
    one.forms[row[place]] += 1
    one.opened += before in _BEFORE or (place > 1 and row[place - 2].lower() in _BEFORE)
    one.defined += before == "the"
    one.closed += place + 1 == len(row) or not _may_be(row[place + 1])
    if place and _may_join(row[place - 1]):
        one.before[before] += 1


def _is_noun(one: _Seen, sources: int) -> bool:
    shared = len(one.sources) * 2 > sources and one.total >= _LEAST
    return bool(shared and one.opened and one.closed >= _CLOSES * one.total)


def _weight(one: _Seen, sources: int) -> float:
    said = sum(min(count, _CAP) for count in one.sources.values())
    return said * len(one.sources) / sources * (1 + _TITLED * min(one.titles, 2))


def _matter(one: _Seen) -> Matter:
    before, times = max(one.before.items(), key=lambda pair: pair[1], default=("", 0))
    joined = times >= _JOINED * one.total
    defined = one.defined >= _WITH_THE * one.total and not joined
    form = max(one.forms, key=lambda form: (form.endswith("s") and _several(one, form), one.forms[form]))
    name = f"{before} {form}" if joined else form
    bare = not (joined or defined or name.endswith("s")) and one.opened >= _JOINED * one.total
    return Matter(name, f"the {name}" if defined or bare else name, form, bare)


def _several(one: _Seen, form: str) -> bool:
    """Whether a noun is often enough in the plural for a heading: 'audits', where 'audit' would need an article."""
    return one.forms[form] >= _OFTEN * one.total


def _fold(word: str) -> str:
    """'tool' for 'tools', 'joint' for 'half-joints': the last part says what it is."""
    return (words.in_order(word) or [""])[-1]


def _may_be(word: str) -> bool:
    """Whether a word could be a noun that names a matter: small letters, no verb, no adverb, nothing vague."""
    if len(word) < 4 or not word.isascii() or not word.islower() or "'" in word or not word[0].isalpha():
        return False
    folded = _fold(word)
    return bool(folded) and not ({word, folded} & _none() or word.endswith(("ly", "ed", "ing", "ary", "-")))


def _may_join(word: str) -> bool:
    return word.islower() and word.isascii() and word.isalpha() and len(word) > 2 and word not in _none()


@cache
def _loose() -> frozenset[str]:
    return frozenset().union(*map(words.data, ("stop-en", "generic-en", "times-en", "verbs-en"))) | _BEFORE


@cache
def _none() -> frozenset[str]:
    lists = ("no-matters-en", "vague-en", "reporting-en", "uncounted-en", "units-en", "ordinals-en")
    rows = (entry.split() for name in lists for entry in words.data(name))
    return _loose() | {word for row in rows for word in row} | _MORE


_MORE = frozenset(
    "nothing something anything everybody others everyone number paper sources text member members known eleven twelve"
    " twenty rise fall increase change result measure data".split()
)

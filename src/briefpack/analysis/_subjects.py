"""Whom and what a statement is about: people, bodies, countries and other names, each in one spelling."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefpack.model import Brief, Organisation, Person, Source
from briefpack.text import lists, words

_CAPITAL = re.compile(r"(?<=[\w,;:”’)] )(?:[A-Z][\w’-]*[a-z][\w’-]*|[A-Z]{2,})")
_COMMON = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December President Minister Prime Foreign Mr Mrs Ms Dr The I".split()
)
_ARTICLED = frozenset(
    {"Republic", "Union", "Emirates", "Netherlands", "Philippines", "Islands", "Quad", "Bank", "Fund"}
)


class Subjects:
    """Names of a brief and its sources, found again in single statements."""

    def __init__(self, sources: tuple[Source, ...], found: Brief) -> None:
        self._names = dict(_countries())
        self._terms = tuple(term.term for term in found.terms)
        self._seen: dict[str, tuple[str, ...]] = {}
        actors: tuple[Person | Organisation, ...] = (*found.people, *found.organisations)
        for item in actors:
            self._names.update(dict.fromkeys((item.name, *item.aka), item.name))
        forms = sorted(self._names, key=lambda form: (-len(form), form))
        self._form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?![^\W_])") if forms else None
        self.spread = Counter(name for s in sources for p in s.passages for name in self.of(p.text))
        """In how many passages each name stands."""
        self._common = Counter(word for s in sources for p in s.passages for word in words.content(p.text))

    def of(self, text: str) -> tuple[str, ...]:
        """The names in a text, in order, each once: 'Beijing' and 'Chinese' are 'China'."""
        if text not in self._seen:
            self._seen[text] = self._names_in(text)
        return self._seen[text]

    def label(self, one: str, other: str) -> str:
        """What two statements share, to name what is at issue: their rarest two names, else words, else ''."""
        ours, theirs = self.of(one), set(self.of(other))
        shared = [name for name in ours if name in theirs]
        rare = sorted(shared, key=lambda name: self.spread[name])[:2]
        named = [name for name in shared if name in rare]
        return " and ".join(map(_with_article, named)) or _words(one, other)

    def topic(self, text: str) -> str:
        """What one statement is about: a coined term, else its rarest name, else its commonest word; or ''."""
        term = next((term for term in self._terms if term in text), "")
        names = sorted(self.of(text), key=lambda name: self.spread[name])
        if term or names:
            return f"“{term}”" if term else _with_article(names[0])
        long = [word for word in words.words(text) if len(word) > 5 and words.content(word)]
        return max(long, key=lambda word: self._common[min(words.content(word))], default="").lower()

    def _names_in(self, text: str) -> tuple[str, ...]:
        known = [(m.start(), self._names[m[0]]) for m in self._form.finditer(text)] if self._form else []
        rest = self._form.sub(lambda found: " " * len(found[0]), text) if self._form else text
        known += [(m.start(), _bare(m[0])) for m in _CAPITAL.finditer(rest) if _bare(m[0]) not in _COMMON]
        return tuple(dict.fromkeys(name for _, name in sorted(known)))


def _words(one: str, other: str) -> str:
    """The first content word that both statements hold, as the first one spells it."""
    shared = words.content(one) & words.content(other)
    return next((word.lower() for word in words.words(one) if words.content(word) & shared and len(word) > 4), "")


def _with_article(name: str) -> str:
    """'the United States', 'the Netherlands'; 'China' as it is."""
    parts = name.split()
    return f"the {name}" if parts[0] == "United" or parts[-1] in _ARTICLED else name


def _bare(name: str) -> str:
    return re.sub(r"[’']s?$", "", name)


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    """Each name, adjective and seat of government with the country's first name."""
    rows = [line.split("|") for line in lists.load("names.countries")]
    return tuple((form, row[0].split(",")[0]) for row in rows for part in row for form in part.split(",") if form)

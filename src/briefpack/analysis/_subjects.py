"""Whom and what a statement is about: people, bodies, countries and other names, each in one spelling."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefpack.analysis import _glossary
from briefpack.model import Brief, Organisation, Person, Source
from briefpack.text import lists, words

_TOKEN = re.compile(r"[A-Za-z]+(?=[ ,;])|[^\W\d_](?:[\w’']|\.(?=[^\W\d_]))*")
"""'U.S.' is one word, without its last full stop; 'Anglo-French' two."""
_CAPITAL = re.compile(r"[A-Z][\w’.]*[a-z][\w’.]*|[A-Z]{2,}")
_OWNER = re.compile(r"[’']s?$")
_COMMON = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December President Minister Prime Foreign Mr Mrs Ms Dr The I".split()
)
_ARTICLED = frozenset(
    "Republic Union Emirates Netherlands Philippines Islands Quad Bank Fund West East South North"
    " Kremlin Commission Court"
    " Committee Council Ministry Authority Agency Department Office Board Association Federation"
    " Alliance Assembly Senate"
    " Parliament Congress Institute Foundation Centre Center Society Party Group Coalition Service"
    " Organisation Organization"
    " Middle\u00a0East Gulf Arctic Sahel Balkans Pacific Atlantic Treasury Pentagon".split()
)


class Subjects:
    """Names of a brief and its sources, found again in single statements."""

    def __init__(self, sources: tuple[Source, ...], found: Brief) -> None:
        self._names = dict(_countries())
        self._terms = tuple(term.term for term in found.terms if not _glossary.is_listed(term.term))
        self._seen: dict[str, tuple[str, ...]] = {}
        actors: tuple[Person | Organisation, ...] = (*found.people, *found.organisations)
        for item in actors:
            self._names.update(dict.fromkeys((item.name, *item.aka), item.name))
        self._openings = _opening_words() | {_opening(form) for form in self._names.keys() - dict(_countries()).keys()}
        """The first words of the names: no name of several words begins with another."""
        self.spread = Counter(name for s in sources for p in s.passages for name in self.of(p.text))
        """In how many passages each name stands."""
        self._common = Counter(word for s in sources for p in s.passages for word in words.content(p.text))

    def of(self, text: str) -> tuple[str, ...]:
        """The names in a text, in order, each once: 'Lima' and 'Peruvian' are 'Peru'."""
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

    def printed(self, name: str) -> str:
        """A name as it stands inside a sentence: 'the United States'."""
        return _with_article(name)

    def common(self, word: str) -> int:
        """In how many passages a content word stands."""
        return self._common[word]

    def topic(self, text: str) -> str:
        """What one statement is about: a coined term, else its rarest name, else its commonest word; or ''."""
        term = next((term for term in self._terms if term in text), "")
        names = sorted(self.of(text), key=lambda name: self.spread[name])
        if term or names:
            return f"“{term}”" if term else _with_article(names[0])
        long = [word for word in words.words(text) if len(word) > 5 and words.content(word)]
        return max(long, key=lambda word: self._common[min(words.content(word))], default="").lower()

    def _names_in(self, text: str) -> tuple[str, ...]:
        row = list(_TOKEN.finditer(text))
        names: dict[str, None] = {}
        place = 0
        while place < len(row):
            if not row[place][0][0].isupper():  # most words: no name begins so
                place += 1
                continue
            size, name = self._known(text, row, place)
            if not size and place and _CAPITAL.fullmatch(row[place][0]):
                size, name = self._unknown(text, row, place)
            if name:
                names.setdefault(name)
            place += max(size, 1)
        return tuple(names)

    def _unknown(self, text: str, row: list[re.Match[str]], place: int) -> tuple[int, str]:
        """A run of capitals that nobody has told of: 'Baffin Bay' is one name."""
        end = place
        while (
            end < len(row) and end < place + 4 and _CAPITAL.fullmatch(row[end][0]) and _bare(row[end][0]) not in _COMMON
        ):
            end += 1
            if end == len(row) or text[row[end - 1].end() : row[end].start()] != " " or self._known(text, row, end)[0]:
                break
        if end == place:
            return 1, ""
        name = _bare(text[row[place].start() : row[end - 1].end()])
        return end - place, "" if name.lower() in words.data("stop-en") else name

    def _known(self, text: str, row: list[re.Match[str]], place: int) -> tuple[int, str]:
        """The longest known name that starts at a word, with its size in words; (0, '') if none does."""
        word = row[place][0]
        if not word[0].isupper():
            return 0, ""
        longest = 6 if word in self._openings else 1
        for size in range(min(longest, len(row) - place), 0, -1):
            form = text[row[place].start() : row[place + size - 1].end()]
            name = self._names.get(form) or self._names.get(_bare(form)) or self._names.get(form + ".")
            if name:
                return size, name
        return 0, ""


def _words(one: str, other: str) -> str:
    """The first content word that both statements hold, as the first one spells it."""
    shared = words.content(one) & words.content(other)
    return next((word.lower() for word in words.words(one) if words.content(word) & shared and len(word) > 4), "")


def _with_article(name: str) -> str:
    """'the United States', 'the Netherlands'; 'Peru' as it is."""
    parts = name.split()
    return f"the {name}" if parts[0] == "United" or parts[-1] in _ARTICLED else name


def _bare(name: str) -> str:
    """'Peru' of 'Peru’s'."""
    return _OWNER.sub("", name) if name[-1:] in "s’'" else name


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(_opening(form) for form, _ in _countries())


def _opening(form: str) -> str:
    first = _TOKEN.search(form)
    return first[0] if first else ""


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    """Each name, adjective and seat of government with the country's first name."""
    rows = [line.split("|") for line in lists.load("names.countries")]
    return tuple((form, row[0].split(",")[0]) for row in rows for part in row for form in part.split(",") if form)

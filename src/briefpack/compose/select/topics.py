"""What several sources are about: the names that most of them use, else the words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefpack.compose.select.sides import country
from briefpack.model import Brief, Organisation, Person, Source
from briefpack.text import rare, words

_NAME = re.compile(r"(?<=[a-z,;’'”] )(?:[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)*)")
"""Capitalised words inside a sentence, so that its first word is not taken for a name."""
_MOST = 6
_OFTEN = 4
"""Times that each source must use a word for it to be a subject of all."""
_ABOUT = re.compile(r"^(?:.*: |What the sources say of )")
_SMALL = frozenset("the of and in on for".split())
_PARTS = re.compile(r"['’]s\b|[-–]")


def topics(brief: Brief, *, names_only: bool = False) -> list[str]:
    """Names in most sources that are no people's, the most frequent first; words, where there is no such name."""
    needed = len(brief.sources) // 2 + 1
    people = {part for person in brief.people for name in (person.name, *person.aka) for part in name.split()}
    ignored = people | {part for source in brief.sources for part in _own(source)}
    names = _counted([_names(source) for source in brief.sources], needed)
    stop = words.data("names.stop")
    good = [name for name in names if not set(name.split()) & (ignored | stop) and name not in _adjectives()]
    if len(brief.sources) > 1 and good:
        return good
    return [] if names_only else _words(brief)


def headlined(brief: Brief) -> list[str]:
    """Names, people's too, that stand in the titles of most sources, the one in most of them first.

    Titles are written in capitals, so that a name has to stand inside a sentence of the text as well.
    """
    titles = [source.title for source in brief.sources if not source.title_derived]
    if len(titles) < 2 or len(titles) < len(brief.sources):
        return []
    own, stop = {part for source in brief.sources for part in _own(source)}, words.data("names.stop") | _adjectives()
    counts: Counter[str] = sum((_names(source) for source in brief.sources), Counter())
    actors: tuple[Person | Organisation, ...] = (*brief.people, *brief.organisations)
    counts.update({each: len(one.refs) for one in actors for each in (one.name, *one.aka)})
    in_titles = {name: sum(bool(re.search(rf"\b{re.escape(name)}\b", each)) for each in titles) for name in counts}
    good = [
        name
        for name in counts
        if in_titles[name] > 1 and in_titles[name] * 2 > len(titles) and _names_more(set(name.split()), own, stop)
    ]
    good.sort(key=lambda name: (-in_titles[name], -len(name.split()), -counts[name]))
    return [
        name for at, name in enumerate(good) if not any(set(name.split()) & set(other.split()) for other in good[:at])
    ]


def _names_more(parts: set[str], own: set[str], stop: frozenset[str]) -> bool:
    """Whether a name is more than a newspaper's own, a month's, a people's or a word: 'South Dakota', not 'Marsh'."""
    plain = len(parts) == 1 and not any(rare.is_rare(part.lower()) or part.isupper() for part in parts)
    return not (plain or parts & own or parts <= stop)


def _words(brief: Brief) -> list[str]:
    """Words that every source uses often."""
    counts = [Counter(words.in_order(_text(source))) for source in brief.sources]
    often = [word for word in _counted(counts, len(counts)) if all(count[word] >= _OFTEN for count in counts)]
    return [_as_written(word, brief) for word in often if word.isalpha() and len(word) > 3][:_MOST]


def about(tension: str) -> str:
    """'Claim and denial: support' is about support."""
    return _ABOUT.sub("", tension).rstrip("?.")


def in_words(said: str) -> bool:
    """Whether a heading says more than a name: 'the levy', “dry bridge”, a country; not 'Omaha', not 'Noor'."""
    return any(word[:1].islower() and word not in _SMALL for word in said.split()) or "“" in said or country(said)


def _as_written(word: str, brief: Brief) -> str:
    """The commonest form of a folded word: 'tools' for 'tool'."""
    forms = Counter(
        each.lower() for source in brief.sources for each in words.words(_text(source)) if word in words.content(each)
    )
    return max(forms, key=lambda form: forms[form], default=word)


def _counted(counts: list[Counter[str]], needed: int) -> list[str]:
    """What stands in enough sources at least twice in one of them, best shared first, then most frequent."""
    total = sum(counts, Counter[str]())
    spread = {each: sum(each in count for count in counts) for each in total}
    good = [each for each in total if spread[each] >= needed and total[each] > len(counts)]
    return sorted(good, key=lambda each: (-spread[each], -total[each]))


def _names(source: Source) -> Counter[str]:
    return Counter(_NAME.findall(_PARTS.sub(" ", _text(source))))


def _text(source: Source) -> str:
    return " ".join(passage.text for passage in source.passages)


def _own(source: Source) -> set[str]:
    """Words of the source's own name: an article says little by naming its newspaper."""
    return {word for name in (source.publisher or "", *source.authors) for word in name.split() if word[:1].isupper()}


@cache
def _adjectives() -> frozenset[str]:
    """'Chinese', 'European': they name no subject."""
    rows = (entry.split("|") for entry in words.data("names.countries"))
    return frozenset(word for row in rows if len(row) > 1 for word in row[1].split(","))

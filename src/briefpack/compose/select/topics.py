"""What several sources are about: the names that most of them use, else the words."""

from __future__ import annotations

import re
from collections import Counter

from briefpack.model import Brief, Source
from briefpack.text import words

_NAME = re.compile(r"(?<=[a-z,;’'”] )(?:[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)*)")
"""Capitalised words inside a sentence, so that its first word is not taken for a name."""
_PARTS = re.compile(r"['’]s\b|[-–]")


def topics(brief: Brief) -> list[str]:
    """Names in most sources that are no people's, the most frequent first; words, where there is no such name."""
    needed = len(brief.sources) // 2 + 1
    people = {part for person in brief.people for name in (person.name, *person.aka) for part in name.split()}
    ignored = people | {part for source in brief.sources for part in _own(source)}
    names = _counted([_names(source) for source in brief.sources], needed)
    good = [name for name in names if not set(name.split()) & ignored and name.lower() not in words.data("names.stop")]
    if len(brief.sources) > 1 and good:
        return good
    counts = [Counter(words.in_order(_text(source))) for source in brief.sources]
    return [word for word in _counted(counts, needed) if word.isalpha() and len(word) > 3]


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

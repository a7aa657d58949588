"""What looks wrong in a document, as notices for its editor; nothing is corrected and nothing stops.

Besides the slips of single sentences: marks without their partner, a name that one place spells
otherwise, a number that two places of one document give differently.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby, islice, pairwise

from briefpack.model import Notice, Passage, Source
from briefpack.text import figures, words
from briefpack.text.slips import slips as in_sentence

_MOST = 30
_OF_A_KIND = 2
_ENGLISH = (None, "en")
_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-zà-ÿ]{4,}(?![\w’'-]*-)")
_OFTEN = 3
"""How often a name must stand in its usual spelling before another is called odd."""
_ENDINGS = ("s", "n", "e", "an", "y", "i", "a", "o", "ed", "er", "es")
_SHARED = 4
"""Words that two sentences share besides what they count, where they tell of one thing."""
_INCHES = re.compile(r"(?<=\d)[”\"](?= \w)")
_MOVES = re.compile(
    r"\b(?:by|since|rose|fell|up|down|more|fewer|less|another|further|other|first|initial\w*|later"
    r"|earlier|now|so far|year|month"
    r"|week|today|yesterday|last|next|previous\w*|again|then|each|every|per|least|most|about|nearly|almost|over|estimated?)\b"
    r"|\b(?:1[5-9]|20)\d\d\b",
    re.IGNORECASE,
)
"""Words with which a number may rightly change from one place to the next."""


def find(sources: tuple[Source, ...]) -> tuple[Notice, ...]:
    """At most thirty notices, in the documents' order; of one kind the first in each document, and how many more."""
    return tuple(islice((notice for source in sources for notice in _gathered(source)), _MOST))


def _gathered(source: Source) -> Iterator[Notice]:
    """What is done wrong throughout a document is told once."""
    kinds: dict[str, list[Notice]] = defaultdict(list)
    for notice in _of(source):
        kinds[notice.what.partition(":")[0]].append(notice)
    for notices in kinds.values():
        shown = notices[:_OF_A_KIND]
        yield from shown[:-1]
        more = len(notices) - len(shown)
        last = shown[-1]
        yield Notice(f"{last.what} (and {more} more in this document)", last.where) if more else last


def _of(source: Source) -> Iterator[Notice]:
    if source.language not in _ENGLISH:
        return
    passages = [passage for passage in source.passages if passage.kind != "caption"]
    for passage in passages:
        for slip in in_sentence(passage.text, source.published):
            yield _notice(passage, f"may be a slip, {slip.what}: “{slip.words}”")
    yield from _marks(passages)
    yield from _names(passages)
    yield from _numbers(passages)


def _notice(passage: Passage, what: str) -> Notice:
    return Notice(what, str(passage.ref))


def _marks(passages: list[Passage]) -> Iterator[Notice]:
    """A quotation that opens in a paragraph must close there, or go on at the start of the next one."""
    rows = [list(group) for _, group in groupby(passages, key=lambda passage: passage.ref.paragraph)]
    texts = [_INCHES.sub("", " ".join(passage.text for passage in row)) for row in rows] + [""]
    going_on = False
    for place, row in enumerate(rows):
        text = texts[place]
        if text.count('"') % 2:
            going_on = False
            continue
        opened, closed = text.count("“") + going_on * (not text.startswith("“")), text.count("”")
        goes_on = texts[place + 1].startswith(("“", '"', "‘"))
        if closed > opened or (opened > closed and not goes_on):
            yield _notice(row[0], "may be a slip, a quotation mark without its partner in this paragraph")
        if text.count("(") > text.count(")"):
            yield _notice(row[0], "may be a slip, a bracket that is never closed in this paragraph")
        going_on = opened > closed and goes_on and not texts[place + 1].startswith("“")


def _names(passages: list[Passage]) -> Iterator[Notice]:
    """A capitalised word that stands once, one letter away from one that stands often."""
    counts: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    small: set[str] = set()
    for passage in passages:
        small.update(word for word in words.words(passage.text) if word.islower())
        for name in _NAME.findall(passage.text):
            counts[name] += 1
            first.setdefault(name, passage)
    usual = _by_signature(name for name, count in counts.items() if count >= _OFTEN)
    for name, count in counts.items():
        if count == 1 and name.lower() not in small and name not in words.data("names.stop"):
            near = {other for key in _signatures(name) for other in usual.get(key, ()) if _one_letter(name, other)}
            for other in sorted(near):
                yield _notice(
                    first[name], f"may be a slip, a name spelled in two ways: “{name}” here, “{other}” elsewhere"
                )


def _by_signature(names: Iterator[str]) -> dict[str, list[str]]:
    held: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in _signatures(name):
            held[key].append(name)
    return held


def _signatures(name: str) -> set[str]:
    """The name and all that is left of it without one of its letters; its first letter must stand."""
    return {name, *(name[:place] + name[place + 1 :] for place in range(1, len(name)))}


def _one_letter(name: str, other: str) -> bool:
    """One letter more, fewer or other within them; not 'Korea' and 'Korean', 'Merkel' and 'Merkels'."""
    if name == other or abs(len(name) - len(other)) > 1 or len(min(name, other, key=len)) < 6:
        return False
    if any(name == other + end or other == name + end for end in _ENDINGS):
        return False
    if len(name) != len(other):
        return True
    apart = [place for place, pair in enumerate(zip(name, other, strict=True)) if len(set(pair)) > 1]
    swapped = len(apart) == 2 and apart[1] - apart[0] == 1 and name[apart[0]] == other[apart[1]]
    return (len(apart) == 1 and apart[0] < len(name) - 2) or swapped


def _numbers(passages: list[Passage]) -> Iterator[Notice]:
    """'14 people died in the fire' and '12 people died in the fire', bare and in one voice.

    One paragraph may well tell of a part and of the whole.
    """
    held: dict[frozenset[str], list[tuple[Passage, figures.Number]]] = defaultdict(list)
    for passage in passages:
        for number in figures.find(passage.text) if not _MOVES.search(passage.text) else ():
            if number.kind == "count" and number.counts and not number.hedge:
                held[words.content(number.counts)].append((passage, number))
    for counted, rows in held.items():
        for (one, first), (other, second) in pairwise(rows):
            shared = words.content(one.text) & words.content(other.text) - counted
            apart = one.ref.paragraph != other.ref.paragraph and first.amount and second.amount
            if apart and first.amount != second.amount and len(shared) >= _SHARED:
                yield _notice(other, f"may be a slip: {second.value} {second.counts} here, {first.value} in {one.ref}")

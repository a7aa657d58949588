"""Where a statement of any output comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefpack import page
from briefpack.model import Entry, Page, Passage, Ref, Section, Source
from briefpack.text.plain import plain
from briefpack.text.shorten import recorded


@dataclass(frozen=True, slots=True)
class Found:
    """A statement of a product, and the passages that back it."""

    where: str
    """'students/deck.md, line 12', or 'brief.md, line 5'."""
    text: str
    passages: tuple[tuple[Source, Passage], ...]
    cuts: tuple[str, ...] = ()
    """What the statement leaves out of its first passage, where it is that sentence made shorter."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What was found of the words asked for."""

    statements: tuple[Found, ...]
    passages: tuple[tuple[Source, Passage], ...]
    """Passages that hold the words themselves, cited or not."""


def trace(words: str, pages: Iterable[tuple[str, Page]], sources: tuple[Source, ...]) -> Trace:
    """Look for words in the statements of pages and in the documents, without regard to case and quotes."""
    asked = wanted(words)
    known = {passage.ref: (source, passage) for source in sources for passage in source.passages}
    statements = tuple(
        _found(f"{name}, line {entry.line}", entry, tuple(known[ref] for ref in entry.refs if ref in known))
        for name, text in pages
        for entry in _entries(text)
        if holds(entry.text, asked)
    )
    return Trace(statements, tuple(pair for pair in known.values() if holds(pair[1].text, asked)))


def reference(words: str, sources: tuple[Source, ...]) -> tuple[tuple[Source, Passage], ...]:
    """The passage that '@globe, 7.2' or 'globe 7.2' names, or all of the paragraph that '[2 ¶7]' names."""
    inner = words.strip().strip("[]").replace("\u00a0", " ")
    printed = re.fullmatch(r"(\d+) ¶(\d+)", inner)
    place = (int(printed[1]), int(printed[2])) if printed else None
    return tuple(
        (source, passage)
        for number, source in enumerate(sources, start=1)
        for passage in source.passages
        if (number, passage.ref.paragraph) == place or passage.ref == _named(inner)
    )


def pages_of(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Page]]:
    """Pages by name from their texts."""
    for name, text in texts:
        yield name, page.parse(text, file=name)


def _found(where: str, entry: Entry, passages: tuple[tuple[Source, Passage], ...]) -> Found:
    full = passages[0][1].text if passages else ""
    return Found(where, entry.text, passages, _left_out(full, entry.text))


def _left_out(full: str, said: str) -> tuple[str, ...]:
    """What went from the passage: the same deletions, made again to the statement's length."""
    said = re.sub(r"^\*\*[^*]*\*\* ", "", said)
    for clauses_too in (False, True):
        short = recorded(full, len(said.split()), clauses_too=clauses_too)
        if short and short.cuts and plain(short.text).rstrip(".") == plain(said).rstrip("."):
            return tuple(map(str, short.cuts))
    return ()


def _entries(text: Page) -> Iterator[Entry]:
    for section in text.sections:
        yield Entry(section.heading, section.refs, "title", (), section.line)
        yield from _section_entries(section)


def _section_entries(section: Section) -> Iterator[Entry]:
    for group in section.groups:
        if group.heading:
            yield Entry(group.heading, group.refs, "title", (), group.line)
        yield from _flat(group.entries)
    yield from _flat(section.notes)


def _flat(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.children)


def wanted(words: str) -> str:
    """Words as they are looked for: plain spelling, any case, no quotes or stop at the ends."""
    return plain(words).casefold().strip(" .\"'")


def holds(text: str, asked: str) -> bool:
    """Whether a text has the words that `wanted` gave."""
    return bool(asked) and asked in plain(text).casefold()


def _named(words: str) -> Ref | None:
    try:
        return Ref.parse(words)
    except ValueError:
        return None

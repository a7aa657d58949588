"""From files on the disk to sources: read, told apart, named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from briefpack import readers
from briefpack.errors import ReadError
from briefpack.model import Notice, Source
from briefpack.pack import child
from briefpack.pack.folder import Document

MOST_BYTES = 20_000_000
"""Size of a document that is still read (reliability.md, 'Limits')."""


def read(documents: Iterable[Document]) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Read every document once; ReadError lists all that cannot be read, each with its reason."""
    sources: list[Source] = []
    notices: list[Notice] = []
    problems: list[str] = []
    for document in documents:
        try:
            reading = _reading(document)
        except ReadError as problem:
            problems.append(str(problem))
            continue
        twin = _twin(reading.source, sources)
        if twin:
            notices.append(_same(document.path, twin))
            continue
        sources.append(_named(reading.source, document, {source.key for source in sources}))
        notices += (replace(notice, where=notice.where or document.path.name) for notice in reading.notices)
    if problems:
        raise ReadError("\n".join(problems))
    return tuple(sources), tuple(notices)


def _reading(document: Document) -> readers.Reading:
    data = _bytes(document.path)
    reading = child.read(data, document.path.name) if data[:1024].lstrip()[:4] == b"%PDF" else None
    return reading or readers.read(data, document.path.name)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReadError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB: split it, or save its text alone")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: there is no such file: check the name and the folder") from None
    except OSError as problem:
        raise ReadError(f"{path}: cannot be read ({problem.strerror})") from None


def _named(source: Source, document: Document, taken: set[str]) -> Source:
    """The source with what the pack says of it, under a key of its own."""
    facts = dict(document.facts)
    if isinstance(facts.get("authors"), str):
        facts["authors"] = (str(facts["authors"]),)
    if "title" in facts:
        facts["title_derived"] = False  # type: ignore[assignment]
    told = replace(source, **facts)  # type: ignore[arg-type]
    if document.key and document.key in taken:
        raise ReadError(f"{document.path}: the key {document.key!r} is used twice: give each source its own")
    return readers.with_key(told, document.key or readers.key_for(told, taken))


def _twin(source: Source, others: Iterable[Source]) -> Source | None:
    """An earlier source of the same bytes or the same sentences."""
    text = [passage.text for passage in source.passages]
    for other in others:
        if other.sha256 == source.sha256 or [passage.text for passage in other.passages] == text:
            return other
    return None


def _same(path: Path, twin: Source) -> Notice:
    return Notice(f"is the same document as {twin.origin} and was left out", str(path.name), "name each document once")

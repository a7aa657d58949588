"""From files on the disk to sources: read, told apart, named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from briefpack import readers
from briefpack.errors import ReadError
from briefpack.model import Notice, Source
from briefpack.pack import child, plugged
from briefpack.pack.folder import Document
from briefpack.plugins import Guard

_QUICK_BYTES = 500_000
"""A larger document is read in a process of its own, with limits."""
MOST_BYTES = 20_000_000
"""Size of a document that is still read (reliability.md, 'Limits')."""


def read(documents: Iterable[Document]) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Read every document once; ReadError lists all that cannot be read, each with its reason."""
    documents = tuple(documents)
    asked = {document.key for document in documents}
    names = Counter(document.path.name for document in documents)
    sources: list[Source] = []
    notices: list[Notice] = []
    problems: list[str] = []
    guard = Guard()
    for document in documents:
        try:
            reading = _reading(document, guard)
        except plugged.FailedError as failed:
            do = "update the plugin, or save the text of the document"
            notices.append(Notice(f"could not be read by {failed}, and was left out", shown(document.path.name), do))
            continue
        except ReadError as problem:
            problems.append(str(problem))
            continue
        if names[document.path.name] > 1:
            reading = replace(reading, source=replace(reading.source, origin=_longer(document.path)))
        twin = _twin(reading.source, sources)
        if twin:
            notices.append(_same(document.path, twin))
            continue
        sources.append(_named(reading.source, document, asked | {source.key for source in sources}))
        notices += (replace(notice, where=notice.where or shown(document.path.name)) for notice in reading.notices)
    if problems:
        raise ReadError("\n".join(problems))
    return tuple(sources), (*notices, *guard.notices)


def shown(name: object) -> str:
    """A file's name or path as a message and a page can print it, on one line."""
    return "".join(one if one.isprintable() else " " if one.isspace() else "\ufffd" for one in str(name))


def bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """What a file holds; ReadError where it is none, too large, or may not be read."""
    where = shown(path)
    try:
        if not path.is_file() and path.exists():
            raise ReadError(f"{where}: is no file that can be read: name a document")
        if path.stat().st_size > most:
            raise ReadError(f"{where}: is larger than {most // 1_000_000} MB: split it, or save its text alone")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{where}: there is no such file{_nearest(path)}: check the name and the folder") from None
    except (OSError, ValueError) as problem:  # ValueError: a name that this system's encoding cannot write
        why = getattr(problem, "strerror", None) or "its name cannot be written here"
        raise ReadError(f"{where}: cannot be read ({why}): check the name and who may read it") from None


def _longer(path: Path) -> str:
    """'2024/report.txt', where the name alone would stand for two documents."""
    return shown(f"{path.parent.name}/{path.name}" if path.parent.name else path.name)


def _reading(document: Document, guard: Guard) -> readers.Reading:
    data = bytes_of(document.path)
    if reader := plugged.reader(document.path.name, guard):
        return readers.read(data, shown(document.path.name), reader)
    apart = len(data) > _QUICK_BYTES or b"%PDF-" in data[:1024]
    return (child.read if apart else readers.read)(data, shown(document.path.name))


def _nearest(path: Path) -> str:
    """', only trade-wire.txt': a file beside it with a name like it."""
    try:
        beside = [other.name for other in path.parent.iterdir() if other.name != path.name]
    except OSError:
        return ""
    near = get_close_matches(path.name, beside, n=1)
    return f", only {shown(near[0])}" if near else ""


def _named(source: Source, document: Document, taken: set[str]) -> Source:
    """The source with what the pack says of it, under a key of its own."""
    facts = dict(document.facts)
    if isinstance(facts.get("authors"), str):
        facts["authors"] = (str(facts["authors"]),)
    if "title" in facts:
        facts["title_derived"] = False  # type: ignore[assignment]
    if "genre" in facts:
        facts["genre_reason"] = "set in pack.yaml"
        facts["worked_out"] = tuple(note for note in source.worked_out if not note.startswith("genre: "))
    told = replace(source, **facts)  # type: ignore[arg-type]
    return readers.with_key(told, document.key or readers.key_for(told, taken))


def _twin(source: Source, others: Iterable[Source]) -> Source | None:
    """An earlier source of the same bytes or the same sentences."""
    text = [passage.text for passage in source.passages]
    for other in others:
        if other.sha256 == source.sha256 or [passage.text for passage in other.passages] == text:
            return other
    return None


def _same(path: Path, twin: Source) -> Notice:
    what = f"is the same document as {twin.origin} and was left out"
    return Notice(what, shown(path.name), "name each document once")

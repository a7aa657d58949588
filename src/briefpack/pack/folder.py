"""A pack folder: pack.yaml says what is built from which documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefpack import settings
from briefpack.errors import ReadError, UsageError

PACK_FILE = "pack.yaml"
AUDIENCES = ("students", "policy")
PAPERS = ("a4", "letter")

_SOURCE = {
    "file": str,
    "key": str,
    "title": str,
    "authors": (str,),
    "publisher": str,
    "published": str,
    "genre": str,
    "language": str,
    "url": str,
}
_DETAILS = ("course", "teacher", "institution", "date")
_KNOWN: Mapping[str, object] = {
    "title": str,
    "question": str,
    "audiences": (str,),
    "paper": str,
    **dict.fromkeys(_DETAILS, str),
    "sources": (str, _SOURCE),
}


@dataclass(frozen=True, slots=True)
class Document:
    """A document to read, and what the pack says of it."""

    path: Path
    facts: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    """Fields of Source that override what the document says of itself."""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What to build, from what, and where to."""

    documents: tuple[Document, ...]
    out: Path
    home: Path
    """Where brief.md lives: the pack folder, or OUT for loose files."""
    audiences: tuple[str, ...] = AUDIENCES
    title: str = ""
    question: str = ""
    paper: str = "a4"
    details: tuple[tuple[str, str], ...] = ()
    """course, teacher, institution, date, where the pack gives them."""


def job(
    inputs: tuple[Path, ...],
    *,
    out: Path | None = None,
    audiences: tuple[str, ...] = (),
    paper: str = "",
    title: str = "",
    question: str = "",
) -> Job:
    """What a command line asks for: one pack folder, or loose documents; UsageError where it is neither."""
    folder = _pack_folder(inputs)
    if folder is None:
        _refuse_folders(inputs)
        home = out or Path("out")
        found = Job(tuple(Document(path) for path in inputs), home, home)
    else:
        found = _from_pack(folder, out or folder / "out")
    return Job(
        found.documents,
        found.out,
        found.home,
        _known(audiences, AUDIENCES, "audience") or found.audiences,
        title or found.title,
        question or found.question,
        paper or found.paper,
        found.details,
    )


def _pack_folder(inputs: tuple[Path, ...]) -> Path | None:
    if len(inputs) != 1:
        return None
    given = inputs[0]
    if given.name == PACK_FILE and given.is_file():
        return given.parent
    return given if (given / PACK_FILE).is_file() else None


def _refuse_folders(inputs: tuple[Path, ...]) -> None:
    for path in inputs:
        if path.is_dir():
            raise UsageError(
                f"{path} is a folder without a {PACK_FILE}: name documents, or write one (see docs/how-to/pack.md)"
            )


def _from_pack(folder: Path, out: Path) -> Job:
    path = folder / PACK_FILE
    where = str(path)
    found = settings.read(_text(path), file=where, known=_KNOWN)
    documents = tuple(_document(folder, entry, where) for entry in found.get("sources", ()))
    if not documents:
        raise UsageError(f"{where}: names no sources: add a list 'sources:' of files beside it")
    paper = _known((found.get("paper", "a4"),), PAPERS, "paper", where)[0]
    return Job(
        documents,
        out,
        folder,
        audiences=_known(tuple(found.get("audiences", AUDIENCES)), AUDIENCES, "audience", where),
        title=found.get("title", ""),
        question=found.get("question", ""),
        paper=paper,
        details=tuple((key, found[key]) for key in _DETAILS if found.get(key)),
    )


def _document(folder: Path, entry: str | Mapping[str, Any], where: str) -> Document:
    if isinstance(entry, str):
        return Document(folder / entry)
    if "file" not in entry:
        raise UsageError(f"{where}: a source has no 'file:': name the document beside it")
    facts = tuple(
        (key, tuple(value) if isinstance(value, list) else value)
        for key, value in entry.items()
        if key not in ("file", "key")
    )
    return Document(folder / entry["file"], facts, entry.get("key", ""))


def _known(given: tuple[str, ...], known: tuple[str, ...], what: str, where: str = "") -> tuple[str, ...]:
    place = f"{where}: " if where else ""
    for one in given:
        if one not in known:
            raise UsageError(f"{place}no {what} is called {one!r}; there are {', '.join(known)}")
    return tuple(dict.fromkeys(given))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is not UTF-8 text: save it as UTF-8") from None
    except OSError as problem:
        raise ReadError(f"{path}: cannot be read ({problem.strerror})") from None

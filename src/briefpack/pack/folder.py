"""A pack folder: pack.yaml says what is built from which documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from briefpack import settings
from briefpack.errors import ReadError, UsageError
from briefpack.model import Budget, QuestionMix
from briefpack.pack import bibliography, handout_kinds, keys, mixing
from briefpack.pack.courses import Course, of_loose, of_pack
from briefpack.pack.courses.layers import read_settings
from briefpack.pack.keys import AUDIENCES
from briefpack.text.plain import clean_text, fold

PACK_FILE = "pack.yaml"
BRIEF = "brief.md"
FREE = Budget()
_MOST_BYTES = 20_000_000
"""Size of a list of sources that is still read."""


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
    nlp: bool = False
    """Whether spaCy is to help with names: never unless asked for, so that every machine gives the same bytes."""
    budget: Budget = FREE
    """What each deck is kept to."""
    handouts: tuple[str, ...] = handout_kinds.USUAL
    """Which handouts of each deck: '3', '6' … slides a page."""
    look: str = ""
    """A look by name, or the file of somebody else's template; empty for each audience's own."""
    large: bool = False
    """Whether everything but the slides is made in large print, too."""
    as_of: str = ""
    """The day against which what to watch is past or to come; empty for the day of the newest source."""
    language: str = ""
    """The language of headings, questions and everything else that the program words; empty for English."""
    logo: str = ""
    """The file of a picture for the title slide and the head of pages."""
    course: Course = field(default_factory=Course)
    """The templates, audiences and looks that it is made with."""
    mix: QuestionMix = mixing.USUAL
    """How many questions, of which levels and skills."""
    zipped: bool = False
    """Whether archives to send are written, too."""

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """What the brief keeps of the pack."""
        return (*self.details, ("as of", self.as_of)) if self.as_of else self.details


def job(
    inputs: tuple[Path, ...],
    *,
    out: Path | None = None,
    audiences: tuple[str, ...] = (),
    paper: str = "",
    title: str = "",
    question: str = "",
    nlp: bool = False,
    budget: Budget = FREE,
    handout: str = "",
    look: str = "",
    large: bool = False,
    as_of: str = "",
    mix: QuestionMix | None = None,
) -> Job:
    """What a command line asks for: one pack folder, or loose documents; UsageError where it is neither."""
    folder = _pack_folder(inputs)
    if folder is None:
        _refuse_folders(inputs)
        home = out or Path("out")
        found = Job(tuple(Document(path) for path in inputs), home, home, course=of_loose())
    else:
        found = _from_pack(folder, out or folder / "out")
    if found.home.exists():
        _refuse_own(found)
    return replace(
        found,
        audiences=_audiences(audiences, found.course) or found.audiences,
        title=_short(title, "--title") or found.title,
        question=_short(question, "--question") or found.question,
        paper=paper or found.paper,
        nlp=nlp or found.nlp,
        budget=Budget(budget.slides or found.budget.slides, budget.minutes or found.budget.minutes),
        handouts=handout_kinds.asked(handout, "--handout") if handout else found.handouts,
        look=look or found.look,
        large=large or found.large,
        as_of=_day(as_of) or found.as_of,
        mix=mixing.joined(mix or QuestionMix(), found.mix),
    )


def _pack_folder(inputs: tuple[Path, ...]) -> Path | None:
    if len(inputs) != 1:
        return None
    given = inputs[0]
    if given.name == PACK_FILE and given.is_file():
        return given.parent
    try:
        return given if (given / PACK_FILE).is_file() else None
    except OSError as problem:
        raise ReadError(f"{given}: cannot be read ({problem.strerror}): see who may read it") from None


def _refuse_folders(inputs: tuple[Path, ...]) -> None:
    for path in inputs:
        if path.name == PACK_FILE or (path / PACK_FILE).is_file():
            raise UsageError(f"{path}: is a pack, which is built by itself: name it alone, or documents without it")
        if path.is_dir():
            what = f"is a folder without a {PACK_FILE}: name documents, or write one (see docs/how-to/pack.md)"
            raise UsageError(f"{path}: {what}")


def _from_pack(folder: Path, out: Path) -> Job:
    path = folder / PACK_FILE
    where = str(path)
    text = _text(path)
    course = of_pack(folder, read_settings(text, keys.KNOWN, where, folder))
    found = course.values()
    documents = tuple(_document(folder, entry) for entry in found.get("sources", ()))
    if not documents:
        raise UsageError(f"{where}:1: names no sources: add a list 'sources:' of files beside it")
    _refuse_twins(documents, text, where)
    if listed := found.get("bibliography"):
        documents = _told(documents, folder / listed)
    return of_course(course, documents, folder, out)


def of_course(course: Course, documents: tuple[Document, ...], home: Path, out: Path) -> Job:
    """What a course makes of documents, with the settings of its layers."""
    found = course.values()
    return Job(
        documents,
        out,
        home,
        audiences=course.wanted(),
        title=_clean(found.get("title", "")),
        question=_clean(found.get("question", "")),
        paper=found.get("paper", "a4"),
        details=tuple((key, _clean(found[key])) for key in keys.DETAILS if found.get(key)),
        nlp=found.get("nlp", False),
        budget=Budget(int(found.get("slides", 0)), int(found.get("minutes", 0))),
        handouts=handout_kinds.asked(found.get("handout", handout_kinds.USUAL[0]), PACK_FILE),
        look=found.get("look", ""),
        large=found.get("large print", False),
        as_of=found.get("as of", ""),
        language=found.get("language", ""),
        logo=found.get("logo", ""),
        course=course,
        mix=mixing.told(found.get("questions", {})),
    )


def _document(folder: Path, entry: str | Mapping[str, Any]) -> Document:
    if isinstance(entry, str):
        return Document(folder / entry)
    facts = tuple(
        (key, tuple(map(_clean, value)) if isinstance(value, list) else _clean(value))
        for key, value in entry.items()
        if key not in ("file", "key")
    )
    return Document(folder / entry["file"], facts, entry.get("key", ""))


def _told(documents: tuple[Document, ...], path: Path) -> tuple[Document, ...]:
    """The documents with what a reference manager's list says of them; what pack.yaml says itself comes first.

    An item belongs to the document whose key, or file name without its ending, is its id.
    """
    listed = bibliography.facts(_text(path), str(path), _clean)
    return tuple(
        replace(
            one,
            facts=tuple({**dict(listed.get(one.key) or listed.get(one.path.stem) or ()), **dict(one.facts)}.items()),
        )
        for one in documents
    )


def _refuse_own(found: Job) -> None:
    """A document must not stand where the build keeps a page of its own."""
    for document in found.documents:
        if document.path.absolute() == (found.home / BRIEF).absolute():
            what = "is the build's own page, not a document: rename it, or name another --out"
            raise UsageError(f"{document.path}: {what}")


def _clean(text: str) -> str:
    """On one line, without characters that no file may hold."""
    return fold(clean_text(text))


def _refuse_twins(documents: tuple[Document, ...], text: str, where: str) -> None:
    """A key that stands at two sources would make their references one."""
    twice = next((key for key, times in Counter(one.key for one in documents).items() if key and times > 1), "")
    if twice:
        keys = re.compile(rf"key:\s*['\"]?{twice}\b")
        lines = [number for number, line in enumerate(text.splitlines(), 1) if keys.search(line)]
        raise UsageError(
            f"{where}:{lines[-1] if lines else 1}: the key '{twice}' is used twice: give each source its own"
        )


def _audiences(given: tuple[str, ...], course: Course) -> tuple[str, ...]:
    for one in given:
        if one not in AUDIENCES and one not in (known := course.audiences()):
            raise UsageError(f"--audience: there is no '{one}', {settings.nearest(one, known)}")
    return tuple(dict.fromkeys(given))


def _short(text: str, option: str) -> str:
    if text and not keys.LINE.fits(text):
        raise UsageError(f"{option}: must be {keys.LINE.says}: shorten it")
    return _clean(text)


def _day(given: str) -> str:
    if given and not bibliography.is_date(given):
        raise UsageError(f"--as-of: '{given}' is no date: write it as 2025-05-16, 2025-05 or 2025")
    return given


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise ReadError(f"{path}: is no file that can be read")
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            raise ReadError(f"{path}: is larger than {_MOST_BYTES // 1_000_000} MB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is not UTF-8 text: save it as UTF-8") from None
    except OSError as problem:
        raise ReadError(f"{path}: cannot be read ({problem.strerror})") from None

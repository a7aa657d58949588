"""The gates on finished files, whoever wrote them: a deck, a page, questions as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from briefpack.check.statements import furniture
from briefpack.errors import ReadError
from briefpack.model import Notice
from briefpack.text.plain import plain

if TYPE_CHECKING:
    from briefpack.check.presentation.mend import Mended

_LARGE = "large-print"  # a summary in large letters takes as many pages as it needs
_POINTER = re.compile(r"(\d+) ?¶(\d+)(?:[–-](\d+))?")


@dataclass(frozen=True, slots=True)
class Known:
    """What brief.json says of the sources: how many paragraphs each has, what was taken out of them."""

    paragraphs: tuple[int, ...] = ()
    dropped: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()

    @classmethod
    def read(cls, data: bytes | None) -> Known | None:
        """From brief.json; None where there is none, ReadError where it is broken."""
        if data is None:
            return None
        try:
            sources = json.loads(data)["sources"]
            counts = tuple(max((_paragraph(p["ref"]) for p in source["passages"]), default=0) for source in sources)
            dropped = furniture((line["text"], line["why"]) for source in sources for line in source["dropped"])
            passages = tuple(plain(p["text"]) for source in sources for p in source["passages"])
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
            raise ReadError("brief.json: is not one that briefpack wrote: build the pack again") from None
        return cls(counts, dropped, passages)


def file(
    data: bytes, name: str, brief_json: bytes | None, stands: Callable[[str], bool] = lambda _: True
) -> tuple[Notice, ...]:
    """What falls short in a file; ReadError if it cannot be opened or is of no kind that can be checked.

    `stands` tells whether a file that a link names, relative to this one, is there.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in FILES:
        raise ReadError(f"{name}: cannot be checked: name a {', '.join(FILES)} file, or the folder of a build")
    known = Known.read(brief_json)
    return tuple(_deck(data, name, known, stands) if suffix in DECKS else _CHECKS[suffix](data, name, known))


def mend(data: bytes, name: str, stands: Callable[[str], bool] = lambda _: True) -> Mended:
    """A deck with all mended that can be mended safely; ReadError if it is none."""
    from briefpack.check.presentation import mend as mending

    return mending.mend(data, name, stands)


def text_problems(text: str, where: str, known: Known | None) -> Iterator[Notice]:
    """Printed references that lead nowhere, and lines that are not part of an article."""
    if known is None:
        return
    flat = plain(text)
    for number, first, last in _POINTER.findall(flat):
        place = int(last or first)
        if not 1 <= int(number) <= len(known.paragraphs) or place > known.paragraphs[int(number) - 1]:
            yield Notice(f"the reference [{number} ¶{place}] leads nowhere", where, gate="P1", hard=True)
    for line in known.dropped:
        if line in flat and not any(line in passage for passage in known.passages):
            yield Notice(f"holds a line that is not part of an article: {line[:60]}", where, gate="P3", hard=True)


def _deck(data: bytes, name: str, known: Known | None, stands: Callable[[str], bool]) -> Iterator[Notice]:
    from briefpack.check import presentation

    read = presentation.read(data, name, stands)
    yield from presentation.problems(read)
    for slide in read.slides:
        for notice in text_problems(presentation.texts(slide), f"slide {slide.number}", known):
            yield replace(notice, slide=slide.number)


def _pdf(data: bytes, name: str, known: Known | None) -> Iterator[Notice]:
    from briefpack.check import pdf_file

    read = pdf_file.read(data, name)
    path = PurePath(name)
    yield from pdf_file.problems(read, one_page=path.name == "summary.pdf" and path.parent.name != _LARGE)
    for number, text in enumerate(read.pages, start=1):
        yield from text_problems(text, f"page {number}", known)


_WITHOUT_QUESTIONS = ("brief.json", "report.json", "sources.csl.json")


def _json(data: bytes, name: str, known: Known | None) -> Iterator[Notice]:
    """questions.json: every question has its references and two things to look for."""
    kind = PurePath(name).name
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise ReadError(f"{name}: is not JSON: build the pack again") from None
    if kind == "brief.json":
        Known.read(data)
    asked = value.get("questions") if isinstance(value, dict) else None
    if kind not in _WITHOUT_QUESTIONS and not isinstance(asked, list):
        raise ReadError(f"{name}: is no questions.json: name a file that a build wrote")
    for number, question in enumerate(asked if isinstance(asked, list) else [], start=1):
        yield from _question(question if isinstance(question, dict) else {}, f"question {number}", known)


def _question(question: Mapping[str, Any], where: str, known: Known | None) -> Iterator[Notice]:
    sought = question.get("look_fors")
    if not question.get("prompt"):
        yield Notice("asks nothing", where, gate="Q1", hard=True)
    if not question.get("refs"):
        yield Notice("has no reference", where, gate="Q3", hard=True)
    if not isinstance(sought, list) or len(sought) < 2:
        yield Notice("has fewer than two things to look for", where, gate="Q6", hard=True)
    yield from text_problems(str(question.get("prompt", "")), where, known)


def _paragraph(ref: str) -> int:
    return int(ref.rsplit(" ", 1)[1].split(".")[0])


_CHECKS: Mapping[str, Callable[[bytes, str, Known | None], Iterator[Notice]]] = {
    ".pdf": _pdf,
    ".json": _json,
}
DECKS = (".pptx", ".potx", ".ppsx", ".pptm")
FILES = (*DECKS, *_CHECKS)

"""The gates on finished files, whoever wrote them: a deck, a page, questions as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from briefpack.check.statements import furniture
from briefpack.errors import ReadError
from briefpack.model import Notice
from briefpack.text.plain import plain

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


def file(data: bytes, name: str, brief_json: bytes | None) -> tuple[Notice, ...]:
    """What falls short in a file; ReadError if it cannot be opened or is of no kind that can be checked."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in _CHECKS:
        raise ReadError(f"{name}: cannot be checked: name a {', '.join(_CHECKS)} file, or the folder of a build")
    found = _CHECKS[suffix](data, name, Known.read(brief_json))
    return tuple(replace(notice, where=f"{name}, {notice.where}".rstrip(", ")) for notice in found)


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


def _deck(data: bytes, name: str, known: Known | None) -> Iterator[Notice]:
    from briefpack.check import deck_file

    slides = deck_file.slides(data, name)
    if not slides:
        yield Notice("holds no slide", gate="S1", hard=True)
    for slide in slides:
        yield from deck_file.problems(slide)
        yield from text_problems(slide.text, slide.where, known)
    yield from deck_file.title_problems(slides)


def _pdf(data: bytes, name: str, known: Known | None) -> Iterator[Notice]:
    from briefpack.check import pdf_file

    read = pdf_file.read(data, name)
    yield from pdf_file.problems(read, one_page=PurePath(name).name == "summary.pdf")
    for number, text in enumerate(read.pages, start=1):
        yield from text_problems(text, f"page {number}", known)


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
    if kind not in ("brief.json", "report.json") and not isinstance(asked, list):
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
    ".pptx": _deck,
    ".pdf": _pdf,
    ".json": _json,
}
FILES = tuple(_CHECKS)

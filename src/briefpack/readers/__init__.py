"""Bytes to Source: a document of any known format as numbered passages, and what was taken out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from briefpack.model import Notice, Passage, Source
from briefpack.readers import clean, metadata, passages, refusals
from briefpack.readers.blocks import Document
from briefpack.readers.formats import sniff
from briefpack.readers.keys import key_for, with_key
from briefpack.text import readability

__all__ = ["READERS", "Reading", "key_for", "prepare", "read", "with_key"]

_LEAST_WORDS = 100

Reader = Callable[[bytes, str], Document]


def _from(module: str) -> Reader:
    """The ``read`` of a module of this room, imported when it is first used."""

    def read(data: bytes, name: str) -> Document:
        document: Document = import_module(f"briefpack.readers.{module}").read(data, name)
        return document

    return read


_PARSERS = {"html": "trafilatura", "docx": "docx", "pdf": "pypdf.filters"}
"""What a format is read with, which is imported when it is first needed."""
READERS: dict[str, Reader] = {
    "txt": _from("txt"),
    "md": _from("md"),
    "html": _from("html"),
    "docx": _from("docx"),
    "pdf": _from("pdf"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read: its source under the key 'source', and what a person should know."""

    source: Source
    notices: tuple[Notice, ...] = ()


def prepare(data: bytes, name: str) -> None:
    """Import what a document is read with; ReadError where its format is none of ours."""
    kind = sniff(data, name)
    import_module(f"briefpack.readers.{kind}")
    import_module(_PARSERS.get(kind, "charset_normalizer"))


def read(data: bytes, name: str, reader: Reader | None = None) -> Reading:
    """Read one document. Its format is told by its content, its name only helps; or it is read by a reader given.

    ``name`` is the file's name, for messages and as the source's origin. Raises ReadError for a file that is
    empty, too large, broken, encrypted, of another format, or holds no article.
    """
    origin = name.replace("\\", "/").rsplit("/", 1)[-1]
    refusals.oversized(data, origin)
    document = refusals.overlong((reader or READERS[sniff(data, origin)])(data, origin), origin)
    sifted = clean.sift(document.blocks, document.meta)
    refusals.no_article(document, sifted, origin)
    known = metadata.work_out(sifted, document.meta)
    article = passages.number(sifted.kept, "source", known.language or "en")
    source = Source(
        key="source",
        origin=origin,
        sha256=hashlib.sha256(data).hexdigest(),
        passages=article,
        dropped=sifted.dropped,
        title=known.title,
        title_derived=known.title_derived,
        authors=known.authors,
        publisher=known.publisher,
        published=known.published,
        genre=known.genre,
        genre_reason=known.genre_reason,
        language=known.language,
        grade=_grade(article) if known.language == "en" else None,
        url=known.url,
        worked_out=known.worked_out,
    )
    notices = (*document.notices, *refusals.doubts(source))
    return Reading(source, tuple(replace(notice, where=notice.where or origin) for notice in notices))


def _grade(article: tuple[Passage, ...]) -> float | None:
    """Of the running text; the formula was made for samples of a hundred words and more."""
    said = [passage.text for passage in article if passage.kind == "body"]
    found = readability.grade(said) if sum(len(text.split()) for text in said) >= _LEAST_WORDS else None
    return None if found is None else round(found, 1)

"""A source as bibliographies know it, in the terms of CSL-JSON (https://docs.citationstyles.org)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefpack.model import Source
from briefpack.text.authors import Name, parted

PAPER, REPORT, PAGE = "article-newspaper", "report", "webpage"
_PAPERS = ("news", "opinion", "editorial")
_NOUNS = {
    "news": "news report",
    "opinion": "opinion piece",
    "editorial": "editorial",
    "analysis": "analysis",
    "official": "official document",
    "explainer": "explainer",
}


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a source; nothing is made up for what is not."""

    key: str
    kind: str
    """'article-newspaper', 'report' or 'webpage'."""
    title: str
    """'[Untitled news report]' where the document has no title of its own."""
    authors: tuple[Name, ...]
    house: str
    """Newspaper, publisher or site; empty where it is not known."""
    date: tuple[int, ...]
    """Year, month, day, as far as known."""
    url: str
    language: str

    @property
    def untitled(self) -> bool:
        """Whether brackets stand for a title."""
        return self.title.startswith("[")


def record(source: Source) -> Record:
    """The record of a source."""
    genre = source.genre or ""
    untitled = f"[Untitled {_NOUNS.get(genre, 'document')}]"
    return Record(
        key=source.key,
        kind=PAPER if genre in _PAPERS else PAGE if source.url else REPORT,
        title=untitled if source.title_derived or not source.title else source.title,
        authors=tuple(parted(author) for author in source.authors),
        house=source.publisher or "",
        date=tuple(int(part) for part in (source.published or "").split("-") if part.isdigit()),
        url=source.url or "",
        language=source.language or "en",
    )


def csl(one: Record) -> dict[str, Any]:
    """The record as an item of CSL-JSON, which pandoc, Quarto and Zotero read."""
    found: dict[str, Any] = {"id": one.key, "type": one.kind, "title": one.title, "language": one.language}
    if one.authors:
        found["author"] = [_named(name) for name in one.authors]
    if one.house:
        found["publisher" if one.kind == REPORT else "container-title"] = one.house
    if one.date:
        found["issued"] = {"date-parts": [list(one.date)]}
    if one.url:
        found["URL"] = one.url
    return found


def _named(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "non-dropping-particle": name.particle, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}

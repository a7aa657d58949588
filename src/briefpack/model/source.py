"""A document after reading and cleaning."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model.ref import Ref

_LONGEST_NAME = 60
"""Characters of a title that can still stand as a name; a longer one is cut at a word."""


GENRES = ("news", "opinion", "editorial", "analysis", "official", "explainer")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of the article, verbatim."""

    ref: Ref
    text: str
    kind: str = "body"
    """'body', 'item' (of a list) or 'caption'."""
    heading: str = ""
    """The heading that it stands under; empty before the first one."""
    depth: int = 0
    """How deep its list is nested: 0 outside lists, 1 in a list, 2 in a list within it."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that was taken out of a document, and why."""

    text: str
    why: str
    """'navigation', 'photo credit', 'author biography', 'related headline' …"""


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its article as numbered passages, what is known of it, what was taken out.

    What is not known is None or empty, never guessed.
    """

    key: str
    """Short name used in references, unique in a pack: lower-case letters, digits, hyphens."""
    origin: str
    """The document's file name, without its folder."""
    sha256: str
    """Of the document's bytes, in hex."""
    passages: tuple[Passage, ...]
    dropped: tuple[Dropped, ...] = ()
    title: str = ""
    """Never empty after reading; see title_derived."""
    title_derived: bool = False
    """True where the text has no title and its first statement stands in."""
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    """ISO date with the precision that is known: 2024, 2024-05 or 2024-05-16."""
    genre: str | None = None
    """'news', 'opinion', 'editorial', 'analysis', 'official' or 'explainer'; None where unclear."""
    genre_reason: str = ""
    """Why, for a person: 'it carries a news agency's line', 'set in pack.yaml'; empty where the genre is unclear."""
    language: str | None = None
    """Two-letter ISO 639-1 code."""
    grade: float | None = None
    """School years that a reader needs (Flesch and Kincaid), to a tenth; None for another language or a short text."""
    url: str | None = None
    worked_out: tuple[str, ...] = ()
    """What was inferred and how, for the sources page: 'date: the latest one that the text states'."""

    @property
    def name(self) -> str:
        """How a reader would name it: the publisher, else the first author, else its title, else the file."""
        titled = f"“{_cut(self.title)}”" if self.title and not self.title_derived else self.origin
        return self.publisher or next(iter(self.authors), titled)


def _cut(title: str) -> str:
    return (
        title if len(title) <= _LONGEST_NAME else title[: _LONGEST_NAME - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    )

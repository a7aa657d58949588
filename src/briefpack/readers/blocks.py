"""What a format's reader hands on: the blocks of a document and what its file says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model import Notice

KINDS = ("heading", "text", "item", "caption")


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or caption, in reading order."""

    text: str
    """On one line, white space folded."""
    kind: str = "text"
    """One of KINDS."""
    level: int = 0
    """Of a heading (1 is the title's), or how deep an item's list is nested, from 1."""
    sure: bool = True
    """False where a heading was told by its looks alone: a short line that stands by itself."""
    italic: bool = False
    """True where all of it is set in italics, as notes on the author are."""
    why: str = ""
    """Why it is not the article, where that is known already: 'navigation'."""
    prefix: str = ""
    """The number or mark that stood before it: '2.'."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says of itself: front matter, a page's head, a document's properties."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    """ISO date, or as the file has it."""
    language: str = ""
    url: str = ""
    kind: str = ""
    """Its own word for what it is: 'OpinionNewsArticle', 'press release'."""
    weak: tuple[str, ...] = ()
    """Fields that the text itself should overrule: a Word file's author is often its typist."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file, before anything is taken out."""

    blocks: tuple[Block, ...]
    meta: Meta = Meta()
    notices: tuple[Notice, ...] = ()

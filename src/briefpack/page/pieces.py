"""A page cut into pieces without losing a character: each heading and entry with its own lines.

``cut`` and ``joined`` are inverses, but for line ends and for comments over several lines that share a line
with something else, which come to stand on one line. What is no piece (blank lines, comments on lines of
their own) belongs to the piece below it, or to the page's tail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefpack.model import Entry, Group, Page, Ref, Section
from briefpack.page.inline import Options
from briefpack.page.parse import COMMENT, FENCE, front_matter, parse, without_comments

Lines = tuple[str, ...]
ITEMS = ("item", "quote", "text")
_LEVELS = {"title": 0, "section": 0, "group": 1, "notes": 1}
_ENTRY = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading or entry of a page, as it is read and as it is written."""

    kind: str
    """'title', 'section', 'group', 'notes', or that of an entry: 'item', 'quote', 'text'; 'free' for comments only."""
    text: str = ""
    refs: tuple[Ref, ...] = ()
    attributes: tuple[str, Options] = ("", ())
    """Kind and options of a heading: {.claim minutes=5}."""
    pinned: bool = False
    lines: Lines = ()
    """Its own lines, as they stand."""
    before: Lines = ()
    """Blank lines and comments above it."""
    children: tuple[Piece, ...] = ()
    closing: Lines = ()
    """The end of notes: what stands above it, and ':::'."""
    line: int = 0
    """Where it starts on the page, counted from 1."""

    @property
    def head(self) -> tuple[object, ...]:
        """What it says, apart from how it is written and from what stands under it."""
        return self.kind, self.text, self.refs, self.attributes

    @property
    def said(self) -> tuple[object, ...]:
        """What it says with all that stands under it."""
        return self.head, tuple(child.said for child in self.children)

    def written(self) -> Iterator[str]:
        """Its lines with all that stand under it, without those above it."""
        yield from self.lines
        yield from written(self.children)
        yield from self.closing


@dataclass(frozen=True, slots=True)
class Cut:
    """A whole page in pieces."""

    front: Lines
    """The front matter with its '---'; empty where there is none."""
    title: Piece | None
    sections: tuple[Piece, ...]
    tail: Lines


def cut(text: str, *, file: str = "") -> Cut:
    """Cut a page; PageError as ``parse``."""
    text = tidy(text)
    made = parse(text, file=file)
    lines = text.split("\n")
    _, start = front_matter(lines, file)
    masked = without_comments("\n".join(lines[start:]), start, file).split("\n")
    drafts, tail = _drafts(lines[start:], masked, _heads(made), start)
    tree = tuple(draft.piece() for draft in _tree(drafts))
    title = next((piece for piece in tree if piece.kind == "title"), None)
    return Cut(tuple(lines[:start]), title, tuple(piece for piece in tree if piece.kind != "title"), tail)


def joined(page: Cut) -> str:
    """The text of a page."""
    pieces = (*((page.title,) if page.title else ()), *page.sections)
    return "\n".join((*page.front, *written(pieces), *page.tail))


def written(pieces: Iterable[Piece]) -> Iterator[str]:
    """The lines of pieces that follow each other; a paragraph is kept apart from the entry above it."""
    above = ""
    for piece in pieces:
        lines = [*piece.before, *piece.written()]
        if piece.kind in ("quote", "text") and above in ITEMS and not piece.before:
            lines.insert(0, "")
        yield from lines
        above = piece.kind


@dataclass
class _Draft:
    """A piece while its lines are still coming in."""

    kind: str
    level: int
    head: Entry | Section | Group | None
    line: int
    before: list[str]
    lines: list[str]
    children: list[_Draft] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)

    def piece(self) -> Piece:
        children = tuple(child.piece() for child in self.children)
        shape = tuple(self.lines), tuple(self.before), children, tuple(self.closing), self.line
        if isinstance(self.head, Entry):
            return Piece(self.kind, self.head.text, self.head.refs, ("", ()), self.head.pinned, *shape)
        if self.head is None:
            return Piece(self.kind, _title(self.lines) if self.kind == "title" else "", (), ("", ()), False, *shape)
        return Piece(self.kind, self.head.heading, self.head.refs, (self.head.kind, self.head.options), False, *shape)


def tidy(text: str) -> str:
    """The text with plain line ends, and comments over several lines alone on theirs."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _, start = front_matter(lines, "")
    body = "\n".join(lines[start:])

    def alone(found: re.Match[str]) -> str:
        above = body[body.rfind("\n", 0, found.start()) + 1 : found.start()]
        below = body[found.end() :].partition("\n")[0]
        return " ".join(found[0].split()) if "\n" in found[0] and (above.strip() or below.strip()) else found[0]

    return "\n".join((*lines[:start], COMMENT.sub(alone, body)))


def _heads(made: Page) -> dict[int, tuple[str, int, Entry | Section | Group]]:
    """What starts on each line of a page, with its level in the tree."""
    found: dict[int, tuple[str, int, Entry | Section | Group]] = {}

    def entries(level: int, each: Iterable[Entry]) -> None:
        for entry in each:
            found[entry.line] = (entry.kind, level, entry)
            entries(level + 1, entry.children)

    for section in made.sections:
        for group in section.groups:
            found[group.line] = ("group", _LEVELS["group"], group)
            entries(_ENTRY, group.entries)
        entries(_ENTRY, section.notes)
        found[section.line] = ("section", _LEVELS["section"], section)
    return found


def _drafts(
    lines: list[str], masked: list[str], heads: dict[int, tuple[str, int, Entry | Section | Group]], start: int
) -> tuple[list[_Draft], Lines]:
    """The pieces in the order of the page, none under another yet; and what follows the last."""
    drafts: list[_Draft] = []
    free: list[str] = []
    for number, (line, bare) in enumerate(zip(lines, masked, strict=True), start + 1):
        if not bare.strip():
            free.append(line)
            continue
        if number in heads:
            kind, level, head = heads[number]
            drafts.append(_Draft(kind, level, head, number, free, [line]))
        elif kind := _bare(bare):
            drafts.append(_Draft(kind, _LEVELS.get(kind, 1), None, number, free, [line]))
        else:
            drafts[-1].lines += [*free, line]
        free = []
    return drafts, tuple(free)


def _bare(line: str) -> str:
    """The kind of a piece that is no heading and no entry."""
    fence = FENCE.match(line)
    if fence:
        return "notes" if fence["name"] else "close"
    return "title" if line.startswith("#") else ""


def _tree(drafts: list[_Draft]) -> list[_Draft]:
    top: list[_Draft] = []
    open_: list[_Draft] = []
    for draft in drafts:
        while open_ and open_[-1].level >= draft.level:
            last = open_.pop()
            if draft.kind == "close" and last.kind == "notes":
                last.closing = draft.before + draft.lines
        if draft.kind != "close":
            (open_[-1].children if open_ else top).append(draft)
            open_.append(draft)
    return top


def _title(lines: list[str]) -> str:
    return parse("\n".join(lines)).title

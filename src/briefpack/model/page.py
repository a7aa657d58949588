"""A parsed page: the one small Markdown that people edit (grammar: docs/brief-file.md)."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model.ref import Ref


@dataclass(frozen=True, slots=True)
class Entry:
    """A list item, a quotation or a plain paragraph."""

    text: str
    refs: tuple[Ref, ...] = ()
    kind: str = "item"
    """'item' (- …), 'quote' (> …) or 'text' (a bare paragraph)."""
    children: tuple[Entry, ...] = ()
    """The items indented under it."""
    line: int = 0
    """Line of the page where it starts, from 1; 0 where it was not read from one."""
    pinned: bool = False
    """True for an item that its editor keeps on top: '- ! Text.'"""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one '###' heading, or before the first one."""

    heading: str = ""
    refs: tuple[Ref, ...] = ()
    kind: str = ""
    """First class of the heading's attributes: '### Kyiv answers {.reply}' is 'reply'."""
    options: tuple[tuple[str, str], ...] = ()
    """The other attributes: {minutes=5 skill=sourcing}."""
    entries: tuple[Entry, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a page under one '##' heading."""

    heading: str
    refs: tuple[Ref, ...] = ()
    kind: str = ""
    options: tuple[tuple[str, str], ...] = ()
    groups: tuple[Group, ...] = ()
    """Those of the '###' headings; entries before the first one stand in a group without heading."""
    notes: tuple[Entry, ...] = ()
    """The entries between '::: notes' and ':::'."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page."""

    title: str
    """The text of its '#' heading."""
    settings: tuple[tuple[str, str], ...] = ()
    """Its YAML front matter; plain strings only."""
    sections: tuple[Section, ...] = ()

"""brief.md: written from a Brief, and read back over what was found."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from briefpack import page
from briefpack.brief.lines import KINDS, Kind
from briefpack.model import Brief, Entry, Group, Page, Ref, Section
from briefpack.page.anchors import checked
from briefpack.page.inline import Place

_HELP = """\
A line ends with the passages that it rests on: [@source, paragraph.sentence]. Change, add or delete lines as
you like; a line without a passage is shown as the editor's own. Sources:"""

_JOINT = "-"
"""For a space in the name of a setting: 'as of' stands on the page as 'as-of'."""


def render(brief: Brief) -> str:
    """The brief as brief.md; a comment at its top says how to edit it and which key is which source."""
    settings = (("question", brief.question), *((key.replace(" ", _JOINT), value) for key, value in brief.settings))
    sections = tuple(_section(kind, brief) for kind in KINDS if getattr(brief, kind.name))
    text = page.render(Page(brief.title, settings, sections))
    front, _, rest = text.partition("\n---\n")
    return f"{front}\n---\n\n{_comment(brief)}\n{rest}"


def read(text: str, found: Brief, *, file: str = "", also: Collection[Ref] = ()) -> Brief:
    """The brief that the page describes; what a page does not show is taken from the item it stands for.

    An item stands for the found one that would be written the same way, else for the most similar one
    of its kind that cites the same passage. PageError where a line or a reference cannot be read; ``also`` are
    references of an earlier reading, which may stand there.
    """
    made = page.parse(text, file=file)
    checked(made, found, file, also)
    settings = {key.replace(_JOINT, " "): value for key, value in made.settings}
    items: dict[str, tuple[Any, ...]] = {kind.name: () for kind in KINDS}
    for section in made.sections:
        kind = _kind(section, file)
        items[kind.name] += tuple(_items(kind, section, getattr(found, kind.name), file))
    items = {name: _pinned_first(name, each) for name, each in items.items()}
    return replace(
        found,
        title=made.title or found.title,
        question=settings.pop("question", ""),
        settings=tuple(settings.items()),
        **items,
    )


def _pinned_first(name: str, items: tuple[Any, ...]) -> tuple[Any, ...]:
    """What the editor keeps on top, on top; events stay in order of time."""
    return items if name == "events" else tuple(sorted(items, key=lambda item: not item.pinned))


def _section(kind: Kind, brief: Brief) -> Section:
    entries = tuple(replace(kind.write(item), pinned=item.pinned) for item in getattr(brief, kind.name))
    return Section(kind.heading, groups=(Group(entries=entries),))


def _comment(brief: Brief) -> str:
    lines = [f"  {source.key}: {source.name}, {source.published or 'undated'}" for source in brief.sources]
    told = "\n".join(line.replace("--", "- -") for line in lines)
    return f"<!-- {_HELP}\n{told}\n-->"


def _kind(section: Section, file: str) -> Kind:
    for kind in KINDS:
        if section.heading.lower() == kind.heading.lower():
            return kind
    headings = [kind.heading for kind in KINDS]
    near = difflib.get_close_matches(section.heading, headings, n=1, cutoff=0.4)
    advice = f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(headings)}"
    raise Place(section.line, file).error(f"'{section.heading}' is no section of a brief, {advice}")


def _items(kind: Kind, section: Section, found: tuple[Any, ...], file: str) -> Iterator[Any]:
    entries = [entry for group in section.groups for entry in group.entries]
    same, rest = _untouched(kind, entries, found)
    near = _ByReference(rest)
    for entry in entries:
        unlined = _unlined(entry)
        made = same[unlined].pop(0) if same[unlined] else kind.read(entry, near.take(entry), Place(entry.line, file))
        yield replace(made, pinned=entry.pinned)


def _untouched(
    kind: Kind, entries: list[Entry], found: tuple[Any, ...]
) -> tuple[dict[Entry, list[Any]], list[tuple[Entry, Any]]]:
    """Found items by the entries that they would be written as; and those that the page does not show so."""
    shown = {_unlined(entry) for entry in entries}
    same: dict[Entry, list[Any]] = defaultdict(list)
    rest = []
    for item in found:
        written = _folded(kind.write(item))
        if written in shown:
            same[written].append(item)
        else:
            rest.append((written, item))
    return same, rest


class _ByReference:
    """Found items that no line of the page shows as they are, by the passages that they cite."""

    def __init__(self, found: list[tuple[Entry, Any]]) -> None:
        self._cited: dict[Ref, list[tuple[Entry, Any]]] = defaultdict(list)
        self._taken: set[int] = set()
        for pair in found:
            for ref in _references(pair[0]):
                self._cited[ref].append(pair)

    def take(self, entry: Entry) -> Any:
        """The most similar item that cites one of the entry's passages, once; None where there is none."""
        pairs = [pair for ref in _references(entry) for pair in self._cited[ref] if id(pair[1]) not in self._taken]
        if not pairs:
            return None
        _, item = max(pairs, key=lambda pair: difflib.SequenceMatcher(None, pair[0].text, entry.text).ratio())
        self._taken.add(id(item))
        return item


def _references(entry: Entry) -> Iterator[Ref]:
    yield from entry.refs
    for child in entry.children:
        yield from child.refs


def _unlined(entry: Entry) -> Entry:
    return replace(entry, line=0, pinned=False, children=tuple(_unlined(child) for child in entry.children))


def _folded(entry: Entry) -> Entry:
    children = tuple(_folded(child) for child in entry.children)
    return replace(entry, text=page.fold(entry.text), children=children)

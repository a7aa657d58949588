"""The text of a page to a Page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from briefpack.errors import PageError
from briefpack.model import Entry, Group, Page, Ref, Section
from briefpack.page.inline import MARK, Options, Place, fold, take_attributes, take_references, unescape

COMMENT = re.compile(rf"\\{MARK}|<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"(?P<marks>#{1,3})(?:(?:[ \t]+|\xa0)(?P<text>.*))?$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d{1,2}[.)])(?:(?:[ \t]+|\xa0)(?P<text>.*))?$")
FENCE = re.compile(r":{3,}[ \t]*(?P<name>.*)$")
PIN = re.compile(r"!(?:[ \t]+|\xa0)(?=\S)")
"""'- ! The line that is always chosen.'"""
_DEEPEST = 20
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SETTING = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?:(?:[ \t]+|\xa0)(?P<value>.*))?$")


def parse(text: str, *, file: str = "") -> Page:
    """Read a page; PageError names the first line that breaks the grammar and what to write there."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    settings, start = front_matter(lines, file)
    body = without_comments("\n".join(lines[start:]), start, file)
    builder = _Builder(file)
    for number, line in enumerate(body.split("\n"), start=start + 1):
        builder.take(line.rstrip(" \t"), Place(number, file))
    return builder.page(settings)


@dataclass
class _Draft:
    """An entry while its lines are still coming in."""

    kind: str
    text: str
    place: Place
    indent: int = 0
    children: list[_Draft] = field(default_factory=list)

    def entry(self) -> Entry:
        text, refs = take_references(fold(self.text), self.place)
        children = tuple(child.entry() for child in self.children)
        pin = PIN.match(text) if self.kind == "item" else None
        text = text[pin.end() :] if pin else text
        return Entry(unescape(text), refs, self.kind, children, self.place.line, pinned=bool(pin))


@dataclass
class _Head:
    """A section or a group while its lines are still coming in."""

    text: str
    place: Place
    entries: list[_Draft] = field(default_factory=list)
    groups: list[_Head] = field(default_factory=list)
    notes: list[_Draft] = field(default_factory=list)

    def section(self) -> Section:
        groups = tuple(group.group() for group in self.groups)
        if not self.groups[0].entries:
            groups = groups[1:]
        return Section(*self._parts(), groups, tuple(note.entry() for note in self.notes), self.place.line)

    def group(self) -> Group:
        return Group(*self._parts(), tuple(draft.entry() for draft in self.entries), self.place.line)

    def _parts(self) -> tuple[str, tuple[Ref, ...], str, Options]:
        """Heading, references, kind and options; references and attributes stand in either order."""
        text, kind, options = take_attributes(self.text, self.place)
        text, refs = take_references(text, self.place)
        if not (kind or options):
            text, kind, options = take_attributes(text, self.place)
        return unescape(text), refs, kind, options


class _Builder:
    """Takes a page line by line; ``page`` gives what the lines make."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.title: str | None = None
        self.sections: list[_Head] = []
        self.open: list[_Draft] = []  # the last entry, below the items that it stands under
        self.flowing = False  # no blank line since that entry: the next line may continue it
        self.notes: Place | None = None  # of the '::: notes' that is open

    def page(self, settings: Options) -> Page:
        if self.notes:
            raise self.notes.error("'::: notes' is never closed; write ':::' after the notes")
        return Page(self.title or "", settings, tuple(head.section() for head in self.sections))

    def take(self, line: str, place: Place) -> None:
        stripped = line.lstrip(" \t")
        if not stripped:
            self.flowing = False
        elif line.startswith("#"):
            self._heading(line, place)
        elif fence := FENCE.match(line):
            self._fence(fence["name"], place)
        elif line.startswith("---"):
            raise place.error(f"found {line[:20]!r}; a rule has no meaning here, leave it out")
        elif item := _ITEM.match(line):
            self._item(item, place)
        elif line.startswith(">"):
            self._quote(line[1:].strip(" \t"), place)
        else:
            self._text(stripped, place, indented=line != stripped)

    def _heading(self, line: str, place: Place) -> None:
        found = _HEADING.match(line)
        if not found:
            raise place.error(f"found {line[:30]!r}; write '## A heading': one to three '#', then a space")
        if self.notes:
            raise place.error("found a heading inside '::: notes'; write ':::' before it")
        self._close()
        text = (found["text"] or "").strip(" \t")
        if found["marks"] == "#":
            self._title(text, place)
        elif found["marks"] == "##":
            self.sections.append(_Head(text, place, groups=[_Head("", place)]))
        else:
            self._section("###", place).groups.append(_Head(text, place))

    def _title(self, text: str, place: Place) -> None:
        if self.title is not None or self.sections:
            raise place.error("found a second title; a page has one '# Title', at its top; write '## ' here")
        self.title = unescape(text)

    def _fence(self, name: str, place: Place) -> None:
        self._close()
        if self.notes and not name:
            self.notes = None
        elif not self.notes and name.strip("{} .") == "notes":
            self._section("::: notes", place)
            self.notes = place
        else:
            raise place.error(f"found '::: {name}'; write '::: notes' before the notes and ':::' after them")

    def _item(self, found: re.Match[str], place: Place) -> None:
        indent = len(found["indent"].expandtabs(4))
        draft = _Draft("item", found["text"] or "", place, indent)
        while self.open and (self.open[-1].kind != "item" or self.open[-1].indent + 2 > indent):
            self.open.pop()
        if len(self.open) >= _DEEPEST:
            raise place.error(f"found an item nested deeper than {_DEEPEST}; start it further left")
        if self.open:
            self.open[-1].children.append(draft)
            self.open.append(draft)
            self.flowing = True
        elif indent > 1:
            raise place.error("found an indented item with none above it; write '- ' at the start of the line")
        else:
            self._add(draft)

    def _quote(self, text: str, place: Place) -> None:
        if self.flowing and self.open[-1].kind == "quote":
            self.open[-1].text += f" {text}"
        else:
            self._add(_Draft("quote", text, place))

    def _text(self, text: str, place: Place, *, indented: bool) -> None:
        if indented and (not self.flowing or text[0] in "#>:"):
            raise place.error(
                f"found {text[:30]!r} indented; start it at the line's beginning, or write '- ' before it"
            )
        if self.flowing:
            self.open[-1].text += f" {text}"
        else:
            self._add(_Draft("text", text, place))

    def _add(self, draft: _Draft) -> None:
        section = self._section(draft.text[:30], draft.place)
        (section.notes if self.notes else section.groups[-1].entries).append(draft)
        self.open, self.flowing = [draft], True

    def _close(self) -> None:
        self.open, self.flowing = [], False

    def _section(self, found: str, place: Place) -> _Head:
        if not self.sections:
            raise place.error(f"found {found!r} before any section; write '## A heading' above it")
        return self.sections[-1]


def front_matter(lines: list[str], file: str) -> tuple[Options, int]:
    """The front matter, and how many lines it takes."""
    if lines[0].rstrip() != "---":
        return (), 0
    found: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            return tuple(found.items()), number
        if line.strip(" \t") and not line.startswith("#"):
            key, value = _setting(line.rstrip(" \t"), Place(number, file))
            if odd := _UNPRINTABLE.search(value):
                raise Place(number, file).error(f"'{key}' holds U+{ord(odd[0]):04X}, which no file can: take it out")
            if key in found:
                raise PageError(f"'{key}' is set twice; keep one of the two lines", line=number, file=file)
            found[key] = value
    raise PageError("the front matter is never closed; write '---' after its last line", line=1, file=file)


def _setting(line: str, place: Place) -> tuple[str, str]:
    found = _SETTING.match(line)
    if not found:
        raise place.error(f"found {line[:30]!r} in the front matter; write 'key: value'")
    value = (found["value"] or "").strip(" \t")
    if len(value) > 1 and value[0] == value[-1] == "'":
        return found["key"], value[1:-1].replace("''", "'")
    if not value.startswith('"'):
        return found["key"], value
    try:
        return found["key"], str(json.loads(value))
    except ValueError:
        raise place.error(f"the quotation marks of '{found['key']}' do not match; write \"words\"") from None


def without_comments(text: str, before: int, file: str) -> str:
    """The text with its comments blanked out; line numbers stay. ``before`` counts the lines above it."""

    def blank(found: re.Match[str]) -> str:
        if not found[0].startswith("<!--"):
            return found[0]
        if not found[0].endswith("-->"):
            line = before + text.count("\n", 0, found.start()) + 1
            raise PageError("a comment is never closed; write '-->' after it", line=line, file=file)
        return "\n" * found[0].count("\n")

    return COMMENT.sub(blank, text)

"""A page while edits are written into it: line by line, so that its comments, blank lines and order stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefpack import page
from briefpack.compose import lines
from briefpack.model import Entry, Line, Page, Ref, Section
from briefpack.pack.returned.words import alike, plain, shortened
from briefpack.page.inline import escape_heading


@dataclass(frozen=True, slots=True)
class Target:
    """A statement of the page that a text of a slide may have come from."""

    entry: Entry
    line: Line
    sort: str
    """'title', 'group', 'item' or 'note'."""
    section: Section

    def field(self, text: str) -> str:
        """Which part of it the text is: 'text', 'label', 'detail', 'both' (label: text); empty for none."""
        said = plain(text)
        forms = {
            "text": self.line.text,
            "both": f"{self.line.label}: {self.line.text}",
            "label": self.line.label,
            "detail": self.line.detail,
        }
        return next((name for name, form in forms.items() if form and plain(form) == said), "")


class Desk:
    """The lines of a page, each to be replaced, taken out or followed by others; their numbers stay."""

    def __init__(self, text: str) -> None:
        self.rows: list[str] = text.split("\n")
        self.page = page.parse(text)
        self.sections = self.page.sections
        self._starts = sorted(_starts(self.sections))
        self._used: set[int] = set()
        self._after: dict[int, list[str]] = {}
        self._out: set[int] = set()

    def targets(self, section: Section) -> Iterator[Target]:
        """All that a section states, its notes last."""
        yield Target(Entry(section.heading, section.refs, "title", (), section.line), _title(section), "title", section)
        for group in section.groups:
            if group.heading:
                yield Target(
                    Entry(group.heading, group.refs, "group", (), group.line), Line(group.heading), "group", section
                )
            for entry in _flat(group.entries):
                yield Target(entry, lines.read(entry, labelled=": " in entry.text), "item", section)
        yield from self.notes(section)

    def notes(self, section: Section) -> Iterator[Target]:
        """What its notes hold."""
        for entry in section.notes:
            yield Target(entry, lines.read(entry, labelled=True), "note", section)

    def found(self, text: str, refs: Iterable[str], among: Sequence[Target]) -> tuple[Target, str] | None:
        """The statement that a slide showed as this text, and which part of it; one not used yet before another."""
        exact = [(one, name) for one in among if (name := one.field(text))]
        if exact:
            return min(exact, key=lambda pair: (pair[0].entry.line in self._used, -_shared(pair[0], refs)))
        short = [one for one in among if one.sort != "group" and _shared(one, refs) and _cut(text, one)]
        return (max(short, key=lambda one: alike(text, one.line.text)), "text") if short else None

    def use(self, target: Target) -> None:
        """Say that a statement has been found on a slide."""
        self._used.add(target.entry.line)

    def rewrite(self, target: Target, line: Line) -> None:
        """Write a statement anew where it stands."""
        head, *rest = self._span(target.entry.line)
        old = self.rows[head]
        comments = [part for row in (head, *rest) for part in _comments(self.rows[row])]
        self.rows[head] = " ".join([_written(old, target, line), *comments])
        self._out.update(rest)

    def option(self, section: Section, key: str, value: str) -> None:
        """Set an option of a section's heading."""
        options = tuple((name, value if name == key else was) for name, was in section.options)
        self.rows[section.line - 1] = heading_of(replace(section, options=options))

    def take_out(self, target: Target) -> None:
        """Take a statement out, with what is indented under it."""
        children = [child.line for child in _flat(target.entry.children)]
        for line in (target.entry.line, *children):
            self._out.update(self._span(line))

    def is_out(self, target: Target) -> bool:
        """Whether a statement was taken out."""
        return target.entry.line - 1 in self._out

    def put(self, after: int, text: str) -> None:
        """Put lines behind the statement that begins at a line."""
        self._after.setdefault(self._span(after)[-1], []).append(text)

    def put_section(self, after: Section | None, text: str) -> None:
        """Put a section behind another, or before all."""
        if after is None:
            self._after.setdefault(self._first() - 1, []).append(f"{text}\n")
        else:
            self._after.setdefault(self._end(after), []).append(f"\n{text}")

    def take_out_section(self, section: Section) -> None:
        """Take a whole section out."""
        self._out.update(range(section.line - 1, self._end(section) + 1))

    def is_gone(self, section: Section) -> bool:
        """Whether a section was taken out."""
        return section.line - 1 in self._out

    def order(self, sections: Sequence[Section]) -> None:
        """Give the places of some sections to the same in another order; call it last."""
        places = sorted(sections, key=lambda one: one.line)
        blocks = {one.line: self._block(one) for one in places}
        for place, section in zip(places, sections, strict=True):
            first, last = place.line - 1, self._end(place)
            self._out.update(range(first + 1, last + 1))
            self._out.discard(first)
            self.rows[first] = blocks[section.line]
            for row in range(first, last + 1):
                self._after.pop(row, None)

    def text(self) -> str:
        """The page as it is now."""
        found: list[str] = list(self._after.get(-1, ()))
        for number, row in enumerate(self.rows):
            found += [] if number in self._out else [row]
            found += self._after.get(number, ())
        return "\n".join(found).rstrip("\n") + "\n"

    def _block(self, section: Section) -> str:
        found: list[str] = []
        for number in range(section.line - 1, self._end(section) + 1):
            found += [] if number in self._out else [self.rows[number]]
            found += self._after.get(number, ())
        return "\n".join(found)

    def _first(self) -> int:
        return self.sections[0].line - 1

    def _end(self, section: Section) -> int:
        """Row of the last line of a section that says something."""
        later = [one.line for one in self.sections if one.line > section.line]
        last = min(later) - 2 if later else len(self.rows) - 1
        while last >= section.line and not self.rows[last].strip():
            last -= 1
        return last

    def _span(self, line: int) -> range:
        """Rows of the statement that begins at a line: to the next statement, blank line, fence or comment."""
        last = line
        while last < len(self.rows) and last + 1 not in self._starts and not _apart(self.rows[last]):
            last += 1
        return range(line - 1, last)


def heading_of(section: Section) -> str:
    """The heading of a section as a page writes it."""
    return page.render(Page("", (), (replace(section, groups=(), notes=()),))).strip()


def _apart(row: str) -> bool:
    return not row.strip() or row.startswith((":::", "#", "<!--"))


def _comments(row: str) -> list[str]:
    at, found = row.find("<!--"), []
    while at >= 0:
        end = row.find("-->", at)
        found.append(row[at : end + 3] if end >= 0 else row[at:])
        at = row.find("<!--", end) if end >= 0 else -1
    return found


def _starts(sections: Iterable[Section]) -> Iterator[int]:
    for section in sections:
        yield section.line
        for group in section.groups:
            yield from (group.line, *(entry.line for entry in _flat(group.entries)))
        yield from (entry.line for entry in _flat(section.notes))


def _flat(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.children)


def _title(section: Section) -> Line:
    return lines.read(Entry(section.heading, section.refs))


def _shared(target: Target, refs: Iterable[str]) -> int:
    return len({ref.citation for ref in target.entry.refs} & set(refs))


def _cut(text: str, target: Target) -> bool:
    return shortened(text, f"{target.line.label}: {target.line.text}") or shortened(text, target.line.text)


def _written(old: str, target: Target, line: Line) -> str:
    """The first row of a statement, written anew with its indent, mark, references and attributes."""
    entry = Entry(lines.written(line), target.entry.refs, target.entry.kind)
    if target.sort == "title":
        return heading_of(replace(target.section, heading=entry.text))
    if target.sort == "group":
        kept = old[old.rfind("{") :] if old.rstrip().endswith("}") else ""
        return " ".join(word for word in ("###", escape_heading(entry.text), kept) if word)
    indent = old[: len(old) - len(old.lstrip())]
    return indent + _row(entry)


def _row(entry: Entry) -> str:
    words = ({"item": "-", "quote": ">"}.get(entry.kind, ""), page.escape(entry.text), page.citation(entry.refs))
    return " ".join(word for word in words if word)


def entry_of(text: str, refs: Iterable[str], label: str = "") -> str:
    """A new statement as a page writes it."""
    return _row(Entry(lines.written(Line(text, (), label)), tuple(map(ref_of, refs))))


def ref_of(citation: str) -> Ref:
    """'@globe, 7.1' as a reference."""
    key, _, place = citation.removeprefix("@").partition(", ")
    paragraph, _, sentence = place.partition(".")
    return Ref(key, int(paragraph), int(sentence))

"""A page while edits are written into it: line by line, so that its comments, blank lines and order stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefpack import page
from briefpack.compose import lines
from briefpack.compose.kinds import SLIDES
from briefpack.model import Entry, Group, Line, Ref, Section
from briefpack.pack.returned.words import alike, plain, shortened
from briefpack.page import pieces
from briefpack.page.inline import Options
from briefpack.page.parse import COMMENT, front_matter, without_comments


@dataclass(frozen=True, slots=True)
class Target:
    """A statement of the page that a text of a slide may have come from."""

    entry: Entry
    line: Line
    sort: str
    """'title', 'group', 'item' or 'note'."""
    section: Section
    group: Group | None = None
    """That of a heading '###'."""
    quoted: bool = False
    """Whether it is a quotation, which says what its passage says and nothing else."""

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
        text = pieces.tidy(text)
        self.rows: list[str] = text.split("\n")
        self.sections = page.parse(text).sections
        _, start = front_matter(self.rows, "")
        bare = without_comments("\n".join(self.rows[start:]), start, "").split("\n")
        self._bare = [*self.rows[:start], *bare]
        self._starts = sorted(_starts(self.sections))
        self._used: set[int] = set()
        self._after: dict[int, list[str]] = {}
        self._out: set[int] = set()
        self._gone: set[int] = set()
        self._lines: dict[int, Line] = {}
        self._options: dict[int, Options] = {}

    def targets(self, section: Section) -> Iterator[Target]:
        """All that a section states, its notes last."""
        yield Target(Entry(section.heading, section.refs, "title", (), section.line), _title(section), "title", section)
        for group in section.groups:
            if group.heading:
                entry = Entry(group.heading, group.refs, "group", (), group.line)
                yield Target(entry, Line(group.heading), "group", section, group)
            for entry in _flat(group.entries):
                line = lines.read(entry, labelled=": " in entry.text)
                yield Target(entry, line, "item", section, quoted=is_quoted(section, group, entry))
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

    def line(self, target: Target) -> Line:
        """What a statement says by now."""
        return self._lines.get(target.entry.line, target.line)

    def rewrite(self, target: Target, line: Line) -> None:
        """Write a statement anew where it stands."""
        self._lines[target.entry.line] = line
        options = self._options.get(target.section.line, target.section.options)
        target = replace(target, section=replace(target.section, options=options))
        head, *rest = (row for row in self._span(target.entry.line) if row not in self._out)
        self.rows[head] = " ".join([_written(self.rows[head], target, line), *self._comments(head, *rest)])
        self._out.update(rest)

    def option(self, section: Section, key: str, value: str) -> None:
        """Set an option of a section's heading."""
        self._options[section.line] = tuple((name, value if name == key else was) for name, was in section.options)
        title = next(self.targets(section))
        self.rewrite(title, self.line(title))

    def take_out(self, target: Target) -> None:
        """Take a statement out, with what is indented under it; comments behind it stay."""
        for each in (target.entry, *_flat(target.entry.children)):
            head, *rest = self._span(each.line)
            self._gone.add(each.line)
            self.rows[head] = " ".join(self._comments(head, *rest))
            self._out.update(rest if self.rows[head] else (head, *rest))

    def is_out(self, target: Target) -> bool:
        """Whether a statement was taken out."""
        return target.entry.line in self._gone

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
        """Take a whole section out; every comment in it stays where it stood."""
        head, *rest = range(section.line - 1, self._end(section) + 1)
        self._gone.add(section.line)
        self.rows[head] = "\n".join(self._comments(head, *rest))
        self._out.update(rest if self.rows[head] else (head, *rest))

    def is_gone(self, section: Section) -> bool:
        """Whether a section was taken out."""
        return section.line in self._gone

    def swap(self, places: Sequence[Target], lines: Sequence[Target]) -> bool:
        """Give the places of some items to the same in another order; False where they stand apart on the page."""
        spans = {one.entry.line: self._span(max(_last(one.entry))) for one in places}
        groups = {(one.section.line, self._group(one)) for one in places}
        if len(groups) > 1:
            return False
        blocks = {line: self._rows(range(line - 1, span[-1] + 1)) for line, span in spans.items()}
        for place, line in zip(places, lines, strict=True):
            first, last = place.entry.line - 1, spans[place.entry.line][-1]
            self._out.update(range(first + 1, last + 1))
            self.rows[first] = blocks[line.entry.line]
            for row in range(first, last + 1):
                self._after.pop(row, None)
        return True

    def order(self, sections: Sequence[Section]) -> None:
        """Give the places of some sections to the same in another order, with the comments above each; call it last."""
        places = sorted(sections, key=lambda one: one.line)
        blocks = {one.line: self._block(one) for one in places}
        for place, section in zip(places, sections, strict=True):
            first, last = self._begin(place), self._end(place)
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
        return self._rows(range(self._begin(section), self._end(section) + 1))

    def _rows(self, numbers: Iterable[int]) -> str:
        """Some rows as they are now, with what was put behind them."""
        found: list[str] = []
        for number in numbers:
            found += [] if number in self._out else [self.rows[number]]
            found += self._after.get(number, ())
        return "\n".join(found)

    def _group(self, target: Target) -> int:
        """Row of the '###' above an item, else of its section's heading; -1 for what is indented under another."""
        for group in target.section.groups:
            if any(entry.line == target.entry.line for entry in group.entries):
                return group.line
        return -1

    def _first(self) -> int:
        return self.sections[0].line - 1

    def _begin(self, section: Section) -> int:
        """Row of the first comment above a section, else of its heading; above the first one nothing moves."""
        earlier = [one for one in self.sections if one.line < section.line]
        first = self._end(earlier[-1]) + 1 if earlier else section.line - 1
        while not self.rows[first].strip():
            first += 1
        return first

    def _end(self, section: Section) -> int:
        """Row of the last line of a section that says something; comments under that belong to what comes next."""
        later = [one.line for one in self.sections if one.line > section.line]
        last = min(later) - 2 if later else len(self.rows) - 1
        while last >= section.line and not self._bare[last].strip():
            last -= 1
        return last

    def _comments(self, *rows: int) -> list[str]:
        """The comments in some rows that follow each other."""
        text = "\n".join(self.rows[row] for row in rows)
        return [one for one in COMMENT.findall(text) if one.startswith("<!--")]

    def _span(self, line: int) -> range:
        """Rows of the statement that begins at a line: to the next statement, blank line, fence or comment."""
        last = line
        while last < len(self.rows) and last + 1 not in self._starts and not _apart(self.rows[last]):
            last += 1
        return range(line - 1, last)


def is_quoted(section: Section, group: Group | None, entry: Entry) -> bool:
    """Whether an entry that cites a passage would be held against its words."""
    shape = SLIDES.get(section.kind or "points", SLIDES["points"])
    kind = (group.kind if group else "") or (shape.quoted if entry.kind == "quote" else shape.group)
    return bool(entry.refs) and kind in ("quote", "reply")


def _apart(row: str) -> bool:
    return not row.strip() or row.startswith((":::", "#", "<!--"))


def _starts(sections: Iterable[Section]) -> Iterator[int]:
    for section in sections:
        yield section.line
        for group in section.groups:
            yield from (group.line, *(entry.line for entry in _flat(group.entries)))
        yield from (entry.line for entry in _flat(section.notes))


def _last(entry: Entry) -> Iterator[int]:
    """The lines on which an entry and all under it begin."""
    yield entry.line
    yield from (each.line for each in _flat(entry.children))


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
    if target.sort == "title":
        return page.heading("##", replace(target.section, heading=lines.written(line)))
    if target.group:
        return page.heading("###", replace(target.group, heading=lines.written(line)))
    return old[: len(old) - len(old.lstrip())] + page.row(replace(target.entry, text=lines.written(line)))


def entry_of(text: str, refs: Iterable[str], label: str = "") -> str:
    """A new statement as a page writes it."""
    return page.row(Entry(lines.written(Line(text, (), label)), tuple(map(Ref.parse, refs))))

"""What a build has made so far, and how each product adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefpack import check
from briefpack.compose import Beside
from briefpack.layout import flow, links, marks
from briefpack.layout.flow import Flow
from briefpack.layout.pages import large
from briefpack.model import Audience, Brief, Deck, Look, Notice, QuestionSet, Ref, Summary
from briefpack.pack import edited, looks, outputs, taken
from briefpack.pack.folder import Job
from briefpack.writers import docx, pdf


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the closing table."""

    name: str
    size: str
    """'13 slides', '1 page', '8 questions'."""


@dataclass(slots=True)
class Bench:
    """What a build has made so far; it is thrown away whole if anything fails."""

    job: Job
    known: Mapping[str, str]
    """SHA-256 of each file that the last build wrote."""
    worn: looks.Asked
    files: dict[str, bytes] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Product to what it had no room for."""
    records: dict[str, bytes] = field(default_factory=dict)
    """Stamp to what a deck says, so that one that comes back can be told from it."""
    shown: list[Deck | Summary | QuestionSet | Flow] = field(default_factory=list)
    """Products that the index shows, as a person reads them."""
    beside: Beside = field(default_factory=Beside)
    """The slides and questions of the audience at hand, for products that point to them."""
    fresh: dict[str, str] = field(default_factory=dict)
    """Pages that are written as they were made, by name in OUT."""
    struck: frozenset[Ref] = frozenset()
    """The passages of what was struck out of the brief."""
    taken: list[taken.Taken] = field(default_factory=list)
    """Pages that a person took over, to be saved with what is new in them."""

    def add(self, name: str, data: bytes, size: str) -> None:
        """A finished file, by its name in OUT, and its line in the closing table."""
        self.files[name] = data
        self.rows.append(Row(name, size))

    def add_pdf(self, name: str, sheets: marks.Sheets, look: Look, *others: Look) -> None:
        """Pages in their look; the slides on a handout may have another. Links go up from the folder they lie in."""
        self.note_cut(name, sheets)
        known = {one.name: one for one in (look, *others)}
        found = check.grey(sheets, known, look=look.name)
        self.notices += (replace(notice, where=f"{name}, {notice.where}") for notice in found)
        placed = links.deeper(links.inward(sheets), name.count("/") - 1)
        self.add(name, pdf.write(placed, known, look=look.name), page_count(sheets))

    def add_word(self, name: str, text: Flow, look: Look) -> None:
        """A page as a Word file, with whoever teaches as its author."""
        details = dict(self.job.details)
        author = details.get("teacher") or details.get("institution") or ""
        made = docx.write(flow.inward(text), look, self.job.paper, author=author, folders=name.count("/") - 1)
        self.add(name, made, "to edit in Word")

    def add_large(self, name: str, text: Flow, look: Look) -> None:
        """A page in large print, where that is asked for: 'students/large-print/key.pdf' for 'students/key.pdf'."""
        if self.job.large:
            audience, *_, file = name.split("/")
            self.add_pdf(f"{audience}/large-print/{file}", large.place(text, look, self.job.paper), look)

    def note_cut(self, name: str, sheets: marks.Sheets) -> None:
        """Say what a product had no room for."""
        if sheets.cut:
            self.left_out[name] = self.left_out.get(name, ()) + sheets.cut
            many = "one thing" if len(sheets.cut) == 1 else f"{len(sheets.cut)} things"
            self.notices.append(Notice(f"had no room for {many}; report.json says which", name))


@dataclass(frozen=True, slots=True)
class Order:
    """What the products of one audience are made from."""

    brief: Brief
    audience: Audience
    look: Look
    pages: Mapping[str, str]
    """Fresh text of each page that people may edit, by kind: 'deck', 'summary', 'questions'."""

    def file(self, name: str) -> str:
        """The name of a product in OUT: 'students/summary.pdf'."""
        return f"{self.audience.name}/{name}"

    def path(self, bench: Bench, kind: str) -> Path:
        """Where the page of a kind stands on the disk."""
        return taken.path(bench.job, self.audience.name, kind)

    def text(self, bench: Bench, kind: str) -> str:
        """A page as its editor left it, else the fresh one, which is then written."""
        name = self.file(f"{kind}.md")
        if taken.stands(bench.job, self.audience.name, kind):
            return self._taken(bench, kind, name)
        fresh = self.pages[kind].encode()
        if outputs.changed_by_hand(bench.job.out, name, fresh, bench.known):
            what = "was changed by hand and is used as it stands"
            do = f"briefpack edit PACK --page {kind}, so that later changes reach it; or delete it to get a fresh one"
            bench.notices.append(Notice(what, name, do))
            return edited.text_of(self.path(bench, kind))
        bench.files[name] = fresh
        bench.fresh[name] = self.pages[kind]
        return self.pages[kind]

    def _taken(self, bench: Bench, kind: str, name: str) -> str:
        """A page that was taken over; OUT gets a copy."""
        made, said = taken.merged(bench.job, self.brief, (self.audience.name, kind), self.pages[kind], bench.struck)
        bench.notices += said
        bench.taken.append(made)
        bench.files[name] = taken.copy(made.text, self.audience.name, kind)
        if outputs.changed_by_hand(bench.job.out, name, bench.files[name], bench.known):
            what = f"was changed by hand, but is not built from: {taken.shown(self.audience.name, kind)} is"
            bench.notices.append(Notice(what, name, "make the change there"))
        return made.text


def page_count(sheets: marks.Sheets, noun: str = "page") -> str:
    """'1 page', '12 slides'."""
    count = len(sheets.sheets)
    return f"{count} {noun}{'' if count == 1 else 's'}"

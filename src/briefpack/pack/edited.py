"""Pages that people edit, from the disk: as text, and with every error under the file's name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefpack import page
from briefpack.errors import FitError, PageError, ReadError
from briefpack.model import Entry, Page, Ref

MOST_CHARACTERS = 1_000_000
MOST_SECTIONS = 300
MOST_STATEMENTS = 200
"""Statements in one section; no slide and no page takes as many."""


def text_of(path: Path) -> str:
    """The text of a page; PageError where it is no text that can be read."""
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise ReadError(f"{path}: cannot be read ({problem.strerror}): see who may read it") from None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise PageError("is not UTF-8 text: save it as UTF-8", line=line, file=str(path)) from None


def parsed(text: str, path: Path, *, may_be_empty: bool = False) -> Page:
    """A page that holds something, and not more than can be laid out."""
    if len(text) > MOST_CHARACTERS:
        what = f"holds more than {MOST_CHARACTERS:,} characters: cut it, or delete it to get a fresh one"
        raise PageError(what, line=1, file=str(path))
    found = page.parse(text, file=str(path))
    if not (found.sections or may_be_empty):
        what = "holds no section: write '## A heading', or delete the file to get a fresh one"
        raise PageError(what, line=1, file=str(path))
    if len(found.sections) > MOST_SECTIONS:
        what = f"holds {len(found.sections):,} sections, more than {MOST_SECTIONS}: take some out"
        raise PageError(what, line=found.sections[MOST_SECTIONS].line, file=str(path))
    for section in found.sections:
        count = sum(len(group.entries) for group in section.groups)
        if count > MOST_STATEMENTS:
            what = f"holds {count:,} statements, more than {MOST_STATEMENTS}: take some out, or make more sections"
            raise PageError(what, line=section.line, file=str(path))
    return found


def cited(made: Page) -> Iterator[tuple[int, str, tuple[Ref, ...]]]:
    """Each heading and entry of a page: its line, its words, what it cites."""
    for section in made.sections:
        yield section.line, section.heading, section.refs
        for group in section.groups:
            yield group.line, group.heading, group.refs
            yield from _within(group.entries)
        yield from _within(section.notes)


def _within(entries: tuple[Entry, ...]) -> Iterator[tuple[int, str, tuple[Ref, ...]]]:
    for entry in entries:
        yield entry.line, entry.text, entry.refs
        yield from _within(entry.children)


@contextmanager
def named(path: Path) -> Iterator[None]:
    """An error about a line of a page names the page."""
    try:
        yield
    except PageError as error:
        raise error if error.file else PageError(error.problem, line=error.line, file=str(path)) from None


@contextmanager
def fitted(path: Path) -> Iterator[None]:
    """Text that fits no place names the page that it stands on."""
    try:
        yield
    except FitError as error:
        raise FitError(f"{path}: {error}") from None

"""Do the references of a page stand for passages of the brief, and is its language one?"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator

from briefpack.model import Brief, Entry, Page, Ref
from briefpack.page.inline import Place

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_NEVER = re.compile("[\ufffe\uffff]")


def checked(page: Page, brief: Brief, file: str, also: Collection[Ref] = ()) -> None:
    """Nothing, if every reference resolves and the language has a code; PageError at the first that does not.

    ``also``: references that were passages of the documents as they were read before.
    """
    for key, value in page.settings:
        if key == "language" and value and not _LANGUAGE.fullmatch(value):
            raise Place(1, file).error(f"language: write a code such as 'en' or 'pt-BR', found '{value[:40]}'")
        if odd := _NEVER.search(value):
            raise Place(1, file).error(f"'{key}' holds U+{ord(odd[0]):04X}, which no file can: take it out")
    known = {passage.ref for source in brief.sources for passage in source.passages}
    for ref, line in _references(page):
        if ref not in known and ref not in also:
            raise Place(line, file).error(_advice(ref, brief, known))


def _advice(ref: Ref, brief: Brief, known: set[Ref]) -> str:
    keys = [source.key for source in brief.sources]
    if ref.source not in keys:
        near = difflib.get_close_matches(ref.source, keys, n=1)
        advice = f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(keys)}"
        return f"[{ref.citation}] names no source, {advice}"
    last = max((each for each in known if each.source == ref.source), default=ref)
    return f"[{ref.citation}] is no passage; '{ref.source}' ends at {last.paragraph}.{last.sentence}"


def _references(page: Page) -> Iterator[tuple[Ref, int]]:
    for section in page.sections:
        yield from ((ref, section.line) for ref in section.refs)
        for group in section.groups:
            yield from ((ref, group.line) for ref in group.refs)
            yield from _of(group.entries)
        yield from _of(section.notes)


def _of(entries: tuple[Entry, ...]) -> Iterator[tuple[Ref, int]]:
    for entry in entries:
        yield from ((ref, entry.line) for ref in entry.refs)
        yield from _of(entry.children)

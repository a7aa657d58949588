"""Statements that a deck corrected, where the brief says the very same."""

from __future__ import annotations

from collections.abc import Iterable

from briefpack import page
from briefpack.brief.lines import KINDS
from briefpack.pack.returned.edits import Change

_QUOTES = next(kind.heading for kind in KINDS if kind.name == "quotes")
_FEW = 2
"""Fewer words than these stand in too many lines."""


def corrected(brief: str, changes: Iterable[Change]) -> tuple[str, int, tuple[int, ...]]:
    """The brief with the one line each that says what was changed; how many; lines that say it among others.

    A statement is the same where its words and its references are; a quotation is never touched. What stands in
    several lines, as a point and as a figure, is its editor's to correct: it may be meant in one of them alone.
    """
    rows, done, several = brief.split("\n"), 0, set[int]()
    quoted = _quotes(brief)
    for change in changes:
        old, new = page.escape(change.old), page.escape(change.new)
        here = [at for at, row in enumerate(rows) if new and at not in quoted and _says(row, old, change)]
        if len(here) == 1:
            rows[here[0]] = rows[here[0]].replace(old, new)
            done += 1
        several.update(at + 1 for at in here if len(here) > 1)
    return "\n".join(rows), done, tuple(sorted(several))


def _quotes(brief: str) -> range:
    """The rows of the section of quotations; none where there is no such section."""
    sections = page.parse(brief).sections
    ends = [*(section.line - 1 for section in sections[1:]), brief.count("\n") + 1]
    found = (range(one.line - 1, end) for one, end in zip(sections, ends, strict=True) if one.heading == _QUOTES)
    return next(found, range(0))


def _says(row: str, words: str, change: Change) -> bool:
    if len(words.split()) < _FEW or not change.refs:
        return False
    return row.count(words) == 1 and all(ref in row for ref in change.refs)

"""A text that may be sent alone: its references lead to its own list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefpack.layout import references
from briefpack.layout.flow.parts import Flow, Item, Part, Table, Text, Words


def inward(flow: Flow) -> Flow:
    """The text with each reference a link to its source at the end, whose number leads on to the page of sources."""
    entries = {run.anchor for part in flow.parts for words in _words(part) for run in words if run.anchor}

    def changed(words: Words) -> Words:
        return tuple(references.inward(run, entries) for run in words)

    def led(part: Part) -> Part:
        if isinstance(part, Text | Item):
            return replace(part, words=changed(part.words))
        if isinstance(part, Table):
            return replace(part, rows=tuple(tuple(changed(cell) for cell in row) for row in part.rows))
        return part

    return replace(flow, parts=tuple(led(part) for part in flow.parts))


def _words(part: Part) -> Iterator[Words]:
    if isinstance(part, Text | Item):
        yield part.words
    elif isinstance(part, Table):
        yield from (cell for row in part.rows for cell in row)

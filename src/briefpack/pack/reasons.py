"""Why a statement was chosen, or was not."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model import Dropped, Source, Verdict
from briefpack.pack.trace import Found, Trace, holds, wanted


@dataclass(frozen=True, slots=True)
class Why:
    """What is known of the words asked for."""

    verdicts: tuple[tuple[Source, Verdict], ...]
    dropped: tuple[tuple[Source, Dropped], ...]
    """Lines with the words that were taken out while reading."""
    printed: tuple[Found, ...]
    """Where the pages that were built say them."""


def why(words: str, sources: tuple[Source, ...], verdicts: tuple[Verdict, ...], backing: Trace) -> Why:
    """The verdicts on the passages that hold the words or back a statement that does."""
    asked = wanted(words)
    refs = {passage.ref for _, passage in backing.passages}
    refs |= {passage.ref for statement in backing.statements for _, passage in statement.passages}
    by_key = {source.key: source for source in sources}
    rows = tuple((by_key[v.ref.source], v) for v in verdicts if v.ref in refs)
    dropped = tuple((s, line) for s in sources for line in s.dropped if holds(line.text, asked))
    return Why(rows, dropped, backing.statements)

"""The sources as products name them, with the places that a product draws on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefpack.messages import code, counted, say
from briefpack.model import Brief, Cited, Line, LineGroup, Ref, Source

ENGLISH = "en"
_STATED = "from the line on where it was first published"
"""A date that the text states in a line of its own is not worked out."""


def sources(brief: Brief, refs: Iterable[Ref]) -> tuple[Cited, ...]:
    """Every source of the brief in its order, with what the references use of it."""
    used = frozenset(refs)
    return tuple(_cited(source, number, used) for number, source in enumerate(brief.sources, start=1))


def language(brief: Brief) -> str:
    """The pack's; where it names none, that of most of the text, the first source's where two are level."""
    if code():
        return code()
    counts = Counter[str]()
    for source in brief.sources:
        counts[source.language or ENGLISH] += len(source.passages)
    return max(counts, key=lambda code: counts[code], default=ENGLISH)


def support(line: Line, brief: Brief) -> str:
    """'2 of 3 sources': how many of the pack's sources the references stand in; empty for a single source."""
    known = len(brief.sources)
    said = len({ref.source for ref in line.refs})
    return (
        counted("{count} of {known} sources", "{count} of {known} sources", said, known=known)
        if said and known > 1
        else ""
    )


def references(lines: Iterable[Line], groups: Iterable[LineGroup] = ()) -> Iterator[Ref]:
    """Every reference of the lines and the groups."""
    for line in lines:
        yield from line.refs
    for group in groups:
        yield from group.refs
        yield from references(group.lines)


def _cited(source: Source, number: int, used: frozenset[Ref]) -> Cited:
    return Cited(
        key=source.key,
        number=number,
        title=source.title,
        title_derived=source.title_derived,
        authors=source.authors,
        publisher=source.publisher,
        published=source.published,
        genre=source.genre,
        name=source.name,
        words=sum(len(passage.text.split()) for passage in source.passages),
        passages=sum(passage.ref in used for passage in source.passages),
        used=_spans(source, used),
        note=_note(source),
    )


def _spans(source: Source, used: frozenset[Ref]) -> tuple[tuple[float, float], ...]:
    """Shares of the text, by characters, that the used passages take; neighbours become one span."""
    total = sum(len(passage.text) for passage in source.passages)
    spans: list[tuple[float, float]] = []
    at = 0
    for passage in source.passages:
        start, at = at, at + len(passage.text)
        if passage.ref not in used or not total:
            continue
        share = (round(start / total, 4), round(at / total, 4))
        if spans and spans[-1][1] == share[0]:
            share = (spans.pop()[0], share[1])
        spans.append(share)
    return tuple(spans)


def _note(source: Source) -> str:
    """What was worked out about title and date, in short; how it was done stands in report.json."""
    title = say("The text has no title; its first statement stands in.") if source.title_derived else ""
    inferred = any(note.startswith("date") and _STATED not in note for note in source.worked_out)
    date = say("Its date is worked out from the text.") if inferred and source.published else ""
    return " ".join(part for part in (title, date) if part)

"""The statements that a brief must carry (a first sketch: sentences that open a paragraph)."""

from __future__ import annotations

from briefpack.model import Brief, Passage, Point, Source


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Point, ...]:  # noqa: ARG001
    """The sentences that open paragraphs, eight a source, in turn."""
    rows = [[p for p in source.passages if _opens(p)][:8] for source in sources]
    turns = [row[turn] for turn in range(8) for row in rows if turn < len(row)]
    return tuple(Point(p.text, (p.ref,), float(len(turns) - place)) for place, p in enumerate(turns))


def _opens(passage: Passage) -> bool:
    words = passage.text.split()
    return (
        passage.ref.sentence == 1
        and passage.kind == "body"
        and 7 < len(words) < 46
        and words[0] not in ("This", "They")
    )

"""The evidence strip: one bar for each source, drawn to length, a mark where the pack takes a passage."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.layout import dates
from briefpack.layout.marks import Mark, MarkGroup, Paragraph, Rect, Run
from briefpack.layout.slides import chrome
from briefpack.layout.slides.stage import Stage
from briefpack.model import Cited, Type

LEAST = 1.9
"""Points; a passage of one short sentence must stay visible."""


def bar(source: Cited, x: float, y: float, w: float, h: float, fill: str, mark: str) -> tuple[Mark, ...]:
    """One bar with its marks."""
    marks: list[Mark] = [Rect(x, y, w, h, fill)]
    for start, end in _clean(source.used):
        wide = max(LEAST, (end - start) * w - 1.1)
        marks.append(Rect(round(min(x + start * w, x + w - wide), 2), y, round(wide, 2), h, mark))
    return tuple(marks)


def group(marks: Sequence[Mark], sources: Sequence[Cited], stage: Stage) -> MarkGroup:
    """Bars under one name, with an alternative text made from the counts."""
    return MarkGroup(tuple(marks), alt(sources, stage), "Evidence strip")


def alt(sources: Sequence[Cited], stage: Stage) -> str:
    """'Passages used: 18 from source 1, 17 from source 2', at most 150 characters."""
    parts = [stage.word("strip alt part").format(count=source.passages, number=source.number) for source in sources]
    text = stage.word("strip alt") + ", ".join(parts)
    while len(text) > 148 and len(parts) > 1:
        parts.pop()
        text = stage.word("strip alt") + ", ".join(parts) + " …"
    return text


def label(source: Cited, w: float, size: Type, stage: Stage, text: str = "ink", muted: str = "muted") -> Paragraph:
    """What a bar stands for: number, name and date of its source, on one line."""
    date = dates.printed(source.published, stage.deck.language) if source.published else ""
    name = ", ".join(part for part in (source.name, date) if part)
    runs = (Run(f"{source.number}\u2002", bold=True, colour=text), Run(name, colour=muted))
    return chrome.one_line(Paragraph(runs), w, size, stage)


def length(source: Cited, sources: Sequence[Cited], w: float) -> float:
    """Width of a source's bar: in scale with its words, the longest over all of w."""
    most = max((other.words for other in sources), default=0)
    return max(w * source.words / most, 12.0) if most else w


def _clean(spans: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple((min(max(a, 0.0), 1.0), min(max(b, 0.0), 1.0)) for a, b in spans)

"""The gates on any finished .pptx, ours or not, measured from the file alone: also after someone edited it.

`package` opens the archive, `stage` resolves what a slide inherits, `shapes`, `text`, `tables` and `paint` say what
stands where and in which colours, `slide` keeps it; the other modules hold the rules, listed in `rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefpack.check.presentation import access, collisions, fitting, grid, legible, parts, slide, whole
from briefpack.check.presentation.package import relation_id
from briefpack.check.presentation.slide import Deck, Slide
from briefpack.check.presentation.xml import first, kind
from briefpack.model import Notice

__all__ = ["Deck", "Slide", "problems", "read", "texts"]

_ON_SLIDES: tuple[Callable[[Slide], Iterator[Notice]], ...] = (
    fitting.findings, collisions.findings, legible.findings, access.findings, access.undecided_findings, grid.findings,
)  # fmt: skip

read = slide.read


def problems(deck: Deck) -> tuple[Notice, ...]:
    """All that falls short, by slide, what is hard first; one finding is told once."""
    notices = [notice for one in deck.slides for find in _ON_SLIDES for notice in find(one)]
    notices += [notice for one in deck.slides for notice in _charts(deck, one)]
    notices += [*whole.findings(deck), *parts.findings(deck)]
    return tuple(sorted(dict.fromkeys(notices), key=lambda one: (one.slide, not one.hard)))


def texts(one: Slide) -> str:
    """All words of a slide, tables too."""
    return "\n".join(shape.words for shape in one.shapes if shape.kind != "group")


def _charts(deck: Deck, one: Slide) -> Iterator[Notice]:
    roots = []
    for shape in one.shapes:
        if shape.kind != "chart":
            continue
        data = first(first(shape.element, "graphic"), "graphicData")
        key = next((relation_id(child) for child in data if kind(child) == "chart"), "") if data is not None else ""
        relation = deck.package.relations(one.part).get(key)
        if relation is not None and relation.target in deck.package.names:
            roots.append((shape, deck.package.root(relation.target)))
    return legible.chart_findings(one, tuple(roots))

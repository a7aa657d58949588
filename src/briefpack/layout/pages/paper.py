"""Sizes of paper, and what every page has: margins, foot, moving marks about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefpack.errors import UsageError
from briefpack.layout.marks import Mark, MarkGroup, Paragraph, Rule, Run, TextBox
from briefpack.messages import say

SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
MARGIN = 36.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper in points."""

    w: float
    h: float

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.w - 2 * MARGIN

    @property
    def right(self) -> float:
        """The right margin, from the left edge."""
        return self.w - MARGIN

    @property
    def turned(self) -> Paper:
        """The same paper held the other way."""
        return Paper(self.h, self.w)

    @property
    def bottom(self) -> float:
        """Where the foot's rule stands."""
        return self.h - 31


def paper(name: str) -> Paper:
    """The paper of this name; UsageError lists those there are."""
    if name not in SIZES:
        raise UsageError(f"no paper is called {name!r}: choose one of {', '.join(SIZES)}")
    return Paper(*SIZES[name])


def foot(paper: Paper, left: str, page: int, pages: int, size: float = 8.0) -> tuple[Mark, ...]:
    """The rule at the foot, what the page is, and its number."""
    pitch = size * 1.25
    says = (
        _small(MARGIN, paper.width - 90, left, size, pitch, "left", paper),
        _small(
            paper.right - 80, 80, say("Page {page} of {pages}", page=page, pages=pages), size, pitch, "right", paper
        ),
    )
    return (Rule(MARGIN, paper.bottom, paper.right, paper.bottom), *says)


def moved(marks: Iterable[Mark], dx: float, dy: float) -> tuple[Mark, ...]:
    """The same marks at another place."""
    return tuple(_moved(mark, dx, dy) for mark in marks) if dx or dy else tuple(marks)


def _moved(mark: Mark, dx: float, dy: float) -> Mark:
    if isinstance(mark, TextBox):
        kept = mark.role, mark.tag, mark.tracking, mark.name
        place = mark.x + dx, mark.y + dy, mark.w, mark.h
        return TextBox(*place, mark.paragraphs, mark.size, mark.pitch, mark.anchor, *kept)
    if isinstance(mark, Rule):
        ends = mark.x1 + dx, mark.y1 + dy, mark.x2 + dx, mark.y2 + dy
        return Rule(*ends, mark.colour, mark.width, mark.dash, mark.arrow, mark.alt, mark.name, mark.glued)
    if isinstance(mark, MarkGroup):
        return replace(mark, marks=moved(mark.marks, dx, dy))
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


def _small(x: float, w: float, text: str, size: float, pitch: float, align: str, paper: Paper) -> TextBox:
    paragraph = Paragraph((Run(text, colour="muted"),), align=align)
    return TextBox(x, paper.bottom + 4.5, w, pitch, (paragraph,), size, pitch, role="footer", tag="Artifact")

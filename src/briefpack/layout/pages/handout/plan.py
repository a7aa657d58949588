"""How slides are shared out on a sheet of paper: columns, rows, and how large that makes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefpack.layout.pages.paper import Paper
from briefpack.layout.pages.questions import LINE
from briefpack.model import Type

ABOVE = 7.0
"""Points between a slide and its prompt."""
BESIDE = 18.0
"""Points between a slide and the lines beside it."""
_GAP = 18.0
"""Points between two columns."""
_WIDEST = 282.0
"""Of a slide with lines beside it: these need the room."""
_SMALL = 260.0
"""A slide narrower than this has its prompt in small type."""
_PROMPT, _SMALL_PROMPT = Type(11.0, 14.5), Type(9.5, 12.5)

__all__ = ["ABOVE", "BESIDE", "FORMS", "LINE", "Cell", "Form", "Plan", "plans"]


@dataclass(frozen=True, slots=True)
class Form:
    """What stands with each slide."""

    lines: int
    """Lines to write on for which room is kept at least; none at all where it is 0."""
    prompt: int
    """Lines that the prompt may take."""
    beside: bool = False
    """Lines stand beside the slide, not under it."""
    air: float = 12.0
    """Points between one row of slides and the next."""


FORMS = {
    1: Form(3, 1),
    2: Form(2, 1, air=8.0),
    3: Form(9, 3, beside=True, air=24.0),
    4: Form(0, 2),
    6: Form(2, 2, air=14.0),
    9: Form(0, 2, air=8.0),
}
"""Slides a page to what stands with each."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The room of one slide with all that belongs to it, in points of the page."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Columns and rows of slides of one size."""

    form: Form
    columns: int
    rows: int
    across: float
    """Points between the margins."""
    shape: float
    """Width of a slide over its height."""
    down: float = 0.0
    """Points from the head to the foot; 0 until the head is known."""

    def fitted(self, down: float) -> Plan:
        """The plan for so much room under the head."""
        return replace(self, down=down)

    @property
    def pitch(self) -> float:
        """From one row to the next."""
        return self.down / self.rows

    @property
    def w(self) -> float:
        """Width of a slide: the column's, unless it would then be too tall."""
        column = (self.across - _GAP * (self.columns - 1)) / self.columns
        most = min(column, _WIDEST) if self.form.beside else column
        return min(most, self._tall(most) * self.shape)

    @property
    def h(self) -> float:
        """Height of a slide."""
        return self.w / self.shape

    @property
    def type(self) -> Type:
        """Of the prompt."""
        return _PROMPT if self.w >= _SMALL else _SMALL_PROMPT

    def cells(self, x: float, y: float) -> Iterator[Cell]:
        """The rooms row by row; columns reach from margin to margin, one alone stands in the middle."""
        free = self.across - self.columns * self.w
        for row in range(self.rows):
            for column in range(self.columns):
                left = x + (column * (self.w + free / (self.columns - 1)) if self.columns > 1 else free / 2)
                start = x if self.form.beside else left
                yield Cell(start, y + row * self.pitch, self.across if self.form.beside else self.w, self.pitch)

    def _tall(self, column: float) -> float:
        """How tall a slide may be over its prompt and the lines under it."""
        lines = 0 if self.form.beside else self.form.lines
        prompt = _PROMPT if column >= _SMALL else _SMALL_PROMPT
        return self.pitch - self.form.air - ABOVE - self.form.prompt * prompt.pitch - lines * LINE


def plans(a_page: int, paper: Paper, shape: float) -> Iterator[Plan]:
    """Every way to set so many slides in columns and rows on a paper; with lines beside them, one column."""
    form = FORMS[a_page]
    for columns in range(1, 2 if form.beside else a_page + 1):
        if a_page % columns == 0:
            yield Plan(form, columns, a_page // columns, paper.width, shape)

"""How demanding a question is, in four steps that pupils know."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout.marks import Mark, Rect


@dataclass(frozen=True, slots=True)
class Step:
    """One of the four steps."""

    number: int
    """From 1, as many boxes as are filled."""
    name: str
    lines: int
    """Writing lines that an answer needs."""


_STEPS = {
    "remember": Step(1, "Find it", 2),
    "understand": Step(2, "Explain it", 3),
    "apply": Step(2, "Explain it", 3),
    "analyse": Step(3, "Weigh it", 4),
    "evaluate": Step(4, "Argue it", 4),
    "create": Step(4, "Argue it", 4),
}
PHASES = {"opening": "To open", "core": "To work through", "closing": "To close"}


def step(level: str) -> Step:
    """The step of a level; unknown levels stand in the middle."""
    return _STEPS.get(level, _STEPS["understand"])


def boxes(number: int, x: float, y: float) -> tuple[Mark, ...]:
    """Four boxes, as many filled as the step's number."""
    return tuple(
        Rect(x + place * 8, y, 6, 6.5, fill="accent2" if place < number else "paper", line="accent2", line_width=0.75)
        for place in range(4)
    )

"""How demanding a question is, in four steps that pupils know."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout.marks import Mark, Rect
from briefpack.messages import noted, say


@dataclass(frozen=True, slots=True)
class Step:
    """One of the four steps."""

    number: int
    """From 1, as many boxes as are filled."""
    name: str
    lines: int
    """Writing lines that an answer needs."""


_STEPS = {
    "remember": Step(1, noted("Find it"), 2),
    "understand": Step(2, noted("Explain it"), 3),
    "apply": Step(2, noted("Explain it"), 3),
    "analyse": Step(3, noted("Weigh it"), 4),
    "evaluate": Step(4, noted("Argue it"), 4),
    "create": Step(4, noted("Argue it"), 4),
}
PHASES = {"opening": noted("To open"), "core": noted("To work through"), "closing": noted("To close")}


def step(level: str) -> Step:
    """The step of a level; unknown levels stand in the middle."""
    return _STEPS.get(level, _STEPS["understand"])


def name(level: str) -> str:
    """The step of a level as pupils read it: 'Weigh it'."""
    return say(step(level).name)


def phase(name: str) -> str:
    """A part of a lesson as pupils read it: 'To open'."""
    return say(PHASES[name]) if name in PHASES else name.capitalize()


def boxes(number: int, x: float, y: float) -> tuple[Mark, ...]:
    """Four boxes, as many filled as the step's number."""
    return tuple(
        Rect(x + place * 8, y, 6, 6.5, fill="accent2" if place < number else "paper", line="accent2", line_width=0.75)
        for place in range(4)
    )

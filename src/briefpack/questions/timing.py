"""Minutes for each question, adding up to the lesson exactly (rubric T4)."""

from __future__ import annotations

from dataclasses import replace

from briefpack.model import Question

FEWEST = 3
"""Minutes under which a question is not worth asking."""
_OPENING = 5
_SHARES = {"remember": 3, "understand": 4, "apply": 5, "analyse": 6, "evaluate": 7, "create": 8}


def timed(questions: tuple[Question, ...], minutes: int) -> tuple[Question, ...]:
    """The questions with their minutes: about five for the opening, the rest by level, largest remainders first."""
    shares = [_share(question, minutes, len(questions)) for question in questions]
    exact = [share * minutes / sum(shares) for share in shares]
    given = [int(share) for share in exact]
    left = sorted(range(len(exact)), key=lambda i: (given[i] - exact[i], i))
    for i in left[: minutes - sum(given)]:
        given[i] += 1
    return tuple(replace(question, minutes=count) for question, count in zip(questions, given, strict=True))


def _share(question: Question, minutes: int, many: int) -> float:
    if question.phase != "opening":
        return _SHARES[question.level]
    # so that the opening comes out near five minutes, whatever the others ask for
    return _OPENING * 6.5 * max(1, many - 1) / max(1, minutes - _OPENING)

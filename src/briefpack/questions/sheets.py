"""Two questions on each document for a sheet of its own: one on where it comes from, one on how it speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefpack.model import Question
from briefpack.questions import gates
from briefpack.questions.lesson import made
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft

SKILLS = ("sourcing", "close reading")


def on_each(m: Material, drafts: Iterable[Draft], asked: Sequence[Question]) -> dict[str, tuple[Question, ...]]:
    """By source, at most one question of each skill, anchored in that source alone and not asked in the lesson already.

    A form that another sheet has comes after those that none has; ties by weight, then by place.
    """
    pool = list(drafts)
    used = Counter(question.skeleton for question in asked)
    taken = {question.prompt for question in asked}
    sheets: dict[str, tuple[Question, ...]] = {}
    for key in m.sources:
        found: list[Question] = []
        for skill in SKILLS:
            question = next(_asked(m, key, skill, pool, used, taken), None)
            if question is not None:
                found.append(question)
                used[question.skeleton] += 1
                taken.add(question.prompt)
        sheets[key] = tuple(found)
    return sheets


def _asked(
    m: Material, key: str, skill: str, pool: Sequence[Draft], used: Counter[str], taken: set[str]
) -> Iterator[Question]:
    fitting = [one for one in pool if one.skeleton.skill == skill and one.sources == {key}]
    for one in sorted(fitting, key=lambda one: (used[one.skeleton.name], -one.skeleton.weight)):
        for prompt in one.prompts:
            question = made(m, one, prompt, "core")
            if prompt not in taken and not gates.refusal(question, m.passages):
                yield question

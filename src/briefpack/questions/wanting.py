"""What was asked of a set and could not be had, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefpack.model import Audience, Notice, Question
from briefpack.questions.skeleton import Draft, Skeleton

_WHERE = "questions"


def unmet(
    drafts: Sequence[Draft], asked: Sequence[Question], audience: Audience, skeletons: Sequence[Skeleton]
) -> Iterator[Notice]:
    """A notice for each level and each skill that was named, and that no question has."""
    mix = audience.mix
    for level in mix.levels:
        if not any(one.level == level for one in asked):
            fitting = [one for one in skeletons if one.level == level and mix.takes(level, one.skill)]
            yield _missing(f"of level '{level}'", fitting, [d for d in drafts if d.skeleton.level == level], audience)
    for skill in mix.skills:
        if not any(one.skill == skill for one in asked):
            fitting = [one for one in skeletons if one.skill == skill and mix.takes(one.level, skill)]
            yield _missing(f"of skill '{skill}'", fitting, [d for d in drafts if d.skeleton.skill == skill], audience)


def _missing(which: str, fitting: Sequence[Skeleton], drafts: Sequence[Draft], audience: Audience) -> Notice:
    forms = [one for one in fitting if audience.voice in one.voices]
    if not forms:
        why = f"no skeleton for {audience.name} asks that with what else you asked for"
        return Notice(f"no question {which}: {why}", _WHERE, "name more levels or skills, or add a skeleton")
    if not drafts:
        takes = ", ".join(f"'{name}'" for name in Counter(one.takes or one.name for one in forms))
        why = f"these documents give nothing that its skeletons take ({takes})"
        return Notice(f"no question {which}: {why}", _WHERE, "add such points, quotes or tensions to brief.md")
    why = f"{len(drafts)} drafts, none of which passed the gates or had a place beside the others"
    return Notice(f"no question {which}: {why}", _WHERE, "ask for more questions, or for fewer levels and skills")

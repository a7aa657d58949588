"""Items to questions: curated skeletons with checked slots, gates that refuse a bad question, a set that fits a lesson.

Nothing is turned round from a sentence: a skeleton is filled with names, short phrases and verbatim quotations,
or it is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from briefpack.model import Audience, Brief, Notice, Question, QuestionMix
from briefpack.questions import (
    events,
    figures,
    judgements,
    quiz,
    sheets,
    sourcing,
    stakeholders,
    tensions,
    terms,
    timing,
    voices,
    wanting,
)
from briefpack.questions.lesson import CONTEXT, PHASES, Choice, choose
from briefpack.questions.material import Material
from briefpack.questions.skeleton import HIGH, Draft, Skeleton

__all__ = ["ASKERS", "Asked", "Asker", "Other", "ask", "quiz"]

Asker = tuple[str, Callable[[Material], Iterator[Draft]]]
"""Its name, and what it asks."""
Other = tuple[str, Callable[[Material], tuple[Draft | Notice, ...]]]
"""The asker of a plugin, which raises nothing: a notice among its drafts says that it failed (pack/plugged.py)."""

ASKERS: tuple[Asker, ...] = (
    ("tensions", tensions.ask),
    ("points", judgements.ask),
    ("quotes", voices.ask),
    ("figures", figures.ask),
    ("events", events.ask),
    ("terms", terms.ask),
    ("actors", stakeholders.ask),
    ("sources", sourcing.ask),
)

_USUAL = 7  # questions, for an audience that does not say how many
_MOST = {"points": 40, "events": 60, "people": 40, "organisations": 40, "quotes": 24, "figures": 16, "terms": 24}
_MOST_OF_A_FORM = 8  # drafts of one skeleton that are looked at: the best


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of one lesson in order, and what could not be asked."""

    questions: tuple[Question, ...]
    notices: tuple[Notice, ...]
    sheets: tuple[tuple[str, tuple[Question, ...]], ...] = ()
    """By source, two questions at most for a sheet on that document alone."""


def ask(brief: Brief, audience: Audience, skeletons: tuple[Skeleton, ...], more: tuple[Other, ...] = ()) -> Asked:
    """Questions whose minutes add up to the audience's; fewer where the brief is thin, with a notice.

    ``more`` are the askers of plugins, by name.
    """
    m = Material(_best(brief), skeletons)
    many = min(dict(audience.counts).get("questions", _USUAL), audience.minutes // timing.FEWEST)
    others = tuple((name, asker(m)) for name, asker in more)
    failed = tuple(one for _, made in others for one in made if isinstance(one, Notice))
    ours = tuple((kind, asker(m)) for kind, asker in ASKERS)
    drafts = tuple(_drafts(audience, (*ours, *others)))
    choice = choose(m, drafts, audience, max(0, many))
    made = timing.timed(tuple(choice.questions), audience.minutes) if choice.questions else ()
    notices = (*_notices(m, choice, many, audience.mix), *wanting.unmet(drafts, choice.questions, audience, skeletons))
    return Asked(made, (*failed, *notices), tuple(sheets.on_each(m, drafts, made).items()))


def _best(brief: Brief) -> Brief:
    """The brief with the best items of each kind, so that a long one costs no more than a short one."""
    return replace(brief, **{kind: getattr(brief, kind)[:most] for kind, most in _MOST.items()})


def _drafts(audience: Audience, asked: Iterable[tuple[str, Iterable[Draft | Notice]]]) -> Iterator[Draft]:
    """The best drafts of each skeleton that speaks in the audience's voice."""
    seen: dict[str, int] = {}
    for kind, made in asked:
        for draft in made:
            if isinstance(draft, Notice):
                continue
            name = draft.skeleton.name
            seen[name] = seen.get(name, 0) + 1
            fits = audience.voice in draft.skeleton.voices and audience.mix.takes(
                draft.skeleton.level, draft.skeleton.skill
            )
            if fits and seen[name] <= _MOST_OF_A_FORM:
                yield replace(draft, kind=kind)


def _notices(m: Material, choice: Choice, many: int, mix: QuestionMix) -> Iterator[Notice]:
    """What the set falls short of, then what was refused."""
    where = "questions"
    made = len(choice.questions)
    if made < many:
        yield Notice(f"{made} of {many} questions could be made", where, "add points, quotes or tensions to brief.md")
    for gate, what in _shortfalls(m, choice, mix):
        yield Notice(what, where, gate=gate)
    if choice.refused:
        reasons = ", ".join(f"{times} for {reason}" for reason, times in sorted(choice.refused.items()))
        yield Notice(f"drafts of questions that were left out: {reasons}", where)


def _shortfalls(m: Material, choice: Choice, mix: QuestionMix) -> Iterator[tuple[str, str]]:
    if not choice.questions:
        return
    if len(m.sources) == 1:
        yield "T3", "one source only: no question sets two against each other"
    elif choice.crossing < 2:
        yield "T3", f"{choice.crossing} of 2 questions set two sources against each other"
    if unused := [m.named[key] for key in m.sources if key not in choice.covered]:
        yield "T2", f"no question uses {', '.join(unused)}"
    if len(choice.levels) < min(3, len(choice.questions), len(mix.levels) or 3):
        yield "T2", "fewer than three levels"
    low = set(mix.levels) - set(HIGH)
    if not low and sum(choice.levels[level] for level in HIGH) * 2 < len(choice.questions):
        yield "T2", "fewer than half of the questions ask for analysis or more"
    asked = not mix.skills or set(mix.skills) & set(CONTEXT)
    if asked and not any(draft.skeleton.skill in CONTEXT for draft in choice.drafts):
        yield "T3", "no question asks about a source or its context"
    if {question.phase for question in choice.questions} != set(PHASES):
        yield "T4", "no opening, core and closing"

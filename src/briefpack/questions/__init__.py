"""Items to questions: curated skeletons with checked slots, gates that refuse a bad question, a set that fits a lesson.

Nothing is turned round from a sentence: a skeleton is filled with names, short phrases and verbatim quotations,
or it is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

__all__ = ["ASKERS", "Asked", "ask", "quiz"]

Asker = tuple[str, Callable[[Material], Iterator[Draft]]]
"""Its name, and what it asks."""

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


def ask(brief: Brief, audience: Audience, skeletons: tuple[Skeleton, ...], more: tuple[Asker, ...] = ()) -> Asked:
    """Questions whose minutes add up to the audience's; fewer where the brief is thin, with a notice.

    ``more`` are the askers of plugins, by name; one that fails is named in a notice, and the others go on.
    """
    m = Material(_best(brief), skeletons)
    many = min(dict(audience.counts).get("questions", _USUAL), audience.minutes // timing.FEWEST)
    others, failed = _others(m, more)
    drafts = tuple(_drafts(m, audience, (*ASKERS, *others)))
    choice = choose(m, drafts, audience, max(0, many))
    made = timing.timed(tuple(choice.questions), audience.minutes) if choice.questions else ()
    notices = (*_notices(m, choice, many, audience.mix), *wanting.unmet(drafts, choice.questions, audience, skeletons))
    return Asked(made, (*failed, *notices), tuple(sheets.on_each(m, drafts, made).items()))


def _best(brief: Brief) -> Brief:
    """The brief with the best items of each kind, so that a long one costs no more than a short one."""
    return replace(brief, **{kind: getattr(brief, kind)[:most] for kind, most in _MOST.items()})


def _others(m: Material, more: tuple[Asker, ...]) -> tuple[tuple[Asker, ...], tuple[Notice, ...]]:
    """The askers of plugins with what they asked, and a notice for each that failed."""
    asked: list[Asker] = []
    failed: list[Notice] = []
    for name, asker in more:
        try:
            drafts = tuple(asker(m))
            if not all(isinstance(draft, Draft) and m.known(draft.refs) for draft in drafts):
                raise TypeError("gave what is no draft of a question with a passage")
        except (Exception, SystemExit) as error:  # a stranger's code may raise anything
            told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            failed.append(Notice(f"{name} failed and was left out: {told}", "questions", "update it, or take it away"))
        else:
            asked.append((name, lambda _, drafts=drafts: iter(drafts)))  # type: ignore[misc]
    return tuple(asked), tuple(failed)


def _drafts(m: Material, audience: Audience, askers: tuple[Asker, ...]) -> Iterator[Draft]:
    """The best drafts of each skeleton that speaks in the audience's voice."""
    seen: dict[str, int] = {}
    for kind, asker in askers:
        for draft in asker(m):
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

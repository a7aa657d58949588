"""A set from many drafts: phases, levels, every source, nothing twice (rubrics T1 to T5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefpack.model import Audience, Line, Question
from briefpack.questions import gates
from briefpack.questions.material import Material
from briefpack.questions.skeleton import HIGH, Draft
from briefpack.text import words

PHASES = ("opening", "core", "closing")
CONTEXT = ("sourcing", "contextualising")
_ALIKE = 0.55  # share of content words; the rubric refuses 0.6
_MOST_LOOK_FORS = 4
_LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")


@dataclass(slots=True)
class Choice:
    """The set so far, and what has been refused and why."""

    questions: list[Question] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)

    @property
    def crossing(self) -> int:
        """How many set two sources against each other."""
        return sum(draft.sets_against for draft in self.drafts)

    @property
    def covered(self) -> frozenset[str]:
        """Keys of the sources that a question is anchored in."""
        return frozenset(key for draft in self.drafts for key in draft.sources)

    @property
    def levels(self) -> Counter[str]:
        """How many there are of each level."""
        return Counter(draft.skeleton.level for draft in self.drafts)


def choose(m: Material, drafts: Iterable[Draft], audience: Audience, many: int) -> Choice:
    """Up to so many questions that pass every gate, in the order opening, core, closing; ties by place in the brief."""
    choice, pool = Choice(), list(drafts)
    for place, phase in enumerate([*_plan(many), *["core", *PHASES] * many]):
        if len(choice.questions) == many:
            break
        pool = [d for d in pool if d.skeleton.name not in {c.skeleton.name for c in choice.drafts}]
        _fill(m, choice, pool, _Wanted(audience, phase, place, max(1, many - place)))
    return _ordered(choice)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One place of the set."""

    audience: Audience
    phase: str
    place: int
    left: int
    """Places left, with this one."""


def _plan(many: int) -> Iterator[str]:
    """The closing first and the opening next: what a lesson cannot do without."""
    openings = 2 if many >= 9 else 1
    plan = ["closing", *["opening"] * openings]
    yield from (plan + ["core"] * many)[:many]


def _fill(m: Material, choice: Choice, pool: list[Draft], wanted: _Wanted) -> None:
    """Take the best draft that passes the gates. Every failing one is counted, and tried no more."""
    fitting = [d for d in pool if wanted.phase in d.skeleton.phases and _balanced(choice, d, wanted)]
    for best in sorted(fitting, key=lambda d: -_worth(m, choice, d, wanted)):
        question = _made(m, choice, best, wanted)
        if question:
            choice.questions.append(question)
            choice.drafts.append(best)
            return
        pool.remove(best)


def _balanced(choice: Choice, draft: Draft, wanted: _Wanted) -> bool:
    """At least half stay at analyse or above, counting the places that are left as high."""
    if wanted.audience.mix.levels:
        return True
    low = sum(count for level, count in choice.levels.items() if level not in HIGH)
    many = len(choice.drafts) + wanted.left
    return draft.skeleton.level in HIGH or (low + 1) * 3 <= many


def _worth(m: Material, choice: Choice, draft: Draft, wanted: _Wanted) -> float:
    """How much a draft adds to the set: its skeleton's weight, what the set still needs, less what it repeats."""
    used = Counter(name for chosen in choice.drafts for name in chosen.about)
    refs = {ref for chosen in choice.drafts for ref in chosen.refs}
    skills = Counter(chosen.skeleton.skill for chosen in choice.drafts)
    worth = float(draft.skeleton.weight) + _needs(m, choice, draft, wanted)
    worth += 3.0 if draft.skeleton.phases[0] == wanted.phase else 0.0
    worth -= 1.5 * sum(chosen.kind == draft.kind for chosen in choice.drafts)
    worth -= 2.0 * sum(used[name] for name in draft.about) + 1.5 * skills[draft.skeleton.skill]
    worth -= 3.0 * sum(ref in refs for ref in draft.refs) / max(1, len(draft.refs))
    return worth + _preferred(draft, wanted.audience)


def _needs(m: Material, choice: Choice, draft: Draft, wanted: _Wanted) -> float:
    """What the set's own rules still ask for; dearer as the places run out."""
    missing = len(m.sources.keys() - choice.covered)
    new = len(draft.sources - choice.covered)
    crossing = choice.crossing < 2 and draft.sets_against
    context = draft.skeleton.skill in CONTEXT and not any(d.skeleton.skill in CONTEXT for d in choice.drafts)
    level = draft.skeleton.level not in choice.levels and len(choice.levels) < 3
    need = (2.0 * new / missing if missing else 0.0) + 3.0 * crossing + 2.0 * context + 3.0 * level
    return need * (1.0 + 4.0 / wanted.left)


def _preferred(draft: Draft, audience: Audience) -> float:
    """The audience's own order of levels, at most one point."""
    order = audience.levels
    return 1.0 - order.index(draft.skeleton.level) / len(order) if draft.skeleton.level in order else -1.0


def _made(m: Material, choice: Choice, draft: Draft, wanted: _Wanted) -> Question | None:
    """The first wording, from this place on, that passes the gates and opens unlike the others."""
    prompts, reasons = draft.prompts, []
    turn = wanted.place % max(1, len(prompts))
    for prompt in _openings_apart((*prompts[turn:], *prompts[:turn]), choice.questions):
        question = made(m, draft, prompt, wanted.phase)
        reason = gates.refusal(question, m.passages) or _repeats(question, choice.questions)
        if not reason:
            return replace(question, shorter=_shorter(m, draft, question))
        reasons.append(reason)
    choice.refused.update(reasons[:1])
    return None


def _shorter(m: Material, draft: Draft, question: Question) -> tuple[str, ...]:
    """The other wordings that have fewer letters and pass the gates too."""
    fewer = (prompt for prompt in draft.prompts if len(prompt) < len(question.prompt))
    return tuple(each for each in fewer if not gates.refusal(made(m, draft, each, question.phase), m.passages))


def made(m: Material, draft: Draft, prompt: str, phase: str) -> Question:
    """A draft in one of its wordings, with what a good answer holds; its minutes are not known yet."""
    held = _uncut(gates.sound(draft.look_fors, prompt, m.passages))[:_MOST_LOOK_FORS]
    form = draft.skeleton
    return Question(prompt, form.skill, form.level, phase, 0, form.name, draft.refs, _led(draft.answer, held))


def _led(does: Line | None, held: tuple[Line, ...]) -> tuple[Line, ...]:
    """What a good answer does before what it holds, unless a source would lose its only line for want of room."""
    rest = held[: _MOST_LOOK_FORS - 1]
    heard = {line.refs[0].source for line in rest}
    if does is None or len(held) < gates.FEWEST or any(line.refs[0].source not in heard for line in held):
        return held
    return (does, *rest)


def _uncut(look_fors: tuple[Line, ...]) -> tuple[Line, ...]:
    """Without statements cut at '[…]', where two others are left and no source loses its only one."""
    whole = [line for line in look_fors if not line.text.rstrip('”"').endswith("[…]")]
    heard = {line.refs[0].source for line in whole}
    kept = tuple(line for line in look_fors if line in whole or line.refs[0].source not in heard)
    return kept if len(kept) >= 2 else look_fors


def _openings_apart(prompts: tuple[str, ...], chosen: list[Question]) -> list[str]:
    """Wordings whose first word no other question has come first."""
    taken = {gates.opening(question.prompt, 1) for question in chosen}
    return sorted(prompts, key=lambda prompt: gates.opening(prompt, 1) in taken)


def _repeats(question: Question, chosen: list[Question]) -> str:
    opening, own = gates.opening(question.prompt), words.content(question.prompt)
    for other in chosen:
        theirs = words.content(other.prompt)
        if gates.opening(other.prompt) == opening or len(own & theirs) >= _ALIKE * len(own | theirs):
            return "T1: too much like another question"
    return ""


def _ordered(choice: Choice) -> Choice:
    """Opening, core, closing; in the core from lower levels to higher."""
    rank = {level: place for place, level in enumerate(_LEVELS)}
    order = sorted(
        range(len(choice.questions)),
        key=lambda i: (PHASES.index(choice.questions[i].phase), rank[choice.questions[i].level], i),
    )
    choice.questions = [choice.questions[i] for i in order]
    choice.drafts = [choice.drafts[i] for i in order]
    return choice

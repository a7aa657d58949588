"""A brief to quiz items: what one passage settles, asked so that no other passage makes a wrong answer right.

Distractors are values of the same kind from the same pack (other speakers, dates, numbers, meanings, roles). Where
fewer than three are sound, the item becomes a short answer; where that cannot be marked, it is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice, zip_longest

from briefpack.model import CHOICE, CLOZE, MATCH, ORDER, QUIZ_KINDS, SHORT, TRUE_FALSE, Brief, QuizItem
from briefpack.questions.material import Material
from briefpack.questions.quiz import forms, people, terms, values
from briefpack.questions.quiz.fact import Fact
from briefpack.questions.quiz.gates import flaw

__all__ = ["ask", "flaw"]

FACTS: tuple[Callable[[Material], Iterator[Fact]], ...] = (
    people.speakers,
    values.numbers,
    values.dates,
    terms.meanings,
    people.roles,
)
_MOST_OF_A_KIND = 2
"""Choices of one kind of fact in a quiz: four speakers asked for four times are no quiz."""
_SHARES = {CHOICE: 5, TRUE_FALSE: 3, CLOZE: 2, SHORT: 2, MATCH: 1, ORDER: 1}
"""How many items of each kind a quiz of fourteen has; others in proportion."""
_WHOLE = sum(_SHARES.values())


def ask(brief: Brief, many: int) -> tuple[QuizItem, ...]:
    """At most so many items, kind by kind; the same for the same brief; fewer where the brief is thin."""
    if many < 1:
        return ()
    m = Material(brief)
    made = [*forms.match(m), *forms.order(m), *islice(terms.cloze(m), _share(CLOZE, many))]
    asked = {ref for item in made for ref in item.refs}
    facts = [[fact for fact in find(m) if not set(fact.refs) & asked] for find in FACTS]
    made += _of_facts([fact for fact in chain.from_iterable(zip_longest(*facts)) if fact], many)
    sound = (item for item in made if not flaw(item, m.passages))
    return tuple(sorted(sound, key=lambda item: QUIZ_KINDS.index(item.kind)))[:many]


def _of_facts(facts: list[Fact], many: int) -> Iterator[QuizItem]:
    """Each fact is asked for once: as a choice, then as a statement to judge, then as an answer to write."""
    left = facts
    for kind, make in ((CHOICE, forms.choice), (TRUE_FALSE, forms.true_false), (SHORT, forms.short)):
        used: list[Fact] = []
        for fact in left:
            item = make(fact, len(used)) if _has_room(fact, used, _share(kind, many)) else None
            if item:
                used.append(fact)
                yield item
        left = [fact for fact in left if not any(fact is one or set(fact.refs) & set(one.refs) for one in used)]


def _has_room(fact: Fact, used: list[Fact], share: int) -> bool:
    """Whether one more may be asked: not too many in all, nor of its kind, nor of one passage."""
    same = sum(one.kind == fact.kind for one in used)
    return len(used) < share and same < _MOST_OF_A_KIND and not any(set(fact.refs) & set(one.refs) for one in used)


def _share(kind: str, many: int) -> int:
    return max(1, round(_SHARES[kind] * many / _WHOLE))

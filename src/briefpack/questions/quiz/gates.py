"""What is wrong with a quiz item: the flaws of the rubric (../rubrics: multiple choice) and of the kind's own form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefpack.model import CHOICE, CLOZE, GAP, MATCH, ORDER, SHORT, TRUE_FALSE, Passage, QuizItem, Ref
from briefpack.questions.quiz.fact import given_away, overlap
from briefpack.text.plain import plain

Passages = Mapping[Ref, Passage]


def flaw(item: QuizItem, passages: Passages) -> str:
    """The first flaw of an item in words; empty for a sound one."""
    if any(ref not in passages for ref in item.refs) or not item.refs:
        return "no passage settles it"
    if not item.stem.strip():
        return "asks nothing"
    return _FORMS[item.kind](item)


def _choice(item: QuizItem) -> str:
    texts = [option.text for option in item.options]
    right = [text for text in texts if text in item.answers]
    others = tuple(text for text in texts if text not in item.answers)
    if len(right) != 1 or len(others) < 2:
        return "needs one right answer and at least two others"
    if any(overlap(one, other) for n, one in enumerate(texts) for other in texts[n + 1 :]):
        return "two options say the same, or one holds the other"
    if given_away(item.stem, right[0], others):
        return "a word that only the right answer shares with the question gives it away"
    return "the answer stands in the question" if plain(right[0]).lower() in plain(item.stem).lower() else ""


def _true_false(item: QuizItem) -> str:
    return "" if item.answers in (("true",), ("false",)) else "the answer must be true or false"


def _short(item: QuizItem) -> str:
    if not item.answers:
        return "has no answer"
    return "the answer stands in the question" if plain(item.answers[0]).lower() in plain(item.stem).lower() else ""


def _cloze(item: QuizItem) -> str:
    return _short(item) if item.stem.count(GAP) == 1 else f"needs one gap, '{GAP}'"


def _several(item: QuizItem) -> str:
    texts, labels = [line.text for line in item.options], [line.label for line in item.options]
    if len(texts) < 3:
        return "needs at least three lines"
    if not all(labels):
        return "a line has no label: who says it, or when it was"
    same = len(set(texts)) < len(texts) or len(set(labels)) < len(labels)
    return "two of its lines are the same" if same else ""


_FORMS: Mapping[str, Callable[[QuizItem], str]] = {
    CHOICE: _choice,
    TRUE_FALSE: _true_false,
    SHORT: _short,
    CLOZE: _cloze,
    MATCH: _several,
    ORDER: _several,
}

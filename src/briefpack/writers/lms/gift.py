"""GIFT, the plain text that Moodle and others import (https://docs.moodle.org/en/GIFT_format)."""

from __future__ import annotations

from briefpack.model import CLOZE, GAP, TRUE_FALSE, Question, QuizItem
from briefpack.writers.lms import exam as lms
from briefpack.writers.lms.exam import Exam

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\~=#{}:"} | {"\n": "\\n"})


def write(exam: Exam) -> bytes:
    """The questions, each with its id, tags, name and feedback."""
    parts = [_item(exam, number, item) for number, item in exam.numbered()]
    parts += [_essay(exam, number, question) for number, question in exam.essays_numbered()]
    return ("\n\n".join([f"// {_comment(exam.title)}", *parts]) + "\n").encode()


def loses(exam: Exam) -> tuple[str, ...]:
    """GIFT has no ordering, and no place for what only a marker may see."""
    return (*lms.orderings_lost(exam), *(["what a good essay holds"] if exam.essays else []))


def _item(exam: Exam, number: int, item: QuizItem) -> str:
    before, _, after = item.stem.partition(GAP) if item.kind == CLOZE else (item.stem, "", "")
    body = f"{_text(before)}{{{_answers(item)}\n####{_text(exam.feedback(item))}\n}}{_text(after)}"
    return f"{_head(exam, item, item.key)}\n::{_text(exam.name(item, number))}::{body}"


def _answers(item: QuizItem) -> str:
    """The answers between the braces, a line each."""
    if item.kind == TRUE_FALSE:
        return item.answers[0].upper()
    if lms.is_choice(item):
        return "".join(f"\n{'=' if right else '~'}{_text(text)}" for text, right in lms.choices(item))
    if lms.is_matched(item):
        return "".join(f"\n={_text(one)} -> {_text(other)}" for one, other in lms.pairs(item))
    return "".join(f"\n={_text(answer)}" for answer in item.answers)


def _essay(exam: Exam, number: int, question: Question) -> str:
    """The question alone; what a good answer holds stands in comments, which no platform shows to students."""
    told = "".join(f"\n// look for: {_comment(look_for)}" for look_for in exam.look_fors(question))
    return f"{_head(exam, question)}{told}\n::{_text(exam.name(question, number))}::{_text(question.prompt)}{{}}"


def _head(exam: Exam, item: QuizItem | Question, key: str = "") -> str:
    """'// [id:3f…] [tag:choice] [tag:remember]', which importers read; a bracket would end a tag."""
    tags = "".join(f" [tag:{_comment(tag)}]" for tag in exam.tags(item))
    return f"//{f' [id:{key}]' if key else ''}{tags}"


def _comment(text: str) -> str:
    return " ".join(text.translate(str.maketrans("[]\\", "()/")).split())


def _text(text: str) -> str:
    """Text in which no mark has a meaning; an arrow, which cannot be escaped, becomes one of a single mark."""
    return text.translate(_SPECIAL).replace("->", "→")

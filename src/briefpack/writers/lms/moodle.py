"""Moodle XML (https://docs.moodle.org/en/Moodle_XML_format): question banks with tags, feedback and penalties."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefpack.messages import say
from briefpack.model import CHOICE, CLOZE, MATCH, ORDER, SHORT, TRUE_FALSE, Question, QuizItem
from briefpack.writers.lms import exam as lms
from briefpack.writers.lms.exam import Exam
from briefpack.writers.lms.tree import document, el, paragraphs

_KINDS = {
    CHOICE: "multichoice",
    TRUE_FALSE: "truefalse",
    CLOZE: "shortanswer",
    SHORT: "shortanswer",
    MATCH: "matching",
    ORDER: "matching",
}
_PENALTY = "0.3333333"
"""What a wrong try costs where several are allowed: Moodle's usual third."""


def write(exam: Exam) -> bytes:
    """A category with the questions; an id number each, so that a second import can be told from the first."""
    questions = [_item(exam, number, item) for number, item in exam.numbered()]
    questions += [_essay(exam, number, question) for number, question in exam.essays_numbered()]
    place = f"$course$/top/{exam.title.replace('/', ' ')}"
    category = el("question", el("category", el("text", place)), type="category")
    return document(el("quiz", category, *questions))


def loses(exam: Exam) -> tuple[str, ...]:
    """An ordering is its own plug-in in older Moodles: it is told as matching."""
    return lms.orderings_lost(exam)


def _item(exam: Exam, number: int, item: QuizItem) -> Element:
    kind = _KINDS[item.kind]
    penalty = "1" if kind == "truefalse" else _PENALTY
    return el(
        "question",
        *_common(exam, item, number, item.stem, exam.feedback(item)),
        el("penalty", penalty),
        el("idnumber", f"briefpack-{item.key}"),
        *_answers(item, kind),
        _tags(exam, item),
        type=kind,
    )


def _answers(item: QuizItem, kind: str) -> Iterator[Element]:
    if kind == "matching":
        yield el("shuffleanswers", "1")
        for one, other in lms.pairs(item):
            yield el("subquestion", _html_text(one), el("answer", el("text", other)), format="html")
    elif kind == "shortanswer":
        yield el("usecase", "0")
        for answer in item.answers:
            yield el("answer", el("text", answer), fraction="100", format="plain_text")
    elif kind == "truefalse":
        for text, right in lms.choices(item):
            yield el("answer", el("text", text.lower()), fraction="100" if right else "0", format="plain_text")
    else:
        yield el("single", "true")
        yield el("shuffleanswers", "0")
        yield el("answernumbering", "ABCD")
        for text, right in lms.choices(item):
            yield el("answer", _html_text(text), fraction="100" if right else "0", format="html")


def _essay(exam: Exam, number: int, question: Question) -> Element:
    info = el("graderinfo", el("text", paragraphs("\n".join(exam.look_fors(question)))), format="html")
    return el(
        "question",
        *_common(exam, question, number, question.prompt, ""),
        el("penalty", "0"),
        el("responseformat", "editor"),
        el("responserequired", "1"),
        el("responsefieldlines", "15"),
        info,
        _tags(exam, question),
        type="essay",
    )


def _common(exam: Exam, item: QuizItem | Question, number: int, stem: str, feedback: str) -> Iterator[Element]:
    gapped = isinstance(item, QuizItem) and item.kind == CLOZE
    told = say("Which word or words are missing?") + f"\n{stem}" if gapped else stem
    yield el("name", el("text", exam.name(item, number)))
    yield el("questiontext", _html_text(told), format="html")
    yield el("generalfeedback", _html_text(feedback), format="html")
    yield el("defaultgrade", "1")


def _html_text(text: str) -> Element:
    return el("text", paragraphs(text))


def _tags(exam: Exam, item: QuizItem | Question) -> Element:
    return el("tags", *(el("tag", el("text", tag)) for tag in exam.tags(item)))

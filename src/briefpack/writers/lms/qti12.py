"""QTI 1.2 (https://www.imsglobal.org/question/qtiv1p2) in the package and with the question types of Canvas."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefpack import archives
from briefpack.messages import say
from briefpack.model import CHOICE, CLOZE, MATCH, ORDER, SHORT, TRUE_FALSE, Question, QuizItem
from briefpack.writers.lms import exam as lms
from briefpack.writers.lms.exam import Exam
from briefpack.writers.lms.tree import document, el, paragraphs

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_KINDS = {
    CHOICE: "multiple_choice_question",
    TRUE_FALSE: "true_false_question",
    CLOZE: "short_answer_question",
    SHORT: "short_answer_question",
    MATCH: "matching_question",
    ORDER: "matching_question",
}
_NAME = "briefpack-quiz"


def write(exam: Exam) -> bytes:
    """The package: manifest, the quiz's settings, its questions."""
    items = [_item(exam, number, item) for number, item in exam.numbered()]
    items += [_essay(exam, number, question) for number, question in exam.essays_numbered()]
    section = el("section", *items, ident="root_section")
    assessment = el("assessment", section, ident=_NAME, title=exam.title)
    return archives.zipped(
        {
            "imsmanifest.xml": document(_manifest()),
            f"{_NAME}/assessment_meta.xml": document(_meta(exam, len(items))),
            f"{_NAME}/{_NAME}.xml": document(el("questestinterop", assessment, xmlns=_QTI)),
        }
    )


def loses(exam: Exam) -> tuple[str, ...]:
    """Canvas' QTI 1.2 has no ordering, and its tags are not imported."""
    return (*lms.orderings_lost(exam), "tags")


def _manifest() -> Element:
    quiz = el(
        "resource",
        el("file", href=f"{_NAME}/{_NAME}.xml"),
        el("dependency", identifierref=f"{_NAME}-meta"),
        identifier=_NAME,
        type="imsqti_xmlv1p2",
    )
    href = f"{_NAME}/assessment_meta.xml"
    kind = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    meta = el("resource", el("file", href=href), identifier=f"{_NAME}-meta", type=kind, href=href)
    schema = el("metadata", el("schema", "IMS Content"), el("schemaversion", "1.1.3"))
    resources = el("resources", quiz, meta)
    return el("manifest", schema, el("organizations"), resources, identifier="briefpack-manifest", xmlns=_PACKAGE)


def _meta(exam: Exam, points: int) -> Element:
    return el(
        "quiz",
        el("title", exam.title),
        el("shuffle_answers", "false"),
        el("scoring_policy", "keep_highest"),
        el("quiz_type", "practice_quiz"),
        el("points_possible", f"{points}.0"),
        el("allowed_attempts", "1"),
        identifier=_NAME,
        xmlns=_CANVAS,
    )


def _item(exam: Exam, number: int, item: QuizItem) -> Element:
    stem = say("Which word or words are missing?") + f"\n{item.stem}" if item.kind == CLOZE else item.stem
    presentation = el("presentation", _material(stem), *_responses(item))
    scored = el("resprocessing", _outcomes(), _always(), *_scores(item))
    feedback = el("itemfeedback", el("flow_mat", _material(exam.feedback(item))), ident="general_fb")
    name = exam.name(item, number)
    return el(
        "item",
        _facts(_KINDS[item.kind], _answer_ids(item)),
        presentation,
        scored,
        feedback,
        ident=f"i{item.key}",
        title=name,
    )


def _essay(exam: Exam, number: int, question: Question) -> Element:
    answer = el("response_str", el("render_fib"), ident="response1", rcardinality="Single")
    told = "\n".join(exam.look_fors(question))
    return el(
        "item",
        _facts("essay_question", ()),
        el("presentation", _material(question.prompt), answer),
        el("resprocessing", _outcomes(), _always()),
        el("itemfeedback", el("flow_mat", _material(told)), ident="general_fb"),
        ident=f"essay{number}",
        title=exam.name(question, number),
    )


def _facts(kind: str, answers: tuple[str, ...]) -> Element:
    facts = {"question_type": kind, "points_possible": "1", "original_answer_ids": ",".join(answers)}
    fields = (
        el("qtimetadatafield", el("fieldlabel", label), el("fieldentry", entry))
        for label, entry in facts.items()
        if entry
    )
    return el("itemmetadata", el("qtimetadata", *fields))


def _answer_ids(item: QuizItem) -> tuple[str, ...]:
    many = len(lms.choices(item)) if lms.is_choice(item) else len(item.options)
    return tuple(f"a{n}" for n in range(many))


def _responses(item: QuizItem) -> Iterator[Element]:
    """Where the answer goes: one place, or one for each thing to be matched."""
    if lms.is_choice(item):
        labels = (_label(f"a{n}", text) for n, (text, _) in enumerate(lms.choices(item)))
        yield el("response_lid", el("render_choice", *labels), ident="response1", rcardinality="Single")
    elif lms.is_matched(item):
        told = lms.pairs(item)
        for n, (one, _) in enumerate(told):
            labels = (_label(f"a{at}", told[at][1]) for at in _sorted(told))
            yield el("response_lid", _material(one), el("render_choice", *labels), ident=f"response_m{n}")
    else:
        blank = el("render_fib", el("response_label", ident="answer1", rshuffle="No"))
        yield el("response_str", blank, ident="response1", rcardinality="Single")


def _sorted(told: tuple[tuple[str, str], ...]) -> list[int]:
    """The other halves by the alphabet, so that their order tells nothing."""
    return sorted(range(len(told)), key=lambda at: told[at][1])


def _scores(item: QuizItem) -> Iterator[Element]:
    if lms.is_choice(item):
        right = next(n for n, (_, is_right) in enumerate(lms.choices(item)) if is_right)
        yield _condition([("response1", f"a{right}")], "100")
    elif lms.is_matched(item):
        share = f"{100 / len(item.options):.2f}"
        for n in range(len(item.options)):
            yield _condition([(f"response_m{n}", f"a{n}")], share, "Add")
    else:
        yield _condition([("response1", answer) for answer in item.answers], "100")


def _condition(values: list[tuple[str, str]], score: str, action: str = "Set") -> Element:
    equal = (el("varequal", value, respident=place) for place, value in values)
    return el(
        "respcondition",
        el("conditionvar", *equal),
        el("setvar", score, action=action, varname="SCORE"),
        continue_="Yes" if action == "Add" else "No",
    )


def _always() -> Element:
    shown = el("displayfeedback", feedbacktype="Response", linkrefid="general_fb")
    return el("respcondition", el("conditionvar", el("other")), shown, continue_="Yes")


def _outcomes() -> Element:
    return el("outcomes", el("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal"))


def _label(ident: str, text: str) -> Element:
    return el("response_label", _material(text), ident=ident)


def _material(text: str) -> Element:
    return el("material", el("mattext", paragraphs(text), texttype="text/html"))

"""QTI 2.1 (https://www.imsglobal.org/question/qtiv2p1): a content package with a test and an item a file."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefpack import archives
from briefpack.model import CLOZE, GAP, MATCH, ORDER, Question, QuizItem
from briefpack.writers.lms import exam as lms
from briefpack.writers.lms.exam import Exam
from briefpack.writers.lms.tree import document, el

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_ITEM, _TEST = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"
_BECAUSE = "because"


def write(exam: Exam) -> bytes:
    """The package: manifest, test, items."""
    items = {f"i{item.key}": _item(exam, number, item) for number, item in exam.numbered()}
    items |= {f"essay{number}": _essay(exam, number, question) for number, question in exam.essays_numbered()}
    files = {f"items/{name}.xml": document(made) for name, made in items.items()}
    test = document(_test(exam, tuple(items)))
    return archives.zipped({"imsmanifest.xml": document(_manifest(tuple(items))), "test.xml": test, **files})


def loses(_: Exam) -> tuple[str, ...]:
    """QTI 2.1 holds all kinds; tags would need metadata that importers pass over."""
    return ("tags",)


def _manifest(names: tuple[str, ...]) -> Element:
    resources = [_resource(name, _ITEM, f"items/{name}.xml") for name in names]
    test = _resource("test", _TEST, "test.xml", *(el("dependency", identifierref=name) for name in names))
    schema = el("metadata", el("schema", "QTIv2.1 Package"), el("schemaversion", "1.0.0"))
    inside = (schema, el("organizations"), el("resources", test, *resources))
    return el("manifest", *inside, identifier="briefpack-manifest", xmlns=_PACKAGE)


def _resource(name: str, kind: str, href: str, *inside: Element) -> Element:
    return el("resource", el("file", href=href), *inside, identifier=name, type=kind, href=href)


def _test(exam: Exam, names: tuple[str, ...]) -> Element:
    refs = (el("assessmentItemRef", identifier=name, href=f"items/{name}.xml") for name in names)
    section = el("assessmentSection", *refs, identifier="section", title=exam.title, visible="true")
    part = el("testPart", section, identifier="part", navigationMode="nonlinear", submissionMode="individual")
    return el("assessmentTest", part, identifier="test", title=exam.title, xmlns=_QTI)


def _item(exam: Exam, number: int, item: QuizItem) -> Element:
    return _assessed(
        f"i{item.key}",
        exam.name(item, number),
        exam.quiz.language,
        _declared(item),
        _body(item),
        [_scored(item), _shown()],
        exam.feedback(item),
    )


def _essay(exam: Exam, number: int, question: Question) -> Element:
    answer = el("responseDeclaration", identifier="RESPONSE", cardinality="single", baseType="string")
    told = [el("p", look_for) for look_for in exam.look_fors(question)]
    body = el(
        "itemBody",
        el("rubricBlock", *told, view="scorer tutor") if told else None,
        el("extendedTextInteraction", el("prompt", question.prompt), responseIdentifier="RESPONSE", expectedLines="15"),
    )
    name = exam.name(question, number)
    return _assessed(f"essay{number}", name, exam.quiz.language, answer, body, [], "")


def _assessed(
    name: str, title: str, language: str, declared: Element, body: Element, processing: list[Element], feedback: str
) -> Element:
    """An item: declarations, what is seen, how it is scored, what is told afterwards."""
    score = el("outcomeDeclaration", _default("0"), identifier="SCORE", cardinality="single", baseType="float")
    told = el("outcomeDeclaration", identifier="FEEDBACK", cardinality="single", baseType="identifier")
    after = el(
        "modalFeedback",
        *(el("p", line) for line in feedback.split("\n") if line),
        outcomeIdentifier="FEEDBACK",
        identifier=_BECAUSE,
        showHide="show",
    )
    return el(
        "assessmentItem",
        declared,
        score,
        told if feedback else None,
        body,
        el("responseProcessing", *processing) if processing else None,
        after if feedback else None,
        identifier=name,
        title=title,
        adaptive="false",
        timeDependent="false",
        xml_lang=language,
        xmlns=_QTI,
    )


def _default(value: str) -> Element:
    return el("defaultValue", el("value", value))


def _declared(item: QuizItem) -> Element:
    """The right answer, in the form of the item's interaction."""
    if item.kind == MATCH:
        values, kind = [f"p{n} q{n}" for n in range(len(item.options))], ("multiple", "directedPair")
    elif item.kind == ORDER:
        values, kind = [f"o{n}" for n in range(len(item.options))], ("ordered", "identifier")
    elif lms.is_choice(item):
        values, kind = [f"o{n}" for n, (_, right) in enumerate(lms.choices(item)) if right], ("single", "identifier")
    else:
        values, kind = [item.answers[0]], ("single", "string")
    return el(
        "responseDeclaration",
        el("correctResponse", *(el("value", value) for value in values)),
        _mapping(item) if kind[1] == "string" else None,
        identifier="RESPONSE",
        cardinality=kind[0],
        baseType=kind[1],
    )


def _mapping(item: QuizItem) -> Element:
    entries = (el("mapEntry", mapKey=answer, mappedValue="1", caseSensitive="false") for answer in item.answers)
    return el("mapping", *entries, defaultValue="0")


def _body(item: QuizItem) -> Element:
    if item.kind == CLOZE:
        before, _, after = item.stem.partition(GAP)
        entry = _entry(item)
        entry.tail = after
        return el("itemBody", el("p", before, entry))
    return el("itemBody", *_interaction(item))


def _interaction(item: QuizItem) -> Iterator[Element]:
    prompt = el("prompt", item.stem)
    if item.kind == MATCH:
        one = (_associable(f"p{n}", line.label) for n, line in enumerate(item.options))
        other = (_associable(f"q{n}", item.options[n].text) for n in item.mixed)
        sets = (el("simpleMatchSet", *one), el("simpleMatchSet", *other))
        most = str(len(item.options))
        yield el(
            "matchInteraction", prompt, *sets, responseIdentifier="RESPONSE", shuffle="false", maxAssociations=most
        )
    elif item.kind == ORDER:
        lines = (el("simpleChoice", item.options[n].text, identifier=f"o{n}") for n in item.mixed)
        yield el("orderInteraction", prompt, *lines, responseIdentifier="RESPONSE", shuffle="false")
    elif lms.is_choice(item):
        lines = (el("simpleChoice", text, identifier=f"o{n}") for n, (text, _) in enumerate(lms.choices(item)))
        yield el("choiceInteraction", prompt, *lines, responseIdentifier="RESPONSE", shuffle="false", maxChoices="1")
    else:
        yield el("p", item.stem)
        yield el("p", _entry(item))


def _entry(item: QuizItem) -> Element:
    longest = max(len(answer) for answer in item.answers)
    return el("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength=str(longest + 5))


def _associable(name: str, text: str) -> Element:
    return el("simpleAssociableChoice", text, identifier=name, matchMax="1")


def _scored(item: QuizItem) -> Element:
    """All right or nothing; written answers as they are mapped."""
    if not (lms.is_choice(item) or lms.is_matched(item)):
        return el("setOutcomeValue", el("mapResponse", identifier="RESPONSE"), identifier="SCORE")
    same = el("match", el("variable", identifier="RESPONSE"), el("correct", identifier="RESPONSE"))
    won = el("setOutcomeValue", el("baseValue", "1", baseType="float"), identifier="SCORE")
    return el("responseCondition", el("responseIf", same, won))


def _shown() -> Element:
    return el("setOutcomeValue", el("baseValue", _BECAUSE, baseType="identifier"), identifier="FEEDBACK")

"""Quiz items to what a template shows of them, and a quiz page back to a Quiz."""

from __future__ import annotations

from typing import Any

from briefpack.compose import cited, lines
from briefpack.compose.kinds import known
from briefpack.model import (
    CHOICE,
    MATCH,
    ORDER,
    QUIZ_KINDS,
    TRUE_FALSE,
    Audience,
    Brief,
    Entry,
    Group,
    Line,
    Page,
    Quiz,
    QuizItem,
    Section,
)
from briefpack.page.anchors import checked
from briefpack.page.inline import Place

RIGHT, WRONG, ANSWER, BECAUSE = "right", "wrong", "answer", "because"
_LABELS = {
    CHOICE: (RIGHT, WRONG, BECAUSE),
    TRUE_FALSE: (ANSWER, BECAUSE),
    MATCH: (),
    ORDER: (),
}
"""The labels that the lines of a kind may have; any where there are none: a speaker, a date."""
_WRITTEN = (ANSWER, BECAUSE)


def shown(item: QuizItem) -> dict[str, Any]:
    """An item as a template shows it: its lines with their labels."""
    rows = [*_options(item), *(Line(line.text, line.refs, BECAUSE) for line in item.because)]
    return {
        "kind": item.kind,
        "stem": item.stem,
        "level": item.level,
        "refs": [ref.citation for ref in item.refs],
        "lines": [
            {"text": row.text, "refs": [ref.citation for ref in row.refs], "label": row.label, "detail": ""}
            for row in rows
        ],
    }


def quiz(page: Page, brief: Brief, audience: Audience, *, file: str = "") -> Quiz:
    """The quiz that the page describes; PageError where a kind, a label or a reference is not known."""
    checked(page, brief, file)
    items = tuple(_item(group, section, file) for section in page.sections for group in section.groups)
    used = [ref for item in items for ref in (*item.refs, *cited.references((*item.options, *item.because)))]
    return Quiz(
        title=page.title or brief.title,
        audience=audience.name,
        language=dict(page.settings).get("language") or cited.language(brief),
        items=items,
        sources=cited.sources(brief, used),
    )


def _options(item: QuizItem) -> list[Line]:
    if item.kind in (MATCH, ORDER):
        return list(item.options)
    if item.kind == CHOICE:
        return [Line(o.text, o.refs, RIGHT if o.text in item.answers else WRONG) for o in item.options]
    return [Line(answer, (), ANSWER) for answer in item.answers]


def _item(group: Group, section: Section, file: str) -> QuizItem:
    kind = known(section.kind, QUIZ_KINDS, "quiz item", Place(section.line, file))
    place = Place(group.line or section.line, file)
    if not group.heading:
        raise place.error("found lines without a question; write '### A question?' above them")
    options = dict(group.options)
    for option in options:
        known(option, ("level",), "option of a quiz item", place)
    found = [_line(entry, kind, file) for entry in group.entries]
    because = tuple(Line(line.text, line.refs) for line in found if line.label == BECAUSE)
    told = [line for line in found if line.label != BECAUSE]
    level = options.get("level", "remember")
    if kind in (MATCH, ORDER):
        return QuizItem(kind, group.heading, group.refs, tuple(told), (), because, level)
    answers = _answers(kind, told, place)
    kept = tuple(Line(line.text, line.refs) for line in told) if kind == CHOICE else ()
    return QuizItem(kind, group.heading, group.refs, kept, answers, because, level)


def _answers(kind: str, told: list[Line], place: Place) -> tuple[str, ...]:
    """What is right: one of a choice, true or false, or what is accepted."""
    answers = tuple(line.text for line in told if line.label in (RIGHT, ANSWER))
    if kind == CHOICE and len(answers) != 1:
        raise place.error(f"found {len(answers)} right answers; write '- **right:** …' once, '- **wrong:** …' else")
    if not answers:
        raise place.error("found no answer; write '- **answer:** …' under the question")
    if kind == TRUE_FALSE and answers not in (("true",), ("false",)):
        raise place.error(f"found the answer '{answers[0]}'; write 'true' or 'false'")
    return answers


def _line(entry: Entry, kind: str, file: str) -> Line:
    """A line and its label, which is one of its kind's."""
    line = lines.read(entry, labelled=True)
    labels = _LABELS.get(kind, _WRITTEN)
    if labels:
        known(line.label, labels, "label here", Place(entry.line, file))
    return line

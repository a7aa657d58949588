"""Anki's text import (https://docs.ankiweb.net/importing/text-files.html): a line a note, with an id that stays."""

from __future__ import annotations

from html import escape

from briefpack.messages import say
from briefpack.model import CLOZE, GAP, MATCH, ORDER, TRUE_FALSE, QuizItem
from briefpack.writers.lms import exam as lms
from briefpack.writers.lms.exam import Exam

_HEAD = (
    "#separator:tab",
    "#html:true",
    "#guid column:1",
    "#notetype column:2",
    "#deck column:3",
    "#tags column:6",
)


def write(exam: Exam) -> bytes:
    """One note an item: importing the file again renews the notes and makes no second ones."""
    deck = " ".join(exam.title.replace("::", ": ").replace("\t", " ").split())
    rows = [_row(exam, item, deck) for item in exam.quiz.items]
    return ("\n".join((*_HEAD, *("\t".join(row) for row in rows))) + "\n").encode()


def loses(exam: Exam) -> tuple[str, ...]:
    """Cards are turned over, not written on: what is to be argued is left out."""
    many = len(exam.essays)
    return (f"{many} discussion question{'s' * (many != 1)} left out",) if many else ()


def _row(exam: Exam, item: QuizItem, deck: str) -> tuple[str, ...]:
    tags = " ".join("_".join(tag.split()) for tag in exam.tags(item))
    kind = "Cloze" if item.kind == CLOZE else "Basic"
    front, back = _sides(item)
    because = "<br><br>" + _html(exam.feedback(item)) if kind == "Basic" else _html(exam.feedback(item))
    return f"briefpack-{item.key}", kind, deck, front, f"{back}{because}", tags


def _sides(item: QuizItem) -> tuple[str, str]:
    """What stands on the front of a card and, before the passages, on its back."""
    if item.kind == CLOZE:
        gap = f"{{{{c1::{_html(item.answers[0]).replace('}}', '} }')}}}}}"
        return _html(item.stem.replace("{{", "{ {")).replace(GAP, gap), ""
    if item.kind == MATCH:
        said = [item.options[place].text for place in item.mixed]
        return _list(item.stem, [*(line.label for line in item.options), *said]), ""
    if item.kind == ORDER:
        return _list(item.stem, [item.options[place].text for place in item.mixed]), ""
    if item.kind == TRUE_FALSE:
        return _html(say("True or false? {statement}", statement=item.stem)), say(item.answers[0].capitalize())
    if lms.is_choice(item):
        return _list(item.stem, [text for text, _ in lms.choices(item)]), _html(item.answers[0])
    return _html(item.stem), _html(item.answers[0])


def _list(stem: str, lines: list[str]) -> str:
    return _html(stem) + "<ul>" + "".join(f"<li>{_html(line)}</li>" for line in lines) + "</ul>"


def _html(text: str) -> str:
    """Text in which no mark has a meaning, on one line."""
    return escape(text.replace("\t", " "), quote=True).replace("\n", "<br>")

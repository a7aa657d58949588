"""Quizzes for learning platforms: a literal table of formats, each with what it loses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefpack.writers.lms import anki, gift, moodle, qti12, qti21, sheets, text
from briefpack.writers.lms.exam import Exam

__all__ = ["FORMATS", "Exam", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """A file that another program imports."""

    name: str
    """What --format takes."""
    file: str
    """'quiz.gift.txt'."""
    label: str
    """Where it is imported."""
    write: Callable[[Exam], bytes]
    loses: Callable[[Exam], tuple[str, ...]]
    """What of an exam is left out or changed, in words."""


FORMATS: tuple[Format, ...] = (
    Format("gift", "quiz.gift.txt", "Moodle and others: question bank, import, GIFT", gift.write, gift.loses),
    Format("moodle", "quiz.moodle.xml", "Moodle: question bank, import, Moodle XML", moodle.write, moodle.loses),
    Format("qti12", "quiz.qti12.zip", "Canvas: settings, import course content, QTI", qti12.write, qti12.loses),
    Format("qti21", "quiz.qti21.zip", "Blackboard, TAO, OpenOLAT and others", qti21.write, qti21.loses),
    Format("anki", "quiz.anki.txt", "Anki: file, import", anki.write, anki.loses),
    Format("kahoot", "quiz.kahoot.xlsx", "Kahoot: create, import spreadsheet", sheets.kahoot, sheets.kahoot_loses),
    Format(
        "forms",
        "quiz.forms.xlsx",
        "Google Forms: an add-on that reads sheets",
        sheets.forms,
        sheets.forms_loses,
    ),
    Format("markdown", "quiz.md.txt", "any editor", text.write, text.loses),
)

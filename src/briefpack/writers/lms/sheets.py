"""Spreadsheets for Kahoot and for Google Forms add-ons; cells are text, never formulas."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from briefpack import archives
from briefpack.model import MATCH, ORDER, QuizItem
from briefpack.writers.lms import exam as lms
from briefpack.writers.lms.exam import Exam

_LONGEST_QUESTION, _LONGEST_ANSWER = 120, 75
"""Characters that Kahoot takes (its import template says so)."""
_KAHOOT = (
    "Question - max 120 characters",
    *(f"Answer {n} - max 75 characters" for n in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_KAHOOT_ROW = 8
"""Row of the headings in Kahoot's template; the questions stand below, after a column of numbers."""
_FORMS = ("Question", "Type", "Option 1", "Option 2", "Option 3", "Option 4", "Answer", "Points", "Feedback")
_SECONDS = 30
_TYPES = {"choice": "Multiple choice", "truefalse": "Multiple choice", "cloze": "Short answer", "short": "Short answer"}


def kahoot(exam: Exam) -> bytes:
    """The choices, and true and false, in the columns of Kahoot's template."""
    rows: list[tuple[int, int, tuple[object, ...]]] = [(0, 1, (exam.title,)), (_KAHOOT_ROW - 1, 1, _KAHOOT)]
    for number, item in enumerate(_short_enough(exam), 1):
        told = lms.choices(item)
        texts = (*(text for text, _ in told), "", "", "")[:4]
        right = next(n for n, (_, is_right) in enumerate(told, 1) if is_right)
        rows.append((_KAHOOT_ROW - 1 + number, 0, (number, item.stem, *texts, _SECONDS, right)))
    return _book("Sheet1", rows)


def kahoot_loses(exam: Exam) -> tuple[str, ...]:
    """Whatever is no choice, or longer than a screen takes."""
    kept = len(list(_short_enough(exam)))
    left = len(exam.quiz.items) + len(exam.essays) - kept
    return (f"{left} of {left + kept} questions (too long for a screen, or no choice)", "feedback", "tags")


def forms(exam: Exam) -> bytes:
    """A row a question, for add-ons that make a form of a sheet."""
    rows: list[tuple[int, int, tuple[object, ...]]] = [(0, 0, _FORMS)]
    for item in exam.quiz.items:
        if item.kind in (MATCH, ORDER):
            continue
        options = [text for text, _ in lms.choices(item)] if lms.is_choice(item) else []
        right = next(text for text, is_right in lms.choices(item) if is_right) if options else item.answers[0]
        cells = (item.stem, _TYPES[item.kind], *(*options, "", "", "", "")[:4], right, 1, exam.feedback(item))
        rows.append((len(rows), 0, cells))
    for question in exam.essays:
        told = "\n".join(exam.look_fors(question))
        rows.append((len(rows), 0, (question.prompt, "Paragraph", "", "", "", "", "", 0, told)))
    return _book("Questions", rows)


def forms_loses(exam: Exam) -> tuple[str, ...]:
    """Forms has grids, but no add-on reads them from a sheet."""
    many = len(exam.quiz.of(MATCH)) + len(exam.quiz.of(ORDER))
    return (*([f"{many} matching or ordering"] if many else []), "tags")


def _short_enough(exam: Exam) -> Iterable[QuizItem]:
    for item in exam.quiz.items:
        fits = lms.is_choice(item) and len(item.stem) <= _LONGEST_QUESTION and len(lms.choices(item)) <= 4
        if fits and all(len(text) <= _LONGEST_ANSWER for text, _ in lms.choices(item)):
            yield item


def _book(name: str, rows: list[tuple[int, int, tuple[object, ...]]]) -> bytes:
    """One sheet; the same bytes each time, since a build has no clock."""
    import xlsxwriter

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"created": datetime(2020, 1, 1)})
        sheet = book.add_worksheet(name)
        for row, column, cells in rows:
            for place, cell in enumerate(cells):
                if isinstance(cell, int):
                    sheet.write_number(row, column + place, cell)
                elif cell:
                    sheet.write_string(row, column + place, str(cell))
    return archives.restamped(made.getvalue())

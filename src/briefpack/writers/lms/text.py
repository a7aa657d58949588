"""The quiz and its key as plain Markdown."""

from __future__ import annotations

from string import ascii_uppercase

from briefpack.messages import say
from briefpack.model import MATCH, ORDER, QuizItem
from briefpack.writers.lms import exam as lms
from briefpack.writers.lms.exam import Exam


def write(exam: Exam) -> bytes:
    """First the questions, then the answers with their passages."""
    asked = [f"{number}. {_plain(item.stem)}{_options(item)}" for number, item in exam.numbered()]
    asked += [f"{number}. {_plain(question.prompt)}" for number, question in exam.essays_numbered()]
    told = [f"{number}. {_answer(item)}  \n   {_told(exam.feedback(item))}" for number, item in exam.numbered()]
    told += [
        f"{number}. {_told(chr(10).join(exam.look_fors(question)))}" for number, question in exam.essays_numbered()
    ]
    parts = (f"# {_plain(exam.title)}", "## " + say("Questions"), *asked, "## " + say("Key"), *told)
    return ("\n\n".join(parts) + "\n").encode()


def loses(_: Exam) -> tuple[str, ...]:
    """Nothing is marked by a program."""
    return ("marking by a program",)


def _options(item: QuizItem) -> str:
    if item.kind == MATCH:
        said = zip(ascii_uppercase, (item.options[place] for place in item.mixed), strict=False)
        rows = [f"- {say('{label}:', label=_plain(line.label))} ____" for line in item.options]
        rows += [f"- {letter}. {_plain(line.text)}" for letter, line in said]
    elif item.kind == ORDER:
        rows = [f"- [  ] {_plain(item.options[place].text)}" for place in item.mixed]
    elif lms.is_choice(item):
        lettered = zip(ascii_uppercase, lms.choices(item), strict=False)
        rows = [f"- {letter}. {_plain(text)}" for letter, (text, _) in lettered]
    else:
        return ""
    return "".join(f"\n   {row}" for row in rows)


def _answer(item: QuizItem) -> str:
    if lms.is_choice(item):
        lettered = zip(ascii_uppercase, lms.choices(item), strict=False)
        return next(f"{letter}. {_plain(text)}" for letter, (text, right) in lettered if right)
    if lms.is_matched(item):
        return "; ".join(f"{_plain(one)} – {_plain(other)}" for one, other in lms.pairs(item))
    return say(" or ").join(map(_plain, item.answers))


def _told(text: str) -> str:
    return "  \n   ".join(_plain(line) for line in text.split("\n"))


def _plain(text: str) -> str:
    """Text in which no mark of Markdown has a meaning."""
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>#|" else mark for mark in " ".join(text.split()))

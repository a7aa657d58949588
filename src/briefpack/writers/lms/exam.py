"""What learning platforms are given: the quiz, and the discussion questions as essays."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout import references
from briefpack.messages import noted, say
from briefpack.model import CHOICE, MATCH, ORDER, TRUE_FALSE, Cited, Line, Question, Quiz, QuizItem

_LONGEST_NAME = 70
_NAMES = {
    "choice": noted("choice"),
    "truefalse": noted("true or false"),
    "cloze": noted("gap"),
    "short": noted("short answer"),
    "match": noted("matching"),
    "order": noted("ordering"),
}


@dataclass(frozen=True, slots=True)
class Exam:
    """A quiz and the questions to discuss, which become essays."""

    quiz: Quiz
    essays: tuple[Question, ...] = ()

    @property
    def title(self) -> str:
        """The quiz's title."""
        return self.quiz.title

    def name(self, item: QuizItem | Question, number: int) -> str:
        """What a question bank lists: '03 true or false: By “shadow tariff”, …'."""
        kind, text = (_NAMES[item.kind], item.stem) if isinstance(item, QuizItem) else (noted("essay"), item.prompt)
        whole = say("{number} {kind}: {text}", number=f"{number:02}", kind=say(kind), text=text)
        return whole if len(whole) <= _LONGEST_NAME else whole[: _LONGEST_NAME - 2].rsplit(" ", 1)[0] + " …"

    def numbered(self) -> tuple[tuple[int, QuizItem], ...]:
        """The items with their numbers, as on the sheet."""
        return tuple(enumerate(self.quiz.items, 1))

    def essays_numbered(self) -> tuple[tuple[int, Question], ...]:
        """The essays, numbered on after the items."""
        return tuple(enumerate(self.essays, len(self.quiz.items) + 1))

    def feedback(self, item: QuizItem) -> str:
        """The passages that settle an item, a line each, with the printed reference."""
        return "\n".join(_told(line, self.quiz.sources) for line in (item.because or item.options))

    def look_fors(self, question: Question) -> tuple[str, ...]:
        """What a good answer holds, with references."""
        return tuple(_told(line, self.quiz.sources) for line in question.look_fors)

    def tags(self, item: QuizItem | Question) -> tuple[str, ...]:
        """Kind or skill, level, and the sources that it rests on."""
        named = {source.key: source.name for source in self.quiz.sources}
        kind = item.kind if isinstance(item, QuizItem) else item.skill
        sources = dict.fromkeys(named.get(ref.source, ref.source) for ref in item.refs)
        return tuple(tag for tag in (kind, item.level, *sources) if tag)


def pairs(item: QuizItem) -> tuple[tuple[str, str], ...]:
    """What belongs together: a speaker and the words; for an ordering a line and its place."""
    if item.kind == MATCH:
        return tuple((line.label, line.text) for line in item.options)
    return tuple((item.options[place].text, str(place + 1)) for place in item.mixed)


def choices(item: QuizItem) -> tuple[tuple[str, bool], ...]:
    """The options of a choice or of true and false, with whether each is right."""
    if item.kind == CHOICE:
        return tuple((option.text, option.text in item.answers) for option in item.options)
    return (say("True"), item.answers == ("true",)), (say("False"), item.answers == ("false",))


def is_choice(item: QuizItem) -> bool:
    """Whether one of several options is ticked."""
    return item.kind in (CHOICE, TRUE_FALSE)


def is_matched(item: QuizItem) -> bool:
    """Whether things are put together: a matching, or an ordering told as one."""
    return item.kind in (MATCH, ORDER)


def orderings_lost(exam: Exam) -> tuple[str, ...]:
    """What a format without orderings says of them."""
    many = len(exam.quiz.of(ORDER))
    return (f"{many} ordering{'s' * (many > 1)} become{'s' * (many == 1)} matching with places",) if many else ()


def _told(line: Line, sources: tuple[Cited, ...]) -> str:
    label = say("{label}: ", label=line.label) if line.label else ""
    return f"{label}{line.text} {references.printed(line.refs, sources)}".replace("\u00a0", " ").strip()

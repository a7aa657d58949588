"""The quiz: items kind by kind with room to answer, and its key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from string import ascii_uppercase

from briefpack.layout.flow import foot
from briefpack.layout.flow.parts import Flow, Heading, Item, Part, Room, Text
from briefpack.layout.flow.words import kept, pointed
from briefpack.layout.marks import Run
from briefpack.layout.pages.quiz import HEADS, KEY, KICKER, answers, reasons
from briefpack.messages import noted, say
from briefpack.model import CHOICE, CLOZE, MATCH, ORDER, SHORT, TRUE_FALSE, Line, Quiz, QuizItem


def quiz(quiz: Quiz) -> Flow:
    """Each item with what to tick, circle or write; nothing of the key."""
    numbers = count(1)
    parts: list[Part] = []
    for kind, (name, told) in HEADS.items():
        items = quiz.of(kind)
        parts += [Heading(say(name)), Text((Run(say(_SAYS.get(kind, told))),), keep=True)] if items else []
        for item in items:
            parts.append(Item((Run(item.stem),), next(numbers), keep=True))
            parts += _together(_BELOW[kind](item))
    parts += foot.sources(quiz.sources, quiz.language)
    return Flow(quiz.title, quiz.language, quiz.audience, say(KICKER), tuple(parts), named=True)


def quiz_key(quiz: Quiz) -> Flow:
    """Each answer, and the passages that settle it."""
    numbers = count(1)
    parts: list[Part] = []
    for kind, (name, _) in HEADS.items():
        items = quiz.of(kind)
        parts += [Heading(say(name))] if items else []
        for item in items:
            right = "; ".join(answers(item))
            parts.append(Item((Run(right, bold=True),), next(numbers), keep=True))
            parts += [Item(_because(line, quiz), inner=True) for line in reasons(item)]
    parts += foot.sources(quiz.sources, quiz.language)
    title = say("Quiz key: {title}", title=quiz.title)
    foot_line = say("Do not hand out · {title}", title=quiz.title)
    return Flow(title, quiz.language, quiz.audience, say(KEY), tuple(parts), say("do not hand out"), foot=foot_line)


def _together(parts: Iterable[Part]) -> list[Part]:
    """Answers to choose from stay on one page."""
    *some, last = parts
    return [*(replace(part, keep=True) if isinstance(part, Item) else part for part in some), last]


def _options(item: QuizItem) -> Iterator[Part]:
    """A letter before each."""
    for letter, option in zip(ascii_uppercase, item.options, strict=False):
        yield Item((Run(option.text),), mark=letter)


def _true_false(_: QuizItem) -> Iterator[Part]:
    yield Item((Run(say("True")),), mark=_GAP)
    yield Item((Run(say("False")),), mark=_GAP)


def _written(_: QuizItem) -> Iterator[Part]:
    yield Room(1)


def _matched(item: QuizItem) -> Iterator[Part]:
    """The names, each with room for a letter, then the words with their letters, mixed."""
    for option in item.options:
        yield Item((Run(option.label, bold=True),), mark=_GAP)
    for letter, place in zip(ascii_uppercase, item.mixed, strict=False):
        yield Item((Run(item.options[place].text),), mark=letter)


def _to_order(item: QuizItem) -> Iterator[Part]:
    for place in item.mixed:
        yield Item((Run(item.options[place].text),), mark=_GAP)


def _because(line: Line, quiz: Quiz) -> tuple[Run, ...]:
    return kept(
        Run(say("{label}: ", label=line.label) if line.label else ""), Run(line.text), *pointed(line, quiz.sources)
    )


_GAP = "___"
"""Room for a tick, a letter or a number."""
_SAYS = {ORDER: noted("Number the lines, the earliest first.")}
"""Where the page says something of boxes that only it has."""
_BELOW: dict[str, Callable[[QuizItem], Iterator[Part]]] = {
    CHOICE: _options,
    TRUE_FALSE: _true_false,
    CLOZE: _written,
    SHORT: _written,
    MATCH: _matched,
    ORDER: _to_order,
}

"""A quiz: items that a passage settles, each with the words that settle it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from briefpack.model.product import Cited, Line
from briefpack.model.ref import Ref

CHOICE, TRUE_FALSE, ORDER, MATCH, SHORT, CLOZE = "choice", "truefalse", "order", "match", "short", "cloze"
QUIZ_KINDS = (CHOICE, TRUE_FALSE, CLOZE, SHORT, MATCH, ORDER)
"""The kinds of item, in the order in which a quiz has them."""
GAP = "_____"
"""What stands in a cloze item where the word is to be filled in."""


@dataclass(frozen=True, slots=True)
class QuizItem:
    """One item of a quiz. What `options` and `answers` hold depends on its kind."""

    kind: str
    stem: str
    """The question, the statement to judge, or the sentence with a gap."""
    refs: tuple[Ref, ...]
    """The passages that settle it."""
    options: tuple[Line, ...] = ()
    """choice: what to choose from; match: speaker (label) and words; order: the lines in their right order."""
    answers: tuple[str, ...] = ()
    """choice: the right option's text; truefalse: 'true' or 'false'; short, cloze: what is accepted, best first."""
    because: tuple[Line, ...] = ()
    """Feedback: the passages that settle it, attributed."""
    level: str = "remember"

    @property
    def key(self) -> str:
        """Twelve hex digits that stay as long as kind, question and passages do: programs know the item again."""
        told = "\n".join((self.kind, self.stem, *map(str, self.refs)))
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    @property
    def mixed(self) -> tuple[int, ...]:
        """Places of the options in an order that gives nothing away, the same every time; never the right one."""
        places = sorted(range(len(self.options)), key=lambda n: _mixed(self.key, self.options[n].text))
        return tuple(places if places != sorted(places) else [*places[1:], *places[:1]])


@dataclass(frozen=True, slots=True)
class Quiz:
    """The items of a quiz, kind by kind."""

    title: str
    audience: str
    language: str
    items: tuple[QuizItem, ...]
    sources: tuple[Cited, ...] = ()

    def of(self, kind: str) -> tuple[QuizItem, ...]:
        """The items of one kind, in order."""
        return tuple(item for item in self.items if item.kind == kind)


def _mixed(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()

"""The two halves of a question: a curated skeleton, and a draft that fills its slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from briefpack.messages import spoken
from briefpack.model import Line, Ref

VOICES = ("students", "policy")
SKILLS = ("sourcing", "contextualising", "corroborating", "close reading", "position", "role play")
LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
PHASES = ("opening", "core", "closing")
VIEWS = {
    "where they part": "a b issue matter",
    "claim and denial": "issue matter where",
    "two numbers": "a b issue matter",
    "two names": "a b one two",
    "side by side": "a b issue matter",
    "voices in one source": "a issue matter",
    "how good is the doubt": "issue matter where",
    "one sentence both could sign": "issue matter x y",
    "which option survives": "issue matter x y",
    "take a side": "a b issue matter x y",
    "what would change it": "a claim",
    "words that judge": "a claim",
    "so what for us": "a claim",
    "strongest objection": "a claim",
    "how it is backed up": "a claim",
    "how sure it is": "a claim hedge",
    "two lines that lean on each other": "a b claim other",
    "which line matters more": "a claim other",
    "where do you stand": "a b issue",
    "where do you stand, one source": "a issue",
    "words that work": "quote speaker",
    "speaker and purpose": "a quote speaker",
    "said in full": "a quote speaker",
    "how would we know": "quote speaker",
    "two voices": "other quote reply speaker",
    "who counted": "a figure",
    "large or small": "a figure",
    "if it were half": "a figure",
    "between the two dates": "a b later then topic",
    "turning point": "first last topic",
    "looking ahead, checked": "a date topic",
    "what to watch": "a date topic",
    "in your own words": "a term",
    "use it yourself": "a term",
    "what the marks say": "a term",
    "one word, two sources": "a b term",
    "advise": "a b name",
    "advise from one": "a name",
    "who gains": "a claim name",
    "who is not heard": "a heard",
    "report, explain, persuade": "a line topic",
    "reported or argued": "a line topic",
    "rely on for what": "a b topic",
    "weigh them all": "count topic",
}
"""What a skeleton can take, and the slots that it fills; docs/extend/questions.md says what they hold."""
_POINTED = 2
"""Passages to which a line about the whole answer points."""
HIGH = ("analyse", "evaluate", "create")
"""The levels that ask for more than finding and retelling."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A curated form of question. Its level is its own, whatever verb a wording uses."""

    name: str
    skill: str
    level: str
    phases: tuple[str, ...]
    """Where in a lesson it may stand, best place first."""
    voices: tuple[str, ...]
    weight: int
    """How much talk it is worth, 1 to 9: a judgement of people, made by reading sets aloud."""
    wordings: tuple[str, ...]
    """Slots in braces take checked shapes only; {A} is {a} with a capital. A wording with an empty slot is not used."""
    takes: str = ""
    """The view of an item that fills its slots, one of VIEWS."""
    answer: str = ""
    """What a good answer does, for the key: 'Quotes a line from each …'; empty where the item's own lines say it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A skeleton with its slots filled from one or more items, before a wording has been chosen."""

    skeleton: Skeleton
    slots: tuple[tuple[str, str], ...]
    refs: tuple[Ref, ...]
    look_fors: tuple[Line, ...]
    about: tuple[str, ...] = ()
    """Names and terms in its stem: a good set does not ask about the same one twice."""
    kind: str = ""
    """The kind of item that it comes from: 'tensions', 'quotes' …"""

    @property
    def prompts(self) -> tuple[str, ...]:
        """The wordings whose slots are all filled, filled."""
        return tuple(self._filled(self.skeleton.wordings))

    @property
    def answer(self) -> Line | None:
        """What a good answer does, at the passages that the question rests on."""
        said = next(self._filled((self.skeleton.answer,)), "")
        return Line(said, self.refs[:_POINTED]) if said else None

    def _filled(self, wordings: Iterable[str]) -> Iterator[str]:
        filled = {name: text for name, text in self.slots if text}
        return (spoken().filled(w, filled) for w in wordings if slots(w) <= filled.keys())

    @property
    def sources(self) -> frozenset[str]:
        """Keys of the sources that it is anchored in."""
        return frozenset(ref.source for ref in self.refs)

    @property
    def sets_against(self) -> bool:
        """Whether it sets one source against another: it names two, and asks which to believe or where they part."""
        weighs = self.skeleton.skill in ("corroborating", "position", "sourcing")
        return weighs and len(self.sources) > 1 and any(name == "b" for name, _ in self.slots)


def draft(
    skeleton: Skeleton,
    slots: dict[str, str],
    refs: Iterable[Ref],
    look_fors: Iterable[Line | None],
    about: Iterable[str] = (),
) -> Draft:
    """A draft without repeated references or look-fors; each slot gets a twin with a capital ({a}: {A}).

    What two look-fors say alike stands once, under the name that comes last: whoever speaks, not only the source.
    """
    twins = {name.capitalize(): text[:1].upper() + text[1:] for name, text in slots.items()}
    lines = {line.text.partition(": ")[2] or line.text: line for line in look_fors if line is not None}
    filled = tuple({**twins, **slots}.items())
    return Draft(skeleton, filled, tuple(dict.fromkeys(refs)), tuple(lines.values()), tuple(a for a in about if a))


def slots(wording: str) -> set[str]:
    """The names of a wording's slots; ValueError where its braces do not match, or hold more than a name."""
    found = [field for field in Formatter().parse(wording) if field[1] is not None]
    if any(form or turned or not (name or "").isidentifier() for _, name, form, turned in found):
        raise ValueError(wording)
    return {name or "" for _, name, _, _ in found}

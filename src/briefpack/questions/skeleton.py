"""The two halves of a question: a curated skeleton, and a draft that fills its slots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter

from briefpack.model import Line, Ref

STUDENTS = ("students",)
POLICY = ("policy",)
BOTH = ("students", "policy")
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
        filled = {name: text for name, text in self.slots if text}
        return tuple(w.format_map(filled) for w in self.skeleton.wordings if _slots(w) <= filled.keys())

    @property
    def sources(self) -> frozenset[str]:
        """Keys of the sources that it is anchored in."""
        return frozenset(ref.source for ref in self.refs)

    @property
    def sets_against(self) -> bool:
        """Whether it sets one source against another: it names two, and asks which to believe or where they part."""
        weighs = self.skeleton.skill in ("corroborating", "position", "sourcing")
        return weighs and len(self.sources) > 1 and any(name == "b" for name, _ in self.slots)


def table(*skeletons: Skeleton) -> dict[str, Skeleton]:
    """The skeletons of one kind by name."""
    return {skeleton.name: skeleton for skeleton in skeletons}


def draft(
    skeleton: Skeleton,
    slots: dict[str, str],
    refs: Iterable[Ref],
    look_fors: Iterable[Line | None],
    about: Iterable[str] = (),
) -> Draft:
    """A draft without repeated references or look-fors; each slot gets a twin with a capital ({a}: {A})."""
    twins = {name.capitalize(): text[:1].upper() + text[1:] for name, text in slots.items()}
    lines = {line.text: line for line in look_fors if line is not None}
    filled = tuple({**twins, **slots}.items())
    return Draft(skeleton, filled, tuple(dict.fromkeys(refs)), tuple(lines.values()), tuple(a for a in about if a))


def _slots(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name}

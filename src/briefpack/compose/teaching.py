"""A teaching page to a TeachingSet: what a lesson or a meeting needs besides slides, summary and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from briefpack.compose import cited, lines
from briefpack.compose.kinds import PARTS, PHASES, SLIDES, Handed, known, whole
from briefpack.messages import noted, say
from briefpack.model import Audience, Block, Brief, Group, Page, Part, Question, Section, TeachingSet
from briefpack.page.anchors import checked
from briefpack.page.inline import Place

CROSSING = "crossing"
"""Among the questions of a phase: those that stand on more than one source."""
_POINTERS = {
    "slide": (noted("slide {numbers}"), noted("slides {numbers}")),
    "question": (noted("question {numbers}"), noted("questions {numbers}")),
}
_OPTIONS = ("minutes", "slides", "questions")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a teaching set, so that it can point there."""

    slides: tuple[str, ...] = ()
    """Kind of each slide of the finished deck, in order."""
    questions: tuple[Question, ...] = ()
    """The questions as they are numbered in questions.pdf."""


def teaching(
    page: Page, brief: Brief, audience: Audience, *, beside: Beside | None = None, file: str = ""
) -> TeachingSet:
    """The parts that the page describes; PageError where a part, a block, an option or a reference is not known.

    Without ``beside``, no slide or question is pointed to by its number.
    """
    checked(page, brief, file)
    parts = tuple(_part(section, beside or Beside(), file) for section in page.sections)
    settings = dict(page.settings)
    return TeachingSet(
        title=page.title or brief.title,
        audience=audience.name,
        language=settings.get("language") or cited.language(brief),
        parts=tuple(part for part in parts if part.blocks),
        sources=cited.sources(
            brief, (ref for part in parts for block in part.blocks for ref in cited.references(block.lines))
        ),
    )


def _part(section: Section, beside: Beside, file: str) -> Part:
    kind = known(section.kind or section.heading.lower(), PARTS, "part", Place(section.line, file))
    for option, _ in section.options:
        known(option, (), "option of a part", Place(section.line, file))
    handed = PARTS[kind]
    blocks = tuple(block for group in section.groups for block in _blocks(group, handed, beside, file))
    return Part(kind, section.heading, blocks, handed.file, handed.teacher)


def _blocks(group: Group, handed: Handed, beside: Beside, file: str) -> Iterator[Block]:
    """The block of a '###' heading; a quotation in it is a block of its own that follows."""
    place = Place(group.line, file)
    kind = known(group.kind or next(iter(handed.blocks)), handed.blocks, "block of this part", place)
    shape = handed.blocks[kind]
    minutes, note = _options(group, beside, place)
    pairs = [(shape.quoted if entry.kind == "quote" and shape.quoted else kind, entry) for entry in group.entries]
    heading = group.heading
    if group.heading and (not pairs or pairs[0][0] != kind):
        yield Block(kind, heading, (), 0, note, minutes)
        heading = ""
    for made, some in groupby(pairs, key=lambda pair: pair[0]):
        read = tuple(lines.read(entry, labelled="" in shape.labelled and made == kind) for _, entry in some)
        yield Block(made, heading, read, 0, note, minutes)
        heading, note, minutes = "", "", 0


def _options(group: Group, beside: Beside, place: Place) -> tuple[int, str]:
    """Minutes, and the slides and questions that belong to a phase, by their numbers."""
    options = dict(group.options)
    for option in options:
        known(option, _OPTIONS, "option of a block", place)
    minutes = whole(options.get("minutes", "0"), "minutes", place)
    kinds = [known(kind, SLIDES, "slide", place) for kind in options.get("slides", "").split()]
    asked = [known(one, (*PHASES, CROSSING), "phase", place) for one in options.get("questions", "").split()]
    shown = (number for number, kind in enumerate(beside.slides, 1) if kind in kinds)
    taken = (number for number, one in enumerate(beside.questions, 1) if _wanted(one, asked))
    pointers = (_pointer("slide", shown), _pointer("question", taken))
    return minutes, ", ".join(pointer for pointer in pointers if pointer)


def _wanted(question: Question, asked: list[str]) -> bool:
    """Whether a question belongs to a phase: to all of them that are named, or to either of two phases."""
    phases = [one for one in asked if one != CROSSING]
    fits = question.phase in phases or not phases
    crosses = len({ref.source for ref in question.refs}) > 1
    return bool(asked) and fits and (crosses or CROSSING not in asked)


def _pointer(noun: str, numbers: Iterable[int]) -> str:
    """'slides 4–6, 9'; empty for none."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    if not spans:
        return ""
    several = len(spans) > 1 or spans[0][0] != spans[0][1]
    said = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)
    return say(_POINTERS[noun][several], numbers=said)

"""A questions page to a QuestionSet."""

from __future__ import annotations

from briefpack.compose import cited, lines
from briefpack.compose.kinds import BESIDE, PHASES, known, whole
from briefpack.model import Audience, Block, Brief, Group, Page, Question, QuestionSet, Section
from briefpack.page.anchors import checked
from briefpack.page.inline import Place

_OPTIONS = ("skill", "level", "minutes", "skeleton")


def question_set(page: Page, brief: Brief, audience: Audience, *, file: str = "") -> QuestionSet:
    """The questions that the page describes; PageError where a phase, an option or a reference is not known."""
    checked(page, brief, file)
    phases = [section for section in page.sections if section.kind not in BESIDE]
    asked = tuple(_question(group, section, file) for section in phases for group in section.groups)
    beside = tuple(_beside(section) for section in page.sections if section.kind in BESIDE)
    used = [ref for question in asked for ref in (*question.refs, *cited.references(question.look_fors))]
    used += [ref for block in beside for ref in cited.references(block.lines)]
    settings = dict(page.settings)
    return QuestionSet(
        title=page.title or brief.title,
        audience=audience.name,
        language=settings.get("language") or cited.language(brief),
        minutes=sum(question.minutes for question in asked),
        questions=asked,
        sources=cited.sources(brief, used),
        beside=beside,
    )


def _beside(section: Section) -> Block:
    """What stands on the key beside the answers."""
    entries = (entry for group in section.groups for entry in group.entries)
    return Block(section.kind, section.heading, tuple(lines.read(entry) for entry in entries))


def _question(group: Group, section: Section, file: str) -> Question:
    phase = known(section.kind or section.heading.lower(), (*PHASES, *BESIDE), "phase", Place(section.line, file))
    place = Place(group.line or section.line, file)
    options = dict(group.options)
    for option in options:
        known(option, _OPTIONS, "option of a question", place)
    if not group.heading:
        raise place.error("found lines without a question; write '### A question?' above them")
    return Question(
        prompt=group.heading,
        skill=options.get("skill", ""),
        level=options.get("level", ""),
        phase=phase,
        minutes=whole(options.get("minutes", "0"), "minutes", place),
        skeleton=options.get("skeleton", ""),
        refs=group.refs,
        look_fors=tuple(lines.read(entry) for entry in group.entries),
    )

"""A questions page to a QuestionSet."""

from __future__ import annotations

from briefpack.compose import cited, lines
from briefpack.compose.kinds import PHASES, known
from briefpack.model import Audience, Brief, Group, Page, Question, QuestionSet, Section
from briefpack.page.anchors import checked
from briefpack.page.inline import Place

_OPTIONS = ("skill", "level", "minutes", "skeleton")


def question_set(page: Page, brief: Brief, audience: Audience, *, file: str = "") -> QuestionSet:
    """The questions that the page describes; PageError where a phase, an option or a reference is not known."""
    checked(page, brief, file)
    asked = tuple(_question(group, section, file) for section in page.sections for group in section.groups)
    used = [ref for question in asked for ref in (*question.refs, *cited.references(question.look_fors))]
    settings = dict(page.settings)
    return QuestionSet(
        title=page.title or brief.title,
        audience=audience.name,
        language=settings.get("language") or cited.language(brief),
        minutes=sum(question.minutes for question in asked),
        questions=asked,
        sources=cited.sources(brief, used),
    )


def _question(group: Group, section: Section, file: str) -> Question:
    phase = known(section.kind or section.heading.lower(), PHASES, "phase", Place(section.line, file))
    place = Place(group.line or section.line, file)
    options = dict(group.options)
    for option in options:
        known(option, _OPTIONS, "option of a question", place)
    if not group.heading:
        raise place.error("found lines without a question; write '### A question?' above them")
    minutes = options.get("minutes", "0")
    if not minutes.isdecimal():
        raise place.error(f"minutes must be a whole number, found '{minutes}'")
    return Question(
        prompt=group.heading,
        skill=options.get("skill", ""),
        level=options.get("level", ""),
        phase=phase,
        minutes=int(minutes),
        skeleton=options.get("skeleton", ""),
        refs=group.refs,
        look_fors=tuple(lines.read(entry) for entry in group.entries),
    )

"""A brief to the pages of an audience, through a course template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from briefpack import page, questions, settings
from briefpack.compose import inherited, quiz, skeletons, voices
from briefpack.compose.environment import Load, fill
from briefpack.compose.select import select
from briefpack.errors import PageError, TemplateError, UsageError
from briefpack.model import Audience, Brief, Notice, Point

_TEMPLATE: settings.Known = {"extends": str, "*": object}
_DEEPEST = 5
_OPTIONAL = ("teaching",)
"""Pages that a template of one's own may do without."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The Markdown that people may edit before it becomes a deck, a summary, questions, a quiz, a teaching set."""

    deck: str
    summary: str
    questions: str
    quiz: str = ""
    """Empty where there is nothing to ask."""
    teaching: str = ""
    notices: tuple[Notice, ...] = ()


def pages(
    brief: Brief,
    audience: Audience,
    load: Callable[[str], str],
    over: tuple[str, ...] = (),
    askers: tuple[questions.Other, ...] = (),
) -> Pages:
    """Fill in the audience's template; ``load`` gives a template's text by name, or raises KeyError.

    ``over`` are the folders of courses that stand over it, nearest first; ``askers`` those of plugins. TemplateError
    names template and line.
    """
    brief = weighed(brief, audience)
    brief = voices.worded(brief)
    folders = (*over, *templates(audience.template, load))
    asked = questions.ask(brief, audience, skeletons.skeletons(folders, load), askers)
    data, notices = select(brief, audience, asked.questions, dict(asked.sheets))
    data["quiz"] = [quiz.shown(item) for item in questions.quiz.ask(brief, dict(audience.counts).get("quiz", 0))]
    names = ("deck", "summary", "questions", *(("quiz",) if data["quiz"] else ()), "teaching")
    made = {name: _page(name, folders, data, load, dict(audience.without).get(name, ())) for name in names}
    return Pages(**made, notices=(*notices, *asked.notices))


def weighed(brief: Brief, audience: Audience) -> Brief:
    """The brief with its points in an audience's own order: a place counts more or less by the genre of its source.

    What the editor pinned stays before all others.
    """
    weights, genres = dict(audience.weights), {source.key: source.genre or "" for source in brief.sources}
    if not weights:
        return brief
    many = len(brief.points)

    def place(each: tuple[int, Point]) -> tuple[bool, float]:
        at, point = each
        genre = genres.get(point.refs[0].source, "") if point.refs else ""
        return not point.pinned, -(many - at) * weights.get(genre, 1.0)

    return replace(brief, points=tuple(point for _, point in sorted(enumerate(brief.points), key=place)))


def _page(name: str, folders: tuple[str, ...], data: dict[str, object], load: Load, without: tuple[str, ...]) -> str:
    """One page, in the form in which it would be written back."""
    template = next((f"{each}/{name}.md.j2" for each in folders if _has(f"{each}/{name}.md.j2", load)), "")
    if not template and name in _OPTIONAL:
        return ""
    if not template:
        raise TemplateError(f"no {name}.md.j2 in template {' or '.join(folders)}; add one, or 'extends: base'")
    if template.count("/") > 1 or template.startswith(
        "./"
    ):  # a course's own page; those that ship are 'students/deck.md.j2'
        inherited.blocks(template, load, folders)
    text = fill(template, data, load, folders)
    try:
        made = page.parse(text, file=f"{template}, filled in")
        left = tuple(section for section in made.sections if (section.kind or "points") not in without)
        return page.render(replace(made, sections=left))
    except PageError as error:
        marked = fill(template, data, load, folders, mark=True)
        raise TemplateError(f"{inherited.wrote(marked, error.line, load) or template}: {error.problem}") from None


def templates(name: str, load: Load) -> tuple[str, ...]:
    """The template and those that it extends, nearest first."""
    found: list[str] = []
    while name and name not in found and len(found) < _DEEPEST:
        found.append(name)
        file = f"{name}/template.yaml"
        try:
            told = settings.read(load(file), file=file, known=_TEMPLATE)
        except KeyError:
            raise TemplateError(f"no template called '{name}': {file} is missing") from None
        except UsageError as error:
            raise TemplateError(str(error)) from None
        name = told.get("extends", "")
    return tuple(found)


def _has(name: str, load: Load) -> bool:
    try:
        load(name)
    except KeyError:
        return False
    return True

"""What a new course, audience or pack begins with: short files, filled in from templates/new."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template

from briefpack import settings
from briefpack.errors import UsageError
from briefpack.model import Audience, Look
from briefpack.pack import keys, schemas, shipped
from briefpack.pack.courses import layers, places
from briefpack.pack.courses.course import Course
from briefpack.pack.courses.places import FILE

STATE = ".briefpack"
PAGES = ("deck", "summary", "questions", "quiz", "teaching")
_WRITTEN = ("deck", "summary")
"""Pages of which a new course gets one of its own, to change a block in."""
_EXAMPLES = {
    "deck": '{% block close %}\n{{ super() }}\n\n## Before next week {.points kicker="To do"}\n'
    "- Read the second source again, and bring one question.\n{% endblock %}",
    "summary": '{% block lead %}\n{{ block("The short of it", "lead", summary.overview, 1) }}\n{% endblock %}',
}
_COLUMN = 26


def course(name: str, parent: str, copied: Iterable[str] = ()) -> dict[str, str]:
    """The files of a new course by name; ``copied`` are pages of which it gets the whole text."""
    chain = layers.chain(parent, places.near(Path()), "--from")
    made = Course(chain, places.near(Path()))
    look = _look(made)
    copied = tuple(copied)
    files = {
        FILE: _filled("course.yaml", name=name, parent=parent, look=name, audiences=_audiences(made)),
        f"looks/{name}/look.yaml": _filled("look.yaml", name=name, look=name, base=look.name, colours=_colours(look)),
    }
    for page in (*_WRITTEN, *(page for page in copied if page not in _WRITTEN)):
        files[f"{page}.md.j2"] = _whole(page, made) if page in copied else _page(page, name, parent)
    return files | _schemas("template", "look")


def audience(name: str, base: Audience) -> dict[str, str]:
    """The files of a new audience: one, and the schema beside it."""
    label = json.dumps(f"{base.label}: {name}", ensure_ascii=False)
    text = _filled("audience.yaml", name=name, base=base.name, label=label, settings=_told(base))
    return {f"{name}.yaml": text} | _schemas("audience")


def pack(name: str, documents: Iterable[str], template: str) -> dict[str, str]:
    """The files of a new pack besides its documents."""
    line = f"{f'template: {template}':{_COLUMN}}  # the course, see 'briefpack templates'\n" if template else ""
    sources = "\n".join(f"  - {json.dumps(one, ensure_ascii=False)}" for one in documents)
    title = json.dumps(name.replace("-", " ").capitalize())
    text = _filled("pack.yaml", name=name, title=title, template=line, sources=sources)
    return {"pack.yaml": text} | _schemas("pack")


def checked_pages(asked: Iterable[str]) -> tuple[str, ...]:
    """The pages of these names; UsageError with the nearest right word."""
    for one in asked:
        if one not in PAGES:
            raise UsageError(f"--copy: there is no page '{one[:60]}', {settings.nearest(one, PAGES)}")
    return tuple(dict.fromkeys(asked))


def _filled(draft: str, **told: str) -> str:
    return Template(shipped.template(f"new/{draft}")).substitute(told)


def _schemas(*names: str) -> dict[str, str]:
    return {f"{STATE}/{name}.schema.json": schemas.schema(name).decode() for name in names}


def _page(page: str, name: str, parent: str) -> str:
    return _filled("page.md.j2", page=page, name=name, parent=parent, example=_EXAMPLES[page])


def _whole(page: str, made: Course) -> str:
    """A page as the nearest of the parents has it."""
    for layer in made.layers:
        try:
            return layer.text(f"{page}.md.j2")
        except KeyError:
            continue
    raise UsageError(f"--copy: no parent has a page '{page}'")


def _audiences(made: Course) -> str:
    """Those that a template that ships is for; a course below another has its parent's."""
    if made.own or not made.root:
        return ""
    fitting = [name for name in keys.AUDIENCES if shipped.audience(name).template == made.root]
    told = f"audiences: [{', '.join(fitting)}]"
    return f"{told:{_COLUMN}}  # who gets a pack\n"


def _look(made: Course) -> Look:
    """The look that the course's own one begins with: what ships for its audience, where a parent has none."""
    from briefpack.pack import looks

    asked = made.values().get("look", "")
    if asked and not Path(asked).suffix:
        return looks.named(asked, made.look_folders())
    return shipped.look(shipped.audience(made.wanted()[0]).look)


def _colours(look: Look) -> str:
    return "\n".join(f'  # {role}: "{colour}"' for role, colour in look.colours)


def _told(base: Audience) -> str:
    """The settings of an audience as lines to take the '#' away from."""
    counts: Mapping[str, int] = dict(base.counts)
    rows = [
        f"minutes: {base.minutes}",
        f"line words: {base.line_words}          # most words of a statement on a slide",
        f"title words: {base.title_words}",
        f"quote words: {base.quote_words}",
        f"levels: [{', '.join(base.levels)}]   # of questions, in order of preference",
        "counts:",
        *(f"  {kind}: {most}" for kind, most in counts.items()),
    ]
    return "\n".join(f"# {row}" for row in rows)

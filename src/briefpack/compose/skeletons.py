"""Question skeletons from YAML: those that ship, then what each course template adds, changes or takes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from briefpack import settings
from briefpack.errors import TemplateError, UsageError
from briefpack.messages import code, spoken
from briefpack.questions.skeleton import LEVELS, PHASES, SKILLS, VIEWS, VOICES, Skeleton, slots

KINDS = ("tensions", "points", "quotes", "figures", "events", "terms", "actors", "sources")
"""The files under templates/questions, in the order in which their skeletons are tried."""
_FORM: settings.Known = {
    "takes": settings.OneOf(tuple(VIEWS)),
    "skill": settings.OneOf(SKILLS),
    "level": settings.OneOf(LEVELS),
    "phases": (settings.OneOf(PHASES),),
    "voices": (settings.OneOf(VOICES),),
    "weight": settings.Like(
        "a whole number from 1 to 11", lambda text: text.isdecimal() and len(text) < 3 and 0 < int(text) < 12
    ),
    "answer": settings.Like("a line that says what a good answer does", lambda text: bool(text.strip())),
    "wordings": (str,),
    "remove": bool,
}
_TOLD: settings.Known = {"answer": _FORM["answer"], "wordings": _FORM["wordings"]}
"""What another language says of a skeleton that ships."""
Pairs = tuple[tuple[str, Any], ...]
"""Names, and what stands under each."""
_SHOWN = 200
"""Characters of a wording that a message shows."""
_NEEDED = ("skill", "level", "phases", "voices", "weight", "wordings")


def skeletons(chain: Iterable[str], load: Callable[[str], str]) -> tuple[Skeleton, ...]:
    """The skeletons of a template and of those that it extends, the nearest one's words counting last.

    A course's own stand in NAME/questions.yaml; 'remove: true' takes one out. While another language is spoken, those
    that ship have their wordings in questions/fr, ours or a course's, and one without any there is left out; a
    course's own skeletons stay as they are. TemplateError with file and line.
    """
    found: dict[str, Skeleton] = {}
    folders = _outer(chain)
    for kind in KINDS:
        shipped = _texts(load, f"questions/{kind}.yaml", _read)
        if spoken().translates:
            file = f"questions/{code()}/{kind}.yaml"
            files = (file, *(f"{folder}/{file}" for folder in folders))
            shipped = _translated(dict(shipped), {name: dict(_texts(load, name, _wordings)) for name in files})
        found |= {name: made for name, made in shipped if made}
    for folder in folders:
        for name, made in _texts(load, f"{folder}/questions.yaml", _read):
            found.pop(name, None) if made is None else found.update({name: made})
    return tuple(found.values())


def _texts(load: Callable[[str], str], file: str, read: Callable[[str, str], Pairs]) -> Pairs:
    """What a file holds by name; nothing where there is no such file."""
    try:
        return read(load(file), file)
    except KeyError:
        return ()


def _translated(shipped: dict[str, Any], files: dict[str, dict[str, dict[str, Any]]]) -> Pairs:
    """The skeletons that have wordings in a language, those of the last file that has any.

    TemplateError for a name or a slot that is none.
    """
    for file, told in files.items():
        for name, said in told.items():
            if name not in shipped:
                raise TemplateError(f"{file}: no skeleton is called '{name}', {settings.nearest(name, tuple(shipped))}")
            for line in (*said.get("wordings", ()), said.get("answer", "")):
                _check(line, shipped[name].takes, f"{file}: '{name}'")
    worded = {name: said for told in files.values() for name, said in told.items()}
    return tuple((name, _in_words(made, worded[name])) for name, made in shipped.items() if name in worded)


def _in_words(made: Skeleton, told: dict[str, Any]) -> Skeleton:
    """A skeleton in the words of another language; what has none there is left unsaid."""
    wordings = tuple(map(spoken().tied, told.get("wordings", ())))
    return replace(made, wordings=wordings, answer=spoken().tied(told.get("answer", "")))


@lru_cache(maxsize=64)
def _wordings(text: str, file: str) -> Pairs:
    """Names of skeletons with their words in another language."""
    try:
        found = settings.read(text, file=file, known={"*": _TOLD})
    except UsageError as error:
        raise TemplateError(str(error)) from None
    return tuple(found.items())


def _outer(chain: Iterable[str]) -> tuple[str, ...]:
    return tuple(reversed(tuple(chain)))


@lru_cache(maxsize=64)
def _read(text: str, file: str) -> Pairs:
    """The skeletons of a file by name; None for one that is taken out."""
    try:
        found = settings.read(text, file=file, known={"*": _FORM})
    except UsageError as error:
        raise TemplateError(str(error)) from None
    return tuple((name, _made(name, told, text, file)) for name, told in found.items())


def _made(name: str, told: dict[str, Any], text: str, file: str) -> Skeleton | None:
    if told.get("remove"):
        return None
    where = f"{file}:{_line(name, text)}: '{name}'"
    for key in _NEEDED:
        if not told.get(key):
            raise TemplateError(f"{where} has no '{key}': add it, or write 'remove: true' to take the skeleton out")
    view = told.get("takes", name)
    if view not in VIEWS:
        raise TemplateError(f"{where} must say what it takes: {settings.nearest(view, VIEWS)}")
    for line in (*told["wordings"], told.get("answer", "")):
        _check(line, view, where)
    return Skeleton(
        name=name,
        skill=told["skill"],
        level=told["level"],
        phases=tuple(told["phases"]),
        voices=tuple(told["voices"]),
        weight=int(told["weight"]),
        wordings=tuple(told["wordings"]),
        answer=told.get("answer", ""),
        takes=view,
    )


def _check(wording: str, view: str, where: str) -> None:
    """TemplateError where a wording has a slot that its view does not fill, or braces that do not match."""
    try:
        asked = slots(wording)
    except ValueError:
        what = "the braces do not match, or a slot is not written as {a}, in"
        raise TemplateError(f"{where}: {what}: {wording[:_SHOWN]}") from None
    known = VIEWS[view].split()
    for slot in sorted(asked - {*known, *map(str.capitalize, known)}):
        raise TemplateError(f"{where}: nothing fills {{{slot}}}, {settings.nearest(slot, known)}: {wording[:_SHOWN]}")


def _line(name: str, text: str) -> int:
    rows = text.splitlines()
    return next((n for n, row in enumerate(rows, 1) if row.strip("\"'").startswith((f"{name}:", f'{name}":'))), 1)

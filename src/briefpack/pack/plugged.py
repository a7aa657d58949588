"""Where plugins come into a build: what they give is checked before it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from briefpack import plugins
from briefpack.model import (
    Brief,
    Event,
    Figure,
    Notice,
    Organisation,
    Person,
    Point,
    Quote,
    Relation,
    Tension,
    Term,
)
from briefpack.plugins import Guard, Kit, Plugin
from briefpack.questions import Other
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.readers.blocks import Document

_FIELDS = {
    Point: "points",
    Event: "events",
    Person: "people",
    Organisation: "organisations",
    Quote: "quotes",
    Figure: "figures",
    Term: "terms",
    Tension: "tensions",
    Relation: "relations",
}
_MOST_FILES = 40


class FailedError(Exception):
    """A plugin could not read a document; its guard has the notice."""


def reader(name: str, guard: Guard) -> Callable[[bytes, str], Document] | None:
    """The reader of a plugin for files with this ending; None where there is none."""
    for plugin in plugins.of("readers"):
        loaded = guard.load(plugin)
        if loaded is not None and name.lower().endswith(tuple(getattr(loaded, "ENDINGS", ())) or ("\0",)):
            return lambda data, origin, plugin=plugin: _document(plugin, data, origin, guard)  # type: ignore[misc]
    return None


def _document(plugin: Plugin, data: bytes, name: str, guard: Guard) -> Document:
    made = guard.call(plugin, "read", data, name)
    if isinstance(made, Document):
        return made
    guard.fail(plugin, f"read gave {type(made).__name__}, not a Document")
    raise FailedError(name)


def finders(brief: Brief, guard: Guard) -> Brief:
    """The brief with what plugins find besides."""
    known = {passage.ref for source in brief.sources for passage in source.passages}
    for plugin in plugins.of("finders"):
        items = guard.call(plugin, "find", brief.sources, brief)
        for item in items if isinstance(items, (list, tuple)) else ():
            if type(item) not in _FIELDS or not item.refs or not set(item.refs) <= known:
                guard.fail(plugin, f"find gave {type(item).__name__} without a passage that stands in the documents")
                break
            kind = _FIELDS[type(item)]
            more: Any = (*getattr(brief, kind), item)
            brief = replace(brief, **{kind: more})
    return brief


def askers(guard: Guard) -> tuple[Other, ...]:
    """The askers of plugins, by name; none of them raises anything."""
    loaded = ((plugin, guard.load(plugin)) for plugin in plugins.of("askers"))
    return tuple(
        (str(plugin), Guarded(str(plugin), getattr(one, "ask", one))) for plugin, one in loaded if one is not None
    )


@dataclass(frozen=True, slots=True)
class Guarded:
    """An asker that gives its drafts, or a notice that it failed; another process may call it (pack/apart.py)."""

    plugin: str
    asker: Callable[[Material], Iterator[Draft]]

    def __call__(self, m: Material) -> tuple[Draft | Notice, ...]:
        guard = Guard()
        made = guard.attempt(self.plugin, lambda: tuple(self.asker(m)))
        if made is not None and not all(isinstance(draft, Draft) and m.known(draft.refs) for draft in made):
            guard.fail(self.plugin, "ask gave what is no draft of a question with a passage")
        return tuple(guard.notices) or made


def writers(brief: Brief, audience: str, products: tuple[Any, ...], guard: Guard) -> dict[str, tuple[bytes, str]]:
    """The files of plugins, 'students/flashcards/cards.csv', each with the plugin that made it."""
    found: dict[str, tuple[bytes, str]] = {}
    for plugin in plugins.of("writers"):
        made = guard.call(plugin, "write", Kit(brief, audience, products))
        if made is None:
            continue
        if not isinstance(made, Mapping) or len(made) > _MOST_FILES or not all(map(_fits, made.items())):
            guard.fail(plugin, "write gave no files by name, such as {'cards.csv': b'…'}")
            continue
        found |= {f"{audience}/{plugin.name}/{name}": (data, str(plugin)) for name, data in sorted(made.items())}
    return found


def _fits(file: tuple[object, object]) -> bool:
    """Whether it is bytes under a plain name."""
    name, data = file
    if not isinstance(name, str) or not isinstance(data, bytes):
        return False
    path = PurePosixPath(name)
    return path.name == name and "\\" not in name and not name.startswith(".") and name.isprintable()

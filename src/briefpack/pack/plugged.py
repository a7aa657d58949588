"""Where plugins come into a build: what they give is checked before it is used."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from itertools import islice
from typing import Any

from briefpack import plugins, settings
from briefpack.model import (
    Brief,
    Event,
    Figure,
    Notice,
    Organisation,
    Person,
    Point,
    Quote,
    Ref,
    Relation,
    Tension,
    Term,
)
from briefpack.pack import bibliography
from briefpack.pack.shaped import ShapeError, shaped
from briefpack.plugins import Guard, Kit, Plugin
from briefpack.questions import Other
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.readers.blocks import KINDS, Document
from briefpack.text.plain import plain

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
_NAME = re.compile(r"(?![. ])[^/\\:*?\"<>|\x00-\x1f\x7f\ud800-\udfff]{1,80}(?<![. ])")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""A name that Windows keeps for itself."""
_MOST_ITEMS = 1_000
_MOST_DRAFTS = 200
_LONGEST = 20_000
"""Most letters of one item, with all its fields."""
_DECADE = re.compile(r"\d{3}X")


class FailedError(Exception):
    """A plugin could not read a document; the text names it and says why."""


def reader(name: str, guard: Guard) -> Callable[[bytes, str], Document] | None:
    """The reader of a plugin for files with this ending; None where there is none."""
    for plugin in plugins.of("readers"):
        loaded = guard.load(plugin)
        if loaded is not None and name.lower().endswith(_endings(plugin, loaded, guard)):
            return lambda data, origin, plugin=plugin: _document(plugin, data, origin, guard)  # type: ignore[misc]
    return None


def _endings(plugin: Plugin, loaded: Any, guard: Guard) -> tuple[str, ...]:
    try:
        return tuple(one for one in shaped(getattr(loaded, "ENDINGS", ()), tuple[str, ...]) if one)
    except ShapeError as problem:
        guard.fail(plugin, f"its ENDINGS are {problem}, such as ('.srt',)")
        return ()


def _document(plugin: Plugin, data: bytes, name: str, guard: Guard) -> Document:
    """A document; FailedError where it cannot be read, which says nothing of the next, but where it took too long."""
    if plugin in guard.late:
        raise FailedError(f"{plugin}, which took too long before")
    loaded = guard.load(plugin)
    made, why = guard.once(plugin, lambda: getattr(loaded, "read", loaded)(data, name))
    if why:
        raise FailedError(f"{plugin}: {why}")
    try:
        document: Document = shaped(made, Document)
    except ShapeError as problem:
        raise FailedError(f"{plugin}: read gave {problem}") from None
    odd = next((block.kind for block in document.blocks if block.kind not in KINDS), None)
    if odd is not None:
        raise FailedError(f"{plugin}: read gave a block of kind {odd[:20]!r}, {settings.nearest(odd[:20], KINDS)}")
    return document


def finders(brief: Brief, guard: Guard) -> Brief:
    """The brief with what plugins find besides."""
    known = {passage.ref: passage.text for source in brief.sources for passage in source.passages}
    for plugin in plugins.of("finders"):
        items = guard.call(plugin, "find", brief.sources, brief)
        if items is None:
            continue
        try:
            brief = _with(brief, items, known)
        except ShapeError as problem:
            guard.fail(plugin, f"find gave {problem}")
    return brief


def _with(brief: Brief, items: object, known: Mapping[Ref, str]) -> Brief:
    """The brief with all of these items; ShapeError where one is none, or stands in no passage."""
    if not isinstance(items, (list, tuple)):
        raise ShapeError(f"{type(items).__name__}, not a list of items")
    if len(items) > _MOST_ITEMS:
        raise ShapeError(f"{len(items):,} items: {_MOST_ITEMS} are the most")
    more: dict[str, tuple[Any, ...]] = {}
    for given in items:
        field = _FIELDS.get(type(given), "")
        item = shaped(given, type(given)) if field else given
        if not field or not item.refs or not set(_refs(item)) <= known.keys():
            raise ShapeError(f"{type(given).__name__} without a passage that stands in the documents")
        if why := _unfit(item) or _unsaid(item, known):
            raise ShapeError(f"{type(given).__name__} {why}")
        more[field] = (*more.get(field, ()), item)
    joined: dict[str, Any] = {field: (*getattr(brief, field), *found) for field, found in more.items()}
    return replace(brief, **joined)


def _refs(item: Any) -> Iterator[Ref]:
    """The references of an item, and of its sides."""
    for each in fields(item):
        value = getattr(item, each.name)
        for one in value if isinstance(value, tuple) else ():
            if isinstance(one, Ref):
                yield one
            elif is_dataclass(one):
                yield from _refs(one)


def _unfit(item: Any) -> str:
    """Why an item whose fields are of the right kinds is nothing to build from; empty where it is."""
    empty = [each.name for each in fields(item) if each.default is MISSING and not getattr(item, each.name)]
    days = (getattr(item, name, "") for name in ("date", "until"))
    odd = next((day for day in days if day and not (bibliography.is_date(day) or _DECADE.fullmatch(day))), "")
    sides = getattr(item, "sides", None)
    if empty:
        return f"without {empty[0]}"
    if odd:
        return f"of {odd[:20]!r}, which is no date such as 2025-05-16, 2025-05, 2025 or 197X"
    if sides is not None and (len(sides) < 2 or not all(side.refs and side.text for side in sides)):
        return "without two sides, each with a text and a passage"
    return _length(item)


def _unsaid(item: Any, known: Mapping[Ref, str]) -> str:
    said = plain(" ".join(known[ref] for ref in item.refs))
    return "whose words do not stand in its passage" if isinstance(item, Quote) and plain(item.text) not in said else ""


def _length(item: object) -> str:
    return f"of more than {_LONGEST:,} letters" if len(repr(item)) > _LONGEST else ""


def askers(guard: Guard) -> tuple[Other, ...]:
    """The askers of plugins, by name; none of them raises anything."""
    loaded = ((plugin, guard.load(plugin)) for plugin in plugins.of("askers"))
    return tuple(
        (str(plugin), Guarded(str(plugin), getattr(one, "ask", one))) for plugin, one in loaded if one is not None
    )


def heard(notices: Iterable[Notice], guard: Guard) -> tuple[Notice, ...]:
    """These notices of pages without those on askers: the guard keeps them, and calls none again that failed."""
    left = []
    for notice in notices:
        plugin = next((one for one in plugins.of("askers") if notice.what.startswith(f"{one} ")), None)
        if plugin:
            guard.hear(plugin, notice)
        else:
            left.append(notice)
    return tuple(left)


@dataclass(frozen=True, slots=True)
class Guarded:
    """An asker that gives its drafts, or a notice that it failed; another process may call it (pack/apart.py)."""

    plugin: str
    asker: Callable[[Material], Iterator[Draft]]

    def __call__(self, m: Material) -> tuple[Draft | Notice, ...]:
        guard = Guard()
        made = guard.attempt(self.plugin, lambda: tuple(islice(self.asker(m), _MOST_DRAFTS)))
        drafts: tuple[Draft, ...] = ()
        try:
            drafts = shaped(made or (), tuple[Draft, ...])
            fit = all(m.known(draft.refs) and draft.prompts and not _length(draft) for draft in drafts)
        except (ShapeError, ValueError) as problem:  # ValueError: a wording whose braces are none
            guard.fail(self.plugin, f"ask gave {problem}")
            fit = False
        if not fit:
            guard.fail(self.plugin, "ask gave what is no draft of a question with a passage")
        return tuple(guard.notices) or drafts

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process its module is imported by the first call, within the limits of that."""
        return _received, (self.plugin, pickle.dumps(self.asker))


def _received(plugin: str, sent: bytes) -> Guarded:
    return Guarded(plugin, lambda m: pickle.loads(sent)(m))


def writers(
    brief: Brief, audience: str, products: tuple[Any, ...], guard: Guard, taken: Iterable[str] = ()
) -> dict[str, tuple[bytes, str]]:
    """The files of plugins, 'students/flashcards/cards.csv', each with the plugin that made it; none that is taken."""
    found: dict[str, tuple[bytes, str]] = {}
    ours = {name.split("/")[1].casefold() for name in taken if name.startswith(f"{audience}/")}
    for plugin in plugins.of("writers"):
        if not _is_name(plugin.name) or plugin.name.casefold() in ours:
            guard.fail(plugin, f"'{plugin.name}' cannot be a folder of its own beside ours: it needs another name")
            continue
        made = guard.call(plugin, "write", Kit(brief, audience, products))
        if made is None:
            continue
        if not isinstance(made, Mapping) or len(made) > _MOST_FILES or not _fit(made):
            guard.fail(plugin, "write gave no files by name, such as {'cards.csv': b'…'}")
            continue
        found |= {f"{audience}/{plugin.name}/{name}": (data, str(plugin)) for name, data in sorted(made.items())}
    return found


def _fit(files: Mapping[object, object]) -> bool:
    """Whether it is bytes under plain names, which every system takes and keeps apart."""
    named = all(_is_name(name) and isinstance(data, bytes) for name, data in files.items())
    return named and len({str(name).casefold() for name in files}) == len(files)


def _is_name(name: object) -> bool:
    return isinstance(name, str) and bool(_NAME.fullmatch(name)) and not _DEVICE.match(name)

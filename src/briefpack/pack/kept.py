"""What is kept of each page that people edit, in .briefpack/ beside it, and how page and state change together.

    brief.json            the page as it was written last, the passages that its references mean, what was struck out
    brief.before-1.md     an edited page as it stood before a merge wrote to it; none is ever thrown away

A page and its state must not come apart, since the state says what the numbers on the page mean. So the page
waits as brief.page.next, the state as brief.ready; once that is there, the page moves, then the state. A build
that is killed in between is finished by the next, unless the page was edited meanwhile: then it is forgotten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from briefpack.errors import WriteError
from briefpack.merge import Kept, Out
from briefpack.model import Brief, Ref
from briefpack.pack import outputs

_STATE = ".briefpack"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page and its state lie."""

    page: Path
    home: Path
    """The pack folder."""
    name: str
    """'brief', 'students-deck'."""

    @property
    def state(self) -> Path:
        return self._file("json")

    @property
    def ready(self) -> Path:
        return self._file("ready")

    @property
    def next(self) -> Path:
        return self._file("page.next")

    def before(self, number: int) -> Path:
        return self._file(f"before-{number}.md")

    def _file(self, ending: str) -> Path:
        return self.home / _STATE / f"{self.name}.{ending}"


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a page."""

    kept: Kept | None
    """None where nothing is known."""
    damaged: bool = False
    """Whether something was kept and cannot be read."""


def load(place: Place) -> State:
    """What was written last; a build that was killed after it moved the page has left that under another name."""
    moved = place.ready.is_file() and not place.next.is_file()
    file = place.ready if moved else place.state
    older = place.home / _STATE / f"{place.name}.md"
    if not file.is_file():
        return State(Kept(older.read_text(encoding="utf-8", errors="replace"))) if older.is_file() else State(None)
    try:
        return State(_kept(json.loads(file.read_bytes().partition(b"\n")[2] if moved else file.read_bytes())))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return State(None, damaged=True)


def recover(place: Place) -> None:
    """Finish what a killed build began, or forget it."""
    try:
        for path in (place.ready, place.next):
            if path.is_symlink():
                path.unlink()
        if not place.ready.is_file():
            place.next.unlink(missing_ok=True)
        elif place.next.is_file() and _found(place.ready) != _digest(place.page):
            place.ready.unlink()
            place.next.unlink()
        else:
            _move(place)
    except OSError as problem:
        raise _unwritten(place, problem) from None


def save(place: Place, data: bytes, kept: Kept, *, edited: bool) -> str:
    """Write page and state, both or none; the name under which an edited page is kept as it stood, if it changes."""
    stands = place.page.read_bytes() if place.page.is_file() else b""
    aside = set_aside(place, stands) if edited and stands and stands != data else ""
    if data != stands:
        outputs.write(place.next, data)
    outputs.write(place.ready, f"{_digest(place.page)}\n".encode() + as_json(kept))
    try:
        _move(place)
    except OSError as problem:
        raise _unwritten(place, problem) from None
    return aside


def passages(brief: Brief) -> Mapping[Ref, str]:
    """Every passage of the sources, by its words."""
    return {passage.ref: passage.text for source in brief.sources for passage in source.passages}


def as_it_stands(text: str, mine: str, path: Path) -> bytes:
    """A page with the line ends that it has; to the last byte as it is where nothing changed."""
    stands = path.read_bytes()
    return stands if text == mine else with_line_ends(text, stands)


def with_line_ends(text: str, stands: bytes) -> bytes:
    """A page with the line ends of another."""
    return (text.replace("\n", "\r\n") if b"\r\n" in stands else text).encode()


def _move(place: Place) -> None:
    if place.next.is_file():
        place.page.parent.mkdir(parents=True, exist_ok=True)
        place.next.replace(place.page)
    outputs.write(place.state, place.ready.read_bytes().partition(b"\n")[2])
    place.ready.unlink()
    (place.home / _STATE / f"{place.name}.md").unlink(missing_ok=True)


def set_aside(place: Place, data: bytes) -> str:
    """Keep a page as it stood, once; where, seen from the place's folder."""
    for number in count(1):
        path = place.before(number)
        if not path.exists():
            outputs.write(path, data)
            return f"{_STATE}/{path.name}"
        if path.read_bytes() == data:
            return f"{_STATE}/{path.name}"
    raise AssertionError("count never ends")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _found(ready: Path) -> str:
    """The digest of the page that a killed build found."""
    return ready.read_bytes().partition(b"\n")[0].decode(errors="replace")


def as_json(kept: Kept) -> bytes:
    """A state as it is written."""
    sources: dict[str, list[list[str]]] = {}
    for ref, text in kept.passages.items():
        sources.setdefault(ref.source, []).append([f"{ref.paragraph}.{ref.sentence}", text])
    out = [[list(one.path), one.lines] for one in kept.out]
    told = {"version": _VERSION, "page": kept.page, "out": out, "passages": sources}
    return (json.dumps(told, ensure_ascii=False, indent=0) + "\n").encode("utf-8", errors="replace")


def _kept(told: Mapping[str, Any]) -> Kept:
    known = {
        Ref.parse(f"@{source}, {place}"): str(text) for source, each in told["passages"].items() for place, text in each
    }
    out = tuple(Out(tuple(map(str, path)), str(lines)) for path, lines in told["out"])
    return replace(Kept(str(told["page"])), passages=known, out=out)


def _unwritten(place: Place, problem: OSError) -> WriteError:
    return WriteError(f"{place.page}: cannot be written ({problem.strerror}): make room, or see who may write there")

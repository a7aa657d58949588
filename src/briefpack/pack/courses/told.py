"""What a pack or a course is made of: each setting and each block with the file that set it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefpack import compose, settings
from briefpack.compose.look import AUDIENCE
from briefpack.errors import UsageError
from briefpack.pack import keys
from briefpack.pack.courses import drafts, files, layers, places
from briefpack.pack.courses.course import Course, of_pack, shown_audience
from briefpack.pack.courses.layers import Setting, read_settings

PACK_FILE = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Listed:
    """A template as the list shows it."""

    name: str
    label: str
    extends: str
    place: str
    folder: str
    hidden: str = ""
    """Why it is not used under this name."""


@dataclass(frozen=True, slots=True)
class Told:
    """A part of what 'explain' says: a heading, and rows of what, value and where it was set."""

    heading: str
    rows: tuple[tuple[str, str, str], ...]


def listed(home: Path) -> tuple[Listed, ...]:
    """Every template that a pack in a folder can name, nearest places first."""
    found: list[Listed] = []
    near, ours = places.near(home), places.ours()
    for place in (*near, *places.installed(), ours):
        for name in place.names():
            hidden = "the name of one that ships" if place is not ours and name in ours.names() else ""
            hidden = hidden or next(
                (f"hidden by {one.folder}" for one in found if one.name == name and not one.hidden), ""
            )
            layer = layers.read(name, place)
            told = {each.key: each.value for each in layer.settings}
            shown = files.shown(layer.folder) if not layer.ships else "with briefpack"
            found.append(Listed(name, told.get("label", ""), told.get("extends", ""), place.kind, shown, hidden))
    return tuple(found)


def course(given: str) -> Course:
    """The course of a pack folder, or the one of a name; UsageError where it is neither."""
    folder = Path(given)
    if (folder / PACK_FILE).is_file():
        path = folder / PACK_FILE
        return of_pack(folder, read_settings(files.whole(path), keys.KNOWN, str(path), folder))
    if (folder / places.FILE).is_file():
        given = folder.absolute().name
        near = places.near(folder)
    else:
        near = places.near(Path())
    if folder.is_dir() and not (folder / places.FILE).is_file():
        raise UsageError(f"{given}: holds neither a {PACK_FILE} nor a {places.FILE}: name a pack or a template")
    return Course(layers.chain(given, near, ""), near)


def explained(made: Course) -> Iterator[Told]:
    """The order in which files are merged, then settings, audiences, and the blocks of their pages."""
    yield Told("From near to far; the nearer one wins", tuple(_layer(layer) for layer in made.layers))
    told = {key: each for key, each in made.settings().items() if key not in ("name", "label", "extends", "sources")}
    yield Told("Settings", tuple((key, shown_value(each.value), each.where) for key, each in sorted(told.items())))
    for name in made.wanted():
        rows = tuple((each.key, shown_value(each.value), each.where) for each in audience(made, name))
        yield Told(f"Audience {name}", rows)
        yield Told(f"Pages for {name}", tuple(_blocks(made, name)))


def audience(made: Course, name: str) -> tuple[Setting, ...]:
    """Each setting of an audience with the file that set it; a number under 'counts' is one of its own."""
    found: dict[str, Setting] = {}
    for path in reversed(_files(made, name)):
        text, file = files.whole(path), shown_audience(path)
        lines = settings.lines(text, file=file)
        for key, value in _flat(settings.read(text, file=file, known=AUDIENCE)):
            plain = key.removesuffix("+")
            before = found.get(plain)
            if key != plain and before:
                value = [*before.value, *(one for one in value if one not in before.value)]
            where = f"{file}:{lines.get(key, 1)}"
            found[plain] = Setting(plain, value, f"{before.where}, {where}" if key != plain and before else where)
    return tuple(each for key, each in found.items() if key not in ("name", "extends"))


def _files(made: Course, name: str) -> list[Path]:
    """The files of an audience and of those that it extends, nearest first; a circle was refused before."""
    made.audience(name)
    found: list[Path] = []
    left = made.audience_files(name)
    while left:
        found.append(left[0])
        file = shown_audience(left[0])
        other = settings.read(files.whole(left[0]), file=file, known=AUDIENCE).get("extends", "")
        left = left[1:] if other == left[0].stem else made.audience_files(other) if other else ()
    return found


def _flat(told: dict[str, Any], under: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in told.items():
        if isinstance(value, dict) and not under:
            yield from _flat(value, f"{under}{key}: ")
        else:
            yield f"{under}{key}", value


def _layer(layer: layers.Layer) -> tuple[str, str, str]:
    name = layer.name or "(the pack itself)"
    return name, layer.place if layer.name else "", "" if layer.ships else files.named(layer.folder)


def _blocks(made: Course, name: str) -> Iterator[tuple[str, str, str]]:
    """Each block of each page, with the file that says it."""
    chosen = made.audience(name)
    folders = (*made.over(chosen), *compose.templates(chosen.template, made.load))
    for page in drafts.PAGES:
        for block in compose.blocks(f"{page}.md.j2", made.load, folders):
            yield f"{page}.md.j2", block.name, f"{block.file}:{block.line}"


def shown_value(value: Any) -> str:
    """A setting as one line."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {shown_value(one)}" for key, one in value.items())
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

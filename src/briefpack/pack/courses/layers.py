"""One folder of a course template, and the chain that 'extends' makes of several: pack, course, department, ours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefpack import settings
from briefpack.errors import TemplateError, UsageError
from briefpack.pack import keys, shipped
from briefpack.pack.courses import files, places
from briefpack.pack.courses.places import FILE, Place

_DEEPEST = 8
BRANDS = ("_brand.yml", "_brand.yaml")
"""Quarto's file of colours and fonts, which is read where it lies in a folder of templates."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a file says of one thing."""

    key: str
    value: Any
    where: str
    """'templates/pol-302/template.yaml:4'."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder with a template.yaml, or a pack's own."""

    name: str
    folder: Path
    place: str
    """What kind of place it lies in."""
    settings: tuple[Setting, ...] = ()

    @property
    def shown(self) -> str:
        """'templates/pol-302'; what ships goes by its name."""
        return self.name if self.ships else files.shown(self.folder)

    @property
    def ships(self) -> bool:
        """Whether it is one of ours."""
        return self.place == places.ours().kind

    @property
    def ground(self) -> bool:
        """Whether a set audience is made from it; a worked course that ships is a course like any other."""
        return self.ships and self.name in shipped.grounds()

    def pages(self) -> tuple[Path, ...]:
        """Its own page templates: what is run."""
        return tuple(sorted(self.folder.rglob("*.j2")))

    def text(self, name: str) -> str:
        """A file of this folder; KeyError where there is none."""
        return files.text(self.folder, name)


def chain(name: str, near: tuple[Place, ...], asked_at: str) -> tuple[Layer, ...]:
    """The template of a name and those that it extends, nearest first; TemplateError says what is wrong, and where."""
    found: list[Layer] = []
    while name:
        if name in (layer.name for layer in found):
            circle = " <- ".join([name, *(layer.name for layer in reversed(found))])
            raise TemplateError(f"{asked_at}: goes round in a circle ({circle}): take one 'extends' out")
        if len(found) == _DEEPEST:
            raise TemplateError(f"{asked_at}: is more than {_DEEPEST} templates deep: leave some out")
        found.append(one(name, near, asked_at))
        extends = next((each for each in found[-1].settings if each.key == "extends"), None)
        name, asked_at = (extends.value, extends.where) if extends else ("", "")
    return tuple(found)


def one(name: str, near: tuple[Place, ...], asked_at: str) -> Layer:
    """The template of a name: one that ships, else the nearest."""
    ours = places.ours()
    if name in ours.names():
        _refuse_twin(name, near, asked_at)
        return read(name, ours)
    if places.is_name(name):
        for group in (near, places.installed()):
            for place in group:
                if (place.folder / name / FILE).is_file():
                    return read(name, place)
    known = [each for place in (*near, *places.installed(), ours) for each in place.names()]
    what = f"there is no template '{name[:60]}', {settings.nearest(name, dict.fromkeys(known))}"
    if asked_at:
        what = f"{asked_at}: {what} (a colleague's: lay its folder into 'templates' of the pack)"
    raise TemplateError(what)


def read_settings(text: str, known: settings.Known, file: str, folder: Path) -> tuple[Setting, ...]:
    """The settings of a file, each with its line; a file that a value names is taken from its folder."""
    found = settings.read(text, file=file, known=known)
    return tuple(
        Setting(key, _placed(key, value, folder), settings.place(text, file, key)) for key, value in found.items()
    )


def with_brand(told: tuple[Setting, ...], folder: Path) -> tuple[Setting, ...]:
    """The settings of a folder; a _brand.yml that lies in it is its look, where it names no other."""
    if any(each.key == "look" for each in told):
        return told
    brand = next((path for name in BRANDS if (path := folder / name).is_file()), None)
    return (*told, Setting("look", str(brand), f"{files.shown(brand)}:1")) if brand else told


def merged(far_to_near: Iterable[tuple[Setting, ...]]) -> dict[str, Setting]:
    """One setting for each key: the nearest file's; a list under 'key+' is added to what stood there."""
    found: dict[str, Setting] = {}
    for group in far_to_near:
        for each in group:
            key = each.key.removesuffix("+")
            before = found.get(key)
            if each.key != key and before:
                value = list(dict.fromkeys([*before.value, *each.value]))
                found[key] = Setting(key, value, f"{before.where}, {each.where}")
            else:
                found[key] = Setting(key, each.value, each.where)
    return found


def read(name: str, place: Place) -> Layer:
    """The template of a name in a place; TemplateError where its settings are wrong."""
    folder = place.folder / name
    file = files.shown(folder / FILE) if place.kind != places.ours().kind else f"{name}/{FILE}"
    try:
        found = read_settings(files.text(folder, FILE), keys.TEMPLATE, file, folder)
    except UsageError as error:
        raise TemplateError(str(error)) from None
    named = next((each for each in found if each.key == "name" and each.value != name), None)
    if named:
        what = f"calls itself '{named.value}', and its folder is called '{name}': write the folder's name, or no 'name'"
        raise TemplateError(f"{named.where}: {what}")
    return Layer(name, folder, place.kind, with_brand(found, folder))


def _refuse_twin(name: str, near: tuple[Place, ...], asked_at: str) -> None:
    """A template called like one that ships would never be used: that is said, not passed over."""
    ours = files.whole(places.ours().folder / name / FILE)
    for place in near:
        twin = place.folder / name / FILE
        if twin.is_file() and files.whole(twin) != ours:
            what = (
                f"is called '{name}', like a template that ships: rename its folder, and write 'extends: {name}' in it"
            )
            raise TemplateError(f"{files.shown(twin)}:1: {what} (asked for by {asked_at})")


def _placed(key: str, value: Any, folder: Path) -> Any:
    """A look that is a file is one beside the file that names it, and so is a logo."""
    if key == "logo" or (key == "look" and Path(value).suffix):
        return str(folder / value)
    return value

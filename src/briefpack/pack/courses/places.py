"""Where course templates are looked for: the project, the user's folder, installed packages, what ships."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefpack.pack import shipped

FOLDER = "templates"
FILE = "template.yaml"
ENTRY_POINTS = "briefpack.templates"
HOME_VARIABLE = "BRIEFPACK_TEMPLATES"
"""Names the user's folder of templates, in place of the usual one."""
_MARKER = ".git"
_HIGHEST = 12
"""Folders above a pack in which a project's templates are looked for."""
_TAKEN = re.compile(r"con|prn|aux|nul|com\d|lpt\d|parent|own|templates|audiences|looks|questions|messages|samples|new")
"""Names that Windows keeps for devices, or that mean something here."""
NAME_SAYS = "lower-case letters, digits and '-', such as 'pol-302'"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that holds folders of templates, audiences/ and looks/."""

    kind: str
    """'this project', 'your own', 'package climate-courses', 'ships'."""
    folder: Path

    def names(self) -> tuple[str, ...]:
        """The templates that lie here."""
        found = (path.parent.name for path in sorted(self.folder.glob(f"*/{FILE}")))
        return tuple(name for name in found if is_name(name))


def near(home: Path) -> tuple[Place, ...]:
    """The project of a pack, or of the folder in which a command is given, and the user's own folder."""
    found = []
    project = project_folder(home)
    if project and not _same(project, shipped.folder()):
        found.append(Place("this project", project))
    own = users()
    if own.is_dir() and not any(_same(own, place.folder) for place in found):
        found.append(Place("your own", own))
    return tuple(found)


def project_folder(home: Path) -> Path | None:
    """The nearest templates/ above a folder, not beyond the root of its repository; None where there is none."""
    at = home.absolute()
    for folder in (at, *at.parents)[:_HIGHEST]:
        if _holds_templates(folder / FOLDER):
            return folder / FOLDER
        if (folder / _MARKER).exists():
            return None
    return None


def users() -> Path:
    """The user's folder of templates, whether or not it is there."""
    import click

    given = os.environ.get(HOME_VARIABLE)
    return Path(given) if given else Path(click.get_app_dir("briefpack")) / FOLDER


@cache
def installed() -> tuple[Place, ...]:
    """The folders that installed packages offer: an entry point names a package whose folder holds templates.

    Nothing of the package is run for it.
    """
    from importlib.metadata import entry_points

    found = []
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: one.name):
        found += [Place(f"package {point.name}", folder) for folder in _folders(point.module)]
    return tuple(found)


def ours() -> Place:
    """What ships."""
    return Place("ships", shipped.folder())


def is_name(text: str) -> bool:
    """Whether a course, an audience or a pack can be called so: no path, nothing that a system keeps for itself."""
    return bool(re.fullmatch("[a-z0-9][a-z0-9-]{0,59}", text)) and not _TAKEN.fullmatch(text)


def _folders(module: str) -> Iterator[Path]:
    """The folder of a package, found without importing it."""
    from importlib.machinery import PathFinder

    paths: list[str] | None = None
    for part in module.split("."):
        spec = PathFinder.find_spec(part, paths)
        if spec is None or not spec.submodule_search_locations:
            return
        paths = list(spec.submodule_search_locations)
    yield from map(Path, paths or ())


def _holds_templates(folder: Path) -> bool:
    """Whether a folder called templates is one of ours, and not that of another program."""
    if not folder.is_dir():
        return False
    return (
        any(folder.glob(f"*/{FILE}")) or any(folder.glob("audiences/*.yaml")) or any(folder.glob("looks/*/look.yaml"))
    )


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)

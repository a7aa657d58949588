"""What `new` made a course, an audience or a pack from, kept in .briefpack, so that our later changes can be merged in.

templates/pol-302/.briefpack/made.json       a course; a pack has the same in its folder
templates/audiences/.briefpack/year-10.json  an audience, which shares its folder with others
.briefpack/from/                             the files as they were written
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefpack import __version__
from briefpack.errors import TemplateError, UsageError
from briefpack.pack import outputs, shipped
from briefpack.pack.courses import drafts, files, told
from briefpack.pack.courses.course import of_loose
from briefpack.text import merged

_FROM = f"{drafts.STATE}/from"


@dataclass(frozen=True, slots=True)
class Made:
    """How a course was made, or an audience, or a pack."""

    name: str
    parent: str
    """The template or the audience that it begins with; of a pack its course, empty for none."""
    copied: tuple[str, ...] = ()
    """Pages of which a course has whole copies; the documents of a pack."""
    version: str = __version__
    kind: str = "course"

    def files(self) -> dict[str, str]:
        """What would be written now."""
        if self.kind == "audience":
            return drafts.audience(self.name, of_loose().audience(self.parent))
        if self.kind == "pack":
            return drafts.pack(self.name, self.copied, self.parent)
        return drafts.course(self.name, self.parent, self.copied)

    @property
    def record(self) -> str:
        """Where this is kept, seen from the folder."""
        return f"{drafts.STATE}/{self.name if self.kind == 'audience' else 'made'}.json"


@dataclass(frozen=True, slots=True)
class Change:
    """What an update does to one file."""

    path: Path
    what: str
    """'updated', 'merged', 'new', or what a person has to do."""
    text: str = ""
    """What stands there afterwards; empty where the file stays as it is."""
    conflicts: tuple[int, ...] = ()


def kept(made: Made, written: Mapping[str, str]) -> dict[str, str]:
    """The record and the copies that a later merge begins with."""
    held = {"from": made.parent, "copied": list(made.copied), "version": __version__, "name": made.name}
    copies = {f"{_FROM}/{name}": text for name, text in written.items() if not name.startswith(drafts.STATE)}
    return {made.record: json.dumps(held, indent=1) + "\n", **copies}


def made(folder: Path, audience: str = "") -> Made:
    """How what stands in a folder was made; UsageError where it does not say."""
    kind = "audience" if audience else "pack" if (folder / told.PACK_FILE).is_file() else "course"
    empty = Made(audience or folder.name, "", kind=kind)
    try:
        held = json.loads(files.text(folder, empty.record))
        name = str(held.get("name", empty.name)) if kind == "pack" else empty.name
        copied, version = tuple(map(str, held["copied"])), str(held["version"])
        return replace(empty, name=name, parent=str(held["from"]), copied=copied, version=version)
    except KeyError:
        place = folder / f"{audience}.yaml" if audience else folder
        what = f"has no record of what it was made from, so it stays as it is: 'briefpack new {kind}' writes one"
        raise UsageError(f"{files.named(place)}: {what}") from None
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise TemplateError(
            f"{files.shown(folder / empty.record)}:1: is damaged: take .briefpack from a copy"
        ) from None


def update(name: str, *, dry_run: bool = False) -> tuple[Change, ...]:
    """Merge what has changed in our templates since into the pack of that name, else the audience, else the course.

    A person's lines stay, or stand beside ours.
    """
    mine = next(iter(of_loose().audience_files(name)), None)
    if mine is None or (Path(name) / told.PACK_FILE).is_file():
        return _updated(told.course(name).layers[0].folder, "", dry_run)
    if mine.is_relative_to(shipped.folder().resolve()) or mine.is_relative_to(shipped.folder()):
        raise UsageError(f"{files.shown(mine)}: ships with briefpack, and is updated with it")
    return _updated(mine.parent, name, dry_run)


def _updated(folder: Path, audience: str, dry_run: bool) -> tuple[Change, ...]:
    how = made(folder, audience)
    fresh = how.files()
    changes = tuple(_changes(folder, fresh, f"briefpack {__version__}"))
    if not dry_run:
        for change in changes:
            if change.text:
                ends = "\r\n" if change.path.is_file() and b"\r\n" in change.path.read_bytes() else "\n"
                outputs.write(change.path, change.text.replace("\n", ends).encode())
        for name, text in (*_schemas(fresh), *kept(how, fresh).items()):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            outputs.write(folder / name, text.encode())
    return changes


def _schemas(fresh: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, text) for name, text in fresh.items() if name.startswith(drafts.STATE))


def _changes(folder: Path, fresh: Mapping[str, str], named: str) -> Iterator[Change]:
    for name, text in fresh.items():
        path = folder / name
        if name.startswith(drafts.STATE):
            continue
        before = _text(folder, f"{_FROM}/{name}")
        own = _text(folder, name)
        if own is None:
            yield from (
                [Change(path, "was taken out, and stays out")] if before is not None else [Change(path, "new", text)]
            )
        elif before is None and own != text:
            yield Change(path, f"is yours and stays as it is; {named} has one of this name, too")
        elif before is not None and text not in (before, own):
            yield _merged(path, merged.merged(before, own, text, ("yours", named)), own == before)


def _merged(path: Path, found: merged.Merged, untouched: bool) -> Change:
    if found.conflicts:
        at = ", ".join(map(str, found.conflicts))
        return Change(path, f"both changed the same lines: choose at line {at}", found.text, found.conflicts)
    return Change(path, "updated" if untouched else "merged with your changes", found.text)


def _text(folder: Path, name: str) -> str | None:
    try:
        return files.text(folder, name, unsettled=True)
    except KeyError:
        return None

"""What a course was made from, kept beside it in .briefpack, so that later changes of ours can be merged into hers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack import __version__
from briefpack.errors import TemplateError, UsageError
from briefpack.pack import outputs
from briefpack.pack.courses import drafts, files
from briefpack.text import merged

_RECORD = f"{drafts.STATE}/made.json"
_FROM = f"{drafts.STATE}/from"


@dataclass(frozen=True, slots=True)
class Made:
    """How a course was made."""

    name: str
    parent: str
    copied: tuple[str, ...] = ()
    """Pages that it has whole copies of."""
    version: str = __version__

    def files(self) -> dict[str, str]:
        """What would be written now."""
        return drafts.course(self.name, self.parent, self.copied)


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
    """The record of a course and the copies that a later merge begins with."""
    told = {"from": made.parent, "copied": list(made.copied), "version": __version__}
    copies = {f"{_FROM}/{name}": text for name, text in written.items() if not name.startswith(drafts.STATE)}
    return {_RECORD: json.dumps(told, indent=1) + "\n", **copies}


def made(folder: Path) -> Made:
    """How a course was made; UsageError where its folder does not say."""
    try:
        told = json.loads(files.text(folder, _RECORD))
        return Made(folder.name, str(told["from"]), tuple(map(str, told["copied"])), str(told["version"]))
    except KeyError:
        what = "has no record of what it was made from: 'briefpack new course' writes one, for courses made with it"
        raise UsageError(f"{files.shown(folder)}: {what}") from None
    except (ValueError, TypeError, RecursionError):
        raise TemplateError(f"{files.shown(folder / _RECORD)}:1: is damaged: take .briefpack from a copy") from None


def update(folder: Path, *, dry_run: bool = False) -> tuple[Change, ...]:
    """Merge what has changed in our templates into a course; a person's lines stay, or stand beside ours."""
    told = made(folder)
    fresh = told.files()
    changes = tuple(_changes(folder, fresh, f"briefpack {__version__}"))
    if not dry_run:
        for change in changes:
            if change.text:
                ends = "\r\n" if change.path.is_file() and b"\r\n" in change.path.read_bytes() else "\n"
                outputs.write(change.path, change.text.replace("\n", ends).encode())
        for name, text in (*_schemas(fresh), *kept(told, fresh).items()):
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

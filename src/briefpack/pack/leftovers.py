"""What earlier builds wrote and this one does not make: other options, another audience, another text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from briefpack.model import Notice
from briefpack.pack import outputs


@dataclass(frozen=True, slots=True)
class Left:
    """Names of files that stand from earlier builds."""

    stale: tuple[str, ...] = ()
    """As they were written: a build takes them away."""
    changed: tuple[str, ...] = ()
    """Changed by a person: they stay."""
    others: tuple[str, ...] = ()
    """Of audiences that were not asked for this time: they stay, and may be out of date."""


def find(out: Path, files: Iterable[str], known: Mapping[str, str]) -> Left:
    """What stands besides the files of this build; 'deck.new.pptx' is for a person to compare and take away.

    A page that a person changed is used, and is none of these.
    """
    made = set(files)
    audiences = {PurePosixPath(name).parts[0] for name in made if "/" in name}
    stale, changed, others = list[str](), list[str](), list[str]()
    for name in known:
        if (
            not outputs.inside(out, name)
            or name in made
            or ".new" in PurePosixPath(name).name
            or not (digest := outputs.digest(out / name))
        ):
            continue
        if "/" in name and PurePosixPath(name).parts[0] not in audiences:
            others.append(name)
        elif digest == known[name]:
            stale.append(name)
        elif not name.endswith(".md"):
            changed.append(name)
    return Left(tuple(sorted(stale)), tuple(sorted(changed)), tuple(sorted(others)))


def told_of(left: Left) -> Iterator[Notice]:
    """A notice for each folder with files that were taken away, each file that stays, each audience that is older."""
    for folder, names in groupby(left.stale, key=lambda name: PurePosixPath(name).parent.as_posix()):
        yield _gone(folder, list(names))
    for name in left.changed:
        what = "was changed by hand and is kept, though this build does not make it"
        yield Notice(what, name, "delete it if you do not need it")
    for audience, names in groupby(left.others, key=lambda name: PurePosixPath(name).parts[0]):
        what = f"{_files(len(list(names)))} of an earlier build, which may say something else than this one"
        yield Notice(what, audience, f"build with --audience {audience} too, or delete the folder")


def _gone(folder: str, names: list[str]) -> Notice:
    if len(names) == 1:
        return Notice("is not made any more, nobody had changed it, and it was removed", names[0])
    what = f"{_files(len(names))} that are not made any more, and that nobody had changed, were removed"
    shown = ", ".join(PurePosixPath(name).name for name in names)
    return Notice(f"{what}: {shown}", "" if folder == "." else folder)


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"

"""Checking finished files where they lie, and writing a mended deck beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from briefpack import check
from briefpack.errors import ReadError, UsageError, WriteError
from briefpack.model import Notice
from briefpack.pack import intake, offers

_MOST_DECK = 200_000_000
_INNER = ("teaching", offers.LARGE)
"""Folders of pages in that of an audience: 'students/teaching/rubric.pdf'."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and what falls short in it."""

    file: str
    notices: tuple[Notice, ...]
    done: tuple[Notice, ...] = ()
    """What was mended."""
    written: str = ""
    """Where the mended deck lies; empty where nothing was mended."""


def checked(path: Path) -> tuple[Checked, ...]:
    """What falls short in a finished file, or in all files of a folder that a build wrote."""
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.suffix.lower() in check.FILES and _ours(p, path))
        if not files:
            raise UsageError(f"{path}: holds nothing that can be checked: build it first")
    elif path.is_file():
        files = [path]
    else:
        raise ReadError(f"{path}: there is no such file or folder: build it first")
    return tuple(Checked(str(file), _notices(file)) for file in files)


def mended(path: Path, out: Path | None) -> Checked:
    """Mend a deck and write it to `out`, or beside it as deck.fixed.pptx; the deck itself stays as it is."""
    if path.suffix.lower() not in check.DECKS or path.is_dir():
        raise UsageError(f"{path}: cannot be mended: name a {', '.join(check.DECKS)} file")
    data = _bytes(path)
    found = check.mend(data, str(path), _beside(path))
    if found.data == data or not found.done:
        return Checked(str(path), found.left)
    target = out or _free(path, found.data)
    _write(target, found.data)
    return Checked(str(path), found.left, found.done, str(target))


def _ours(file: Path, folder: Path) -> bool:
    """No hidden file, and not the lock that PowerPoint lays beside an open deck, '~$deck.pptx'."""
    return file.is_file() and not any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)


def _notices(file: Path) -> tuple[Notice, ...]:
    """The notices of one file, with the brief it was built from, beside it or at the root of its build."""
    depth = 3 if file.absolute().parent.name in _INNER else 2
    folders = file.absolute().parents[:depth]
    near = next((folder / "brief.json" for folder in folders if (folder / "brief.json").is_file()), None)
    known = intake.bytes_of(near) if near and near.name != file.name else None
    return check.file(_bytes(file), str(file), known, _beside(file))


def _bytes(file: Path) -> bytes:
    """A deck may be larger than a document: it holds pictures."""
    return intake.bytes_of(file, _MOST_DECK if file.suffix.lower() in check.DECKS else intake.MOST_BYTES)


def _beside(file: Path) -> Callable[[str], bool]:
    """Tells whether a file that a link names lies where the link says."""

    def stands(target: str) -> bool:
        try:
            return (file.parent / unquote(target)).exists()
        except (OSError, ValueError):
            return False

    return stands


def _free(path: Path, data: bytes) -> Path:
    """'deck.fixed.pptx', or the next name that nothing else has."""
    number = 1
    while True:
        target = path.with_name(f"{path.stem}.fixed{number if number > 1 else ''}{path.suffix}")
        if not target.exists() or target.read_bytes() == data:
            return target
        number += 1


def _write(target: Path, data: bytes) -> None:
    """Whole or not at all."""
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(target)
    except OSError as problem:
        draft.unlink(missing_ok=True)
        raise WriteError(f"{target}: {problem.strerror}: name another place with --out") from None

"""Writing a build whole or not at all, and never over what a person changed.

A build is written to OUT/.briefpack/next first. When all of it is there, a file 'ready' says so and
the files move to their places; a build that was killed before 'ready' leaves nothing, one killed
after it is finished by the next.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefpack.errors import WriteError

REPORT = "report.json"
_STATE = ".briefpack"
_WAIT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Saved:
    """Where each file of a build went."""

    names: Mapping[str, str]
    """Name in the build to name in OUT: 'deck.new.pptx' where a person changed deck.pptx."""
    removed: tuple[str, ...] = ()
    """Files of the last build that this one no longer makes."""


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold OUT for one build; another waits a minute, then WriteError says so."""
    import filelock

    state = _made(out / _STATE)
    try:
        with filelock.FileLock(state / "lock", timeout=_WAIT_SECONDS):
            _finish(out)
            yield
    except filelock.Timeout:
        raise WriteError(f"{out}: another build has been writing here for a minute: wait for it, or end it") from None


def record(out: Path) -> dict[str, str]:
    """SHA-256 of each file that the last build wrote, by name; empty where there was none."""
    try:
        report = json.loads((out / REPORT).read_text(encoding="utf-8"))
        return {str(name): str(file["sha256"]) for name, file in report["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def changed_by_hand(out: Path, name: str, fresh: bytes, known: Mapping[str, str]) -> bool:
    """Whether a person changed a file since it was written: it is neither what was, nor what would be."""
    path = out / name
    if name == REPORT or not path.is_file():
        return False
    digest = _sha256(path.read_bytes())
    return digest != known.get(name) and digest != _sha256(fresh)


def placed(out: Path, files: Mapping[str, bytes], known: Mapping[str, str]) -> dict[str, str]:
    """The name under which each file can be written without touching a person's work."""
    return {name: _beside(name) if changed_by_hand(out, name, data, known) else name for name, data in files.items()}


def save(out: Path, files: Mapping[str, bytes], known: Mapping[str, str]) -> Saved:
    """Write all files, or none; WriteError names the place. Names are relative to OUT."""
    names = placed(out, files, known)
    staged = out / _STATE / "next"
    try:
        for name, data in files.items():
            path = staged / "files" / names[name]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (staged / "ready").write_text("", encoding="utf-8")
        _finish(out)
    except OSError as problem:
        shutil.rmtree(staged, ignore_errors=True)
        raise WriteError(f"{problem.filename or out}: cannot be written ({problem.strerror})") from None
    return Saved(names, _remove(out, set(names.values()), known))


def write(path: Path, data: bytes) -> None:
    """Replace one file whole; WriteError where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as problem:
        raise WriteError(f"{path}: cannot be written ({problem.strerror})") from None


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each file in hex."""
    return {name: _sha256(data) for name, data in files.items()}


def _finish(out: Path) -> None:
    """Move a complete build to its place; throw away one that is not."""
    staged = out / _STATE / "next"
    if not (staged / "ready").exists():
        shutil.rmtree(staged, ignore_errors=True)
        return
    files = staged / "files"
    for path in sorted(p for p in files.rglob("*") if p.is_file()):
        target = out / path.relative_to(files)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    shutil.rmtree(staged)


def _remove(out: Path, written: set[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """Take away what an earlier build of the same audiences wrote and this one does not, if untouched."""
    folders = {Path(name).parent for name in written}
    stale = [name for name in known if name not in written and Path(name).parent in folders and ".new." not in name]
    gone = []
    for name in stale:
        path = out / name
        if path.is_file() and _sha256(path.read_bytes()) == known[name]:
            path.unlink()
            gone.append(name)
    return tuple(gone)


def _beside(name: str) -> str:
    path = Path(name)
    return path.with_name(f"{path.stem}.new{path.suffix}").as_posix()


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise WriteError(f"{folder}: cannot be made ({problem.strerror}): name another place with --out") from None
    return folder


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

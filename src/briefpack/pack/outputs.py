"""Writing a build whole or not at all, and never over what a person changed.

A build is written to OUT/.briefpack/next first. When all of it is there, a file 'ready' says so and
the files move to their places; a build that was killed before 'ready' leaves nothing, one killed
after it is finished by the next.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import count
from os.path import realpath
from pathlib import Path

from briefpack.errors import WriteError

REPORT = "report.json"
_STATE = ".briefpack"
_READY = "ready"
_WAIT_SECONDS = 60.0


@contextmanager
def locked(*folders: Path) -> Iterator[None]:
    """Hold folders for one build; another waits a minute, then WriteError says so."""
    with ExitStack() as held:
        for folder in dict.fromkeys(Path(realpath(folder)) for folder in _made(folders)):
            held.enter_context(_lock(folder))
            _finish(folder)
        yield


def record(out: Path) -> dict[str, str]:
    """SHA-256 of each file that the last build wrote, by name; empty where there was none."""
    if not (out / REPORT).is_file():
        return {}
    try:
        report = json.loads((out / REPORT).read_text(encoding="utf-8"))
        return {str(name): str(file["sha256"]) for name, file in report["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def foreign_report(out: Path) -> bytes:
    """What stands in the report's place and is no report of a build; empty where nothing does."""
    path = out / REPORT
    return _bytes(path) if path.is_file() and not record(out) else b""


def changed_by_hand(out: Path, name: str, fresh: bytes, known: Mapping[str, str]) -> bool:
    """Whether a person changed a file since it was written: it is neither what was, nor what would be."""
    found = "" if name == REPORT else digest(out / name)
    return bool(found) and found not in (known.get(name), _sha256(fresh))


def placed(out: Path, files: Mapping[str, bytes], known: Mapping[str, str]) -> dict[str, str]:
    """The name under which each file can be written without touching a person's work."""
    return {name: _free(out, name, data, known) for name, data in files.items()}


def standing(out: Path, files: Mapping[str, bytes], known: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a build as a person finds them once it is saved: their own where they changed one.

    A page that an earlier build wrote and a person changed is there too, though this build did not write it.
    """
    folders = {Path(name).parent for name in files}
    pages = (name for name in known if name not in files and Path(name).parent in folders and name.endswith(".md"))
    theirs = [name for name in (*files, *pages) if changed_by_hand(out, name, files.get(name, b""), known)]
    return {**files, **{name: _bytes(out / name) for name in theirs}}


def inside(out: Path, name: str) -> bool:
    """Whether a name leads to a place in OUT, whatever a report or a link says."""
    return Path(realpath((out / name).parent)).is_relative_to(realpath(out))


def digest(path: Path) -> str:
    """SHA-256 of what stands at a place; empty for nothing."""
    return _sha256(_bytes(path)) if path.is_file() else ""


def save(
    out: Path, files: Mapping[str, bytes], known: Mapping[str, str], gone: Iterable[str] = ()
) -> Mapping[str, str]:
    """Write all files, or none, then take away those that are ``gone`` and as they were written.

    Names are relative to OUT. Returned is the name of each file in OUT: 'deck.new.pptx' where a person changed
    deck.pptx. WriteError names the place.
    """
    names = placed(out, files, known)
    refuse_blocked(out, names.values())
    staged = out / _STATE / "next"
    try:
        for name, data in files.items():
            path = staged / "files" / names[name]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (staged / "made").write_text(json.dumps({name: digest(out / name) for name in names.values()}))
        (staged / "made").replace(staged / _READY)
    except OSError as problem:
        shutil.rmtree(staged, ignore_errors=True)
        raise _unwritten(out, problem) from None
    _finish(out)
    for name in gone:
        _remove(out, name, known)
    return names


def write(path: Path, data: bytes) -> None:
    """Replace one file whole; WriteError where it cannot be."""
    state = path.parent if path.parent.name == _STATE else path.parent / _STATE
    try:
        state.mkdir(parents=True, exist_ok=True)
        fresh = state / f"{path.name}.next"
        _unlink(fresh)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as problem:
        raise _unwritten(path, problem) from None


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each file in hex."""
    return {name: _sha256(data) for name, data in files.items()}


def _made(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        try:
            (folder / _STATE).mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as problem:
            raise _unwritten(folder, problem) from None
        yield folder


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    import filelock

    lock = filelock.FileLock(folder / _STATE / "lock", timeout=_WAIT_SECONDS)
    try:
        if (folder / _STATE).is_symlink():
            raise WriteError(f"{folder / _STATE}: is a link; take it away, the build keeps its state there")
        lock.acquire()
    except filelock.Timeout:
        what = "another build has been writing here for a minute: wait for it, or end it"
        raise WriteError(f"{folder}: {what}") from None
    except OSError as problem:
        raise _unwritten(folder, problem) from None
    try:
        yield
    finally:
        lock.release()


def _finish(out: Path) -> None:
    """Move a complete build to its place; throw away one that is not.

    What a person changed after that build was killed is not written over.
    """
    staged = out / _STATE / "next"
    files = staged / "files"
    try:
        _unlink(staged, files)
        if not ((staged / _READY).is_file() and files.is_dir()):
            shutil.rmtree(staged, ignore_errors=True)
            return
        stood = json.loads((staged / _READY).read_text())
        paths = sorted(p for p in files.rglob("*") if p.is_file() and not p.is_symlink())
        refuse_blocked(out, (path.relative_to(files).as_posix() for path in paths))
        for path in paths:
            name = path.relative_to(files).as_posix()
            target = out / (name if digest(out / name) == stood.get(name, "") else _beside(out, name))
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
        shutil.rmtree(staged)
    except (OSError, ValueError) as problem:
        raise _unwritten(out, problem) from None


def _unlink(*paths: Path) -> None:
    """Take away links, which could lead a build out of its folder."""
    for path in paths:
        if path.is_symlink():
            path.unlink()


def _remove(out: Path, name: str, known: Mapping[str, str]) -> None:
    """Take away a file that nobody touched, and its folder where that is empty now."""
    path = out / name
    if digest(path) != known[name] or not inside(out, name):
        return
    try:
        path.unlink()
        if path.parent != out and not any(path.parent.iterdir()):
            path.parent.rmdir()
    except OSError as problem:
        raise _unwritten(path, problem) from None


def _free(out: Path, name: str, data: bytes, known: Mapping[str, str]) -> str:
    """The name itself, 'deck.new.pptx' where a person changed deck.pptx, 'deck.new2.pptx' where that one too."""
    free, number = name, 0
    while changed_by_hand(out, free, data, known):
        number += 1
        free = _numbered(name, number)
    return free


def _beside(out: Path, name: str) -> str:
    """The first name beside a file at which nothing stands."""
    return next(new for number in count(1) if not (out / (new := _numbered(name, number))).exists())


def _numbered(name: str, number: int) -> str:
    path = Path(name)
    return path.with_name(f"{path.stem}.new{number if number > 1 else ''}{path.suffix}").as_posix()


def refuse_blocked(out: Path, names: Iterable[str]) -> None:
    """WriteError where a folder stands in a file's place, a file in a folder's, or a link leads elsewhere."""
    for name in names:
        path = out / name
        if path.is_dir():
            raise WriteError(f"{path}: a folder stands where this file goes: move it away, or name another --out")
        if path.parent.exists() and not path.parent.is_dir():
            raise WriteError(f"{path.parent}: a file stands where this folder goes: move it away")
        if not inside(out, name):
            raise WriteError(f"{path.parent}: is a link that leads out of {out}: take it away, or name another --out")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise WriteError(f"{path}: cannot be read ({problem.strerror}): see who may read it, or move it away") from None


def _unwritten(place: Path, problem: OSError | ValueError) -> WriteError:
    where = getattr(problem, "filename2", None) or getattr(problem, "filename", None) or place
    where = place if _STATE in Path(where).parts else where
    why = getattr(problem, "strerror", None) or problem
    return WriteError(f"{where}: cannot be written ({why}): make room or close it, or name another place with --out")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

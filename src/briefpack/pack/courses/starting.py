"""Writing a new course, audience or pack; nothing that stands there is ever written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefpack.errors import ReadError, UsageError, WriteError
from briefpack.pack import intake, outputs, shipped
from briefpack.pack.courses import drafts, files, layers, places, record
from briefpack.pack.courses.course import of_loose

_OWN = ("pack.yaml", "brief.md", "template.yaml")


def course(name: str, parent: str, copied: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """A course in templates/ of the project, or here; what was written."""
    _refuse_name(name, "course")
    if name in places.ours().names():
        raise UsageError(f"a template that ships is called '{name}': name yours otherwise, with '--from {name}'")
    told = record.Made(name, parent, drafts.checked_pages(copied))
    folder = _templates() / name
    made = told.files()
    written = _write(folder, {**made, **record.kept(told, made)})
    return tuple(path for path in written if drafts.STATE not in path.parts)


def audience(name: str, base: str) -> tuple[Path, ...]:
    """An audience in templates/audiences of the project, or here."""
    _refuse_name(name, "audience")
    known = of_loose()
    how = record.Made(name, base, kind="audience")
    made = how.files()
    folder = _templates() / "audiences"
    if (folder / f"{name}.yaml").exists() or name in known.audiences():
        place = next(iter(known.audience_files(name)), folder / f"{name}.yaml")
        raise WriteError(f"{files.shown(place)}: an audience is called so already, and is kept: name another")
    schema = {each: text for each, text in made.items() if not (each.startswith(".") and (folder / each).exists())}
    written = _write_into(folder, schema)
    for each, text in record.kept(how, made).items():
        (folder / each).parent.mkdir(parents=True, exist_ok=True)
        outputs.write(folder / each, text.encode())
    return tuple(path for path in written if drafts.STATE not in path.parts)


def pack(name: str, documents: tuple[Path, ...], template: str) -> tuple[Path, ...]:
    """A pack folder, here, with copies of its documents."""
    _refuse_name(name, "pack")
    if template:
        layers.chain(template, places.near(Path()), "--course")
    copies: dict[str, bytes] = {}
    for path in documents:
        copies[_free(path.name, copies)] = _document(path)
    how = record.Made(name, template, tuple(copies), kind="pack")
    made = how.files()
    written = _write(Path(name), {**made, **record.kept(how, made), **copies})
    return tuple(path for path in written if drafts.STATE not in path.parts)


def _refuse_name(name: str, what: str) -> None:
    if not places.is_name(name):
        raise UsageError(f"'{name[:60]}' cannot be the name of {_article(what)}: write {places.NAME_SAYS}")


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _templates() -> Path:
    """The project's folder of templates, which is made here where there is none."""
    found = places.project_folder(Path())
    return found if found and found.resolve() != shipped.folder().resolve() else Path(places.FOLDER)


def _document(path: Path) -> bytes:
    if path.is_dir():
        raise UsageError(f"{path}: is a folder: name the documents in it")
    if path.name in _OWN or not path.name.isprintable() or path.name.startswith("."):
        raise UsageError(f"{path}: cannot be a document of a pack under this name: rename it")
    if not path.is_file():
        raise ReadError(f"{path}: there is no such file: check the name and the folder")
    return intake.bytes_of(path)


def _free(name: str, taken: Mapping[str, object]) -> str:
    """'report-2.html' where another document is called report.html; names differ in more than large letters."""
    known = {one.lower() for one in taken}
    path, free, number = Path(name), name, 1
    while free.lower() in known:
        number += 1
        free = f"{path.stem}-{number}{path.suffix}"
    return free


def _write(folder: Path, made: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """A folder that was not there yet."""
    if folder.exists() or folder.is_symlink():
        raise WriteError(f"{files.shown(folder)}: exists already, and is kept: name another, or take it away first")
    return _write_into(folder, made)


def _write_into(folder: Path, made: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    written = []
    for name, told in made.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(told.encode() if isinstance(told, str) else told)
        except OSError as problem:
            what = f"cannot be written ({problem.strerror}): make room, or work in another folder"
            raise WriteError(f"{files.shown(path)}: {what}") from None
        written.append(path)
    return tuple(written)

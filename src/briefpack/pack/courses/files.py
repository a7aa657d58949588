"""The one place in which files of course templates are read: text, of a fair size, inside their own folder."""

from __future__ import annotations

from pathlib import Path

from briefpack.errors import TemplateError
from briefpack.text import merged

MOST_BYTES = 1_000_000
HERE = "."


def shown(path: Path) -> str:
    """A path as a message shows it: from here, where it lies below, './mine' for a single name, '.' for here."""
    try:
        near = path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
    return near if "/" in near or near == HERE else f"./{near}"


def named(folder: Path) -> str:
    """A folder as a message names it where nothing follows: that in which one stands by its name."""
    found = shown(folder)
    return folder.absolute().name or found if found == HERE else found


def text(folder: Path, name: str, *, unsettled: bool = False) -> str:
    """A file of a template's folder; KeyError where there is none, or a name leads out of the folder.

    TemplateError where it is a link, too large, no text, or (if not ``unsettled``) has a conflict left to settle.
    """
    parts = name.split("/")
    if not name or name.startswith(("/", "\\")) or any(part in ("", ".", "..") or "\\" in part for part in parts):
        raise KeyError(name)
    path = folder.joinpath(*parts)
    if any(one.is_symlink() for one in (path, *path.parents[: len(parts) - 1])):
        raise TemplateError(f"{shown(path)}: is a link, which a template may not be: put a copy in its place")
    if not path.is_file():
        raise KeyError(name)
    found = whole(path)
    if not unsettled and (line := merged.conflict(found)):
        what = "two versions of these lines stand here since an update: keep one, and take the marks out"
        raise TemplateError(f"{shown(path)}:{line}: {what}")
    return found


def whole(path: Path) -> str:
    """The text of a file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TemplateError(
                f"{shown(path)}: is larger than {MOST_BYTES // 1_000_000} MB: a template is a few pages"
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateError(f"{shown(path)}: is not UTF-8 text: save it as UTF-8") from None
    except OSError as problem:
        raise TemplateError(f"{shown(path)}: cannot be read ({problem.strerror}): see who may read it") from None

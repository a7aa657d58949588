"""The sandbox in which course templates run: strict about names, plain data only, text escaped by itself."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any

from briefpack.compose import lines, wording
from briefpack.errors import TemplateError
from briefpack.messages import counted, noted, say
from briefpack.model import Line
from briefpack.page import escape, fold

Load = Callable[[str], str]
_BLOCK = re.compile(r"\{%-?\s*(?:block\s+(\w+)|(endblock))")


class Written(str):
    """Text that is page grammar already; any other text is escaped when a template prints it."""

    __slots__ = ()


OPENS, NAMED, CLOSES = "\ue000", "\ue001", "\ue002"
"""Marks around what a block prints, where that is asked for: opened, 'file|block', named, the text, closed."""
PARENT, OWN = "parent/", "own/"
"""What a template calls the folder below its own, whatever that is called, and its own folder."""


def fill(name: str, data: Mapping[str, Any], load: Load, folders: tuple[str, ...] = (), *, mark: bool = False) -> str:
    """Fill in a template; TemplateError with its name and line for whatever goes wrong in it.

    ``folders`` are the templates in which a name such as 'parent/deck.md.j2' is looked for, nearest first. With
    ``mark`` every block stands between marks that say where it comes from, to find the author of a line.
    """
    from jinja2 import TemplateError as JinjaError

    environment = _loading(load, folders, mark)
    try:
        return str(environment.get_template(name).render(data))
    except JinjaError as error:
        raise TemplateError(f"{_place(error, name, load)}: {error.message or type(error).__name__}") from None
    except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError, MemoryError) as error:
        raise TemplateError(f"{_place(error, name, load)}: {error or type(error).__name__}") from None


def _place(error: Exception, name: str, load: Load) -> str:
    """'students/deck.md.j2:12', and the block, where the line stands in one."""
    number, file = getattr(error, "lineno", None), getattr(error, "name", None) or name
    if number is None:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
        file, number = (frames[-1].filename, frames[-1].lineno) if frames else (name, None)
    if number is None:
        return name
    block = _block(load, file, number)
    return f"{file}:{number}: block '{block}'" if block else f"{file}:{number}"


def _block(load: Load, file: str, line: int) -> str:
    """The innermost block in which a line of a template stands."""
    try:
        rows = load(file).splitlines()[:line]
    except KeyError:
        return ""
    within: list[str] = []
    found = ""
    for row in rows:
        found = within[-1] if within else ""
        for name, _ in _BLOCK.findall(row):
            within = [*within, name] if name else within[:-1]
            found = name or found
    return found


@lru_cache(maxsize=4)
def _loading(load: Load, folders: tuple[str, ...], mark: bool) -> Any:
    """The environment of a loader: a template that several pages share is compiled once."""
    from briefpack.compose import sandbox

    kind = sandbox.Marking if mark else sandbox.Sandbox
    environment = kind(load, partial(below, load=load, folders=folders))
    environment.globals |= {"_": say, "_n": counted, "_later": noted}
    environment.filters |= _FILTERS
    return environment


def below(name: str, asked_by: str, load: Load, folders: tuple[str, ...]) -> str:
    """'students/deck.md.j2' for 'parent/deck.md.j2' where the asking folder extends it; else the name itself."""
    folder, file = asked_by.rpartition("/")[0], name.partition("/")[2]
    if name.startswith(OWN):
        return f"{folder}/{file}"
    if not name.startswith(PARENT) or folder not in folders:
        return name
    for under in folders[folders.index(folder) + 1 :]:
        try:
            load(f"{under}/{file}")
        except KeyError:
            continue
        return f"{under}/{file}"
    return name


def cite(refs: Iterable[str]) -> Written:
    """' [@a, 1.1; @b, 2.3]', or nothing."""
    inside = "; ".join(refs)
    return Written(f" [{inside}]") if inside else Written("")


def line(statement: Mapping[str, Any]) -> Written:
    """A statement as a line of a page: label, text, detail and references."""
    written = lines.written(Line(statement["text"], (), statement["label"], statement["detail"]))
    return Written(_escaped(written) + cite(statement["refs"]))


def setting(text: str) -> Written:
    """A value of the front matter."""
    return Written(json.dumps(fold(text), ensure_ascii=False))


def refs(statements: Iterable[Mapping[str, Any]]) -> list[str]:
    """The references of several statements, each once, in order."""
    return list(dict.fromkeys(ref for statement in statements if statement for ref in statement["refs"]))


def slides(written: str) -> int:
    """How many slides a piece of a page holds: its headings of the second level."""
    return sum(row.startswith("## ") for row in written.splitlines())


def joined(parts: Iterable[str]) -> Written:
    """What macros, blocks and whole templates give: their texts have been escaped piece by piece."""
    return Written("".join(parts))


def printed(value: Any) -> str:
    """What '{{ … }}' prints; None and other things that are no text are refused."""
    if isinstance(value, Written):
        return value
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    from jinja2 import Undefined, UndefinedError

    if isinstance(value, Undefined):
        return str(value)  # raises, with the name that is not defined
    raise UndefinedError(f"found {type(value).__name__} where text is printed; print one of its parts")


def _escaped(text: str) -> str:
    """Safe anywhere on a page: in a line, in a heading, between quotation marks."""
    return escape(text).replace("{", r"\{").replace('"', r"\"")


_FILTERS: dict[str, Callable[..., Any]] = {
    "cite": cite,
    "line": line,
    "setting": setting,
    "dated": wording.dated,
    "inwords": wording.number,
    "listed": wording.listed,
    "refs": refs,
    "shared": wording.shared,
    "slides": slides,
}
"""What a template may put behind a bar (docs/templates.md)."""

"""What ships with the program: templates, audiences, looks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from briefpack.errors import TemplateError
from briefpack.model import Audience, Look

_PLAIN = re.compile(r"[\w.-]+")
"""Part of a name of ours: a drive, a stream or a path of another system is none."""


@cache
def folder() -> Path:
    """The templates: inside the installed package, or at the root of a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent.parent / "templates"


def template(name: str) -> str:
    """Text of a template, 'students/deck.md.j2'; KeyError where there is none, or a name leads out of the folder."""
    parts = name.split("/")
    if any(part in ("", ".", "..") or not _PLAIN.fullmatch(part) for part in parts):
        raise KeyError(name)
    path = folder().joinpath(*parts)
    if path.is_symlink() or not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")


@cache
def audience(name: str) -> Audience:
    """A set audience by name."""
    from briefpack import compose

    file = f"audiences/{name}.yaml"
    return compose.audience(_need(file), file=file)


@cache
def extended(name: str) -> tuple[str, ...]:
    """A template that ships, and those that it extends: 'students', 'base'; nothing for a name of another's."""
    from briefpack import compose

    return compose.templates(name, template) if (folder() / name / "template.yaml").is_file() else ()


@cache
def grounds() -> frozenset[str]:
    """The templates that the set audiences are made from: 'students', 'policy', and the 'base' of both."""
    names = (path.stem for path in (folder() / "audiences").glob("*.yaml"))
    return frozenset(each for name in names for each in extended(audience(name).template))


@cache
def look(name: str) -> Look:
    """A look by name."""
    from briefpack import compose

    file = f"looks/{name}/look.yaml"
    return compose.look(_need(file), file=file)


def looks() -> tuple[str, ...]:
    """Names of the looks that ship."""
    return tuple(sorted(path.parent.name for path in (folder() / "looks").glob("*/look.yaml")))


def _need(file: str) -> str:
    try:
        return template(file)
    except KeyError:
        raise TemplateError(f"templates/{file} is missing: reinstall briefpack") from None

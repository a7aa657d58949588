"""The commands that begin something: a course, an audience, a pack."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from briefpack.cli_spoken import spoken


@click.group()
def new() -> None:
    """Begin a course, an audience or a pack: short files with remarks; nothing that is there is written over."""


@new.command()
@click.argument("name")
@click.option(
    "--from", "parent", default="base", metavar="TEMPLATE", help="What it extends: students, policy, or a course."
)
@click.option(
    "--copy", "copied", multiple=True, metavar="PAGE", help="Write out a whole page, such as deck; may be given twice."
)
@spoken
def course(name: str, parent: str, copied: tuple[str, ...]) -> None:
    """Write templates/NAME: settings, a look and the pages in which to change a block."""
    from briefpack.pack.courses import starting

    _told(starting.course(name, parent, copied))
    click.echo(f"next: change them, then briefpack templates check {name}")


@new.command()
@click.argument("name")
@click.option("--from", "base", default="students", metavar="AUDIENCE", help="What it begins with. Default: students.")
@spoken
def audience(name: str, base: str) -> None:
    """Write templates/audiences/NAME.yaml: how many of everything, how long, and in what order of levels."""
    from briefpack.pack.courses import starting

    _told(starting.audience(name, base))
    click.echo(f"next: change it, then briefpack build PACK --audience {name}")


@new.command()
@click.argument("name")
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--course", "template", default="", metavar="NAME", help="The course that the pack belongs to.")
@spoken
def pack(name: str, documents: tuple[Path, ...], template: str) -> None:
    """Write the folder NAME here, with a pack.yaml and copies of the documents."""
    from briefpack.pack.courses import starting

    _told(starting.pack(name, documents, template))
    click.echo(f"next: briefpack build {name}")


def _told(written: Iterable[Path]) -> None:
    from briefpack.pack.courses import files

    for path in written:
        click.echo(files.shown(path))

"""How commands speak: errors in one line with their exit code, on any terminal."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from functools import wraps
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TypeVar

import click

from briefpack.errors import BriefpackError

if TYPE_CHECKING:
    from briefpack.model import Notice

WIDEST = 160
"""Characters of a notice or a passage on the screen."""
MOST_NOTICES = 8
"""Notices that the closing table of a build shows; report.json has all of them."""
inputs_argument = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
P = ParamSpec("P")
R = TypeVar("R")


def spoken(command: Callable[P, R]) -> Callable[P, R]:
    """Turn a BriefpackError into one line on the error stream and its exit code."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except BriefpackError as problem:
            fail(str(problem), problem.exit_code)

    return run


def fail(problem: str, exit_code: int) -> NoReturn:
    """Every line of a problem after the program's name, and out."""
    wipe()
    for line in problem.split("\n"):
        shown = (one if one.isprintable() else " " if one.isspace() else "\ufffd" for one in line)
        click.echo(f"briefpack: {''.join(shown)}", err=True)
    sys.exit(exit_code)


class Group(click.Group):
    """Commands whose wrong use ends in one line, and whose words come out on any terminal."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        return _plainly(super().make_context, *args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return _plainly(super().invoke, ctx)
        except OSError as problem:  # a place that no command watches, such as a full disk under standard output
            if problem.errno == errno.EPIPE:
                raise
            fail(f"{problem.filename or 'standard output'}: {problem.strerror}: make room, or name another place", 4)


def _plainly(step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    try:
        return step(*args, **kwargs)
    except click.UsageError as error:
        if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
            raise
        at = error.ctx.command_path if error.ctx else "briefpack"
        where = at.removeprefix("briefpack").removeprefix("main").strip()
        what = f"{where}: {error.format_message()}" if where else error.format_message()
        fail(f"{what.rstrip('.')} (see 'briefpack {f'{where} ' if where else ''}--help')", 2)


def watched() -> bool:
    """Whether a person sees the error stream; it may also be closed."""
    return sys.stderr is not None and sys.stderr.isatty()


def wipe() -> None:
    """Take away the line that says what is going on."""
    if watched():
        click.echo("\r\033[K", err=True, nl=False)


def told(notices: tuple[Notice, ...], most: int = sys.maxsize) -> None:
    """What is worth a look, the gravest first; where there is more, report.json has it."""
    if not notices:
        return
    click.echo("Worth a look:")
    for notice in sorted(notices, key=lambda one: (not one.hard, not one.do))[:most]:
        text = str(notice)
        click.echo(f"  {text if len(text) <= WIDEST else text[:WIDEST].rsplit(' ', 1)[0] + ' …'}")
    if len(notices) > most:
        click.echo(f"  … and {len(notices) - most} more in report.json")

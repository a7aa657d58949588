"""The command line: one short command a task; parses, calls, prints, exits."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefpack import __version__, findings
from briefpack.cli_asked import sources, trace, why
from briefpack.cli_edit import edit, status
from briefpack.cli_export import cite, export
from briefpack.cli_look import look
from briefpack.cli_merge import merge, merge_told
from briefpack.cli_new import new
from briefpack.cli_plugins import plugins
from briefpack.cli_print import print_pages
from briefpack.cli_spoken import MOST_NOTICES, Group, inputs_argument, spoken, told, watched, wipe
from briefpack.cli_templates import diff, schema, templates

if TYPE_CHECKING:
    from briefpack.pack import Built

SELDOM = (1_000_000, 20, 50)
"""When Python looks for rings of unused objects: a command makes few and ends soon."""


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefpack")
def main() -> None:
    """Turn a handful of documents into slides, a one-page summary, discussion questions and handouts.

    Every statement leads back to the passage it came from. Nothing leaves this computer.
    """
    gc.set_threshold(*SELDOM)


main.add_command(look)
main.add_command(new)
main.add_command(templates)
main.add_command(schema)
main.add_command(diff)
main.add_command(export)
main.add_command(cite)
main.add_command(edit)
main.add_command(status)
main.add_command(merge)
main.add_command(plugins)
main.add_command(print_pages)
main.add_command(sources)
main.add_command(trace)
main.add_command(why)


@main.command()
@inputs_argument
@click.option(
    "--audience",
    "audiences",
    multiple=True,
    metavar="NAME",
    help="students or policy; may be given twice. Default: both.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to write. Default: PACK/out, or ./out for loose files.",
)
@click.option("--paper", default="", metavar="SIZE", help="a4 or letter. Default: a4.")
@click.option("--title", default="", help="Title of the pack.")
@click.option("--question", default="", help="The question that the pack asks.")
@click.option("--slides", type=int, metavar="N", help="Most slides of a deck: the least weighty are left out.")
@click.option("--minutes", type=int, metavar="N", help="Length of the lesson: deck, questions and plan keep to it.")
@click.option("--count", type=int, metavar="N", help="How many questions. Default: what the minutes ask for.")
@click.option("--levels", default="", metavar="LIST", help="Questions of these levels only, as analyse,evaluate.")
@click.option("--skills", default="", metavar="LIST", help="Questions of these skills only, as sourcing,position.")
@click.option(
    "--handout",
    default="",
    metavar="KINDS",
    help="Slides a page, with commas: 1, 2, 3 (with lines), 4, 6, 9; guided, guided-bank, notes; or none. Default: 3.",
)
@click.option(
    "--look",
    "worn",
    default="",
    metavar="NAME|FILE",
    help="A look by name, or your own .pptx or .potx that the deck is built in. Default: each audience's own look.",
)
@click.option("--large-print", "large", is_flag=True, help="Also make everything but the slides in large print.")
@click.option(
    "--as-of",
    default="",
    metavar="DATE",
    help="Day against which what to watch is past or to come, as 2025-05-16. Default: that of the newest source.",
)
@click.option("--merge", "merging", is_flag=True, help="First take home what was changed by hand in a finished deck.")
@click.option("--nlp", is_flag=True, help="Let spaCy help with names, where it is installed.")
@click.option("--zip", "zipped", is_flag=True, help="Also write the pack as one file to send, and one to hand out.")
@spoken
def build(
    inputs: tuple[Path, ...],
    audiences: tuple[str, ...],
    out: Path | None,
    paper: str,
    title: str,
    question: str,
    slides: int | None,
    minutes: int | None,
    count: int | None,
    levels: str,
    skills: str,
    handout: str,
    worn: str,
    large: bool,
    as_of: str,
    merging: bool,
    nlp: bool,
    zipped: bool,
) -> None:
    """Build everything from a pack folder or from loose documents.

    INPUTS is one pack folder (with a pack.yaml), or documents: .txt .md .html .pdf .docx
    """
    from briefpack import pack

    _known(paper, pack.PAPERS, "--paper")
    asked = pack.job(
        inputs,
        out=out,
        audiences=audiences,
        paper=paper,
        title=title,
        question=question,
        nlp=nlp,
        budget=pack.Budget(_between(slides, pack.SLIDES, "--slides"), _between(minutes, pack.MINUTES, "--minutes")),
        handout=handout,
        look=worn,
        large=large,
        as_of=as_of,
        mix=pack.mixing.asked(_between(count, pack.mixing.COUNT, "--count"), levels, skills),
    )
    if merging:
        for done in pack.merge_all(asked):
            click.echo("\n".join(merge_told(done)))
    _table(pack.build(replace(asked, zipped=zipped), _progress()))


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--fix", is_flag=True, help="Mend a deck where that is safe, into a copy.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Where --fix writes. Default: DECK.fixed.pptx."
)
@spoken
def check(paths: tuple[Path, ...], as_json: bool, fix: bool, out: Path | None) -> None:
    """List what falls short in finished files, or in any deck; exit 1 if a hard gate is broken."""
    from briefpack import pack

    if out and (not fix or len(paths) > 1):
        raise click.UsageError("--out goes with --fix and one deck")
    results = [pack.mended(path, out) for path in paths] if fix else [c for path in paths for c in pack.checked(path)]
    click.echo(findings.as_json(results) if as_json else findings.as_text(results))
    sys.exit(1 if any(notice.hard for result in results for notice in result.notices) else 0)


def _known(given: str, known: Iterable[str], option: str) -> None:
    if given and given not in known:
        raise click.UsageError(f"{option} is one of {', '.join(known)}, not {given!r}")


def _between(given: int | None, bounds: tuple[int, int], option: str) -> int:
    """The number, 0 where none is given."""
    if given is not None and not bounds[0] <= given <= bounds[1]:
        raise click.UsageError(f"{option} is a whole number from {bounds[0]} to {bounds[1]}, not {given}")
    return given or 0


def _progress() -> Callable[[str], None]:
    """Says on a terminal what is going on, in one line that is wiped in the end; silent elsewhere."""
    if not watched():
        return lambda _: None
    return lambda step: click.echo(f"\r\033[K{step} …", err=True, nl=False)


def _table(built: Built) -> None:
    wipe()
    click.echo(f"{built.out}")
    wide = max(len(row.name) for row in built.rows)
    for row in built.rows:
        click.echo(f"  {row.name:{wide}}  {row.size}")
    told(built.notices, MOST_NOTICES)
    sys.exit(built.exit_code)

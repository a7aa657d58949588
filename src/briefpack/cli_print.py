"""The command that prints what was built."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from briefpack.cli_spoken import spoken

_PAPERS = ("a4", "letter")


@click.command("print")
@click.argument("place", type=click.Path(path_type=Path), metavar="PACK|FOLDER")
@click.option(
    "--what", metavar="WORDS", help="handout, key …, with commas, or all. Default: handout,summary,questions."
)
@click.option("--audience", "audiences", multiple=True, metavar="NAME", help="students or policy. Default: all built.")
@click.option("--printer", default="", metavar="NAME", help="Default: the usual printer of this computer.")
@click.option("--copies", type=click.IntRange(1, 999), default=1, metavar="N", help="Of each page. Default: 1.")
@click.option("--two-sided", is_flag=True, help="On both sides, turned at the long edge.")
@click.option("--paper", type=click.Choice(_PAPERS), help="Default: the paper that the pages were made for.")
@click.option("--dry-run", is_flag=True, help="Show the commands and print nothing.")
@spoken
def print_pages(
    place: Path,
    what: str | None,
    audiences: tuple[str, ...],
    printer: str,
    copies: int,
    two_sided: bool,
    paper: str | None,
    dry_run: bool,
) -> None:
    """Print the finished PDFs of a pack, or of a folder that was built, with CUPS.

    The key and other pages for the teacher alone are printed only where --what names them.
    """
    from briefpack.pack import intake, printing

    words = tuple(word.strip() for word in (what or "").split(",") if word.strip())
    if what is not None and not words:
        raise click.UsageError("--what: names no page")
    wish = printing.Wish(words, audiences, printer, copies, two_sided, paper or "", dry_run)
    tasks, notices = printing.planned(place, wish)
    for notice in notices:
        click.echo(intake.shown(notice), err=True)
    for task in tasks:
        click.echo(intake.shown(shlex.join(task.command) if dry_run else f"{task.offer.name}: {printing.send(task)}"))

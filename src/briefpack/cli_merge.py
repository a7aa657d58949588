"""The command that takes edits of finished files home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefpack.cli_spoken import spoken

if TYPE_CHECKING:
    from briefpack.pack import Merged


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PACK DECK")
@click.option("--audience", default="", metavar="NAME", help="Whose deck it is, where the file no longer says so.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where the pack was built.")
@spoken
def merge(inputs: tuple[Path, ...], audience: str, out: Path | None) -> None:
    """Take what somebody changed in a deck home into deck.md and brief.md.

    PACK is a pack folder (or its loose documents) that was built; DECK is the .pptx that was edited in PowerPoint,
    Impress or Google Slides: titles, lines, notes, new slides, slides taken out or moved. What a page has no
    place for is listed and stays in the deck, which is never written over.
    """
    from briefpack import pack

    *documents, deck = inputs
    if not documents:
        raise click.UsageError("name the pack, then the deck: briefpack merge PACK deck.pptx")
    if deck.suffix.lower() != ".pptx":
        raise click.UsageError(f"{deck}: is no .pptx: name the pack first, the deck last")
    click.echo("\n".join(merge_told(pack.merge(pack.job(tuple(documents), out=out), deck, audience))))


def merge_told(done: Merged) -> list[str]:
    """What became of the edits of a deck, line by line."""
    many = {0: "nothing new", 1: "one change"}.get(len(done.placed), f"{len(done.placed)} changes")
    lines = [f"  {change}" for change in done.placed]
    lines.append(f"{done.path}: {many}" + (f"; brief.md: {done.brief} corrected" if done.brief else ""))
    if done.several:
        lines.append(f"brief.md says it in lines {', '.join(map(str, done.several))}: correct it there, too")
    if done.left:
        lines += ["No place on the page, so only in the deck:", *(f"  {change}" for change in done.left)]
    if done.taken:
        lines.append("The page is yours from now on: builds merge into it what changes in the brief and the documents")
    return [*lines, f"The page as it was: {done.kept}"] if done.kept else lines

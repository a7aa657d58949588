"""The commands that hand quiz, questions and sources to other programs."""

from __future__ import annotations

from pathlib import Path

import click

from briefpack.cli_spoken import spoken


@click.command()
@click.argument("inputs", nargs=-1, type=click.Path(path_type=Path), metavar="PACK")
@click.option("--format", "names", metavar="NAMES", default="", help="gift, qti12 …, with commas. Default: all.")
@click.option("--audience", default="", metavar="NAME", help="students or policy. Default: all that have questions.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where the pack was built.")
@spoken
def export(inputs: tuple[Path, ...], names: str, audience: str, out: Path | None) -> None:
    """Write quiz and questions for learning platforms, and say what each format loses.

    PACK is a pack folder (or its loose documents) that was built; the files go to AUDIENCE/export beside
    its pages. Without a PACK the formats are listed.
    """
    from briefpack import pack

    if not inputs:
        for one in pack.exporting.FORMATS:
            click.echo(f"  {one.name:9} {one.file:17} {one.label}")
        return
    asked = pack.job(inputs, out=out, audiences=(audience,) if audience else ())
    for done in pack.exporting.export(asked, tuple(n.strip() for n in names.split(",") if n.strip()), audience):
        click.echo(f"{done.path}  {done.questions} questions, for {done.label}")
        if done.loses:
            click.echo(f"  loses: {'; '.join(done.loses)}")


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PACK")
@click.option(
    "--style", default="apa", metavar="NAME", help="apa, mla, chicago, chicago-notes; csl, bibtex, ris. Default: apa."
)
@spoken
def cite(inputs: tuple[Path, ...], style: str) -> None:
    """Print the sources as a bibliography has them, each with the way to point to a paragraph.

    Italics stand between stars. With csl, bibtex or ris: the file that a reference manager reads.
    """
    from briefpack import pack

    click.echo(pack.citing.cited(pack.job(inputs), style), nl=False)

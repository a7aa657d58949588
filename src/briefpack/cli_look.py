"""The commands about looks: the master of a look, and how somebody else's template is mapped."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefpack.cli_spoken import spoken


@click.group()
def look() -> None:
    """Looks and templates: write a look's master, or see how your own template will be used."""


@look.command()
@click.argument("name", metavar="NAME|FOLDER")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write. Default: NAME.pptx, here."
)
@spoken
def build(name: str, out: Path | None) -> None:
    """Write a look as a .pptx: master, a layout for each kind of slide, theme colours and fonts.

    NAME is a look that ships (classroom, briefing) or one of a course, in looks/NAME; FOLDER
    is a folder with a look.yaml.
    """
    from briefpack import pack

    click.echo(f"{pack.looks.built(name, out)}")


@look.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--png", type=click.Path(path_type=Path), metavar="FILE", help="Draw the mapping as a picture, too.")
@spoken
def check(file: Path, png: Path | None) -> None:
    """Show how each kind of slide will stand in your template, and what that lacks; exit 1 if a kind has no place."""
    from briefpack import pack

    found = pack.looks.template(file)
    rows = pack.looks.rows(found)
    wide = max(len(kind) for kind, _, _ in rows)
    name = max((len(hosting.layout) for _, hosting, _ in rows if hosting), default=0)
    click.echo(f"{found.name}: {found.w:.0f} x {found.h:.0f} points, {found.fonts[0]} and {found.fonts[1]}")
    for kind, hosting, reason in rows:
        told = f"{hosting.layout:{name}}  found by {hosting.why}" if hosting else f"NO PLACE: {reason}"
        click.echo(f"  {kind:{wide}}  {told}")
    lacks = pack.looks.shortfalls(found)
    click.echo("Worth a look:" if lacks else "nothing falls short")
    for where, what in lacks:
        click.echo(f"  {where}: {what}")
    if png:
        pack.looks.picture(found, png)
        click.echo(f"{png}")
    sys.exit(1 if found.missing else 0)

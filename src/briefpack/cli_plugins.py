"""The command that lists plugins."""

from __future__ import annotations

import sys

import click

from briefpack.cli_spoken import spoken


@click.command()
@spoken
def plugins() -> None:
    """List what other packages add, and whether it can be loaded; exit 1 if one cannot."""
    from briefpack.plugins import GROUPS, Guard, found

    guard = Guard()
    rows = [(one, one.group == "templates" or guard.load(one) is not None) for one in found()]
    for one, loads in rows:
        click.echo(f"  {one.name:14} {GROUPS[one.group]:24} {one.package}{'' if loads else '  CANNOT BE LOADED'}")
    for notice in guard.notices:
        click.echo(f"  {notice}", err=True)
    if not rows:
        click.echo("  none (docs/extend/plugins.md says how to write one)")
    sys.exit(int(bool(guard.notices)))

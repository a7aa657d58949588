"""The commands about templates: list, explain, check and update them, and the schemas of settings files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefpack.cli_spoken import spoken


@click.group(invoke_without_command=True)
@click.pass_context
def templates(context: click.Context) -> None:
    """List the course templates that can be used here, each with the place it comes from; or look into one."""
    if context.invoked_subcommand is None:
        _listed()


@spoken
def _listed() -> None:
    from briefpack.pack.courses import told

    rows = told.listed(Path())
    wide, from_wide = max(len(row.name) for row in rows), max(len(row.extends) for row in rows)
    for row in rows:
        place = f"{row.place}: {row.folder}" if row.place != "ships" else row.folder
        left = f"  NOT USED: {row.hidden}" if row.hidden else ""
        extends = f"extends {row.extends}" if row.extends else ""
        click.echo(f"  {row.name:{wide}}  {extends:{from_wide + 8}}  {place}{left}".rstrip())


@templates.command()
@click.argument("name", metavar="PACK|NAME")
@spoken
def explain(name: str) -> None:
    """Show every setting and every block of a pack or a course, with the file and line that set it."""
    from briefpack.pack.courses import told

    for part in told.explained(told.course(name)):
        click.echo(f"{part.heading}:" if part.rows else f"{part.heading}: nothing is set")
        wide = max((len(row[0]) for row in part.rows), default=0)
        middle = min(max((len(row[1]) for row in part.rows), default=0), 60)
        for what, value, where in part.rows:
            click.echo(f"  {what:{wide}}  {value:{middle}}  {where}".rstrip())


@templates.command()
@click.argument("name", metavar="PACK|NAME")
@spoken
def check(name: str) -> None:
    """Build a thin, a normal and a rich sample with a course, and throw them away; exit 1 if something is wrong."""
    from briefpack.pack import trial
    from briefpack.pack.courses import told

    seen: set[str] = set()
    for done in trial.tried(told.course(name), lambda _: None):
        click.echo(f"  {done.sample:6}  {'; '.join(done.rows)}".rstrip())
        for fault in done.faults:
            click.echo("    the same" if fault in seen else f"    {fault}")
        seen.update(done.faults)
    sys.exit(1 if seen else 0)


@templates.command()
@click.argument("name")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@spoken
def update(name: str, dry_run: bool) -> None:
    """Merge what is new in our templates into a course, audience or pack that 'new' made; exit 1 if you have to choose.

    Your own lines stay. Where both changed the same lines, both stand between marks, as git writes them.
    """
    from briefpack.pack.courses import files, record

    changes = record.update(name, dry_run=dry_run)
    for change in changes:
        click.echo(f"  {files.shown(change.path)}: {change.what}")
    if not changes:
        click.echo(f"{name}: our templates have not changed since; yours stays as it is")
    elif dry_run:
        click.echo("nothing was written")
    sys.exit(1 if any(change.conflicts for change in changes) else 0)


@click.command()
@click.option("--audience", "names", nargs=2, required=True, metavar="A B", help="The two audiences to compare.")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PACK")
@spoken
def diff(names: tuple[str, str], inputs: tuple[Path, ...]) -> None:
    """Show what two audiences get of the same documents, and which setting or page makes the difference."""
    from briefpack import pack
    from briefpack.pack import differences

    settings, got = differences.found(pack.job(inputs, audiences=names), *names)
    for heading, rows in (("Settings", settings), ("On the pages", got)):
        table = [(row.what, row.first, row.second, row.why) for row in rows]
        wide = [max(len(row[at]) for row in [(heading, *names, ""), *table]) for at in range(3)]
        for row in [(heading, *names, "set by" if heading == "Settings" else "why"), *table]:
            click.echo("  ".join(f"{text:{room}}" for text, room in zip(row, [*wide, 0], strict=True)).rstrip())
        if not rows:
            click.echo("  the same for both")
        click.echo()


@click.command()
@click.argument("name")
@spoken
def schema(name: str) -> None:
    """Print the JSON Schema of a settings file, for editors: pack, template, audience or look."""
    from briefpack.pack import schemas

    click.echo(schemas.schema(name).decode(), nl=False)

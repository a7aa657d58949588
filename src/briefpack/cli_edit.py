"""The commands about what people edit: take a page over, and how a pack stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefpack.cli_spoken import spoken

if TYPE_CHECKING:
    from briefpack.pack import Standing, Status

_INPUTS = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PACK")
_OUT = click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where the pack was built.")
_PAGES = ("deck", "summary", "questions", "quiz", "teaching")
_WIDEST = 100
_TOLD = {
    "edited": "edited",
    "added": "added",
    "own": "your own, without a source",
    "struck out": "struck out",
    "pinned": "pinned",
    "stale": "its source now says",
    "unsupported": "its source is gone, it said",
}


@click.command()
@_INPUTS
@click.option("--page", "kind", type=click.Choice(_PAGES), required=True, help="Which page.")
@click.option("--audience", "audiences", multiple=True, metavar="NAME", help="Whose page. Default: every audience's.")
@click.option("--give-back", is_flag=True, help="Hand it back: the next build writes it anew, yours is kept aside.")
@click.option("--open", "opened", is_flag=True, help="Open it in your editor ($EDITOR).")
@_OUT
@spoken
def edit(
    inputs: tuple[Path, ...], kind: str, audiences: tuple[str, ...], give_back: bool, opened: bool, out: Path | None
) -> None:
    """Take a page of a built pack over: it is yours from then on, and builds merge what is new into it.

    The page is written to PACK/pages/AUDIENCE. Later builds keep what you changed there, line by line, and bring
    what changes in the documents or the templates.
    """
    from briefpack import pack

    job = pack.job(inputs, out=out, audiences=audiences)
    done = pack.given_back(job, kind) if give_back else pack.taken_over(job, kind)
    for change in done:
        click.echo(f"{change.path}: {change.what}")
    if opened and not give_back:
        for change in done:
            click.edit(filename=str(change.path))


@click.command()
@_INPUTS
@_OUT
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@spoken
def status(inputs: tuple[Path, ...], out: Path | None, as_json: bool) -> None:
    """Show what is yours in a pack: lines edited, added, struck out or pinned, and what their sources say now."""
    from briefpack import pack

    found = pack.status(pack.job(inputs, out=out))
    click.echo(_json(found) if as_json else "\n".join(_lines(found)))


def _lines(found: Status) -> list[str]:
    lines = [line for page in found.pages for line in _page(page)]
    lines += [f"{name}: edited by hand; builds keep it and write beside it" for name in found.files]
    return lines or ["nothing has been built here yet"]


def _page(page: Standing) -> list[str]:
    yours = {"taken over": " (yours)", "used as it stands": " (edited in the output folder, used as it stands)"}
    head = f"{page.name}{yours.get(page.whose, '')}"
    if not page.known:
        return [f"{head}: nothing is known of what was written last; it is used as it stands"]
    if not page.changes:
        return [f"{head}: as it was written"]
    return [f"{head}:", *(_change(change.kind, change.line, change.text, change.was) for change in page.changes)]


def _change(kind: str, line: int, text: str, was: str) -> str:
    place = f"line {line}" if line else "-"
    then = f" (was: {_short(was)})" if kind == "edited" and was else ""
    shown = _short(was) if kind in ("stale", "unsupported") else _short(text)
    return f"  {place:>9}  {_TOLD[kind]}: {shown}{then}"


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST].rsplit(' ', 1)[0]} …"


def _json(found: Status) -> str:
    pages = [
        {
            "page": page.name,
            "whose": page.whose,
            "known": page.known,
            "changes": [{"kind": one.kind, "line": one.line, "text": one.text, "was": one.was} for one in page.changes],
        }
        for page in found.pages
    ]
    return json.dumps({"pages": pages, "files": list(found.files)}, ensure_ascii=False, indent=1)

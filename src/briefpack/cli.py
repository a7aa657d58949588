"""The command line: one short command a task; parses, calls, prints, exits."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from briefpack import __version__, findings
from briefpack.cli_edit import edit, status
from briefpack.cli_export import cite, export
from briefpack.cli_look import look
from briefpack.cli_merge import merge, merge_told
from briefpack.cli_new import new
from briefpack.cli_plugins import plugins
from briefpack.cli_print import print_pages
from briefpack.cli_spoken import Group, spoken, watched, wipe
from briefpack.cli_templates import diff, schema, templates

if TYPE_CHECKING:
    from briefpack.model import Notice, Passage, Source, Verdict
    from briefpack.pack import Built, Job

_MOST_NOTICES = 8
_WIDEST = 160
"""Notices that the closing table shows; report.json has all of them."""
_SELDOM = (100_000, 20, 50)
"""When Python looks for rings of unused objects: a command makes few and ends soon."""


_INPUTS = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefpack")
def main() -> None:
    """Turn a handful of documents into slides, a one-page summary, discussion questions and handouts.

    Every statement leads back to the passage it came from. Nothing leaves this computer.
    """
    gc.set_threshold(*_SELDOM)


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


@main.command()
@_INPUTS
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
@_INPUTS
@spoken
def sources(inputs: tuple[Path, ...]) -> None:
    """Show what was kept of each document, and what was taken out and why."""
    from briefpack import pack

    read, notices = pack.sources(pack.job(inputs))
    for source in read:
        _intake(source)
    _notices(notices)


@main.command()
@click.argument("arguments", nargs=-1, required=True, metavar="PACK|DECK WORDS")
@click.option("--slide", type=int, metavar="N", help="With a DECK: only its slide N, counted from 1.")
@spoken
def trace(arguments: tuple[str, ...], slide: int | None) -> None:
    """Show where a statement comes from: file, paragraph, sentence, the words.

    PACK is a pack folder (or loose documents); WORDS is part of a statement, or a
    reference such as "globe 7.2" or "[2 ¶7]". A DECK (.pptx) answers from its own
    notes and links, also after it was edited; with --slide the words may be left out.
    """
    from briefpack import pack

    if arguments[0].lower().endswith(".pptx"):
        _trace_deck(arguments, slide)
    if slide is not None:
        raise click.UsageError("--slide goes with a deck: name a .pptx file first")
    found = pack.traced(*_pack_and_words(arguments))
    for statement in found.statements:
        click.echo(f"{statement.where}: {statement.text}")
        _passages(statement.passages or (), "  ")
        for cut in statement.cuts:
            click.echo(f"  left out, {cut}")
        if not statement.passages:
            click.echo("  (no reference: the editor's own, or a prompt)")
    click.echo("In the documents:" if found.passages else "In the documents: these words stand nowhere")
    _passages(found.passages, "  ")
    sys.exit(0 if found.statements or found.passages else 1)


@main.command()
@click.argument("arguments", nargs=-1, required=True, metavar="PACK WORDS")
@spoken
def why(arguments: tuple[str, ...]) -> None:
    """Show why a statement was chosen, or why not: what was weighed, and what else it was used for.

    PACK is a pack folder (or loose documents); WORDS is part of a sentence of a document or of
    a finished page, or a reference such as "globe 7.2" or "[2 ¶7]".
    """
    from briefpack import pack

    found = pack.why(*_pack_and_words(arguments))
    told: set[int] = set()
    for source, verdict in found.verdicts:
        _verdict(source, verdict, again=verdict.rank in told)
        told |= {verdict.rank} - {0}
    for source, line in found.dropped:
        click.echo(f"{source.origin}: taken out while reading, as {line.why}: {line.text[:_WIDEST]}")
    if found.printed:
        click.echo("Printed in:")
    for statement in found.printed:
        click.echo(f"  {statement.where}: {statement.text}")
    if not (found.verdicts or found.dropped or found.printed):
        click.echo("These words stand nowhere, neither in the documents nor in what was built from them")
        sys.exit(1)


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


def _trace_deck(arguments: tuple[str, ...], slide: int | None) -> NoReturn:
    """Every statement of a slide, or those with the words, from the deck alone."""
    from briefpack import pack

    if len(arguments) > 2 or (len(arguments) < 2 and slide is None):
        raise click.UsageError("name the deck, then --slide N or, in quotation marks, the words to look for")
    found = pack.traced_deck(Path(arguments[0]), slide, arguments[1] if len(arguments) > 1 else "")
    for statement in found:
        bare = "" if statement.passages else " (no reference: the editor's own, or a prompt)"
        click.echo(f"{statement.where}: {statement.text}{bare}")
        for passage in statement.passages:
            named = f"{passage.address} [{passage.citation}]" if passage.citation else passage.address
            click.echo(f"  {named}: {passage.text or '(its words no longer stand in the notes)'}")
    if not found:
        click.echo(
            "These words stand on no slide, nor in the notes" if len(arguments) > 1 else "This slide says nothing"
        )
    sys.exit(0 if found else 1)


def _pack_and_words(arguments: tuple[str, ...]) -> tuple[Job, str]:
    """All but the last argument name the pack or its documents."""
    from briefpack import pack

    if len(arguments) < 2:
        raise click.UsageError("name the pack and, in quotation marks, the words to look for")
    return pack.job(tuple(map(Path, arguments[:-1]))), arguments[-1]


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
    _notices(built.notices)
    sys.exit(built.exit_code)


def _notices(notices: tuple[Notice, ...]) -> None:
    if not notices:
        return
    click.echo("Worth a look:")
    shown = sorted(notices, key=lambda one: (not one.hard, not one.do))[:_MOST_NOTICES]
    for notice in shown:
        text = str(notice)
        click.echo(f"  {text if len(text) <= _WIDEST else text[:_WIDEST].rsplit(' ', 1)[0] + ' …'}")
    if len(notices) > len(shown):
        click.echo(f"  … and {len(notices) - len(shown)} more in report.json")


def _intake(source: Source) -> None:
    click.echo(f"{source.key}: {source.title}{' (derived)' if source.title_derived else ''}")
    facts = {
        "file": source.origin,
        "author": ", ".join(source.authors) or "not known",
        "publisher": source.publisher or "not known",
        "date": source.published or "not known",
        "genre": f"{source.genre}{f' ({source.genre_reason})' if source.genre_reason else ''}"
        if source.genre
        else "not clear",
        "language": source.language or "not clear",
        "grade": "not measured" if source.grade is None else f"{source.grade:.1f} (Flesch and Kincaid)",
        "kept": f"{len(source.passages)} sentences in {len({p.ref.paragraph for p in source.passages})} paragraphs",
    }
    for name, fact in facts.items():
        click.echo(f"  {name:9} {fact}")
    for fact in source.worked_out:
        click.echo(f"  worked out: {fact}")
    click.echo(f"  taken out: {len(source.dropped)} lines" if source.dropped else "  taken out: nothing")
    for line in source.dropped:
        click.echo(f"    {line.why}: {line.text[:90]}{'…' if len(line.text) > 90 else ''}")
    click.echo()


def _verdict(source: Source, verdict: Verdict, *, again: bool) -> None:
    """A passage and what was made of it; a point that was told already is only named."""
    place = f"paragraph {verdict.ref.paragraph}, sentence {verdict.ref.sentence}"
    click.echo(f"{source.origin}, {place} [{verdict.ref.citation}]")
    if again:
        click.echo(f"  part of point {verdict.rank}, above")
    else:
        click.echo(f"  {verdict.text}")
        click.echo(f"  point {verdict.rank}: {verdict.why}" if verdict.rank else f"  not a point: {verdict.why}")
        for sign in verdict.signs:
            click.echo(f"    {sign.gain:+.2f}  {sign.why}")
    if verdict.uses:
        click.echo(f"  also used for {', '.join(verdict.uses)}")
    click.echo()


def _passages(passages: Iterable[tuple[Source, Passage]], indent: str) -> None:
    for source, passage in passages:
        place = f"paragraph {passage.ref.paragraph}, sentence {passage.ref.sentence}"
        click.echo(f"{indent}{source.origin}, {place} [{passage.ref.citation}]: {passage.text}")

"""What a pack is asked about itself: its sources, where a statement stands, why it was chosen."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from briefpack.cli_spoken import WIDEST, inputs_argument, spoken, told

if TYPE_CHECKING:
    from briefpack.model import Passage, Source, Verdict
    from briefpack.pack import Job


@click.command()
@inputs_argument
@spoken
def sources(inputs: tuple[Path, ...]) -> None:
    """Show what was kept of each document, and what was taken out and why."""
    from briefpack import pack

    read, notices = pack.sources(pack.job(inputs))
    for source in read:
        _intake(source)
    told(notices)


@click.command()
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


@click.command()
@click.argument("arguments", nargs=-1, required=True, metavar="PACK WORDS")
@spoken
def why(arguments: tuple[str, ...]) -> None:
    """Show why a statement was chosen, or why not: what was weighed, and what else it was used for.

    PACK is a pack folder (or loose documents); WORDS is part of a sentence of a document or of
    a finished page, or a reference such as "globe 7.2" or "[2 ¶7]".
    """
    from briefpack import pack

    found = pack.why(*_pack_and_words(arguments))
    known: set[int] = set()
    for source, verdict in found.verdicts:
        _verdict(source, verdict, again=verdict.rank in known)
        known |= {verdict.rank} - {0}
    for source, line in found.dropped:
        click.echo(f"{source.origin}: taken out while reading, as {line.why}: {line.text[:WIDEST]}")
    if found.printed:
        click.echo("Printed in:")
    for statement in found.printed:
        click.echo(f"  {statement.where}: {statement.text}")
    if not (found.verdicts or found.dropped or found.printed):
        click.echo("These words stand nowhere, neither in the documents nor in what was built from them")
        sys.exit(1)


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

"""What a pack tells of itself: its sources, where a statement stands, why it was chosen."""

from __future__ import annotations

from pathlib import Path

from briefpack.model import Brief, Notice, Source
from briefpack.pack import deck_trace, edited, intake, reasons, taken
from briefpack.pack import trace as tracing
from briefpack.pack.deck_trace import Backed
from briefpack.pack.folder import BRIEF, Job
from briefpack.pack.reasons import Why
from briefpack.pack.trace import Trace


def sources(asked: Job) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """The documents of a job as they are read: what was kept, what was taken out and why, what may be a slip."""
    from briefpack.analysis import slips

    found, notices = intake.read(asked.documents)
    return found, (*notices, *slips.find(found))


def traced(asked: Job, words: str) -> Trace:
    """Where words stand in the brief, in the pages that were built, and in the documents."""
    read, _ = intake.read(asked.documents)
    by_reference = tracing.reference(words, read)
    if by_reference:
        return Trace((), by_reference)
    return tracing.trace(words, tracing.pages_of(_built_pages(asked) or [_brief_page(asked, read)]), read)


def traced_deck(path: Path, number: int | None, words: str) -> tuple[Backed, ...]:
    """Where the statements of one slide of a deck come from, or those of all slides that hold the words."""
    return deck_trace.trace(intake.bytes_of(path), str(path), number, words)


def why(asked: Job, words: str) -> Why:
    """Why the passages that hold these words, or back a statement with them, are points of the brief or are none."""
    from briefpack import analysis

    read, _ = intake.read(asked.documents)
    return reasons.why(words, read, analysis.verdicts(read, _analysed(asked, read)), traced(asked, words))


def _analysed(asked: Job, read: tuple[Source, ...]) -> Brief:
    from briefpack.pack import stages
    from briefpack.plugins import Guard

    return stages.found(asked, read, Guard())


def _brief_page(asked: Job, read: tuple[Source, ...]) -> tuple[str, str]:
    from briefpack import brief

    return BRIEF, brief.render(_analysed(asked, read))


def _built_pages(asked: Job) -> list[tuple[str, str]]:
    pages = (taken.path(asked, name, kind) for name in asked.course.audiences() for kind in taken.KINDS)
    places = [asked.home / BRIEF, *pages]
    return [(_short(path, asked), edited.text_of(path)) for path in places if path.is_file()]


def _short(path: Path, asked: Job) -> str:
    home = next((folder for folder in (asked.out, asked.home) if path.is_relative_to(folder)), path.parent)
    return path.relative_to(home).as_posix()

"""The pack folder and the pipeline end to end: the only room that reads and writes files."""

from __future__ import annotations

from pathlib import Path

from briefpack import analysis, brief
from briefpack.model import Budget, Notice, Source
from briefpack.pack import citing, deck_trace, edited, exporting, intake, looks, mixing, printing
from briefpack.pack import trace as tracing
from briefpack.pack.build import Built, build
from briefpack.pack.checking import Checked, checked, mended
from briefpack.pack.deck_trace import Backed
from briefpack.pack.folder import BRIEF, Job, job
from briefpack.pack.keys import AUDIENCES, MINUTES, PAPERS, SLIDES
from briefpack.pack.returned import Merged
from briefpack.pack.returned import merge as merged
from briefpack.pack.returned import merge_all as merged_all
from briefpack.pack.trace import Trace
from briefpack.pack.why import Why
from briefpack.pack.why import why as _reasons

__all__ = [
    "AUDIENCES", "MINUTES", "PAPERS", "SLIDES", "Backed", "Budget", "Built", "Checked", "Job", "Merged", "Trace", "Why",
    "build", "checked", "citing", "exporting", "job", "looks", "mended", "merged", "merged_all", "mixing", "printing",
    "sources", "traced", "traced_deck", "why",
]  # fmt: skip

_PAGES = ("deck.md", "summary.md", "questions.md", "quiz.md", "teaching.md")


def sources(asked: Job) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """The documents of a job as they are read: what was kept, what was taken out and why, what may be a"
    " slip in them."""
    found, notices = intake.read(asked.documents)
    return found, (*notices, *analysis.slips.find(found))


def traced(asked: Job, words: str) -> Trace:
    """Where words stand in the brief, in the pages that were built, and in the documents."""
    read, _ = intake.read(asked.documents)
    by_reference = tracing.reference(words, read)
    if by_reference:
        return Trace((), by_reference)
    texts = _built_pages(asked)
    if not texts:
        found = analysis.analyse(read, title=asked.title, question=asked.question, nlp=asked.nlp)
        texts = [(BRIEF, brief.render(found))]
    return tracing.trace(words, tracing.pages_of(texts), read)


def traced_deck(path: Path, number: int | None, words: str) -> tuple[Backed, ...]:
    """Where the statements of one slide of a deck come from, or those of all slides that hold the words."""
    return deck_trace.trace(intake.bytes_of(path), str(path), number, words)


def why(asked: Job, words: str) -> Why:
    """Why the passages that hold these words, or back a statement with them, are points of the brief or are none."""
    read, _ = intake.read(asked.documents)
    found = analysis.analyse(read, title=asked.title, question=asked.question, nlp=asked.nlp)
    backing = traced(asked, words)
    return _reasons(words, read, analysis.verdicts(read, found), backing)


def _built_pages(asked: Job) -> list[tuple[str, str]]:
    places = [asked.home / BRIEF, *(asked.out / name / kind for name in asked.course.audiences() for kind in _PAGES)]
    return [(_short(path, asked), edited.text_of(path)) for path in places if path.is_file()]


def _short(path: Path, asked: Job) -> str:
    return path.relative_to(asked.out).as_posix() if path.is_relative_to(asked.out) else path.name

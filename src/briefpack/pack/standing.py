"""How a pack stands: what is a person's, what its documents no longer back, and which finished files were edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefpack import merge, page
from briefpack.model import Page
from briefpack.pack import brief_page, edited, intake, kept, outputs, taken
from briefpack.pack.folder import BRIEF, Job


@dataclass(frozen=True, slots=True)
class Standing:
    """One page that people edit."""

    name: str
    """'brief.md', 'pages/students/deck.md', 'students/deck.md' (in OUT)."""
    whose: str
    """'brief', 'taken over', or 'used as it stands' of a page that was edited in OUT."""
    changes: tuple[merge.Change, ...]
    known: bool = True
    """False where nothing is known of what was written last."""


@dataclass(frozen=True, slots=True)
class Status:
    """All of a pack."""

    pages: tuple[Standing, ...]
    files: tuple[str, ...]
    """Finished files in OUT that were edited by hand: a build writes beside them."""


def status(job: Job) -> Status:
    """How a pack stands. Documents are read, nothing is written."""
    read, _ = intake.read(job.documents)
    passages = {passage.ref: passage.text for source in read for passage in source.passages}
    return Status(tuple(_pages(job, passages)), tuple(_files(job)))


def _pages(job: Job, passages: merge.Passages) -> Iterator[Standing]:
    where = brief_page.place(job)
    if where.page.is_file():
        yield _standing(where, BRIEF, "brief", passages)
    known = outputs.record(job.out)
    for audience in job.audiences:
        for kind in taken.KINDS:
            name = f"{audience}/{kind}.md"
            if taken.stands(job, audience, kind):
                yield _standing(taken.place(job, audience, kind), taken.shown(audience, kind), "taken over", passages)
            elif outputs.changed_by_hand(job.out, name, b"", known):
                yield _standing(taken.last(job.out, name), name, "used as it stands", passages)


def _standing(where: kept.Place, name: str, whose: str, passages: merge.Passages) -> Standing:
    text, last = edited.text_of(where.page), kept.load(where).kept
    made = page.parse(text, file=str(where.page))
    with edited.named(where.page):
        found = merge.changes(last, text) if last else ()
    stale = tuple(_stale(made, last.passages if last else {}, passages, found))
    ordered = sorted((*found, *stale), key=lambda one: (not one.line, one.line))
    return Standing(name, whose, tuple(ordered), known=last is not None)


def _stale(
    made: Page, old: merge.Passages, new: merge.Passages, found: tuple[merge.Change, ...]
) -> Iterator[merge.Change]:
    """A person's lines whose passages changed, or went, since the last build."""
    hers = {change.line for change in found if change.kind in ("edited", "added", "pinned")}
    for line, text, refs in edited.cited(made):
        yield from merge.drifted(line, text, refs, old, new) if line in hers else ()


def _files(job: Job) -> Iterator[str]:
    known = outputs.record(job.out)
    for name in sorted(known):
        page_of = Path(name).suffix == ".md"
        if not page_of and ".new" not in name and outputs.changed_by_hand(job.out, name, b"", known):
            yield name

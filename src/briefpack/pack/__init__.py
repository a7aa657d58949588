"""The pack folder and the pipeline end to end: the only room that reads and writes files.

Nothing is loaded before it is used: citing a source wants no slides, printing no analysis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefpack import late

if TYPE_CHECKING:
    from briefpack.model import Budget
    from briefpack.pack import citing, exporting, looks, mixing, printing
    from briefpack.pack.answers import sources, traced, traced_deck, why
    from briefpack.pack.checking import Checked, checked, mended
    from briefpack.pack.deck_trace import Backed
    from briefpack.pack.folder import Job, job
    from briefpack.pack.keys import AUDIENCES, MINUTES, PAPERS, SLIDES
    from briefpack.pack.pipeline import Built, build
    from briefpack.pack.reasons import Why
    from briefpack.pack.returned import Merged, merge, merge_all
    from briefpack.pack.standing import Standing, Status, status
    from briefpack.pack.taken import given_back, taken_over
    from briefpack.pack.trace import Trace

__all__ = [
    "AUDIENCES", "MINUTES", "PAPERS", "SLIDES", "Backed", "Budget", "Built", "Checked", "Job", "Merged", "Standing",
    "Status", "Trace", "Why", "build", "checked", "citing", "exporting", "given_back", "job", "looks", "mended",
    "merge", "merge_all", "mixing", "printing", "sources", "status", "taken_over", "traced", "traced_deck", "why",
]  # fmt: skip

_FILES = {
    "answers": "sources traced traced_deck why",
    "checking": "Checked checked mended",
    "citing": "citing",
    "deck_trace": "Backed",
    "exporting": "exporting",
    "folder": "Budget Job job",
    "keys": "AUDIENCES MINUTES PAPERS SLIDES",
    "looks": "looks",
    "mixing": "mixing",
    "pipeline": "Built build",
    "printing": "printing",
    "reasons": "Why",
    "returned": "Merged merge merge_all",
    "standing": "Standing Status status",
    "taken": "given_back taken_over",
    "trace": "Trace",
}
"""Each file with the names that the room has from it."""

__getattr__ = late.exported(__name__, {name: file for file, names in _FILES.items() for name in names.split()})

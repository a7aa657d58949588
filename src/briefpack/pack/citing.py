"""The sources of a pack as bibliographies print them."""

from __future__ import annotations

from collections.abc import Iterable

from briefpack import citing
from briefpack.errors import UsageError
from briefpack.model import Source
from briefpack.pack import intake
from briefpack.pack.folder import Job
from briefpack.settings import nearest

NAMES = (*citing.STYLES, *citing.FILES)
CSL = "sources.csl.json"
"""The list that every build writes, for pandoc, Quarto and Zotero."""


def cited(job: Job, style: str) -> str:
    """The sources in a style, an entry a line with the way to point to a paragraph; or as a file's text.

    UsageError with the nearest style for a word that is none.
    """
    if style not in NAMES:
        raise UsageError(f"--style: there is no '{style}', {nearest(style, NAMES)}")
    sources, _ = intake.read(job.documents)
    records = [citing.record(source) for source in sources]
    if style in citing.FILES:
        return citing.FILES[style](records)
    found = citing.STYLES[style]
    entries = sorted((found.entry(one), found.pointer(one, 1)) for one in records)
    return "\n\n".join(f"{entry}\n  {pointer}" for entry, pointer in entries) + "\n"


def csl(sources: Iterable[Source]) -> bytes:
    """The sources as CSL-JSON."""
    return citing.csl_json(citing.record(source) for source in sources).encode()

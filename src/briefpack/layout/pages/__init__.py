"""Pages: typed products onto A4 or Letter, every mark in its place."""

from __future__ import annotations

from briefpack.layout.marks import Sheets
from briefpack.layout.pages import summary as _summary
from briefpack.model import Look, Summary


def summary(summary: Summary, look: Look, paper: str) -> Sheets:
    """The one-page summary: exactly one sheet; what had no room is named in ``cut``."""
    return _summary.place(summary, look, paper)

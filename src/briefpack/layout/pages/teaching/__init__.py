"""The parts of a teaching set, each on pages of its own."""

from __future__ import annotations

from collections.abc import Callable

from briefpack.layout.marks import Sheets
from briefpack.layout.pages.paper import Paper, paper
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.teaching import cards, documents, facilitator, flow, rubric, ticket
from briefpack.model import Look, Part, TeachingSet

_Place = Callable[[Part, TeachingSet, Setting, Paper], Sheets]

KINDS: dict[str, _Place] = {
    "documents": documents.place,
    "roles": cards.place,
    "rubric": rubric.place,
    "exit": ticket.place,
    "pairs": facilitator.place,
    "seminar": facilitator.place,
    "tabletop": facilitator.place,
    "facilitator": facilitator.place,
}
"""What arranges each kind of part; the others run on from block to block."""


def place(part: Part, whole: TeachingSet, look: Look, paper_name: str) -> Sheets:
    """One part of the set on as many pages as it needs."""
    setting = Setting(look, whole.sources, whole.language)
    return KINDS.get(part.kind, flow.place)(part, whole, setting, paper(paper_name))

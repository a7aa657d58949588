"""The handouts of a deck: its slides on paper."""

from __future__ import annotations

from pathlib import Path

from briefpack.layout import marks, pages
from briefpack.model import Deck
from briefpack.pack import fitting, handout_kinds
from briefpack.pack.bench import Bench, Order
from briefpack.pack.drawable import drawable


def make(bench: Bench, order: Order, deck: Deck, placed: marks.Sheets, path: Path) -> None:
    """Those that are asked for, without what the fonts of pages cannot draw: a viewer of the deck has its own."""
    if not bench.job.handouts:
        return
    worn = bench.worn.deck(order.look)
    shown, undrawn = drawable(deck)
    if undrawn:
        shown, placed, _ = fitting.placed(shown, worn, path, by_hand=False)
    bench.notices += undrawn
    for kind in bench.job.handouts:
        sheets = pages.handout(shown, placed, order.look, bench.job.paper, worn.name, int(kind))
        bench.add_pdf(order.file(_name(kind)), sheets, order.look, worn)


def _name(kind: str) -> str:
    """'handout.pdf', and 'handout-6.pdf' for another number of slides a page than the usual."""
    return "handout.pdf" if (kind,) == handout_kinds.USUAL else f"handout-{kind}.pdf"

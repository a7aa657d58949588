"""deck.pptx, and the handouts of its slides."""

from __future__ import annotations

from dataclasses import replace

from briefpack import check, compose
from briefpack.layout import flow, slides
from briefpack.pack import budgeting, edited, fitting
from briefpack.pack.bench import Bench, Order, page_count
from briefpack.pack.drawable import drawable
from briefpack.pack.products import handouts
from briefpack.pack.returned import record
from briefpack.writers import pptx


def make(bench: Bench, order: Order) -> None:
    """The slides of a page, within the budget, those that can be placed and pass the gates."""
    name, path, worn = order.file("deck.pptx"), order.path(bench, "deck"), bench.worn.deck(order.look)
    text = _within_budget(bench, order)
    with edited.named(path):
        page = edited.parsed(text, path)
        made = compose.deck(page, order.brief, order.audience)
    deck, refused = check.sifted(made, order.brief)
    by_hand = order.file("deck.md") not in bench.files
    deck, placed, unfit = fitting.placed(
        compose.completed(deck, order.brief, order.audience), worn, path, by_hand=by_hand
    )
    bench.notices += (*refused, *unfit, *check.deck(deck, placed, worn))
    bench.notices += budgeting.overrun(deck, worn, order.audience, bench.job.budget, name)
    bench.note_cut(name, placed)
    bench.shown.append(deck)
    bench.beside = compose.Beside(slides=tuple(sheet.kind for sheet in placed.sheets))
    said = record.made(placed, deck, text, page).data()
    bench.records[record.stamp(said)] = said
    bench.add(name, pptx.write(placed, worn, deck, record.stamp(said)), page_count(placed, "slide"))
    handouts.make(bench, order, deck, placed, path)
    if bench.job.large:
        shown, _ = drawable(deck)
        bench.add_large(order.file("handout.pdf"), flow.handout(shown, slides.spans(shown, worn)), order.look)


def _within_budget(bench: Bench, order: Order) -> str:
    """The page, kept to the budget where it is a fresh one; a page that its editor keeps leaves out nothing."""
    budget, worn = bench.job.budget, bench.worn.deck(order.look)
    text, dropped = budgeting.kept(order.pages["deck"], order.brief, order.audience, worn, budget)
    text = replace(order, pages={**order.pages, "deck": text}).text(bench, "deck")
    if dropped and order.file("deck.md") in bench.files:
        bench.left_out[order.file("deck.pptx")] = dropped
        bench.notices += budgeting.told_of(dropped, order.file("deck.pptx"), budget)
    return text

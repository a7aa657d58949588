"""summary.pdf, exactly one page, and the same to edit as summary.docx."""

from __future__ import annotations

from briefpack import check, compose
from briefpack.layout import flow, pages
from briefpack.pack import edited
from briefpack.pack.bench import Bench, Order
from briefpack.pack.drawable import drawable


def make(bench: Bench, order: Order) -> None:
    """The summary of a page, as much as fits."""
    text, path = order.text(bench, "summary"), order.path(bench, "summary")
    with edited.named(path):
        made = compose.summary(edited.parsed(text, path), order.brief, order.audience)
    summary, undrawn = drawable(made)
    with edited.fitted(path):
        placed = pages.summary(summary, order.look, bench.job.paper)
        held = pages.kept(made, order.look, bench.job.paper)
        shown = pages.kept(summary, order.look, bench.job.paper)
    bench.shown.append(made)
    bench.notices += (*undrawn, *check.summary(shown, placed, order.brief))
    bench.add_pdf(order.file("summary.pdf"), placed, order.look)
    bench.add_word(order.file("summary.docx"), flow.summary(held), order.look)
    bench.add_large(order.file("summary.pdf"), flow.summary(shown), order.look)

"""teaching/*.pdf and .docx: what a lesson or a meeting needs besides slides, summary, questions; one file a part."""

from __future__ import annotations

from briefpack import check, compose
from briefpack.layout import flow, pages
from briefpack.pack import edited
from briefpack.pack.bench import Bench, Order
from briefpack.pack.drawable import drawable

FOLDER = "teaching"
"""Where the parts lie, below the audience's folder."""


def make(bench: Bench, order: Order) -> None:
    """The parts of a page; nothing where the course template has no such page."""
    if not order.pages["teaching"]:
        return
    text, path = order.text(bench, "teaching"), order.path(bench, "teaching")
    with edited.named(path):
        page = edited.parsed(text, path, may_be_empty=True)
        made = compose.teaching(page, order.brief, order.audience, beside=bench.beside)
    whole, undrawn = drawable(made)
    bench.notices += undrawn
    for part in whole.parts:
        placed = pages.part(part, whole, order.look, bench.job.paper)
        bench.notices += check.teaching(part, whole, placed, order.look, order.brief)
        bench.add_pdf(order.file(f"{FOLDER}/{part.file}.pdf"), placed, order.look)
        bench.add_large(order.file(f"{part.file}.pdf"), flow.part(part, whole), order.look)
    for part in made.parts:
        bench.add_word(order.file(f"{FOLDER}/{part.file}.docx"), flow.part(part, made), order.look)

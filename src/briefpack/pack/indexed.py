"""index.html: the page that a person opens first, written with every build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefpack.compose import cited
from briefpack.layout.flow import Flow
from briefpack.model import Brief, Cited, Deck, Look, Offer, QuestionSet, Ref, Summary
from briefpack.pack import offers
from briefpack.pack.bench import Bench
from briefpack.writers import html

INDEX = "index.html"


def page(bench: Bench, told: Brief, files: Mapping[str, bytes], look: Look) -> bytes:
    """The index of these files, by name."""
    offered = _offered(bench, files)
    shelves = tuple(_shelf(bench, offered, audience) for audience in bench.job.audiences)
    shared = tuple(one for one in offered if not one.audience)
    return html.index.write(html.index.Index(told, _sources(told, shelves), shelves, shared), look)


def handed_out(bench: Bench, told: Brief, files: Mapping[str, bytes], audience: str, look: Look) -> bytes:
    """The index of what one audience gets into its hands: no brief, and nothing that tells what a good answer holds."""
    shelves = (_shelf(bench, _offered(bench, files), audience),)
    return html.index.write(html.index.Index(told, _sources(told, shelves), shelves, whole=False), look)


def _offered(bench: Bench, files: Mapping[str, bytes]) -> tuple[Offer, ...]:
    sizes = {row.name: row.size for row in bench.rows}
    found = (offers.offer(name, sizes.get(name, ""), len(data)) for name, data in files.items())
    return tuple(sorted(found, key=lambda one: offers.place(one.name)))


def _sources(told: Brief, shelves: Iterable[html.index.Shelf]) -> tuple[Cited, ...]:
    """The sources with every passage that a product of these shelves takes."""
    return cited.sources(told, (ref for shelf in shelves for product in shelf.products for ref in _refs(product)))


def _shelf(bench: Bench, offered: Iterable[Offer], audience: str) -> html.index.Shelf:
    products = sorted((one for one in bench.shown if one.audience == audience), key=_order)
    theirs = tuple(one for one in offered if one.audience == audience)
    told = bench.job.course.audience(audience)
    return html.index.Shelf(audience, told.label, theirs, tuple(products), told.whom)


def _order(product: html.products.Product) -> int:
    return (Summary, QuestionSet, Flow, Deck).index(type(product))


def _refs(product: html.products.Product) -> Iterator[Ref]:
    """Every passage that a product takes, as far as it says so."""
    if isinstance(product, Flow):
        return
    if isinstance(product, QuestionSet):
        yield from (ref for question in product.questions for ref in question.refs)
    elif isinstance(product, Summary):
        yield from cited.references(line for block in product.blocks for line in block.lines)
    else:
        for slide in product.slides:
            yield from cited.references((slide.title,), slide.groups)

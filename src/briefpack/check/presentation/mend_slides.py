"""What can be mended on a slide: decorative marks, header rows, empty placeholders, reading order, autofit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from briefpack.check.presentation.access import is_empty, misread, undecided
from briefpack.check.presentation.mending import Edit, edit
from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.slide import Deck, Slide
from briefpack.check.presentation.stage import TITLES
from briefpack.check.presentation.tables import Table
from briefpack.check.presentation.xml import A, P, child, every, first, tag

_DECORATIVE = (
    f'<a:ext xmlns:a="{A}" uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)
_THIN = 6.0
"""Points: a bar that is thinner is a rule, whatever shape it was drawn as."""
_MOST_MOVES = 60


def decorative(deck: Deck) -> Iterator[Edit]:
    """Rules, and cards behind words, mean nothing to those who cannot see them: they are marked so."""
    for slide in deck.slides:
        marked = [shape for shape in undecided(slide) if _means_nothing(slide, shape)]
        for shape in marked:
            properties = first(next(iter(shape.element)), "cNvPr")
            extensions = child(properties, "a:extLst")
            if extensions is None:
                extensions = etree.SubElement(properties, tag("a:extLst"))
            extensions.append(etree.fromstring(_DECORATIVE))
        if marked:
            what = f"marked {_count(len(marked), 'line or shape', 'lines and shapes')} as decorative"
            yield edit(slide.part, "alt-undecided", what, slide)


def header_rows(deck: Deck) -> Iterator[Edit]:
    """A first row that names its columns is marked as the header."""
    for slide in deck.slides:
        for table in slide.tables:
            if table.header or len(table.rows) < 2 or not _names_columns(table):
                continue
            properties = child(table.element, "a:tblPr")
            if properties is None:
                properties = etree.Element(tag("a:tblPr"))
                table.element.insert(0, properties)
            properties.set("firstRow", "1")
            yield edit(slide.part, "table-header", f"marked the first row of {table.shape.name!r} as its header", slide)


def empty_placeholders(deck: Deck) -> Iterator[Edit]:
    """Placeholders that nobody filled are taken out, but for titles and what is animated."""
    for slide in deck.slides:
        moved = {one.get("spid") for one in slide.root.iter(f"{{{P}}}spTgt")}
        for shape in slide.shapes:
            identity = first(next(iter(shape.element)), "cNvPr").get("id")
            if is_empty(shape) and shape.holder not in TITLES and identity not in moved:
                shape.element.getparent().remove(shape.element)
                yield edit(slide.part, "placeholder-empty", f"took out the empty placeholder {shape.name!r}", slide)


def reading_order(deck: Deck) -> Iterator[Edit]:
    """Shapes of plain slides are put into the order in which they stand, where nothing overlaps."""
    for slide in deck.slides:
        if misread(slide) is None or child(slide.root, "p:timing") is not None:
            continue
        order = _ordered(slide)
        if order is not None:
            _apply(slide, order)
            yield edit(slide.part, "order", "put its shapes into reading order", slide)


def autofit(deck: Deck) -> Iterator[Edit]:
    """Where text fits as it is, autofit is turned off, so that no program sets it smaller."""
    for slide in deck.slides:
        count = 0
        for shape, ink in slide.inks.items():
            frame = child(first(shape.element, "txBody"), "a:bodyPr")
            shrinking = child(frame, "a:normAutofit")
            if shrinking is None or dict(shrinking.attrib) or not ink.sure or max(ink.over, ink.near) > 0:
                continue
            frame.replace(shrinking, etree.Element(tag("a:noAutofit")))
            count += 1
        if count:
            yield edit(slide.part, "autofit", f"turned autofit off in {_count(count, 'text', 'texts')} that fit", slide)


def _count(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"


def _means_nothing(slide: Slide, shape: Shape) -> bool:
    """A line that joins nothing, a thin bar, or a card with words on it."""
    if shape.box is None:
        return False
    if shape.kind == "line":
        return not any(True for name in ("a:stCxn", "a:endCxn") for _ in every(shape.element, name))
    if min(shape.box.w, shape.box.h) <= _THIN < max(shape.box.w, shape.box.h):
        return True
    return any(shape.box.holds(ink.box, 1.0) for ink in slide.inks.values())


def _names_columns(table: Table) -> bool:
    heads = [cell.text.words for cell in table.cells if cell.row == 0]
    return len(heads) == table.columns and all(any(letter.isalpha() for letter in head) for head in heads)


def _ordered(slide: Slide) -> list[Shape] | None:
    """The shapes of the slide's first level in reading order; None where that would change what hides what."""
    order = [shape for shape in slide.shapes if shape.group is None]
    for _ in range(_MOST_MOVES):
        pair = misread(slide, order)
        if pair is None:
            return order
        at, to = order.index(pair[0]), order.index(pair[1])
        if any(_touch(pair[0], passed) for passed in order[at + 1 : to + 1]):
            return None
        order.insert(to, order.pop(at))
    return None


def _touch(one: Shape, other: Shape) -> bool:
    return one.box is None or other.box is None or min(one.box.shared(other.box)) > 0


def _apply(slide: Slide, order: list[Shape]) -> None:
    """The elements of the shapes in this order, in the places that they had together."""
    tree: Any = child(slide.root, "p:cSld", "p:spTree")
    elements = [shape.element for shape in order]
    places = [at for at, one in enumerate(tree) if any(one is element for element in elements)]
    for at, element in zip(places, elements, strict=True):
        tree.insert(at, element)

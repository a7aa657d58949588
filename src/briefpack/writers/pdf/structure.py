"""The tree of tags that a screen reader walks: built while the pages are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from briefpack.layout.marks import Paragraph

Box = tuple[float, float, float, float]
_ITEMS = ("LI", "Entry", "Lbl", "LBody")
_CELLS = ("TH", "RH", "TD")


class Content(NamedTuple):
    """A marked stretch of a page's content; pages and marks count from 0."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link on a page, by its place among the page's links."""

    page: int
    number: int


@dataclass(slots=True)
class Element:
    """A node of the tree."""

    tag: str
    alt: str = ""
    language: str = ""
    """Where it is another than the document's: 'el-GR'."""
    actual: str = ""
    """The text in the order in which it is read, where it is drawn in another."""
    scope: str = ""
    """'Column' or 'Row' for a header cell."""
    box: Box | None = None
    """Of a figure: left, bottom, right, top in points from the page's bottom left."""
    kids: list[Element | Content | Annotation] = field(default_factory=list)

    def add(self, child: Element) -> Element:
        """Put a node under this one and return it."""
        self.kids.append(child)
        return child


Place = tuple[Element, Element]
"""Where a paragraph goes: its bullet or number, its words."""


class Tree:
    """The document's elements, and the list or table that is still open."""

    def __init__(self) -> None:
        self.root = self._here = Element("Document")
        self._open: Element | None = None
        self._level = self._outlined = 0
        self._last = self.root

    @contextmanager
    def part(self, tag: str) -> Iterator[None]:
        """What is added meanwhile belongs together: the text of one slide on a handout."""
        self.close()
        outer, self._here = self._here, self._here.add(Element(tag))
        yield
        self.close()
        self._here = outer

    def outlined(self, heading: int) -> int:
        """The level in the outline, from 0, of a heading of a level from 1: none is jumped, over all pages."""
        self._outlined = min(heading, self._outlined + 1)
        return self._outlined - 1

    def text(self, tag: str, paragraphs: Sequence[Paragraph]) -> list[Place]:
        """The elements for the paragraphs of a box; neighbouring items share a list, neighbouring cells a table."""
        if tag == "Same":
            places = [(self._last, self._last), *_flow(self._here, paragraphs[1:], "P")]
        elif tag in _ITEMS:
            places = self._item(tag, paragraphs)
        elif tag in _CELLS:
            places = _inside(self._cell(tag), paragraphs)
        else:
            self.close()
            places = _flow(self._here, paragraphs, self._heading(tag) if tag[:1] == "H" else tag)
        self._last = places[-1][1] if places else self._last
        return places

    def figure(self, alt: str, box: Box) -> Element:
        """A drawing that is told in words."""
        self.close()
        return self._here.add(Element("Figure", alt=alt, box=box))

    def table(self) -> Element:
        """A table, to be filled with rows."""
        self.close()
        return self._here.add(Element("Table"))

    def cell(self, row: Element, paragraphs: Sequence[Paragraph], *, head: bool) -> list[Place]:
        """The elements for the paragraphs of a cell."""
        return _inside(row.add(Element("TH", scope="Column") if head else Element("TD")), paragraphs)

    def close(self) -> None:
        """End the open list or table; all rows of a table get as many cells as the longest."""
        if self._open and self._open.tag == "Table":
            rows = [row for row in self._open.kids if isinstance(row, Element)]
            most = max(len(row.kids) for row in rows)
            for row in rows:
                row.kids += [Element("TD") for _ in range(most - len(row.kids))]
        self._open = None

    def _heading(self, tag: str) -> str:
        """A heading's tag; levels never skip one."""
        self._level = min(int(tag[1]), self._level + 1)
        return f"H{self._level}"

    def _item(self, tag: str, paragraphs: Sequence[Paragraph]) -> list[Place]:
        """An item of the open list, or what belongs to the last one."""
        if not (self._open and self._open.tag == "L"):
            self.close()
            self._open = self._here.add(Element("L"))
        if tag == "LI" and any(paragraph.bullet for paragraph in paragraphs):
            return _bulleted(self._open, paragraphs)
        if tag != "LBody" or not self._open.kids:
            self._open.add(Element("LI"))
        item = self._open.kids[-1]
        assert isinstance(item, Element)
        if tag == "Lbl":
            return _inside(item.add(Element("Lbl")), paragraphs)
        if tag == "Entry" and len(paragraphs) > 1:
            label = item.add(Element("Lbl"))
            return [(label, label), *_inside(item.add(Element("LBody")), paragraphs[1:])]
        body = item.kids[-1] if item.kids else None
        if isinstance(body, Element) and body.tag == "LBody":
            return _flow(body, paragraphs, "P")
        return _inside(item.add(Element("LBody")), paragraphs)

    def _cell(self, tag: str) -> Element:
        """A cell of the open table: a head of a column, a head that begins a row, or one of a row's others."""
        if self._open is None or self._open.tag != "Table" or (tag == "TH" and not _heads(self._open)):
            self.close()
            self._open = self._here.add(Element("Table"))
        if tag == "RH" or not self._open.kids:
            self._open.add(Element("TR"))
        row = self._open.kids[-1]
        assert isinstance(row, Element)
        return row.add(Element("TD") if tag == "TD" else Element("TH", scope="Row" if tag == "RH" else "Column"))


def _heads(table: Element) -> bool:
    """Whether a table has no row but that of its heads so far."""
    return len(table.kids) == 1 and all(kid.scope != "Row" for kid in _elements(table.kids[0]))


def _elements(node: Element | Content | Annotation) -> Iterable[Element]:
    return (kid for kid in node.kids if isinstance(kid, Element)) if isinstance(node, Element) else ()


def _inside(owner: Element, paragraphs: Sequence[Paragraph]) -> list[Place]:
    """The paragraphs of an item or cell: a single one needs no element of its own."""
    if len(paragraphs) == 1 and not paragraphs[0].bullet:
        return [(owner, owner)]
    return _flow(owner, paragraphs, "P")


def _flow(owner: Element, paragraphs: Iterable[Paragraph], tag: str) -> list[Place]:
    """Paragraphs under one another; those with a bullet are items of a list."""
    places: list[Place] = []
    some: Element | None = None
    for paragraph in paragraphs:
        if paragraph.bullet:
            some = some or owner.add(Element("L"))
            places += _bulleted(some, [paragraph])
        else:
            some = None
            made = owner.add(Element(tag))
            places.append((made, made))
    return places


def _bulleted(items: Element, paragraphs: Iterable[Paragraph]) -> list[Place]:
    """An item for each paragraph with a bullet; one without goes on with the item before it."""
    places: list[Place] = []
    for paragraph in paragraphs:
        if paragraph.bullet or not places:
            item = items.add(Element("LI"))
            places.append((item.add(Element("Lbl")) if paragraph.bullet else item, item.add(Element("LBody"))))
        else:
            places.append((places[-1][1], places[-1][1]))
    return places

"""The tree of tags that a screen reader walks: built while the pages are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """A marked stretch of a page's content; pages and marks count from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a page, by its place among the page's annotations."""

    page: int
    number: int
    says: str


@dataclass(slots=True)
class Element:
    """A node of the tree."""

    tag: str
    alt: str = ""
    scope: str = ""
    """'Column' for a header cell."""
    box: tuple[float, float, float, float] | None = None
    """Of a figure: left, bottom, right, top in points from the page's bottom left."""
    kids: list[Element | Content | Annotation] = field(default_factory=list)

    def add(self, child: Element) -> Element:
        """Put a node under this one and return it."""
        self.kids.append(child)
        return child


@dataclass(slots=True)
class Tree:
    """The document's elements, and the list that is still open."""

    root: Element = field(default_factory=lambda: Element("Document"))
    _list: Element | None = None
    _level: int = -1
    """Of the last entry of the outline, from 0."""
    _here: Element = field(init=False)
    """What new elements stand in."""

    def __post_init__(self) -> None:
        self._here = self.root

    @contextmanager
    def part(self, tag: str) -> Iterator[None]:
        """What is added meanwhile belongs together: the text of one slide on a handout."""
        outer = self._here
        self._here, self._list = outer.add(Element(tag)), None
        yield
        self._here, self._list = outer, None

    def outlined(self, heading: int) -> int:
        """The level in the outline, from 0, of a heading of a level from 1: none is jumped, over all pages."""
        self._level = min(heading - 1, self._level + 1)
        return self._level

    def text(self, tag: str) -> Element:
        """The element for one paragraph; neighbouring list items share a list."""
        if tag not in ("LI", "Lbl", "LBody"):
            self._list = None
            return self._here.add(Element(tag))
        if tag in ("LI", "Lbl") or self._list is None:
            self._item()
        item = self._last_item()
        body = item.kids[-1] if item.kids else None
        if tag == "LBody" and isinstance(body, Element) and body.tag == "LBody":
            return body.add(Element("P"))
        return item.add(Element("LBody" if tag == "LI" else tag))

    def figure(self, alt: str, box: tuple[float, float, float, float]) -> Element:
        """A drawing that is told in words."""
        self._list = None
        return self._here.add(Element("Figure", alt=alt, box=box))

    def table(self) -> Element:
        """A table, to be filled with rows."""
        self._list = None
        return self._here.add(Element("Table"))

    def _item(self) -> None:
        if self._list is None:
            self._list = self._here.add(Element("L"))
        self._list.add(Element("LI"))

    def _last_item(self) -> Element:
        assert self._list is not None
        last = self._list.kids[-1]
        assert isinstance(last, Element)
        return last

"""The tree of tags as objects of a file, and the way back from each marked stretch to its element."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.writers.pdf.objects import Book, Raw, Ref, number, text
from briefpack.writers.pdf.structure import Annotation, Content, Element

_MAY_BE_EMPTY = ("TD", "TH")


def _counts(kid: Element | Content | Annotation) -> bool:
    """Whether a node stands in the tree: an empty one does where a table would lack a cell."""
    return not isinstance(kid, Element) or bool(kid.kids) or kid.tag in _MAY_BE_EMPTY


class Tagging:
    """Writes the tree of one file."""

    def __init__(self, book: Book, pages: Sequence[Ref], links: Sequence[Sequence[Ref]]) -> None:
        self.book = book
        self.pages = pages
        self.links = links
        self.keys: dict[Ref, int] = {}
        """The number by which each link finds its element."""
        self._owners: list[dict[int, Ref]] = [{} for _ in pages]
        self._linked: list[Ref] = []

    def put(self, document: Element) -> Ref:
        """Add the tree; return its root."""
        root = self.book.reserve()
        top = self._element(document, root)
        nums: list[str] = []
        for place, owners in enumerate(self._owners):
            nums.append(f"{place} [{' '.join([f'{owners[mark]} 0 R' for mark in sorted(owners)])}]")
        for place, owner in enumerate(self._linked, len(self.pages)):
            nums.append(f"{place} {owner} 0 R")
        back = self.book.put({"Nums": Raw(f"[{' '.join(nums)}]")})
        count = len(self.pages) + len(self._linked)
        self.book.put({"Type": Raw("/StructTreeRoot"), "K": top, "ParentTree": back, "ParentTreeNextKey": count}, root)
        return root

    def _element(self, element: Element, parent: Ref) -> Ref:
        ref = self.book.reserve()
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids = " ".join([self._kid(kid, ref, page) for kid in element.kids if _counts(kid)])
        says = self._says(element, page)
        held = f"<</Type /StructElem /S /{element.tag} /P {parent} 0 R{says} /K [{kids}]>>"
        return self.book.held(held.encode("ascii"), ref)

    def _kid(self, kid: Element | Content | Annotation, owner: Ref, page: int | None) -> str:
        if isinstance(kid, Content):
            self._owners[kid.page][kid.number] = owner
            if kid.page == page:
                return str(kid.number)
            return f"<</Type /MCR /Pg {self.pages[kid.page]} 0 R /MCID {kid.number}>>"
        if isinstance(kid, Element):
            return f"{self._element(kid, owner)} 0 R"
        return self._link(kid, owner)

    def _link(self, kid: Annotation, owner: Ref) -> str:
        link = self.links[kid.page][kid.number]
        self.keys[link] = len(self.pages) + len(self._linked)
        self._linked.append(owner)
        return f"<</Type /OBJR /Pg {self.pages[kid.page]} 0 R /Obj {link} 0 R>>"

    def _says(self, element: Element, page: int | None) -> str:
        said = f" /Pg {self.pages[page]} 0 R" if page is not None else ""
        if element.alt:
            said += f" /Alt {text(element.alt)}"
        if element.actual:
            said += f" /ActualText {text(element.actual)}"
        if element.language:
            said += f" /Lang {text(element.language)}"
        if element.scope:
            said += f" /A <</O /Table /Scope /{element.scope}>>"
        if element.box:
            box = " ".join(number(side) for side in element.box)
            said += f" /A <</O /Layout /Placement /Block /BBox [{box}]>>"
        return said

"""The tree of tags as objects of a file, and the way back from each marked stretch to its element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpack.writers.pdf.objects import Book, Raw, Ref, number, text
from briefpack.writers.pdf.structure import Annotation, Content, Element

_MAY_BE_EMPTY = ("TD", "TH")


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
        nums: list[object] = []
        for place, owners in enumerate(self._owners):
            nums += [place, [owners[mark] for mark in sorted(owners)]]
        for place, owner in enumerate(self._linked, len(self.pages)):
            nums += [place, owner]
        back = self.book.put({"Nums": nums})
        count = len(self.pages) + len(self._linked)
        self.book.put({"Type": Raw("/StructTreeRoot"), "K": top, "ParentTree": back, "ParentTreeNextKey": count}, root)
        return root

    def _element(self, element: Element, parent: Ref) -> Ref:
        ref = self.book.reserve()
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids = " ".join(self._kids(element, ref, page))
        self.book.put(
            Raw(f"<</Type /StructElem /S /{element.tag} /P {int(parent)} 0 R{self._says(element, page)} /K [{kids}]>>"),
            ref,
        )
        return ref

    def _kids(self, element: Element, ref: Ref, page: int | None) -> Iterator[str]:
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.kids or kid.tag in _MAY_BE_EMPTY:
                    yield f"{int(self._element(kid, ref))} 0 R"
            elif isinstance(kid, Content):
                self._owners[kid.page][kid.number] = ref
                elsewhere = f"<</Type /MCR /Pg {int(self.pages[kid.page])} 0 R /MCID {kid.number}>>"
                yield str(kid.number) if kid.page == page else elsewhere
            else:
                yield self._link(kid, ref)

    def _link(self, kid: Annotation, owner: Ref) -> str:
        link = self.links[kid.page][kid.number]
        self.keys[link] = len(self.pages) + len(self._linked)
        self._linked.append(owner)
        return f"<</Type /OBJR /Pg {int(self.pages[kid.page])} 0 R /Obj {int(link)} 0 R>>"

    def _says(self, element: Element, page: int | None) -> str:
        said = f" /Pg {int(self.pages[page])} 0 R" if page is not None else ""
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

"""The tags of a PDF as another program finds them: a tree with the words of each element."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf

from briefpack.layout import charting
from briefpack.layout.marks import Chart, Inset, Mark, MarkGroup, Oval, Rect, Rule, Sheets, Table, TextBox


@dataclass
class Node:
    """An element: its tag, its own words and those of its children in order."""

    tag: str
    alt: str = ""
    language: str = ""
    actual: str = ""
    scope: str = ""
    links: int = 0
    kids: list[Node | str] = field(default_factory=list)

    def text(self) -> str:
        """All words, in order."""
        if self.actual:
            return self.actual
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def all(self) -> Iterator[Node]:
        """This element and all under it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.all()


def tree(data: bytes) -> Node:
    """The whole tree of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as book:
        words = {page.objgen: _words(page) for page in book.pages}
        return _node(book.Root.StructTreeRoot.K, words, None)


def paragraphs(root: Node) -> list[str]:
    """The words of the elements that hold any themselves, in the order of the tree; figures leave theirs out."""
    found = []

    def walk(node: Node) -> None:
        if node.tag == "Figure":
            return
        here = "".join(kid if isinstance(kid, str) else kid.text() for kid in node.kids if _inline(kid))
        if here.strip():
            found.append(" ".join(here.split()))
        for kid in node.kids:
            if not _inline(kid):
                walk(kid)

    walk(root)
    return found


def drawn(sheets: Sheets) -> list[str]:
    """The words of every paragraph that is read aloud, in the order of the marks."""
    return [text for sheet in sheets.sheets for text in _texts(sheet.marks)]


def _inline(kid: Node | str) -> bool:
    return isinstance(kid, str) or kid.tag in ("Span", "Link")


def _node(item: pikepdf.Object, words: dict, page: pikepdf.Object | None) -> Node:
    page = item.get("/Pg", page)
    node = Node(str(item.S)[1:], *(str(item.get(key, "")) for key in ("/Alt", "/Lang", "/ActualText")))
    node.scope = str(item.get("/A", {}).get("/Scope", ""))[1:]
    for kid in item.get("/K", []):
        if isinstance(kid, int):
            node.kids.append(words[page.objgen][kid])
        elif kid.get("/Type") == "/MCR":
            node.kids.append(words[kid.Pg.objgen][int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            node.links += 1
        else:
            node.kids.append(_node(kid, words, page))
    return node


def _words(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked stretch of a page, by its number."""
    maps = {name: _codes(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    open_: list[int | str | None] = []
    codes: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            codes = maps[str(operands[0])]
        elif name == "BDC" and "/MCID" in operands[1]:
            open_.append(int(operands[1]["/MCID"]))
            found.setdefault(open_[-1], "")
        elif name in ("BDC", "BMC"):
            actual = operands[1].get("/ActualText") if name == "BDC" else None
            open_.append(None if actual is None else str(actual))
            _tell(found, open_[:-1], "" if actual is None else str(actual))
        elif name == "EMC":
            open_.pop()
        elif name in ("Tj", "TJ") and not (open_ and isinstance(open_[-1], str)):
            strings = [one for one in (operands if name == "Tj" else operands[0]) if isinstance(one, pikepdf.String)]
            _tell(found, open_, "".join(_shown(bytes(one), codes) for one in strings))
    return found


def _tell(found: dict[int, str], open_: list[int | str | None], text: str) -> None:
    number = next((one for one in reversed(open_) if isinstance(one, int)), None)
    if number is not None:
        found[number] += text


def _shown(data: bytes, codes: dict[int, str]) -> str:
    return "".join(codes[int.from_bytes(data[at : at + 2])] for at in range(0, len(data), 2))


def _codes(font: pikepdf.Object) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes().partition(b"beginbfchar")[2])
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _texts(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, TextBox) and mark.tag != "Artifact":
            yield from _plain(mark)
        elif isinstance(mark, Table):
            yield from (text for row in mark.rows for cell in row for text in _plain(cell))
        elif isinstance(mark, MarkGroup) and not mark.alt:
            yield from _texts(mark.marks)
        elif isinstance(mark, Chart) and not mark.alt:
            yield from _texts(charting.marks(mark))
        elif isinstance(mark, Inset):
            yield from _texts(mark.sheet.marks)
        else:
            assert isinstance(mark, (TextBox, Chart, MarkGroup, Rect, Oval, Rule))


def _plain(held: object) -> Iterator[str]:
    for paragraph in held.paragraphs:
        for text in (paragraph.bullet, "".join(run.text for run in paragraph.runs)):
            if text.strip():
                yield " ".join(text.replace("\u200b", "").replace("\u2060", "").split())

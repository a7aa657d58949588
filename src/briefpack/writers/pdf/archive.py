"""A file from drawn pages: tags, links, outline, language, title and colour profile (PDF/UA-1 and PDF/A-2a)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files
from urllib.parse import quote

from briefpack.model import Logo
from briefpack.writers.pdf.book import Drawn, Entry, Link, Page
from briefpack.writers.pdf.objects import Book, Name, Ref, shown, stream, text
from briefpack.writers.pdf.tagging import Tagging

_PRODUCER = "briefpack"


def finished(drawn: Drawn, *, title: str, language: str) -> bytes:
    """The file with all that makes it accessible and fit to keep; no date is written, so that bytes never change."""
    book = Book()
    root, whole = book.reserve(), book.reserve()
    pages = [book.reserve() for _ in drawn.pages]
    links = [[book.reserve() for _ in page.links] for page in drawn.pages]
    tagging = Tagging(book, pages, links)
    tree = tagging.put(drawn.tree.root)
    fonts = drawn.fonts.put(book)
    images = {f"Im{number}": _image(book, logo) for number, logo in enumerate(drawn.images, 1)}
    for number, page in enumerate(drawn.pages):
        for link, ref in zip(page.links, links[number], strict=True):
            book.held(_link(link, tagging.keys[ref], drawn, pages), ref)
        book.put(_page(book, page, number, fonts, images, whole, links[number]), pages[number])
    book.put({"Type": Name("Pages"), "Kids": pages, "Count": len(pages)}, whole)
    entries: dict[str, object] = {
        "Type": Name("Catalog"),
        "Pages": whole,
        "Lang": language,
        "MarkInfo": {"Marked": True},
        "StructTreeRoot": tree,
        "ViewerPreferences": {"DisplayDocTitle": True},
        "Metadata": _metadata(book, title, language),
        "OutputIntents": [_profile(book)],
    }
    if drawn.outline:
        entries["Outlines"] = _outline(book, drawn.outline, pages)
    book.put(entries, root)
    return book.finished(root, book.put({"Title": title, "Creator": _PRODUCER, "Producer": _PRODUCER}))


def _image(book: Book, logo: Logo) -> Ref:
    entries: dict[str, object] = {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": logo.w,
        "Height": logo.h,
        "ColorSpace": Name("DeviceRGB"),
        "BitsPerComponent": 8,
    }
    if logo.alpha:
        entries["SMask"] = book.held(stream(logo.alpha, {**entries, "ColorSpace": Name("DeviceGray")}))
    return book.held(stream(logo.pixels, entries))


def _page(
    book: Book,
    page: Page,
    number: int,
    fonts: dict[str, Ref],
    images: dict[str, Ref],
    whole: Ref,
    links: list[Ref],
) -> object:
    pictures = {"XObject": {name: images[name] for name in page.canvas.images}} if page.canvas.images else {}
    entries: dict[str, object] = {
        "Type": Name("Page"),
        "Parent": whole,
        "MediaBox": [0, 0, page.w, page.h],
        "Resources": {"Font": {name: fonts[name] for name in page.canvas.fonts}, **pictures},
        "Contents": book.held(stream(page.canvas.data(), {})),
        "StructParents": number,
        "Tabs": Name("S"),
    }
    if links:
        entries["Annots"] = links
    return entries


def _link(link: Link, key: int, drawn: Drawn, pages: Sequence[Ref]) -> bytes:
    """To a place in the file itself, '#globe', or to a file beside it or an address."""
    if link.target.startswith("#"):
        page, y = drawn.anchors[link.target[1:]]
        leads = f"/Dest [{pages[page]} 0 R /XYZ null {shown(round(y, 1))} null]"
    else:
        target = quote(link.target, safe="%/:#?&=+,;@!$'()*~[]")
        leads = f"/A <</Type /Action/S /URI/URI {text(target)}>>"
    box = shown([round(side, 2) for side in link.box])
    says = f"/Contents {text(link.says)}/StructParent {key}"
    return f"<</Type /Annot/Subtype /Link/Rect {box}/Border [0 0 0]/F 4{says}{leads}>>".encode("ascii")


def _outline(book: Book, entries: Sequence[Entry], pages: Sequence[Ref]) -> Ref:
    """The entries as a tree: each knows its parent, its neighbours, its first and its last child."""
    root = book.reserve()
    refs = [book.reserve() for _ in entries]
    kids: dict[Ref, list[Ref]] = {ref: [] for ref in (root, *refs)}
    parents = _parents(entries, refs, root)
    for ref, parent in zip(refs, parents, strict=True):
        kids[parent].append(ref)
    book.put({"Type": Name("Outlines"), **_ends(kids[root]), "Count": len(kids[root])}, root)
    for ref, parent, entry in zip(refs, parents, entries, strict=True):
        beside = kids[parent]
        at = beside.index(ref)
        held = {"Title": entry.text, "Parent": parent, **_ends(kids[ref]), "Count": -len(kids[ref])}
        held |= {"Prev": beside[at - 1]} if at else {}
        held |= {"Next": beside[at + 1]} if at + 1 < len(beside) else {}
        book.put({**held, "Dest": [pages[entry.page], Name("XYZ"), None, round(entry.y, 1), None]}, ref)
    return root


def _ends(kids: Sequence[Ref]) -> dict[str, object]:
    return {"First": kids[0], "Last": kids[-1]} if kids else {}


def _parents(entries: Sequence[Entry], refs: Sequence[Ref], root: Ref) -> list[Ref]:
    """For each entry the one before it on a lower level, or the root."""
    above: list[tuple[int, Ref]] = []
    found: list[Ref] = []
    for entry, ref in zip(entries, refs, strict=True):
        while above and above[-1][0] >= entry.level:
            above.pop()
        found.append(above[-1][1] if above else root)
        above.append((entry.level, ref))
    return found


def _metadata(book: Book, title: str, language: str) -> Ref:
    pattern = _data("metadata.xmp").decode()
    packet = pattern.format(
        title=escape(title, quote=False), language=escape(language, quote=False), producer=_PRODUCER
    )
    return book.held(stream(packet.encode(), {"Type": Name("Metadata"), "Subtype": Name("XML")}, packed=False))


def _profile(book: Book) -> object:
    return {
        "Type": Name("OutputIntent"),
        "S": Name("GTS_PDFA1"),
        "OutputConditionIdentifier": "sRGB",
        "Info": "sRGB",
        "DestOutputProfile": book.held(_colours()),
    }


@cache
def _colours() -> bytes:
    """The profile of the colours, compressed once for all files."""
    return stream(_data("srgb.icc"), {"N": 3})


@cache
def _data(name: str) -> bytes:
    return (files("briefpack.writers.pdf") / "data" / name).read_bytes()

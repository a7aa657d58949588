"""Tags, language, title and colour profile into a drawn PDF: PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from briefpack.writers.pdf.drawing import Drawn
from briefpack.writers.pdf.structure import Annotation, Content, Element

_PRODUCER = "briefpack"
_NO_CHARACTER = re.compile(rb"<(0000|FEFF|FFFE)>$")


def finished(drawn: Drawn, *, title: str, language: str) -> bytes:
    """The PDF with all that makes it accessible and fit to keep; no date is written, so that bytes never change."""
    import pikepdf

    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        _Tagging(pdf).tag(drawn.root)
        _describe(pdf, title, language)
        _profile(pdf)
        _mend_fonts(pdf)
        _compress(pdf)
        out = io.BytesIO()
        plain = pikepdf.ObjectStreamMode.disable
        pdf.save(out, deterministic_id=True, min_version="1.7", object_stream_mode=plain, compress_streams=False)
    return out.getvalue()


class _Tagging:
    """Builds the structure tree of one PDF."""

    def __init__(self, pdf: Any) -> None:
        from pikepdf import Dictionary, Name

        self.pdf = pdf
        self.tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.owners: dict[int, dict[int, Any]] = {}
        """Page and number of a marked stretch to the element that holds it."""
        self.links: list[Any] = []

    def tag(self, root: Element) -> None:
        """Write the tree, and the way back from each marked stretch to its element."""
        from pikepdf import Array, Dictionary, Name

        self.tree.K = self._built(root, self.tree)
        back = Array()
        for number, page in enumerate(self.pdf.pages):
            page.obj.StructParents = number
            page.obj.Tabs = Name.S
            marks = self.owners.get(number, {})
            back.append(number)
            back.append(self.pdf.make_indirect(Array([marks[mark] for mark in sorted(marks)])))
        for place, owner in enumerate(self.links, len(self.pdf.pages)):
            back.append(place)
            back.append(owner)
        self.tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=back))
        self.tree.ParentTreeNextKey = len(self.pdf.pages) + len(self.links)
        self.pdf.Root.StructTreeRoot = self.tree
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _built(self, element: Element, parent: Any) -> Any:
        from pikepdf import Array, Dictionary, Name, String

        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent))
        if element.alt:
            made.Alt = String(element.alt)
        if element.scope:
            made.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
        if element.box:
            made.A = Dictionary(O=Name.Layout, BBox=Array([round(side, 2) for side in element.box]))
            made.A.Placement = Name.Block
        made.K = Array([self._kid(kid, made) for kid in element.kids])
        return made

    def _kid(self, kid: Element | Content | Annotation, owner: Any) -> Any:
        from pikepdf import Dictionary, Name, String

        if isinstance(kid, Element):
            return self._built(kid, owner)
        page = self.pdf.pages[kid.page].obj
        if isinstance(kid, Content):
            self.owners.setdefault(kid.page, {})[kid.number] = owner
            return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
        link = page.Annots[kid.number]
        link.Contents = String(kid.says)
        link.F = 4
        link.StructParent = len(self.pdf.pages) + len(self.links)
        self.links.append(owner)
        return Dictionary(Type=Name.OBJR, Obj=link, Pg=page)


def _describe(pdf: Any, title: str, language: str) -> None:
    from pikepdf import Dictionary, Name, String

    pdf.Root.Lang = String(language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]  # reportlab's follows SOURCE_DATE_EPOCH; the one written last follows the content
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/Creator"] = pdf.docinfo["/Producer"] = _PRODUCER
    pattern = (files("briefpack.writers.pdf") / "data" / "metadata.xmp").read_text(encoding="utf-8")
    packet = pattern.format(title=escape(title), language=escape(language), producer=_PRODUCER)
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _profile(pdf: Any) -> None:
    from pikepdf import Array, Dictionary, Name, String

    profile = pdf.make_stream(_srgb())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


@cache
def _srgb() -> bytes:
    return (files("briefpack.writers.pdf") / "data" / "srgb.icc").read_bytes()


def _mend_fonts(pdf: Any) -> None:
    """Take what PDF/A forbids out of reportlab's font maps: codes without a character, lists over a hundred."""
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
            stream = thing.ToUnicode
            stream.write(_mended(stream.read_bytes()))


def _compress(pdf: Any) -> None:
    """Every stream compressed, and none to bytes that end in a line break.

    qpdf writes 'endstream' right after such a byte, which then counts as the line's end and not as
    the stream's: PDF/A forbids it. The metadata stays readable, as PDF/A asks.
    """
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/XML":
            data, packed = packed_well(thing.read_bytes())
            if packed:
                thing.write(data, filter=pikepdf.Name.FlateDecode)
            else:
                thing.write(data)


def packed_well(data: bytes) -> tuple[bytes, bool]:
    """The bytes to write, and whether they are compressed; they never end in a line break.

    The last byte of compressed data is that of its checksum, whatever the level: where it is a
    line break, the data stays as it is, or takes a space at its end where it ends in one itself.
    """
    for some, packed in ((zlib.compress(data, 9), True), (data, False)):
        if some[-1:] not in (b"\n", b"\r"):
            return some, packed
    return zlib.compress(data + b" ", 9), True


def _mended(cmap: bytes) -> bytes:
    head, _, rest = cmap.partition(b" beginbfchar")
    body, _, tail = rest.rpartition(b"endbfchar")
    start = head.rsplit(None, 1)[0] + b"\n"
    pairs = [line for line in body.strip().split(b"\n") if not _NO_CHARACTER.search(line.strip())]
    return start + b"".join(_lists(pairs)) + tail


def _lists(pairs: list[bytes]) -> Iterable[bytes]:
    for first in range(0, len(pairs), 100):
        some = pairs[first : first + 100]
        yield b"%d beginbfchar\n%s\nendbfchar\n" % (len(some), b"\n".join(some))

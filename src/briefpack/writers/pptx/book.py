"""The package: parts, relationships and properties, put together with python-pptx."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import count
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TARGET_MODE as RTM
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, _Relationship
from pptx.opc.packuri import PackURI
from pptx.util import Pt

from briefpack import archives
from briefpack.layout.marks import Chart, Sheet, Sheets
from briefpack.model import Deck, Look, Template
from briefpack.writers.office import region, theme
from briefpack.writers.pptx import chart, layouts, master, notes, properties, skeleton, slides
from briefpack.writers.pptx.layouts import Layout
from briefpack.writers.pptx.pen import Pen, pen
from briefpack.writers.pptx.template import guest
from briefpack.writers.pptx.template.guest import Host

_WHEN = datetime(2020, 1, 1)
"""Date of creation in the properties: a build has no clock."""

_WIDTH, _HEIGHT = 960, 540
_FIRST_SLIDE = 256
"""Smallest id that a slide may have."""

_NUMBERED = re.compile(r"/([A-Za-z]+)(\d+)\.xml$")
_LISTS = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz")
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_SPARE = (RT.PRINTER_SETTINGS, RT.SLIDE_MASTER, RT.THEME)
"""What python-pptx's own template brings along and a deck of ours does not need."""


class Book:
    """A package being filled: hands out part names by counting, never by searching."""

    def __init__(self, presentation: Any, look: Look, language: str) -> None:
        self.presentation = presentation
        self.package = presentation.part.package
        self.pen: Pen = pen(look, language)
        self.layouts: dict[str, Layout | Host] = {}
        """By kind of slide."""
        self.parts: dict[str, Any] = {}
        """The layouts in the package, by kind of slide."""
        self.notes_master: Any = None
        self.look = look
        self._logo: Any = None
        self._counts: dict[str, int] = {}

    def part(self, kind: str, folder: str, content_type: str, blob: bytes = b"", ending: str = "xml") -> Any:
        """A new part, '/ppt/slides/slide7.xml'."""
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        return Part(PackURI(f"/ppt/{folder}/{kind}{number}.{ending}"), content_type, self.package, blob)

    def logo(self) -> Any:
        """The part of the look's logo, one for all slides."""
        if self._logo is None:
            self._logo = self.part("image", "media", CT.PNG, self.look.logo.png if self.look.logo else b"", "png")
        return self._logo

    def skip(self, names: Iterable[str]) -> None:
        """Count on from part names that are taken."""
        for kind, number in (found.groups() for name in names if (found := _NUMBERED.search(name))):
            self._counts[kind] = max(self._counts.get(kind, 0), int(number))


def bound(sheets: Sheets, look: Look, deck: Deck, stamp: str = "") -> bytes:
    """The finished file."""
    book = _hosted(sheets, look, look.template) if look.template else _own(sheets, sheets, look)
    for number, sheet in enumerate(sheets.sheets):
        _add_slide(book, number, sheet, deck)
    if stamp:
        properties.stamped(book.package, stamp)
    return _saved(book, sheets, deck)


def blank(specimen: Sheets, look: Look) -> bytes:
    """The look's master as a deck without slides; its layouts stand where those of the specimen do."""
    bare = replace(specimen, title=look.name, sheets=())
    return _saved(_own(bare, specimen, look), bare, Deck(look.name, "", specimen.language, (), ()))


def _own(sheets: Sheets, like: Sheets, look: Look) -> Book:
    """A new package with the look's master, whose layouts stand where the sheets of another run do."""
    book = Book(Presentation(), look, sheets.language)
    planned = layouts.plan(like.sheets, look)
    book.layouts.update(planned)
    _strip(book)
    book.parts = _add_master(book, planned, look)
    book.notes_master = _add_notes_master(book, look)
    return book


def _hosted(sheets: Sheets, look: Look, template: Template) -> Book:
    """Somebody else's package without its slides; what it lacks for notes is added."""
    book = Book(guest.opened(template), look, sheets.language)
    book.skip(str(part.partname) for part in book.package.iter_parts())
    for kind, (host, part) in guest.hosts(book.presentation, template, {sheet.kind for sheet in sheets.sheets}).items():
        book.layouts[kind], book.parts[kind] = host, part
    masters = (rel.target_part for rel in book.presentation.part.rels.values() if rel.reltype == RT.NOTES_MASTER)
    book.notes_master = next(masters, None) or _add_notes_master(book, look)
    return book


def _saved(book: Book, sheets: Sheets, deck: Deck) -> bytes:
    _describe(book, sheets, deck)
    saved = BytesIO()
    book.presentation.save(saved)
    return archives.restamped(saved.getvalue())


def _strip(book: Book) -> None:
    """Take the template's own master, printer settings and thumbnail out, and make it 16:9."""
    part, root = book.presentation.part, book.presentation.element
    root.remove(root.sldMasterIdLst)
    for link in [link for link, rel in part.rels.items() if rel.reltype in _SPARE]:
        part.rels.pop(link)
    for rel in [rel for rel in book.package.iter_rels() if rel.reltype == RT.THUMBNAIL]:
        book.package.drop_rel(rel.rId)
    book.presentation.slide_width, book.presentation.slide_height = Pt(_WIDTH), Pt(_HEIGHT)
    root.sldSz.attrib.pop("type", None)


def _add_master(book: Book, planned: dict[str, Layout], look: Look) -> dict[str, Any]:
    """The master with all layouts; returns the layout parts by name."""
    main = book.part("slideMaster", "slideMasters", CT.PML_SLIDE_MASTER)
    colours = book.part("theme", "theme", CT.OFC_THEME, theme(look))
    placed, links = {}, []
    for name, layout in planned.items():
        part = book.part("slideLayout", "slideLayouts", CT.PML_SLIDE_LAYOUT, master.layout(layout, look, book.pen))
        part.relate_to(main, RT.SLIDE_MASTER)
        links.append(main.relate_to(part, RT.SLIDE_LAYOUT))
        placed[name] = part
    main.relate_to(colours, RT.THEME)
    main.blob = master.master(layouts.plain(look), look, book.pen, links)
    _list(book, "sldMasterIdLst", "sldMasterId", main, RT.SLIDE_MASTER, number=2147483648)
    book.presentation.part.relate_to(colours, RT.THEME)
    return placed


def _add_notes_master(book: Book, look: Look) -> Any:
    main = book.part("notesMaster", "notesMasters", CT.PML_NOTES_MASTER, skeleton.filled("notes_master.xml"))
    main.relate_to(book.part("theme", "theme", CT.OFC_THEME, theme(look)), RT.THEME)
    _list(book, "notesMasterIdLst", "notesMasterId", main, RT.NOTES_MASTER)
    return main


def _add_slide(book: Book, number: int, sheet: Sheet, deck: Deck) -> None:
    part = book.part("slide", "slides", CT.PML_SLIDE)
    part.relate_to(book.parts[sheet.kind], RT.SLIDE_LAYOUT)
    part.blob = slides.slide(sheet, book.layouts[sheet.kind], _embedding(book, part))
    if sheet.notes:
        said = book.part("notesSlide", "notesSlides", CT.PML_NOTES_SLIDE)
        said.blob = notes.page(sheet.notes, deck.sources, _linking(book.pen, said))
        said.relate_to(book.notes_master, RT.NOTES_MASTER)
        said.relate_to(part, RT.SLIDE)
        part.relate_to(said, RT.NOTES_SLIDE)
    _list(book, "sldIdLst", "sldId", part, RT.SLIDE, number=_FIRST_SLIDE + number)


def _linking(pen: Pen, part: Any) -> Pen:
    """The pen for one part: a link goes among its relationships once, however often it stands on the slide."""
    entered: dict[str, str] = {}

    def enter(target: str) -> str:
        if target not in entered:
            entered[target] = part.rels.get_or_add_ext_rel(RT.HYPERLINK, target)
        return entered[target]

    return replace(pen, enter=enter)


def _embedding(book: Book, slide: Any) -> Pen:
    """The pen for one slide: a chart becomes a part with its workbook inside."""

    def embed(mark: Chart) -> str:
        made = book.part("chart", "charts", CT.DML_CHART)
        numbers = book.part("Microsoft_Excel_Sheet", "embeddings", CT.SML_SHEET, chart.workbook(mark), "xlsx")
        made.blob = chart.part(mark, made.relate_to(numbers, RT.PACKAGE), book.pen)
        link: str = slide.relate_to(made, RT.CHART)
        return link

    def picture() -> str:
        return str(slide.relate_to(book.logo(), RT.IMAGE))

    return replace(_linking(book.pen, slide), embed=embed, picture=picture)


def _list(book: Book, name: str, entry: str, part: Any, reltype: str, number: int = 0) -> None:
    """Enter a part into one of the presentation's lists, which stand at its head in a fixed order."""
    root = book.presentation.element
    found = root.find(f"{{{_P}}}{name}")
    if found is None:
        found = etree.Element(f"{{{_P}}}{name}")
        later = (root.find(f"{{{_P}}}{other}") for other in _LISTS[_LISTS.index(name) + 1 :])
        next(one for one in later if one is not None).addprevious(found)
    item = etree.SubElement(found, f"{{{_P}}}{entry}")
    if number:
        item.set("id", str(number))
    item.set(f"{{{_R}}}id", _related(book.presentation.part, part, reltype))


def _related(owner: Any, part: Any, reltype: str) -> str:
    """Relate a part that is not related yet: python-pptx would look through all relationships before each new one."""
    rels = owner.rels
    name = next(free for number in count(len(rels) + 1) if (free := f"rId{number}") not in rels)
    rels._rels[name] = _Relationship(rels._base_uri, name, reltype, RTM.INTERNAL, part)
    return name


def _describe(book: Book, sheets: Sheets, deck: Deck) -> None:
    """Title, language and author in the file's properties."""
    settings = dict(deck.settings)
    core = book.presentation.core_properties
    core.title, core.language = sheets.title[:255], region(sheets.language)
    core.author = (settings.get("teacher") or settings.get("institution") or "")[:255]
    core.subject, core.keywords, core.comments, core.category = settings.get("course", "")[:255], "", "", ""
    core.last_modified_by, core.revision = "briefpack", 1
    core.created = core.modified = _WHEN
    noted = sum(1 for sheet in sheets.sheets if sheet.notes)
    app = next((rel.target_part for rel in book.package.iter_rels() if rel.reltype == RT.EXTENDED_PROPERTIES), None)
    if app is None:
        app = Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, book.package, b"")
        book.package.relate_to(app, RT.EXTENDED_PROPERTIES)
    app.blob = skeleton.filled("app.xml", slides=len(sheets.sheets), notes=noted)

"""Moving into somebody else's package: its slides go, its masters, layouts, media and theme stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from briefpack.layout.marks import Mark
from briefpack.model import Hosting, Template
from briefpack.writers.pptx.spots import Slot

_SPARE = (RT.SLIDE, RT.PRINTER_SETTINGS, RT.COMMENT_AUTHORS, RT.TAGS)
"""What belongs to the slides that go, or to the machine that it was made on."""
_NEEDED = (RT.PRES_PROPS, RT.VIEW_PROPS, RT.TABLE_STYLES)
"""Parts without which PowerPoint offers to repair the file; Impress writes none of them."""
_LISTS = ("sldIdLst", "custShowLst")
_SECTIONS = "sectionLst"


@dataclass(frozen=True, slots=True)
class Host:
    """A layout of the template, for slides of one kind."""

    hosting: Hosting
    colours: str
    """Which of the theme's colours its slides call by which name."""
    ground: str = "paper"
    furniture: tuple[Mark, ...] = ()

    @property
    def slots(self) -> dict[str, Slot]:
        """Its placeholders by the role of the text that fills them."""
        one = self.hosting
        spots = {"title": one.title, "subtitle": one.subtitle, "body": one.text, "footer": one.footer}
        found = {**spots, "number": one.number}
        return {role: Slot(spot.placeholder, spot) for role, spot in found.items() if spot}


def opened(template: Template) -> Any:
    """The template as a presentation without slides."""
    deck = Presentation(BytesIO(template.package))
    part, root = deck.part, deck.element
    for link in [link for link, rel in part.rels.items() if rel.reltype in _SPARE]:
        part.rels.pop(link)
    for rel in [rel for rel in part.package.iter_rels() if rel.reltype == RT.THUMBNAIL]:
        part.package.drop_rel(rel.rId)
    for gone in list(_entries(root)):
        gone.getparent().remove(gone)
    _complete(deck)
    return deck


def hosts(deck: Any, template: Template, kinds: set[str]) -> dict[str, tuple[Host, Any]]:
    """For each kind its layout: how it is written to, and the part in the package."""
    parts = {str(layout.part.partname): layout for master in deck.slide_masters for layout in master.slide_layouts}
    found = {}
    for kind in sorted(kinds):
        hosting = template.hosting(kind)
        layout = parts[hosting.part]
        found[kind] = (Host(hosting, _mapping(layout)), layout.part)
    return found


def _complete(deck: Any) -> None:
    """Parts that every presentation has, taken from an empty one."""
    known = {rel.reltype for rel in deck.part.rels.values()}
    for rel in Presentation().part.rels.values():
        if rel.reltype in _NEEDED and rel.reltype not in known:
            part = rel.target_part
            deck.part.relate_to(Part(part.partname, part.content_type, deck.part.package, part.blob), rel.reltype)


def _entries(root: Any) -> Iterator[Any]:
    """What the presentation says of its slides: the list, shows, sections."""
    for element in root.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name in _LISTS:
            yield element
        elif name == _SECTIONS:
            yield element.getparent()


def _mapping(layout: Any) -> str:
    """A layout's own mapping of colours is repeated on its slides, as PowerPoint does."""
    own = layout._element.xpath("./p:clrMapOvr/a:overrideClrMapping")
    if not own:
        return "<a:masterClrMapping/>"
    return "<a:overrideClrMapping {}/>".format(" ".join(f'{name}="{own[0].get(name)}"' for name in own[0].attrib))

"""Templates as universities have them, each odd in another way, made from python-pptx's own and one from Impress."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

GERMAN = {
    "Title Slide": "Titelfolie", "Title and Content": "Titel und Inhalt", "Title Only": "Nur Titel",
    "Section Header": "Abschnittsüberschrift", "Blank": "Leer",
}  # fmt: skip
IMPRESS = Path(__file__).parent / "looks" / "impress.pptx"


def plain() -> bytes:
    """python-pptx's own template: 4:3, Office 2007."""
    return saved(Presentation())


def without_title_only() -> bytes:
    deck = Presentation()
    layouts = deck.slide_layouts
    for name in ("Title Only", "Blank", "Comparison"):
        layouts.remove(next(layout for layout in layouts if layout.name == name))
    for number, layout in enumerate(layouts):
        layout.name = f"Custom layout {number}"
        layout._element.attrib.pop("type", None)
    return saved(deck)


def renumbered() -> bytes:
    """Placeholders numbered as after years of copying, layouts in another order."""
    deck = Presentation()
    for layout in deck.slide_layouts:
        for place in layout._element.xpath(".//p:ph[@idx]"):
            place.set("idx", str(int(place.get("idx")) * 7 + 31))
    order = deck.slide_master._element.xpath("./p:sldLayoutIdLst")[0]
    order[:] = list(reversed(order))
    return saved(deck)


def german() -> bytes:
    deck = Presentation()
    for layout in deck.slide_layouts:
        layout.name = f"1_{GERMAN.get(layout.name, 'Sonstige')}"
        layout._element.attrib.pop("type", None)
    return saved(deck)


def pictures() -> bytes:
    """16:9, a photograph over the whole master, a logo in the corner, a coloured band below."""
    from PIL import Image

    deck = wide(Presentation())
    photograph, logo = BytesIO(), BytesIO()
    Image.linear_gradient("L").resize((320, 180)).convert("RGB").save(photograph, "PNG")
    Image.new("RGB", (60, 30), "#8A1538").save(logo, "PNG")
    for index, (stream, place) in enumerate(((photograph, (0, 0, 960, 540)), (logo, (860, 20, 80, 40)))):
        layout = deck.slides.add_slide(deck.slide_layouts[6])
        picture = layout.shapes.add_picture(stream, *(Pt(side) for side in place))
        image, link = layout.part.get_or_add_image_part(stream)
        assert image is not None and link
        element = picture._element
        element.xpath(".//a:blip")[0].set(
            "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed",
            deck.slide_master.part.relate_to(layout.part.related_part(link), relation("image")),
        )
        element.xpath("./p:nvPicPr/p:cNvPr")[0].set("id", str(900 + index))
        deck.slide_master.shapes._spTree.insert(2 + index, element)
    return saved(deck)


def dark() -> bytes:
    """White on a dark blue, by the master's own mapping of colours."""
    deck = wide(Presentation())
    mapping = deck.slide_master._element.xpath("./p:clrMap")[0]
    for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(name, slot)
    return saved(deck)


def banded() -> bytes:
    """16:9 on a small page (10 x 5.6 inches) with a filled band for a footer and no footer placeholders."""
    deck = wide(Presentation(), 720, 405)
    for owner in (deck.slide_master, *deck.slide_layouts):
        for place in owner._element.xpath(".//p:sp[.//p:ph[@type='ftr' or @type='sldNum' or @type='dt']]"):
            place.getparent().remove(place)
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    band = slide.shapes.add_shape(1, 0, Pt(375), Pt(720), Pt(30))
    band.fill.solid()
    band.fill.fore_color.rgb = RGBColor(0x12, 0x3A, 0x5A)
    deck.slide_master.shapes._spTree.append(band._element)
    return saved(deck)


def several_masters() -> bytes:
    """The same master twice, as after pasting slides from another deck: its layouts have other titles."""
    with ZipFile(BytesIO(plain())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    layouts = sorted(name for name in parts if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", name))
    count = len(layouts)
    for number in range(1, count + 1):
        parts[f"ppt/slideLayouts/slideLayout{number + count}.xml"] = parts[f"ppt/slideLayouts/slideLayout{number}.xml"]
        links = parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"]
        name = f"ppt/slideLayouts/_rels/slideLayout{number + count}.xml.rels"
        parts[name] = links.replace(b"slideMaster1", b"slideMaster2")
    master, links = parts["ppt/slideMasters/slideMaster1.xml"].decode(), "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    ids = iter(range(2147484000, 2147484000 + count))
    parts["ppt/slideMasters/slideMaster2.xml"] = re.sub(
        r'(<p:sldLayoutId )id="\d+"', lambda found: f'{found[1]}id="{next(ids)}"', master
    ).encode()
    moved = re.sub(r"slideLayout(\d+)\.xml", lambda n: f"slideLayout{int(n[1]) + count}.xml", parts[links].decode())
    parts["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = moved.replace("theme1.xml", "theme9.xml").encode()
    parts["ppt/theme/theme9.xml"] = parts["ppt/theme/theme1.xml"]
    types = parts["[Content_Types].xml"].decode()
    more = [("slideMaster1", "slideMaster2"), ("theme1", "theme9")]
    more += [(f"slideLayout{number}", f"slideLayout{number + count}") for number in range(1, count + 1)]
    for old, new in more:
        entry = re.search(rf'<Override [^>]*/{old}\.xml"[^>]*/>', types)
        assert entry
        types = types.replace(entry[0], entry[0] + entry[0].replace(f"/{old}.xml", f"/{new}.xml"))
    parts["[Content_Types].xml"] = types.encode()
    relations = parts["ppt/_rels/presentation.xml.rels"].decode()
    entry = re.search(r'<Relationship [^>]*slideMaster1\.xml"[^>]*/>', relations)
    assert entry
    second = re.sub(r'Id="[^"]*"', 'Id="rId99"', entry[0]).replace("slideMaster1", "slideMaster2")
    parts["ppt/_rels/presentation.xml.rels"] = relations.replace(entry[0], entry[0] + second).encode()
    main = parts["ppt/presentation.xml"].decode()
    listed = '<p:sldMasterId id="2147483999" r:id="rId99"/></p:sldMasterIdLst>'
    parts["ppt/presentation.xml"] = main.replace("</p:sldMasterIdLst>", listed).encode()
    return packed(parts)


def with_slides() -> bytes:
    """Sample slides with notes, a section and a logo of their own, which all have to go."""
    deck = Presentation()
    for at in (0, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[at])
        slide.shapes.title.text = "Type your title here"
        slide.notes_slide.notes_text_frame.text = "Corporate rules"
    return saved(deck)


def potx() -> bytes:
    parts = unpacked(plain())
    types = parts["[Content_Types].xml"].replace(b"presentation.main+xml", b"template.main+xml")
    return packed({**parts, "[Content_Types].xml": types})


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "four-by-three.pptx": plain,
    "no-title-only.pptx": without_title_only,
    "renumbered.pptx": renumbered,
    "german.pptx": german,
    "pictures.pptx": pictures,
    "dark.pptx": dark,
    "banded.pptx": banded,
    "several-masters.pptx": several_masters,
    "with-slides.pptx": with_slides,
    "template.potx": potx,
    "impress.pptx": IMPRESS.read_bytes,
}


@cache
def made(name: str) -> bytes:
    return TEMPLATES[name]()


def wide(deck: Any, w: float = 960, h: float = 540) -> Any:
    """Another page, everything on it moved along."""
    across, down = Pt(w) / deck.slide_width, Pt(h) / deck.slide_height
    deck.slide_width, deck.slide_height = Pt(w), Pt(h)
    for owner in (deck.slide_master, *deck.slide_layouts):
        for place in owner._element.xpath(".//a:off"):
            place.set("x", str(Emu(int(int(place.get("x")) * across))))
            place.set("y", str(Emu(int(int(place.get("y")) * down))))
        for size in owner._element.xpath(".//a:ext[@cx]"):
            size.set("cx", str(Emu(int(int(size.get("cx")) * across))))
            size.set("cy", str(Emu(int(int(size.get("cy")) * down))))
    return deck


def relation(kind: str) -> str:
    return f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"


def saved(deck: Any) -> bytes:
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return file.getvalue()

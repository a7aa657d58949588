"""The words of a deck's file with the passages that they lead to, also after someone edited and saved it.

A reference is found by its link to the page of sources, which PowerPoint and Impress keep, and else by
what is printed: '[2 ¶17]'.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from briefpack import archives
from briefpack.errors import ReadError
from briefpack.model import Ref

STAMP = "briefpack"
"""Name of the property of a deck that says which build wrote it."""

_TARGET = re.compile(r"sources\.html#(?P<key>[\w-]+)-(?P<paragraph>\d+)\.(?P<sentence>\d+)$")
_PRINTED = re.compile(r"\s*\[\d+\s?¶[^\[\]]*\]")
_POINTER = re.compile(r"(\d+)\s?¶((?:\d+|[–,\s])+)")
_SPAN = re.compile(r"(\d+)(?:–(\d+))?")
_SPACE = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_FURNITURE = ("FOOTER", "SLIDE_NUMBER", "DATE")
_BROKEN = (*archives.BROKEN, TypeError, AttributeError, IndexError, SyntaxError)
"""What python-pptx, lxml and zipfile raise on a broken file."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a slide, a cell of a table or a paragraph of the notes."""

    text: str
    """Without the printed reference."""
    refs: tuple[Ref, ...] = ()
    """Those that its links lead to."""
    places: tuple[tuple[int, int], ...] = ()
    """Source number and paragraph of each printed pointer."""
    row: str = ""
    """In a table: the words of the cells beside it."""
    title: bool = False

    @property
    def cites(self) -> bool:
        """Whether it has a reference."""
        return bool(self.refs or self.places)


@dataclass(frozen=True, slots=True)
class SlideWords:
    """What a slide says and what its notes hold."""

    number: int
    shown: tuple[Words, ...]
    notes: tuple[Words, ...]
    listed: tuple[str, ...]
    """The lines at its foot: the sources that it cites."""
    numbers: tuple[str, ...] = ()
    """Those of its charts."""
    pictures: int = 0
    """Those that are not the logo of the look."""


def read(data: bytes, name: str) -> tuple[SlideWords, ...]:
    """The words of each slide; ReadError where the file is no deck."""
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    archives.opened(data, name).close()
    try:
        deck = Presentation(io.BytesIO(data))
        return tuple(_slide(slide, number) for number, slide in enumerate(deck.slides, start=1))
    except (PythonPptxError, *_BROKEN):
        raise ReadError(f"{name}: is no readable .pptx: save it again from PowerPoint or Impress") from None


def bare(text: str) -> str:
    """A text without its printed references, on one line."""
    return " ".join(_PRINTED.sub("", text).split())


def stamp(data: bytes) -> str:
    """The mark of the build that wrote a deck; empty where it is gone, or the file is no deck."""
    from lxml import etree

    try:
        with archives.opened(data, "") as held:
            root = etree.fromstring(held.read("docProps/custom.xml"), etree.XMLParser(resolve_entities=False))
    except (ReadError, KeyError, etree.XMLSyntaxError, *archives.BROKEN):
        return ""
    return next((str(one.xpath("string()")).strip() for one in root if one.get("name") == STAMP), "")


def _slide(slide: Any, number: int) -> SlideWords:
    targets = _targets(slide.part)
    title = slide.shapes.title
    shown: list[Words] = []
    listed: list[str] = []
    shapes = tuple(_flat(slide.shapes))
    for shape in shapes:
        if getattr(shape, "has_table", False):
            shown.extend(word for row in shape.table.rows for word in _row(row, targets))
        elif shape.has_text_frame and _place_of(shape) in _FURNITURE:
            listed += [shape.text_frame.text] if _place_of(shape) == _FURNITURE[0] else []
        elif shape.has_text_frame:
            mine = title is not None and shape.shape_id == title.shape_id
            shown.extend(_frame(shape.text_frame, targets, title=mine))
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    notes = () if frame is None else tuple(_paragraphs(frame, _targets(slide.notes_slide.part)))
    numbers = tuple(value for shape in shapes if getattr(shape, "has_chart", False) for value in _values(shape.chart))
    pictures = sum(1 for shape in shapes if shape.element.tag.endswith("}pic") and shape.name != "Logo")
    return SlideWords(number, tuple(shown), notes, tuple(listed), numbers, pictures)


def _values(chart: Any) -> Iterator[str]:
    for series in (one for plot in chart.plots for one in plot.series):
        yield from ("" if value is None else f"{value:g}" for value in series.values)


def _flat(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _place_of(shape: Any) -> str:
    """What kind of placeholder a shape fills; empty for none."""
    return str(shape.placeholder_format.type).split(" ")[0] if shape.is_placeholder else ""


def _frame(frame: Any, targets: dict[str, Ref], *, title: bool) -> Iterator[Words]:
    """The paragraphs of a box; those of a title are one."""
    found = tuple(_paragraphs(frame, targets))
    if title and found:
        yield _joined(found)
    else:
        yield from found


def _joined(found: tuple[Words, ...]) -> Words:
    refs = tuple(ref for one in found for ref in one.refs)
    places = tuple(place for one in found for place in one.places)
    return Words(" ".join(one.text for one in found if one.text), refs, places, title=True)


def _row(row: Any, targets: dict[str, Ref]) -> Iterator[Words]:
    """Each cell, with the words beside it: a column may hold nothing but references."""
    cells = [tuple(_paragraphs(cell.text_frame, targets)) for cell in row.cells]
    texts = [" ".join(one.text for one in cell if one.text) for cell in cells]
    for at, cell in enumerate(cells):
        beside = ": ".join(text for place, text in enumerate(texts) if text and place != at)
        yield from (Words(one.text, one.refs, one.places, beside) for one in cell)


def _paragraphs(frame: Any, targets: dict[str, Ref]) -> Iterator[Words]:
    for paragraph in frame.paragraphs:
        full = str(paragraph.text).replace("\v", " ")
        text = bare(full)
        refs = tuple(dict.fromkeys(_led(paragraph._p, targets)))
        places = tuple(_places(full))
        if text or refs or places:
            yield Words(text, refs, places)


def _led(paragraph: Any, targets: dict[str, Ref]) -> Iterator[Ref]:
    for link in paragraph.xpath(".//a:hlinkClick"):
        ref = targets.get(link.get(f"{{{_SPACE['r']}}}id", ""))
        if ref:
            yield ref


def _targets(part: Any) -> dict[str, Ref]:
    """Relationship to passage, for those that lead to one."""
    outside = {key: unquote(rel.target_ref) for key, rel in part.rels.items() if rel.is_external}
    found = {key: _TARGET.search(target) for key, target in outside.items()}
    return {
        key: Ref(match["key"], int(match["paragraph"]), int(match["sentence"])) for key, match in found.items() if match
    }


def _places(text: str) -> Iterator[tuple[int, int]]:
    """'[1 ¶7–8; 3 ¶5]' is (1, 7), (1, 8), (3, 5)."""
    for number, places in _pointers(_PRINTED.findall(text)):
        for first, last in _SPAN.findall(places):
            yield from ((number, place) for place in range(int(first), min(int(last or first), int(first) + 99) + 1))


def _pointers(printed: Iterable[str]) -> Iterator[tuple[int, str]]:
    for group in printed:
        yield from ((int(number), places) for number, places in _POINTER.findall(group))

"""What a deck said when it was written, kept so that a deck that comes back can be told from it.

The record is OUT/.briefpack/deck-STAMP.json, named by a stamp that the deck carries among its properties.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from briefpack.layout.marks import Chart, Mark, MarkGroup, Paragraph, Sheet, Sheets, Table, TextBox
from briefpack.messages import say
from briefpack.model import Deck, Page
from briefpack.pack.deck_words import bare
from briefpack.writers.pptx.notes import HEADINGS

_FURNITURE = ("footer", "number")


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph as a slide shows it, without its printed reference."""

    text: str
    refs: tuple[str, ...] = ()
    """'@globe, 7.1'."""
    title: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One slide of the file."""

    section: int
    """Place of its '##' on the page, from 0; -1 where it stands on none."""
    heading: str
    kind: str
    shown: tuple[Text, ...]
    notes: tuple[tuple[str, str], ...]
    """Label and words of each line of its notes."""
    numbers: tuple[str, ...] = ()
    """Those of its charts, as written in the file."""


@dataclass(frozen=True, slots=True)
class Record:
    """A deck as it was written."""

    audience: str
    page: str
    """The text of the page that it was made of."""
    slides: tuple[Shown, ...]
    headings: tuple[tuple[str, str], ...] = ()
    """Of the notes, in the language of the deck: ('say', 'Say')."""

    def data(self) -> bytes:
        """As JSON, one slide a line."""
        slides = ",\n".join(json.dumps(asdict(slide), ensure_ascii=False) for slide in self.slides)
        head = json.dumps({"audience": self.audience, "page": self.page, "headings": self.headings}, ensure_ascii=False)
        return f'{head[:-1]},\n"slides": [\n{slides}\n]}}\n'.encode()


def made(placed: Sheets, deck: Deck, text: str, page: Page) -> Record:
    """The record of a deck that is about to be written."""
    sections = _sections(deck, page)
    slides = (_shown(sheet, deck, sections.get(sheet.origin, -1)) for sheet in placed.sheets)
    return Record(deck.audience, text, tuple(slides), tuple((label, say(word)) for label, word in HEADINGS.items()))


def stamp(data: bytes) -> str:
    """The name of a record."""
    return hashlib.sha256(data).hexdigest()[:16]


def read(data: bytes) -> Record:
    """A record again; ValueError, KeyError or TypeError where somebody changed it."""
    held = json.loads(data)
    headings = tuple((str(label), str(word)) for label, word in held["headings"])
    return Record(str(held["audience"]), str(held["page"]), tuple(map(_slide, held["slides"])), headings)


def _slide(held: dict[str, Any]) -> Shown:
    texts = tuple(Text(str(one["text"]), tuple(one["refs"]), bool(one["title"])) for one in held["shown"])
    notes = tuple((str(label), str(words)) for label, words in held["notes"])
    place, numbers = int(held["section"]), tuple(map(str, held["numbers"]))
    return Shown(place, str(held["heading"]), str(held["kind"]), texts, notes, numbers)


def _sections(deck: Deck, page: Page) -> dict[int, int]:
    """Slide to section: they stand in the same order, though some sections became no slide."""
    found: dict[int, int] = {}
    at = 0
    for number, slide in enumerate(deck.slides):
        for place in range(at, len(page.sections)):
            if slide.title.text in page.sections[place].heading and slide.kind == (
                page.sections[place].kind or "points"
            ):
                found[number], at = place, place + 1
                break
    return found


def _shown(sheet: Sheet, deck: Deck, section: int) -> Shown:
    slide = deck.slides[sheet.origin]
    notes = tuple((line.label, bare(line.text)) for line in sheet.notes)
    texts = tuple(text for text in _texts(sheet.marks) if text.text or text.refs)
    return Shown(section, slide.title.text, slide.kind, texts, notes, tuple(_numbers(sheet.marks)))


def _texts(marks: Iterable[Mark]) -> Iterator[Text]:
    for mark in marks:
        if isinstance(mark, MarkGroup):
            yield from _texts(mark.marks)
        elif isinstance(mark, Table):
            yield from (_text(one) for row in mark.rows for cell in row for one in cell.paragraphs)
        elif isinstance(mark, TextBox) and mark.role == "title":
            parts = [_text(one) for one in mark.paragraphs]
            refs = tuple(ref for part in parts for ref in part.refs)
            yield Text(" ".join(part.text for part in parts if part.text), refs, title=True)
        elif isinstance(mark, TextBox) and mark.role not in _FURNITURE:
            yield from (_text(one) for one in mark.paragraphs)


def _text(paragraph: Paragraph) -> Text:
    refs = (ref.citation for run in paragraph.runs for ref in run.refs)
    return Text(bare("".join(run.text for run in paragraph.runs)), tuple(dict.fromkeys(refs)))


def _numbers(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, MarkGroup):
            yield from _numbers(mark.marks)
        elif isinstance(mark, Chart):
            for series in mark.series:
                yield from ("" if value is None else f"{value:g}" for value in series.values)

"""Marks onto pages: nothing is placed or broken here, only drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from briefpack.layout import charting
from briefpack.layout.fit import Families, box_lines, height, wrap
from briefpack.layout.marks import (
    Chart,
    Inset,
    Mark,
    MarkGroup,
    Oval,
    Picture,
    Rect,
    Rule,
    Sheet,
    Sheets,
    Table,
    TextBox,
)
from briefpack.layout.typefaces import Face
from briefpack.model import Look
from briefpack.writers.pdf import words
from briefpack.writers.pdf.book import Drawn, Entry, Frame, Link, Page
from briefpack.writers.pdf.canvas import Ink
from briefpack.writers.pdf.structure import Annotation, Box, Content, Element


def drawn(sheets: Sheets, looks: Mapping[str, Look], look: Look) -> Drawn:
    """Draw every sheet on a page of its own."""
    book = Drawn()
    for sheet in sheets.sheets:
        book.pages.append(Page(sheet.w, sheet.h))
        Pen(book, sheets.language, sheet.h, look, Families.of_page(look), looks).sheet(sheet)
    book.tree.close()
    return book


class Pen:
    """One page in points from its top left, in the colours and fonts of a look."""

    def __init__(
        self, book: Drawn, language: str, tall: float, look: Look, measured: Families, looks: Mapping[str, Look]
    ) -> None:
        self.book = book
        self.tree = book.tree
        self.fonts = book.fonts
        self.canvas = book.pages[-1].canvas
        self.language = language
        self.tall = tall
        self.look = look
        self.measured = measured
        """The families that broke the lines: those of the deck inside an inset."""
        self.looks = looks
        self.quiet = False
        """True inside a figure, whose words stand in its alternative text."""
        self.inside = False
        """True inside an inset, whose lines are set as on the slide and which has one bookmark for all its headings."""
        self.frame = Frame()
        self.families = {slot: (font.page, measured[slot]) for slot, font in look.fonts}
        """The family that draws each slot, and the one that measured it."""
        self._colours = dict(look.colours)

    def ink(self, face: Face, size: float, role: str, tracking: float) -> Ink:
        """How glyphs of a face are drawn on this page."""
        key = (face, size, self._colours[role], tracking)
        known = self.book.inks.get(key)
        if known is None:
            known = self.book.inks[key] = Ink.of(self.fonts(face), *key[1:])
        return known

    def sheet(self, sheet: Sheet) -> None:
        """The ground, then the marks in their order."""
        if sheet.ground != "paper" or self.inside:
            self.rect(Rect(0, 0, sheet.w, sheet.h, fill=sheet.ground))
        self.all(sheet.marks)

    def all(self, marks: Iterable[Mark]) -> None:
        """Each mark by its kind."""
        for mark in marks:
            _DRAW[type(mark)](self, mark)

    def text(self, box: TextBox) -> None:
        """A text box: its paragraphs are elements of their own, unless it is furniture."""
        lines = box_lines(box, self.measured)
        y = box.y if box.anchor == "top" else box.y + _slack(box.h - height(lines, box.pitch), box.anchor)
        tag = _UNDER.get(box.tag, box.tag) if self.inside else box.tag
        elements = [] if tag == "Artifact" or self.quiet else self.tree.text(tag, box.paragraphs)
        if elements and tag[:1] == "H" and not self.inside:
            self.bookmark(int(tag[1]), "".join(run.text for run in box.paragraphs[0].runs), y)
        words.draw(self, lines, (box.x, y, box.w), words.Style(box.size, box.pitch, box.tracking), elements)

    def table(self, table: Table) -> None:
        """Rows with hairlines, the first one as header."""
        top = table.y
        whole = None if self.quiet else self.tree.table()
        for number, (row, tall) in enumerate(zip(table.rows, table.heights, strict=True)):
            line = whole.add(Element("TR")) if whole else None
            x = table.x
            for cell, wide in zip(row, table.widths, strict=True):
                if cell.fill:
                    self.rect(Rect(x, top, wide, tall, fill=cell.fill))
                elements = self.tree.cell(line, cell.paragraphs, head=number == 0) if line else []
                lines = wrap(cell.paragraphs, wide - 2 * table.pad_x, table.size, self.measured)
                room = tall - 2 * table.pad_y - height(lines, table.pitch)
                y = top + table.pad_y + _slack(room, cell.anchor)
                style = words.Style(table.size, table.pitch)
                left = x + (0.0 if table.flush else table.pad_x)
                words.draw(self, lines, (left, y, wide - 2 * table.pad_x), style, elements)
                x += wide
            top += tall
            if self.inside:
                continue  # the rules of a slide's table stand beside it
            ends = number in (0, len(table.rows) - 1)
            self.rule(Rule(table.x, top, x, top, "ink" if ends else "rule", 1.0 if ends else 0.6))

    def group(self, group: MarkGroup) -> None:
        """A figure where it has an alternative text."""
        with self.figure(group.alt, (0, 0, 0, 0) if not group.alt else _bounds(group)):
            self.all(group.marks)

    def chart(self, chart: Chart) -> None:
        """A figure drawn as vectors."""
        with self.figure(chart.alt, (chart.x, chart.y, chart.x + chart.w, chart.y + chart.h)):
            self.all(charting.marks(chart))

    def inset(self, inset: Inset) -> None:
        """A sheet drawn small, its lines broken as on the slide; its words are read like any others."""
        across, up = inset.w / inset.sheet.w, inset.h / inset.sheet.h
        x, y = inset.x, self.tall - inset.y - inset.h
        look = self.looks[inset.look] if inset.look else self.look
        if not self.quiet:
            self.bookmark(2, inset.alt or inset.sheet.title, inset.y)
        with self.canvas.placed(x, y, across, up), self.tree.part("Sect"):
            pen = Pen(self.book, self.language, inset.sheet.h, look, Families.of_picture(look), self.looks)
            pen.quiet, pen.inside, pen.frame = self.quiet, True, Frame(x, y, across, up)
            pen.sheet(inset.sheet)

    def picture(self, picture: Picture) -> None:
        """The logo, as a figure with its words; small, on a handout, as part of the slide."""
        logo = self.look.logo
        if logo is None:
            return
        bounds = (picture.x, picture.y, picture.x + picture.w, picture.y + picture.h)
        with self.figure(picture.alt, bounds) if not self.inside else self.canvas.marked(""):
            self.canvas.image(self.book.image(logo), picture.x, self.tall - picture.y - picture.h, picture.w, picture.h)

    def rect(self, rect: Rect) -> None:
        """A box, round or square, filled or outlined."""
        with self.figure(rect.alt, _box(rect)) if rect.alt else self.marked(None):
            self._paint(rect.fill, rect.line, rect.line_width, dash=rect.dash)
            radius = min(rect.radius, rect.w / 2, rect.h / 2)
            self.canvas.rect(rect.x, self.tall - rect.y - rect.h, rect.w, rect.h, radius)
            self.canvas.done(fill=bool(rect.fill), line=bool(rect.line))

    def oval(self, oval: Oval) -> None:
        """An ellipse in its bounds."""
        with self.figure(oval.alt, _box(oval)) if oval.alt else self.marked(None):
            self._paint(oval.fill, oval.line, oval.line_width)
            self.canvas.ellipse(oval.x, self.tall - oval.y - oval.h, oval.w, oval.h)
            self.canvas.done(fill=bool(oval.fill), line=bool(oval.line))

    def rule(self, rule: Rule) -> None:
        """A line with its heads."""
        with self.figure(rule.alt, _box(rule)) if rule.alt else self.marked(None):
            self._paint(rule.colour, rule.colour, rule.width, dash=rule.dash)
            first, last = (rule.x1, self.tall - rule.y1), (rule.x2, self.tall - rule.y2)
            self.canvas.line(_short(first, last, rule, "<"), _short(last, first, rule, ">"))
            if ">" in rule.arrow:
                self._head(first, last, rule.width)
            if "<" in rule.arrow:
                self._head(last, first, rule.width)

    def link(self, element: Element, target: str, says: str, box: Box) -> None:
        """A place that leads somewhere, and what it says to those who hear it."""
        page = self.book.pages[-1]
        element.kids.append(Annotation(len(self.book.pages) - 1, len(page.links)))
        page.links.append(Link(self.frame.box(box), target, " ".join(says.split()).strip("[]; ")))

    def anchor(self, name: str, y: float) -> None:
        """A place that links of the same file lead to; the first of a name counts."""
        place = len(self.book.pages) - 1, self.frame.box((0, 0, 0, y))[3]
        self.book.anchors.setdefault(name, place)

    def bookmark(self, level: int, text: str, y: float) -> None:
        """An entry of the outline."""
        top = self.frame.box((0, 0, 0, self.tall - y))[3]
        self.book.outline.append(
            Entry(self.tree.outlined(level), " ".join(text.split()), len(self.book.pages) - 1, top)
        )

    def marked(self, element: Element | None) -> AbstractContextManager[None]:
        """What is drawn inside belongs to the element; to nothing (an artifact) without one."""
        if self.quiet:
            return _NOTHING
        if element:
            element.kids.append(Content(len(self.book.pages) - 1, self.canvas.marks))
        return self.canvas.marked(element.tag if element else "")

    @contextmanager
    def figure(self, alt: str, bounds: Box) -> Iterator[None]:
        """What is drawn inside is one figure; without an alternative text, as if nothing were around it."""
        if not alt or self.quiet:
            yield
            return
        left, top, right, bottom = bounds
        box = self.frame.box((left, self.tall - bottom, right, self.tall - top))
        with self.marked(self.tree.figure(alt, box)):
            self.quiet = True
            yield
            self.quiet = False

    def _paint(self, fill: str, line: str, width: float, *, dash: bool = False) -> None:
        inside, around = (self._colours[role] if role else "" for role in (fill, line))
        self.canvas.paint(inside, around, width, (3 * width + 1, 2 * width + 1) if dash else ())

    def _head(self, tail: tuple[float, float], tip: tuple[float, float], width: float) -> None:
        angle = math.atan2(tip[1] - tail[1], tip[0] - tail[0])
        long = 3.4 + 2.2 * width
        half = 0.42 * long
        points = [tip]
        for side in (1, -1):
            x = tip[0] - long * math.cos(angle) + side * half * math.sin(angle)
            y = tip[1] - long * math.sin(angle) - side * half * math.cos(angle)
            points.append((x, y))
        self.canvas.path(points, closed=True)
        self.canvas.done(fill=True, line=False)


def _short(end: tuple[float, float], other: tuple[float, float], rule: Rule, head: str) -> tuple[float, float]:
    """The end of a line, a line's width short of the tip of its head: a blunt end would stand out of it."""
    if head not in rule.arrow:
        return end
    long = math.dist(end, other)
    share = rule.width / long if long > rule.width else 0.0
    return end[0] + share * (other[0] - end[0]), end[1] + share * (other[1] - end[1])


_NOTHING = nullcontext()
"""What is drawn inside belongs to the figure around it."""
_UNDER = {"H1": "H2"}
"""Levels of headings inside an inset, which stands under the page's title."""

_DRAW: dict[type, Callable[[Pen, Any], None]] = {
    TextBox: Pen.text,
    Table: Pen.table,
    Chart: Pen.chart,
    MarkGroup: Pen.group,
    Inset: Pen.inset,
    Picture: Pen.picture,
    Rect: Pen.rect,
    Oval: Pen.oval,
    Rule: Pen.rule,
}


def _slack(room: float, anchor: str) -> float:
    """How far down text begins in a box with this much room to spare."""
    return {"top": 0.0, "middle": room / 2, "bottom": room}[anchor]


def _bounds(group: MarkGroup) -> tuple[float, float, float, float]:
    """The smallest box around all marks of a group."""
    boxes = [_box(mark) for mark in group.marks]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _box(mark: Mark) -> tuple[float, float, float, float]:
    if isinstance(mark, MarkGroup):
        return _bounds(mark)
    if isinstance(mark, Rule):
        return min(mark.x1, mark.x2), min(mark.y1, mark.y2), max(mark.x1, mark.x2), max(mark.y1, mark.y2)
    if isinstance(mark, Table):
        return mark.x, mark.y, mark.x + sum(mark.widths), mark.y + sum(mark.heights)
    return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h

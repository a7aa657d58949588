"""Marks onto a canvas: nothing is placed or broken here, only drawn."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefpack.layout import charting
from briefpack.layout.fit import Families, TextLine, box_lines, height, wrap
from briefpack.layout.marks import Chart, Inset, Mark, MarkGroup, Oval, Rect, Rule, Sheet, Sheets, Table, TextBox
from briefpack.model import Look
from briefpack.writers.pdf import fonts, words
from briefpack.writers.pdf.structure import Content, Element, Tree


@dataclass(frozen=True, slots=True)
class Drawn:
    """The bare PDF, and the tags that belong into it."""

    data: bytes
    root: Element


def drawn(sheets: Sheets, looks: Mapping[str, Look], look: Look) -> Drawn:
    """Draw every sheet on a page of its own; streams are compressed once, when the PDF is finished."""
    from reportlab.pdfgen.canvas import Canvas

    first = fonts.named(look.font("body").page, bold=False, italic=False)
    file = io.BytesIO()
    canvas = Canvas(file, initialFontName=first, invariant=1, pageCompression=0)  # type: ignore[arg-type]  # stub errs
    tree = Tree()
    for page, sheet in enumerate(sheets.sheets):
        canvas.setPageSize((sheet.w, sheet.h))
        pen = Pen(canvas, tree, page, sheet.h, look, Families.of_page(look), looks)
        pen.sheet(sheet)
        canvas.showPage()
    canvas.save()
    return Drawn(file.getvalue(), tree.root)


class Pen:
    """One page's canvas in points from its top left, in the colours and fonts of a look."""

    def __init__(
        self, canvas: Any, tree: Tree, page: int, tall: float, look: Look, measured: Families, looks: Mapping[str, Look]
    ) -> None:
        self.canvas = canvas
        self.tree = tree
        self.page = page
        self.tall = tall
        self.look = look
        self.measured = measured
        """The families that broke the lines: those of the deck inside an inset."""
        self.looks = looks
        self.quiet = False
        """True inside a figure, whose words stand in its alternative text."""
        self.inside = False
        """True inside an inset, whose lines are set as on the slide and which has one bookmark for all its headings."""
        self.onto = (0.0, tall, 1.0)
        """Where its top left corner is on the page, from the bottom left, and at which scale."""
        self.marks = 0

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
        """A text box: its paragraphs are elements of their own."""
        lines = box_lines(box, self.measured)
        y = box.y + _slack(box.h - height(lines, box.pitch), box.anchor)
        style = words.Style(box.size, box.pitch, box.tracking)
        for paragraph in _by_paragraph(lines):
            tag = _UNDER.get(box.tag, box.tag) if self.inside else box.tag
            element = None if tag == "Artifact" or self.quiet else self.tree.text(tag)
            if element and box.tag[:1] == "H" and not self.inside:
                self.bookmark(box.tag, "".join(run.text for run in paragraph[0].paragraph.runs), y)
            y = words.draw(self, paragraph, (box.x, y, box.w), style, element, first=paragraph[0] is lines[0])

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
                head = Element("TH", scope="Column") if number == 0 else Element("TD")
                element = line.add(head) if line else None
                lines = wrap(cell.paragraphs, wide - 2 * table.pad_x, table.size, self.measured)
                room = tall - 2 * table.pad_y - height(lines, table.pitch)
                y = top + table.pad_y + _slack(room, cell.anchor)
                style = words.Style(table.size, table.pitch)
                words.draw(self, lines, (x + table.pad_x, y, wide - 2 * table.pad_x), style, element, first=True)
                x += wide
            top += tall
            ends = number in (0, len(table.rows) - 1)
            if self.inside:
                continue  # the rules of a slide's table stand beside it
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
        """A sheet drawn small, its lines broken as on the slide; its words are text, read where it stands."""
        if not self.quiet:
            self.bookmark("H2", inset.alt or inset.sheet.title, inset.y)
        scale = inset.w / inset.sheet.w
        self.canvas.saveState()
        self.canvas.translate(inset.x, self.tall - inset.y - inset.h)
        self.canvas.scale(scale, inset.h / inset.sheet.h)
        look = self.looks[inset.look] if inset.look else self.look
        pen = Pen(self.canvas, self.tree, self.page, inset.sheet.h, look, Families.of_picture(look), self.looks)
        pen.quiet, pen.inside, pen.marks = self.quiet, True, self.marks
        pen.onto = (*self.placed(inset.x, inset.y), scale * self.onto[2])
        with self.tree.part("Sect"):
            pen.sheet(inset.sheet)
        self.marks = pen.marks
        self.canvas.restoreState()

    def placed(self, x: float, y: float) -> tuple[float, float]:
        """A point from this pen's top left corner as one from the page's bottom left."""
        left, top, scale = self.onto
        return left + x * scale, top - y * scale

    def rect(self, rect: Rect) -> None:
        """A box, round or square, filled or outlined."""
        with self.shape(rect, (rect.x, rect.y, rect.x + rect.w, rect.y + rect.h)):
            fill, stroke = self._paint(rect.fill, rect.line, rect.line_width, rect.dash)
            y = self.tall - rect.y - rect.h
            if rect.radius:
                radius = min(rect.radius, rect.w / 2, rect.h / 2)
                self.canvas.roundRect(rect.x, y, rect.w, rect.h, radius, stroke=stroke, fill=fill)
            else:
                self.canvas.rect(rect.x, y, rect.w, rect.h, stroke=stroke, fill=fill)

    def oval(self, oval: Oval) -> None:
        """An ellipse in its bounds."""
        with self.shape(oval, (oval.x, oval.y, oval.x + oval.w, oval.y + oval.h)):
            fill, stroke = self._paint(oval.fill, oval.line, oval.line_width, dash=False)
            bottom, top = self.tall - oval.y - oval.h, self.tall - oval.y
            self.canvas.ellipse(oval.x, bottom, oval.x + oval.w, top, stroke=stroke, fill=fill)

    def rule(self, rule: Rule) -> None:
        """A line with its heads."""
        bounds = (min(rule.x1, rule.x2), min(rule.y1, rule.y2), max(rule.x1, rule.x2), max(rule.y1, rule.y2))
        with self.shape(rule, bounds):
            self._paint(rule.colour, rule.colour, rule.width, rule.dash)
            first, last = (rule.x1, self.tall - rule.y1), (rule.x2, self.tall - rule.y2)
            self.canvas.line(*_short(first, last, rule, "<"), *_short(last, first, rule, ">"))
            if ">" in rule.arrow:
                self._head(first, last, rule.width)
            if "<" in rule.arrow:
                self._head(last, first, rule.width)

    def colour(self, role: str) -> Any:
        """A role's colour as reportlab's own object: it takes long over text."""
        return _colour(self.look.colour(role))

    def bookmark(self, tag: str, text: str, y: float) -> None:
        """An entry of the outline; levels never jump."""
        level = self.tree.outlined(int(tag[1]))
        key = f"p{self.page}m{self.marks}"
        self.canvas.bookmarkHorizontal(key, 0, self.tall - y)
        self.canvas.addOutlineEntry(text.replace("\u00a0", " ").replace("\n", " ").strip(), key, level=level)

    @contextmanager
    def marked(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside belongs to the element; to nothing (an artifact) without one."""
        if self.quiet:
            yield
            return
        if element is None:
            self.canvas._code.append("/Artifact BMC")
        else:
            element.kids.append(Content(self.page, self.marks))
            self.canvas._code.append(f"/{element.tag} <</MCID {self.marks}>> BDC")
            self.marks += 1
        yield
        self.canvas._code.append("EMC")

    @contextmanager
    def shape(self, mark: Rect | Oval | Rule, bounds: tuple[float, float, float, float]) -> Iterator[None]:
        """A shape is decoration unless it has an alternative text."""
        if mark.alt:
            with self.figure(mark.alt, bounds):
                yield
        else:
            with self.marked(None):
                yield

    @contextmanager
    def figure(self, alt: str, bounds: tuple[float, float, float, float]) -> Iterator[None]:
        """What is drawn inside is one figure; without an alternative text, as if nothing were around it."""
        if not alt or self.quiet:
            yield
            return
        left, top, right, bottom = bounds
        box = (*self.placed(left, bottom), *self.placed(right, top))
        with self.marked(self.tree.figure(alt, box)):
            self.quiet = True
            yield
            self.quiet = False

    def _paint(self, fill: str, line: str, width: float, dash: bool) -> tuple[int, int]:
        if fill:
            self.canvas.setFillColor(self.colour(fill))
        if line:
            self.canvas.setStrokeColor(self.colour(line))
            self.canvas.setLineWidth(width)
            self.canvas.setDash([3 * width + 1, 2 * width + 1] if dash else [])
        return int(bool(fill)), int(bool(line))

    def _head(self, tail: tuple[float, float], tip: tuple[float, float], width: float) -> None:
        angle = math.atan2(tip[1] - tail[1], tip[0] - tail[0])
        long = 3.4 + 2.2 * width
        half = 0.42 * long
        path = self.canvas.beginPath()
        path.moveTo(*tip)
        for side in (1, -1):
            x = tip[0] - long * math.cos(angle) + side * half * math.sin(angle)
            y = tip[1] - long * math.sin(angle) - side * half * math.cos(angle)
            path.lineTo(x, y)
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)


def _short(end: tuple[float, float], other: tuple[float, float], rule: Rule, head: str) -> tuple[float, float]:
    """The end of a line, a line's width short of the tip of its head: a blunt end would stand out of it."""
    long = math.dist(end, other)
    share = rule.width / long if head in rule.arrow and long > rule.width else 0.0
    return end[0] + share * (other[0] - end[0]), end[1] + share * (other[1] - end[1])


@cache
def _colour(hexes: str) -> Any:
    from reportlab.lib.colors import toColor

    return toColor("#" + hexes)


_UNDER = {"H1": "H2"}
"""Levels of headings inside an inset, which stands under the page's title."""

_DRAW: dict[type, Callable[[Pen, Any], None]] = {
    TextBox: Pen.text,
    Table: Pen.table,
    Chart: Pen.chart,
    MarkGroup: Pen.group,
    Inset: Pen.inset,
    Rect: Pen.rect,
    Oval: Pen.oval,
    Rule: Pen.rule,
}


def _slack(room: float, anchor: str) -> float:
    """How far down text begins in a box with this much room to spare."""
    return {"top": 0.0, "middle": room / 2, "bottom": room}[anchor]


def _by_paragraph(lines: tuple[TextLine, ...]) -> Iterator[tuple[TextLine, ...]]:
    """The broken lines, one paragraph at a time."""
    start = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place].first:
            yield lines[start:place]
            start = place


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

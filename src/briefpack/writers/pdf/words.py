"""Lines of text onto a canvas, with the spaces that copying and searching need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefpack.layout import metrics
from briefpack.layout.fit import TextLine, run_width
from briefpack.layout.marks import Paragraph, Run
from briefpack.writers.pdf import fonts
from briefpack.writers.pdf.structure import Annotation, Element

if TYPE_CHECKING:
    from briefpack.writers.pdf.drawing import Pen

_NEAR = 0.002
"""Widths that differ by less than this share are the same."""


@dataclass(frozen=True, slots=True)
class Style:
    """Size and pitch of a box, in points."""

    size: float
    pitch: float
    tracking: float = 0.0


def draw(
    pen: Pen,
    lines: Sequence[TextLine],
    place: tuple[float, float, float],
    style: Style,
    element: Element | None,
    *,
    first: bool,
) -> float:
    """Draw lines from x, y, at a width; return the y below them. ``first``: nothing stands above in the box."""
    x, y, wide = place
    for number, (line, runs) in enumerate(zip(lines, _with_spaces(lines), strict=True)):
        y += line.paragraph.before if line.first and not (first and number == 0) else 0.0
        base = pen.tall - y - _baseline(line, style, pen)
        if line.first and line.paragraph.bullet:
            bullet = Run(line.paragraph.bullet, bold=True, colour="accent")
            _line(pen, (bullet,), x, base, style, element)
        inner = x + line.paragraph.indent
        left = inner + _shift(line.paragraph.align, wide - line.paragraph.indent - line.width)
        _line(pen, runs, left, base, style, element)
        y += style.pitch
    return y


def _line(pen: Pen, runs: Iterable[Run], x: float, y: float, style: Style, element: Element | None) -> None:
    """One line; a run with a link is an element of its own inside the paragraph's."""
    for linked, some in _by_link(runs):
        wide = sum(run_width(run, pen.measured, style.size, style.tracking) for run in some)
        owner = element
        if linked and element is not None and not pen.inside:
            owner = element.add(Element("Link"))
        with pen.marked(owner):
            _out(pen, some, x, y, style)
        if owner is not None and owner is not element:
            _link(pen, owner, linked, (x, y - style.size * 0.25, x + wide, y + style.size * 0.8))
        x += wide


def _out(pen: Pen, runs: Iterable[Run], x: float, y: float, style: Style) -> None:
    text = pen.canvas.beginText(x, y)
    for run in runs:
        family = pen.look.font(run.font).page
        size = style.size * run.scale
        pieces = fonts.pieces(run.text, family)
        parts = [(part, fonts.named(by, bold=run.bold, italic=run.italic)) for part, by in pieces]
        alike = pen.measured[run.font] == family and pieces == ((run.text, family),)
        text.setFillColor(pen.colour(run.colour))
        text.setCharSpace(style.tracking)
        text.setHorizScale(100 if alike else 100 * _ratio(run_width(run, pen.measured, style.size), parts, size))
        for part, font in parts:
            text.setFont(font, size)
            text.textOut(part)
    pen.canvas.drawText(text)


def _ratio(wanted: float, parts: Iterable[tuple[str, str]], size: float) -> float:
    """How much to stretch text that another font measured than the one that draws it."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    actual = sum(stringWidth(part, font, size) for part, font in parts)
    if not actual or abs(wanted / actual - 1) < _NEAR:
        return 1.0
    return wanted / actual


def _link(pen: Pen, element: Element, target: str, rect: tuple[float, float, float, float]) -> None:
    pen.canvas.linkURL(target, rect, relative=0)
    element.kids.append(Annotation(pen.page, len(pen.canvas._annotationrefs) - 1, target))


def _by_link(runs: Iterable[Run]) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Neighbouring runs of one target, with the target; empty for none."""
    some: list[Run] = []
    for run in runs:
        if some and run.link != some[-1].link:
            yield some[-1].link, tuple(some)
            some = []
        some.append(run)
    if some:
        yield some[-1].link, tuple(some)


def _with_spaces(lines: Sequence[TextLine]) -> Iterator[tuple[Run, ...]]:
    """The runs of each line, with the space that the break took away, so that words stay apart."""
    place, paragraph, source = 0, None, ""
    for line in lines:
        if line.paragraph is not paragraph or line.first:
            paragraph, place = line.paragraph, 0
            source = _source(line.paragraph)
        place += sum(len(run.text) for run in line.runs)
        broken = source[place : place + 1].isspace()
        while source[place : place + 1].isspace():
            place += 1
        if broken and line.runs:
            last = replace(line.runs[-1], text=line.runs[-1].text + " ")
            yield (*line.runs[:-1], last)
        else:
            yield line.runs


def _source(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs).replace("\u200b", "")


def _baseline(line: TextLine, style: Style, pen: Pen) -> float:
    """From the line's top down to its baseline (DESIGN.md, 11)."""
    first = line.runs[0] if line.runs else Run("")
    face = metrics.face(pen.look.font(first.font).page, first.bold, first.italic)
    ascent, descent = (style.size * value / 1000 for value in (face.ascent, face.descent))
    return (style.pitch - (ascent + descent)) / 2 + ascent


def _shift(align: str, room: float) -> float:
    return {"left": 0.0, "center": room / 2, "right": room}[align]

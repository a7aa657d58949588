"""Lines of text onto a canvas, with the spaces that copying and searching need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
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
_BELOW = 0.2
"""Share of the size under the baseline where a line has an exact pitch, whatever its font (Impress)."""
_WORD = re.compile(r"\S*\s*")


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
        if linked and element is not None:
            owner = element.add(Element("Link"))
        with pen.marked(owner):
            _out(pen, some, x, y, style)
        if owner is not None and owner is not element:
            low, high = pen.tall - y + style.size * 0.25, pen.tall - y - style.size * 0.8
            _link(pen, owner, linked, (*pen.placed(x, low), *pen.placed(x + wide, high)))
        x += wide


def _out(pen: Pen, runs: Iterable[Run], x: float, y: float, style: Style) -> None:
    text = pen.canvas.beginText(x, y)
    for run in runs:
        family = pen.look.font(run.font).page
        size = style.size * run.scale
        text.setFillColor(pen.colour(run.colour))
        text.setCharSpace(style.tracking)
        for word in _words(run.text, alike=pen.measured[run.font] == family):
            pieces = _set(word, family, pen.measured[run.font], run.bold, run.italic)
            text.setHorizScale(pieces[0])
            for part, font in pieces[1]:
                text.setFont(font, size)
                text.textOut(part)
    pen.canvas.drawText(text)


def _words(text: str, *, alike: bool) -> Iterable[str]:
    """What is drawn at once: all of it, or each word by itself where another font says how wide it is."""
    return (text,) if alike else _WORD.findall(text)


@lru_cache(maxsize=8192)
def _set(text: str, family: str, measured: str, bold: bool, italic: bool) -> tuple[float, tuple[tuple[str, str], ...]]:
    """How much to stretch a text that another font measured, in per cent, and its parts with the font of each."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    pieces = fonts.pieces(text, family)
    parts = tuple((part, fonts.named(by, bold=bold, italic=italic)) for part, by in pieces)
    if measured == family and pieces == ((text, family),):
        return 100, parts
    wanted = metrics.width(text, measured, 1000, bold=bold, italic=italic)
    actual = sum(stringWidth(part, font, 1000) for part, font in parts)
    if not actual or abs(wanted / actual - 1) < _NEAR:
        return 100, parts
    return 100 * wanted / actual, parts


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
    """From the line's top down to its baseline: in the middle of its pitch (DESIGN.md, 11), or as on a slide."""
    if pen.inside:
        return style.pitch - _BELOW * style.size * max((run.scale for run in line.runs), default=1.0)
    first = line.runs[0] if line.runs else Run("")
    face = metrics.face(pen.look.font(first.font).page, first.bold, first.italic)
    ascent, descent = (style.size * value / 1000 for value in (face.ascent, face.descent))
    return (style.pitch - (ascent + descent)) / 2 + ascent


def _shift(align: str, room: float) -> float:
    return {"left": 0.0, "center": room / 2, "right": room}[align]

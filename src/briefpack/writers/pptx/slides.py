"""One sheet as the XML of a slide."""

from __future__ import annotations

from briefpack.errors import WriteError
from briefpack.layout.marks import Sheet, TextBox
from briefpack.writers.pptx import skeleton
from briefpack.writers.pptx.layouts import Layout
from briefpack.writers.pptx.pen import Pen
from briefpack.writers.pptx.shapes import Canvas, draw
from briefpack.writers.pptx.template.guest import Host


def slide(sheet: Sheet, layout: Layout | Host, pen: Pen) -> bytes:
    """The slide; what its layout draws already is left to the layout."""
    if not any(isinstance(mark, TextBox) and mark.role == "title" and _words(mark) for mark in sheet.marks):
        raise WriteError(f"slide {sheet.title!r} has no title on it: give its first text box the role 'title'")
    canvas = Canvas(pen, dict(layout.slots))
    ground = "" if sheet.ground == layout.ground else _ground(sheet.ground, pen)
    marks = [mark for mark in sheet.marks if mark not in layout.furniture]
    return skeleton.filled("slide.xml", ground=ground, shapes=draw(marks, canvas), colours=layout.colours)


def _words(box: TextBox) -> bool:
    return any(run.text.strip() for paragraph in box.paragraphs for run in paragraph.runs)


def _ground(role: str, pen: Pen) -> str:
    return f"<p:bg><p:bgPr>{pen.fill(role)}<a:effectLst/></p:bgPr></p:bg>"

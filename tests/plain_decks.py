"""A deck by another program (python-pptx and its own template) in which nothing falls short, for the tests of check."""

from __future__ import annotations

import functools
import io
import zipfile

from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

TEXT, TABLE, CHART, PICTURE, CARDS = range(1, 6)
"""Places of the slides in the clean deck."""


def picture() -> io.BytesIO:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "#808080").save(data, "PNG")
    return io.BytesIO(data.getvalue())


def described(shape, words):
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)
    return shape


def box(slide, words, x, y, w=240, h=60, size=20):
    """A text box whose text wraps; its size is written on the run."""
    shape = slide.shapes.add_textbox(Pt(x), Pt(y), Pt(w), Pt(h))
    shape.text_frame.word_wrap, shape.text_frame.auto_size = True, MSO_AUTO_SIZE.NONE
    shape.text_frame.text = words
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    return shape


def card(slide, x, y, w=180, h=120, colour=MSO_THEME_COLOR.ACCENT_1, words=""):
    """A filled rectangle in a colour of the theme."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(x), Pt(y), Pt(w), Pt(h))
    shape.fill.solid()
    shape.fill.fore_color.theme_color = colour
    shape.text_frame.text = words
    for run in shape.text_frame.paragraphs[0].runs:
        run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        run.font.size, run.font.bold = Pt(20), True
    return shape


def line(slide, x1, y1, x2, y2):
    return slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x1), Pt(y1), Pt(x2), Pt(y2))


def table(slide, rows=3, columns=2):
    frame = slide.shapes.add_table(rows, columns, Pt(60), Pt(150), Pt(500), Pt(40 * rows))
    described(frame, "What each ferry carried last year")
    for row in range(rows):
        for column in range(columns):
            frame.table.cell(row, column).text = f"{'Head' if not row else 'Cell'} {chr(97 + row)}{chr(97 + column)}"
    return frame


def chart(slide):
    data = CategoryChartData()
    data.categories = ["Bay", "Sound"]
    data.add_series("Ferries", (4, 7))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(60), Pt(140), Pt(500), Pt(300), data)
    frame.chart.font.size = Pt(14)
    frame.chart.has_legend = False
    return described(frame, "Bar chart: four ferries cross the bay, seven the sound")


def spoken(deck):
    """Every run in English, notes on every slide."""
    for slide in deck.slides:
        slide.notes_slide.notes_text_frame.text = "What is said about this slide."
        for run in slide._element.xpath(".//a:r"):
            run.get_or_add_rPr().set("lang", "en-GB")


def fresh():
    """The clean deck as an open presentation."""
    deck = Presentation()
    deck.core_properties.title, deck.core_properties.language = "Ferries of the bay", "en-GB"
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text, first.placeholders[1].text = "Ferries of the bay", "A short survey"
    text = deck.slides.add_slide(deck.slide_layouts[1])
    text.shapes.title.text, text.placeholders[1].text = "Seven lines cross the sound", "Four are old\nThree are new"
    for place, words in ((TABLE, "Most freight goes by night"), (CHART, "More cross the sound"),
                         (PICTURE, "The harbour was rebuilt"), (CARDS, "Three owners share the lines")):  # fmt: skip
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = words
        {TABLE: table, CHART: chart}.get(place, lambda _: None)(slide)
    shown = deck.slides[PICTURE].shapes.add_picture(picture(), Pt(60), Pt(150), Pt(240), Pt(180))
    described(shown, "Cranes over the new quay in spring")
    box(deck.slides[PICTURE], "Two quays replaced five", 340, 150)
    for at, owner in enumerate(("Town", "County", "Union")):
        card(deck.slides[CARDS], 60 + 200 * at, 150, words=owner, colour=MSO_THEME_COLOR.TEXT_2)
    spoken(deck)
    return deck


def saved(deck) -> bytes:
    data = io.BytesIO()
    deck.save(data)
    return data.getvalue()


@functools.cache
def clean() -> bytes:
    """The clean deck as a file."""
    return saved(fresh())


def spoilt(spoil) -> bytes:
    """The clean deck with one fault: `spoil` changes the open deck; what it adds speaks English."""
    deck = Presentation(io.BytesIO(clean()))
    spoil(deck)
    return saved(deck)


def rezipped(data: bytes, change) -> bytes:
    """A deck whose parts were changed behind python-pptx's back; `change` gets them by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return out.getvalue()


GREY = RGBColor(0xBB, 0xBB, 0xBB)

"""The fonts that pages embed, and which of them draws a character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import as_file, files

from briefpack.layout import charting, metrics
from briefpack.layout.marks import Chart, Inset, Mark, MarkGroup, Paragraph, Sheets, Table, TextBox

FAMILIES = ("Lato", "PT Serif")

_FILES = {"Lato": ("fontpkg_lato", "Lato-{}.ttf"), "PT Serif": ("fontpkg_pt_serif", "PT_Serif-Web-{}.ttf")}
_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}

_ALIKE = {
    "\u2011": "-",  # no-break hyphen
    "\u2010": "-",  # hyphen
    "\u202f": "\u00a0",  # narrow no-break space
    "\u2007": "\u00a0",  # figure space
    "\u2009": " ",  # thin space
    "\u200a": " ",  # hair space
    "\t": " ",
    "\n": " ",
}
"""Drawn as another character where no font has it: these look the same on paper."""


def named(family: str, *, bold: bool, italic: bool) -> str:
    """The name under which reportlab knows a font; registers it when it is first asked for."""
    return _registered(family, bold, italic)


@lru_cache(maxsize=4096)
def pieces(text: str, family: str) -> tuple[tuple[str, str], ...]:
    """The text in stretches of one family, with that family: its own where it has the characters."""
    return tuple(_pieces(text, family))


def _pieces(text: str, family: str) -> Iterator[tuple[str, str]]:
    stretch, drawn_by = "", family
    for character in text:
        shown, by = _drawn(character, family)
        if by != drawn_by and stretch:
            yield stretch, drawn_by
            stretch = ""
        stretch, drawn_by = stretch + shown, by
    if stretch:
        yield stretch, drawn_by


def drawable(character: str) -> bool:
    """Whether one of the embedded fonts draws it, or it is not drawn at all."""
    shown, family = _drawn(character, FAMILIES[0])
    return not shown or all(metrics.has(one, family) for one in shown)


def texts(sheets: Sheets) -> Iterator[str]:
    """All text that will be drawn, insets included."""
    for sheet in sheets.sheets:
        yield from _texts(sheet.marks)


@cache
def _registered(family: str, bold: bool, italic: bool) -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    package, pattern = _FILES[family]
    style = _STYLES[bold, italic]
    name = f"{family} {style}"
    with as_file(files(package) / "files" / pattern.format(style)) as path:
        pdfmetrics.registerFont(TTFont(name, str(path)))
    return name


@lru_cache(maxsize=4096)
def _drawn(character: str, family: str) -> tuple[str, str]:
    """What stands for a character and the family that draws it; empty for what has no ink or width."""
    others = (family, *(other for other in FAMILIES if other != family))
    for shown in (character, _ALIKE.get(character, "")):
        for name in others if shown else ():
            if metrics.has(shown, name):
                return shown, name
    if unicodedata.category(character) == "Cf":
        return "", family
    return unicodedata.normalize("NFKC", character), family


def _texts(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, TextBox):
            yield from _words(mark.paragraphs)
        elif isinstance(mark, Table):
            for row in mark.rows:
                for cell in row:
                    yield from _words(cell.paragraphs)
        elif isinstance(mark, Chart):
            yield from _texts(charting.marks(mark))
        elif isinstance(mark, MarkGroup):
            yield from _texts(mark.marks)
        elif isinstance(mark, Inset):
            yield from _texts(mark.sheet.marks)


def _words(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield paragraph.bullet
        yield from (run.text for run in paragraph.runs)

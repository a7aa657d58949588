"""Runs of a paragraph: their character styles, languages, directions and links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from briefpack.layout.marks import Run
from briefpack.writers.office import escape, language_of, region, right_to_left, stretches

_EASTERN = ("ja", "ko", "zh")


class Places(Protocol):
    """Where links of a document lead, as it remembers them."""

    def outside(self, target: str) -> str:
        """Enters a file among the relationships of the document; returns its id."""

    def inside(self, name: str) -> str:
        """The bookmark of a place in the document: 'place_1'."""

    def mark(self, name: str) -> str:
        """The bookmark as XML where the place is reached for the first time, else nothing."""


def words(some: Iterable[Run], language: str, places: Places) -> str:
    """The runs as XML, each link around its own."""
    return "".join((places.mark(run.anchor) if run.anchor else "") + _linked(run, language, places) for run in some)


def runs(text: str, language: str, style: str = "") -> str:
    """A text in as many runs as it has languages; a line break or tab is what it is in Word."""
    pieces = [piece for part in _lines(text) for piece in ([part] if part in _MARKS else stretches(part, language))]
    return "".join(_run(piece, language, style) for piece in pieces if piece)


def _linked(run: Run, language: str, places: Places) -> str:
    drawn = runs(run.text, language, _style(run))
    if not run.link:
        return drawn
    file, _, place = run.link.partition("#")
    if not file:
        return f'<w:hyperlink w:anchor="{places.inside(place)}" w:history="1">{drawn}</w:hyperlink>'
    anchor = f' w:anchor="{escape(place)}"' if place else ""
    return f'<w:hyperlink r:id="{places.outside(file)}"{anchor} w:history="1">{drawn}</w:hyperlink>'


def _style(run: Run) -> str:
    if run.refs:
        return "Reference"
    if run.bold:
        return "Strong"
    return "Muted" if run.colour == "muted" else ""


_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def _lines(text: str) -> list[str]:
    """The text cut at line breaks and tabs, which stand as parts of their own."""
    parts: list[str] = []
    for number, line in enumerate(text.split("\n")):
        parts += ["\n"] if number else []
        for place, piece in enumerate(line.split("\t")):
            parts += ["\t", piece] if place else [piece]
    return parts


def _run(text: str, language: str, style: str) -> str:
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = named + ("" if text in _MARKS else _spoken(text, language))
    inside = _MARKS.get(text) or f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def _spoken(text: str, language: str) -> str:
    """Font hint, direction and language of a text in another script than the document's; nothing for its own."""
    code = language_of(text, language)
    backwards = right_to_left(text)
    if code == region(language) and not backwards:
        return ""
    if backwards:
        return f'<w:rtl/><w:lang w:bidi="{code}"/>'
    if code[:2] in _EASTERN:
        return f'<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="{code}"/>'
    return f'<w:lang w:val="{code}"/>'

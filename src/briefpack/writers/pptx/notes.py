"""Speaker notes: what to say, the evidence word for word, what to ask."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from briefpack.layout.references import printed
from briefpack.model import Cited, Line
from briefpack.writers.pptx import skeleton
from briefpack.writers.pptx.text import escape, language_of, right_to_left

_HEADINGS = {"say": "Say", "evidence": "Evidence", "ask": "Ask"}


def page(notes: Iterable[Line], sources: tuple[Cited, ...], language: str) -> bytes:
    """The notes page of one slide."""
    lines: list[str] = []
    for label, group in groupby(notes, key=lambda line: line.label):
        lines += [_HEADINGS[label]] if label in _HEADINGS else []
        lines += [_line(line, sources) for line in group]
    return skeleton.filled("notes.xml", text="".join(_paragraph(line, language) for line in lines) or "<a:p/>")


def _line(line: Line, sources: tuple[Cited, ...]) -> str:
    """The words with their address: 'Output fell by a fifth. [2 ¶17]'."""
    label = "" if line.label in _HEADINGS or not line.label else f"{line.label}: "
    return f"{label}{line.text} {printed(line.refs, sources)}".rstrip()


def _paragraph(text: str, language: str) -> str:
    direction = '<a:pPr algn="r" rtl="1"/>' if right_to_left(text) else ""
    style = f'<a:rPr lang="{language_of(text, language)}"/>'
    lines = [f"<a:r>{style}<a:t>{escape(line)}</a:t></a:r>" for line in text.split("\n")]
    return f"<a:p>{direction}{f'<a:br>{style}</a:br>'.join(lines)}</a:p>"

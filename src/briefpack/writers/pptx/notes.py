"""Speaker notes: what to say, the evidence word for word, what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefpack.layout import references
from briefpack.layout.marks import Run
from briefpack.messages import noted, say
from briefpack.model import Cited, Line
from briefpack.writers.office import escape, language_of, right_to_left, stretches
from briefpack.writers.pptx import skeleton
from briefpack.writers.pptx.pen import Pen
from briefpack.writers.pptx.text import link, spoken

HEADINGS = {"say": noted("Say"), "evidence": noted("Evidence"), "ask": noted("Ask")}


def page(notes: Iterable[Line], sources: tuple[Cited, ...], pen: Pen) -> bytes:
    """The notes page of one slide."""
    paragraphs: list[tuple[Run, ...]] = []
    for label, group in groupby(notes, key=lambda line: line.label):
        paragraphs += [(Run(say(HEADINGS[label])),)] if label in HEADINGS else []
        paragraphs += [tuple(_line(line, sources)) for line in group]
    return skeleton.filled("notes.xml", text="".join(_paragraph(runs, pen) for runs in paragraphs) or "<a:p/>")


def _line(line: Line, sources: tuple[Cited, ...]) -> Iterator[Run]:
    """The words with their address: 'Output fell by a fifth. [2 ¶17]'."""
    label = "" if line.label in HEADINGS or not line.label else say("{label}: ", label=line.label)
    yield Run(f"{label}{line.text}")
    if address := references.printed(line.refs, sources):
        yield from references.linked(Run(f" {address}", refs=line.refs), sources)


def _paragraph(runs: tuple[Run, ...], pen: Pen) -> str:
    direction = '<a:pPr algn="r" rtl="1"/>' if right_to_left("".join(run.text for run in runs)) else ""
    return f"<a:p>{direction}{''.join(_run(run, pen) for run in runs)}</a:p>"


def _run(run: Run, pen: Pen) -> str:
    lines = (
        "".join(_stretch(text, run, pen) for text in stretches(line, pen.language)) for line in run.text.split("\n")
    )
    return f"<a:br>{_style(run, pen)}</a:br>".join(lines)


def _stretch(text: str, run: Run, pen: Pen) -> str:
    return f"<a:r>{_style(replace(run, text=text), pen)}<a:t>{escape(text)}</a:t></a:r>"


def _style(run: Run, pen: Pen) -> str:
    return f"<a:rPr{spoken(language_of(run.text, pen.language), pen)}>{link(run.link, pen)}</a:rPr>"

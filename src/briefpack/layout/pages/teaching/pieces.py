"""What several parts of a teaching set are made of: headings, facts, excerpts, statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefpack.layout.fit import run_width
from briefpack.layout.marks import Mark, Paragraph, Rect, Run, TextBox
from briefpack.layout.pages import piece
from briefpack.layout.pages.paper import moved
from briefpack.layout.pages.setting import Setting, glued, runs
from briefpack.layout.pages.sheets import Part
from briefpack.layout.pages.teaching import sizes
from briefpack.messages import say
from briefpack.model import Block, Line

GUTTER = 14.0
_FACTS = 4
_MARGIN = 40.0
"""Left of an excerpt, for the paragraph's number."""
_NUMBER = 0.86
"""Size of that number, as a share of the excerpt's."""
_PAD = 9.0
_BAR = 3.0


def heading(text: str, w: float, setting: Setting, *, note: str = "", above: float = 12.0) -> list[Part]:
    """A block's heading with its rule; nothing without a text."""
    if not text:
        return []
    tall, marks = piece.heading(setting, text, w, note=note)
    return [Part(above + tall + 2, moved(marks, 0, above), clings=True)]


def numbered(number: int, text: str, w: float, setting: Setting) -> Part:
    """A source's number and its title."""
    head = sizes.of(setting, "head")
    count = setting.text((Paragraph((Run(str(number), bold=True, colour="accent", font="head"),)),), 24, head)
    title = setting.text((Paragraph((Run(text, bold=True, font="head"),)),), w - 26, head, tag="H2")
    return Part(title.h + 4, (replace(count, tag="Artifact"), *moved((title,), 26, 0)), clings=True)


def facts(lines: Sequence[Line], w: float, setting: Setting) -> Part:
    """What is known of a source, up to four facts in a row: what it is called above what it is."""
    small = sizes.of(setting, "small")
    columns = min(max(len(lines), 2), _FACTS)
    wide = (w - (columns - 1) * GUTTER) / columns
    marks: list[Mark] = []
    y = 0.0
    for first in range(0, len(lines), columns):
        row = [_fact(line, wide, setting) for line in lines[first : first + columns]]
        for place, box in enumerate(row):
            marks += moved((box,), place * (wide + GUTTER), y)
        y += max(box.h for box in row) + small.pitch * 0.4
    return Part(y + 2, tuple(marks))


def excerpt(lines: Sequence[Line], w: float, setting: Setting) -> list[Part]:
    """Words of a source on a tint, each paragraph with its number in the margin; one part a paragraph."""
    quote = sizes.of(setting, "quote")
    parts: list[Part] = []
    for place, line in enumerate(lines):
        where = runs(replace(setting.where(line), scale=_NUMBER))
        beside = len(line.refs) > 0 and _wide(where, quote.size, setting) <= _MARGIN - 4
        text = runs(Run(glued(line.text), font="quote"), *(() if beside else (setting.ref(line, own=True),)))
        box = setting.text((text,), w - _MARGIN - 8 - _PAD, quote, "BlockQuote")
        number = setting.text((where,), _MARGIN, quote)
        top = _PAD if place == 0 else 3.0
        tall = top + max(box.h, number.h) + (_PAD if place == len(lines) - 1 else 3.0)
        ground = (Rect(0, 0, w, tall, fill="tint"), Rect(0, 0, _BAR, tall, fill="accent2"))
        said = moved((number,), _BAR + 5, top) if beside else ()
        marks = (*ground, *said, *moved((box,), _MARGIN + 8, top))
        parts.append(Part(tall, marks))
    return parts


def statements(block: Block, w: float, setting: Setting, role: str = "text") -> list[Part]:
    """Lines under one another, each with its name in bold before it."""
    return [_item(line, w, setting, role) for line in block.lines]


def said(line: Line, setting: Setting, *, detail: bool = True) -> Paragraph:
    """A statement after its label, with its reference; what stands after it in muted type."""
    label = line.label.strip()
    mark = "" if not label or label[-1] in ".:?!" else say(":")
    after = f" ({line.detail})" if detail and line.detail else ""
    name = Run(f"{label}{mark} " if label else "", bold=True)
    return runs(name, Run(glued(line.text)), Run(after, colour="muted"), setting.ref(line))


def wanted(line: Line, usual: int, most: int) -> int:
    """Lines to write on: '3 lines' beside a prompt is three."""
    count = line.detail.split(" ")[0]
    return min(int(count), most) if count.isdecimal() and len(count) < 4 else usual


def _wide(paragraph: Paragraph, size: float, setting: Setting) -> float:
    return sum(run_width(run, setting.families, size) for run in paragraph.runs)


def _item(line: Line, w: float, setting: Setting, role: str) -> Part:
    paragraph = replace(said(line, setting), indent=11.0, bullet="•")
    box = setting.text((paragraph,), w, sizes.of(setting, role), tag="LI")
    return Part(box.h + 4, (box,))


def _fact(line: Line, wide: float, setting: Setting) -> TextBox:
    name = Paragraph((Run(line.label, bold=True, colour="accent2", scale=1.0),))
    return setting.text((name, Paragraph((Run(line.text),))), wide, sizes.of(setting, "small"))

"""Parts that run on from block to block: reading set, glossary, and whatever has no arrangement of its own."""

from __future__ import annotations

from collections.abc import Callable

from briefpack import messages
from briefpack.layout.marks import Cell, Mark, Paragraph, Rule, Run, Sheets
from briefpack.layout.pages.asking import LINE, rules
from briefpack.layout.pages.paper import Paper, moved
from briefpack.layout.pages.setting import Setting, runs
from briefpack.layout.pages.sheets import Columns, Part, balanced, tall
from briefpack.layout.pages.teaching import pieces, sizes
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import say
from briefpack.model import Block, TeachingSet
from briefpack.model import Part as Handed

_TERM = 0.26
"""Share of the width that a term takes."""
_WHERE = 78.0
_TALLEST = 300.0
"""Points of a row; a longer meaning is no row of a table."""


def place(part: Handed, whole: TeachingSet, setting: Setting, paper: Paper) -> Sheets:
    """The blocks under one another on as few pages as hold them, filled alike."""
    note = "" if writes(part) and not setting.plain else counted(whole)
    page = Worksheet(part.title, whole.title, setting, paper, part.kind, note=note)
    parts = together(blocks(part.blocks, paper.width, setting), page.room)
    return page.sheets(balanced(parts, page.room))


def blocks(some: tuple[Block, ...], w: float, setting: Setting) -> list[list[Part]]:
    """The parts of each block, in order; a block that goes on from the one before stays with it."""
    found: list[list[Part]] = []
    number = 0
    for block in some:
        number += block.kind == "source" and bool(block.heading)
        drawn = _source(block, w, setting, number) if block.kind == "source" else _drawn(block, w, setting)
        if found and not block.heading:
            found[-1] += drawn
        else:
            found.append(drawn)
    return found


def together(groups: list[list[Part]], room: float) -> list[Part]:
    """The parts of a group held on one page where they fit on one, unless they are rows of a table or a long list."""
    parts: list[Part] = []
    for group in groups:
        whole = tall(group) <= room and not any(part.columns or not part.marks for part in group)
        parts += [_one(group)] if whole and len(group) < _LONG else group
    return parts


_LINES, _MOST_LINES = 2, 8
"""To write on: where a prompt does not say how many, and at most."""
_LONG = 8
"""Parts of a group from which it may go over to the next page."""


def counted(whole: TeachingSet) -> str:
    """'3 sources'."""
    count = len(whole.sources)
    return messages.counted("{count} source", "{count} sources", count)


def writes(part: Handed) -> bool:
    """Whether students write on it."""
    return any(block.kind in ("lookup", "questions", "criteria", "write") for block in part.blocks)


def _one(group: list[Part]) -> Part:
    y = 0.0
    marks: list[Mark] = []
    for part in group:
        marks += moved(part.marks, 0, y)
        y += part.h
    return Part(y, tuple(marks))


def _drawn(block: Block, w: float, setting: Setting) -> list[Part]:
    return [*pieces.heading(block.heading, w, setting), *_DRAW.get(block.kind, pieces.statements)(block, w, setting)]


def _source(block: Block, w: float, setting: Setting, number: int) -> list[Part]:
    head = [Part(10, ()), pieces.numbered(number, block.heading, w, setting)] if block.heading else []
    return [*head, pieces.facts(block.lines, w, setting)] if block.lines else head


def _excerpt(block: Block, w: float, setting: Setting) -> list[Part]:
    return [*pieces.excerpt(block.lines, w, setting), Part(8, ())]


def _terms(block: Block, w: float, setting: Setting) -> list[Part]:
    """A table of words, what they mean and where that stands."""
    widths = (w * _TERM, w * (1 - _TERM) - _WHERE, _WHERE)
    columns = Columns(
        (say("Word"), say("What it means"), say("Where")),
        widths,
        sizes.of(setting, "text"),
        say("Words and their meanings"),
    )
    rows = []
    for line in block.lines:
        cells = (
            Cell((Paragraph((Run(line.label, bold=True, colour="accent"),)),), anchor="top"),
            Cell((Paragraph((Run(line.text),)),), anchor="top"),
            Cell((runs(setting.where(line)),), anchor="top"),
        )
        rows.append(columns.row(cells, setting))
    return rows if all(row.h <= _TALLEST for row in rows) else pieces.statements(block, w, setting)


def _lookup(block: Block, w: float, setting: Setting) -> list[Part]:
    """Words to look up, each with a line to write on; on an office's page in a list."""
    if setting.plain:
        return pieces.statements(block, w, setting)
    text = sizes.of(setting, "text")
    parts = []
    for line in block.lines:
        word = runs(Run(line.label, bold=True, colour="accent"), setting.ref(line))
        box = setting.text((word,), w * 0.4, text, tag="LI")
        h = max(box.h + 7, LINE * 1.25)
        parts.append(Part(h, (box, Rule(w * 0.4 + pieces.GUTTER, h - 6, w, h - 6, "muted", 0.5))))
    return parts


def _question(block: Block, w: float, setting: Setting) -> list[Part]:
    """What is argued about, large."""
    head = sizes.of(setting, "head")
    said = (runs(Run(line.text, bold=True, font="head"), setting.ref(line)) for line in block.lines)
    boxes = [setting.text((paragraph,), w, head) for paragraph in said]
    return [Part(box.h + 8, (box,)) for box in boxes]


def _write(block: Block, w: float, setting: Setting) -> list[Part]:
    """What to write, each with its lines; it never stands apart from them."""
    parts = []
    for line in block.lines:
        box = setting.text((pieces.said(line, setting, detail=False),), w, sizes.of(setting, "text"))
        count = pieces.wanted(line, _LINES, _MOST_LINES)
        parts.append(Part(box.h + LINE * count + 8, (box, *rules(count, w, box.h + LINE * 0.9))))
    return parts


def _small(block: Block, w: float, setting: Setting) -> list[Part]:
    return pieces.statements(block, w, setting, "small")


_DRAW: dict[str, Callable[[Block, float, Setting], list[Part]]] = {
    "excerpt": _excerpt,
    "terms": _terms,
    "lookup": _lookup,
    "answers": _small,
    "care": _small,
    "words": _small,
    "levels": _small,
    "question": _question,
    "write": _write,
}
"""What draws each kind of block; others are a list of statements."""

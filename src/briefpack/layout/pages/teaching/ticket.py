"""The exit ticket: half a page, twice on a sheet, with a line to cut along."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, MarkGroup, Oval, Paragraph, Rule, Run, Sheet, Sheets, TextBox
from briefpack.layout.pages import asking, heads
from briefpack.layout.pages.paper import MARGIN, Paper, foot, moved
from briefpack.layout.pages.setting import Setting, glued, runs
from briefpack.layout.pages.teaching import pieces, sizes
from briefpack.messages import say
from briefpack.model import Block, Line, TeachingSet
from briefpack.model import Part as Handed

_CIRCLES = 7
_DOT = 15.0
_LINES = 2
"""Lines for an answer that does not say how many it needs."""
_MOST_LINES = 5
_BELOW = 12.0
_MOST_AIR = 18.0


def place(part: Handed, whole: TeachingSet, setting: Setting, paper: Paper) -> Sheets:
    """The same ticket above and below; the second one is furniture to whoever listens."""
    half = paper.h / 2
    marks, cut = _ticket(part, whole, setting, paper, half - 34)
    below = tuple(_furniture(mark) for mark in moved(marks, 0, half))
    across = Rule(0, half, paper.w, half, "muted", 0.75, dash=True)
    last = foot(paper, f"{part.title}: {whole.title}"[:110], 1, 1)
    title = f"{part.title}: {whole.title}"
    sheet = Sheet(paper.w, paper.h, (*marks, across, *below, *last), title, kind=part.kind)
    return Sheets(title, whole.language, (sheet,), cut)


def _ticket(
    part: Handed, whole: TeachingSet, setting: Setting, paper: Paper, bottom: float
) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    """Head and blocks down to the cut; blocks that have no room are left out from the end."""
    top, head = heads.worksheet(paper, setting, part.title, whole.title)
    blocks = list(part.blocks)
    while blocks and _height(blocks, paper.width, setting, 0) > bottom - top:
        blocks.pop()
    cut = tuple(f"{part.title}: left out for want of room: {block.heading}" for block in part.blocks[len(blocks) :])
    more = max((n for n in range(_MOST_LINES) if _height(blocks, paper.width, setting, n) <= bottom - top), default=0)
    y, marks = top, list(head)
    spare = bottom - top - _height(blocks, paper.width, setting, more)
    air = min(max(spare, 0.0) / max(len(blocks), 1), _MOST_AIR)
    for block in blocks:
        tall, drawn = _block(block, paper.width, setting, more)
        marks += moved(drawn, MARGIN, y)
        y += tall + air
    return tuple(marks), cut


def _height(blocks: list[Block], w: float, setting: Setting, more: int) -> float:
    return sum(_block(block, w, setting, more)[0] for block in blocks)


def _block(block: Block, w: float, setting: Setting, more: int) -> tuple[float, tuple[Mark, ...]]:
    """A heading and what to answer, with so many lines more than it needs."""
    text = sizes.of(setting, "text")
    marks: list[Mark] = []
    y = 0.0
    if block.heading:
        name = Paragraph((Run(block.heading, bold=True, colour="accent2"),))
        head = setting.text((name,), w, text, tag="H2")
        marks, y = [head], head.h + 1
    if block.kind == "vote":
        tall, drawn = _vote(block.lines, w, setting)
        return y + tall + _BELOW, (*marks, *moved(drawn, 0, y))
    for line in block.lines:
        box = setting.text((runs(Run(glued(line.text)), setting.ref(line)),), w, text)
        count = pieces.wanted(line, _LINES, _MOST_LINES) + more
        marks += (*moved((box,), 0, y), *asking.rules(count, w, y + box.h + asking.LINE * 0.9))
        y += box.h + asking.LINE * (count - 0.1) + _BELOW
    return y, tuple(marks)


def _vote(lines: tuple[Line, ...], w: float, setting: Setting) -> tuple[float, tuple[Mark, ...]]:
    """The question, and a line of circles between the names of its two ends."""
    text, small = sizes.of(setting, "text"), sizes.of(setting, "small")
    asked = setting.text(tuple(runs(Run(glued(line.text)), setting.ref(line)) for line in lines[:1]), w, text)
    ends = [line.text for line in lines[1:3]] or ["", ""]
    step = (w - 40 - _DOT) / (_CIRCLES - 1)
    y = asked.h + 6
    circles = tuple(Oval(20 + at * step, y, _DOT, _DOT, "panel", "ink", 1.2) for at in range(_CIRCLES))
    axis = Rule(20 + _DOT / 2, y + _DOT / 2, w - 20 - _DOT / 2, y + _DOT / 2, "ink", 1.2)
    scale = MarkGroup(
        (axis, *circles), say("Seven circles from {first} to {last}", first=ends[0], last=ends[-1])[:150], "Vote"
    )
    left = setting.text((Paragraph((Run(ends[0], bold=True, colour="accent2"),)),), w * 0.45, small)
    right = setting.text((Paragraph((Run(ends[-1], bold=True, colour="accent"),), align="right"),), w * 0.45, small)
    below = y + _DOT + 3
    named = (*moved((left,), 0, below), *moved((right,), w * 0.55, below))
    return below + max(left.h, right.h), (asked, scale, *named)


def _furniture(mark: Mark) -> Mark:
    if isinstance(mark, TextBox):
        return replace(mark, tag="Artifact")
    if isinstance(mark, MarkGroup):
        return replace(mark, alt="", marks=tuple(_furniture(one) for one in mark.marks))
    return mark

"""Document sheets: a page for each source, with an excerpt, questions and lines down to the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpack.layout.marks import Sheets
from briefpack.layout.pages import asking
from briefpack.layout.pages.paper import Paper
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.sheets import Part, shared_out, tall
from briefpack.layout.pages.teaching import flow, pieces
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.model import Block, Line, TeachingSet
from briefpack.model import Part as Handed

_LEAST_LINES, _MOST_LINES = 3, 12
"""Lines for an answer: no fewer, and no more however much room there is."""
_ABOVE = 14.0
"""Points over the questions."""


def place(part: Handed, whole: TeachingSet, setting: Setting, paper: Paper) -> Sheets:
    """Each source begins a page; one that is more than a page goes on on the next."""
    page = Worksheet(part.title, whole.title, setting, paper, part.kind)
    sheets = [
        made
        for number, blocks in enumerate(_documents(part.blocks), 1)
        for made in _pages(number, blocks, paper.width, setting, page.room)
    ]
    return page.sheets(sheets)


def _documents(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of one source after the other."""
    held: list[Block] = []
    for block in blocks:
        if block.kind == "document" and block.heading and held:
            yield held
            held = []
        held.append(block)
    if held:
        yield held


def _pages(number: int, blocks: list[Block], w: float, setting: Setting, room: float) -> list[list[Part]]:
    """The excerpt, then the questions with the lines that fill the page."""
    above = [part for block in blocks if block.kind != "questions" for part in _above(number, block, w, setting)]
    asked = [line for block in blocks if block.kind == "questions" for line in block.lines]
    if not asked:
        return shared_out(above, room)
    above.append(Part(_ABOVE, ()))
    fewest = _questions(asked, [_LEAST_LINES] * len(asked), w, setting)
    left = room - tall([*above, *fewest])
    if left < 0:
        return shared_out([*above, *fewest], room)
    return [[*above, *_questions(asked, _lines(len(asked), left), w, setting)]]


def _above(number: int, block: Block, w: float, setting: Setting) -> list[Part]:
    if block.kind == "document":
        head = [pieces.numbered(number, block.heading, w, setting)] if block.heading else []
        return [*head, *([pieces.facts(block.lines, w, setting)] if block.lines else [])]
    return [part for group in flow.blocks((block,), w, setting) for part in group]


def _questions(asked: Sequence[Line], counts: Sequence[int], w: float, setting: Setting) -> list[Part]:
    pairs = enumerate(zip(asked, counts, strict=True), 1)
    return [asking.asked(at, line.text, line.refs, w, setting, count, None) for at, (line, count) in pairs]


def _lines(count: int, left: float) -> list[int]:
    """The lines that fit into what is left, shared out evenly, the later questions first."""
    more = int(left // asking.LINE)
    shares = [more // count + (at >= count - more % count) for at in range(count)]
    return [min(_LEAST_LINES + share, _MOST_LINES) for share in shares]

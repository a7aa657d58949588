"""The summary on exactly one page: the largest type at which the most stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from briefpack.errors import FitError
from briefpack.layout import timeline
from briefpack.layout.marks import Mark, Sheet, Sheets
from briefpack.layout.pages import cards, cutting, foundations, grids, heads, lists
from briefpack.layout.pages.paper import MARGIN, Paper, foot, moved, paper
from briefpack.layout.pages.piece import Piece, Row
from briefpack.layout.pages.setting import Setting
from briefpack.messages import say
from briefpack.model import Block, Line, Look, Summary

KINDS: dict[str, Callable[[Block, float, Setting], Piece]] = {
    "lead": lists.lead,
    "judgements": lists.judgements,
    "tensions": lists.tensions,
    "implications": lists.implications,
    "timeline": foundations.when,
    "watch": lists.watch,
    "terms": grids.terms,
    "people": grids.people,
    "question": cards.question,
    "think": cards.think,
    "views": grids.views,
    "sources": foundations.sources,
    "reading": lists.reading,
}
"""What draws each kind of block; others are drawn as a list of statements."""

_PAIRS = {
    ("lead", "question"): 0.53,
    ("tensions", "implications"): 0.5,
    ("watch", "reading"): 0.5,
}
"""Kinds that stand side by side where one follows the other, and the left one's share of the columns."""
_LAST = ("reading", "sources")
"""What stands at the foot of the page, in this order."""

_KEPT: dict[str, Callable[[tuple[Line, ...]], tuple[Line, ...]]] = {
    "timeline": timeline.most_cited,
    "terms": lambda lines: tuple(line for line in lines if line.text),
}
"""The lines of a block that are of use on a page."""

_FACTORS = (1.12, 1.06, 1.0, 0.95, 0.9, 0.86)
_LEAST_GAP, _TIGHT_GAP = 6.0, 4.0
_MOST_GAP = 26.0
_MOST_AIR = 9.0


def place(summary: Summary, look: Look, paper_name: str) -> Sheets:
    """One page, whatever the summary holds; ``cut`` names each line that is not on it.

    FitError where the title and the sources alone are more than a page.
    """
    page, blocks, setting = _fitted(summary, look, paper_name)
    sheet = Sheet(page.paper.w, page.paper.h, page.drawn(blocks, setting), summary.title, kind="summary")
    return Sheets(summary.title, summary.language, (sheet,), cutting.lost(summary, blocks))


def kept(summary: Summary, look: Look, paper_name: str) -> Summary:
    """The summary with what has room on its page, for its other editions; FitError as for the page."""
    return replace(summary, blocks=_fitted(summary, look, paper_name)[1])


@lru_cache(maxsize=4)
def _fitted(summary: Summary, look: Look, paper_name: str) -> tuple[_Page, tuple[Block, ...], Setting]:
    """The page, the blocks that stay and the size they are set in; other editions of a page ask again."""
    setting = Setting(look, summary.sources, summary.language, smallest=summary.rules.smallest)
    page = _Page(summary, paper(paper_name), setting)
    blocks, largest = page.fitted()
    least = summary.rules.least_words
    if cutting.words(blocks) < least and cutting.lost(summary, blocks):
        page = _Page(summary, page.paper, setting, tight=True)
        blocks, largest = page.fitted(least)
    return page, blocks, largest


class _Page:
    """A summary on a paper; set tight where it would say too little otherwise."""

    def __init__(self, summary: Summary, paper: Paper, setting: Setting, *, tight: bool = False) -> None:
        self.summary = summary
        self.paper = paper
        self.setting = setting
        self.tight = tight
        self.gap = _TIGHT_GAP if tight else _LEAST_GAP
        head = heads.brief if setting.plain else heads.band
        self.top, self.head = head(paper, setting, summary.kicker, summary.title)
        self.bottom = paper.bottom - 6
        self.pieces: dict[tuple[Block, float, float], Piece] = {}

    def fitted(self, least: int = 0) -> tuple[tuple[Block, ...], Setting]:
        """The fullest state of the blocks that fits in the smallest type, then the largest type for it.

        With a least count of words, what holds few for its height gives way until there are as many.
        """
        states = [_drawable(state) for state in cutting.states(self.summary)]
        smallest = self.setting.scaled(_FACTORS[-1])
        low, high = 0, len(states) - 1
        if not self.fits(states[high], smallest):
            raise FitError(
                f"the title and the {len(self.summary.sources)} sources of the summary fill more than a page"
            )
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.fits(states[middle], smallest) else (middle + 1, high)
        blocks = self.traded(self.refilled(states[low], smallest), smallest, least)
        return blocks, self.largest(blocks)

    def traded(self, blocks: tuple[Block, ...], setting: Setting, least: int) -> tuple[Block, ...]:
        """Each of the template's cuts tried by itself: other lines may say more in the room that it makes."""
        for kind, count in self.summary.cuts:
            if cutting.words(blocks) >= least:
                break
            others = [other for other in cutting.returning(self.summary) if other != kind]
            tried = self.refilled(cutting.cut(blocks, kind, count), setting, others)
            blocks = max(blocks, tried, key=cutting.words)
        return blocks

    def largest(self, blocks: tuple[Block, ...]) -> Setting:
        """The largest type for blocks that fit in the smallest."""
        low, high = 0, len(_FACTORS) - 1
        while low < high:
            middle = (low + high) // 2
            fits = self.fits(blocks, self.setting.scaled(_FACTORS[middle]))
            low, high = (low, middle) if fits else (middle + 1, high)
        return self.setting.scaled(_FACTORS[low])

    def refilled(
        self, blocks: tuple[Block, ...], setting: Setting, kinds: Sequence[str] | None = None
    ) -> tuple[Block, ...]:
        """Line by line, what was cut comes back as long as it fits: a late cut may have made more room than needed."""
        kinds = list(cutting.returning(self.summary) if kinds is None else kinds)
        while kinds:
            for kind in list(kinds):
                fuller = cutting.grown(self.summary, blocks, kind)
                if fuller is not None and self.fits(_drawable(fuller), setting):
                    blocks = fuller
                else:
                    kinds.remove(kind)
        return _drawable(blocks)

    def fits(self, blocks: tuple[Block, ...], setting: Setting) -> bool:
        """Whether the blocks fit with the least gaps."""
        rows = self.rows(blocks, setting)
        gaps = max(len(rows) - 1, 0) * self.gap
        return self.top + sum(row.tall(0) for row in rows) + gaps <= self.bottom

    def rows(self, blocks: tuple[Block, ...], setting: Setting) -> tuple[Row, ...]:
        """The blocks in rows of one or two; the sources stand last."""
        ordered = sorted(blocks, key=lambda block: _LAST.index(block.kind) if block.kind in _LAST else -1)
        rows: list[Row] = []
        place = 0
        while place < len(ordered):
            pair = tuple(ordered[place : place + 2])
            share = _PAIRS.get((pair[0].kind, pair[1].kind)) if len(pair) == 2 else None
            if share is None or (setting.plain and pair[0].kind == "lead"):
                rows.append(Row(((0.0, self.piece(ordered[place], self.paper.width, setting)),)))
                place += 1
                continue
            rows += self.paired(pair, share, setting)
            place += 2
        return tuple(rows)

    def paired(self, pair: tuple[Block, ...], share: float, setting: Setting) -> tuple[Row, ...]:
        """Two blocks side by side; one above the other where that is hardly taller: one line beside five is a hole.

        What to watch stands beside how to read the page only where that is less tall than both across the page.
        """
        left = self.paper.width * share - 6
        first, second = self.piece(pair[0], left, setting), self.piece(pair[1], self.paper.width - left - 12, setting)
        whole = tuple(Row(((0.0, self.piece(block, self.paper.width, setting)),)) for block in pair)
        hole = abs(first.h - second.h)
        stacked = sum(row.tall(0) for row in whole) + self.gap
        spare = {"tensions": 0.0 if self.tight else hole / 2, "watch": 0.0}.get(pair[0].kind)
        if spare is not None and stacked <= max(first.h, second.h) + spare:
            return whole
        return (Row(((0.0, first), (left + 12, second))),)

    def piece(self, block: Block, w: float, setting: Setting) -> Piece:
        """A block measured at a width; measured once."""
        key = (block, w, setting.factor)
        if key not in self.pieces:
            self.pieces[key] = KINDS.get(block.kind, lists.items)(block, w, setting)
        return self.pieces[key]

    def drawn(self, blocks: tuple[Block, ...], setting: Setting) -> tuple[Mark, ...]:
        """Head, rows with the room shared out among them, foot."""
        rows = self._filled(self.rows(blocks, setting), setting)
        air, gap = _shared(rows, self.bottom - self.top, self.gap)
        marks = list(self.head)
        y = self.top
        for row in rows:
            marks.extend(moved(row.draw(0, air), MARGIN, y))
            y += row.tall(air) + gap
        size = max(8.0 if setting.plain else 8.8, setting.smallest)
        return (*marks, *foot(self.paper, _footnote(self.summary, setting), 1, 1, size))

    def _filled(self, rows: tuple[Row, ...], setting: Setting) -> tuple[Row, ...]:
        """On a page for the hand, lines for notes where a third of it or more would stay empty."""
        tall = sum(row.tall(_MOST_AIR) for row in rows) + len(rows) * _MOST_GAP
        room = self.bottom - self.top - tall
        if setting.plain or room < 4 * cards.WRITING:
            return rows
        notes = Row(((0.0, cards.notes(self.paper.width, room, setting)),))
        return (*rows[:-1], notes, rows[-1])


def _shared(rows: tuple[Row, ...], room: float, least: float) -> tuple[float, float]:
    """Air inside blocks and the gap between them: both grow together until the page is full or they are at most."""
    joints = max(len(rows) - 1, 1)
    low, high = 0.0, 1.0
    for _ in range(30):
        share = (low + high) / 2
        tall = sum(row.tall(share * _MOST_AIR) for row in rows)
        tall += joints * (least + share * (_MOST_GAP - least))
        low, high = (share, high) if tall <= room else (low, share)
    return low * _MOST_AIR, least + low * (_MOST_GAP - least)


def _drawable(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the lines that can be drawn: events need a date, and there are ten at most; words a meaning."""
    shown = tuple(replace(block, lines=_KEPT.get(block.kind, tuple)(block.lines)) for block in blocks)
    return tuple(block for block in shown if block.lines or block.kind == "sources")


def _footnote(summary: Summary, setting: Setting) -> str:
    explained = not setting.plain or any(block.kind == "reading" for block in summary.blocks)
    if not explained:
        return say("[1\u00a0¶1] is source 1, paragraph 1.")
    told = foundations.worked_out(setting.sources) if setting.plain else ""
    return told or (summary.title if len(summary.title) <= 90 else "")

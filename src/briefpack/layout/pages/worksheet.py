"""A run of pages with one head, the sources at the foot of the first, and parts between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefpack.layout.marks import Mark, Sheet, Sheets, TextBox
from briefpack.layout.pages import foundations, heads
from briefpack.layout.pages.paper import MARGIN, Paper, foot, moved
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.sheets import Part, joined
from briefpack.messages import say

_GAP = 10.0


@dataclass(frozen=True)
class Worksheet:
    """What its pages share."""

    kicker: str
    title: str
    setting: Setting
    paper: Paper
    kind: str
    note: str = ""
    """Stands where a name and a date would be written."""
    foot: str = ""
    """What the page is, at its foot; kicker and title where it is empty."""

    @cached_property
    def top(self) -> float:
        """Where the parts begin."""
        return heads.worksheet(self.paper, self.setting, self.kicker, self.title, note=self.note)[0]

    @cached_property
    def legend(self) -> TextBox:
        """What a pointer means, and the sources by name."""
        return foundations.legend(self.paper.width, self.setting)

    @property
    def room(self) -> float:
        """Height between head and legend."""
        return self.paper.bottom - 4 - self.legend.h - _GAP - self.top

    def sheets(self, pages: Sequence[Sequence[Part]], cut: tuple[str, ...] = ()) -> Sheets:
        """The pages drawn; on all but the first, head and legend are furniture."""
        drawn = tuple(self._sheet(parts, number, len(pages)) for number, parts in enumerate(pages, 1))
        return Sheets(self._named(), self.setting.language, drawn, cut)

    def _named(self) -> str:
        return say("{kicker}: {title}", kicker=self.kicker, title=self.title)

    def _sheet(self, parts: Sequence[Part], number: int, count: int) -> Sheet:
        head = heads.worksheet(self.paper, self.setting, self.kicker, self.title, note=self.note, first=number == 1)[1]
        marks: list[Mark] = [*head]
        y = self.top
        for part in joined(parts):
            marks += moved(part.marks, MARGIN, y)
            y += part.h
        below = self.legend if number == 1 else replace(self.legend, tag="Artifact")
        marks += moved((below,), MARGIN, self.paper.bottom - 4 - self.legend.h)
        marks += foot(self.paper, (self.foot or self._named())[:110], number, count)
        title = self.title if number == 1 else self.title + say(" ({number} of {total})", number=number, total=count)
        return Sheet(self.paper.w, self.paper.h, tuple(marks), title, kind=self.kind)

"""Large print: any text that flows, on as many pages as it needs, at 18 points, ragged right, in one column.

Nothing is smaller than 18 points but the foot, nothing is italic or in capitals, all text is dark, and a table becomes
a list, since narrow columns break every line. A heading stays with its text, a question with its lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefpack.layout.fit import run_width
from briefpack.layout.flow import Flow, Heading
from briefpack.layout.marks import Mark, Paragraph, Rule, Run, Sheet, Sheets, TextBox
from briefpack.layout.pages.large_parts import Setter
from briefpack.layout.pages.paper import Paper, moved, paper
from briefpack.layout.pages.setting import Setting
from briefpack.layout.pages.sheets import Part, shared_out
from briefpack.messages import say
from briefpack.model import Look, Type

_MARGIN = 54.0
_FOOT = Type(14, 18)
_NUMBER = 120.0
"""Width that the page's number may take at the foot."""


def place(flow: Flow, look: Look, paper_name: str) -> Sheets:
    """The pages: the first one has the head, every one a foot with its number."""
    page = paper(paper_name)
    setting = Setting(look, (), flow.language)
    setter = Setter(setting, page.w - 2 * _MARGIN)
    bottom = page.h - _MARGIN - _FOOT.pitch
    found = [held for parts in _sections(flow, setter) for held in shared_out(parts, bottom - _MARGIN)]
    sheets = []
    for number, parts in enumerate(found, 1):
        marks: list[Mark] = []
        y = _MARGIN
        for part in parts:
            marks += moved(part.marks, _MARGIN, y)
            y += part.h
        marks += _foot(flow, setting, page, bottom + 10, say("Page {page} of {pages}", page=number, pages=len(found)))
        title = (
            flow.title if number == 1 else flow.title + say(" ({number} of {total})", number=number, total=len(found))
        )
        sheets.append(Sheet(page.w, page.h, tuple(marks), title, kind="large print"))
    return Sheets(
        say("{kicker}: {title} (large print)", kicker=flow.kicker, title=flow.title), flow.language, tuple(sheets)
    )


def _sections(flow: Flow, setter: Setter) -> Iterator[list[Part]]:
    """What stands before each heading that begins a page."""
    starts = [place for place, part in enumerate(flow.parts) if place and isinstance(part, Heading) and part.apart]
    for first, last in pairwise((0, *starts, len(flow.parts))):
        yield [*(() if first else setter.head(flow)), *setter.parts(flow.parts[first:last])]


def _foot(flow: Flow, setting: Setting, page: Paper, y: float, number: str) -> tuple[Mark, ...]:
    """A rule, what the text is as far as there is room, the page's number."""
    wide = page.w - 2 * _MARGIN - _NUMBER
    says = _box(_MARGIN, y + 5, wide - 12, _cut(flow.foot or flow.title, wide - 12, setting), "left")
    count = _box(page.w - _MARGIN - _NUMBER, y + 5, _NUMBER, number, "right")
    return (Rule(_MARGIN, y, page.w - _MARGIN, y, "ink", 1.0), says, count)


def _box(x: float, y: float, w: float, text: str, align: str) -> TextBox:
    paragraph = Paragraph((Run(text),), align=align)
    return TextBox(x, y, w, _FOOT.pitch, (paragraph,), _FOOT.size, _FOOT.pitch, role="footer", tag="Artifact")


def _cut(text: str, w: float, setting: Setting) -> str:
    """The text on one line, cut after a word."""
    words = text.split()
    for count in range(len(words), 0, -1):
        shown = " ".join(words[:count]) + (" …" if count < len(words) else "")
        if run_width(Run(shown), setting.families, _FOOT.size) <= w * setting.families.margin:
            return shown
    return ""

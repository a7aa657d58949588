"""The top of a page: what it is, its title, and where a name goes."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout import dates, logo
from briefpack.layout.fit import wrap
from briefpack.layout.marks import Mark, Paragraph, Rect, Rule, Run, TextBox
from briefpack.layout.pages.paper import MARGIN, Paper, moved
from briefpack.layout.pages.setting import Setting
from briefpack.messages import counted, say
from briefpack.model import Cited, Type

_SLIM = Type(13.0, 16.0)
"""Of a title that stands beside its kicker."""
_TRACKING = 0.8
"""Points between the letters of a kicker."""


def brief(paper: Paper, setting: Setting, kicker: str, title: str) -> tuple[float, tuple[Mark, ...]]:
    """A flag, the kicker, how far the evidence reaches, the title; and the y below."""
    kind = setting.type("kicker")
    flag = (Rect(MARGIN, 0, 30, 7.5, fill="accent"), Rule(MARGIN, 0.55, paper.right, 0.55, "accent", 1.1))
    label = _kicker(setting, kicker, kind, paper.width * 0.5, "accent")
    beside = logo.width(setting.look, 80.0, 18.0)
    room = paper.width * 0.5 - (beside + 8 if beside else 0)
    right = _right(reach(setting.sources, setting.language), Type(kind.size, kind.pitch), room)
    box = _title(setting, title, paper.width, "accent2", (21, 18, 15))
    marks = (
        *flag,
        *moved((label,), MARGIN, 20),
        *moved((right,), MARGIN + paper.width * 0.5, 20),
        *moved((box,), MARGIN, 35),
        *logo.marks(setting.look, paper.right, 15, 80, 18),
    )
    return 35 + box.h + 5, marks


def band(paper: Paper, setting: Setting, kicker: str, title: str) -> tuple[float, tuple[Mark, ...]]:
    """The title on a dark band across the page, a name and a date under it; and the y below."""
    kind = setting.type("kicker")
    label = _kicker(setting, kicker, kind, paper.width * 0.8, "mark")
    box = _title(setting, title, paper.width, "onaccent2", (23, 19, 16))
    tall = 33 + box.h + 12
    ground = Rect(0, 0, paper.w, tall, fill="accent2")
    sign = logo.marks(setting.look, paper.right, 8, 80, 16, panel=True)
    marks = (ground, *moved((label,), MARGIN, 17), *moved((box,), MARGIN, 33), *_name(paper, setting, tall + 9), *sign)
    return tall + 26, marks


def worksheet(
    paper: Paper, setting: Setting, kicker: str, title: str, *, note: str = "", first: bool = True
) -> tuple[float, tuple[Mark, ...]]:
    """A bar, the kicker, a name and a date (or a note instead), the title; and the y below.

    On later pages the same words are furniture.
    """
    kind = setting.type("kicker")
    bar = Rect(MARGIN, 30, paper.width, 2.25, fill="accent2")
    label = _kicker(setting, kicker, kind, paper.width * 0.5, "accent")
    box = _title(setting, title, paper.width, "ink", (20, 17, 14))
    if not first:
        label, box = _furniture(label), _furniture(box)
    said: tuple[Mark, ...] = _name(paper, setting, 39)
    if note:
        right = _right(note, kind, paper.width * 0.5)
        said = moved((right if first else _furniture(right),), MARGIN + paper.width * 0.5, 39)
    sign = logo.marks(setting.look, paper.right, 9, 80, 18) if first else ()
    return 53 + box.h + 10, (bar, *moved((label,), MARGIN, 39), *said, *moved((box,), MARGIN, 53), *sign)


def slim(
    paper: Paper, setting: Setting, kicker: str, title: str, *, first: bool = True
) -> tuple[float, tuple[Mark, ...]]:
    """The head of a worksheet on one line, for paper that is held across; a title too long for it is set as ever."""
    kind = setting.type("kicker")
    label = _kicker(setting, kicker, kind, paper.width * 0.5, "accent")
    said = setting.lines(label.paragraphs, label.w, kind.size)[0]
    left = said.width + _TRACKING * len(kicker) + 14
    words = (Paragraph((Run(title, bold=True, colour="ink", font="head"),)),)
    room = paper.width - left - 240
    if len(setting.lines(words, room, _SLIM.size)) > 1:
        return worksheet(paper, setting, kicker, title, first=first)
    box = replace(setting.text(words, room, _SLIM, tag="H1"), role="title")
    bar = Rect(MARGIN, 30, paper.width, 2.25, fill="accent2")
    if not first:
        label, box = _furniture(label), _furniture(box)
    placed = (*moved((label,), MARGIN, 39.5), *moved((box,), MARGIN + left, 37), *_name(paper, setting, 39))
    sign = logo.marks(setting.look, paper.right, 9, 80, 18) if first else ()
    return 37 + box.h + 8, (bar, *placed, *sign)


def _kicker(setting: Setting, text: str, type: Type, w: float, colour: str) -> TextBox:
    """On one line, whatever an editor calls the page: what does not fit is cut at a word."""
    run = Run(text.upper(), bold=True, colour=colour, font="head" if setting.plain else "body")
    while len(wrap((Paragraph((run,)),), w, type.size, setting.families, tracking=_TRACKING)) > 1:
        kept = run.text.removesuffix(" …").rpartition(" ")[0] or run.text[: len(run.text) * 2 // 3]
        run = replace(run, text=f"{kept.rstrip()} …")
    tall = max(type.pitch, 1.22 * type.size)
    return TextBox(0, 0, w, tall, (Paragraph((run,)),), type.size, type.pitch, "top", "kicker", "P", _TRACKING)


def _right(text: str, type: Type, w: float) -> TextBox:
    paragraph = Paragraph((Run(text, colour="muted"),), align="right")
    return TextBox(0, 0, w, max(type.pitch, 1.22 * type.size), (paragraph,), type.size, type.pitch)


def _title(setting: Setting, title: str, w: float, colour: str, sizes: tuple[float, ...]) -> TextBox:
    """The title on one line if a size allows it, else on two lines of the second size, else in the smallest."""
    paragraph = (Paragraph((Run(title, bold=True, colour=colour, font="head"),)),)
    for size, lines in zip(sizes, (1, 2, 99), strict=True):
        if len(setting.lines(paragraph, w, size)) <= lines:
            break
    pitch = size * 1.22
    box = setting.text(paragraph, w, Type(size, pitch), tag="H1")
    return TextBox(0, 0, w, box.h + 3, paragraph, size, pitch, role="title", tag="H1")


def _name(paper: Paper, setting: Setting, y: float) -> tuple[Mark, ...]:
    """'Name' and 'Date' with the lines to write on; a form for the hand, not for the ear."""
    type = setting.type("kicker")
    left, right = paper.right - 225, paper.right - 66
    marks: list[Mark] = []
    for word, x, end, room in ((say("Name"), left, right - 9, 29.0), (say("Date"), right, paper.right, 24.0)):
        paragraph = Paragraph((Run(word, colour="muted"),))
        marks.append(TextBox(x, y, room, type.pitch, (paragraph,), type.size, type.pitch, tag="Artifact"))
        marks.append(Rule(x + room + 1, y + type.pitch - 1.5, end, y + type.pitch - 1.5, "muted", 0.7))
    return tuple(marks)


def _furniture(box: TextBox) -> TextBox:
    return replace(box, tag="Artifact")


def reach(sources: tuple[Cited, ...], language: str) -> str:
    """'Evidence up to 6 May 2025 · 3 sources'."""
    words = counted("{count} source", "{count} sources", len(sources))
    last = _latest(sources)
    return (
        say("Evidence up to {date} · {sources}", date=dates.printed(last, language), sources=words) if last else words
    )


def _latest(sources: tuple[Cited, ...]) -> str:
    return max((source.published or "" for source in sources), default="")

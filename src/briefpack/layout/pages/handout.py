"""Slide notes: three slides a page, each with a prompt and lines to write on."""

from __future__ import annotations

from briefpack.layout.marks import Inset, Mark, Paragraph, Rect, Rule, Run, Sheet, Sheets
from briefpack.layout.pages import foundations, heads
from briefpack.layout.pages.paper import MARGIN, Paper, foot, moved, paper
from briefpack.layout.pages.questions import LINE
from briefpack.layout.pages.setting import Setting
from briefpack.model import Deck, Look, Type

KICKER = "Slide notes"
A_PAGE = 3
_WIDEST = 282.0
_GAP = 18.0
_PROMPT = Type(11.0, 14.5)
_LEFT_OUT = ("title", "sources")
"""Slides that nobody takes notes on: a block of ink, and what stands in the foot anyway."""


def place(deck: Deck, slides: Sheets, look: Look, paper_name: str, drawn: str = "") -> Sheets:
    """The slides that say something, as they are and with their numbers; the prompt is the first question of its notes.

    `drawn` names the slides' own look, where it is not the page's.

    A deck of nothing but title and sources is printed whole.
    """
    setting = Setting(look, deck.sources, deck.language)
    page = paper(paper_name)
    top, _ = heads.worksheet(page, setting, KICKER, deck.title)
    every = list(enumerate(slides.sheets, 1))
    numbered = [(number, slide) for number, slide in every if slide.kind not in _LEFT_OUT] or every
    groups = [numbered[first : first + A_PAGE] for first in range(0, len(numbered), A_PAGE)]
    pitch = (page.bottom - 6 - top) / A_PAGE
    sheets = []
    for number, group in enumerate(groups, 1):
        marks: list[Mark] = list(heads.worksheet(page, setting, KICKER, deck.title, first=number == 1)[1])
        for place, (count, slide) in enumerate(group):
            marks += moved(_slide(count, slide, page, setting, pitch, drawn or look.name), MARGIN, top + place * pitch)
        marks += foot(page, _sources(setting, deck.title), number, len(groups))
        title = f"{KICKER}: {deck.title}" + (f" ({number} of {len(groups)})" if number > 1 else "")
        sheets.append(Sheet(page.w, page.h, tuple(marks), title, kind="handout"))
    return Sheets(f"{KICKER}: {deck.title}", deck.language, tuple(sheets))


def _slide(number: int, slide: Sheet, page: Paper, setting: Setting, pitch: float, drawn: str) -> tuple[Mark, ...]:
    """A slide with its frame, the prompt under it, the lines beside it."""
    asked = next((line.text for line in slide.notes if line.label == "ask"), "")
    said = f" {asked}" if asked else ""
    prompt = Paragraph((Run(f"Slide {number}", bold=True, colour="accent"), Run(f" {said}")))
    room = pitch - 3 * _PROMPT.pitch - 14
    wide = min(_WIDEST, room * slide.w / slide.h)
    tall = wide * slide.h / slide.w
    words = _fitting(prompt, number, wide, setting)
    under = setting.text((words,), wide, _PROMPT)
    alt = f"Slide {number}: {slide.title}"
    inset = Inset(0, 0, wide, tall, slide, look=drawn, alt=alt)
    frame = Rect(0, 0, wide, tall, line="muted", line_width=0.75)
    x = wide + _GAP
    count = int((pitch - 30) // LINE)
    rules = [Rule(x, 18 + n * LINE, page.width, 18 + n * LINE, "muted", 0.5) for n in range(count)]
    return (inset, frame, *moved((under,), 0, tall + 7), *rules)


def _fitting(prompt: Paragraph, number: int, w: float, setting: Setting) -> Paragraph:
    """The prompt, or only the slide's number where it needs more than three lines."""
    if len(setting.lines((prompt,), w, _PROMPT.size)) <= 3:
        return prompt
    return Paragraph((Run(f"Slide {number}", bold=True, colour="accent"),))


def _sources(setting: Setting, title: str) -> str:
    """The sources by name where the foot holds them all, else the title."""
    named = "  ".join(f"[{s.number}] {foundations.brief(s, setting.language)}" for s in setting.sources)
    return named if len(named) <= 110 else title[:110]

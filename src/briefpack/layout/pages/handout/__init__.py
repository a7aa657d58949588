"""Handouts of a deck: its slides small on paper, one to nine a page, with prompts and lines where there is room."""

from __future__ import annotations

from briefpack.layout import printing, references
from briefpack.layout.marks import Inset, Mark, Paragraph, Rect, Rule, Run, Sheet, Sheets, TextBox
from briefpack.layout.pages import foundations, heads
from briefpack.layout.pages.handout import plan as plans
from briefpack.layout.pages.handout.plan import Cell, Plan
from briefpack.layout.pages.paper import MARGIN, Paper, foot, moved, paper
from briefpack.layout.pages.setting import Setting
from briefpack.messages import noted, say
from briefpack.model import Deck, Look, Type

KICKER = noted("Slide notes")
AT_A_GLANCE = noted("Slides")
"""What a handout without lines is called."""
USUAL = 3
"""Slides a page, where nothing else is asked for."""
COUNTS = tuple(plans.FORMS)
_ANSWERED = ("title", "section", "sources")
"""Slides that nobody takes notes on: they are left out where there are lines."""
_FOOT = Type(8.0, 10.0)
"""Of the sources at the foot."""
_APART = 4.0
"""Points between sources that stand above the foot's rule, and that rule."""


def place(deck: Deck, slides: Sheets, look: Look, paper_name: str, drawn: str = "", a_page: int = USUAL) -> Sheets:
    """The slides as they are, in light colours and with their numbers; the prompt is the first question of the notes.

    `drawn` names the slides' own look, where it is not the page's. A handout with lines leaves out title, sections
    and sources, unless there is nothing else; the sources then stand at the foot of the first page, where references
    lead.
    """
    setting = Setting(look, deck.sources, deck.language)
    shown = [(number, printing.sheet(slide)) for number, slide in enumerate(slides.sheets, 1)]
    if plans.FORMS[a_page].lines:
        shown = [(number, slide) for number, slide in shown if slide.kind not in _ANSWERED] or shown
    shape = shown[0][1].w / shown[0][1].h
    listed = not plans.FORMS[a_page].lines or any(slide.kind == "sources" for _, slide in shown)
    page, top, how = _page(deck, setting, paper(paper_name), a_page, shape, listed=listed)
    kicker = _kicker(how)
    groups = [shown[first : first + a_page] for first in range(0, len(shown), a_page)]
    sheets = []
    for number, group in enumerate(groups, 1):
        marks: list[Mark] = list(_head(page, setting, how, deck.title, first=number == 1)[1])
        for cell, (count, slide) in zip(how.cells(MARGIN, top), group, strict=False):
            marks += moved(_slide(count, slide, cell, how, setting, drawn or look.name), cell.x, cell.y)
        if number > 1 or listed:
            marks += foot(page, _sources(setting, deck.title, page), number, len(groups))
        else:
            marks += (*_listed(page, setting), *foot(page, "", number, len(groups)))
        title = say("{kicker}: {title}", kicker=kicker, title=deck.title) + (
            say(" ({number} of {total})", number=number, total=len(groups)) if number > 1 else ""
        )
        sheets.append(Sheet(page.w, page.h, tuple(marks), title, kind="handout"))
    return Sheets(say("{kicker}: {title}", kicker=kicker, title=deck.title), deck.language, tuple(sheets))


def _page(
    deck: Deck, setting: Setting, upright: Paper, a_page: int, shape: float, *, listed: bool
) -> tuple[Paper, float, Plan]:
    """The way to hold the paper in which the slides are larger, where the slides begin, and how they are shared out."""
    found = []
    for page in (upright, upright.turned):
        for how in plans.plans(a_page, page, shape):
            top, _ = _head(page, setting, how, deck.title, first=True)
            found.append((page, top, how.fitted(page.bottom - 6 - top)))
    page, top, how = max(found, key=lambda one: round(one[2].w))
    return page, top, how if listed else how.fitted(how.down - _above(page, setting))


def _head(page: Paper, setting: Setting, how: Plan, title: str, *, first: bool) -> tuple[float, tuple[Mark, ...]]:
    head = heads.slim if page.w > page.h else heads.worksheet
    return head(page, setting, _kicker(how), title, first=first)


def _kicker(how: Plan) -> str:
    return say(KICKER if how.form.lines else AT_A_GLANCE)


def _slide(number: int, slide: Sheet, cell: Cell, how: Plan, setting: Setting, drawn: str) -> tuple[Mark, ...]:
    """A slide with its frame, the prompt under it, the lines under that or beside it."""
    inset = Inset(
        0, 0, how.w, how.h, slide, look=drawn, alt=say("Slide {number}: {title}", number=number, title=slide.title)
    )
    frame = Rect(0, 0, how.w, how.h, line="muted", line_width=0.75)
    asked = next((line.text for line in slide.notes if line.label == "ask"), "")
    under = _prompt(number, asked, how, setting)
    return (inset, frame, *moved((under,), 0, how.h + plans.ABOVE), *_lines(cell, how, how.h + plans.ABOVE + under.h))


def _prompt(number: int, asked: str, how: Plan, setting: Setting) -> TextBox:
    """'Slide 3 What is left out?', or only the slide's number where the question needs too many lines."""
    said = Run(say("Slide {number}", number=number), bold=True, colour="accent")
    prompt = Paragraph((said, Run(f"  {asked}"))) if asked else Paragraph((said,))
    if len(setting.lines((prompt,), how.w, how.type.size)) > how.form.prompt:
        prompt = Paragraph((said,))
    return setting.text((prompt,), how.w, how.type)


def _lines(cell: Cell, how: Plan, below: float) -> tuple[Rule, ...]:
    """Lines to write on, as many as there is room for, from the cell's foot up so that neighbours are level."""
    if not how.form.lines:
        return ()
    x, wide, top = (how.w + plans.BESIDE, cell.w, 18.0) if how.form.beside else (0.0, how.w, below + plans.LINE - 6)
    foot = cell.h - how.form.air
    count = int((foot - top) // plans.LINE) + 1
    start = top if how.form.beside else foot - (count - 1) * plans.LINE
    return tuple(Rule(x, start + n * plans.LINE, wide, start + n * plans.LINE, "muted", 0.5) for n in range(count))


def _listed(page: Paper, setting: Setting) -> tuple[Mark, ...]:
    """The sources in the foot of a page, or above its rule, so that its references lead somewhere in this very file."""
    above = _above(page, setting)
    wide, y = (page.width, page.bottom - above) if above else (_beside(page), page.bottom + 4.5)
    return moved((_names(wide, setting),), MARGIN, y)


def _above(page: Paper, setting: Setting) -> float:
    """Points that the sources take up above the foot's rule: none where the foot holds them on one line."""
    fits = _names(_beside(page), setting).h <= _FOOT.pitch
    return 0.0 if fits else _names(page.width, setting).h + _APART


def _beside(page: Paper) -> float:
    """Width of the foot beside the page's number."""
    return page.width - 90


def _names(w: float, setting: Setting) -> TextBox:
    """'Sources: [1] The Valley Herald, 18 Mar 2024', each where its references lead."""
    some = [Run(say("Sources: "), colour="muted")]
    for source in setting.sources:
        some.append(references.numbered(source, "\u00a0", "muted"))
        some.append(Run(foundations.brief(source, setting.language) + "  ", colour="muted"))
    return setting.text((Paragraph(tuple(some)),), w, _FOOT)


def _sources(setting: Setting, title: str, page: Paper) -> str:
    """The sources by name where the foot holds them all, else the title."""
    named = "  ".join(f"[{s.number}] {foundations.brief(s, setting.language)}" for s in setting.sources)
    most = int(page.width / 4.7)
    return named if len(named) <= most else title[:most]

"""What a page rests on: its timeline and its sources."""

from __future__ import annotations

from briefpack.layout import dates, references, timeline
from briefpack.layout.marks import Mark, Paragraph, Run, TextBox
from briefpack.layout.pages.piece import Piece, heading, stack
from briefpack.layout.pages.setting import Setting
from briefpack.messages import counted, noted, quoted, say
from briefpack.model import Block, Cited, Type

SHORT_FROM = 7
"""From so many sources on they are listed one after the other, name and date only."""
_WORKED_OUT = noted("Its date is worked out from the text.")
"""What a source's note says of a date that stands nowhere in the document."""


def when(block: Block, w: float, setting: Setting) -> Piece:
    """The events to scale under a heading."""
    style = timeline.Style(
        setting.type("timeline"), setting.type("axis"), gap=12, language=setting.language, spread=False
    )
    key = timeline.legend(block.lines)
    top, head = heading(setting, block.heading, w, note=key)
    top += 1
    tall = timeline.needed(block.lines, setting.sources, w, style, setting.families)

    def draw(air: float, h: float) -> tuple[Mark, ...]:
        frame = timeline.Frame(0, top + air, w, max(h - top - air, tall))
        return (*head, *timeline.place(block.lines, setting.sources, frame, style, setting.families))

    return Piece(block.kind, top + tall, 2, draw)


def sources(block: Block, w: float, setting: Setting) -> Piece:
    """Every source: in full under a heading, or in one paragraph where there are many or little room."""
    type = setting.type("sources")
    if not setting.plain or len(setting.sources) >= SHORT_FROM:
        box = setting.text((_run_on(setting),), w, type)
        return Piece(block.kind, box.h, 0, lambda _air, _h: (box,))
    parts = [heading(setting, block.heading or say("Sources"), w)]
    for source in setting.sources:
        line = setting.text((full(source, setting.language, marked=False),), w, type, tag="LI")
        parts.append((line.h + 1, (line,)))
    return stack(block.kind, parts, w)


def brief(source: Cited, language: str) -> str:
    """A source by name and date: 'The Valley Herald, 18 Mar 2024'."""
    date = dates.printed(source.published, language) if source.published else say("no date")
    return f"{source.name}, {date}"


def full(source: Cited, language: str, *, marked: bool = True) -> Paragraph:
    """Authors, title, outlet, date; what is not known is not said. ``marked``: a date that was worked out says so."""
    some = [references.numbered(source, " ")]
    if source.authors:
        some.append(Run(", ".join(source.authors) + ", "))
    title = say("{title} (its first statement)", title=source.title) if source.title_derived else quoted(source.title)
    some.append(Run(title + ", "))
    if source.publisher:
        some += [Run(source.publisher, bold=True), Run(", ")]
    date = dates.printed(source.published, language) if source.published else say("no date")
    some.append(
        Run(say("{date} (worked out).", date=date) if marked and say(_WORKED_OUT) in source.note else f"{date}.")
    )
    return Paragraph(tuple(some))


def worked_out(sources: tuple[Cited, ...]) -> str:
    """'Dates of [2] and [3] worked out from the texts.', for the foot of a page; '' where all are given."""
    known = [f"[{source.number}]" for source in sources if say(_WORKED_OUT) in source.note]
    if not known:
        return ""
    named = say("{first} and {last}", first=", ".join(known[:-1]), last=known[-1]) if len(known) > 1 else known[0]
    return counted(
        "Date of {names} worked out from the text.",
        "Dates of {names} worked out from the texts.",
        len(known),
        names=named,
    )


def legend(w: float, setting: Setting) -> TextBox:
    """What a pointer means, and the sources by name, small at the foot of a page."""
    some = [Run(say("[1\u00a0¶1] means source 1, paragraph 1.") + " ", colour="muted")]
    for source in setting.sources:
        some.append(references.numbered(source, "\u00a0", "muted"))
        some.append(Run(brief(source, setting.language) + ". ", colour="muted"))
    return setting.text((Paragraph(tuple(some)),), w, Type(8.8, 11.4))


def _run_on(setting: Setting) -> Paragraph:
    """All sources in one paragraph, then how to read a reference."""
    some = [Run(say("Sources") + " ", bold=True, colour="muted")]
    for source in setting.sources:
        some.append(references.numbered(source, "\u00a0", "muted"))
        some.append(Run(brief(source, setting.language) + ". ", colour="muted"))
    some.append(Run(say("[1\u00a0¶1] means source 1, paragraph 1."), colour="muted"))
    return Paragraph(tuple(some))

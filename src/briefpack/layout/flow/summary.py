"""The summary: each kind of block as headings, statements, items and tables."""

from __future__ import annotations

from collections.abc import Callable

from briefpack.layout import dates
from briefpack.layout.flow import foot
from briefpack.layout.flow.parts import Flow, Heading, Item, Part, Room, Table, Text, Words
from briefpack.layout.flow.words import kept, labelled, named, pointed, said, where
from briefpack.layout.marks import Run
from briefpack.layout.pages import heads
from briefpack.layout.pages.lists import concerned, headed_by_voice, sides
from briefpack.layout.pages.setting import few
from briefpack.messages import say
from briefpack.model import Block, Line, Summary

_ENDS, _CIRCLES = 2, "○ ○ ○ ○ ○"
"""A scale between two views: its ends, and what is marked between them."""
_FOR_THE_HAND = ("question", "think")
"""Kinds of blocks that ask: a page with one of them is written on, and carries a name."""


def summary(summary: Summary) -> Flow:
    """The blocks in their order, how to read it and the sources last."""
    named = any(block.kind in _FOR_THE_HAND for block in summary.blocks)
    told = [block for block in summary.blocks if block.lines and block.kind not in ("sources", "reading")]
    parts = [part for block in told for part in _KINDS.get(block.kind, _items)(block, summary)]
    parts += [part for block in summary.blocks if block.kind == "reading" for part in _reading(block, summary)]
    heading = next((block.heading for block in summary.blocks if block.kind == "sources" and block.heading), "")
    parts += foot.sources(summary.sources, summary.language, heading)
    note = "" if named else heads.reach(summary.sources, summary.language)
    return Flow(
        summary.title, summary.language, summary.audience, summary.kicker, tuple(parts), note, named, dense=True
    )


_ENDS, _SCALE, _FIRST_ANSWER = 2, "   1   2   3   4   5   ", 2
"""Ends of a scale, what stands between them, and lines for an answer where there is none."""


def _headed(block: Block, *parts: Part) -> tuple[Part, ...]:
    return (Heading(block.heading), *parts) if block.heading else parts


def _lead(block: Block, summary: Summary) -> tuple[Part, ...]:
    """One paragraph: the statements follow one another."""
    words: list[Run] = []
    for line in block.lines:
        words += [*((Run(" "),) if words else ()), *said(line, summary.sources, own=True)]
    return _headed(block, Text(tuple(words), "lead"))


def _question(block: Block, summary: Summary) -> tuple[Part, ...]:
    """What is asked, then a scale between two positions where there are two, else lines for a first answer."""
    asked = [Text(said(line, summary.sources), "question", keep=True) for line in block.lines if line.text]
    ends = [line.label for line in block.lines if not line.text]
    if len(ends) != _ENDS:
        return _headed(block, *asked, Room(_FIRST_ANSWER))
    scale = (Run(say("Circle a number: ")), Run(ends[0], bold=True), Run(_SCALE), Run(ends[1], bold=True))
    return _headed(block, *asked, Text(scale))


def _think(block: Block, summary: Summary) -> tuple[Part, ...]:
    """Numbered; each names at most three places to look."""
    return _headed(
        block,
        *(
            Item(said(Line(line.text, few(line.refs), line.label), summary.sources), number)
            for number, line in enumerate(block.lines, 1)
        ),
    )


def _judgements(block: Block, summary: Summary) -> tuple[Part, ...]:
    """A numbered table: the judgement, how many sources say so, where."""
    counted = any(line.detail for line in block.lines)
    rows = []
    for line in block.lines:
        support = ((Run(line.detail),),) if counted else ()
        place = where(line, summary.sources) or pointed(line, summary.sources, own=True)
        rows.append((labelled(line), *support, place))
    header = (say("Judgement"), *((say("Support"),) if counted else ()), say("Where"))
    shares = (0.73, 0.14, 0.13) if counted else (0.86, 0.14)
    says = say(
        "{heading}: {count} judgements with their support and their places in the sources",
        heading=block.heading,
        count=len(rows),
    )
    return _headed(block, Table(header, tuple(rows), shares, says, counted=True))


def _tensions(block: Block, summary: Summary) -> tuple[Part, ...]:
    """What is at issue, and under it each side; the references stand after the last."""
    parts: list[Part] = []
    for line in block.lines:
        told = sides(line.text)
        if not told:
            parts.append(Item(said(line, summary.sources)))
            continue
        if line.label:
            parts.append(Text((Run(line.label, bold=True),), keep=True))
        for place, (who, says) in enumerate(told, 1):
            tail = pointed(line, summary.sources) if place == len(told) else ()
            voice = Run(say("{label}: ", label=who) if who else "", bold=True)
            parts.append(Item(kept(voice, Run(says), *tail), keep=place < len(told)))
    return _headed(block, *parts)


def _dated(block: Block, summary: Summary) -> tuple[Part, ...]:
    """A table of dates where there are any, else a list."""
    if not any(line.label for line in block.lines):
        return _items(block, summary)
    rows = []
    for line in block.lines:
        date = Run(dates.printed(line.label, summary.language), bold=True)
        detail = (Run(f" ({line.detail})", colour="muted"),) if line.detail else ()
        rows.append((kept(date), (Run(line.text), *detail), where(line, summary.sources)))
    header = (say("Date"), say("What"), say("Where"))
    says = say(
        "{heading}: {count} dates, each with what happens and its place in the sources",
        heading=block.heading,
        count=len(rows),
    )
    return _headed(block, Table(header, tuple(rows), (0.15, 0.72, 0.13), says))


def _views(block: Block, summary: Summary) -> tuple[Part, ...]:
    """Each voice once, what it says under it."""
    parts: list[Part] = []
    voice = ""
    for line in block.lines:
        if line.label and line.label != voice:
            voice = line.label
            parts.append(Text((Run(voice, bold=True),), keep=True))
        parts.append(Item(said(Line(line.text, line.refs, "", line.detail), summary.sources)))
    return _headed(block, *parts)


def _items(block: Block, summary: Summary) -> tuple[Part, ...]:
    return _headed(block, *(Item(said(line, summary.sources)) for line in block.lines))


def _implications(block: Block, summary: Summary) -> tuple[Part, ...]:
    """What follows, with whom it concerns in bold where the statement names them."""
    block = block if any(line.detail for line in block.lines) else headed_by_voice(block)
    return _headed(block, *(Item(_concerned(line, summary)) for line in block.lines))


def _concerned(line: Line, summary: Summary) -> Words:
    before, who, after = concerned(line)
    if not who:
        return said(line, summary.sources, own=True)
    voice = (Run(f" ({line.detail})", colour="muted"),) if line.detail else ()
    tail = pointed(line, summary.sources, own=True)
    return kept(Run(before), Run(who, bold=True), Run(after), *voice, *tail)


def _terms(block: Block, summary: Summary) -> tuple[Part, ...]:
    """Words with their meaning; one that nobody explains is left out."""
    return _headed(block, *(Item(named(line, summary.sources)) for line in block.lines if line.text))


def _people(block: Block, summary: Summary) -> tuple[Part, ...]:
    """Each side with its people; without sides one person after the other."""
    if not any(line.detail for line in block.lines):
        return _headed(block, *(Item(named(line, summary.sources)) for line in block.lines))
    sides = dict.fromkeys(line.detail for line in block.lines)
    return _headed(block, *(Item(_side(side, block, summary)) for side in sides))


def _side(side: str, block: Block, summary: Summary) -> Words:
    """'**Denmark:** Ida Holm, Chancellor [1 ¶2]; Bo Lund, Trade Minister [1 ¶4]'."""
    words = [Run(say("{label}: ", label=side or say("Others")), bold=True)]
    for line in block.lines:
        if line.detail == side:
            role = f", {line.text}" if line.text else ""
            words += [Run("; " if len(words) > 1 else ""), Run(f"{line.label}{role}"), *pointed(line, summary.sources)]
    return kept(*words)


def _reading(block: Block, summary: Summary) -> tuple[Part, ...]:
    return _headed(block, *(Text(said(line, summary.sources), "note") for line in block.lines))


_KINDS: dict[str, Callable[[Block, Summary], tuple[Part, ...]]] = {
    "lead": _lead,
    "question": _question,
    "think": _think,
    "judgements": _judgements,
    "tensions": _tensions,
    "implications": _implications,
    "timeline": _dated,
    "watch": _dated,
    "terms": _terms,
    "people": _people,
    "views": _views,
}
"""What reads otherwise than as a list of statements."""

"""Presenter's notes: for each slide what to say and ask, and the evidence word for word."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.layout.flow import foot
from briefpack.layout.flow.parts import Flow, Heading, Item, Part, Text
from briefpack.layout.flow.words import kept, pointed
from briefpack.layout.marks import Run, Sheets
from briefpack.layout.pages.handout.spoken import KICKER, WORDS, Numbered, heading, told_once
from briefpack.messages import say
from briefpack.model import Deck


def spoken(deck: Deck, slides: Sheets) -> Flow:
    """The notes of every slide that has some; slides that were split in parts share theirs and are told once."""
    parts = [part for group in told_once(slides) for part in _told(group, deck)]
    parts += foot.sources(deck.sources, deck.language)
    last = say("Do not hand out · {title}", title=deck.title)
    return Flow(deck.title, deck.language, deck.audience, say(KICKER), tuple(parts), say("do not hand out"), foot=last)


def _told(group: Numbered, deck: Deck) -> Iterator[Part]:
    yield Heading(". ".join(heading(group)))
    notes = group[0][1].notes
    for line in notes:
        if line.label != "evidence":
            lead = (Run(say("{label}: ", label=say(WORDS[line.label])), bold=True),) if line.label in WORDS else ()
            yield Text((*lead, Run(line.text, colour="ink" if lead else "muted")))
    evidence = [line for line in notes if line.label == "evidence"]
    if evidence:
        yield Text((Run(say("{label}:", label=say(WORDS["evidence"])), bold=True),), keep=True)
    yield from (Item(kept(Run(line.text), *pointed(line, deck.sources))) for line in evidence)

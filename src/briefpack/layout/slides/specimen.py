"""A sheet of each kind of slide with nothing but its head and furniture: what a look's master is made from."""

from __future__ import annotations

from briefpack.layout import slides
from briefpack.layout.fit import Families
from briefpack.layout.marks import Sheet, Sheets
from briefpack.layout.slides import chrome, heading, title
from briefpack.layout.slides.stage import Part, Stage
from briefpack.model import Deck, Line, LineGroup, Look, Slide


def sheets(look: Look) -> Sheets:
    """The same for the same look: title first, then the kinds in the order of their table."""
    stage = Stage(Deck(look.name, "", "en", (), ()), look, Families.of_deck(look))
    made = (_sheet(kind, number, stage) for number, kind in enumerate(slides.PLACE, 2))
    subtitle = LineGroup((Line("What it rests on, in one or two lines"),))
    opening = Slide("title", Line("What the deck is about, in a title of one or two lines"), (subtitle,), "Kicker")
    return Sheets(look.name, "en", (title.sheet(opening, stage), *made))


def _sheet(kind: str, number: int, stage: Stage) -> Sheet:
    slide = Slide(kind, Line("One claim, in one sentence"), (), "Kicker")
    head = heading.place(slide, stage)
    return chrome.sheet(slide, head, Part(()), chrome.Position(number, 0, 1), stage)

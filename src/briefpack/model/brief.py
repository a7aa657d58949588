"""What a reader takes from the sources: the items of a brief."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefpack.model.ref import Ref
from briefpack.model.source import Source


@dataclass(frozen=True, slots=True)
class Point:
    """A statement worth passing on. It stands alone: no dangling 'this' or 'he'."""

    text: str
    """The sentence, verbatim but for resolved openings."""
    refs: tuple[Ref, ...]
    """The passages that say it; the first is where the wording comes from."""
    weight: float = 0.0
    """Rank among the points of this brief, higher first; only the order has a meaning."""
    reason: str = ""
    """Why it was chosen, for a person: "first statement under 'Implications'"."""
    voice: str = ""
    """Who judges so, where it is not reported as fact: an opinion's author, a named expert, an outlet."""
    voiced: bool = False
    """True where the text itself already names the voice ('X argues that …')."""
    short: str = ""
    """A safe shortening of the text, a full sentence; empty where there is none."""
    cuts: tuple[str, ...] = ()
    """What `short` leaves out of the text, each with its kind: 'second clause: and ordered a new hearing'."""
    topics: tuple[str, ...] = ()
    """What it is about: names and terms of this brief that stand in it."""
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated: what happened, or is planned."""

    text: str
    refs: tuple[Ref, ...]
    date: str = ""
    """ISO with the text's precision: 197X (a decade), 2024, 2024-05, 2024-05-16; empty if unsettled."""
    until: str = ""
    """Last day of a period, in the same form; empty for a single date."""
    words: str = ""
    """The date as the text puts it: 'on Wednesday'."""
    planned: bool = False
    """True where the text speaks of it as still to come."""
    short: str = ""
    """The text in at most 14 words, without the date's own words and the full stop; empty where none is safe."""
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the sources."""

    name: str
    refs: tuple[Ref, ...]
    aka: tuple[str, ...] = ()
    role: str = ""
    """As the text gives it: 'Danish Trade Minister'; empty where it gives none."""
    group: str = ""
    """The country, body or side that the role names ('Denmark', 'Example Institution'); may be empty."""
    does: str = ""
    """What the person says or does here, to be read after the name: 'urged the council to delay the vote'."""
    does_refs: tuple[Ref, ...] = ()
    """The passage that `does` is cut from, which is among `refs` too."""
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An institution, company or alliance named in the sources."""

    name: str
    refs: tuple[Ref, ...]
    aka: tuple[str, ...] = ()
    role: str = ""
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words inside quotation marks, verbatim and without the marks, and who said them."""

    text: str
    refs: tuple[Ref, ...]
    speaker: str = ""
    role: str = ""
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    value: str
    """As printed, with its unit: '38,500', '12 per cent', 'four-day'."""
    text: str
    """The sentence that holds it."""
    refs: tuple[Ref, ...]
    counts: str = ""
    """What it counts, in the text's words: 'injuries and deaths'."""
    unit: str = ""
    whose: str = ""
    """Who gives the number: 'Institute for Learning'."""
    hedge: str = ""
    """'at least', 'about', 'up to'; empty where it stands bare."""
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a reader may need explained."""

    term: str
    refs: tuple[Ref, ...]
    meaning: str = ""
    """The document's own explanation; empty where it gives none."""
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a tension."""

    source: str
    """Key of the source."""
    text: str
    refs: tuple[Ref, ...]
    voice: str = ""
    """Who says so, where it is not the source itself."""


@dataclass(frozen=True, slots=True)
class Tension:
    """Where documents, or voices in one, pull against each other."""

    text: str
    """What is at issue, as a short question or noun phrase; the program's wording."""
    sides: tuple[Side, ...]
    kind: str = ""
    """How it was found: 'denied', 'numbers', 'contrast', 'two names', 'doubt', 'then and now', 'dissent'."""
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The references of all sides, in order."""
        return tuple(ref for side in self.sides for ref in side.refs)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one country or body does to another, or has in common with it, as a passage tells it."""

    one: str
    """Who acts: 'China', 'Port Authority'."""
    other: str
    """Whom it is done to; of partners the second named."""
    label: str
    """The deed in at most three words of the passage: 'imposed tariffs'."""
    kind: str
    """'reaches out', 'pressures' or 'partners'."""
    refs: tuple[Ref, ...]
    pinned: bool = False
    """True where the editor of brief.md wants it chosen before all others."""


Item = Point | Event | Person | Organisation | Quote | Figure | Term | Tension | Relation


@dataclass(frozen=True, slots=True)
class Brief:
    """All that was found in a set of sources, best first in each kind; events in order of time."""

    title: str
    question: str
    sources: tuple[Source, ...]
    points: tuple[Point, ...] = ()
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    terms: tuple[Term, ...] = ()
    tensions: tuple[Tension, ...] = ()
    relations: tuple[Relation, ...] = ()
    settings: tuple[tuple[str, str], ...] = field(default=())
    """What the pack says of itself: course, teacher, institution, date; for title slides and feet."""

"""What speaks for a statement as a point, and what against it: signs that a person can read.

Each sign has a name, a weight and words. The weights were set by hand and tried on packs of many
fields (bench/measures/packs.py); only their order of size matters much.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.analysis import _voices
from briefpack.analysis._places import unquoted
from briefpack.analysis._statements import Statement
from briefpack.model import Brief, Ref
from briefpack.text import alone, entries
from briefpack.text._lowered import lowered
from briefpack.text.sieves import Sieve

WEIGHTS = {
    "opens section": 0.45,
    "strong heading": 0.4,
    "opens paragraph": 0.35,
    "opens text": 0.2,
    "opens news": 0.6,
    "top of news": 0.5,
    "last third": 0.4,
    "concludes": 0.3,
    "sums up": 0.8,
    "numbered": 0.7,
    "list": 0.4,
    "pair": 0.7,
    "turns": 0.25,
    "voice in news": 0.3,
    "voice": 0.4,
    "motive": 0.2,
    "measured": 0.5,
    "judgement": 0.25,
    "finding": 0.3,
    "several sources": 0.4,
    "figure": 0.3,
    "forecast": 0.15,
    "contrast": 0.2,
    "comparison": 0.1,
    "denial": 0.35,
    "cause": 0.1,
    "own finding": 0.7,
    "duty": 0.3,
    "points back": -0.75,
    "spoken": -0.5,
    "background": -0.4,
    "weak heading": -0.3,
    "imperative": -0.4,
    "example": -0.15,
    "definition": -0.3,
    "long": -0.01,
    "brief": -0.06,
}
"""What a sign adds to a statement's worth; 'long' and 'brief' count for each word over 32 or under 8."""

_YEAR = re.compile(r"\d{4}")
_SHARE = re.compile(r"%|per\s?cent|pour cent|Prozent|\btimes\b|-(?:third|quarter|fifth)s?\b|\b(?:half|quarter|third)$")
_BACKGROUND = Sieve("was were had", r"\b(?:was|were|had)\b")
_NOW = Sieve(
    "is are has have will can may must should now today",
    r"\b(?:is|are|has|have|will|can|may|must|should|now|today)\b",
)
_SUM = re.compile(r"\d\s?(?:%|per\s?cent\b)|[$€£¥]\s?\d|\d\s(?:million|billion|trillion)\b")
_FORECAST = Sieve(
    "would will could may might likely unlikely expected set",
    r"\b(?:would|will|could|may|might|likely|unlikely|expected to|set to)\b",
)
_CONTRAST = Sieve(
    "but yet although though despite while whereas rather instead not",
    r"\b(?:but|yet|although|though|despite|while|whereas|rather than|instead of|not only)\b",
    re.IGNORECASE,
)
_COMPARES = Sieve(
    "more less fewer most least only than as twice half",
    r"\b(?:more|less|fewer|most|least|only|than|as \w+ as|twice|half)\b",
    re.IGNORECASE,
)
_CAUSE = Sieve(
    "because since therefore so due owing lead leads led means force forces leave leaves make makes",
    r"\b(?:because|since|therefore|so that|due to|owing to|leads? to|led to|means|forces?|leaves?|makes?)\b",
)
_OWN = Sieve("we our author authors report study", r"\b(?:[Ww]e|[Oo]ur|[Tt]he authors?|[Tt]he report|[Tt]he study)\b")
_DUTY = Sieve(
    "must shall may is are require requires required prohibits prohibited ban bans banned entitled obliged fine fined"
    " apply order orders ordered allow allows allowed take takes approve approved",
    r"\b(?:must|shall|may not|is to be|are to be|requires?|required|prohibit(?:s|ed)|bans?|banned|entitled|obliged"
    r"|fined?|apply from|orders?|ordered|allows?|allowed|takes? effect|approved?)\b",
)
_ARGUING = ("opinion", "editorial", "analysis")
_LONG, _BRIEF = 32, 8


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that was seen in a statement or in its place."""

    name: str
    why: str
    """For a person: "first statement under 'Implications'", "an example"."""
    amount: float = 1.0

    @property
    def gain(self) -> float:
        """What it adds to the statement's worth; below zero where it speaks against it."""
        return WEIGHTS[self.name] * self.amount


@dataclass(frozen=True, slots=True)
class Known:
    """What the brief says of passages so far."""

    found: Brief
    dated: frozenset[Ref]
    """Passages that tell an event and its year; 'on Thursday' and 'next month' are the text's own present."""
    measured: frozenset[Ref]
    """Passages with a share, or with a change in shares."""
    counted: frozenset[Ref]
    """Passages with a figure that says what it counts."""
    tellers: Counter[Ref]
    """How many sources tell what a passage tells, where more than one does."""


def known(found: Brief) -> Known:
    """Look the brief's findings up once."""
    dated = frozenset(ref for event in found.events if _YEAR.search(event.words) for ref in event.refs)
    shares = frozenset(ref for figure in found.figures if _SHARE.search(figure.value) for ref in figure.refs)
    counted = frozenset(ref for figure in found.figures if figure.counts for ref in figure.refs)
    tellers: Counter[Ref] = Counter()
    for event in found.events:
        count = len({ref.source for ref in event.refs})
        if count > 1:
            tellers.update(dict.fromkeys(event.refs, count))
    return Known(found, dated, shares, counted, tellers)


def signs(statement: Statement, seen: Known) -> tuple[Sign, ...]:
    """All signs of a statement, those that speak for it first."""
    return (*_of_place(statement), *_of_form(statement, seen), *_against(statement, seen))


def reason(found: tuple[Sign, ...]) -> str:
    """The strongest sign that speaks for a statement, in words; what it takes along only where nothing else does."""
    best = max(
        (sign for sign in found if sign.gain > 0), key=lambda sign: (sign.name != "pair", sign.gain), default=None
    )
    return best.why if best else "carries what the source talks about most"


def _of_place(statement: Statement) -> Iterator[Sign]:
    place = statement.place
    heading, genre = place.passage.heading, place.source.genre
    if heading and place.opens_section and not entries.holds(heading, "headings-weak-en"):
        yield Sign("opens section", f"first statement under '{heading}'")
    if entries.holds(heading, "headings-strong-en"):
        yield Sign("strong heading", f"stands under '{heading}'")
    if place.opens_paragraph:
        yield Sign("opens paragraph", "opens its paragraph")
    if place.order == 0:
        yield Sign("opens news" if genre == "news" else "opens text", "opens the text")
    if genre == "news":
        yield Sign("top of news", "stands near the top of the report", 1 - place.share)
    elif genre in _ARGUING and place.share > 2 / 3:
        yield Sign("last third", "stands in the last third of the argument")
        if place.share == 1 and not heading:
            yield Sign("concludes", "concludes the text")


def _of_form(statement: Statement, seen: Known) -> Iterator[Sign]:
    text, genre = statement.text, statement.place.source.genre
    news = genre == "news"
    own = unquoted(text)
    told = max((seen.tellers[ref] for ref in statement.refs), default=0)
    marks = (
        ("sums up", entries.opens_with(text, "conclusions-en"), "sums up: " + text.partition(",")[0]),
        ("numbered", entries.opens_with(text, "ordinals-en"), "a numbered argument"),
        ("list", statement.kind == "list", "a list given whole"),
        ("pair", statement.kind == "pair", "a claim with its reason"),
        ("turns", entries.opens_with(text, "turns-en"), "where the text turns to its own claim"),
        ("voice in news" if news else "voice", _voices.names_voice(text, seen.found), "says who holds it"),
        ("motive", entries.holds(text, "motives-en"), "an aim or a fear"),
        ("measured", not news and statement.refs[0] in seen.measured, "says how much"),
        ("judgement", not news and _voices.judges(text), "a judgement"),
        ("finding", not news and entries.holds(text, "findings-en"), "a finding"),
        (
            "figure",
            statement.refs[0] in seen.counted or (lowered(text).digits and bool(_SUM.search(text))),
            "gives a figure",
        ),
        ("forecast", bool(_FORECAST.search(own)), "says what may come"),
        ("contrast", bool(_CONTRAST.search(own)), "weighs one thing against another"),
        ("comparison", bool(_COMPARES.search(own)), "compares"),
        ("denial", entries.holds(own, "denials-en"), "a denial"),
        ("cause", bool(_CAUSE.search(own)), "a cause or a consequence"),
        ("duty", genre == "official" and bool(_DUTY.search(own)), "a rule, a right or a duty"),
        ("own finding", bool(_OWN.search(own)), "the authors' own finding"),
        ("several sources", told > 1, f"told by {told} of {len(seen.found.sources)} sources"),
    )
    return (Sign(name, why) for name, there, why in marks if there)


def _against(statement: Statement, seen: Known) -> Iterator[Sign]:
    """Examples, definitions, background, spoken words, backward pointers and lengths that make a poor statement."""
    text, heading = statement.place.passage.text, statement.place.passage.heading
    size = len(text.split())
    marks = (
        ("points back", alone.points_back(text), "its subject stands in the sentence before", 1.0),
        ("spoken", len(unquoted(text).split()) < size / 2, "mostly somebody's spoken words", 1.0),
        ("background", _is_background(statement, seen), "background, told as past", 1.0),
        ("weak heading", entries.holds(heading, "headings-weak-en"), f"stands under '{heading}'", 1.0),
        ("imperative", entries.opens_with(text, "imperatives-en"), "an instruction", 1.0),
        ("example", entries.holds(text, "examples-en"), "an example", 1.0),
        ("definition", entries.holds(text, "defining-en"), "a definition, which the terms give", 1.0),
        ("long", size > _LONG, "long", size - _LONG),
        ("brief", size < _BRIEF, "says little", _BRIEF - size),
    )
    return (Sign(name, why, amount) for name, there, why, amount in marks if there)


def _is_background(statement: Statement, seen: Known) -> bool:
    """Outside reports what was, or happened on a day, or somebody said; not what a study found."""
    text, passage = statement.place.passage.text, statement.place.passage
    if statement.place.source.genre in ("news", "official") or statement.refs[0] in seen.measured:
        return False
    if entries.holds(text, "findings-en"):
        return False
    past = bool(_BACKGROUND.search(text)) and not _NOW.search(text)
    past = past and not entries.holds(passage.heading, "headings-findings-en")
    dated = statement.refs[0] in seen.dated and not _voices.judges(text)
    return past or dated or _voices.reports(text)

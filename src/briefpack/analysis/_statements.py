"""Candidates for key points: statements that stand alone, each with the passages that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from briefpack.analysis import _quoted
from briefpack.analysis import _resolved as _resolving
from briefpack.analysis._places import Place, places, unquoted
from briefpack.model import Brief, Ref, Source
from briefpack.text import alone, entries, titles
from briefpack.text._hanging import answers_that
from briefpack.text.fragments import is_fragment
from briefpack.text.shorten import has_verb
from briefpack.text.sieves import Sieve

_MOST = {1: 66, 2: 60}
"""Words of a claim with one or two more sentences; a single sentence has `_SHORTEST` to `_LONGEST`."""
_SHORTEST, _LONGEST = 5, 60
_LIST = 80
"""Words of a list with its opening."""
_ENDS = re.compile(r"[.!…][”\"’')]*$")
_SELF = Sieve(
    "i me my you your article post column essay issue newsletter page website websites",
    r"\b(?:I|me|my|you|your)\b"
    r"|\b(?:this|the)(?: particular| very| short)? (?:article|post|column|essay|issue of|newsletter|page)\b"
    r"|\b(?:is|are) (?:now )?available (?:on|at|from) (?:the|its|our|their) [^,;.]*\bwebsites?[.]?$",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"(?:Very well|Well|Fine|Yes|No|True|Granted|Agreed|Oh|Ah|So be it|Perhaps not|Not so|Not at all|Nonsense|Alas)"
    r"[;:,.!—–-]"
)
_ASIDE = re.compile(r"\([^()]*\)[.!…]?")
_WHETHER = re.compile(r"Whether\b")
_SETTLED = re.compile(
    r"\b(?:remains?|depends?|matters?|is (?:not |un)?(?:clear|certain|known|likely|open|another|a)|will be)\b"
)
_ASKED = Sieve(
    "asked",
    r"^(?!No\b|Nobody\b|None\b)(?:[^,;:]|, [^,;:]+,){0,80} "
    r"(?:(?:was|were|been) asked (?:about|whether|if|why|how|what)|asked about)\b[^,;:“\"]*[.]$",
)
"""'The mayor, Ana Silva, was asked about the review.'"""
_WE = Sieve("we our us ours", r"\b(?:[Ww]e|[Oo]urs?)\b")
_NOT = re.compile(r"n['’]t\b")
_ITEM_END = re.compile(r"[;,.]?(?: and| or)?[;,.]?$")
_LEAST_ITEM = 6
"""Words of a list's item that can stand alone."""
_OPEN_ENDS = frozenset(
    "are is was were include includes included following follows that to by of as including for".split()
)
_TURNS = re.compile(r"^(?:But|Yet|However|Nevertheless|Still|Only|Not)\b|, (?:though|however)\b[,.;]")
_REJOINS = re.compile(r"\b(?:this|that|it|these|they|he|she)\b|^(?:but|yet|however)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One candidate."""

    text: str
    refs: tuple[Ref, ...]
    place: Place
    rest: tuple[Place, ...] = ()
    """The places of the sentences that a claim takes along."""
    kind: str = "sentence"
    """'sentence', 'pair' (a claim with what belongs to it), 'list', or 'speech' (resolved from the sentence before)."""

    @property
    def claim(self) -> str:
        """The statement; of several sentences the first."""
        return self.place.passage.text if self.rest else self.text

    @property
    def singles(self) -> tuple[Statement, ...]:
        """Each of its sentences as a statement of its own."""
        return tuple(Statement(p.passage.text, (p.passage.ref,), p) for p in (self.place, *self.rest))

    @property
    def says(self) -> tuple[Ref, ...]:
        """The passages whose words it has; others only lend a name."""
        return self.refs[:1] if self.kind == "speech" else self.refs


def statements(source: Source, found: Brief) -> tuple[Statement, ...]:
    """All that may be a point, in the source's order."""
    row = places(source)
    speakers = _quoted.speakers(found)
    made: list[Statement] = []
    for index, place in enumerate(row):
        one = (
            _list(row, index)
            or _pair(row, index)
            or _sentence(place)
            or _item(place)
            or _resolved(row, index, speakers, found)
        )
        if one:
            made.append(one)
    return tuple(made)


def headline(statement: Statement) -> str:
    """The sentence of a statement that can stand for it; '' where it must not stand without the next one."""
    text = statement.place.passage.text
    if statement.kind == "list":
        lead = text.rstrip(": ")
        return "" if lead.rpartition(" ")[2] in _OPEN_ENDS or not has_verb(lead) else f"{lead}."
    if statement.kind != "pair":
        return statement.text
    later = [place.passage.text for place in statement.rest]
    answered = any(_answer(one) or entries.holds(unquoted(one), "denials-en") or _TURNS.search(one) for one in later)
    return "" if answered or titles.announces(text) else text


def _sentence(place: Place) -> Statement | None:
    return None if fault(place) else Statement(place.passage.text, (place.passage.ref,), place)


def _item(place: Place) -> Statement | None:
    """A full sentence that stands in a list, with a full stop of its own."""
    if place.passage.kind != "item":
        return None
    text = _ITEM_END.sub("", place.passage.text)
    if len(text.split()) < _LEAST_ITEM or not text[:1].isupper() or _SELF.search(text):
        return None
    if place.source.language != "en" or not has_verb(text) or alone.leans(text) or text.endswith(("?", ":", "!", ".")):
        return None
    return Statement(f"{text}.", (place.passage.ref,), place)


def _resolved(row: Sequence[Place], index: int, speakers: Mapping[Ref, str], found: Brief) -> Statement | None:
    """A sentence that leans, with its opening resolved from the one before or from who signed the text."""
    place = row[index]
    if place.source.language == "en" and (mine := _resolving.own(place)) and len(mine[0].split()) <= _LONGEST:
        return Statement(*mine, place, kind="speech")
    if not _says(place):
        return None
    said = _resolving.spoken(place, speakers, found) or _resolving.opened(row, index, found)
    return Statement(*said, place, kind="speech") if said else None


def fault(place: Place) -> str:
    """Why a passage is no statement that stands alone, for a person to read; '' where it is one."""
    text, language = place.passage.text, place.source.language or ""
    if alone.leans(text, language):
        return f"it leans on the sentence before: '{' '.join(text.split()[:3])} …'"
    if language == "en" and _WE.search(unquoted(text)) and not (place.source.authors or place.source.publisher):
        return "it says 'we', and nothing tells whose word that is"
    if language == "en" and titles.announces(text):
        return "it announces what the next sentence says"
    return _flaw(place)


def _says(place: Place) -> bool:
    """A full statement by its looks, even where it leans on its neighbour."""
    return not _flaw(place)


def _flaw(place: Place) -> str:
    """A question, a fragment, nobody's bare words, or something said of the text itself; '' where none of these."""
    if place.bare_quotation:
        return "its words are all inside quotation marks, so that it does not say who speaks"
    return _flaw_of(place.passage.text, place.source.language or "")


@lru_cache(maxsize=16384)
def _flaw_of(text: str, language: str) -> str:
    size = len(text.split())
    flaws = (
        ("?" in text, "it is a question"),
        (not _ENDS.search(text), "it does not end as a sentence"),
        (size < _SHORTEST, f"it has fewer than {_SHORTEST} words"),
        (size > _LONGEST, f"it has more than {_LONGEST} words"),
        (text[:1].islower(), "it does not begin as a sentence"),
        (entries.opens_with(text, "bids-en"), "it bids its reader do something"),
        (bool(_TALKS.match(text)), "it opens as talk does"),
        (bool(_ASIDE.fullmatch(text)), "it is an aside in brackets"),
        (bool(_WHETHER.match(text)) and not _SETTLED.search(text), "it asks whether, and says nothing"),
        (
            text[:1] not in "“\"‘'«" and bool(_SELF.search(unquoted(text))),
            "it speaks of its writer, its reader or itself",
        ),
    )
    found = next((why for there, why in flaws if there), "")
    return found or (_flaw_in_english(text) if language == "en" else "")


def _flaw_in_english(text: str) -> str:
    if not has_verb(text) or is_fragment(text):
        return "it has no verb"
    if answers_that(text):
        return "it answers what the sentence before says"
    return "it tells that somebody was asked, and no answer" if _ASKED.search(text) else ""


def _pair(row: Sequence[Place], index: int) -> Statement | None:
    """A claim with the one or two next sentences of its paragraph, or with its answer in the next paragraph."""
    lead = row[index]
    if lead.source.language != "en" or not _says(lead) or alone.leans(lead.passage.text):
        return None
    for count in (2, 1):
        rest = tuple(islice(_next(row, index), count))
        if len(rest) == count and _follow(lead, rest):
            said = (lead, *rest)
            text = " ".join(place.passage.text for place in said)
            return Statement(text, tuple(place.passage.ref for place in said), lead, rest, "pair")
    return None


def _next(row: Sequence[Place], index: int) -> Iterator[Place]:
    """What follows a sentence, without one that only announces the next: 'This has several implications.'."""
    for before, place in pairwise(row[index : index + 4]):
        announced = titles.announces(before.passage.text)
        if announced and alone.leans(place.passage.text):
            return
        if not titles.announces(place.passage.text):
            yield place


def _follow(lead: Place, rest: Sequence[Place]) -> bool:
    """Whether sentences go with a lead: full ones under its heading that belong to it, few enough words in all."""
    text = " ".join(place.passage.text for place in (lead, *rest))
    if len(text.split()) > _MOST[len(rest)] or any(place.passage.heading != lead.passage.heading for place in rest):
        return False
    return all(map(_says, rest)) and _belongs(lead, rest[0]) and not any(place.opens_paragraph for place in rest[1:])


def _belongs(lead: Place, after: Place) -> bool:
    """'The dam is a risk. Its gates are rusted.': what explains a lead, proves it or leans on it."""
    first, second = lead.passage.text, after.passage.text
    if alone.dangles(f"{first} {second}"):
        return False
    if after.opens_paragraph and second[:1] in "“\"‘'«":
        return False
    if after.opens_paragraph:
        return alone.opens_leaning(second) or _answer(second)
    return True


def _answer(second: str) -> bool:
    """'Most economists think this unlikely.': a claim must not be printed without what the text answers at once."""
    if len(second.split()) > 10 or not alone.leans(second):
        return False
    return entries.holds(second, "answers-en") or bool(_NOT.search(second))


def _list(row: Sequence[Place], index: int) -> Statement | None:
    """'The plan has three parts: … • a • b • c' as one statement."""
    lead = row[index]
    if not lead.passage.text.endswith(":") or lead.bare_quotation or alone.leans(lead.passage.text):
        return None
    items = list(_items(row, index))
    parts = [re.sub(r"(?:[;,.]|,? and,?|,? or,?)+$", "", item.passage.text) for item in items]
    text = f"{lead.passage.text} {_joined(parts)}."
    if not 2 <= len(items) <= 7 or len(text.split()) > _LIST:
        return None
    return Statement(text, (lead.passage.ref, *(item.passage.ref for item in items)), lead, kind="list")


def _items(row: Sequence[Place], index: int) -> Iterator[Place]:
    depth = row[index].passage.depth
    for place in row[index + 1 :]:
        if place.passage.kind != "item" or place.passage.depth <= depth:
            return
        yield place


def _joined(parts: Sequence[str]) -> str:
    """As the source's own list: semicolons, so that commas within an item do no harm."""
    return "; ".join(parts)

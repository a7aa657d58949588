"""The sides of a tension: statements, verbatim, with their passages and who says so."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from briefpack.analysis import _quoted, _speaking, _voices
from briefpack.analysis._places import Place, unquoted
from briefpack.analysis._same import Same
from briefpack.model import Brief, Passage, Side, Source
from briefpack.text import alone, names, words
from briefpack.text.sieves import Sieve

_PRONOUN = re.compile(r"(?:(?:But|And|Yet|Still|However|Then|Later|Now),? )?(?:[Hh]e|[Ss]he)\b")
_ROOM = 45
"""Words of a side that takes the next sentence along."""
_MOST = 60
"""Words of a side that had to take its neighbour along."""
_ACCORDING = Sieve("according", r"\b[Aa]ccording to (?P<who>(?:the |an? )?[^,;:.—–]{3,60}?)(?=[,;:.—–]|$)")
_NOBODY = frozenset(
    "he she it they we i you this that these those who which what there here one such his her its their as when if"
    " in on at by for from with after before during under since until nobody none nothing".split()
)
"""A phrase that opens so names no voice."""
_NOT_INSIDE = frozenset(
    "that what which who whom whose those these this it he she they we you i"
    " not when where why how if as to so than".split()
)
_LONGEST = 6
_ARTICLES = frozenset(("a", "an", "the"))
_LINKS = frozenset("of for at in on from to and with by behind against".split())
_SOMEBODY = frozenset("someone somebody anyone anybody everyone everybody something nothing".split())
_QUANTITIES = frozenset("share number rate level cost price amount figure total sum average part points words".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
_BEHIND = Sieve(
    "say says said argue argues argued warn warns warned estimate estimates believe believes insist insists insisted"
    " reckon reckons according",
    r", (?:(?P<who>(?:the |an? |its |some |many |most |several )?[\w’' -]{3,45}?) (?:say|says|said"
    r"|argues?|argued|warns?|warned|estimates?"
    r"|believes?|insists?|insisted|reckons?)|(?:say|says|said|argues?|argued|according to)"
    r" (?P<after>(?:the |an? |its |some |many )?"
    r"[\w’' -]{3,45}?))(?=[.,;]|$)",
)
_PEOPLE_OF = re.compile(
    r"(?:(?:some|many|most|several|both|all|former|other|two|three|four|five|six|seven|eight|nine|ten|\d+) )+"
    r"(?:[a-z-]+ ){0,2}[a-z]+s (?:of|at|in|from|with|inside|within) ",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?<=[\w.]) and [A-Z][\w-]+ (?:[a-z]+ )*[a-z]+s\b")
_SAID_SO = re.compile(r"(?<=[”\"’]) (?:he|she|they|it) (?:also |later |then )?[a-z]+")


def side(source: Source, passage: Passage, found: Brief) -> Side:
    """One passage as a side."""
    return Side(source.key, passage.text, (passage.ref,), _printed(voice(passage, found)))


def grounded(row: tuple[Place, ...], index: int, found: Brief) -> Side | None:
    """A passage as a side; where it leans, with the passage before it, None if that leans as well.

    Where only a word further on leans ('… accused the mill of more than this'), the passage before
    is cited but not printed: the side must open with what it has to say.
    """
    place = row[index]
    if not leans(place.passage, found):
        return side(place.source, place.passage, found)
    before = row[index - 1] if index else None
    if before is None or before.passage.heading != place.passage.heading or alone.leans(before.passage.text):
        return None
    speaker = _printed(voice(place.passage, found))
    if not _opens_leaning(place.passage.text):
        return Side(place.source.key, place.passage.text, (place.passage.ref, before.passage.ref), speaker)
    text = f"{before.passage.text} {place.passage.text}"
    if len(text.split()) > _MOST or before.bare_quotation:
        return None
    return Side(place.source.key, text, (before.passage.ref, place.passage.ref), speaker)


def longer(made: Side, row: tuple[Place, ...], index: int, found: Brief) -> Side:
    """A side of one sentence with the next of its paragraph, where that goes on and nobody else speaks in it."""
    after = row[index + 1] if index + 1 < len(row) else None
    if after is None or len(made.refs) > 1 or after.opens_paragraph or "?" in after.passage.text:
        return made
    text = f"{made.text} {after.passage.text}"
    if len(text.split()) > _ROOM or voice(after.passage, found) not in ("", made.voice):
        return made
    return replace(made, text=text, refs=(*made.refs, after.passage.ref))


def leans(passage: Passage, found: Brief) -> bool:
    """Whether a passage cannot be a side alone; '“…,” she said' can where it is known who she is."""
    text = passage.text
    if _speaker(passage, found):
        text = _SAID_SO.sub("", text)
    return alone.leans(text) or alone.points_back(text)


def opens_with_pronoun(text: str) -> bool:
    """'He denied it.', 'But she said …': without a voice nobody knows who answers."""
    return bool(_PRONOUN.match(text))


def voice(passage: Passage, found: Brief) -> str:
    """The person, body or group that the passage itself names as its voice; '' where the source speaks."""
    known = _known_voices(Same(found))
    key = Same(passage)
    said = known.get(key)
    if said is None:
        said = known[key] = _voice(passage, found)
    return said


@lru_cache(maxsize=4)
def _known_voices(_: Same[Brief]) -> dict[Same[Passage], str]:
    """What `voice` has found for a brief: kept for the last few of them."""
    return {}


def _voice(passage: Passage, found: Brief) -> str:
    text = passage.text
    before = _speaking.before(text)
    named = _called(before, found)
    if named:
        return named
    according = _ACCORDING.search(unquoted(text))
    if according:
        return _called(according["who"], found) or _group(according["who"])
    behind = _BEHIND.search(unquoted(text))
    return _speaker(passage, found) or (_told_behind(behind, found) if behind else "") or _group(before)


def _told_behind(match: re.Match[str], found: Brief) -> str:
    """'…, the city said', '…, say the engineers'."""
    who = match["who"] or match["after"]
    return _called(who, found) or _group(who)


def _called(who: str, found: Brief) -> str:
    """The brief's name for who is named; '' where it only says whose people they are: 'three clerks of the bank'.

    'Norwegian and Danish inspectors' are neither country.
    """
    named = _voices.named(who, found)
    return "" if _PEOPLE_OF.match(who) or (named in names.countries() and _OTHERS.search(who)) else named


def _opens_leaning(text: str) -> bool:
    return alone.opens_leaning(text) or alone.points_back(text)


def _speaker(passage: Passage, found: Brief) -> str:
    """Who is quoted in the passage."""
    return _quoted.speakers(found).get(passage.ref, "")


@lru_cache(maxsize=16384)
def _group(before: str) -> str:
    """'Some residents', 'The council': a short noun phrase, as printed but for its first letter; '' for"
    " anything else."""
    row = _speaking.OPENING.sub("", before).strip(" ,").split(",")[0].split()
    while row and row[-1].lower() in _speaking.BESIDE:
        row.pop()
    if not row or len(row) > _LONGEST or row[0].lower() in _NOBODY or row[-1].lower() in words.data("stop-en"):
        return ""
    if any(word.lower() in _no_names() or word.isdigit() for word in row[1:]):
        return ""
    phrase = " ".join(row)
    return phrase[:1].upper() + phrase[1:]


def _printed(name: str) -> str:
    """A voice as a side is headed with it; '' for what only looks like one."""
    return "" if name and _is_no_group(name.split()) else name


def _is_no_group(row: list[str]) -> bool:
    """'Secondly', 'Sirocco reads a form', 'The share of people', 'Every few years someone', 'Ruiz's eleven'."""
    low = [word.lower() for word in row]
    inside = any(one in _ARTICLES and before not in _LINKS for before, one in pairwise(low))
    head = low[1] if low[0] in _ARTICLES and len(low) > 1 else low[0]
    counted = len(low) > 1 and "of" in low and head in words.data("no-matters-en") | _QUANTITIES
    odd = low[0] in ("my", "our", "every", "each") or low[-1] in _SOMEBODY or (len(low) == 1 and low[0].endswith("ly"))
    owned = len(row) > 1 and row[-2].endswith(("'s", "’s")) and (low[-1] in _QUANTITIES or low[-1] in _NUMBERS)
    return inside or counted or odd or owned


@cache
def _no_names() -> frozenset[str]:
    return words.data("verbs-en") | _NOT_INSIDE

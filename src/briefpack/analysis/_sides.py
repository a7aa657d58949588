"""The sides of a tension: statements, verbatim, with their passages and who says so."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from briefpack.analysis import _quoted, _voices
from briefpack.analysis._places import Place, unquoted
from briefpack.analysis._same import Same
from briefpack.model import Brief, Passage, Side, Source
from briefpack.text import alone, words
from briefpack.text._lowered import lowered
from briefpack.text.sieves import Sieve

_PRONOUN = re.compile(r"(?:(?:But|And|Yet|Still|However|Then|Later|Now),? )?(?:[Hh]e|[Ss]he)\b")
_ROOM = 45
"""Words of a side that takes the next sentence along."""
_MOST = 60
"""Words of a side that had to take its neighbour along."""
_ACCORDING = Sieve("according", r"\b[Aa]ccording to (?P<who>(?:the |an? )?[^,;:.—–]{3,60}?)(?=[,;:.—–]|$)")
_RELATIVE = re.compile(r", (?:who|which)\b[^,]*,|, (?:who|which)\b.*$")
_CLAUSE = re.compile(r"[;:—–]|,? (?:but|yet|while|whereas|although) |, and ")
_OPENING = re.compile(
    r"^(?:But|However|Yet|And|Meanwhile|Still|Nevertheless|Nonetheless|While|Although|Though|Even so"
    r"|Instead|By contrast"
    r"|In contrast|On the other hand|On the one hand|Not all|Now|Today|In response|In reply|In turn"
    r"|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|In (?:[a-z]{3,9} )?(?:1[89]|20)\d\d|\w+ (?:years|months|weeks|days) (?:ago|later|earlier|on)|Last year),? ",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+(?=[ ,.;])|[\w’'-]+")
_NOBODY = frozenset(
    "he she it they we i you this that these those who which what there here one such his her its their as when if"
    " in on at by for from with after before during under since until nobody none nothing".split()
)
"""A phrase that opens so names no voice."""
_NOT_INSIDE = frozenset(
    "that what which who whom whose those these this it he she they we you i"
    " not when where why how if as to so than".split()
)
_BESIDE = frozenset(
    "has have had also still now again repeatedly consistently long firmly strongly already often".split()
)
_NO_SUBJECT = frozenset("the a an its their his her no any such to be been is are was were".split())
_LONGEST = 6
_ARTICLES = frozenset(("a", "an", "the"))
_LINKS = frozenset("of for at in on from to and with by behind against".split())
_SOMEBODY = frozenset("someone somebody anyone anybody everyone everybody something nothing".split())
_QUANTITIES = frozenset("share number rate level cost price amount figure total sum average part points words".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
_PUT = re.compile(r"(?:puts?|gives) (?:the|it|its|that|this|them)\b[^.]*\d")
_ISSUED = re.compile(
    r"(?P<who>[^,;:]{3,45}?) (?:has |had )?(?:published|released|issued) (?:an?|the|its|their) (?:[\w-]+ ){1,3}?"
    r"(?:showing|saying|arguing|finding|claiming|suggesting) that\b"
)
"""'The water board published a report showing that …'."""
_BEHIND = Sieve(
    "say says said argue argues argued warn warns warned estimate estimates believe believes insist insists insisted"
    " reckon reckons according",
    r", (?:(?P<who>(?:the |an? |its |some |many |most |several )?[\w’' -]{3,45}?) (?:say|says|said"
    r"|argues?|argued|warns?|warned|estimates?"
    r"|believes?|insists?|insisted|reckons?)|(?:say|says|said|argues?|argued|according to)"
    r" (?P<after>(?:the |an? |its |some |many )?"
    r"[\w’' -]{3,45}?))(?=[.,;]|$)",
)
_MINDS = re.compile(
    r"(?:does|do|did) not (?:accept|agree|believe|think|see|want|support|recogni[sz]e|expect|share)\b"
    r"|plays? (?:that |this |it )?down\b"
)
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
    before = _before_verb(text)
    named = _voices.named(before, found)
    if named:
        return named
    according = _ACCORDING.search(unquoted(text))
    if according:
        return _voices.named(according["who"], found) or _group(according["who"])
    behind = _BEHIND.search(unquoted(text))
    return _speaker(passage, found) or (_told_behind(behind, found) if behind else "") or _group(before)


def _told_behind(match: re.Match[str], found: Brief) -> str:
    """'…, the city said', '…, say the engineers'."""
    who = match["who"] or match["after"]
    return _voices.named(who, found) or _group(who)


def _opens_leaning(text: str) -> bool:
    return alone.opens_leaning(text) or alone.points_back(text)


def _speaker(passage: Passage, found: Brief) -> str:
    """Who is quoted in the passage."""
    return _quoted.speakers(found).get(passage.ref, "")


@lru_cache(maxsize=16384)
def _before_verb(text: str) -> str:
    """What stands before the first verb of saying or holding in its clause, where it can be its subject."""
    if _tellers().isdisjoint(lowered(text).known):
        return ""
    own = _OPENING.sub("", unquoted(text).strip())
    if issued := _ISSUED.match(own):
        return issued["who"]
    for clause in _CLAUSE.split(own):
        plain = _RELATIVE.sub(" ", clause)
        row = list(_WORD.finditer(plain))
        for place, found in enumerate(row[1:], 1):
            if _tells(row, place):
                return plain[: found.start()].strip(" ,")
            if found[0] in words.data("verbs-en") and found[0] not in _BESIDE:
                break
    return ""


def _tells(row: list[re.Match[str]], place: int) -> bool:
    """Whether a verb of saying or holding stands at a word, by itself or with what follows: 'puts it at'."""
    found = row[place]
    if found[0] in _verbs() and _may_speak(row, place):
        return True
    form = _PUT if found[0] in _PUTS else _MINDS if found[0] in _DOES else None
    return form is not None and form.match(found.string, found.start()) is not None


def _may_speak(row: list[re.Match[str]], place: int) -> bool:
    """Not 'the claims', 'is said', 'to reject', 'said by': a noun, a passive, an infinitive."""
    after = row[place + 1][0] if place + 1 < len(row) else ""
    return row[place - 1][0].lower() not in _NO_SUBJECT and after != "by"


@lru_cache(maxsize=16384)
def _group(before: str) -> str:
    """'Some residents', 'The council': a short noun phrase, as printed but for its first letter; '' for"
    " anything else."""
    row = _OPENING.sub("", before).strip(" ,").split(",")[0].split()
    while row and row[-1].lower() in _BESIDE:
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


@cache
def _tellers() -> frozenset[str]:
    """Every word at which `_tells` may say yes; most sentences hold none."""
    return _verbs() | _PUTS | _DOES


@cache
def _verbs() -> frozenset[str]:
    """The first words of the entries for verbs of saying, holding, backing and opposing."""
    names = ("reporting-en", "attitudes-en", "disputes-en", "backings-en", "speech.verbs")
    return frozenset(entry.split()[0] for name in names for entry in words.data(name)) | _MORE


_PUTS = frozenset({"put", "puts", "gives"})
_DOES = frozenset({"does", "do", "did", "play", "plays"})
_MORE = frozenset(
    "want wants wanted call calls called claim argue insist deny reject warn suggest doubt oppose dispute"
    " say says said fear fears plan plans hope hopes hoped promise".split()
)

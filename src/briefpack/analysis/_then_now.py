"""What somebody said then, and what the same says now: 'In 2019 she called it safe. Now she talks of neglect.'

Both must be speech, and the text itself must set the times apart; whether they agree is left to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.analysis import _stances
from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._sides import grounded, longer, side
from briefpack.analysis._subjects import Subjects
from briefpack.analysis._turns import Spoken, spoken
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text.sieves import Sieve

_YEARS = r"(?:\w+|a few|several|some) years (?:ago|earlier|before)"
_DATED = rf"[Ii]n (?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d\b|{_YEARS}\b|[Ll]ast year\b"
_SPOKE = r"(?:said|called|told|promised|assured|argued|described|insisted|vowed|warned|demanded|pledged|declared)"
_THEN = re.compile(
    rf"^(?:But )?(?:{_DATED}|When (?:he|she|they|it) (?:was|were|ran|took)\b|As an? [^,]{{3,60}} in (?:1[89]|20)\d\d)"
)
_FORMER = Sieve(
    "then opposition had used once",
    rf", then (?:in opposition|an? |the )|\b(?:when|while|was) in opposition\b|\bused to (?:say|call|argue)\b"
    rf"|^(?:{_DATED})[^.]*\bhad (?:once |also )?{_SPOKE}\b|\bmember of the opposition\b",
)
"""What makes an older statement one that is held against its speaker."""
_THAT_TIME = Sieve("time once then", r"\bat the time\b|\b(?:[Oo]nce|[Tt]hen) ")
"""What goes on with the older time."""
_NOW = re.compile(
    r"^(?:But )?(?:Now|Today|These days|Nowadays|\w+ (?:years|months) (?:later|on))\b"
    r"|\bnow (?:says?|calls?|talks?|wants?|argues?|asks?|insists?|speaks?|maintains?)\b"
)
_SPEECH = re.compile(
    rf"[“\"]|\b{_SPOKE}\b|\b(?:says?|calls?|talks?|asks?|argues?|insists?|speaks?) (?:of|about|that|it|the|this|for)\b"
)
_PRONOUN = re.compile(r"(?:^|, )(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) ")
_REACH = 3
"""How many passages later the other time may come."""
_SHARED = 0.6
"""What two statements far apart in a text must share."""


def then_and_now(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """Older statements with the newer ones of the same person or body, within one text."""
    for source in sources:
        row = places(source) if source.language in (None, "en") else ()
        older = [index for index, place in enumerate(row) if _is_then(place)]
        told = spoken(row, found) if older else Spoken((), ())
        for index in older:
            now = _later(told, index) or _same_voice(told, index, found, sources)
            if now is not None:
                yield from _tension(told, (index, now), found, subjects)


def _is_then(place: Place) -> bool:
    text = place.passage.text
    spoken_of = not place.bare_quotation and bool(_SPEECH.search(text))
    return spoken_of and _is_former(text) and not _NOW.search(unquoted(text))


def _later(told: Spoken, index: int) -> int | None:
    """'Now she …' soon after, under the same heading."""
    for at in range(index + 1, min(index + 1 + _REACH, len(told.row))):
        if _NOW.search(told.text(at)) and _SPEECH.search(told.text(at)):
            same = told.row[at].passage.heading == told.row[index].passage.heading
            return at if same and _may_be_one(told.voices[index], told.voices[at]) else None
    return None


def _may_be_one(then: str, now: str) -> bool:
    """'Lumen Power' and then 'the company', a pronoun or nobody; not 'The company' and then 'The city'."""
    return not then or not now or then == now or then.startswith("The ") != now.startswith("The ")


def _same_voice(told: Spoken, index: int, found: Brief, sources: tuple[Source, ...]) -> int | None:
    """Just before a former statement ('He had promised …') or, further off, on the same matter."""
    text = told.text(index)
    before = told.voices[index - 1] if index and _PRONOUN.search(text) else ""
    who = told.voices[index] or _named(text, found) or before
    if not who or not _FORMER.search(unquoted(text)):
        return None
    ours = _stances.stems(f"{text} {told.text(index + 1)}" if index + 1 < len(told.row) else text)
    weights = _stances.weights(sources)
    best, most = None, 0.0
    for at in range(len(told.row)):
        other = told.text(at)
        if told.voices[at] != who or at == index or "?" in other or _is_former(other):
            continue
        if _THAT_TIME.search(unquoted(other)) or (told.row[at].bare_quotation and at == index + 1):
            continue
        shared = sum(weights.get(stem, 0.0) for stem in _stances.stems(other) & ours)
        shared += _SHARED * (at == index - 1 and told.row[at].opens_paragraph >= told.row[index].opens_paragraph)
        if shared > most:
            best, most = at, shared
    return best if most >= _SHARED else None


def _is_former(text: str) -> bool:
    return bool(_THEN.search(text) or _FORMER.search(unquoted(text)))


def _named(text: str, found: Brief) -> str:
    """The one person whom a text names."""
    held = {person.name for person in found.people for name in (person.name, *person.aka) if name in text}
    held |= {person.name for person in found.people if re.search(rf"\b{re.escape(person.name.split()[-1])}\b", text)}
    return held.pop() if len(held) == 1 else ""


def _tension(told: Spoken, pair: tuple[int, int], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    then, now = (_side(told, pair, which, found) for which in (0, 1))
    if then and now and not set(then.refs) & set(now.refs):
        who = told.voices[pair[0]] or _named(then.text, found) or told.voices[pair[1]]
        name = subjects.printed(who) if who else ""
        yield Tension(f"Then and now: {name}" if name else "Then and now", (then, now), "then and now")


def _side(told: Spoken, pair: tuple[int, int], which: int, found: Brief) -> Side | None:
    """A statement with what carries it on; where it leans on the other one close by, as it stands."""
    at, other = pair[which], pair[1 - which]
    made, place = grounded(told.row, at, found), told.row[at]
    takes_other = made is None or told.row[other].passage.ref in made.refs
    if takes_other and abs(at - other) <= _REACH:
        made = side(place.source, place.passage, found)
    return longer(made, told.row, at, found) if made and other != at + 1 else made

"""What somebody said then, and what the same says now: 'In 2019 she called it safe. Now she talks of neglect.'

Both must be speech, and the text itself must set the times apart; whether they agree is left to the reader.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from briefpack.analysis import _stances
from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._same import Same
from briefpack.analysis._sides import grounded, longer, side
from briefpack.analysis._subjects import Subjects
from briefpack.analysis._turns import Spoken, spoken
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import words
from briefpack.text.name_finder import Names
from briefpack.text.sieves import Sieve

_YEARS = r"(?:\w+|a few|several|some) years (?:ago|earlier|before)"
_DATED = rf"[Ii]n (?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d\b|{_YEARS}\b|[Ll]ast year\b"
_THEN = re.compile(
    rf"^(?:But )?(?:{_DATED}|When (?:he|she|they|it) (?:was|were|ran|took)\b|As an? [^,]{{3,60}} in (?:1[89]|20)\d\d)"
)
_FORMER = Sieve(
    "then opposition office used",
    r", then (?:in opposition|in office|an? |the )|\b(?:when|while|was|still) (?:in opposition|(?:in|out of) office)\b"
    r"|\bused to (?P<verb>[a-z]+)\b|\b(?:member|leader) of the opposition\b",
)
"""What makes an older statement one that is held against its speaker."""
_LONG_AGO = re.compile(rf"^(?:{_DATED})[^.]*")
_HAD = re.compile(r"\bhad (?:once |also )?(?P<verb>[a-z]+)\b")
"""'Three years ago she had promised …'."""
_THAT_TIME = Sieve("time once then", r"\bat the time\b|\b(?:[Oo]nce|[Tt]hen) ")
"""What goes on with the older time."""
_NOW = re.compile(
    r"^(?:But )?(?:Now|Today|These days|Nowadays|\w+ (?:years|months) (?:later|on))\b"
    r"|\bnow (?:says?|calls?|talks?|wants?|argues?|asks?|insists?|speaks?|maintains?)\b"
)
_TALKS = re.compile(r"[“\"]|\b(?:talks?|talked|speaks?|spoke) (?:of|about)\b")
_PRONOUN = re.compile(r"(?:^|, )(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) ")
_NOW_PRONOUN = re.compile(
    r"^(?:But )?(?:\w+(?: \w+){0,2},? )?(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Ii]t) (?:now )?(?P<verb>[a-z]+)"
)
"""'Now she talks', 'Today it says', 'He now calls'; not 'Now it is said'."""
_HOLDS = frozenset("talks talk speaks speak wants want".split())
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
            now = _later(told, index, found) or _same_voice(told, index, found, sources)
            if now is not None:
                yield from _tension(told, (index, now), found, subjects)


def _is_then(place: Place) -> bool:
    text = place.passage.text
    spoken_of = not place.bare_quotation and _speaks(text)
    return spoken_of and _is_former(text) and not _NOW.search(unquoted(text))


def _later(told: Spoken, index: int, found: Brief) -> int | None:
    """'Now she …' soon after, under the same heading."""
    for at in range(index + 1, min(index + 1 + _REACH, len(told.row))):
        if _NOW.search(told.text(at)) and _speaks(told.text(at)):
            same = told.row[at].passage.heading == told.row[index].passage.heading
            return at if same and _is_one(told, index, at, found) else None
    return None


def _is_one(told: Spoken, index: int, at: int, found: Brief) -> bool:
    """One voice both times; or a pronoun, or its own noun, where nobody else has spoken since.

    'The Harrow Port Company' and 'the company'; not 'Norvik Shipping' and 'the harbour master'.
    """
    then, now = (told.voices[place] or _named(told.text(place), found) for place in (index, at))
    if then and then == now:
        return True
    if any(told.voices[between] not in ("", then) for between in range(index + 1, at)):
        return False
    again = _NOW_PRONOUN.match(unquoted(told.text(at)))
    if again:
        sure = not now and bool(then) and again["verb"] in words.data("speech.verbs") | _HOLDS
        return sure and _may_mean(again["who"].lower(), then, found) and not _other(told, (index, at), then, found)
    return _is_noun_of(now, then, found)


def _may_mean(pronoun: str, who: str, found: Brief) -> bool:
    """Nobody is 'it', no body is 'she', and one is not 'they'."""
    if pronoun == "they":
        return who.endswith("s") and who.split()[-1].islower()
    if any(person.name == who for person in found.people):
        return pronoun != "it"
    return pronoun == "it" or all(body.name != who for body in found.organisations)


def _other(told: Spoken, span: tuple[int, int], who: str, found: Brief) -> bool:
    """Whether a person besides the speaker is named up to the pronoun: 'Orth told Holm that … Now she says …'."""
    names, people = _people(Same(found))
    return any(people[one.name] != who for at in range(*span) for one in names.find(told.text(at)))


def _is_noun_of(noun: str, who: str, found: Brief) -> bool:
    """'The company' after 'Lumen Power', whose role is 'wind company', or after 'Harrow Port Company'."""
    if not noun.startswith("The ") or any(person.name == who for person in found.people):
        return False
    roles = " ".join(body.role for body in found.organisations if body.name == who)
    return noun.lower().removeprefix("the ") in f"{who} {roles}".lower().split()


def _same_voice(told: Spoken, index: int, found: Brief, sources: tuple[Source, ...]) -> int | None:
    """Just before a former statement ('He had promised …') or, further off, on the same matter."""
    text = told.text(index)
    before = told.voices[index - 1] if index and _PRONOUN.search(text) else ""
    who = told.voices[index] or _named(text, found) or before
    if not who or not _is_held_against(text):
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
        shared = _stances.weigh(_stances.stems(other) & ours, weights)
        shared += _SHARED * (at == index - 1 and told.row[at].opens_paragraph >= told.row[index].opens_paragraph)
        if shared > most:
            best, most = at, shared
    return best if most >= _SHARED else None


def _is_former(text: str) -> bool:
    return bool(_THEN.search(text)) or _is_held_against(text)


def _is_held_against(text: str) -> bool:
    """'… then in opposition', 'used to call', 'Three years ago she had promised'."""
    own = unquoted(text)
    former, past = _FORMER.search(own), _LONG_AGO.match(own)
    if former and (not former["verb"] or former["verb"] in words.data("speech.verbs")):
        return True
    since = past.end() if past else 0
    return any(had["verb"] in words.data("speech.verbs") for had in _HAD.finditer(own, 0, since))


def _speaks(text: str) -> bool:
    """Whether words are quoted in it, or a verb of speech stands in it."""
    return bool(_TALKS.search(text)) or not words.data("speech.verbs").isdisjoint(words.words(text))


def _named(text: str, found: Brief) -> str:
    """The one person whom a text names."""
    names, people = _people(Same(found))
    held = {people[one.name] for one in names.find(text)}
    return held.pop() if len(held) == 1 else ""


@lru_cache(maxsize=4)
def _people(known: Same[Brief]) -> tuple[Names, dict[str, str]]:
    """The forms of its people's names, each with the name that the brief prints; none that two people share."""
    forms: dict[str, set[str]] = defaultdict(set)
    for person in known.value.people:
        for form in (person.name, person.name.split()[-1], *person.aka):
            forms[form].add(person.name)
    own = {form: held.pop() for form, held in forms.items() if len(held) == 1}
    return Names(own), own


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

"""What shows that two statements pull apart: words that they share bring them together, and show nothing.

Two views are told as such only where somebody denies, rejects or turns against what somebody else holds, where one
says that a thing is not so of which the other says that it is, where the two come from opposite camps, or where a
document itself sets one voice against the other with 'but'. All else stands side by side, or is not told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from briefpack.analysis import _stances, _turns
from briefpack.analysis._aims import aimed, names_claim
from briefpack.analysis._claims import claim
from briefpack.analysis._places import unquoted
from briefpack.analysis._same import kept
from briefpack.analysis._sides import opens_with_pronoun
from briefpack.model import Brief, Side, Tension
from briefpack.text import entries, lists, rare, words
from briefpack.text.sieves import Sieve

_NOT_SO = 0.75
"""Weight of what one says is not so and the other says is."""
_SURELY = 1.5
"""The same where the two stand far apart."""
_DISPUTING = ("denials-en", "disputes-en", "contesting-en")
_DOUBTING = (*_DISPUTING, "doubting-en")
_NEXT = 2
"""Paragraphs on in which an answer comes."""
_FINDING = re.compile(
    r"(?:But|However|Yet|Still),? (?:an?|the|new|official|two|several) (?:[a-z]+ )?(?:report|study|survey|review|audit"
    r"|analysis|inquiry|investigation|poll|figures|data|documents?|records|emails?|letter|minutes|memo)s?\b"
)
"""'But a survey of parks counted more': what is found speaks for itself."""
_DOUBTS = re.compile(
    r"\b(?:consider|regard|call|see|think|find|believe|deem)(?:s|ed)? (?:this|that|it|such [a-z]+) (?:as )?"
    r"(?:an? )?(?:[a-z]+ )?"
    r"(?:unlikely|unrealistic|improbable|impossible|doubtful|wrong|premature|na[iï]ve|far-fetched|implausible|exaggerated"
    r"|nonsense|fantasy|mistake|illusion)\b"
)
"""'Most engineers consider that very unlikely.'"""
_DOERS = re.compile(r"\b[a-z]{3,}(?:ists|icians|ologists|eers|akers|ants|ators|ians|owners|workers|holders|goers)\b")
"""'Environmentalists', 'mine owners'."""
_DETERMINED = re.compile(r"(?:The|An?|Some|Many|Most|Several|Both|Local|Other|Two|Three|Four|Five|Six) [\w’'-]+")
"""'The gardeners of Lund', 'Two divers'; not 'Overall' or 'To varying degrees'."""
_UNITS = frozenset("dollar euro pound cent year month week day hour minute percent ahead abroad".split())
_SHORT_NAME = 5
_BODIES = frozenset("other some many management government industry labour labor opposition".split())
_PEOPLE = re.compile(
    r"(?!Polls|Figures|Statistics|Records|Documents|Reports|Studies|Results|Numbers)[A-Z][a-z]{2,}(?:s|men|women|folk)"
)
"""'Shepherds', 'Fishermen'."""
_SAID_SO = "Divided:"
"""A text itself says that these are divided."""
_FEW = 0.4
"""The same of two voices."""
_OWN = 0.7
"""The same of a view and what an author says of it."""
_OF_ANOTHER = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Senator|President|Minister)\b\.? [A-Z]")
_SHARED = 0.8
"""What two statements share at least that only a 'but' sets against each other."""
_AGREES = Sieve(
    "also too likewise similarly echoed echoes agreed agrees joined seconded",
    r"\b(?:also|likewise|[Ss]imilarly|echoe[sd]|agree[sd]|joined|seconded)\b|, too[,.]",
)
"""'also criticised': whoever goes on in the same vein answers nobody."""
_NO_MIND = Sieve(
    "not",
    r"\b(?:does|do|did|would|could) not (?:expect|believe|think|want|see|accept|agree|trust|share|support|like|buy)\b",
)
"""'But Orth would not trust the ice': whose mind is another."""
_ASIDE = re.compile(r" [-–—] (?:which|who) [^–—]*? [-–—](?= )|, (?:which|who) [^,]*,")
_NOT_TRUE = re.compile(
    r"\bnothing (?:of the (?:kind|sort)|to do with)\b|\bno such\b|\bnot true\b"
    r"|\b(?:is|was|are|were) (?:wrong|untrue|false)\b"
)


def parted(one: Tension, found: Brief, weights: dict[str, float]) -> Tension | None:
    """The tension as it may be told: as it stands, as statements side by side, or not at all."""
    if one.kind not in ("voices", "doubt") or one.text.startswith(_SAID_SO) or len(one.sides) != 2:
        return one
    if pulls(one, found, weights):
        return one
    first, second = one.sides
    matter = one.text.partition(": ")[2]
    if first.source == second.source or not matter:
        return None
    return replace(one, text=f"What each source says of {matter}", kind="emphasis")


def pulls(one: Tension, found: Brief, weights: dict[str, float]) -> bool:
    """Whether two sides show that they go against each other."""
    first, second = one.sides
    if entries.holds(second.text, "silence-en") or (opens_with_pronoun(second.text) and not second.voice):
        return False
    if first.source == second.source and not _two_speak(one, found, weights):
        return False
    if _AGREES.search(unquoted(second.text)):
        return False
    shared = _stances.weigh(_stances.stems(first.text) & _stances.stems(second.text), weights)
    if not _near(first, second):
        return (shared >= _SHARED and _rejects(first, second, weights)) or _not_so(first, second, weights) >= _SURELY
    if one.kind == "doubt":
        return _doubted(first, second, weights) or _rejects(first, second, weights)
    return (
        _rejects(first, second, weights)
        or aimed(second.text, first.text, weights, "doubting-en")
        or camps(first.voice, second.voice)
        or _not_so(first, second, weights) >= _NOT_SO
        or bool(_DOUBTS.search(second.text))
        or _turns.differs(second.text)
        or (_turns.turns(second.text) and bool(_NO_MIND.search(second.text)) and bool(first.voice))
        or (_turns.turns(second.text) and _sets_against(first, second, found, shared))
        or _answers_with_not(first, second, found, weights)
    )


def _doubted(first: Side, second: Side, weights: dict[str, float]) -> bool:
    """'Analysts regard this as unlikely', 'the offer has met with scepticism', 'doubts that the rock will hold'."""
    if _DOUBTS.search(second.text) or aimed(second.text, first.text, weights, *_DOUBTING):
        return True
    shared = _stances.weigh(_stances.stems(first.text) & _stances.stems(second.text), weights)
    voiced = bool(first.voice and second.voice) and shared >= _FEW
    return entries.holds(second.text, "doubts-en") and (voiced or names_claim(second.text))


def _two_speak(one: Tension, found: Brief, weights: dict[str, float]) -> bool:
    """Two voices of one text; or one and the text's own author, what was found, or what denies it outright."""
    first, second = one.sides
    if first.voice == second.voice or _one_body(first.voice, second.voice, found):
        return False
    if first.source in _columns(found) and bool(first.voice) != bool(second.voice):
        return True
    if one.kind == "doubt" and not (first.voice and second.voice):
        return True
    if not second.voice:
        finds = bool(_FINDING.match(second.text)) or _turns.differs(second.text)
        plainly = finds or _goes_against(second.text)
        return bool(first.voice) and (plainly or _not_so(first, second, weights) >= _NOT_SO)
    if not is_somebody(second.voice, found):
        return False
    against = _goes_against(second.text) or not words.data("critics-en").isdisjoint(second.voice.lower().split())
    return is_somebody(first.voice, found) or against


def _columns(found: Brief) -> frozenset[str]:
    return frozenset(one.key for one in found.sources if one.genre in ("opinion", "editorial"))


def _one_body(one: str, other: str, found: Brief) -> bool:
    """'The fund' and 'Nordic Seed Fund', 'The mayor' and the mayor's name."""
    roles = {each.name: each.role for each in found.people} | {each.name: each.role for each in found.organisations}
    for noun, name in ((one, other), (other, one)):
        low = noun.lower().removeprefix("the ")
        known = f"{name} {roles.get(name, '')}".lower().split()
        if noun.startswith("The ") and name in roles and set(low.split()) <= set(known):
            return True
    return False


def _near(first: Side, second: Side) -> bool:
    """The second answers within the next paragraph."""
    return first.source == second.source and 0 <= second.refs[0].paragraph - first.refs[-1].paragraph <= _NEXT


def _goes_on(first: Side, second: Side) -> bool:
    """The next sentence of a paragraph."""
    one, other = first.refs[-1], second.refs[0]
    return one.paragraph == other.paragraph and other.sentence == one.sentence + 1


def _next(first: Side, second: Side) -> bool:
    """The next sentence, or the first of the next paragraph."""
    one, other = first.refs[-1], second.refs[0]
    return _goes_on(first, second) or (other.paragraph == one.paragraph + 1 and other.sentence == 1)


def _rejects(first: Side, second: Side, weights: dict[str, float]) -> bool:
    """'The board rejected that'; not what the first has said to be rejected, and no bid of which it says nothing."""
    if _goes_against(first.text):
        return False
    if _NOT_TRUE.search(second.text):
        return True
    if _turns.denies_it(second.text):
        return _stances.weigh(_stances.stems(first.text) & _stances.stems(second.text), weights) >= _FEW
    own = _ASIDE.sub(",", second.text)
    if _next(first, second) and first.voice and second.voice and _turns.disputes(own):
        return True
    return _turns.disputes(own) and aimed(own, first.text, weights, *_DISPUTING)


def _goes_against(text: str) -> bool:
    return _turns.disputes(text) or _turns.denies_it(text) or bool(_NOT_TRUE.search(text))


def camps(one: str, other: str) -> bool:
    """'Supporters' and 'Critics of the law', 'Some' and 'Others'."""
    first, second = ({word.lower() for word in voice.split()[:3]} for voice in (one, other))
    backing, against = words.data("backers-en"), words.data("critics-en")
    return bool((first & backing and second & against) or (first & against and second & backing)) or bool(
        first & {"some", "one"} and second & {"others", "other", "another"}
    )


def _sets_against(first: Side, second: Side, found: Brief, shared: float) -> bool:
    """'But' sets one person against another, a voice against what was told, a finding against a voice."""
    if first.voice == second.voice:
        return False
    if {first.voice, second.voice} <= {one.name for one in found.people}:
        return shared >= _FEW
    told = is_somebody(first.voice, found)
    if told and (_FINDING.match(second.text) or (second.voice and _goes_on(first, second))):
        return True
    return is_somebody(second.voice, found) and shared >= (_FEW if told else _SHARED)


def _answers_with_not(first: Side, second: Side, found: Brief, weights: dict[str, float]) -> bool:
    """'The bakers replied that no loaf had been lost'; 'That is no loaf', by the author of a column."""
    if not is_somebody(first.voice, found):
        return False
    shared = _stances.stems(first.text) & _stances.stems(second.text)
    denied = _stances.stance(second.text).denied
    if second.voice:
        own = denied & (shared - _stances.stance(first.text).denied)
        return _stances.weigh(own, weights) >= _FEW and is_somebody(second.voice, found)
    if not (denied or _turns.turns(second.text) or _turns.turns_late(second.text)):
        return False
    own_word = _stances.weigh(shared, weights) >= _OWN and not _OF_ANOTHER.match(second.text)
    return own_word and second.source in _columns(found)


def is_matter(label: str) -> bool:
    """'the harbour', 'Peru'; not 'dollars', 'the years', 'the ahead'."""
    head = label.lower().rpartition(" ")[2]
    no_matters = (
        "units-en",
        "times-en",
        "no-matters-en",
        "generic-en",
        "past-en",
        "finite-en",
        "speech.verbs",
        "vague-en",
    )
    return (
        bool(head) and not any(head in words.data(name) for name in no_matters) and head.removesuffix("s") not in _UNITS
    )


def is_somebody(voice: str, found: Brief) -> bool:
    """'Ana Ruiz', 'The council', 'Some residents'; not 'The spot' or 'Twenty-seven'."""
    heads = {word.lower().removesuffix("s") for word in voice.split()}
    sure = voice in _names(found) or not heads.isdisjoint(_groups()) or bool(_DOERS.search(voice))
    return bool(voice) and (sure or bool(_DETERMINED.match(voice) or _PEOPLE.fullmatch(voice)) or _is_rare(voice))


@kept
def _names(found: Brief) -> frozenset[str]:
    """Everybody in a brief, by full, other and family names."""
    persons = (part for one in found.people for name in (one.name, *one.aka) for part in (name, name.split()[-1]))
    return frozenset(persons) | {name for one in found.organisations for name in (one.name, *one.aka)}


def _is_rare(voice: str) -> bool:
    """A name of one word that nobody else is called by: 'Orth', not 'Health'."""
    low = voice.lower()
    short = len(low) < _SHORT_NAME and not (low in words.data("common-en") or low in words.data("stop-en"))
    return voice[:1].isupper() and voice.isalpha() and (short or rare.is_rare(low))


@cache
def _groups() -> frozenset[str]:
    """Words for who may hold a view, in the singular."""
    names = ("names.roles", "names.bodies", "names.nouns-body", "people-not-names", "backers-en", "critics-en")
    held = {entry.lower().split()[-1] for name in names for entry in lists.load(name)} | _BODIES
    held |= {line.split()[0].lower() for line in lists.load("persons-en")}
    return frozenset(word.removesuffix("s") for word in held)


def _not_so(first: Side, second: Side, weights: dict[str, float]) -> float:
    """'Officers handed it to her.' and 'She had never seen it.': how much of what the one denies the other says."""
    one, other = _stances.stance(first.text).denied, _stances.stance(second.text).denied
    if one & other:
        return 0.0
    ours = (other & _stances.stems(first.text)) if _heads(second.text, first.text) else frozenset[str]()
    theirs = (one & _stances.stems(second.text)) if _heads(first.text, second.text) else frozenset[str]()
    return _stances.weigh(ours | theirs, weights)


def _heads(denial: str, other: str) -> bool:
    """Whether the first word that a text denies stands in the other: 'had never seen it' and 'has seen it'."""
    if entries.holds(denial, "denials-en"):
        return True
    made = claim(denial)
    return made.sure and bool(made.denied) and not claim(other).roots.isdisjoint(made.denied[:2])

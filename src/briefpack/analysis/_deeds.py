"""What a person says or does in the sources: the predicate of a sentence whose subject is the person.

'Harbour master Ana Silva, who retires in May, told the council on Monday that the wall would hold.' gives
'told the council that the wall would hold'. Only deletions that keep what the sentence says make it, so every
word stands in the passage, in that order; where no predicate stands by itself there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from briefpack.model import Passage, Source
from briefpack.text import alone, clauses, entries, names, sentences, words
from briefpack.text.names import Mention
from briefpack.text.shorten import recorded

WORDS = 18
"""Words of a deed, at most."""
_FEWEST = 4
_LONGEST = 90
"""Words of a sentence that is still looked at."""
_TRIED = 24
"""Sentences of one person that are looked at."""
_SPREAD = 4
"""In how many passages a word stands that counts as much as any."""


class Deed(NamedTuple):
    """A predicate and the passage that it is cut from."""

    text: str
    passage: Passage
    worth: float


def matter(sources: Iterable[Source]) -> Counter[str]:
    """In how many passages each content word stands: what the sources talk about."""
    return Counter(word for source in sources for passage in source.passages for word in words.content(passage.text))


class Named(NamedTuple):
    """A place where a person is named, and the sentence after it in the paragraph."""

    passage: Passage
    mention: Mention
    after: Passage | None


def best(rows: Iterable[Named], talked: Counter[str], gender: str) -> Deed | None:
    """What says most about the matter: a statement or a judgement before a deed, both before a life; else the first."""
    found: Deed | None = None
    for passage, text in _candidates(islice(rows, _TRIED), gender):
        worth = _worth(text, talked) if text else 0.0
        if worth > (found.worth if found else _LEAST):
            found = Deed(text, passage, worth)
    return found


def _candidates(rows: Iterable[Named], gender: str) -> Iterator[tuple[Passage, str]]:
    for passage, mention, after in rows:
        if passage.text.count(" ") > _LONGEST:
            continue
        if _heads(passage.text, mention):
            yield passage, _deed(passage.text, passage.text[mention.start : mention.end], gender)
        pronoun = _SHE.get(gender, " ")
        if after and after.text.startswith(pronoun) and _alone(passage.text, mention):
            yield after, _deed(after.text, pronoun.strip(), gender)


def _alone(sentence: str, mention: Mention) -> bool:
    """Whether 'she' after this sentence is the one who acts or speaks in it: nobody else is named there."""
    others = (one for one in names.people(sentence) if one.start != mention.start)
    beside = any(one.evidence or " " in one.name for one in others) or _RELATIVES.search(sentence)
    name = sentence[mention.start : mention.end]
    speaks = f"said {name}." in sentence or f"{name} said" in sentence or f"{name} told" in sentence
    return not beside and (speaks or _heads(sentence, mention))


def _deed(sentence: str, name: str, gender: str) -> str:
    """The predicate of a sentence that a name, or 'She', opens; empty where none is safe."""
    whole = len(sentence[: sentence.index(name) + len(name)].split()) + WORDS
    for text in _forms(sentence, whole):
        said = _predicate(text, name)
        for part in (said, *_firsts(said)):
            if _FEWEST <= part.count(" ") + 1 <= WORDS and _stands(part, gender):
                return part
    return ""


def _firsts(said: str) -> Iterator[str]:
    """'said that fees would rise, and noted that …': of two things said the first, unless a condition spans both."""
    for joint in _SECOND.finditer(said):
        first, tail = said[: joint.start()], said[joint.end() :]
        told = "," in tail and entries.holds(tail.rpartition(",")[2], "guarded-en")
        opens = joint["adds"] or joint["word"] == "that" or clauses.is_past(joint["word"])
        if opens and not told and not _SPANS.search(first):
            yield first


def _forms(sentence: str, most: int) -> Iterator[str]:
    """The sentence, then what the deletions leave of it: first without asides, then without clauses."""
    if len(sentences.split(sentence)) > 1:
        return
    yield sentence
    for clauses_too in (False, True):
        short = recorded(sentence, most, clauses_too=clauses_too)
        if short:
            yield short.text


def _heads(sentence: str, mention: Mention) -> bool:
    """Whether the name opens the sentence, a role, a form of address and a day aside."""
    lead = _DAY.sub("", alone.unconnected(sentence[: mention.start] + _NAME)).removesuffix(_NAME)
    known = {word.lower() for word in _WORD.findall(f"{mention.role} {mention.address} the")}
    return all(word.lower() in known for word in _WORD.findall(lead))


def _predicate(text: str, name: str) -> str:
    """From the verb on; nothing where something else than an apposition stands between name and verb."""
    place = text.find(name)
    if place < 0 or not text.endswith((".", ".”")):
        return ""
    bare = _BEHIND.match(text, place + len(name))
    start = bare.end() if bare else place + len(name)
    for aside, rest in (("", text[start:].lstrip()),) if name in ("He", "She") else _parted(text, start):
        if _opens(rest) and not (clauses.survives(aside) or entries.holds(aside, "guarded-en") or _tells(aside)):
            said = rest.removeprefix("also ").removesuffix(".")
            return "" if said.endswith(",”") else said
    return ""


def _parted(text: str, start: int) -> Iterator[tuple[str, str]]:
    """An aside after the name, and what goes on after it: the shortest aside first, at the start none."""
    yield "", text[start:].lstrip()
    opened = _ASIDE.match(text, start)
    closing = _CLOSING.get(opened[0].strip()[:1], ",") if opened else ""
    for found in islice(re.finditer(re.escape(closing), text[start + 2 : start + _ASIDES]), 3 if opened else 0):
        yield text[start : start + 2 + found.start()], text[start + 2 + found.end() :].lstrip()


def _opens(rest: str) -> bool:
    """Whether the sentence's verb stands first, an adverb before it aside."""
    verb = _VERB.match(rest)
    return bool(verb and clauses.may_be_finite(verb["verb"]) and not _is_participle(rest[verb.start("verb") :]))


def _tells(aside: str) -> bool:
    """A clause of its own, as in 'Silva, the mayor said, had left'; a relative one is the name's."""
    return clauses.carries(_RELATIVE.split(aside)[0])


def _is_participle(rest: str) -> bool:
    """'accused of theft was freed', 'fired by the club'."""
    sure = clauses.is_finite(rest.partition(" ")[0])
    return entries.opens_with(rest, "deeds-passive-en") or (not sure and bool(_BY.match(rest)))


def _stands(said: str, gender: str) -> bool:
    """Whether it can be read after the name alone: no word in it points to something before."""
    bare = _QUOTED.sub("“”", said)
    if entries.opens_with(said, "deeds-none-en") or _IS.match(said) or _POINTS.search(bare) or _WRITER.search(bare):
        return False
    if _CUT_SHORT.search(bare):
        return False
    if any(_POINTS.search(part) for part in _QUOTED.findall(said)) or _OPEN.search(bare.replace("“”", "")):
        return False
    return _own(bare, gender) and _owned(bare)


def _own(said: str, gender: str) -> bool:
    """'he' and 'her' are the person's where no other person is named and the name tells no other gender."""
    genders = {"f" if word.lower().startswith(("she", "her")) else "m" for word in _HE.findall(said)}
    return not genders or (
        len(genders) == 1
        and gender in ("", *genders)
        and not any(one.evidence or " " in one.name for one in names.people(said))
    )


def _owned(said: str) -> bool:
    """'urged the council to delay its vote': whose stands before, by name or with its article."""
    return all(_OWNER[found[0]].search(said[: found.start()]) for found in _ITS.finditer(said))


def _worth(said: str, talked: Counter[str]) -> float:
    first = next((word for word in _WORD.findall(said) if word not in words.data("speech.between")), "")
    speaks = any(first in words.data(name) for name in _SPEAKING) or entries.opens_with(said, "reporting-en")
    shared = sorted((min(talked[word] - 1, _SPREAD) / _SPREAD for word in words.content(said)), reverse=True)
    life = entries.opens_with(said, "deeds-life-en")
    leans = bool(_LEANING.search(said)) + 0.5 * ("“" in said) + 0.5 * bool(_FLEETING.search(said))
    return 3.0 + 2.0 * speaks + sum(shared[:5]) - 2.5 * life - leans


_LEAST = 2.0
"""A deed in words that lean needs a word that the documents talk of; a life needs three."""
_SHE = {"f": "She ", "m": "He "}
_RELATIVES = re.compile(
    r"\b(?:[Hh]er|[Hh]is) (?:[a-z]+ )?(?:mother|father|wife|husband|partner|son|daughter|brother|sister|lawyer|boss)\b"
)
_NAME = "Xxxxxxxxxxxxxxx"
_SPEAKING = ("speech.verbs", "attitudes-en", "present-en")
_WORD = re.compile(r"[\w’'.-]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_DAY = re.compile(
    r"^(?:(?:On|Early on|Late on|Earlier|Last) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday"
    r"|Last (?:week|month|year)|In (?:\d{4}|[A-Z][a-z]+(?: \d{4})?))(?: (?:morning|afternoon|evening|night))?,? "
)
_BEHIND = re.compile(
    r"(?: \([^()]{1,60}\))?(?: (?:of|at|from) (?:the |an? )?(?:[A-Z][\w’'&-]*(?: of| and| for)? ?){1,6}(?=[ ,]))?"
)
_ASIDE = re.compile(
    r", (?:\d\d,|an?|the|who|whose|his|her|its|now|then|former|co-|[a-z-]+ (?:of|at|for)\b|[A-Z])| [–—-] |—"
)
_ASIDES = 140
"""Letters of an aside, at most."""
_CLOSING = {"—": "—", "–": " – ", "-": " - "}
_VERB = re.compile(
    r"(?:(?:[a-z]+ly|also|later|then|never|often|once|still|again|repeatedly|now) ){0,2}(?P<verb>[a-z’']+)\b"
)
_BY = re.compile(r"[a-z]+(?:ed|en|wn|de|lt|t) (?:(?!that\b|the\b)[^,;]*)?\bby\b(?! [a-z]+ing\b)|[a-z]+ing\b")
_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:who|in|of|with|from)\b)|such(?! as\b)|they|them|it|both"
    r"|there(?! (?:is|are|was|were|had|has|would|will)\b)"
    r"|former(?! [a-z])|latter|same|so|ones|others|here|too|either|neither|above|below)\b"
    r"|\b(?:did|do|does)(?: so)?(?=[,.]|$)|\bthat(?=[,.’']|$)|\b(?:of|to|on|about|with|for|from|in|at|by) that\b",
    re.IGNORECASE,
)
_OPEN = re.compile('[“”";()]')
_CUT_SHORT = re.compile(r"\b(?:whose|who|why|how|when|where|which|what|so|not)[.!]?$")
"""'did not say whose', 'would not say why': of what, stood before."""
_IS = re.compile(
    r"(?:is|was|remains|remained|became|becomes) (?:now |then |also )?"
    r"(?:an?|the|one of|(?:[a-z]+ )?[a-z]+ (?:of|at|for))\b"
)
"""The role in other words."""
_RELATIVE = re.compile(r"\b(?:who|whose|which|that)\b")
_SECOND = re.compile(r", and (?P<word>[a-z]+)\b|, (?P<adds>adding|saying|noting|warning) that\b")
_SPANS = re.compile(r"\b(?:if|unless|whether|either|both|between|not only|when|while|although|though|because)\b")
_WRITER = re.compile(r"\b(?:I|we|our|us|my|me|you|your|mine|ours|yours)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|she|his|her|him|hers|himself|herself)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|their)\b")
_OWNER = {
    "its": re.compile(r"\b(?:the|an?|each|every)\b [a-z-]{3,}|[A-Z]\w+"),
    "their": re.compile(r"\b[a-z]{3,}(?<!s)s\b|\b(?:people|women|men|children|police|and)\b"),
}
_LEANING = re.compile(
    r"\bthe (?:move|decision|plan|proposal|deal|idea|case|change|bill|law|measure|report|ruling|project|incident|attack"
    r"|crash|suit|man|woman|two|three|group|company|agency)s?\b(?! (?:of|to|that|by|from|in|for|at)\b)"
)
_FLEETING = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|last (?:week|month|night))\b"
)

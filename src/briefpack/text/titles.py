"""May a sentence be set large, as what a slide claims?

A claim is a statement about its subject. An order ('Publish the figures'), the writer on herself
('I should be astonished'), a frame around somebody's words ('Ruiz writes: “…”') and an opening
that only sets the scene ('There is the question of …', 'Not every farmer …') are none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefpack.text import words

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ORDER = re.compile(
    r"(?:Very well: |Then |So |Now |And |But |Do not |Don['’]t |Never |Please )?"
    r"(?P<verb>[A-Za-z][a-z]+) (?:up |out |down |on |in |back )?"
    r"(?:the|that|this|those|these|them|it|any|every|each|all|us|me|no|some|your|our|its|their|an?|one|two|half)\b"
)
_SELF = re.compile(r"(?:^|[.;:,—–] ?|\b[a-z]+ )I(?:['’](?:m|d|ve|ll))?\b(?!\.)|\b(?:me|my|myself)\b|^My\b")
"""'I' after a capitalised word is a number: 'Phase I', 'World War I'."""
_TALK = re.compile(r"(?:Let us|Let me|Very well|Well,|Yes,|No,|Ah,|Oh,)\b", re.IGNORECASE)
_ANSWER = re.compile(r"\b(?:that|this)[.!](?: |$)")
"""'The governor rejected that': what, stands only in the sentence before."""
_FRAME = re.compile(r"\b(?:writes|said|says|wrote): “|^According to [^“”]*: “|\b(?:writes|said|says|wrote): \"")
_HANGS = re.compile(
    r"\w, (?:too|also|moreover|as well),|\b(?:is|was|are|were|seems?|remains?) (?:even )?(?:less|more) [a-z]+[.]$"
    r"|\b(?:is|are|was|were) (?:quite )?(?:another|a different) (?:matter|story|question)\b"
    r"|^(?:We|They|I) (?:would |should |can |have |only )?(?:propose|suggest|recommend|have|offer|see|ask)"
    r" (?:an?|one|two|three|four|only|some|several)\b[^,;:]{0,40}[.]$",
    re.IGNORECASE,
)
"""'The price, too, is in doubt', 'What follows is less clear', 'We offer a simple test': half of a thought."""
_OTHERS = re.compile(
    r"(?:Critics|Opponents|Supporters|Defenders|Advocates|Enthusiasts|Sceptics|Skeptics|Proponents|Champions"
    r"|Some|Others|Many"
    r"|The (?:\w+['’]s? )?(?:spokes\w+|enthusiasts|critics|defenders|supporters|opponents|lobby|industry))\b"
    r"[^.;]{0,60}?\b(?:say|says|argue|argues|claim|claims|insist|insists|hold|holds|believe|believes|reply|replies"
    r"|point out|like to|tell|tells)\b"
)
_SAME = re.compile(
    r"\bthe same (?:order|rule|law|day|week|month|year|source|study|report|letter|survey|decision)\b(?! (?:as|that)\b)"
)
_NOBODYS = re.compile(
    r"^(?:The |Some |Many |Most )?[a-z]+s (?:say|argue|claim|think|believe|hold|warn)(?: that)? (?:it|he|she)\b"
    r"|\bthan (?:that|this)\b(?! \w+ed)|\bit (?:was|is|stood at|rose|fell)(?: \w+){0,2} \d"
    r"|^(?:At|In|On|By|For|With|After|Among|Under) [^,;:]{0,40}?"
    r"\bit (?:is|was|has|had|will|would)\b(?! \w+ (?:that|to|for)\b)",
    re.IGNORECASE,
)
"""'The surveyors put it at $12', 'a longer road than that': what, stands in the sentence before."""
_UNRESOLVED = re.compile(
    r"^The (?:evening|night|day|morning|afternoon|week|month|meeting|hearing|session|debate|match|ceremony)['’]s\b"
    r"|^(?:On|In|At|By|Under|Beside|Behind|Near|Above|Below|From|Outside|Inside) [^,.]{0,60}?"
    r"\b(?:beside|behind|near|above|below|under|around|inside|outside|of|with|to) (?:it|them|him|her)\b"
    r"|\b(?:is|are|was|were) [a-z]+ing (?:with [a-z]+|closely|carefully|anxiously|keenly|nervously)[.]?$",
    re.IGNORECASE,
)
"""'The evening's exchange', 'In the shed beside it', 'is watching with interest': which, beside what, at what."""
_HERS = re.compile(r"\b(?:his|her)\b(?= [a-z])")
_MOOD = re.compile(
    r"There (?:was|were) (?:[a-z]+ ){0,2}"
    r"(?:cheers|tears|applause|laughter|silence|boos|jeers|hugs|smiles|shouts|whoops|whistles|sighs)\b"
)
"""'There was laughter and a long sigh': a scene, which states nothing on the subject."""
_TIE = re.compile(
    r", (?:meanwhile|however|moreover|therefore|nevertheless|nonetheless|in turn|for its part|by contrast),"
    r"|(?<=[a-z]) (?:therefore|nevertheless|nonetheless|accordingly|consequently)(?= [a-z])"
)
"""Adverbs inside a sentence that only say how it follows; they go, and nothing that it states goes with them."""
_SCENE = re.compile(r"(?:There (?:is|are|was|were)|Not (?:every|all|even|one|a|many|much)|Nobody|Here)\b")


@lru_cache(maxsize=4096)
def claims(sentence: str) -> bool:
    """Whether a sentence states something that can stand large: no order, no frame around somebody's words."""
    order = _ORDER.match(sentence)
    orders = order is not None and order["verb"].lower() in words.data("orders-en")
    half = _FRAME.search(sentence) or _SCENE.match(sentence) or _HANGS.search(sentence)
    return states(sentence) and not (orders or half)


@lru_cache(maxsize=4096)
def relays(sentence: str) -> bool:
    """Whether it tells what others say: 'Critics say that …', 'The growers' spokesman claims …'.

    In a piece that argues such a line is often what its author goes on to refute.
    """
    return bool(_OTHERS.match(sentence))


@lru_cache(maxsize=4096)
def framed(sentence: str) -> bool:
    """Whether it is a frame around somebody's words: 'Ruiz writes: “…”'."""
    return bool(_FRAME.search(sentence))


@lru_cache(maxsize=4096)
def names_all(sentence: str) -> bool:
    """Whether it names what it speaks of: not 'the figure was nearer to $31 million', 'under the same rule'."""
    said = _QUOTED.sub("“”", sentence)
    lost = _SAME.search(said) or _NOBODYS.search(said) or _UNRESOLVED.search(said)
    return not (lost or _unnamed().search(said) or _is_hers(said))


def _is_hers(said: str) -> bool:
    """'Residents called for her resignation': nobody stands before it whose it could be."""
    found = _HERS.search(said)
    before = said[: found.start()].split() if found else []
    named = any(word[:1].isupper() for word in before[1:]) or any(
        word.lower().strip(",") in words.data("names.roles")
        or word.lower() in ("who", "man", "woman", "mother", "father")
        for word in before
    )
    return bool(before) and not named


@cache
def _unnamed() -> re.Pattern[str]:
    nouns = "|".join(sorted(words.data("unnamed-en")))
    return re.compile(
        rf"\b(?:the|own) (?:{nouns})s?\b(?! (?:of|for|that|in|from|given|by|to|between|at|on)\b)", re.IGNORECASE
    )


@lru_cache(maxsize=4096)
def smooth(sentence: str) -> str:
    """A title without what ties it to the sentence before: 'The Guild is therefore forced to borrow …'."""
    return _TIE.sub("", sentence)


@lru_cache(maxsize=4096)
def states(sentence: str) -> bool:
    """Whether it can stand among other lines under its author's name: a statement or an advice, not on the writer."""
    said = _QUOTED.sub("“”", sentence)
    return not (_SELF.search(said) or _TALK.match(said) or _ANSWER.search(said) or _MOOD.match(said))

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
_TALK = re.compile(
    r"(?:Let us|Let me|Very well|Well,|Yes,|No,|Ah,|Oh,"
    r"|(?:Consider|Imagine|Picture|Recall|Remember|Suppose) (?:what|how|that|the|an?))\b",
    re.IGNORECASE,
)
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
_AND_SHE = re.compile(r"(?P<before>(?:The|Its|No) [^“\"]*)\b(?:and|but) (?:he|she) (?:would|will|had|was|is|could)\b")
_ANNOUNCES = re.compile(
    r"^(?:We|They|I) (?:would |should |can |will |only )?(?:propose|suggest|recommend|offer)"
    r" (?:an?|one|two|three|four|only one|some|several) (?:[a-z]+ ){0,2}[a-z]+[.]$"
    r"|^What (?:ought|should|must|needs?|has|is|would|could|can)\b[^.,;:]{2,40} is"
    r" (?:not (?:at all )?(?:hard|difficult)|(?:quite |very |all too )?(?:easy|simple|plain|clear|obvious))"
    r"(?: to (?:say|see|tell|state|name))?[.]$"
    r"|^There (?:is|are|remains?) (?:an?|one|only one|two|three|another) (?:[a-z]+ ){0,2}"
    r"(?:ways?|answers?|solutions?|remed(?:y|ies)|options?|reasons?|explanations?|lessons?|catch|tests?)"
    r"(?: (?:to|out of|around) [^,.;:]{2,40})?(?:, and (?:it|they) (?:is|are) [^,.;:]{2,30})?[.]$"
    r"|^(?:This|That|It|These|All this|All of this) (?:also |clearly )?"
    r"(?:has|have|had|will have|could have|may have|raises?|poses?|carries|carry|brings?|comes? with)"
    r" (?:[a-z-]+ ){0,2}(?:many|several|numerous|various|important|serious|significant|profound|major|wide|grave"
    r"|difficult|far-reaching|wide-ranging|deep|big|some|clear) (?:and [a-z-]+ )?"
    r"(?:implications|consequences|ramifications|repercussions|questions)(?: (?:for|of|in|on|about) [^,;:—]*)?[.]$"
)
"""'We offer one modest remedy.', 'This has several implications.': which, stands in the sentence behind."""
_NOBODYS = re.compile(
    r"^(?:The |Some |Many |Most )?[a-z]+s (?:say|argue|claim|think|believe|hold|warn)(?: that)? (?:it|he|she)\b"
    r"|\bthan (?:that|this)\b(?! \w+ed)|\bit (?:was|is|stood at|rose|fell)(?: \w+){0,2} \d"
    r"|^(?:At|In|On|By|For|With|After|Among|Under) [^,;:]{0,40}?"
    r"\bit (?:is|was|has|had|will|would)\b(?! \w+ (?:that|to|for)\b)",
    re.IGNORECASE,
)
"""'The surveyors put it at $12', 'a longer road than that': what, stands in the sentence before."""
_BESIDE = re.compile(
    r"^(?:On|In|At|By|Under|Beside|Behind|Near|Above|Below|From|Outside|Inside) [^,.]{0,60}?"
    r"\b(?:beside|behind|near|above|below|under|around|inside|outside|of|with|to) (?:it|them|him|her)\b",
    re.IGNORECASE,
)
"""'In the shed beside it': beside what, stands in the sentence before."""
_HERS = re.compile(r"\b(?:his|her)\b(?= [a-z])")
_TIE = re.compile(
    r", (?:meanwhile|however|moreover|therefore|nevertheless|nonetheless|in turn|for its part|by contrast),"
    r"|(?<=[a-z]) (?:therefore|nevertheless|nonetheless|accordingly|consequently)(?= [a-z])"
)
"""Adverbs inside a sentence that only say how it follows; they go, and nothing that it states goes with them."""
_SCENE = re.compile(r"(?:There (?:is|are|was|were)|Not (?:every|all|even|one|a|many|much)|Nobody|Here)\b")


@lru_cache(maxsize=16384)
def claims(sentence: str) -> bool:
    """Whether a sentence states something that can stand large: no order, no frame around somebody's words."""
    order = _ORDER.match(sentence)
    orders = order is not None and order["verb"].lower() in words.data("orders-en")
    half = (
        announces(sentence)
        or _lacks_her(sentence)
        or _FRAME.search(sentence)
        or _SCENE.match(sentence)
        or _HANGS.search(sentence)
    )
    return states(sentence) and not (orders or half)


def _lacks_her(sentence: str) -> bool:
    """'Fees were left to the Guild but she had them printed': who, stood before; a body is no she."""
    found = _AND_SHE.match(sentence)
    named = re.findall(r"(?<=[a-z,] )[A-Z][\w’'-]*", found["before"]) if found else []
    return found is not None and all(word in words.data("names.bodies") for word in named)


@lru_cache(maxsize=16384)
def announces(sentence: str) -> bool:
    """Whether it only says that something is to follow: 'What must change is easy to name.'."""
    return bool(_ANNOUNCES.match(sentence))


@lru_cache(maxsize=16384)
def relays(sentence: str) -> bool:
    """Whether it tells what others say: 'Critics say that …', 'The growers' spokesman claims …'.

    In a piece that argues such a line is often what its author goes on to refute.
    """
    return bool(_others().match(sentence))


@lru_cache(maxsize=16384)
def framed(sentence: str) -> bool:
    """Whether it is a frame around somebody's words: 'Ruiz writes: “…”'."""
    return bool(_FRAME.search(sentence))


@lru_cache(maxsize=16384)
def names_all(sentence: str) -> bool:
    """Whether it names what it speaks of: not 'the figure was nearer to $31 million', 'under the same rule'."""
    said = _QUOTED.sub("“”", sentence)
    lost = _same().search(said) or _NOBODYS.search(said) or _BESIDE.search(said) or _unresolved().search(said)
    return not (lost or _unnamed().search(said) or _is_hers(said))


def _is_hers(said: str) -> bool:
    """'Residents called for her resignation': nobody stands before it whose it could be."""
    found = _HERS.search(said)
    before = said[: found.start()].split() if found else []
    persons = words.data("names.roles") | words.data("his-or-her-en")
    named = any(word[:1].isupper() for word in before[1:]) or any(word.lower().strip(",") in persons for word in before)
    return bool(before) and not named


def _any(name: str) -> str:
    """The words of a list, as a pattern has them."""
    return "|".join(sorted(map(re.escape, words.data(name)), key=len, reverse=True))


@cache
def _others() -> re.Pattern[str]:
    says = "say|argue|claim|insist|hold|believe|repl(?:y|ie)|tell"
    return re.compile(
        rf"(?:The (?:\w+['’]s? )?)?(?i:{_any('camps-en')})\b[^.;]{{0,60}}?\b(?:(?:{says})s?|point out|like to)\b"
    )


@cache
def _same() -> re.Pattern[str]:
    """'Under the same rule the mill may sell power': which, stands in the sentence before."""
    return re.compile(rf"\bthe same (?:{_any('same-en')})\b(?! (?:as|that)\b)")


@cache
def _unresolved() -> re.Pattern[str]:
    """'The evening's answer', 'is listening with care': which evening, and at what."""
    return re.compile(
        rf"^The (?:{_any('occasions-en')})['’]s\b"
        rf"|\b(?:is|are|was|were) (?:\w+ly )?(?:{_any('watching-en')})(?: with [a-z]+| \w+ly)?[.]?$",
        re.IGNORECASE,
    )


@cache
def _mood() -> re.Pattern[str]:
    """'There was laughter and a long sigh': a scene, which states nothing on the subject."""
    return re.compile(rf"There (?:was|were) (?:[a-z]+ ){{0,2}}(?:{_any('moods-en')})\b")


@cache
def _unnamed() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|own) (?:{_any('unnamed-en')})s?\b(?! (?:of|for|that|in|from|given|by|to|between|at|on)\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16384)
def smooth(sentence: str) -> str:
    """A title without what ties it to the sentence before: 'The Guild is therefore forced to borrow …'."""
    return _TIE.sub("", sentence)


@lru_cache(maxsize=16384)
def states(sentence: str) -> bool:
    """Whether it can stand among other lines under its author's name: a statement or an advice, not on the writer."""
    said = _QUOTED.sub("“”", sentence)
    return not (_SELF.search(said) or _TALK.match(said) or _ANSWER.search(said) or _mood().match(said))

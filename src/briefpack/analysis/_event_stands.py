"""Whether an event's text can stand in a timeline: it names what it tells of, and says a whole thing."""

from __future__ import annotations

import re

from briefpack.analysis._clause_parts import FINITE
from briefpack.text import alone, denying, entries, names, words
from briefpack.text.sieves import Sieve

_LEAST = 4
"""Words of a statement."""
_BARE_THING = re.compile(r"[Tt]he (?!(?:next|first|final|last)\b)[a-z]+ [a-z]+")
_WHICH_ONE = re.compile(
    r"(?:An?|The|One|Another|Others|Some|Many|Most|Both|Neither|Two|Three)"
    r"(?: (?:second|third|fourth|first|other|others|last|rest|former|latter|same))?"
    r" (?:was|were|is|are|has|have|had|will|came|went|\w+ed) "
)
_BIDS = re.compile(
    r"\b[Ll]et (?:us|them|him|her|it)\b|^(?:Release|Publish|Stop|Give|Make|Do|Keep|Ask|Tell|Begin|Start|Require|Cancel|"
    r"End|Add|Raise|Build|Extend|Introduce|Adopt|Fund|Ban|Repeal|Replace|Ensure|Create|Allow|Invest|Reduce|Increase|Limit|"
    r"Restore|Protect|Train|Pay) (?:the|an?|all|every|each|any|no|your|with|its|their|more|in)\b"
)
_COUNTED_OFF = re.compile(
    r"(?:(?:[Ff]irst(?:ly)?|[Ss]econd(?:ly)?|[Tt]hird(?:ly)?|[Ff]ourth|[Ff]inally|[Ll]ast(?:ly)?|[Tt]hen"
    r"|[Nn]ext|[Ii]nstead|[Aa]lso),? |"
    r"(?:[Bb]ut|[Aa]nd|[Ss]o) )(?=[a-z])"
)
"""'Second, publish the draft': an order as well."""
_BIDDEN = re.compile(
    r"(?P<verb>[A-Z][a-z]+) (?:(?:off|up|out|back|down|away|over|in|on) )?"
    r"(?P<what>the|an?|all|every|each|any|no|your|its|their|our|more|it|them|this|that|these|those|[a-z]{3,}s)\b"
)
_HERE = re.compile(r"\bproposed here\b|\b(?:see|shown|described|listed|set out) (?:above|below|here)\b|\bas follows\b")
_IN_TIME_IT = re.compile(
    r"(?P<phrase>(?:In|On|By|As|Since|During|From|Until|At|Between|Last|Two|Three) [^,“”]{2,60}?"
    r"(?:, (?:when|as|while|after) [^,]*)?),?"
    r" (?:it|they|he|she) (?!(?:is|was|will be) (?:\w+ )?(?:that|to)\b)[a-z]+"
)
_IT_WAS = re.compile(
    r"It (?:was|is|has been|had been|will be) (?:\w+ed|built|shut|cut|sold|made|held|won|lost)\b(?! that\b)"
)
_NOBODY = re.compile(
    rf"(?:{denying.phrases('headless-en')}) (?:on|at|in|by|until|from)\b(?!.*, (?:(?:the|an?|it|he|she|they)\b|[A-Z]))"
)
"""'Held on 3 May in the town hall': what was, stood above."""
_THAT_ONE = re.compile(r"\bthat ([a-z]+)\b")
"""'Reversed that decision in May': which one, stood before."""
_SHE_SAID = Sieve("he she they", r"\b(?:he|she|they) (?:said|added|told|says|wrote|argued|explained)\b")
_FULL_NAME = re.compile(r"(?!(?:The|An?|In|On|At|By) )(?:[A-Z][\w’.-]+ ){2,4}(?=[a-z])")
_CALENDAR = frozenset(
    "In On By As Since During From Until At Between Last Two Three January February March April May June July August"
    " September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun"
    " Jul Aug Sept Sep Oct Nov Dec".split()
)


def is_full(said: str, language: str, *, official: bool) -> bool:
    """A statement of its own: 'The visit showed …' and 'announced the following:' are not.

    In an official text 'the decision' is its own.
    """
    if len(said.split()) < _LEAST or said.endswith(":"):
        return False
    if language != "en":
        return True
    return not (_dangles(said) or (not official and _BARE_THING.match(said) and alone.points_back(said)))


def _dangles(said: str) -> bool:
    """'A third was dropped in 1998', 'In May it stood at a third', '…, she said': who and what stood before."""
    if bids(said) or _NOBODY.match(said) or _WHICH_ONE.match(said) or _IT_WAS.match(said) or _HERE.search(said):
        return True
    if any(noun in words.data("pointers-en") and not noun.endswith("s") for noun in _THAT_ONE.findall(said)):
        return True
    opening = _IN_TIME_IT.match(said)
    if opening and (", " in opening["phrase"] or not _names(opening["phrase"])):
        return True
    spoken = _SHE_SAID.search(said)
    if spoken is None or _FULL_NAME.match(said):
        return False
    return not any(one.evidence for one in names.people(said[: spoken.start()]))


def bids(said: str) -> bool:
    """'Release the data in May', 'Then give contracts to all': an order or a request."""
    text = _COUNTED_OFF.sub("", said, count=1)
    text = text[:1].upper() + text[1:]
    return bool(_BIDS.search(text)) or entries.opens_with(text, "imperatives-en") or _orders(text)


def _orders(text: str) -> bool:
    """'Give grants to those who ask'; not 'Test results came in May', where a verb follows the plural."""
    found = _BIDDEN.match(text)
    if found is None or found["verb"].lower() not in words.data("orders-en"):
        return False
    first = re.split(r"[,;:—]| (?:who|that|which|whom)\b", text, maxsplit=1)[0]
    if not found["what"].endswith("s"):
        return True
    rest = set(first[found.end() :].lower().split())
    return not (FINITE.search(first) or rest & words.data("present-en") or rest & words.data("finite-en"))


def _names(phrase: str) -> list[str]:
    return [name for name in re.findall(r"[A-Z]\w+", phrase) if name not in _CALENDAR]

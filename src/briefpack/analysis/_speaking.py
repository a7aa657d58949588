"""What stands before the first verb of saying or holding in a sentence, where it can be its subject.

A verb with the same letters may tell what somebody does ('has considered a bridge twice'), and a clause beside the
sentence may name somebody who does not speak in it: 'If prices rise as the bank expects, we would …'.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefpack.analysis._places import unquoted
from briefpack.text import words
from briefpack.text._lowered import lowered

BESIDE = frozenset(
    "has have had also still now again repeatedly consistently long firmly strongly already often".split()
)
"""Words between a subject and its verb."""
OPENING = re.compile(
    r"^(?:But|However|Yet|And|Meanwhile|Still|Nevertheless|Nonetheless|While|Although|Though|Even so"
    r"|Instead|By contrast"
    r"|In contrast|On the other hand|On the one hand|Not all|Now|Today|In response|In reply|In turn"
    r"|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|In (?:[a-z]{3,9} )?(?:1[89]|20)\d\d|\w+ (?:years|months|weeks|days) (?:ago|later|earlier|on)|Last year),? ",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r", (?:who|which)\b[^,]*,|, (?:who|which)\b.*$")
_CLAUSE = re.compile(r"[;:—–]|,? (?:but|yet|while|whereas|although) |, and ")
_WORD = re.compile(r"[A-Za-z]+(?=[ ,.;])|[\w’'-]+")
_NO_SUBJECT = frozenset("the a an its his her their no any such to be been is are was were".split())
_PUT = re.compile(r"(?:puts?|gives) (?:the|it|its|that|this|them)\b[^.]*\d")
_MINDS = re.compile(
    r"(?:does|do|did) not (?:accept|agree|believe|think|see|want|support|recogni[sz]e|expect|share)\b"
    r"|plays? (?:that |this |it )?down\b"
)
_BESIDE_CLAUSE = re.compile(
    r"(?:\b(?:before|after|when|until|since|because|unless|once|where)|.\b(?:as|if|than|that|which)) [^,]*$",
    re.IGNORECASE | re.DOTALL,
)
"""What leads to the verb of a clause that stands beside the sentence: 'If rents rise as the bank (expects)'."""
_ISSUED = re.compile(
    r"(?P<who>[^,;:]{3,45}?) (?:has |had )?(?:published|released|issued) (?:an?|the|its|their) (?:[\w-]+ ){1,3}?"
    r"(?:showing|saying|arguing|finding|claiming|suggesting) that\b"
)
"""'The water board published a report showing that …'."""
_DONE = re.compile(r"considered an?\b|(?:promised|expected|predicted) (?:for|in|on|at)\b")
"""'has considered a bridge', 'the report promised for May'."""
_OWN = re.compile(r",? (?:and|but|yet) (?:I|we) [a-z]+")
"""'The bakers want bread, and I grant it gladly': two speak, and nobody's name can head it."""
_PUTS = frozenset({"put", "puts", "gives"})
_DOES = frozenset({"does", "do", "did", "play", "plays"})
_MORE = frozenset(
    "want wants wanted call calls called claim argue insist deny reject warn suggest doubt oppose dispute"
    " say says said fear fears plan plans hope hopes hoped promise".split()
)


@lru_cache(maxsize=16384)
def before(text: str) -> str:
    """'The auditor, Ana Ruiz' of 'The auditor, Ana Ruiz, says …'; '' where nobody is the subject of such a verb."""
    if _tellers().isdisjoint(lowered(text).known):
        return ""
    own = OPENING.sub("", unquoted(text).strip())
    if _OWN.search(own):
        return ""
    if issued := _ISSUED.match(own):
        return issued["who"]
    for clause in _CLAUSE.split(own):
        plain = _RELATIVE.sub(" ", clause)
        row = list(_WORD.finditer(plain))
        for place, found in enumerate(row[1:], 1):
            if _holds(plain, row, place):
                subject = plain[: found.start()]
                return "" if _BESIDE_CLAUSE.search(subject) else subject.strip(" ,")
            if found[0] in words.data("verbs-en") and found[0] not in BESIDE:
                break
    return ""


def _holds(clause: str, row: list[re.Match[str]], place: int) -> bool:
    """Whether a word of a clause is a verb of saying, holding, giving a number or minding."""
    word, start = row[place][0], row[place].start()
    if word in _verbs() and _may_speak(row, place):
        return not _DONE.match(clause, start)
    form = _PUT if word in _PUTS else _MINDS if word in _DOES else None
    return form is not None and form.match(clause, start) is not None


def _may_speak(row: list[re.Match[str]], place: int) -> bool:
    """Not 'the claims', 'is said', 'to reject', 'said by': a noun, a passive, an infinitive."""
    after = row[place + 1][0] if place + 1 < len(row) else ""
    return row[place - 1][0].lower() not in _NO_SUBJECT and after != "by"


@cache
def _tellers() -> frozenset[str]:
    """Every word at which `_holds` may say yes; most sentences hold none."""
    return _verbs() | _PUTS | _DOES


@cache
def _verbs() -> frozenset[str]:
    """The first words of the entries for verbs of saying, holding, backing and opposing; not of 'put it'."""
    names = ("reporting-en", "attitudes-en", "disputes-en", "backings-en", "speech.verbs")
    found = frozenset(entry.split()[0] for name in names for entry in words.data(name))
    return (found | _MORE) - {"put", "too"}

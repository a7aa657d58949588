"""What a denial, a refusal or a doubt is aimed at: only what somebody else has just held makes it an answer.

'The mill rejected the claim' and 'Engineers doubt that the rock will hold' answer who claimed it and who spoke of the
rock; 'The mayor, who rejected a bid for the docks last year, was there' answers nobody.
"""

from __future__ import annotations

import re
from functools import cache

from briefpack.analysis import _stances
from briefpack.analysis._places import unquoted
from briefpack.text import denying, words
from briefpack.text.sieves import Sieve

_LONGEST = 14
"""Words behind a verb that say what it is aimed at."""
_SHARED = 0.4
_ENDS = re.compile(r"[.;:—–]|, (?:and|but|which|who|while|though|although|adding|saying|because|as)\b")
_WORD = re.compile(r"[\w’'-]+")
_BACK = re.compile(
    r"(?:[a-z]+ly |strongly |with |to |from |at |by |about |of |against |on |all |any of )"
    r"{0,2}(?:this|that|it|them|these|those|such|him|her|otherwise)\b(?! [a-z]+ (?:is|was|has|had|will|would)\b)"
)
"""'denied it', 'disagreed with that', 'rejects such talk'."""


_CLAIM = re.compile(r"\b(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ss]uch|[Tt]he) (?P<what>[a-z]+)")


def aimed(answer: str, other: str, weights: dict[str, float], *names: str) -> bool:
    """Whether a verb of these lists in an answer is aimed at what another statement holds."""
    own, theirs = unquoted(answer), _stances.stems(other)
    return any(_meets(own[found.end() :], theirs, weights) for found in _verbs(names).finditer(own))


def names_claim(text: str) -> bool:
    """'this approach', 'the offer': what somebody else has put forward is spoken of."""
    return any(found["what"] in words.data("claim-nouns-en") for found in _CLAIM.finditer(unquoted(text)))


def _meets(rest: str, theirs: frozenset[str], weights: dict[str, float]) -> bool:
    end = _ENDS.search(rest)
    clause = rest[: end.start() if end else len(rest)].strip(' ,”’"')
    aim = " ".join(_WORD.findall(clause)[:_LONGEST])
    if not aim or _BACK.match(aim) or not words.data("claim-nouns-en").isdisjoint(aim.lower().split()[:4]):
        return True
    return _stances.weigh(_stances.stems(aim) & theirs, weights) >= _SHARED


@cache
def _verbs(names: tuple[str, ...]) -> Sieve:
    """Their verbs and phrases; not 'the dispute', 'a rejected applicant'."""
    first = {entry.split()[0] for name in names for entry in words.data(name)} | set("does do did plays play".split())
    forms = "|".join((*map(denying.phrases, names), denying.NO_MIND))
    return Sieve(" ".join(first), rf"{denying.AS_VERB}(?:{forms})\b(?! about\b)")

"""What a doubt is of: 'the rock will hold' in 'Engineers doubt that the rock will hold', wherever it is claimed."""

from __future__ import annotations

import re
from functools import cache

from briefpack.analysis import _stances
from briefpack.analysis._claims import Claim, root
from briefpack.text import denying, words
from briefpack.text.sieves import Sieve

_SHARED = 1.1
_ALL = 0.5
"""The share of the doubted words that the claim must hold."""
_MARKS = str.maketrans("", "", '“”"')
_ENDS = re.compile(r"[.;:—–]|, ")
_WITH_NUMBER = 0.4
"""What is shared at least beside a number: 'wary of the 340 beds'."""
_NUMBER = re.compile(r"(?!(?:19|20)\d\d\b)\d[\d.,]*\d\b")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d"
_MONTHS = re.compile(_MONTH)
_NO_DATE = Sieve(
    "credible realistic plausible achievable feasible possible unrealistic implausible impossible unlikely too",
    rf"\b(?P<what>{_MONTH}) (?:is|was|seems|looks) (?:not |never |no longer )?"
    r"(?:(?<=not )(?:credible|realistic|plausible|achievable|feasible|possible)|unrealistic|implausible|impossible"
    r"|unlikely|too (?:early|soon|optimistic))\b",
)
"""'An opening in May 2031 is unrealistic.'"""
_UNSETTLED = Sieve(
    "whether unclear uncertain unknown doubtful claim claims"
    " insistence confidence assurance assurances argument belief contention promise idea notion view",
    r"\b[Ww]hether (?P<what>[^.;]{8,120}?),? (?:is|was|remains|remained)"
    r" (?:still |far from |not (?:yet )?|yet to be |an? )?"
    r"(?:unclear|uncertain|unknown|doubtful|open|unproven|unsettled|clear|certain|known|seen|proved|proven)\b"
    r"|\b[Ii]t (?:is|was|remains) (?:still )?(?:(?:unclear|uncertain|unknown|doubtful) (?:whether|if|that)"
    r"|not (?:clear|certain|known) whether) (?P<after>[^.;]{8,120})"
    r"|\b(?:[Cc]laims?|insistence|confidence|assurances?|argument|belief|contention|promise|idea|notion|view) that"
    r" (?P<held>[^.;]{8,120}?) (?:is|are|was|were)"
    r" (?:not (?:borne out|true|so|supported|convincing|credible|right|the case)"
    r"|wrong|false|untrue|mistaken|exaggerated|a myth|another matter|nonsense|unconvincing|unfounded|baseless)\b",
)
"""'Whether the seeds will keep is unclear.'"""


def doubts(text: str, held: Claim, weights: dict[str, float]) -> bool:
    """Whether a text doubts what a claim holds, which neither denies nor only supposes it."""
    if held.denied or not held.sure:
        return False
    dates = _MONTHS.findall(held.clause)
    if dates and any(found["what"] in dates for found in _NO_DATE.finditer(text)):
        return True
    return any(_is_of(what, held, weights) for what in _doubted(text))


def may_doubt(text: str) -> bool:
    """Whether a text may doubt anything; most may not."""
    return _forms().may_match(text) or _UNSETTLED.may_match(text) or _NO_DATE.may_match(text)


def _is_of(what: str, held: Claim, weights: dict[str, float]) -> bool:
    roots = {found: _stances.stem(word) for word in words.content(what) if (found := root(word))}
    both = roots.keys() & held.roots
    if both and set(_NUMBER.findall(what)) & set(_NUMBER.findall(held.clause)):
        return _stances.weigh({roots[each] for each in both}, weights) >= _WITH_NUMBER
    enough = len(both) > 1 and len(both) >= _ALL * len(roots)
    return enough and _stances.weigh({roots[each] for each in both}, weights) >= _SHARED


def _doubted(text: str) -> list[str]:
    own = text.translate(_MARKS)
    open_ends = [found["what"] or found["after"] or found["held"] for found in _UNSETTLED.finditer(own)]
    return open_ends + [_clause(own[found.end() :]) for found in _forms().finditer(own)]


def _clause(rest: str) -> str:
    end = _ENDS.search(rest)
    return rest[: end.start() if end else len(rest)]


@cache
def _forms() -> Sieve:
    first = {entry.split()[0] for entry in words.data("doubting-en")}
    return Sieve(
        " ".join(first), rf"{denying.AS_VERB}(?:{denying.phrases('doubting-en')})\b(?! (?:by|the man|the woman))"
    )

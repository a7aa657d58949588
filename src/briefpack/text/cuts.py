"""Deletions after which the sentence says less, and what it still says it said before.

What goes tells more of one thing ('a deal that would end the duties' → 'a deal'), leads up to what happened,
or is the second of two things told. Under a negation, a condition or a bound that would not hold, so there
nothing goes; and no negation, hedge, condition, number or quantity ever goes, with whatever clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from briefpack.text import _cut_parts, _cut_tails, clauses
from briefpack.text._cut_rules import Span, limited, numbered

__all__ = ["Span", "limited", "spans", "undated"]

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’$")
_MOST = 24
_LONGEST = 1200
"""Letters; what is longer is no sentence."""
_FINDERS = (
    _cut_parts.fronts,
    _cut_tails.aims,
    _cut_tails.participles,
    _cut_tails.reasons,
    _cut_tails.adjuncts,
    _cut_tails.asides,
    _cut_tails.appositions,
    _cut_tails.absolutes,
    _cut_tails.besides,
    _cut_parts.middles,
    _cut_tails.clause_tails,
    _cut_tails.manners,
    _cut_tails.means,
    _cut_parts.reduced,
    _cut_parts.uses,
    _cut_parts.journeys,
    _cut_parts.purposes,
    _cut_parts.reported,
    _cut_parts.seconds,
    _cut_parts.clauses_after,
    _cut_parts.semicolons,
    _cut_parts.colons,
    _cut_parts.days,
)


@lru_cache(maxsize=2048)
def spans(sentence: str) -> tuple[Span, ...]:
    """What may go from a sentence that ends in a full stop, the least telling first, at most twenty-four parts."""
    if not sentence.endswith(".") or _QUOTED.search(sentence[-3:]) or len(sentence) > _LONGEST:
        return ()
    return tuple(islice(_spans(sentence), _MOST))


def undated(sentence: str) -> str:
    """The sentence without the weekdays that only the week's reader can place: 'met on Tuesday to …'."""
    for span in sorted((each for each in spans(sentence) if each.kind == "day of the week"), reverse=True):
        sentence = sentence[: span.start] + sentence[span.end :]
    return sentence


def _spans(sentence: str) -> Iterator[Span]:
    for find in _FINDERS:
        for span in find(sentence):
            part = sentence[span.start : span.end]
            if _closed(sentence[: span.start]) and _closed(part) and not (clauses.survives(part) or numbered(part)):
                yield span


def _closed(part: str) -> bool:
    """No half of a quotation or of brackets."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    even = part.count('"') % 2 == 0 and "''" not in part
    return even and all(part.count(a) == part.count(b) for a, b in pairs) and part.count("‘") <= part.count("’")

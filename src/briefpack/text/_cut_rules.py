"""What the deletions of `cuts` have in common: where a span may start, and what it must not hold."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefpack.text import clauses, entries, words

_NOT = re.compile(r"n['’]t\b")
_MOST = re.compile(r"\b[a-z]{2,}(?:i|[a-z])est\b")
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?"
    r"|[mb]illions?|dozens?|half|twice|double)\b"
)
_NO_SUPERLATIVES = frozenset(
    "interest protest request contest conquest harvest arrest forest honest modest invest suggest digest manifest guest"
    " quest tempest midwest southwest northwest chest crest behest inquest bequest earnest infest ingest".split()
)
_CLEFT = re.compile(r"\b[Ii]t (?:is|was) (?:not )?(?:the |an? )?[\w’'. -]+(?:, [^,;:]+)?$")
_LIMITS = frozenset("but yet although though however only not no never unless if despite without nor neither".split())


_COMPLEMENTS = ("to ", "that ", "of ", "for ", "with ", "by ", "from ", "into ", "on ", "about ")


class Span(NamedTuple):
    """What may go: from..to in the sentence, and what kind of thing it is, for a person."""

    start: int
    end: int
    kind: str


def cleft(head: str) -> bool:
    """'It was Ruiz, then a clerk' before ', who found the well': what follows is what the sentence says."""
    return bool(_CLEFT.search(head))


def numbered(part: str) -> bool:
    """True where a part holds a number, in figures or in words."""
    return bool(_NUMBER.search(part))


def limited(before: str) -> bool:
    """True where a word stands before that a weaker statement would not survive: 'no', 'if', 'all', 'largest'."""
    return entries.holds(before, "limits-en") or bool(_NOT.search(before)) or _superlative(before)


def _superlative(before: str) -> bool:
    return any(word not in _NO_SUPERLATIVES for word in (_MOST.findall(before) if "est" in before else ()))


def limiting(part: str) -> bool:
    """True where a part holds a negation, a contrast or a condition."""
    return bool(_NOT.search(part)) or not _LIMITS.isdisjoint(part.lower().replace(",", " ").split())


def goes_on(tail: str) -> bool:
    """A verb, an aim or a complement after one of its commas may be the sentence's: ', who was ill, of theft'."""
    _, *rest = tail.split(", ")
    return any(part.startswith(_COMPLEMENTS) or clauses.holds(part) for part in rest)


def told(head: str) -> bool:
    """True where a head is a full statement of what happened, and nothing in it sets a bound."""
    return clauses.complete(head) and clauses.tells(clauses.last(head)) and not limited(head)


def within_another(head: str) -> bool:
    """True in 'Ana Silva, the mayor of Elmas, a small town, wants', where the second comma belongs to the first."""
    first, comma, _ = head.partition(", ")
    circumstance = (
        first.endswith("ly")
        or entries.opens_with(first, "fronts-en")
        or entries.holds(first, "connectives-en")
        or _busy(first)
    )
    return bool(comma) and not clauses.holds(first) and clauses.names(first) and not circumstance


def _busy(first: str) -> bool:
    """'Writing this week, Ana Silva, the mayor, said': what she was doing is no name; 'Beijing officials' are."""
    word, _, rest = first.partition(" ")
    return word.endswith("ing") and rest[:1].islower() and word not in words.data("names.cities")

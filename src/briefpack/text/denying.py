"""The verbs with which somebody denies what was said or goes against it, from their lists, for patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from briefpack.text import lists

AS_VERB = (
    r"(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )(?<!\bof )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bis )(?<!\bbeen )"
    r"(?<!\bfor )(?<=[a-z’'A-Z,)] )"
)
"""Before one of them: not 'the dispute', 'a rejected applicant', 'was denied'."""

_ALONE = r"\b(?: (?:flatly|outright|too|all))?(?:[.!;]|$|,? and\b|,? but\b(?! for\b))"
WHAT = rf"(?:this\b|(?:that|it){_ALONE})"
"""Behind one of them what was said before: 'denied this claim', 'rejects that.'; not 'denied that on most days …'."""
THAT = f"that{_ALONE}"
NO_MIND = r"(?:does|do|did) not (?:accept|agree|recogni[sz]e|share)|plays? (?:that |this |it )?down"
"""Refusals of two words: 'does not accept', 'plays it down'."""

_TAKES_BACK = re.compile(
    r"(?:(?:But|Yet),? )?(?:"
    r"(?:(?:this|that|these|those|such|both|the)(?: [a-z]+)?|it|they) (?:is|are|was|were) (?:[a-z]+ly |quite |all )?"
    r"(?:not (?:so|true|correct|the case|right)|untrue|false|wrong|baseless|unfounded|nonsense|mistaken|invented|a lie"
    r"|lies|without (?:basis|foundation))"
    r"|none of (?:this|that|it|these|them) (?:is|are|was|were) (?:so|true|correct|the case|right)"
    r")\b",
    re.IGNORECASE,
)


def takes_back(sentence: str) -> bool:
    """'These rumours are untrue.', 'None of this is true.': what stood before is not so."""
    return bool(_TAKES_BACK.match(sentence))


@cache
def verbs(*names: str) -> frozenset[str]:
    """The single words of lists; of denials-en where none is named."""
    return frozenset(entry for name in names or ("denials-en",) for entry in lists.load(name) if " " not in entry)


@cache
def either(*names: str) -> str:
    """The same as a pattern has them: 'denied|denies|deny'."""
    return _pattern(verbs(*names))


@cache
def phrases(name: str) -> str:
    """A list as a pattern has it, its phrases as well: 'had no part|no such'."""
    return _pattern(lists.load(name))


def _pattern(entries: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, entries), key=lambda entry: (-len(entry), entry)))

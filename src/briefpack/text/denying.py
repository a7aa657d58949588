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

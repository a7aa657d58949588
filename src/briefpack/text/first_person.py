"""Where a text speaks of its speaker: 'I', 'my'; not 'Elizabeth I' or 'Annex I', which count, nor a 'mine' of copper.

'On Monday I asked', 'Then I left': a capital before it makes no number of it, only a given name does and a word for
what is numbered.
"""

from __future__ import annotations

import re

from briefpack.text._name_tokens import given, names_of
from briefpack.text.lists import load

_WORD = re.compile(
    r"(?:(?<!\w)(?P<before>[A-ZÀ-Þ][\w’'-]*) )?(?<![\w-])I(?:['’](?:m|ve|d|ll))?(?![\w-])(?!\. ?[A-ZÀ-Þ\d])"
    r"|\b(?:[Mm]y|[Mm]e|[Mm]yself)\b|\b(?:is|are|was|were|be|of) mine\b(?! [a-z])"
)


def count(text: str) -> int:
    """How often the speaker is spoken of."""
    return sum(not _numbers(found["before"] or "") for found in _WORD.finditer(text))


def stands(text: str) -> bool:
    """Whether the speaker is spoken of at all."""
    return any(not _numbers(found["before"] or "") for found in _WORD.finditer(text))


def _numbers(before: str) -> bool:
    """Whether an 'I' behind this word is a one: 'Elizabeth', 'War'; not 'Will', which is more than a name."""
    return before in load("numbered-en") or (before in given() and before not in names_of("given-too"))

"""The words by which the gates know a question, an order, a leading or a broken sentence: text/data/gates-CODE.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefpack import messages
from briefpack.text.lists import load

_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Words:
    """What the gates look for in a question of one language; a language without a list is held to its marks alone."""

    yes_no: re.Pattern[str]
    opener: re.Pattern[str]
    tasks: frozenset[str]
    """Orders with which a sentence may begin; empty where any may."""
    leading: re.Pattern[str]
    dangling: re.Pattern[str]
    which_text: re.Pattern[str]
    broken: re.Pattern[str]
    most: int
    """Words of a question that can be taken in when it is read aloud."""


def spoken() -> Words:
    """Those of the language of the pack."""
    return _words(messages.code() or "en")


@cache
def _words(code: str) -> Words:
    lines = [line.partition(" ") for line in load(f"gates-{code}") or load("gates-any")]

    def pattern(kind: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
        return re.compile("|".join(value for name, _, value in lines if name == kind) or _NEVER, flags)

    return Words(
        yes_no=pattern("yes_no"),
        opener=pattern("opener"),
        tasks=frozenset(word for name, _, value in lines if name == "tasks" for word in value.split()),
        leading=pattern("leading"),
        dangling=pattern("dangling"),
        which_text=pattern("which_text"),
        broken=pattern("broken", re.NOFLAG),
        most=next(int(value) for name, _, value in lines if name == "most"),
    )

"""What money is for, or is: '$100m in compensation', 'a loss of €400,000'."""

from __future__ import annotations

import re

from briefpack.text import words

_IN_WHAT = re.compile(
    r" (?:in|of|worth of) (?P<what>[a-z][a-z-]{2,}(?: [a-z][a-z-]{2,})?)(?=[.,;:)]| (?:and|or|to|for|from|on|by|at|if"
    r"|after|over|last|this|each|a|in|since|between|under|when|as|with|that|which|was|were|is|are)\b)"
)
_OF_MONEY = re.compile(
    r"\b(?P<what>(?:(?!of\b)[a-z][a-z-]{1,}(?<!ed)(?<!ing)(?<!at) )?[a-z][a-z-]{2,}) of "
    r"(?:(?:over|about|around|some|roughly|nearly|almost"
    r"|only|just|more than|less than|up to|at least|as much as|an estimated|an average) )*$"
)


def paid(before: str, after: str) -> str:
    """What money is for or is: '$100m in compensation', 'a loss of €400,000', 'a £40 fine' has it behind it."""
    found = _IN_WHAT.match(after)
    if found and _is_plain(found["what"]):
        return _head_of(found["what"])
    found = _OF_MONEY.search(before)
    return found["what"] if found and _is_plain(found["what"]) and found["what"] not in words.data("levels-en") else ""


def _is_plain(phrase: str) -> bool:
    row = phrase.split()
    return not any(word in words.data(name) for word in row for name in ("stop-en", "times-en", "uncounted-en"))


def _head_of(phrase: str) -> str:
    """'lost wages' of 'lost wages last', 'compensation' of 'compensation was'."""
    kept: list[str] = []
    for word in phrase.split():
        if kept and (word in words.data("finite-en") or word in words.data("verbs-en") or word.endswith("ing")):
            break
        kept.append(word)
    return " ".join(kept)

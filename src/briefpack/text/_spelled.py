"""Numbers that are spelled out: how large 'twenty-five thousand' is."""

from __future__ import annotations

import re

_SMALL = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: float(value) for value, word in enumerate(_SMALL)} | {
    word: 10.0 * ten for ten, word in enumerate(_TENS, 2)
}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_BETWEEN = frozenset({"and", "a", "an"})


def amount(value: str) -> float:
    """25000 of 'twenty-five thousand', 3.5 million of 'three and a half million'; 0 of what is no such number."""
    whole = part = 0.0
    for word in re.split(r"[\s-]+", value.lower()):
        if word in _VALUES:
            part += _VALUES[word]
        elif word == "half":
            part += 0.5
        elif word in ("hundred", "dozen"):
            part = (part or 1.0) * (100.0 if word == "hundred" else 12.0)
        elif word in _SCALES:
            whole, part = whole + (part or 1.0) * _SCALES[word], 0.0
        elif word not in _BETWEEN:
            return 0.0
    return whole + part

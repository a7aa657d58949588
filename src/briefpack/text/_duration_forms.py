"""Lengths of time, repetitions, hours and vague times as one pattern; each outer group is one form."""

from __future__ import annotations

import re
from functools import cache

from briefpack.text import lists

_FORMS = r"""
(?<![\w-]) (?:
(?P<span_of> (?:(?:the|its|his|her|their)\s+)? (?P<sv>past|last|next|coming|first|final|previous|recent|following)\s+
    (?:(?P<sc>COUNT|(?:couple|number)\s+of)\s+)? (?P<su>UNIT)s?\b )
| (?P<count> (?:(?:at\s+least|at\s+most|more\s+than|less\s+than|up\s+to|about|around|nearly|almost|some|over|another
    |an\s+additional)\s+)?
    (?<![.,\d$€£-]) (?P<cc>COUNT|several\s+more)(?:[\s-](?:more\s+|and\s+a\s+half\s+|consecutive\s+|straight\s+)?)
    (?P<cu>(?!(?<=a\s)quarter|(?<=-)quarters|(?<=-)quarter)UNIT)s?\b (?:-long\b)?
    (?!\s+of\s+(?:the|its|all|a)\b|[\s-]olds?\b|['’]s\s+(?:old|eve|day)|\s+(?:ago|earlier|later)\b|\s+of\s+age) )
| (?P<vague_ago> (?:a\s+few|several|some|many|a\s+couple\s+of|UNITs)\s*(?:UNITs?)?\s+ago\b )
| (?P<every> \b(?:every|each)\s+(?:(?P<ec>COUNT)\s+)?(?P<eu>UNIT|WEEK)s?\b
    | \b(?P<ed>daily|weekly|monthly|quarterly|yearly|annually|hourly|nightly)\b )
| (?P<days_of> \b(?P<dw>WEEK)s\b (?:\s+nights?|\s+mornings?)? )
| (?P<vague> \b(?:in\s+)?(?:recent|coming|future)\s+(?P<vu>UNIT)s(?:\s+and\s+(?:UNIT)s)?\b
    | \b(?P<vw>VAGUE)\b (?!\s+(?:(?:\w+\s+)?(?:UNIT)s?\b|after|before|as|of\s+(?:our|his|her|their|the))\b) )
| (?P<hour> (?:\b(?:around|about|shortly\s+(?:before|after))\s+)? (?<![\d:.,])
    (?P<hh>[01]?\d)(?:[:.](?P<hm>[0-5]\d))?\s?(?P<hp>[ap])\.?m\b\.? | \b(?P<hw>noon|midday|midnight)\b )
| (?P<period> \b(?P<pl>the|that|this|a|its)\s+(?:(?:latest|current|same|recent|full|fiscal|whole|entire|comparable
    |year-ago|year-earlier|year-before)\s+)*
    (?P<pu>year|quarter|month|week|weekend|day|decade|century)\b (?!-|['’]s\s+(?:old|eve)|\s+(?:of|care|school)\b) )
| (?P<loose> \b(?P<lu>UNIT)s\b (?=\s+(?:of|before|after|to\s+come|ahead|or|later|earlier)\b) )
)"""
_WORD = re.compile(r"[a-z]+")


def may_hold(text: str) -> bool:
    """Whether a word stands in it that such times are made of."""
    return not _triggers().isdisjoint(_WORD.findall(text.lower()))


@cache
def pattern() -> re.Pattern[str]:
    """All forms; `lastgroup` of a match names the form."""
    words = "|".join(entry.replace(" ", r"\s+") for entry in sorted(vague(), key=len, reverse=True))
    count = "|".join(
        (*sorted(numbers(), key=len, reverse=True), r"\d{1,3}(?:\s\d/\d)?", "an?", "several", "few", r"a\s+few")
    )
    forms = _FORMS.replace("VAGUE", words).replace("COUNT", f"(?:half\\s+)?(?:{count})")
    forms = forms.replace("WEEK", "(?:mon|tues|wednes|thurs|fri|satur|sun)day")
    return re.compile(forms.replace("UNIT", "(?:" + "|".join(UNITS) + ")"), re.IGNORECASE | re.VERBOSE)


@cache
def vague() -> dict[str, str]:
    """'now', 'recently', 'the future', to 'present', 'past' or 'future'."""
    rows = (line.rsplit(maxsplit=1) for line in lists.load("dates.vague"))
    return {" ".join(words): kind for *words, kind in rows}


@cache
def numbers() -> dict[str, int]:
    """'nine' and 'twenty-two' to their number, up to ninety-nine."""
    small = "one two three four five six seven eight nine".split()
    teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    known = {word: number for number, word in enumerate(small + teens, 1)}
    for ten, word in enumerate(tens, 2):
        known[word] = ten * 10
        known |= {f"{word}-{one}": ten * 10 + number for number, one in enumerate(small, 1)}
    return known


UNITS = {
    "second": (1, "TS"),
    "minute": (1, "TM"),
    "hour": (1, "TH"),
    "day": (1, "D"),
    "week": (1, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "centurie": (100, "Y"),
}
"""Unit of time to its letter in an ISO length of time, and how many of those it has."""


@cache
def _triggers() -> frozenset[str]:
    plain = {unit + end for unit in UNITS for end in ("", "s")} | {
        "am",
        "pm",
        "m",
        "noon",
        "midday",
        "midnight",
        "weekend",
    }
    often = {"every", "each", "daily", "weekly", "monthly", "quarterly", "yearly", "annually", "hourly", "nightly"}
    return frozenset(plain | often | {word for entry in vague() for word in entry.split()})

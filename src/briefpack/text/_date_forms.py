"""The forms that dates of the calendar take in a text, as one pattern; each outer group is one form."""

from __future__ import annotations

import re
from functools import cache

from briefpack.text import lists

_YEAR = r"(?:1[5-9]|20)\d\d"
_DASH = r"\s?(?:[-–—]|to|and|bis|au|al)\s?"
_NTH = r"(?:st|nd|rd|th)?"

_BEFORE = tuple("in since by until till during from before after through of en im seit desde depuis in\\s+the".split())
_PART = tuple(r"early mid late last next this(?:\s+(?:past|coming))? fin début ende anfang mitte".split())
_FORMS = r"""
(?<!\w)(?=[\w'’(\[,]) (?:
(?P<iso> (?<![\d-]) (?P<iy>YEAR)-(?P<im>\d\d)-(?P<id>\d\d) (?![\d-]) )
| (?P<numeric> (?<![\d./]) (?P<n1>\d{1,2})(?P<nsep>[./])(?P<n2>\d{1,2})(?P=nsep)(?P<ny>YEAR) (?![\d/]) )
| (?P<month_day> (?:(?P<aw>WEEK),?\s+)? \b(?P<am>MONTH)\s+(?P<ad>\d{1,2}) NTH\b (?![.,:]\d|\s?%)
    (?: DASH (?:(?P<am2>MONTH)\s+)? (?P<ad2>\d{1,2}) NTH\b (?=\s*[,.;:)—–]|\s+(?:YEAR|[a-z]{2,})|\s*$)
        (?!\s+(?:per|a\.?m|p\.?m)\b) )?
    (?:,?\s+(?P<ay>YEAR)\b)? )
| (?P<day_month> (?:(?P<bw>WEEK),?\s+(?:the\s+|den\s+|dem\s+|le\s+)?)? (?<![\d.,$€£])
    \b(?P<bd>\d{1,2})(?:st|nd|rd|th|er|\.|º)?
    (?: (?:\s+(?P<bm1>MONTH))? DASH (?P<bd2>\d{1,2})(?:st|nd|rd|th|\.)? )?
    \s+(?:of\s+|de\s+)? (?P<bm>MONTH) (?:,?\s+(?:de\s+)?(?P<by>YEAR)\b)? )
| (?P<month_span> \b(?P<km1>MONTH)(?:\s+(?P<ky1>YEAR))? (?: \s?[-–—]\s? | \s(?:to|until|through)\s | (?<=\d)\sand\s )
    (?P<km2>MONTH)\s+(?P<ky2>YEAR)\b )
| (?P<month_year> \b (?:(?:early|mid|late)[-\s])? (?P<cm>MONTH),?\s+(?:of\s+|de\s+|del\s+)? (?P<cy>YEAR)\b )
| (?P<quarter> (?:(?P<hb>YEAR|(?P<hl>last|this|next)\s+year['’]s)\s+)? (?: \b(?:fiscal\s+)?
    (?P<ho>first|second|third|fourth|last|final)[\s-](?P<hu>quarter|half)(?!-?finals?) | \b(?P<hq>[QH][1-4])(?![-\w]) )
    (?:\s+(?:of\s+)? (?:(?P<hy>YEAR) | (?P<hn>last|this|next)\s+year)\b)? )
| (?P<months_of> \b(?P<of1>first|last|final)\s+(?P<ofn>two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\s+
    of\s+(?P<ofy>YEAR)\b )
| (?P<season> \b(?:(?:early|mid|late)[-\s])?(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<iyear>YEAR)\b )
| (?P<decade> (?:\b(?:early|mid|late)[-\s])? (?: \b(?P<e4>(?:1[5-9]|20)\d0)['’]?s | ['’](?P<e2>[2-9]0)s ) \b )
| (?P<century> \b(?: (?:[5-9]|1\d|20|21)(?:th|st) | (?:sixteen|seventeen|eighteen|nineteen|twentie)th | twenty-first )
    [\s-]century\b )
| (?P<fiscal> \b(?: fiscal\s+(?:year\s+)? | FY\s? ) (?P<fy>YEAR) (?:[/–-]\d\d)? \b )
| (?P<years> (?<![\d.,$€£]) \b(?P<f1>YEAR) (?:\s?[-–/]\s?|\s+to\s+|(?<=between\s\d{4})\s+and\s+)
    (?P<f2>YEAR|\d\d)\b (?![-\d/]) )
| (?: \b(?=[\w'’]+[\s-](?:\w+[\s-]+){0,2}[12]\d)
        (?P<gp>in|since|by|until|till|of|from|before|after|during|between|and|or|both|through|for|to|into|circa
        |the|a|an|this|that|its|their|his|her|en|depuis|seit|im|desde|nel|dal|year['’]s) [\s-]
        | (?<=['’]s\s) | (?<=s['’]\s) | (?=(?:early|mid|late|year)[\s-]\d) | [(\[,]\s?| ^ )
    (?P<year> (?:(?:early|mid|late|year)[\s-]|the\s+year\s+)? (?P<g1>(?:1[6-9]|20)\d\d) ) \b
    (?! [.,/]?\d | \s?% | [-–](?!odd)\w | :\s[A-Z] | \s+(?:first|second|third|fourth)[\s-](?:quarter|half)
        | (?<=between\s\d{4})\s+and\s+YEAR | \s+to\s+YEAR\b )
| (?: \b(?P<dq>BEFORE) \s+ )?
    (?P<bare_month> (?:(?P<dp>PART)[-\s]+)?
    \b(?P<dm>MONTH)
    (?:(?:\s(?P<dand>and|to)\s|\s?[-–]\s?)(?P<dm2>MONTH))? (?!\w|,?\s+(?:of\s+|de\s+|del\s+)?YEAR\b|\.?\s+\d{1,2}\b)
    (?:,?\s+(?:of\s+)?(?P<dn>last|this|next)\s+year\b)? )
| (?P<holiday> \b(?P<lh>HOLIDAY)\b (?:,?\s+(?P<ly>YEAR)\b)? )
)"""


def may_hold(words: frozenset[str]) -> bool:
    """True where a year stands among the words, a decade or a quarter, or a word that dates are made of."""
    return not _triggers().isdisjoint(words) or any(map(_is_of_years, words))


def _is_of_years(word: str) -> bool:
    """'2019', '1970s', '80s', 'fy2024', 'q3'; a count of 40 or 300 alone makes no date."""
    if word[0].isdigit():
        return word.endswith("0s") or (len(word) > 3 and word[:4].isdigit())
    return word[:2] == "fy" or (len(word) == 2 and word[0] in "qh" and word[1].isdigit())


def pattern(words: frozenset[str]) -> re.Pattern[str]:
    """All forms for a text of these words; `lastgroup` of a match names the form.

    Without a foreign month or weekday in it a pattern does that knows the English ones only: it compiles
    in a third of the time.
    """
    return _pattern(english=is_english(words))


def is_english(words: frozenset[str]) -> bool:
    """True where no foreign name of a month or a weekday is among them."""
    return foreign().isdisjoint(words)


@cache
def _pattern(*, english: bool) -> re.Pattern[str]:
    names = [name for name in months() if not (english and name in foreign())]
    month = _either(names)
    days = tuple(re.escape(name).replace(r"\ ", r"\s") for name in holidays())
    forms = _FORMS.replace("HOLIDAY", either(days)).replace("BEFORE", either(_BEFORE)).replace("PART", either(_PART))
    forms = forms.replace("MONTH", month).replace("WEEK", week_names(english=english))
    forms = forms.replace("YEAR", _YEAR).replace("DASH", _DASH).replace("NTH", _NTH)
    return re.compile(forms, re.IGNORECASE | re.VERBOSE)


def week_names(*, english: bool) -> str:
    """The weekdays as one group of a pattern."""
    return either(tuple(name for name in weekdays() if not (english and name in foreign())))


def either(words: tuple[str, ...]) -> str:
    """One of several words, for a pattern that is tried at each word of a text: the first letter rules most out."""
    letters = "".join(sorted({word[0] for word in words}))
    return f"(?=[{letters}])(?:{'|'.join(words)})"


def _either(names: list[str]) -> str:
    """'Oct' may end in a full stop, 'October' may only end a sentence; each mark stands once, for the compiling."""
    short = [name for name in names if (len(name) == 3 and name not in ("may", "mai", "mei")) or name == "sept"]
    long = [name for name in names if name not in short]
    letters = "".join(sorted({name[0] for name in names}))
    return rf"(?=[{letters}])(?:(?:{'|'.join(long)})\b|(?:{'|'.join(short)})\b\.?)"


@cache
def months() -> dict[str, int]:
    """Name of a month, in lower case, to its number."""
    return {name: number for name, number, _ in _months()}


@cache
def doubtful() -> frozenset[str]:
    """Names of months that are other words too: 'may', 'march'."""
    return frozenset(name for name, _, doubt in _months() if doubt)


@cache
def weekdays() -> dict[str, int]:
    """Name of a weekday, in lower case, to its number; Monday is 0."""
    rows = (line.split() for line in lists.load("dates.weekdays"))
    return {name: int(number) for name, number in rows}


@cache
def holidays() -> dict[str, tuple[int, int]]:
    """Name of a day that has one, in lower case, to its month and day."""
    rows = (line.rsplit(maxsplit=2) for line in lists.load("dates.holidays"))
    return {name: (int(month), int(day)) for name, month, day in rows}


@cache
def foreign() -> frozenset[str]:
    """The months and weekdays after 'dec' and 'sunday': both lists open with the English ones."""
    rows = [*months()], [*weekdays()]
    return frozenset(rows[0][rows[0].index("dec") + 1 :] + rows[1][rows[1].index("sunday") + 1 :])


@cache
def _triggers() -> frozenset[str]:
    others = "quarter half century eve christmas halloween boxing bastille fourth"
    return frozenset(months()) | frozenset(others.split())


@cache
def _months() -> tuple[tuple[str, int, bool], ...]:
    rows = (line.split() for line in lists.load("dates.months"))
    return tuple((row[0], int(row[1]), len(row) > 2) for row in rows)

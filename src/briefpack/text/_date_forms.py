"""The forms that dates take in a text, as one pattern; each named group of the outer level is one form."""

from __future__ import annotations

import re
from functools import cache

from briefpack.text import lists

_YEAR = r"(?:1[5-9]|20)\d\d"
_DASH = r"\s?(?:[-–—]|to|and|bis|au|al)\s?"
_NTH = r"(?:st|nd|rd|th)?"

_FORMS = r"""
(?<!\w)(?=[\w'’(\[,]) (?:
(?P<iso> (?<![\d-]) (?P<iy>YEAR)-(?P<im>\d\d)-(?P<id>\d\d) (?![\d-]) )
| (?P<numeric> (?<![\d./]) (?P<n1>\d{1,2})(?P<nsep>[./])(?P<n2>\d{1,2})(?P=nsep)(?P<ny>YEAR) (?![\d/]) )
| (?P<month_day> (?:(?P<aw>WEEK),?\s+)? \b(?P<am>MONTH)\s+(?P<ad>\d{1,2}) NTH\b (?![.,]\d|\s?%|:)
    (?: DASH (?:(?P<am2>MONTH)\s+)? (?P<ad2>\d{1,2}) NTH\b (?=\s*[,.;:)—–]|\s+(?:YEAR|[a-z]{2,})|\s*$) (?!\s+per\b) )?
    (?:,?\s+(?P<ay>YEAR)\b)? )
| (?P<day_month> (?:(?P<bw>WEEK),?\s+(?:the\s+|den\s+|dem\s+|le\s+)?)? (?<![\d.,$€£])
    \b(?P<bd>\d{1,2})(?:st|nd|rd|th|er|\.|º)?
    (?: (?:\s+(?P<bm1>MONTH))? DASH (?P<bd2>\d{1,2})(?:st|nd|rd|th|\.)? )?
    \s+(?:of\s+|de\s+)? (?P<bm>MONTH) (?:,?\s+(?:de\s+)?(?P<by>YEAR)\b)? )
| (?P<month_span> \b(?P<km1>MONTH)(?:\s+(?P<ky1>YEAR))? (?: \s?[-–—]\s? | \s(?:to|until)\s | (?<=\d)\sand\s )
    (?P<km2>MONTH)\s+(?P<ky2>YEAR)\b )
| (?P<month_year> \b(?P<cm>MONTH),?\s+(?:of\s+|de\s+|del\s+)? (?P<cy>YEAR)\b )
| (?P<quarter> (?: \b(?P<ho>first|second|third|fourth|last|final)\s+quarter | \b(?P<hq>Q[1-4]) )
    (?:\s+(?:of\s+)?(?P<hy>YEAR)\b)? )
| (?P<season> \b(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<iyear>YEAR)\b )
| (?P<decade> (?:\b(?:early|mid|late)[-\s])? (?: \b(?P<e4>(?:1[5-9]|20)\d0)['’]?s | ['’](?P<e2>[2-9]0)s ) \b )
| (?P<years> (?<![\d.,$€£]) \b(?P<f1>YEAR) (?:\s?[-–/]\s?|\s+to\s+|(?<=between\s\d{4})\s+and\s+)
    (?P<f2>YEAR|\d\d)\b (?![-\d/]) )
| (?: \b(?P<gp>in|since|by|until|till|of|from|before|after|during|between|and|through|for|early|late|mid|year|to
        |the|its|their|en|depuis|seit|im|desde|nel|dal|year['’]s|['’]s) [\s-] | [(\[,]\s?| ^ )
    (?P<year> (?P<g1>(?:1[6-9]|20)\d\d) ) \b (?! [.,/]?\d | \s?% | -\w | \s+(?:MEASURE)\b
        | (?<=between\s\d{4})\s+and\s+YEAR | \s+to\s+YEAR\b )
| (?: \b(?P<dq>in|since|by|until|till|during|from|before|after|through|of|en|im|seit|desde|depuis|in\s+the) \s+ )?
    (?P<bare_month> (?:(?P<dp>early|mid|late|last|next|this|fin|début|ende|anfang|mitte)[-\s]+)?
    \b(?P<dm>MONTH)
    (?:(?:\s(?:and|to)\s|\s?[-–]\s?)(?P<dm2>MONTH))? (?!\w|,?\s+(?:of\s+|de\s+|del\s+)?YEAR\b|\s+\d{1,2}\b) )
| (?P<week_day> (?:\b(?P<jp>last|next|this)\s+)? \b(?P<jw>WEEK)\b (?:\s+(?:morning|afternoon|evening|night))? )
| (?P<relative>
    \b(?P<kr>yesterday|today|tonight|tomorrow|hier|aujourd[’']hui|demain|gestern|heute|ayer|hoy)\b (?!['’]s) )
| (?P<span> \b(?P<lp>last|next|this)\s+(?P<lu>week|month|year)\b )
| (?P<ago> \b(?P<mc>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+
    (?P<mu>days?|weeks?|months?|years?)\s+ago\b )
)"""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_MEASURE = (
    "people|men|women|children|soldiers|troops|tonnes|tons|miles|metres|meters|feet|km|kilometres|dollars|euros|"
    "pounds|jobs|homes|workers|patients|cases|deaths|times|words|pages|copies|members|students|years|days|hours|"
    "or more|square"
)


def may_hold(text: str) -> bool:
    """Whether a look for dates is worth its time: a figure, or a word that dates are made of."""
    return bool(_DIGIT.search(text)) or not _triggers().isdisjoint(_WORD.findall(text.lower()))


def pattern(text: str) -> re.Pattern[str]:
    """All forms for a text; `lastgroup` of a match names the form.

    Without a foreign month or weekday in it a pattern does that knows the English ones only: it compiles
    in a third of the time.
    """
    return _pattern(english=_foreign().isdisjoint(_WORD.findall(text.lower())))


@cache
def _pattern(*, english: bool) -> re.Pattern[str]:
    names = [name for name in months() if not (english and name in _foreign())]
    month = "(?:" + "|".join(_spelled(name) for name in sorted(names, key=len, reverse=True)) + ")"
    week = "(?:" + "|".join(name for name in weekdays() if not (english and name in _foreign())) + ")"
    forms = _FORMS.replace("MEASURE", _MEASURE).replace("MONTH", month).replace("WEEK", week)
    forms = forms.replace("YEAR", _YEAR).replace("DASH", _DASH).replace("NTH", _NTH)
    return re.compile(forms, re.IGNORECASE | re.VERBOSE)


def _spelled(month: str) -> str:
    """'Oct' may end in a full stop, 'October' may only end a sentence."""
    short = (len(month) == 3 and month not in ("may", "mai", "mei")) or month == "sept"
    return month + (r"\b\.?" if short else r"\b")


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
def _foreign() -> frozenset[str]:
    """The months and weekdays after 'december' and 'sunday': both lists open with the English ones."""
    rows = [*months()], [*weekdays()]
    return frozenset(rows[0][rows[0].index("december") + 1 :] + rows[1][rows[1].index("sunday") + 1 :])


@cache
def _triggers() -> frozenset[str]:
    others = "quarter yesterday today tonight tomorrow hier aujourd demain gestern heute ayer hoy week month year ago"
    return frozenset(months()) | frozenset(weekdays()) | frozenset(others.split())


@cache
def _months() -> tuple[tuple[str, int, bool], ...]:
    rows = (line.split() for line in lists.load("dates.months"))
    return tuple((row[0], int(row[1]), len(row) > 2) for row in rows)

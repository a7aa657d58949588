"""Dates that are counted from another one: 'on Tuesday', 'last week', 'a year ago', 'two days later'."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache

from briefpack.text import lists, tense
from briefpack.text._date_anchor import Anchor, Value, shifted, week_of
from briefpack.text._date_forms import either, is_english, week_names, weekdays

_COUNT = tuple(
    "an? one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split()
)
_PART = r"(?:early|late|earlier|later|sometime)\s+"
_FORMS = r"""
(?<![\w-]) (?:
(?P<week_day> (?:(?P<jp>last|next|this(?:\s+coming|\s+past)?|(?:the\s+)?(?:previous|following)|PARTof)\s+)?
    \b(?P<jw>WEEK)\b (?:\s+(?:morning|lunchtime|afternoon|evening|night)\b)? )
| (?P<relative> (?:PART)? \b(?P<kr>yesterday|today|tonight|tomorrow|hier|aujourd[’']hui|demain|gestern|heute|ayer|hoy
    |last\s+night|this\s+(?:morning|afternoon|evening)|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))\b )
| (?P<weekend> (?:(?P<wp>last|next|this(?:\s+coming|\s+past)?|over\s+the|at\s+the|on\s+the)\s+) weekend\b (?!s) )
| (?P<near_season> (?:(?P<sp>last|next|this(?:\s+past|\s+coming)?|PART this)\s+)
    (?P<su>spring|summer|autumn|fall)\b )
| (?P<span> (?:PART|(?:at|by|before|until)\s+the\s+end\s+of\s+|(?:the\s+)?end\s+of\s+)?
    (?P<lp>last|next|this|the\s+current)\s+(?P<lu>week|month|quarter|year|decade|century)\b )
| (?P<ago> (?:(?:nearly|almost|about|exactly|just|only)\s+)?
    (?P<mc>COUNT)\s+(?P<mu>days?|weeks?|months?|years?)\s+ago\b )
| (?P<later> (?P<nc>COUNT)\s+(?P<nu>days?|weeks?|months?|years?)\s+(?P<nd>later|earlier|afterwards?|before(?=[.,;]))\b )
| (?P<next_one> (?:later|earlier)\s+that\s+(?P<ou>day|week|month|year)\b
    | \b(?:the|that)\s+(?P<ol>next|following|previous|same|preceding|very\s+same)\s+(?P<ow>day|week|month|year)\b
    | \bthe\s+(?:day|night|year|week|month)\s+(?:before|after)(?=[.,;]) )
)"""
_OF_DAY = re.compile(r"['’]s (?P<thing>(?:[\w-]+ ){0,3}?(?P<noun>[a-z]+))(?: (?P<next>[a-z]+)|[.,;:!?”]|$)")
_LASTING = re.compile(r"\b(?:after|at|during|following|in|before|since|from|until|over) $")
_PAST_DAY = re.compile(r"\b(?:before|after|since|from|of|over|than|following)\s+$", re.IGNORECASE)


def may_hold(words: frozenset[str]) -> bool:
    """Whether one of the words is among them that such dates are made of."""
    return not _triggers().isdisjoint(words)


def pattern(words: frozenset[str]) -> re.Pattern[str]:
    """All relative forms for a text of these words, as in `_date_forms`."""
    return _pattern(english=is_english(words))


@cache
def _pattern(*, english: bool) -> re.Pattern[str]:
    forms = (
        _FORMS.replace("PARTof", r"(?:early|late)(?:\s+on)?")
        .replace("PART", _PART)
        .replace("COUNT", rf"(?:{either(_COUNT)}|\d{{1,3}})")
    )
    return re.compile(forms.replace("WEEK", week_names(english=english)), re.IGNORECASE | re.VERBOSE)


def _week_day(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'on Wednesday', 'last Friday', 'Monday morning'; none of 'Black Friday' or 'the Sunday Times'."""
    if _is_named(match) or _is_any(match):
        return None
    named = weekdays()[match["jw"].lower()]
    base, lead = anchor.day, (match["jp"] or "").lower().split()[-1:]
    if base is None or lead in (["previous"], ["following"]):
        return {"weekday": named}
    behind = (base.weekday() - named) % 7
    side = _side(match, "".join(lead), anchor)
    if not side:
        return {"weekday": named}
    days = 7 - behind if side == "ahead" else -(behind or 7) if lead in (["last"], ["past"]) else -behind
    return {"date": (base + timedelta(days=days)).isoformat(), "weekday": named}


def _side(match: re.Match[str], lead: str, anchor: Anchor) -> str:
    """'ahead' or 'back' of publication; empty where nothing tells.

    'Wednesday's ruling' is over even where one will appeal against it: only what itself is still to come
    ('Friday's match will start at noon') lies ahead.
    """
    day = weekdays()[match["jw"].lower()]
    today = anchor.day is not None and anchor.day.weekday() == day
    if lead in ("next", "coming"):
        return "ahead"
    if lead in ("last", "past"):
        return "back"
    if re.match("['’]s", match.string[match.end() :]):
        return _side_of_noun(match, anchor, today=today)
    if anchor.tense == "aim" and tense.is_either(match.string, match.start()):
        return "" if not today else "back"
    if anchor.tense == "present" and _PAST_DAY.search(match.string[: match.start()]):
        return "back"
    return "ahead" if anchor.tense in ("future", "present") and not today else "back"


def _side_of_noun(match: re.Match[str], anchor: Anchor, *, today: bool) -> str:
    """'Said that Friday's match would go ahead': still to come, though 'said' is the verb before it."""
    thing = _OF_DAY.match(match.string, match.end())
    if thing and not today and thing["noun"] in lists.load("dates.planned") and thing["next"] in ("would", "will"):
        return "ahead"
    if anchor.tense != "future" or today:
        return "back"
    opens = not tense.has_verb(match.string[: match.start()])
    return "ahead" if opens else ""


def _is_any(match: re.Match[str]) -> bool:
    """'On a Tuesday in April', 'every Friday', 'the first Monday of May': no day that can be counted."""
    before = match.string[max(match.start() - 12, 0) : match.start()].lower()
    after = match.string[match.end() : match.end() + 8]
    if re.search(
        r"\b(?:an?|one|any|every|each|first|second|third|fourth)\s(?:(?:cold|hot|rainy|wet|recent)\s)?$", before
    ):
        return True
    return re.match(r"\s(?:in|of)\s[A-Z]", after) is not None and (match["jp"] or "").lower() in ("last", "the last")


def _is_named(match: re.Match[str]) -> bool:
    before = re.findall(r"[\w’']+", match.string[max(match.start() - 20, 0) : match.start()].lower())
    after = re.match(r"(?:['’]s)?\s(\w+)", match.string[match.end() : match.end() + 20])
    if before[-1:] and before[-1] in lists.load("dates.named-days"):
        return match.string[match.start() - 2 : match.start() - 1] not in ".,;"
    if not after or after[1].lower() not in lists.load("dates.titles"):
        return False
    return after[1][0].isupper() or match.string[match.end()] in "'’"


def _relative(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'yesterday', 'tomorrow'; 'today' only where something happens: 'today the bank is strong' means these days."""
    word = re.sub(r"\s+", " ", match["kr"].lower().replace("’", "'"))
    shift, owned = _SHIFTS[word], re.match("['’]s", match.string[match.end() :])
    if shift == 0 and word in _NOW and (owned or anchor.tense in ("present", "")):
        return None
    if owned and not _owns_event(match):
        return None
    if owned and match.string[: match.end()].count("“") > match.string[: match.end()].count("”"):
        return None
    return {"date": (anchor.day + timedelta(days=shift)).isoformat()} if anchor.day else {}


def _owns_event(match: re.Match[str]) -> bool:
    """'Yesterday's vote', 'after yesterday's rain'; 'yesterday's technology' and 'tomorrow's leaders' are of no day."""
    was = match["kr"].lower() in ("yesterday", "last night")
    if was and _LASTING.search(match.string[max(match.start() - 12, 0) : match.start()].lower()):
        return True
    named = re.match(r"['’]s ((?:[\w-]+ ){0,3}[\w-]+)", match.string[match.end() :])
    own = named[1].lower().split() if named else []
    return any(
        word in lists.load(nouns) for word in own for nouns in ("events.nouns", "dates.planned", "dates.happened")
    )


def _weekend(match: re.Match[str], anchor: Anchor) -> Value | None:
    """Saturday and Sunday: the last ones of the past tense, the coming ones else."""
    lead = match["wp"].lower().split()[-1]
    if anchor.day is None:
        return {}
    ahead = lead in ("next", "coming") or (lead != "last" and anchor.tense in ("future", "present"))
    inside = anchor.day.weekday() >= 5
    steps = (7 if lead == "next" and inside else 0) if ahead else (0 if inside and lead != "last" else -7)
    return week_of(anchor.day + timedelta(days=steps), first=5)


def _near_season(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'last summer': its year. None of 'his last fall'; winter has two years and stays out."""
    lead = match["sp"].lower().split()
    if re.search(r"\b(?:the|his|her|its|their)\s$", match.string[: match.start()], re.IGNORECASE) or not anchor.month:
        return None if anchor.month else {}
    year, month = anchor.month
    first, last = _SEASONS[match["su"].lower()]
    if lead[-1] in ("last", "past"):
        return {"date": str(year - (month <= last if lead[-1] == "last" else month < first))}
    if lead[-1] in ("next", "coming"):
        return {"date": str(year + (month >= first))}
    return {"date": str(year)}


def _span(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'last week', 'next month', 'this year', 'by the end of next year'; 'this decade' as 202X."""
    unit, lead = match["lu"].lower(), match["lp"].lower()
    if re.search(r"(?<!end of )\b(?:the|his|her|its|their|at)\s$", match.string[: match.start("lp")], re.IGNORECASE):
        return None
    if unit == "century" or not anchor.published:
        return {}
    if unit == "decade":
        return {"date": f"{anchor.published[:3]}X"} if lead == "this" else {}
    return _ended(match, shifted(unit, {"last": -1, "next": 1}.get(lead, 0), anchor.published))


def _ended(match: re.Match[str], found: Value) -> Value:
    """'The end of next year' is its December."""
    ends = "end of" in match[0].lower() and match["lu"].lower() == "year" and found
    return {"date": f"{found['date']}-12"} if ends else found


def _ago(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'two years ago', 'a month ago', '3 days ago'."""
    return shifted(match["mu"].lower().rstrip("s"), -_number(match["mc"]), anchor.published)


def _later(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'… on 3 May and reopened two days later': from the date before it in the sentence, if there is one."""
    steps = _number(match["nc"]) * (-1 if match["nd"].lower() in ("earlier", "before") else 1)
    return shifted(match["nu"].lower().rstrip("s"), steps, anchor.known)


def _next_one(match: re.Match[str], anchor: Anchor) -> Value | None:
    """'the following year', 'the previous day', 'later that month', 'the day after.'"""
    words = match[0].lower().split()
    unit = (match["ou"] or match["ow"] or words[1]).lower().replace("night", "day")
    steps = next((_TURNS[word] for word in reversed(words) if word in _TURNS), 0)
    return shifted(unit, steps, anchor.known)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


@cache
def _triggers() -> frozenset[str]:
    others = (
        "yesterday today tonight tomorrow hier aujourd demain gestern heute ayer hoy week weekend month year quarter"
        " decade century ago later earlier afterward afterwards day days weeks months years"
        " night morning afternoon evening spring summer autumn fall"
    )
    return frozenset(weekdays()) | frozenset(others.split())


READ: dict[str, Callable[[re.Match[str], Anchor], Value | None]] = {
    "week_day": _week_day,
    "relative": _relative,
    "weekend": _weekend,
    "near_season": _near_season,
    "span": _span,
    "ago": _ago,
    "later": _later,
    "next_one": _next_one,
}

_COUNTS = {
    word: number
    for number, names in enumerate("a|an|one two three four five six seven eight nine ten eleven twelve".split(), 1)
    for word in names.split("|")
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_TURNS = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1, "same": 0}
_NOW = frozenset("today heute hoy aujourd'hui".split())
_SHIFTS = (
    dict.fromkeys(("yesterday", "hier", "gestern", "ayer", "last night"), -1)
    | dict.fromkeys(("tomorrow", "demain"), 1)
    | dict.fromkeys((*_NOW, "tonight", "this morning", "this afternoon", "this evening"), 0)
    | {"the day before yesterday": -2, "the day after tomorrow": 2}
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
"""Months of the northern year; only the year is told, which a reader of either half can check by the words."""

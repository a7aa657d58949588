"""What looks wrong in a sentence: a doubled word, a missing space, a day that was none.

Nothing is corrected. Only what hardly anybody writes on purpose counts, so that a reader who is
told of a slip nearly always finds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from briefpack.text import words


class Slip(NamedTuple):
    """A slip in a text."""

    what: str
    """'a doubled word'."""
    words: str
    """As they stand: 'the the'."""


_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_WEB = re.compile(
    r"\S*(?:https?:|www\.|@|//|\.(?:com|org|net|gov|edu|io|co|eu|uk|de|fr|ca|au|in|info|news)\b)\S*", re.I
)
_UNITS = (
    r"per ?cent|percent|million|billion|trillion|thousand|people|persons|years|months|weeks|days|hours|minutes"
    r"|dollars|euros|pounds|homes|jobs|votes|deaths|cases|points|kilomet(?:re|er)s|miles|tonnes|tons|and|of|to|in"
)
_JOINED = re.compile(
    rf"\b\d[\d.,]*\d?(?:{_UNITS})\b|\b(?:[a-z]{{3,}}|(?:1[5-9]|20)\d\d)[.!?][A-Z][a-z]{{2,}}\b|\b[a-z]{{3,}}[,;][A-Za-z]{{3,}}\b"
    r"|\b[a-z]{3,}\)[a-z]{3,}\b|\b(?:of|the|and)\d{2,}\b"
)
_TWICE = re.compile(r"\b(?P<word>[A-Za-z]+) (?P=word)\b", re.IGNORECASE)
_MARKS = re.compile(r"(?<![,;:])[,;:][,;](?![,;])|(?<![.\d…])\.\.(?![.\w/])")
_NEGATED = re.compile(
    r"\b(?:not|no|never|without) non-\w+|\b(?:not|never) never\b|\bwithout no\b|\b(?:can|could)(?:n[’']t|not) hardly\b"
    r"|\b(?:don|doesn|didn|isn|wasn|won|can|couldn)[’']t (?:never|nobody|nothing|no(?! (?:longer|more"
    r"|less|one|matter|doubt)\b)[a-z]+)\b"
    r"|\bneither \w+ or \w+"
)
_AN = re.compile(
    r"(?<![\w.’'-])a (?P<vowel>(?:[aei][a-z]{3,}|o(?!n[ce])[a-z]{3,}|un(?!i)[a-z]{3,}))\b|(?<![\w’'-])an"
    r" (?P<other>[bcdfgjklmnpqrstvwyz][a-z]{2,})\b"
)
_SOUNDS = ("eu", "ew", "one", "ou", "once")
"""'a European', 'a ewe', 'a one-way street'."""
_MONTHS = {name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = (
    r"(?P<{}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_LONGEST = 2000


def slips(text: str, published: str | None = None) -> tuple[Slip, ...]:
    """The slips of a sentence, in the order of their kinds; `published` (ISO) settles the year of a near date."""
    if len(text) > _LONGEST:
        return ()
    own = _WEB.sub(" ", text)
    return (*_doubled(own), *_joined(own), *_negated(own), *_articles(own), *_dates(own, published))


def _doubled(text: str) -> Iterator[Slip]:
    for found in _TWICE.finditer(text):
        if found["word"].lower() in words.data("doubled-en") and found[0].split()[1].islower():
            yield Slip("a doubled word", found[0])
    for found in _MARKS.finditer(text):
        yield Slip("an odd mark", text[max(found.start() - 12, 0) : found.end() + 8].strip())


def _joined(text: str) -> Iterator[Slip]:
    for found in _JOINED.finditer(text):
        yield Slip("a missing space", found[0])


def _negated(text: str) -> Iterator[Slip]:
    """Outside quotation marks: people may speak as they like."""
    for found in _NEGATED.finditer(_QUOTED.sub(" ", text)):
        yield Slip("a doubled negative", found[0])


def _articles(text: str) -> Iterator[Slip]:
    for found in _AN.finditer(text):
        word = found["vowel"] or found["other"]
        if not word.startswith(_SOUNDS) and word not in words.data("stop-en"):
            yield Slip("“a” for “an”" if found["vowel"] else "“an” for “a”", found[0])


def _dates(text: str, published: str | None) -> Iterator[Slip]:
    """A day that its month has not, and a weekday that it was not."""
    for found in _dated().finditer(text):
        day, month = int(found["day"] or found["day2"]), _MONTHS[(found["month"] or found["month2"])[:3]]
        told = found["year"] or found["year2"]
        year = int(told) if told else None
        if not _exists(day, month, year):
            yield Slip("a day that there is not", found[0].strip())
            continue
        known = _known(day, month, year, published) if found["weekday"] else None
        if known and _DAYS[known.weekday()] != found["weekday"]:
            yield Slip(f"a weekday that does not fit the date (a {_DAYS[known.weekday()]})", found[0].strip())


def _exists(day: int, month: int, year: int | None) -> bool:
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _known(day: int, month: int, year: int | None, published: str | None) -> date | None:
    """The date, where its year is told or the text was published within ten days of it."""
    if year is not None:
        return date(year, month, day) if year > 1752 else None
    if not published or len(published) != 10:
        return None
    out = date.fromisoformat(published)
    near = (date(out.year + step, month, day) for step in (-1, 0, 1) if _exists(day, month, out.year + step))
    return next((each for each in near if abs((each - out).days) <= 10), None)


@cache
def _dated() -> re.Pattern[str]:
    weekday = rf"(?:(?P<weekday>{'|'.join(_DAYS)}),? (?:the )?)?"
    year = r"(?:,? (?P<{}>(?:1[5-9]|20)\d\d)\b)?"
    first = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format('month')}(?![\w-]){year.format('year')}"
    second = rf"{_MONTH.format('month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.,]?\d){year.format('year2')}"
    return re.compile(rf"\b{weekday}(?:{first}|{second})")

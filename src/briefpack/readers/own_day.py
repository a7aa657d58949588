"""The day that a document gives itself in words: 'Judgment delivered at Lima on 14 May 2025', 'Meeting of 3 June'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from briefpack.readers.dates import DAY, MONTH, YEAR, date_line
from briefpack.text.tense import has_verb

_FIRST, _LAST = 8, 3
"""Sentences at either end that may say when a document was made."""
_MOST_WORDS = 14
_MOST_OF_MEETING = 30
"""'… at 3 p.m. in committee room 2 of the town hall and by video link' takes its words."""
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_FULL_DAY = rf"(?P<date>{DAY} (?:of )?{MONTH},? {YEAR}|{MONTH}\.? {DAY},? {YEAR})"
_DOCUMENT = re.compile(
    r"^(?!The |An? )(?:[A-ZÀ-Þ][\w.’'-]*,? ){0,5}?(?i:judge?ment|decision|ruling|order|resolution|declaration|"
    r"statement|communiqu[eé]|notice|determination|directive|circular|minutes)\b"
    r"(?: (?:No\.? ?)?[\w/().-]*\d[\w/().-]*)?,? (?:(?:delivered|given|handed down|pronounced|adopted|issued|made|"
    rf"dated|signed|rendered)\b[\w ,]{{0,40}}? (?:on )?|of |on |dated )(?:the )?{_FULL_DAY}\.?$"
)
_DONE = re.compile(
    r"^(?:Done|Given|Dated|Adopted|Signed|Issued) (?:(?:at|in) [\w ,]{3,40}? (?:on )?|on )?"
    rf"(?:this )?(?:{_FULL_DAY}|(?P<nth>{DAY}) day of (?P<rest>{MONTH},? {YEAR}))\.?$"
)
"""'Done at Lima, 4 June 2025' under an official text."""
_SITTING = r"(?i:meeting|sitting|session|hearing|assembly)"
_MEETING = re.compile(
    r"^(?:(?i:(?:(?:draft|unconfirmed|confirmed|approved) )?(?:minutes|record|transcript|notes|summary"
    r"|verbatim report))"
    rf" of (?:the |an? )?[^.;:]{{0,90}}?\b{_SITTING}\b[^.;:]{{0,70}}?"
    rf"|(?:[A-ZÀ-Þ][\w’'-]* ){{0,4}}?(?:{_SITTING}(?: (?i:minutes))?|(?i:minutes))"
    r"(?: (?:of|on|dated)| held\b[^.;:]{0,60}?|,|:| [–—-])"
    rf"|(?i:date|day) of (?:the )?{_SITTING}|{_SITTING} date"
    r"|[Hh]eld\b(?: (?:at|in)\b[^.;:]{2,60}?)?)"
    rf"[,:]?(?: (?:held )?(?:of|on|dated|[–—-]))? {_WEEKDAY}(?:the )?{_FULL_DAY}(?P<after>[^;]*)$"
)
_ANOTHER = re.compile(r"\b(?:previous|last|earlier|next|preceding|following|forthcoming|agenda)\b", re.IGNORECASE)
_TALKS = re.compile(
    rf"\b(?:minutes|transcript|record|proceedings|{_SITTING.removeprefix('(?i:').removesuffix(')')})\b", re.I
)


def read(title: str, sentences: Sequence[str]) -> tuple[str, str] | None:
    """The day that a ruling, a decision or the minutes of a meeting give themselves, and how it was found."""
    opening = list(dict.fromkeys((title, *sentences[:_FIRST])))
    closing = ((of_document(line, ends=True), line) for line in sentences[-_LAST:])
    made = ((of_document(line), line) for line in opening)
    met = ((of_meeting(line), line) for line in opening) if any(_TALKS.search(line) for line in opening[:3]) else ()
    return next(((day, f"from the line '{line}'") for day, line in chain(made, met, closing) if day), None)


def of_document(text: str, *, ends: bool = False) -> str | None:
    """The day of 'Judgment delivered at Lima on 14 May 2025'; where it `ends` the text, of 'Done at Lima, 4 June 2025'.

    The line says when the document was made and nothing else; at the end it may be one of the works cited.
    """
    if len(text.split()) > _MOST_WORDS:
        return None
    found = (_DONE if ends else _DOCUMENT).match(text)
    if found is None:
        return None
    return date_line(found["date"] or f"{found['nth']} {found['rest']}")


def of_meeting(text: str) -> str | None:
    """The day of 'Held on Tuesday, 3 June 2025, at 3 p.m. in hall B', 'Minutes of the meeting held on 3 June 2025'.

    Not of 'The minutes of the meeting of 3 June 2025 were approved': those are of another meeting.
    """
    found = _MEETING.match(text) if len(text.split()) <= _MOST_OF_MEETING else None
    if found is None or _ANOTHER.search(text) or has_verb(found["after"]):
        return None
    return date_line(found["date"])

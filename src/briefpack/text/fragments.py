"""Lines that look like a sentence and have no verb: 'Some 90 pupils of three schools.' under 'Who came?'"""

from __future__ import annotations

import re
from functools import lru_cache

from briefpack.text import words
from briefpack.text._spelled import amount

_WORD = re.compile(r"[A-Za-z]+(?=[ ,.;])|[^\W_][\w’'-]*|[,.;:()]")
_LOOKS = re.compile(r"(?:are|do|[a-z]{3,}(?:ed|s))$")
_LONGEST = 30
_ATTENDANCE = re.compile(
    r"(?:Present|Also present|In attendance|Attendance|Attendees|Apologies|Absent|Members present|In the chair|Minutes)"
    r"(?: [a-z ]{1,30})?: "
)
_HALF = re.compile(r"(?:Because|Although|Though|Whereas|Unless) (?!of\b)[^,;:–—]+[.!]")
"""'Because the road is steep.': a clause, and what it belongs to stands before it."""
_JOINING = frozenset("and or then also too only just even not both as".split())


def is_fragment(text: str) -> bool:
    """Whether a short line names things and says nothing of them; English only."""
    if _ATTENDANCE.match(text) or _HALF.fullmatch(text):
        return True
    row = _WORD.findall(text)
    if len(row) > _LONGEST:
        return False
    looks = [place for place, word in enumerate(row) if place and _is_verbal(word)]
    return all(_is_noun(row, place) for place in looks) and not any(
        _is_plain(row[place]) and not _is_led(row, place) for place in range(1, len(row))
    )


def _is_plain(word: str) -> bool:
    """A word that may be a verb nobody listed: 'Some fishers sell their catch.'"""
    return word[0].islower() and word not in words.data("leads-en") and word not in _JOINING


def _is_led(row: list[str], place: int) -> bool:
    """Whether a word follows what leads to a noun: 'of a reading', '640 striking members'."""
    before = row[place - 1]
    counted = row[place].endswith("s") and place > 1 and _is_number(row[place - 2])
    return before.lower() in words.data("leads-en") or _is_number(before) or counted


@lru_cache(maxsize=16384)
def _is_verbal(word: str) -> bool:
    return bool(_LOOKS.match(word)) or word.lower() in words.data("verbs-en") or word.lower() in words.data("finite-en")


def _is_noun(row: list[str], place: int) -> bool:
    """'640 striking members', 'of the bakers': a plural after what leads to a noun, or counted."""
    word = row[place]
    if not word.endswith("s") or word in words.data("finite-en"):
        return False
    before = row[max(place - 2, 0) : place]
    return (
        row[place - 1].lower() in words.data("leads-en")
        or before[-1].endswith(("'s", "’s"))
        or any(map(_is_number, before))
    )


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or amount(word) > 1

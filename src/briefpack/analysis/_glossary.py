"""Terms of art that a text uses without a word of explanation: 'subsidence', 'basis points', 'the RTT figures'.

They are known by a list, field by field, as the glossary of a textbook would have them; and capitals that no
sentence spells out are one for the reader, whatever they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.text import rare, words
from briefpack.text._lowered import lowered

_WORDY, _SINGLE, _SHORT, _KNOWN = 0.9, 0.8, 0.7, 0.6
"""Weights of a term of several words, of one, of capitals, and of one word that most have heard of."""
_CAPITALS = re.compile(r"(?<![\w.@/&’'(-])(?P<short>[A-Z]{3,6}|[A-Z]&[A-Z])(?=s?(?![\w@/&-]))(?!\. ?[A-Z]\b)")
_SHOUTED = re.compile(r"\b[A-Z]{2,}[ ,:–—-]+[A-Z]{2,}\b")
"""A heading in capitals, a dateline: 'SAN JUAN', 'READ MORE'."""
_ROMAN = re.compile(r"[IVXLCDM]+")
_ES = ("ses", "xes", "zes", "ches", "shes", "oes")
_SENTENCE = re.compile(r"(?:^|[.!?:•–—] ?|[“‘\"(])$")


def listed(text: str) -> Iterator[tuple[str, float]]:
    """The terms of a text that stand in the list, the longest at each place, and how much each tells."""
    row, known = lowered(text).row, _by_first()
    low, free = "", 0
    for place, word in enumerate(row):
        if place < free or (word not in known and not word.endswith("s")):
            continue
        entry = _entry(row, place)
        free = place + entry.count(" ") + 1
        low = low or (text.lower().replace("’", "'") if entry else "")
        said = _said(entry, low, text) if entry else ""
        if said:
            single = _KNOWN if said.lower() in words.data("common-en") else _SINGLE
            yield said, _WORDY if " " in said or "-" in said else single


def is_listed(term: str) -> bool:
    """Whether a term is a field's own word, and so nobody's coinage."""
    return _singular(term.lower(), term.lower()) in _known()


def _entry(row: tuple[str, ...], place: int) -> str:
    """The longest entry that begins at a word, as the text has it."""
    for entry in _by_first().get(row[place], ()):
        *before, last = entry
        end = place + len(entry)
        if end <= len(row) and row[place : end - 1] == tuple(before) and _is_form(row[end - 1], last):
            return " ".join(row[place:end])
    return row[place] if any(one in _known() for one in _bases(row[place])) else ""


def _is_form(word: str, entry: str) -> bool:
    return word == entry or (word[-1] == "s" and entry in _bases(word))


def _bases(word: str) -> tuple[str, ...]:
    """What a plural may be the plural of: 'marshes' of 'marsh', 'levies' of 'levy'; 'writes' is none of 'writ'."""
    if not word.endswith("s"):
        return ()
    one = (word[:-1], *((word[:-2],) if word.endswith(_ES) else ()))
    return (*one, f"{word[:-3]}y") if word.endswith("ies") else one


def _said(entry: str, low: str, text: str) -> str:
    """The words as printed, in the singular; '' where marks part them, or where they are a piece of a name."""
    at = low.find(entry)
    while at >= 0 and (low[at - 1 : at].isalnum() or low[at + len(entry) : at + len(entry) + 1].isalnum()):
        at = low.find(entry, at + 1)
    if at < 0:
        return ""
    printed, after = text[at : at + len(entry)], text[at + len(entry) :]
    opens = _SENTENCE.search(text[max(at - 2, 0) : at]) is not None
    proper = _singular(entry, entry) in _proper()
    capital = printed[0].isupper() and not proper and not (opens and printed[1:].islower())
    if capital and (" " not in entry or re.match(r" [A-Z]", after) or re.search(r"[A-Z][\w’-]* $", text[:at])):
        return ""
    return _singular(printed.lower() if opens and printed[1:].islower() and not proper else printed, entry)


def _singular(printed: str, entry: str) -> str:
    """'salt marshes' as 'salt marsh'; 'subsidies' as they stand, since no letter of a text is changed."""
    if entry in _known():
        return printed
    found = next((one for one in _bases(entry) if one in _known() and entry.startswith(one)), entry)
    return printed[: len(printed) - (len(entry) - len(found))]


@cache
def _by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The first word of entries to their words, the longest first."""
    held: dict[str, list[tuple[str, ...]]] = {}
    for entry in _known():
        row = tuple(entry.split())
        held.setdefault(row[0], []).append(row)
    return {word: tuple(sorted(rows, key=lambda row: (-len(row), row))) for word, rows in held.items()}


@cache
def _known() -> frozenset[str]:
    """The entries in small letters."""
    return words.data("glossary-en") | _proper()


@cache
def _proper() -> frozenset[str]:
    """Those that are names: 'Medicaid'."""
    return frozenset(entry.lower() for entry in words.data("glossary-en") if entry[0].isupper())


def capitals(text: str) -> Iterator[tuple[str, float]]:
    """Short forms that nobody spells out: 'RTT', 'H&G'; no heading, no word that is shouted, no number of a king."""
    if text.isupper() or _SHOUTED.search(text):
        return
    for found in _CAPITALS.finditer(text):
        short = found["short"]
        if short not in words.data("short-forms-en") and not _ROMAN.fullmatch(short) and _is_no_word(short.lower()):
            yield short, _SHORT


def _is_no_word(word: str) -> bool:
    return (
        word not in words.data("common-en") and word not in words.data("stop-en") and not rare.is_plain_compound(word)
    )

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
_SENTENCE = re.compile(r"(?:^|[.!?:•–—] ?|[“‘\"(])$")


def listed(text: str) -> Iterator[tuple[str, float]]:
    """The terms of a text that stand in the list, the longest at each place, and how much each tells."""
    row, reach = lowered(text).row, _reach()
    low, place = "", 0
    while place < len(row):
        word = row[place]
        entry = _entry(row, place, reach.get(word, 1)) if word in reach or word[:-1] in reach else ""
        place += entry.count(" ") + 1
        low = low or (text.lower().replace("’", "'") if entry else "")
        said = _said(entry, low, text) if entry else ""
        if said:
            single = _KNOWN if said.lower() in words.data("common-en") else _SINGLE
            yield said, _WORDY if " " in said or "-" in said else single


def is_listed(term: str) -> bool:
    """Whether a term is a field's own word, and so nobody's coinage."""
    return _singular(term.lower(), term.lower()) in _known()


def _entry(row: tuple[str, ...], place: int, most: int) -> str:
    """The longest entry that begins at a word, as the text has it."""
    for size in range(min(most, len(row) - place), 0, -1):
        said = " ".join(row[place : place + size])
        if _singular(said, said) in _known() or (said.endswith("ies") and f"{said[:-3]}y" in _known()):
            return said
    return ""


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
    known = _known()
    return next((printed[:-cut] for cut in (1, 2) if entry not in known and entry[:-cut] in known), printed)


@cache
def _reach() -> dict[str, int]:
    """How many words the longest entry has that begins with a word."""
    held: dict[str, int] = {}
    for entry in _known():
        first, _, rest = entry.partition(" ")
        held[first] = max(held.get(first, 1), rest.count(" ") + 2 if rest else 1)
    return held


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

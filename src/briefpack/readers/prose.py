"""How a line of a page reads: as the article's prose, or as one of the things around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefpack.readers import dates, furniture, people
from briefpack.readers.blocks import Block
from briefpack.text.lists import load
from briefpack.text.plain import plain

PROSE, SENTENCE, SHORT = "prose", "sentence", "short line"
LISTED, BEGINNING, STAMP, FORM, CUT = "listed", "beginning", "stamp", "form", "cut off"

_END = re.compile(r"[.!?:。！？][\"'”’»)\]]*(?:\[\d+\])*$")
_CUT = re.compile(r"(?:\.\.\.|…|\[…\])\]?$")
_SAYS = re.compile(r"[^.:]{2,40} (?:says|said|wrote|writes|schreibt|schrieb|dice|dit|disse|diz)(?: on [^:]{4,40})?:")
_CLOCK = re.compile(
    r"\b\d{1,2}:\d{2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d\b|"
    r"\b\d{1,3} ?(?:[mhd]|mins?|minutes?|hours?|days?|weeks?|months?|years?) ago\b|"
    r"\bil y a \d|\bvor \d{1,3} (?:Minuten|Stunden|Tagen)\b|\bhace \d|\bhá \d",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_STAMP = 12  # words
_SPOKEN = 8  # a line with a clock time, a full stop and more words is a sentence
_LEAST_PROSE = 7
_LEAST_SENTENCE = 3
_LONG = 25  # words that are prose without a full stop
_PROSE_SHARE, _SENTENCE_SHARE = 0.3, 0.15  # of function words
_UNKNOWN_SHARE = 0.4  # is taken for a language without a list
_WORDS_A_SIGN = 40  # of a form; a short one must still hold two
_LEAST_SIGNS = 2


def words(text: str) -> int:
    """Words between spaces; in scripts without spaces two signs count as one."""
    return len(text.split()) + sum(character >= "\u2e80" for character in text) // 2


def kind(block: Block, language: str) -> str:
    """PROSE, SENTENCE or SHORT, or what of a page's furniture a block is: the constants of this module."""
    text, count = block.text, words(block.text)
    if furniture.begins_another(text):
        return BEGINNING
    if furniture.listed(text):
        return LISTED
    ends = bool(_END.search(text)) and not _CUT.search(text)
    if count <= _LONGEST_STAMP and not (ends and count > _SPOKEN) and _is_stamp(text):
        return STAMP
    if len(_signs().findall(plain(text))) >= max(_LEAST_SIGNS, count / _WORDS_A_SIGN):
        return FORM
    return _told_by_looks(text, count, ends, _share(text, language))


def _told_by_looks(text: str, count: int, ends: bool, share: float) -> str:
    if share >= _PROSE_SHARE and (count >= _LONG or (ends and count >= _LEAST_PROSE)):
        return PROSE
    if _CUT.search(text):
        return CUT
    return SENTENCE if ends and count >= _LEAST_SENTENCE and share >= _SENTENCE_SHARE else SHORT


def _is_stamp(text: str) -> bool:
    """'3 hours ago', 'By Jane Doe', 'Nov 18, 2019 at 6:34 am', 'jan77 says:'."""
    return bool(dates.date_line(text) or _CLOCK.search(text) or people.byline(text) or _SAYS.fullmatch(text))


def _share(text: str, language: str) -> float:
    """How many of the words are function words, 0 to 1."""
    known = _function_words(language)
    found = _WORD.findall(text.lower())
    return sum(word in known for word in found) / max(1, len(found)) if known else _UNKNOWN_SHARE


@cache
def _function_words(language: str) -> frozenset[str]:
    """The parts too: 'doesn' and 't' of 'doesn't'."""
    return frozenset(part for word in load(f"stop-{language}") for part in re.split(r"['’]", word))


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(load('clean-forms'), key=len, reverse=True)))})\b", re.I)


def stretch(weights: Sequence[float]) -> tuple[int, int]:
    """Start and end of the run with the greatest sum, the first one of equals; (0, 0) if all are negative."""
    best, found = 0.0, (0, 0)
    total, start = 0.0, 0
    for at, weight in enumerate(weights):
        total += weight
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best:
            best, found = total, (start, at + 1)
    return found

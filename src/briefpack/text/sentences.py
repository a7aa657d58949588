"""Text to sentences: a pattern for places that may end one, and a list of reasons why they do not."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefpack.text.language import function_words
from briefpack.text.lists import load

# A stop with what closes behind it (quotation marks, brackets, a note's number), white space, and what opens the next
# sentence. Between two words that a page ran together ('ended.The next') the white space may be missing.
_STOP = re.compile(
    r"""(?P<stop>[.!?…]+|[。！？])
        (?P<closing>(?:[\s\u202f\u00a0]?»|["'”’“)\]])*(?:\[\d{1,3}\])*)
        (?P<space>\s+|(?<=[。！？])|(?=[A-Z][a-z]*\ [a-z]))
        (?P<opening>["'“‘„«»(\[¿¡–—-]*\s?)
        (?=(?P<next>[\w$€£§#@]))""",
    re.VERBOSE,
)
_INNER = re.compile(r"[.!?…。！？]")
_CLOSING = ".!?…。！？\"'”’)] \u202f\u00a0»"
"""A text that has no stop but before these is one sentence."""
_LAST_WORD = re.compile(r"[^\s\"'“”‘’„«»()\[\]–—]*$")
_FIRST_WORD = re.compile(r"[\w’']+")
_INITIAL = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*", re.ASCII)
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})")
_NAMES = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,5}(?P<verb>[a-zß]+)")
_LABELLED = re.compile(r"\s*[^\W\d_]+\s\d+(?:\.\d+)?")
_ORDINAL = re.compile(r"\d{1,2}|[IVX]{1,5}")
_LONGEST_ABBREVIATION = 2  # words: 'z. B.', 'p. ej.'


class _Place(NamedTuple):
    """A stop that may end a sentence."""

    before: str
    """The sentence so far, without the stop."""
    word: str
    """Its last word, without the stop."""
    stop: str
    closing: str
    joined: bool
    """True where no white space follows."""
    after: str
    """The text from the next sentence's first letter on."""


@lru_cache(maxsize=16384)
def split(text: str, language: str = "en") -> tuple[str, ...]:
    """Cut a paragraph into its sentences, verbatim but for white space at their ends.

    A closing quotation mark belongs to the sentence before it. A quotation of several sentences is cut too.
    """
    if not _INNER.search(text.rstrip(_CLOSING)):
        return (text.strip(),) if text.strip() else ()
    found, start = [], 0
    for place in _STOP.finditer(text):
        if place.start() >= start and _ends(_look(text, start, place), language):
            found.append(text[start : place.end("closing")].strip())
            start = place.start("opening")
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def _look(text: str, start: int, found: re.Match[str]) -> _Place:
    before = text[max(start, found.start() - 60) : found.start()]
    word = _LAST_WORD.search(before)
    after = text[found.start("next") : found.start("next") + 80]
    joined = not found["space"] and found["stop"] not in "。！？"
    return _Place(before, word[0] if word else "", found["stop"], found["closing"], joined, after)


def _ends(place: _Place, language: str) -> bool:
    first = place.after[0]
    if place.stop in "。！？":
        return True
    numbered = place.after[1:2] == ")"  # '(b) The state may appeal.'
    if (first.islower() and not numbered) or (place.joined and not _opens(place, language)):
        return False
    if place.stop in ("…", "...", "....", "…."):
        return _opens(place, language) or bool(place.closing)
    if "!" in place.stop or "?" in place.stop:
        return not _names_speaker(place)
    return place.closing.strip(".") != "" or not _abbreviates(place, language)


def _opens(place: _Place, language: str) -> bool:
    """Whether the next word is one that opens sentences: a function word with a capital."""
    word = _FIRST_WORD.match(place.after)
    first = re.split("[’']", word[0])[0].lower() if word else ""
    return first in function_words(language)


def _names_speaker(place: _Place) -> bool:
    # "Will it hold?" Okoye asked.
    found = _NAMES.match(place.after) if place.closing else None
    return bool(found and found["verb"] in load("sentences-speech"))


def _abbreviates(place: _Place, language: str) -> bool:
    if place.before.strip() == place.word and _NUMBER.fullmatch(place.word):
        return True  # '1. Town and county …': the number of a list item or a heading
    if _LABELLED.fullmatch(place.before) and place.before.split()[0].lower() in load("sentences-labels"):
        return True  # 'Figure 2. Wells tested …'
    if language == "de" and _ORDINAL.fullmatch(place.word):
        return not _opens(place, language)
    kind = _kind(place, language)
    if kind == "never":
        return True
    if kind == "figure":
        return place.after[0].isdigit() or (place.after[0] in "$€£§IVXLC" and not _opens(place, language))
    return kind == "perhaps" and not _opens(place, language)


def _kind(place: _Place, language: str) -> str:
    """'never', 'perhaps', 'figure' as the lists say, 'perhaps' for initials ('Ruth M. Okoye'), else ''."""
    known = _abbreviations(language)
    words = place.before.split(" ")
    for count in range(_LONGEST_ABBREVIATION, 0, -1):
        form = " ".join(words[-count:]).lstrip("(\"'“‘„«[—–") + "."
        if form in known:
            return known[form]
    return "perhaps" if _INITIAL.fullmatch(place.word) else known.get(place.word.rpartition("-")[2] + ".", "")


@cache
def _abbreviations(language: str) -> dict[str, str]:
    """Abbreviation to kind. English titles and months ('Mr.', 'Oct.') count everywhere; its own list wins."""
    kinds = {"#": "figure", "?": "perhaps"}
    found: dict[str, str] = {}
    english = (entry for entry in load("sentences-en") if language == "en" or entry[0].isupper())
    for entry in (*english, *load(f"sentences-{language}")):
        form, _, mark = entry.rpartition(" ")
        found[form if mark in kinds else entry] = kinds.get(mark, "never")
    return found

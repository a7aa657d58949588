"""Which language a text is in, as far as its script tells, and which way it runs."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from briefpack import messages
from briefpack.messages import tongue

_REGIONS = {
    "ar": "ar-SA", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES",
    "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR", "he": "he-IL", "hi": "hi-IN", "hu": "hu-HU", "it": "it-IT",
    "ja": "ja-JP", "ko": "ko-KR", "nl": "nl-NL", "no": "nb-NO", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO",
    "ru": "ru-RU", "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR", "uk": "uk-UA", "ur": "ur-PK", "vi": "vi-VN",
    "zh": "zh-CN",
}  # fmt: skip
"""Spelling checkers want a region."""

_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), ("ja",)),
    (re.compile("[\uac00-\ud7af]"), ("ko",)),
    (re.compile("[\u3400-\u9fff]"), ("zh", "ja")),
    (re.compile("[\u0600-\u06ff]"), ("ar", "fa", "ur")),
    (re.compile("[\u0590-\u05ff]"), ("he",)),
    (re.compile("[\u0400-\u04ff]"), ("ru", "uk", "bg", "sr", "mk", "be", "kk")),
    (re.compile("[\u0370-\u03ff]{2}"), ("el",)),
)
"""A script, and the languages that are written in it: the deck's own if among them, else the first."""
_FOREIGN = re.compile(
    "(?P<east>[\u3040-\u30ff\u3400-\u9fff])|(?P<korean>[\uac00-\ud7af])|(?P<arabic>[\u0600-\u06ff\ufb50-\ufdff])"
    "|(?P<hebrew>[\u0590-\u05ff])|(?P<cyrillic>[\u0400-\u04ff])|(?P<greek>[\u0370-\u03ff])"
)
_SPEAKING = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0590-\u06ff\ufb50-\ufdff\u0370-\u04ff]")
"""Any of these letters."""


def language_of(text: str, language: str) -> str:
    """The language tag of a text in a deck of this language: another script speaks for itself."""
    for script, languages in _SCRIPTS:
        if script.search(text):
            return region(language if language in languages else languages[0])
    return region(tongue(text) or language)


def foreign(text: str) -> bool:
    """Whether any of its letters belong to a script that speaks for a language."""
    return _SPEAKING.search(text) is not None


def stretches(text: str, language: str) -> list[str]:
    """A text in parts of one language each: a name in another script is spelled and read aloud by its own rules."""
    if not foreign(text):
        return [text]
    parts: list[tuple[str, str]] = []
    for character in text:
        found = _FOREIGN.match(character)
        script = found.lastgroup or "" if found else "own" * character.isalpha()
        if parts and (not script or parts[-1][0] in ("", script)):
            parts[-1] = (script or parts[-1][0], parts[-1][1] + character)
        else:
            parts.append((script, character))
    return ["".join(part for _, part in same) for _, same in groupby(parts, lambda one: language_of(one[1], language))]


def region(language: str) -> str:
    """A language with its region: 'fr' is 'fr-FR'."""
    spoken = messages.spoken()
    return (language == spoken.code and spoken.region) or _REGIONS.get(language, language or "en-US")


def right_to_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that runs to the left."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False

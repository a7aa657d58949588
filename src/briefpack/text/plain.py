"""Text made safe on the way in, and made plain for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = "\xad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Soft hyphens, joints without width, signs of direction, byte order marks."""
# Controls but tab and line feed, what nobody sees, lone surrogates, noncharacters.
_UNWANTED = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f{_UNSEEN}\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_PLAIN = str.maketrans(
    {
        "’": "'", "‘": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "−": "-",
        "…": "...", **dict.fromkeys(_UNSEEN),
    }
)  # fmt: skip


def clean_text(raw: str) -> str:
    """NFC with plain line ends, without control characters, lone surrogates, bidi controls and soft hyphens."""
    text = _UNWANTED.sub("", _LINE_END.sub("\n", raw))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Quotes, dashes and spaces made plain, what nobody sees taken out: for comparing, never for printing."""
    return fold(text.translate(_PLAIN))


def fold(text: str) -> str:
    """Runs of white space made one space, none at the ends."""
    return " ".join(text.split())

"""Text made safe on the way in, and made plain for comparing."""

from __future__ import annotations

import re
import unicodedata

# Controls but tab and line feed, lone surrogates, soft hyphens, bidi controls, byte order marks, noncharacters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_PLAIN = str.maketrans(
    {
        "’": "'", "‘": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "−": "-",
        "…": "...", "\xad": None, "\u200b": None,
    }
)  # fmt: skip


def clean_text(raw: str) -> str:
    """NFC with plain line ends, without control characters, lone surrogates, bidi controls and soft hyphens."""
    text = _UNWANTED.sub("", _LINE_END.sub("\n", raw))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """Typographic quotes, dashes and spaces made plain, white space folded: for comparing, never for printing."""
    return fold(text.translate(_PLAIN))


def fold(text: str) -> str:
    """Runs of white space made one space, none at the ends."""
    return " ".join(text.split())

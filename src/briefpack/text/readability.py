"""How hard an English text is to read: the grade of Flesch and Kincaid, from sentences, words and syllables.

Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of New Readability Formulas for Navy Enlisted
Personnel, Naval Technical Training Command, Research Branch Report 8-75. Syllables are counted by rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from briefpack.text import words

_LETTERS = re.compile(r"[^a-z]")
_GROUPS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:(?:[^aeiouyl]|[aeiouy]l)e|[gq]ues?|(?:[^aeiouyltd]|[aeiouy]l)ed|(?:[^aeiouylcgszxh]|[aeiouy]l|th)es"
    r"|[^aeiouyl]e(?:ly|ment|ments|ful|less))$"
)
"""'make', 'league', 'walked', 'rules', 'safely': the e is not heard; it is in 'table', 'settled', 'faces'."""
_SPLIT = re.compile(
    r"(?<![cst])ia(?!ge)|i(?:o(?![nu])|um|et(?!h))|[rvb]iou|(?:sc|cl)ien|[aeou]y?ing$|(?<!p)eo(?!u|n$)|eum|oe[mt]"
    r"|[^gq]ua(?=[lrt])|[^gq]ue(?=[nl])|^(?:the|cre|recre)a(?=t)|^reali|^lion|sms?$"
)
"""'media', 'radio', 'serious', 'being', 'video', 'actual', 'tourism': two where one group of vowels stands."""
_SHORT_NOT = re.compile(r"[^aeiou]n['’]t$", re.IGNORECASE)
"""'didn't' has two."""
_OWN = {"business": 2, "businesses": 3, "every": 2, "everyone": 3, "everything": 3, "area": 3, "areas": 3, "idea": 3}
"""Heard otherwise than they are written."""


def grade(sentences: Iterable[str]) -> float | None:
    """School years in the United States that a reader needs: 8.4; None for a text without words."""
    rows = [row for sentence in sentences if (row := words.words(sentence))]
    count = sum(map(len, rows))
    if not count:
        return None
    heard = sum(syllables(word) for row in rows for word in row)
    return 0.39 * count / len(rows) + 11.8 * heard / count - 15.59


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """How many are heard, at least one: 'harbour' 2, 'table' 2, 'walked' 1, 'media' 3."""
    bare = _LETTERS.sub("", word.lower())
    if bare in _OWN:
        return _OWN[bare]
    heard = len(_GROUPS.findall(bare)) + len(_SPLIT.findall(bare)) + bool(_SHORT_NOT.search(word))
    return max(1, heard - bool(_SILENT.search(bare)))

"""What a number counts: the words after it, up to one that cannot belong to them."""

from __future__ import annotations

import re

from briefpack.text import words
from briefpack.text._spelled import amount

_OF_ALL = re.compile(r"\s+of (?:the |its |their |all )?(?:[\w-]+['’]s? )?\d[\d,]*(?=\s[a-z])")
"""'210 of the county's 305 fire engines' counts fire engines."""
_COUNTED = re.compile(
    r"\s+(?:more |fewer |extra |additional )?"
    r"(?P<of>(?:of|de|von)\s+(?:the\s+|all\s+|its\s+|their\s+|nos\s+|les\s+|los\s+|las\s+|der\s+|den\s+)?"
    r"(?:[\w-]+['’]s\s+)?)?"
    r"(?P<words>[^\W\d_][\w’'-]*(?:\s+(?:and\s+|of\s+)?[^\W\d_][\w’'-]*){0,4})"
)


def counts(after: str, kind: str, language: str) -> str:
    """The words after a number up to one that cannot belong to what it counts."""
    whole = _OF_ALL.match(after)
    after = after[whole.end() :] if whole else after
    found = _COUNTED.match(after)
    bare = kind in ("share", "measure") or (kind == "money" and language != "en")
    if not found or (bare and not (found["of"] or whole)):
        return ""
    kept: list[str] = []
    for word in found["words"].split():
        if len(word) == 1 and word.isupper():
            return ""  # 'of the total U.S. harvest' is cut at its first stop
        if _ends_count(word, kept, language):
            break
        kept.append(word)
    if _is_verb(kept, after[found.end("words") - len(found["words"]) :], kind):
        kept.pop()
    while kept and (kept[-1] in ("and", "of", *words.data("comparing-en")) or kept == ["those"]):
        kept.pop()
    if kind == "count" and len(kept) == 1 and kept[0] in words.data("levels-en"):
        return ""
    return " ".join(_one_thing(kept))


def _is_verb(kept: list[str], rest: str, kind: str) -> bool:
    """'300 patients lasts …', '$73 million includes the …': a form in -s after a noun in -s, or before its object."""
    if not kept or not kept[-1].endswith("s") or not kept[-1].islower():
        return False
    after = rest.partition(kept[-1])[2].split()
    if not after or rest.partition(kept[-1])[2][:1] in (",", ".", ";", ":"):
        return False
    takes = after[0].strip(".,").lower() in words.data("objects-en")
    return takes and (kind == "money" or (len(kept) > 1 and _plural(kept[-2])))


def _one_thing(kept: list[str]) -> list[str]:
    """'injuries and deaths', 'wheat and barley'; of 'letters and look' only the letters."""
    cut = kept.index("and") if "and" in kept[1:] else 0
    return kept[:cut] if cut and _plural(kept[cut - 1]) and not _plural(kept[-1]) else kept


def _plural(word: str) -> bool:
    return word.lower() in words.data("plurals-odd-en") or (
        len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )


def _ends_count(word: str, kept: list[str], language: str) -> bool:
    """A function word, or after a noun a verb: 'homes were', 'people met', 'visit underlining'."""
    if word.lower() in words.data("uncounted-en") or word.lower() in words.data(f"stop-{language}"):
        return not (kept and word in ("and", "of")) and not (not kept and word == "those")
    if word.endswith(("’s", "'s")) or amount(word) > 1:
        return True
    verb = word in words.data("verbs-en") or word in words.data("finite-en") or word.endswith(("ed", "ing"))
    after_noun = language == "en" and bool(kept) and _plural(kept[-1]) and not _plural(word)
    return bool(kept) and (verb or after_noun) and kept != ["those"]

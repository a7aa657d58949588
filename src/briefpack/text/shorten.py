"""Shorten a sentence by deleting what can go without changing what it says.

Only asides go: a leading connective, brackets, a pair of dashes, an apposition after a name, a
trailing ', which …'. A number, hedge, negation, condition, contrast or speaker never goes, and
nothing inside quotation marks is touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefpack.text import lists
from briefpack.text.alone import unconnected

_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_DASHES = re.compile(r"\s+[–—-]\s+[^–—]{3,}?\s+[–—-]\s+|—[^–—\s][^–—]{2,}?—")
_DASH = re.compile(r"\s[–—-]\s|—")
_LAST_DASH = re.compile(r"(?:\s+[–—-]\s+|—)[^–—]+(?=[.]$)")
_ALSO = re.compile(r"\b(?P<before>[\w’']+) also(?= [a-z])")
_ENDS = re.compile(r"[.](?:[”’\"'])?$")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def shorten(sentence: str, words: int) -> str | None:
    """The sentence in at most that many words, still a full sentence; None where no safe deletion gets there."""
    kept = _also(unconnected(" ".join(sentence.split())))
    if not _ENDS.search(kept) or not _whole(kept):
        return None
    for delete in (_brackets, _dashes, _tail, _aside, _last_dash, _brackets, _tail):
        if len(kept.split()) <= words:
            return kept
        kept = delete(kept)
    return kept if len(kept.split()) <= words else None


def has_verb(sentence: str) -> bool:
    """True where an English word of the sentence looks like a finite verb."""
    return bool(_verb().search(sentence))


def _brackets(sentence: str) -> str:
    return _without(sentence, _BRACKETS, "")


def _dashes(sentence: str) -> str:
    return _without(sentence, _DASHES, " ")


def _last_dash(sentence: str) -> str:
    """Delete what follows the only dash; after a second one the main clause would go on."""
    return _without(sentence, _LAST_DASH, "") if len(_DASH.findall(sentence)) == 1 else sentence


def _also(sentence: str) -> str:
    """'The port also needs dredging' loses nothing that stands in it; 'not only … but also' stays."""
    keep = re.search(r"\b(?:but|not only)\b", sentence)
    return sentence if keep else _replaced(sentence, _ALSO, lambda found: found["before"], "")


def _tail(sentence: str) -> str:
    """Delete the last ', which …', ', including …' or ', raising …' up to the full stop."""
    return _without(sentence, _tails(), "")


def _aside(sentence: str) -> str:
    """Delete ', a nurse at the clinic,' and ', which opened in May,' where a finite verb goes on after it."""
    return _without(sentence, _asides(), " ")


def _without(sentence: str, pattern: re.Pattern[str], gap: str) -> str:
    return _replaced(sentence, pattern, lambda _: gap, None)


def _replaced(sentence: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], part: str | None) -> str:
    """The first match that may go is replaced; unchanged where none may, or where the rest would be no sentence."""
    for found in pattern.finditer(sentence):
        gone = found[0] if part is None else part
        rest = sentence[: found.start()] + new(found) + sentence[found.end() :]
        if _may_go(gone) and not _quoted(sentence, found.start()) and _whole(rest) and _carries(rest):
            return re.sub(r"\s+(?=[,.;:])", "", rest)
    return sentence


def _may_go(part: str) -> bool:
    """No number, nothing guarded, no quotation and no half of one."""
    return not (re.search(r"\d|[“”\"?!;:]|n['’]t\b", part) or _guarded().search(part))


def _quoted(sentence: str, place: int) -> bool:
    before = sentence[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _whole(sentence: str) -> bool:
    """Quotation marks and brackets are closed."""
    return all(sentence.count(a) == sentence.count(b) for a, b in _PAIRS) and sentence.count('"') % 2 == 0


def _carries(sentence: str) -> bool:
    """It still opens with a capital and has at least five words with a verb among them."""
    return sentence[:1].isupper() and len(sentence.split()) >= 5 and has_verb(sentence)


@cache
def _guarded() -> re.Pattern[str]:
    return _any_of(lists.load("guarded-en"))


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lists.load('verbs-en'))}|are|do|[a-z]{{3,}}(?:ed|s))\b")


@cache
def _tails() -> re.Pattern[str]:
    """From the comma to the full stop, without another ', and' that could make it a list or a second predicate."""
    openers = "|".join(lists.load("tails-en"))
    return re.compile(rf",(?: and)? (?:{openers})\b(?:(?!, (?:and|while|as|but|or)\b)[^;:])*(?=[.]$)")


@cache
def _asides() -> re.Pattern[str]:
    opener = r"(?:an?|the|which|who|whose|where) [^,]+(?:, [^,]+)?"
    return re.compile(rf", {opener}, (?=(?:{'|'.join(lists.load('verbs-en'))})\b)")


def _any_of(entries: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, entries))})\b", re.IGNORECASE)

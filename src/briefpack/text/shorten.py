"""Shorten a sentence by deleting what can go without changing what it says.

Only asides go: a leading connective, brackets, a pair of dashes, an apposition after a name, a
trailing ', which …'. A number, hedge, negation, condition, contrast or speaker never goes, and
nothing inside quotation marks is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefpack.text import cuts, entries, words
from briefpack.text.alone import unconnected

_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_DASHES = re.compile(r"\s+[–—-]\s+[^–—]{3,}?\s+[–—-]\s+|—[^–—\s][^–—]{2,}?—")
_DASH = re.compile(r"\s[–—-]\s|—")
_LAST_DASH = re.compile(r"(?:\s+[–—-]\s+|—)[^–—]+(?=[.]$)")
_ALSO = re.compile(r"(?<=[\w’']) also(?= [a-z])")
_COMMA = re.compile(r",(?: and)? (?=(?P<two>(?P<one>\w+)(?: \w+)?))")
_GOES_ON = re.compile(r"[;:]|, (?:and|while|as|but|or)\b")
_ASIDE = re.compile(r", (?:an?|the|which|who|whose|where) ")
_VERB = re.compile(r"\b(?:are|do|[a-z]{3,}(?:ed|s))\b")
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


def condense(sentence: str, words: int) -> str | None:
    """As `shorten`, and where that does not get there, without clauses that only say more; None if still too long."""
    kept = " ".join(sentence.split())
    for _ in range(4):
        short = shorten(kept, words)
        if short is not None:
            return short
        rest = next((rest for start, end in cuts.spans(kept) if _carries(rest := kept[:start] + kept[end:])), "")
        if not rest:
            return None
        kept = rest
    return None


def has_verb(sentence: str) -> bool:
    """True where an English word of the sentence looks like a finite verb."""
    return entries.holds(sentence, "verbs-en") or bool(_VERB.search(sentence))


def _brackets(sentence: str) -> str:
    return _cut(sentence, _spans(_BRACKETS, sentence), "")


def _dashes(sentence: str) -> str:
    return _cut(sentence, _spans(_DASHES, sentence), " ")


def _last_dash(sentence: str) -> str:
    """Delete what follows the only dash; after a second one the main clause would go on."""
    return _cut(sentence, _spans(_LAST_DASH, sentence), "") if len(_DASH.findall(sentence)) == 1 else sentence


def _also(sentence: str) -> str:
    """'The port also needs dredging' loses nothing that stands in it; 'not only … but also' stays."""
    keep = re.search(r"\b(?:but|not only)\b", sentence)
    return sentence if keep else _cut(sentence, _spans(_ALSO, sentence), "")


def _tail(sentence: str) -> str:
    """Delete the last ', which …', ', including …' or ', raising …' up to the full stop."""
    return _cut(sentence, _tails(sentence), "")


def _aside(sentence: str) -> str:
    """Delete ', a nurse at the clinic,' and ', which opened in May,' where a finite verb goes on after it."""
    return _cut(sentence, _asides(sentence), " ")


def _cut(sentence: str, spans: Iterable[tuple[int, int]], gap: str) -> str:
    """Without the first span that may go; unchanged where none may, or where the rest would be no sentence."""
    for start, end in spans:
        rest = sentence[:start] + gap + sentence[end:]
        if _may_go(sentence[start:end]) and not _quoted(sentence, start) and _whole(rest) and _carries(rest):
            return re.sub(r"\s+(?=[,.;:])", "", rest)
    return sentence


def _spans(pattern: re.Pattern[str], sentence: str) -> Iterable[tuple[int, int]]:
    return (found.span() for found in pattern.finditer(sentence))


def _tails(sentence: str) -> Iterator[tuple[int, int]]:
    """From a comma to the full stop, without a ', and' that could make it a list or a second predicate."""
    for found in _COMMA.finditer(sentence):
        opener = found["two"] if found["two"] in words.data("tails-en") else found["one"]
        tail = sentence[found.end() : -1]
        if opener in words.data("tails-en") and sentence.endswith(".") and not _GOES_ON.search(tail):
            yield found.start(), len(sentence) - 1


def _asides(sentence: str) -> Iterator[tuple[int, int]]:
    """From a comma to the next one or the one after it, the longer first."""
    for found in _ASIDE.finditer(sentence):
        commas = [comma.end() for comma in re.finditer(", ", sentence[found.end() :])][:2]
        for end in (found.end() + comma for comma in reversed(commas)):
            after = re.match(r"\w+", sentence[end:])
            if after and after[0] in words.data("verbs-en"):
                yield found.start(), end


def _may_go(part: str) -> bool:
    """No number, nothing guarded, no quotation and no half of one."""
    return not (re.search(r"\d|[“”\"?!;:]|n['’]t\b", part) or entries.holds(part, "guarded-en"))


def _quoted(sentence: str, place: int) -> bool:
    before = sentence[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _whole(sentence: str) -> bool:
    """Quotation marks and brackets are closed."""
    return all(sentence.count(a) == sentence.count(b) for a, b in _PAIRS) and sentence.count('"') % 2 == 0


def _carries(sentence: str) -> bool:
    """It still opens with a capital and has at least five words with a verb among them."""
    return sentence[:1].isupper() and len(sentence.split()) >= 5 and has_verb(sentence)

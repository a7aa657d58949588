"""Shorten a sentence by deleting what can go without changing what it says, and say what was deleted.

`shorten` deletes asides only: a leading connective, brackets, a pair of dashes, an apposition after a
name, a trailing ', which …'. `condense` deletes clauses that only say more as well. A hedge, negation, number,
condition, contrast or speaker never goes at all, and nothing inside quotation
marks is touched. `recorded` gives the same with its deletions, so that a reader can see the full sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from briefpack.text import alone, clauses, cuts, entries, sentences, words
from briefpack.text._cut_rules import cleft, goes_on, numbered, within_another
from briefpack.text._kept import Cut, Kept

_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_DASHES = re.compile(r"\s+[–—―-]\s+[^–—―]{3,}?\s+[–—―-]\s+|—[^–—―\s][^–—―]{2,}?—")
_DASH = re.compile(r"\s[–—―-]\s|—")
_LAST_DASH = re.compile(r"(?:\s+[–—―-]\s+|—)[^–—―]+(?=[.]$)")
_ALSO = re.compile(r"(?<=[\w’']) also(?= [a-z])")
_COMMA = re.compile(r",(?: and)? (?=(?P<two>(?P<one>\w+)(?: \w+)?))")
_GOES_ON = re.compile(r"[;:]|, (?:and|while|as|but|or|to|that)\b")
_ASIDE = re.compile(r", (?:an?|the|which|who|whose|where|[A-Z]\w+[’']s) ")
_BETWEEN = re.compile(r", (?P<word>[a-z]+(?: [a-z]+){0,3}),(?= (?P<next>[\w’'-]+))")
_VERB = re.compile(r"\b(?:are|do|[a-z]{3,}(?:ed|s))\b")
_ENDS = re.compile(r"[.](?:[”’\"'])?$")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_SUBORDINATE = re.compile(
    r"(?:Even )?(?:After|Although|As|Because|Before|If|Once|Since|Though|Unless|Until|When|Whenever|While)\b"
)
_ONLY_RELATIVE = re.compile(r"(?P<head>[^,]*), (?:which|who|whose|where) [^,]*")
_NUMBERED = re.compile(r"\d|[“”\"?!;:]|n['’]t\b")
_LONGEST = 160
"""Words of a sentence that is still read, of seven letters each with the space; nothing goes from a longer one."""
_CLAUSES = 5
_TRIES = 24


class Short(NamedTuple):
    """A sentence made shorter, and what went."""

    text: str
    cuts: tuple[Cut, ...]
    """In the order in which they went; places count in the full sentence with its white space folded."""


def shorten(sentence: str, words: int) -> str | None:
    """The sentence in at most that many words, still a full sentence; None where no safe deletion gets there."""
    found = recorded(sentence, words)
    return found.text if found else None


def condense(sentence: str, words: int) -> str | None:
    """As `shorten`, and where that does not get there, without clauses that only say more; None if still too long."""
    found = recorded(sentence, words, clauses_too=True)
    return found.text if found else None


@lru_cache(maxsize=2048)
def recorded(sentence: str, words: int, *, clauses_too: bool = False) -> Short | None:
    """As `shorten`, or with `clauses_too` as `condense`, with the deletions."""
    full = " ".join(sentence.split())
    if not (_ENDS.search(full) and _whole(full)):
        return None
    kept = Kept.whole(full)
    if full.count(" ") >= _LONGEST or len(full) > 7 * _LONGEST:
        return Short(full, ()) if kept.size <= words else None
    found = _whole_asides(full).within(words)
    if found is None and clauses_too and len(sentences.split(full)) == 1:
        found = _condensed(kept, words)
    return Short(found.text, found.cuts) if found else None


def has_verb(sentence: str) -> bool:
    """True where an English word of the sentence looks like a finite verb."""
    return entries.holds(sentence, "verbs-en") or bool(_VERB.search(sentence))


@lru_cache(maxsize=256)
def _whole_asides(full: str) -> _Asides:
    """Those of a full sentence, which is asked for in several lengths."""
    return _Asides(Kept.whole(full))


class _Asides:
    """A sentence without one aside after the other; each is looked for when the sentence is still too long without."""

    def __init__(self, kept: Kept) -> None:
        self._found = [_also(_connective(kept))]
        self._steps = iter(_FINDERS)

    def within(self, most: int) -> Kept | None:
        """Without as many asides as it takes; of two sentences nothing goes."""
        if self._found[0].size > most and len(sentences.split(self._found[0].text)) > 1:
            return None
        return next((kept for kept in self._all() if kept.size <= most), None)

    def _all(self) -> Iterator[Kept]:
        yield from self._found
        for find in self._steps:
            kept = self._found[-1]
            self._found.append(_all_brackets(kept) if find is _brackets else _cut(kept, find(kept.text)))
            yield self._found[-1]


def _condensed(kept: Kept, most: int) -> Kept | None:
    """Without clauses: the one whose going is enough and costs least, else the least telling, and again."""
    for _ in range(_CLAUSES):
        ways = [way for span in cuts.spans(kept.text) if _stands(way := kept.without(*span), kept)]
        enough = [short for way in ways if (short := _Asides(way).within(most))]
        if enough:
            return max(enough, key=lambda way: way.size)
        if not ways:
            return None
        kept = ways[0]
    return None


def _stands(way: Kept, before: Kept) -> bool:
    """Still a sentence, and one that leans on no other where it did not before."""
    return (
        _carries(way.text)
        and _whole(way.text)
        and _has_main(way.text)
        and not (alone.leans(way.text) and not alone.leans(before.text))
    )


def _has_main(sentence: str) -> bool:
    """'Once they knew the owner.' and 'The film, which was shown twice.' have lost their main clause."""
    found = _ONLY_RELATIVE.fullmatch(sentence)
    if found and not clauses.holds(found["head"]):
        return False
    first, *rest = sentence.split(", ")
    if not _SUBORDINATE.match(sentence):
        return bool(rest) or clauses.names(first) or clauses.carries(first)
    return any(clauses.holds(part) for part in rest)


def _connective(kept: Kept) -> Kept:
    """'However, rents rose' → 'Rents rose'."""
    rest = alone.unconnected(kept.text)
    length = len(kept.text) - len(rest)
    return kept.without(0, length, "leading connective") if length and rest[:1].isalnum() else kept


def _also(kept: Kept) -> Kept:
    """'The port also needs dredging' loses nothing that stands in it; 'not only … but also' stays."""
    keep = " also " not in kept.text or re.search(r"\b(?:but|not only)\b", kept.text)
    return kept if keep else _cut(kept, _spans(_ALSO, kept.text, "connective"))


def _all_brackets(kept: Kept) -> Kept:
    """One goes with the other: 'Ana Ruiz (Lima) and Omar Soto (Cusco)'."""
    for _ in range(_CLAUSES):
        rest = _cut(kept, _brackets(kept.text))
        if rest is kept:
            break
        kept = rest
    return kept


def _brackets(sentence: str) -> Iterable[cuts.Span]:
    return _spans(_BRACKETS, sentence, "parenthesis") if "(" in sentence or "[" in sentence else ()


def _dashes(sentence: str) -> Iterable[cuts.Span]:
    found = _spans(_DASHES, sentence, "aside between dashes")
    return (span for span in found if not within_another(sentence[: span.start]))


def _last_dash(sentence: str) -> Iterable[cuts.Span]:
    """What follows the only dash; after a second one the main clause would go on."""
    return _spans(_LAST_DASH, sentence, "aside after a dash") if len(_DASH.findall(sentence)) == 1 else ()


def _between(sentence: str) -> Iterator[cuts.Span]:
    """', however,' in the middle: with both commas beside a verb, else with one, 'In Peru, however, rents fell'."""
    for found in _BETWEEN.finditer(sentence):
        if found["word"] in words.data("connectives-en"):
            head = sentence[: found.start()]
            carried = (clauses.carries(head) or clauses.names(head)) and not found["next"].endswith("ing")
            both = clauses.may_be_finite(found["next"]) or carried
            yield cuts.Span(found.start(), found.end() - (not both), "connective")


def _tails(sentence: str) -> Iterator[cuts.Span]:
    """From a comma to the full stop, without a ', and' that could make it a list or a second predicate."""
    for found in _COMMA.finditer(sentence):
        opener = found["two"] if found["two"] in words.data("tails-en") else found["one"]
        tail = sentence[found.end() : -1]
        if opener in words.data("tails-en") and sentence.endswith(".") and not (_GOES_ON.search(tail) or goes_on(tail)):
            kind = (
                "non-restrictive clause" if opener.startswith("wh") else "examples" if opener in _EXAMPLES else "tail"
            )
            if not (kind.startswith("non") and cleft(sentence[: found.start()])):
                yield cuts.Span(found.start(), len(sentence) - 1, kind)


_EXAMPLES = ("including", "such as", "particularly", "especially", "notably")


def _appositions(sentence: str) -> Iterator[cuts.Span]:
    """', a nurse at the clinic,' and ', which opened in May,' where a finite verb goes on: the longer first."""
    for found in islice(_ASIDE.finditer(sentence), _TRIES):
        head = sentence[: found.start()]
        if clauses.carries(clauses.last(head)) or not clauses.complete(head) or not clauses.names(head):
            continue
        commas = [comma.end() for comma in islice(re.finditer(", ", sentence[found.end() :]), 4)]
        for end in (found.end() + comma for comma in reversed(commas)):
            after = re.match(r"[\w’']+", sentence[end:])
            if after and clauses.may_be_finite(after[0]) and _one_aside(sentence[found.end() : end - 2]):
                kind = "non-restrictive clause" if " wh" in found[0] else "apposition"
                yield cuts.Span(found.start(), end - 2 * within_another(head), kind)


def _one_aside(part: str) -> bool:
    """False where the sentence's own verb stands in it: 'a nurse, said Ruiz, who was ill'."""
    _, *rest = part.split(", ")
    return not any(clauses.holds(each) and not each.startswith(("who", "which", "where")) for each in rest)


def _cut(kept: Kept, spans: Iterable[cuts.Span]) -> Kept:
    """Without the first span that may go; unchanged where none may, or where the rest would be no sentence."""
    for span in islice(spans, _TRIES):
        part = kept.text[span.start : span.end]
        if not (span.kind == "connective" or _may_go(part)) or _quoted(kept.text, span.start):
            continue
        rest = kept.without(*span)
        if _whole(rest.text) and _carries(rest.text) and _has_main(rest.text):
            return rest
    return kept


def _spans(pattern: re.Pattern[str], sentence: str, kind: str) -> Iterator[cuts.Span]:
    return (cuts.Span(*found.span(), kind) for found in pattern.finditer(sentence))


def _may_go(part: str) -> bool:
    """No number, nothing guarded, no quotation and no half of one."""
    held = entries.holds(part, "guarded-en") or clauses.survives(part)
    return not (_NUMBERED.search(part) or numbered(part) or held)


def _quoted(sentence: str, place: int) -> bool:
    before = sentence[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or "''" in before


def _whole(sentence: str) -> bool:
    """Quotation marks and brackets are closed."""
    return all(sentence.count(a) == sentence.count(b) for a, b in _PAIRS) and not any(
        sentence.count(mark) % 2 for mark in ('"', "''")
    )


def _carries(sentence: str) -> bool:
    """It still opens with a capital and has at least five words with a verb among them."""
    opened = sentence.lstrip('“"‘')[:1].isupper()
    return opened and len(sentence.split()) >= 5 and (has_verb(sentence) or clauses.holds(sentence))


_FINDERS = (_brackets, _between, _dashes, _tails, _appositions, _last_dash, _brackets, _tails)

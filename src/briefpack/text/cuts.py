"""Deletions after which the sentence says less, and what it still says it said before.

What goes tells more of one thing ('a deal that would end the duties' → 'a deal'), or is the second of
two things told. Under a negation, a condition or a bound that would not hold, so there nothing goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.text import entries, lists, words

_RELATIVE = re.compile(
    r"\b(?P<before>[\w’'-]+) an? (?:[\w’'-]+ ){1,4}?(?P<cut>(?:that|which|who) (?:[\w’'-]+ )?[\w’'-]+.*)(?=[.]$)"
)
_IN_WHICH = re.compile(r"(?<=[\w’])(?:,? in which|,? in what) [^;:–—]*(?=[.]$)")
_COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "as", "like", "than", "become", "became", "remains"})
_TAIL = re.compile(r", (?P<word>[a-z]+ing) ")
_REASON = re.compile(r", as ")
_HAVE = frozenset({"is", "are", "have", "has"})
_ASIDE = re.compile(r", (?:where|which|who|whose) ")
_USE = re.compile(
    r"(?<=[a-z]{3}[a-rt-z]s) for [a-z]+ing\b[^,;:–—]*(?=[.]$)|(?<=\w) in (?:all|each|every) [^,;:–—]*(?=[.]$)"
)
_PARTICIPLE = re.compile(r"(?<= )(?P<before>[\w’'-]+) (?P<participle>[a-z]+ing) ")
_NO_NOUN = frozenset(
    "by of for in from after before without while when to and or is are was were be been keep keeps kept start started"
    " begin began stop stopped on at with about against than as not".split()
)
_AIM = re.compile(r", (?:in order )?to [a-z]+ [^,;:–—]+(?=[.]$)")
_SECOND = re.compile(r",? and (?:also |later |then )?(?P<verb>[a-z]+)\b[^;:]*(?=[.]$)")
_CLAUSE = re.compile(r", (?:and|while) (?P<said>[^,;:]*)(?=[.]$)")
_LIMITS = frozenset("but yet although though however only not no never unless if despite without nor neither".split())
_JOURNEY = re.compile(
    r"\b(?:join|fly|flew|flying|travel|travell?ed|travell?ing|arriv(?:e|ed|ing)|gather(?:ed|ing)?|met?|meet|return(?:ed|ing)?"
    r"|visit(?:ed|ing)?|c[ao]me|w[ei]nt|go|going)\b(?P<between>[^,;:–—]*?)(?P<cut> to (?:[a-z]+) [^,;:–—]+)(?=[.]$)"
)
_MARK = re.compile(r"[,;:–—]")
_NOT = re.compile(r"n['’]t\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def spans(sentence: str) -> Iterator[tuple[int, int]]:
    """What may go from a sentence that ends in a full stop, the least telling first."""
    if not sentence.endswith(".") or _QUOTED.search(sentence[-3:]):
        return
    for find in _KINDS:
        for start, end in find(sentence):
            if _closed(sentence[:start]) and _closed(sentence[start:end]):
                yield start, end


def limited(before: str) -> bool:
    """True where a word stands before that a weaker statement would not survive: 'no', 'if', 'only', 'all'."""
    return entries.holds(before, "limits-en") or bool(_NOT.search(before))


def _aims(sentence: str) -> Iterator[tuple[int, int]]:
    """'…, to give the town time': after a comma it is no part of the verb."""
    yield from (found.span() for found in _AIM.finditer(sentence))


def _participles(sentence: str) -> Iterator[tuple[int, int]]:
    """'…, pushing for talks and lifting the ban', '…, adding that the roads were closed': told besides."""
    for found in _TAIL.finditer(sentence):
        opens = found["word"] in words.data("tails-en") or found["word"] in words.data("speaking-en")
        if opens and not _goes_on(sentence[found.end() : -1]) and not _limiting(sentence[found.start() :]):
            yield found.start(), len(sentence) - 1


def _reasons(sentence: str) -> Iterator[tuple[int, int]]:
    """'…, as floods have washed away the road'; never '…, as the judge wrote', which says who holds it."""
    for found in _REASON.finditer(sentence):
        row = sentence[found.end() : -1].split()
        said = any(word.strip(",") in words.data("speech.verbs") for word in row)
        told = len(row) > 4 and any(_is_finite(word) or word in _HAVE for word in row)
        if told and not said and not _limiting(sentence[found.start() :]):
            yield found.start(), len(sentence) - 1


def _adjuncts(sentence: str) -> Iterator[tuple[int, int]]:
    """'… amid protests', '… in response to the drought', after a verb and four words at least."""
    last = max(sentence.rfind(", ", 0, -1), 0)
    for entry in lists.load("adjuncts-en"):
        place = sentence.find(f" {entry} ", last)
        head = sentence[: max(place, 0)].rstrip(",")
        if len(head.split()) > 4 and not _MARK.search(sentence, place) and not limited(head):
            yield len(head), len(sentence) - 1


def _relatives(sentence: str) -> Iterator[tuple[int, int]]:
    """'agreed on a deal that would end the duties'; 'is a man who …' says nothing without it."""
    for found in _RELATIVE.finditer(sentence):
        if found["before"] not in _COPULAS and not limited(sentence[: found.start("cut")]):
            yield found.start("cut") - 1, found.end("cut")


def _asides(sentence: str) -> Iterator[tuple[int, int]]:
    """'…, where she met the mayor, Ana Silva, and two nurses': up to the full stop, with no verb after its commas."""
    for found in _ASIDE.finditer(sentence):
        if not _goes_on(sentence[found.end() : -1]) and not _limiting(sentence[found.start() :]):
            yield found.start(), len(sentence) - 1


def _manners(sentence: str) -> Iterator[tuple[int, int]]:
    """'ended a visit in which she met the union', 'went home in what looked like a retreat'."""
    for found in _IN_WHICH.finditer(sentence):
        if not limited(sentence[: found.start()]) and not _limiting(found[0]):
            yield found.span()


def _reduced(sentence: str) -> Iterator[tuple[int, int]]:
    """'a visit marking the end of the war': what a thing did."""
    for found in _PARTICIPLE.finditer(sentence):
        known = found["participle"] in words.data("tails-en") and found["before"] not in _NO_NOUN
        if known and not _MARK.search(sentence, found.end()) and not limited(sentence[: found.start("participle")]):
            yield found.end("before"), len(sentence) - 1


def _uses(sentence: str) -> Iterator[tuple[int, int]]:
    """'common rules for measuring the yield', 'opened a clinic in every town': what things are for, and how far."""
    for found in _USE.finditer(sentence):
        if not limited(sentence[: found.start()]):
            yield found.span()


def _journeys(sentence: str) -> Iterator[tuple[int, int]]:
    """'is flying to Oslo to sign the lease': what for, after a verb of going or meeting and a place."""
    for found in _JOURNEY.finditer(sentence):
        if re.search(r"[A-Z]\w+$", found["between"]) and not limited(sentence[: found.start("cut")]):
            yield found.span("cut")


def _seconds(sentence: str) -> Iterator[tuple[int, int]]:
    """'struck down the law, and ordered a new hearing': the second of two verbs with one subject."""
    for found in _SECOND.finditer(sentence):
        comma = found[0].startswith(",")
        if comma and _is_finite(found["verb"]) and not _limiting(found[0]):
            yield found.span()


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    """'Prices fell, and the bank cut its rate': a second statement; nothing of 'rivers, lakes, and a coast that …'."""
    for found in _CLAUSE.finditer(sentence):
        row = found["said"].split()
        verb = next((place for place, word in enumerate(row) if _is_finite(word)), 0)
        linked = any(word in ("that", "which", "who", "where") for word in row[:verb])
        if verb and not linked and ", " not in sentence[: found.start()] and not _limiting(sentence):
            yield found.span()


def _limiting(part: str) -> bool:
    return bool(_NOT.search(part)) or not _LIMITS.isdisjoint(part.lower().replace(",", " ").split())


def _goes_on(tail: str) -> bool:
    """A finite verb after one of its commas may be the sentence's own."""
    _, *rest = tail.split(", ")
    return any(_is_finite(word) for part in rest for word in part.split())


def _closed(part: str) -> bool:
    """No half of a quotation or of brackets."""
    return part.count("“") == part.count("”") and part.count('"') % 2 == 0 and part.count("(") == part.count(")")


def _is_finite(word: str) -> bool:
    return (
        word in words.data("verbs-en")
        or word in words.data("dates.past")
        or (len(word) > 4 and word.islower() and word.endswith("ed"))
    )


_KINDS = (
    _aims,
    _participles,
    _reasons,
    _adjuncts,
    _asides,
    _manners,
    _relatives,
    _reduced,
    _uses,
    _journeys,
    _seconds,
    _clauses,
)

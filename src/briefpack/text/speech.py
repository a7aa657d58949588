"""Quotations in a text, and the phrases that say whose words they are.

Marks of all usual kinds are known; an apostrophe is none. A phrase such as 'the minister, a former
nurse, told reporters' is found with its verb and its subject; who that is, the caller knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefpack.text import lists


@dataclass(frozen=True, slots=True)
class Span:
    """A quotation: start and end with its marks, `inner` without."""

    start: int
    end: int
    inner: str
    closed: bool = True
    """False where the paragraph ends before the closing mark: the quotation goes on in the next one."""


@dataclass(frozen=True, slots=True)
class Said:
    """A verb of speech with its subject, both as places in the text."""

    verb: str
    start: int
    """Of the verb."""
    end: int
    subject: str
    """As it stands there: 'Ana Silva', 'she'; empty where the verb before shares its own ('said … and warned')."""
    subject_start: int
    inverted: bool = False
    """True where the subject follows the verb: '… , said Ana Silva'."""
    weak: bool = False
    """True for verbs that do more than attribute: 'called', 'promised'."""


def spans(text: str) -> tuple[Span, ...]:
    """The quotations of a paragraph, outermost only, in order."""
    found: list[Span] = []
    place = 0
    while True:
        opening = _OPENING.search(text, place)
        if opening is None:
            return tuple(found)
        end = _closing(text, opening.end(), opening.group())
        if end < 0 and opening.group() not in ("“", "«", "„"):
            place = opening.end()
            continue
        stop = end if end >= 0 else len(text)
        place = stop + 1 if end >= 0 else stop
        found.append(Span(opening.start(), place, text[opening.end() : stop].strip(" \u00a0\u202f"), end >= 0))


_NEAR = 80
"""Letters before a verb that may tell that it is none."""


def hide(text: str, quoted: tuple[Span, ...]) -> str:
    """The text with the words of its quotations blanked, of equal length, marks kept."""
    parts, place = [], 0
    for span in quoted:
        inside = max(span.end - span.start - 1 - span.closed, 0)
        parts += [text[place : span.start], "“", "\u2591" * inside, "”" if span.closed else ""]
        place = span.end
    return "".join([*parts, text[place:]])


def said(text: str, quoted: tuple[Span, ...] | None = None) -> tuple[Said, ...]:
    """The verbs of speech outside quotations, in order, each with its subject."""
    hidden = hide(text, spans(text) if quoted is None else quoted)
    found = [_read(hidden, match) for match in _verbs().finditer(hidden)]
    return tuple(one for one in found if one is not None)


def _closing(text: str, place: int, opening: str) -> int:
    """Where the mark that closes stands; -1 if none does. A mark of the same kind inside nests."""
    depth, closing = 0, _PAIRS[opening]
    for at in range(place, len(text)):
        letter = text[at]
        if letter == opening and opening not in closing:
            depth += 1
        elif letter in closing and (opening not in "‘'" or _ends_single(text, at)):
            if not depth:
                return at
            depth -= 1
    return -1


def _ends_single(text: str, at: int) -> bool:
    """An apostrophe stands inside a word, or after an s where the quotation would be one word long."""
    after = text[at + 1 : at + 2]
    return not after.isalnum()


def _read(hidden: str, match: re.Match[str]) -> Said | None:
    verb, start, end = match["verb"], match.start("verb"), match.end("verb")
    if match["source"]:
        return _after(hidden, match["source"], match.start("source"), match.end("source"))
    before = hidden[max(start - _NEAR, 0) : start].rstrip()
    weak = verb in _weak()
    quoted = _quote_ends(before)
    if not quoted and _noun_before(before):
        return None
    if quoted:
        after = _after(hidden, verb, start, end)
        if after is not None:
            return Said(verb, start, end, after.subject, after.subject_start, True, weak)
    left, subject = _subject(hidden, start)
    if re.search(r"(?:^|[\s,])(?:and|but|then|et|und|y|e)$", subject):
        subject = ""
    elif not subject:
        return None
    return Said(verb, start, end, subject, left, weak=weak)


def _noun_before(before: str) -> bool:
    """'to say', 'the claims', 'their demands': no finite verb stands here."""
    last = before.rsplit(" ", 1)[-1].lower().strip("“”\"'’(")
    return last in _NO_VERB_AFTER


def _quote_ends(before: str) -> bool:
    """Whether a quotation ends right before the verb, an auxiliary between them aside: '…», a déclaré'."""
    bare = _AUXILIARY.sub("", before)
    return bare.endswith(("”", "”,", "” ,"))


def _after(hidden: str, verb: str, start: int, end: int) -> Said | None:
    """The subject that follows: up to a mark, a verb or a word of time."""
    match = _NEXT.match(hidden, end)
    subject = match["subject"].strip(" ,") if match else ""
    if not subject or not match:
        return None
    named = _NAMED.match(hidden, match.end("subject"))
    return Said(verb, start, end, subject + (named.group() if named else ""), match.start("subject"), inverted=True)


def _subject(hidden: str, verb: int) -> tuple[int, str]:
    """Start and words of the subject before a verb: without an apposition, an adverb, an opening phrase."""
    left = max((match.end() for match in _EDGE.finditer(hidden, max(verb - 400, 0), verb)), default=max(verb - 400, 0))
    text = _trailing(hidden[left:verb])
    if text.rstrip().endswith(","):
        text = _without_apposition(text.rstrip(" ,"))
    parts = text.split(",")
    last = parts[-1]
    if _RELATIVE.match(last.strip()) and len(parts) > 1:
        last = parts[-2]
        text = ",".join(parts[:-1])
    offset = left + len(text) - len(last)
    cut = max((match.end() for match in _JOINT.finditer(last)), default=0)
    lead = _LEAD.match(last, cut)
    cut = lead.end() if lead else cut
    phrase = last[cut:]
    return offset + cut + len(phrase) - len(phrase.lstrip()), phrase.strip()


def _trailing(text: str) -> str:
    """Without the auxiliaries and adverbs between subject and verb."""
    while True:
        match = _LAST.search(text)
        word = match["word"] if match else ""
        if not match or not (word in _between() or (word.endswith("ly") and word.islower())):
            return text
        text = text[: match.start("word")]


def _without_apposition(text: str) -> str:
    """'On Monday, Ana Silva, a nurse at the clinic, ' to 'On Monday, Ana Silva'."""
    parts = text.split(",")
    for place in range(1, len(parts)):
        if _APPOSED.match(parts[place].strip()) and _NAMELIKE.search(parts[place - 1]):
            return ",".join(parts[:place])
    return parts[0] if len(parts) > 1 and _NAMELIKE.search(parts[0]) else text


@cache
def _verbs() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, lists.load("speech.verbs")), key=len, reverse=True))
    sources = "|".join(map(re.escape, lists.load("speech.sources")))
    return re.compile(rf"(?<![-‑\w])(?:(?P<source>{sources})|(?P<verb>{forms}))\b(?![-’'])")


@cache
def _weak() -> frozenset[str]:
    return frozenset(lists.load("speech.weak"))


@cache
def _between() -> frozenset[str]:
    return frozenset(lists.load("speech.between"))


_OPENING = re.compile(r"[“«„‹]|(?<![\w’'])[‘](?=\w)|(?<![\w.,!?])\"(?=\S)|(?<![\w’'\"])'(?=\w)|(?<=[\s(])”(?=\w)")
_PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "‘": "’", '"': '"', "'": "'", "”": "”"}
_NO_VERB_AFTER = frozenset(
    "to the a an his her their its our my your these those some any no such more many few several of be been being "
    "for in on at by with from into about official recent new false similar repeated public conflicting".split()
) - {"been"}
_AUXILIARY = re.compile(r"[ \u00a0](?:a|avait|s['’]est|hat|haben|ha|han)$")
_NEXT = re.compile(
    r"(?:\s+(?:to|that|by))?\s+(?P<subject>(?:(?!\b(?:on|in|at a|during|after|before|when|while|as|that|who|which|"
    r"about|to|with|has|have|had|is|was|were|are|will|would|could|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|à|dans|lors|am|im)\b)[^.;:!?“”—–,()])+)"
)
_NAMED = re.compile(
    r", (?:[A-Z][\w.’'-]*)(?: (?:de |van |von |der )?[A-Z][\w.’'-]*){0,4}(?=[,.]|\s(?:on|in|at|told|to)\b|$)"
)
"""'… said the port's director, Dr. Ana Silva, on Monday'."""
_EDGE = re.compile(r"[.!?]\s+(?=[A-Z“])(?<!\b[A-Z]\.\s)(?<!\bM[rs]\.\s)(?<!\bDr\.\s)(?<!\bMrs\.\s)|[;:“”()—]|\s[–-]\s")
_LAST = re.compile(r"(?P<word>[\w’']+)\s*$")
_RELATIVE = re.compile(r"(?:who|which|qui|que|der|die|das)\b")
_JOINT = re.compile(
    r"\b(?:that|because|while|when|as|after|but|where|if|since|before|although|though|than|whether|so|until|que|dass)\s"
    r"|\w+\s\w+\s\w+\s\w+\s(?:and|et|und)\s(?=[A-Zhst])"
)
_LEAD = re.compile(
    r"\s*(?:And|But|Yet|So|Still|Then|However|Also|Meanwhile|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s"
)
_APPOSED = re.compile(
    r"(?:an?|the|its|his|her|their|who|whose|which|one|former|now|then|also|\d+|[a-z]|of|une?|le|la|l’|qui|ein|eine)"
)
_NAMELIKE = re.compile(r"(?:[A-Z][\w.’'-]*|minister|president|report|spokes\w+|he|she)\s*$")

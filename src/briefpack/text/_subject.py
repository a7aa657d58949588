"""The subject of a verb of speech: what stands before it, or after it where the order is turned round.

Quotations are blanked in the text that is handed in. What comes between subject and verb is passed over: an
apposition ('Ana Silva, a nurse at the clinic,'), brackets ('Ana Silva (Lab., Hull)'), an aside between dashes,
adverbs and auxiliaries.
"""

from __future__ import annotations

import re
from functools import cache

from briefpack.text import lists

_FARTHEST = 400
"""Letters before a verb within which its subject stands."""
_PHRASE = 200
"""Letters of the subject itself, without what is passed over."""
_ABBREVIATION = 12
"""Letters of a title with its stop and the spaces after it."""
_WORD = 40
"""Letters of a word with the spaces after it."""


def before(hidden: str, verb: int) -> tuple[int, str]:
    """Start and words of the subject before a verb: without an apposition, an adverb, an opening phrase."""
    plain = _BRACKETS.sub(_blank, hidden[max(verb - _FARTHEST, 0) : verb])
    window = _without_aside(plain)
    left = _edge(window)
    text = _trailing(window[left:])
    if text.rstrip().endswith(",") or (window is not plain and "," in text):
        text = _without_apposition(text.rstrip(" ,"))
    parts = text.split(",")
    last = parts[-1]
    if _RELATIVE.match(last.strip()) and len(parts) > 1:
        last = parts[-2]
        text = ",".join(parts[:-1])
    cut = _lead(last)
    antecedent = _ANTECEDENT.search(last, cut)
    cut, end = antecedent.span("noun") if antecedent else (cut, len(last))
    pronoun = _PRONOUN_ENDS.search(last, cut, end)
    phrase = last[pronoun.start() if pronoun else cut : end]
    cut = end - len(phrase)
    start = verb - len(window) + left + len(text) - len(last) + cut + len(phrase) - len(phrase.lstrip())
    return start, _CONTRACTED.sub(r"\g<pronoun>", " ".join(phrase.split()))


def after(hidden: str, verb_end: int) -> tuple[int, str]:
    """Start and words of the subject that follows: up to a mark, a verb or a word of time; '' if there is none."""
    match = _NEXT.match(hidden, verb_end)
    subject = match["subject"].strip(" ,") if match else ""
    if not subject or not match:
        return verb_end, ""
    named = _NAMED.match(hidden, match.end("subject"))
    return match.start("subject"), subject + (named.group() if named else "")


def auxiliary(hidden: str, verb: int) -> str:
    """The word that makes a passive or a progressive of the verb ('was' in 'was also told'); '' without one."""
    text = hidden[max(verb - 60, 0) : verb]
    while match := _LAST.search(text, max(len(text) - _WORD, 0)):
        word = match["word"]
        if word.lower() in _BE or word.lower().endswith(("'s", "’s", "'re", "’re")):
            return word
        if word not in between() and not (word.endswith("ly") and word.islower()):
            return ""
        text = text[: match.start("word")]
    return ""


@cache
def between() -> frozenset[str]:
    """Words that may stand between a speaker and the verb."""
    return frozenset(lists.load("speech.between"))


def _edge(window: str) -> int:
    """Where the clause begins; a stop after a title or an initial ends nothing."""
    for end in reversed([match.end() for match in _EDGE.finditer(window)]):
        if not _ABBREVIATED.search(window, max(end - _ABBREVIATION, 0), end):
            return end
    return 0


def _without_aside(window: str) -> str:
    """What stands between dashes right before the verb as blanks of the same length."""
    bare = _trailing(window).rstrip()
    dash = _DASH_ENDS.search(bare)
    places = [match.start() for match in _DASH.finditer(bare, 0, dash.start())] if dash else []
    if not places:
        return window
    return window[: places[-1]] + " " * (len(bare) - places[-1]) + window[len(bare) :]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _trailing(text: str) -> str:
    """Without the auxiliaries and adverbs between subject and verb."""
    while True:
        match = _LAST.search(text, max(len(text) - _WORD, 0))
        word = match["word"] if match else ""
        if not match or not (word in between() or (word.endswith("ly") and word.islower())):
            return text
        text = text[: match.start("word")]


def _without_apposition(text: str) -> str:
    """'On Monday, Ana Silva, a nurse at the clinic, ' to 'On Monday, Ana Silva'."""
    parts = text.split(",")
    for place in range(1, len(parts)):
        if _APPOSED.match(parts[place].strip()) and _NAMELIKE.search(parts[place - 1]):
            return ",".join(parts[:place])
    if len(parts) > 1 and _NAMED_PART.match(parts[-1]) and not _NAME_PART.match(parts[0]):
        return text
    return parts[0] if len(parts) > 1 and _NAMELIKE.search(parts[0]) else text


def _lead(last: str) -> int:
    """Where the phrase begins after a conjunction or an opening word."""
    joints = [0, *(match.end() for match in _JOINT.finditer(last, max(len(last) - _PHRASE, 0)))]
    cut = joints[-1] if last[joints[-1] :].strip() else joints[-2:][0]
    lead = _LEAD.match(last, cut)
    return lead.end() if lead else cut


_TITLES = (
    "Mr|Mrs|Ms|Mx|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Prof|Rev|Hon|St|Jr|Sr|Mme|Sra|Dra|Del|Maj|Adm|Adv|Cllr|Insp|Supt|"
    "Amb|Brig|Cmdr|Msgr|Fr"
)
_EDGE = re.compile(r"[.!?]\s+(?=[A-Z“])|[;:“”()—]|\s(?:[–-]|--)\s")
_ABBREVIATED = re.compile(rf"\b(?:{_TITLES}|[A-Z])\.\s+$")
_BRACKETS = re.compile(r"\([^()“”]{1,60}\)")
_DASH = re.compile(r"\s(?:--|[–-])\s|—")
_DASH_ENDS = re.compile(r"(?:\s(?:--|[–-])|—)$")
_LAST = re.compile(r"(?P<word>[\w’']+)\s*$")
_BE = frozenset("is was were are be been being".split())
_RELATIVE = re.compile(r"(?:who|which|qui|que|der|die|das)\b")
_ANTECEDENT = re.compile(
    r"\b(?P<noun>(?:an?|the|his|her|their|its|one|some|many|another)\s(?:[\w’'-]+\s){0,6}?[\w’'-]+)\s(?:who|that|which)\s*$"
)
"""'… not paying an architect who said …': the architect."""
_PRONOUN_ENDS = re.compile(r"\b(?:he|she|they|it)\s*$")
"""'In a letter on Sunday night he said': without a comma the opening phrase runs into the subject."""
_CONTRACTED = re.compile(r"^(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t)['’](?:s|d|ve|re|ll)$")
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
_NAMED_PART = re.compile(r"\s(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w.’'-]*\s?$")
"""'A spokeswoman for the mill, Mona Eide,': the name is what stands in the comma."""
_NAME_PART = re.compile(r"(?:[A-Z][\w.’'-]*\s?){1,6}$")
_NEXT = re.compile(
    r"(?:\s+(?:to|that|by))?\s+(?P<subject>(?:(?!\b(?:on|in|at a|during|after|before|when|while|as|that|who|which|"
    r"about|to|with|has|have|had|is|was|were|are|will|would|could|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|"
    rf"Saturday|Sunday|à|dans|lors|am|im)\b)(?:\b(?:{_TITLES}|[A-Z])\.|[^.;:!?“”—–,()])){{1,150}})"
)
_NAMED = re.compile(
    r", (?:[A-Z][\w.’'-]*)(?: (?:de |van |von |der )?[A-Z][\w.’'-]*){0,4}(?=[,.]|\s(?:on|in|at|told|to)\b|\s\(|$)"
)
"""'… said the port's director, Dr. Ana Silva, on Monday'."""

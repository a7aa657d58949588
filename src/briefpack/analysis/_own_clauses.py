"""The clause that a date has to itself, where its sentence as a whole tells of something else or leans on another.

Tried last, since a sentence that stands alone says more: 'since 2011, when two mills were shut', 'a soil test that was
finished in June', 'it had been quiet, yet on 29 May the council approved the plan'.
"""

from __future__ import annotations

import re
from functools import cache

from briefpack.analysis._clause_parts import FINITE, UNSURE, sentence_of
from briefpack.text import words
from briefpack.text.dates import Dated
from briefpack.text.shorten import has_verb

_WHEN = re.compile(r",? when (?P<clause>(?:(?!(?:he|she|it|they|we|I)\b)[^,;:—“]|,(?=\d{3})){12,170}?)(?:[,;:—]|\.$)")
_WHEN_LAST = re.compile(r",? when (?P<clause>(?!(?:he|she|it|they|we|I)\b)[^;:—“]{12,260})\.$")
_LEAST = 4
"""Words of 'the mill was shut', and one more."""
_YET = re.compile(r", (?:yet|but|and|so) (?P<lead>(?:on|in|by|last|next|from|during|late|early) ?)$")
_STEPS = (
    "of at in for on from by and to with after before about against between into over under than as or that".split()
)
_WORD = rf"(?!(?:{'|'.join(_STEPS)})\b)[\w’'-]+"
_NOUN = rf"(?P<thing>\b(?:[Tt]he|[Aa]n?) (?:{_WORD} ){{0,4}}?(?P<noun>{_WORD}))"
_SUBJECT = (
    rf"{_NOUN},? (?P<link>that|which|who) (?P<rest>(?:was|were|had|has|will|is to|are to|\w+ed|DONE) "
    r"(?:[^,;:—“]|,(?=\d{3}))*)$"
)
_OBJECT = re.compile(
    rf"{_NOUN},? (?:that|which)"
    rf" (?P<subject>(?:the|an?) (?:{_WORD} ){{0,3}}{_WORD}|(?:[A-Z][\w’-]+ ){{0,3}}[A-Z][\w’-]+)"
    r" (?P<verb>(?:had |has )?[a-z]+) (?P<lead>in|on|last|late in|early in|during) $"
)
_GOES_ON = re.compile(r"[^,;:—.“]*")
_NOT_HERE = re.compile(r"\b(?:he|she|it|they|we|I|this|these|those|his|her|its|their)\b")
_GOVERNED = re.compile(r"\b(?:if|unless|whether|no|not|never|without|denied|denies|deny|n't|would|could|might|may)\b")
_STATED = frozenset(
    "claim claims fact idea report reports belief news statement decision rumour rumor suggestion argument hope fear"
    " view notion allegation accusation sign signs evidence proof theory assumption warning promise pledge".split()
)
"""'The claim that the city paid in May' says that it paid, and of no claim."""


def own(sentence: str, dated: Dated) -> str:
    """What happened at the date, as a sentence; '' where no clause of its own says so."""
    for part in (_when, _conjoined, _subject, _object):
        text = part(sentence, dated)
        if text:
            return "" if UNSURE.search(text) or "“" in text or '"' in text else text
    return ""


def _when(sentence: str, dated: Dated) -> str:
    """'… since 2011, when two mills were shut' to 'In 2011, two mills were shut'."""
    follows = has_verb(sentence[: dated.start]) or FINITE.search(sentence[: dated.start]) is not None
    found = (_WHEN_LAST if follows else _WHEN).match(sentence, dated.end)
    if not found or not _is_clause(found["clause"]):
        return ""
    lead = "" if re.match(r"(?:last|next|this|yester|tomorrow|late|early)", dated.words, re.I) else _lead(dated)
    return sentence_of(f"{lead}{dated.words}, {found['clause']}")


def _is_clause(clause: str) -> bool:
    """With a subject and a verb: not 'asked', 'tons of contaminated', 'rates were high'."""
    row, found = clause.split(), FINITE.search(clause)
    return found is not None and found.start() > 0 and len(row) > _LEAST and not clause.endswith(found[0])


def _lead(dated: Dated) -> str:
    return "On " if dated.weekday >= 0 or len(dated.date) == 10 else "In "


def _conjoined(sentence: str, dated: Dated) -> str:
    """'It had been quiet, yet on 29 May the council approved the plan' from 'on' on."""
    found = _YET.search(sentence[: dated.start])
    clause = sentence[found.start("lead") :] if found else ""
    return sentence_of(clause) if FINITE.search(clause) and not re.search(r"[;:—]", clause) else ""


def _subject(sentence: str, dated: Dated) -> str:
    """'… after a soil test that was finished in June' to 'A soil test was finished in June'.

    Of 'the handle of the gate, which was sold' nobody knows which of the two was.
    """
    found = _last(_subject_form(), sentence[: dated.start])
    if not found or _is_stated(found, sentence):
        return ""
    loose = sentence[found.end("thing")] == "," and re.search(r"\bof $", sentence[: found.start()])
    clause = f"{found['thing']} {found['rest']}{dated.words}{_tail(sentence, dated)}"
    return "" if loose or len(found["rest"].split()) > 14 else sentence_of(clause)


def _object(sentence: str, dated: Dated) -> str:
    """'… by the lander that the firm showed in May' to 'The firm showed the lander in May'."""
    found = _last(_OBJECT, sentence[: dated.start])
    if not found or _is_stated(found, sentence):
        return ""
    verb = found["verb"].split()[-1]
    if not (verb.endswith("ed") or verb in words.data("dates.past")):
        return ""
    return sentence_of(f"{found['subject']} {found['verb']} {found['thing']} {found['lead']} {dated.words}")


def _is_stated(found: re.Match[str], sentence: str) -> bool:
    return found["noun"] in _STATED or bool(_GOVERNED.search(sentence[max(found.start() - 40, 0) : found.start()]))


def _last(form: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match that begins nearest to the end."""
    links = [one.start() for one in re.finditer(r" (?:that|which|who) ", before)]
    for place in reversed(links[-2:]):
        starts = [one.start() for one in re.finditer(r"\b(?:[Tt]he|[Aa]n?) ", before[:place])][-1:]
        found = form.match(before, starts[0]) if starts else None
        if found:
            return found
    return None


def _tail(sentence: str, dated: Dated) -> str:
    """What follows the date up to the next mark."""
    found = _GOES_ON.match(sentence, dated.end)
    tail = found[0] if found else ""
    return "" if FINITE.search(tail) or _NOT_HERE.search(tail) else tail


@cache
def _subject_form() -> re.Pattern[str]:
    past = "|".join(sorted(words.data("dates.past")))
    return re.compile(_SUBJECT.replace("DONE", past))

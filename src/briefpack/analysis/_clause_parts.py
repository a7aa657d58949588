"""Statements inside a sentence that stand alone without the rest of it, each with the date that it is about."""

from __future__ import annotations

import re
from functools import cache

from briefpack.text import alone, dates, lists, words
from briefpack.text.dates import Dated
from briefpack.text.shorten import has_verb

UNSURE = re.compile(r"\b(?:could|would|might|may|should|if|unless|whether)\b")
_PASSIVE = re.compile(
    r"(?P<subject>(?:The|An?) [^,;:—]{3,70}|[A-Z][^,;:—]{3,50}), "
    r"(?P<rest>(?:founded|built|opened|begun|launched|signed|"
    r"adopted|approved|created|established|published|passed|introduced|completed|set up|formed|drafted|elected|"
    r"discovered|released|held|ratified|written|won|enacted|inaugurated|appointed) [^,;:—]{0,60}), "
    r"(?P<verb>is|are|was|were|has|have)\b"
)
_DUE_CLAUSE = re.compile(
    r"\b(?P<thing>an? (?:[\w’-]+ ){1,3}?)(?:that|which) (?P<rest>(?:must|will|is due to|is set to|is to) [^,;:—]+)$"
)
_WHICH = re.compile(
    r"(?P<thing>(?:The|An?) (?:(?!of\b|at\b|in\b|for\b|on\b|from\b|by\b|and\b|to\b|with\b)[\w’'-]+ ){0,4}[\w’'-]+"
    r"|(?:[A-Z][\w’.-]* ){0,4}[A-Z][\w’.-]+(?: \([A-Z]{2,}\))?), which (?P<rest>[^,;:—“]{5,120}),"
)
_WHOSE = re.compile(r"(?P<thing>(?:[A-Z][\w’.-]* ){0,3}[A-Z][\w’.-]+(?<!s)), whose (?P<rest>[^,;:—“]{5,120}),")
"""'Bell, whose father dug the first well in 1911, …': 'Bell’s father dug the first well in 1911'."""
_WHERE = re.compile(
    r"(?:(?P<lead>[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Oo]utside) )?(?P<place>(?:the )?[A-Z][\w’.-]+(?:"
    r" [A-Z][\w’.-]+){0,3}), where "
    r"(?P<rest>[^,;:—“]{5,160})$"
)
_SAME = re.compile(r"\b(?:similar|same|such|also|too|this|that|these|those|another|it|they|he|she)\b")
_BEGAN = re.compile(
    r"\b(?P<thing>(?:(?:[Tt]he|[Aa]n?) )?(?:(?!(?:before|after|until|till|by|during|in|of|since|for|on|to|at"
    r"|from|with|and|or|the|an?)\b)[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)"
    r"(?P<of>(?: (?:by|of|at|in|over|against|for|among|between) [^,;:—“”]{2,90}?)?)), which "
    r"(?P<rest>(?:(?:will )?(?:begin|start|open|end|close)s?|began|started|opened|ended|closed|runs?|ran"
    r"|takes? place|took place|"
    r"(?:was|were|is|are|will be) (?:held|due|called)) [^,;:—]*)$"
)
FINITE = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|said|told|began|came|went|met|won|lost|took|gave|made|saw|fell|rose|grew|left|held|"
    r"became|broke|struck|hit|sent|found|brought|built|chose|fled|fought|shut|cut|sank|sold|withdrew|is|are|has|have|will)\b"
)
_SUBJECT = 80
"""Letters of a subject that two predicates may share."""
_HELPER = re.compile(r"\b(?:was|were|has|have|had|is|are|will)\b")
"""'The man arrested in May and charged in June was freed': the verb comes later."""
_AND_THEN = re.compile(r",? and (?:then |later )?(?P<second>(?P<verb>[a-z]+)\b)")


def half(sentence: str, dated: Dated) -> str:
    """'The hall is shut; the mill closed in May': what follows a semicolon, unless what stands before governs it."""
    before, mark, rest = sentence.partition("; ")
    place = dated.start - len(before) - len(mark)
    if not mark or "; " in rest:
        return ""
    part = before if place < 0 else rest
    if not (FINITE.search(part) or has_verb(part)) or (place >= 0 and _governs(before) and not _spoken(part)):
        return ""
    inside = dates.find(part)
    return sentence_of(alone.unconnected(part)) if any(one.words == dated.words for one in inside) else ""


def predicate(sentence: str, dated: Dated) -> str:
    """'The mill was opened in 1998 and closed in 2004': either half with the subject."""
    verb_at = FINITE.search(sentence)
    if verb_at is None or not 0 < verb_at.start() <= _SUBJECT or re.search(r"[,;:—“]", sentence[: verb_at.start()]):
        return ""
    subject = sentence[: verb_at.start()]
    for found in _AND_THEN.finditer(sentence, verb_at.end()):
        first, second = sentence[verb_at.start() : found.start()], sentence[found.start("second") :]
        if not (_is_past(found["verb"]) and dates.find(first) and dates.find(second)) or " that " in first:
            continue
        if _HELPER.search(second, len(found["verb"])):
            continue
        if dated.start < found.start():
            return sentence_of(subject + first)
        helping = f"{verb_at[0]} " if verb_at[0] in ("was", "were") and found["verb"] not in ("was", "were") else ""
        return sentence_of(subject + helping + second)
    return ""


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in words.data("dates.past")


def _governs(before: str) -> bool:
    """Whether somebody says it, or it hangs on a condition."""
    return (
        _spoken(before) or " that " in before or bool(UNSURE.search(before)) or before.count("“") != before.count("”")
    )


def _spoken(part: str) -> bool:
    return any(word in words.data("speech.verbs") for word in part.split())


def founded(sentence: str, dated: Dated) -> str:
    """'The Ruiz clinic, opened in 1998, has …' to 'The Ruiz clinic was opened in 1998'."""
    found = _PASSIVE.match(sentence)
    if not found or not found.start("rest") <= dated.start < found.end("rest"):
        return ""
    if not re.search(r"[A-Z]", found["subject"][1:]) or re.search(r"\b(?:that|which|who|and)\b", found["subject"]):
        return ""
    helping = "were" if found["verb"] in ("are", "were", "have") else "was"
    return sentence_of(f"{found['subject']} {helping} {found['rest']}")


def opened_by_which(sentence: str, dated: Dated) -> str:
    """'The Oslo hall, which opened in 1998, is shut' to 'The Oslo hall opened in 1998'.

    Of 'the roof of the hall, which …' nobody knows which of the two opened.
    """
    found = _WHICH.match(sentence) or _WHOSE.match(sentence)
    if not found or not found.start("rest") <= dated.start < found.end("rest"):
        return ""
    return (
        ""
        if UNSURE.search(found["rest"])
        else sentence_of(f"{found['thing']}{'’s' if found.re is _WHOSE else ''} {found['rest']}")
    )


def where_clause(sentence: str, dated: Dated) -> str:
    """'In Riga, where two mills were shut in 2012, …' to 'In Riga two mills were shut in 2012'."""
    found = _WHERE.search(sentence[: dated.start])
    if not found or UNSURE.search(found["rest"]) or _SAME.search(found["rest"]):
        return ""
    lead = found["lead"] or ("In" if found["place"] in _places() else "")
    return (
        sentence_of(f"{lead} {found['place']} {found['rest']}{dated.words}{rest_of_clause(sentence, dated)}")
        if lead
        else ""
    )


def began_clause(sentence: str, dated: Dated) -> str:
    """'She spoke of the strike by the crews of the port, which began on 3 May': 'The strike by … began on 3 May'."""
    nouns, place = words.data("events.nouns"), 0
    while found := _BEGAN.search(sentence[: dated.start], place):
        place = found.end("noun")
        happens = found["noun"] in nouns or found["noun"] in words.data("spells-en")
        others = any(word in nouns for word in found["of"].lower().split())
        if happens and not others and not FINITE.search(found["thing"]):
            return sentence_of(f"{found['thing']} {found['rest']}{dated.words}{rest_of_clause(sentence, dated)}")
    return ""


@cache
def _places() -> frozenset[str]:
    return frozenset(
        name for kind in ("countries", "cities") for line in lists.load(f"names.{kind}") for name in line.split("|")
    )


def due_clause(sentence: str, dated: Dated) -> str:
    """'… would rest on a loan that must reach parliament in May' to 'A loan must reach parliament in May'."""
    found = _DUE_CLAUSE.search(sentence[: dated.end])
    if not found or UNSURE.search(found["rest"]):
        return ""
    return sentence_of(f"{found['thing'].strip()} {found['rest']}{rest_of_clause(sentence, dated)}")


def rest_of_clause(sentence: str, dated: Dated) -> str:
    """What follows the date up to the next mark."""
    tail = re.match(r"[^,;:—.]*", sentence[dated.end :])
    return tail.group() if tail else ""


def sentence_of(text: str) -> str:
    """With a capital and a full stop."""
    text = text.strip(" ,;:")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ".”")) else ".")

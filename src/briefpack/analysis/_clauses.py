"""The part of a sentence that a date belongs to, as a statement that stands alone."""

from __future__ import annotations

import re
from functools import cache

from briefpack.text import alone, lists
from briefpack.text.dates import Dated
from briefpack.text.shorten import shorten

WORDS = 30
"""An event's text is shortened to so many words where safe deletions get there."""


def statement(sentence: str, dated: Dated) -> str:
    """What happened at the date, in the sentence's words; empty where no safe part of it says so."""
    for part in (_happening, _subordinate, _planned_list, _listed):
        text = part(sentence, dated)
        if text:
            return "" if alone.leans(text) else text
    if _is_aside(sentence, dated):
        return _relative(sentence, dated)
    whole = alone.unconnected(sentence)
    return "" if alone.leans(whole) else _short(whole, dated)


def verb(text: str) -> str:
    """The first finite verb, auxiliaries aside; empty where none is known."""
    found = [match for match in _FINITE.findall(text) if match not in _HELPING]
    return found[0] if found else ""


def _short(text: str, dated: Dated) -> str:
    text = re.sub(r"^([^,—–]{3,40}\d|[^,—–]{3,40}day)\s[—–]\s[^—–]*\s[—–]\s", r"\1, ", text)
    brief = shorten(text, WORDS)
    return brief if brief and dated.words in brief else text


def _happening(sentence: str, dated: Dated) -> str:
    """'… since the Nordic split of the 1960s': a noun phrase that is an event, deep in a sentence of other things."""
    found = _happenings().search(sentence[: dated.start])
    if not found or len(sentence[: found.start("phrase")].split()) < 4:
        return ""
    phrase = sentence[found.start("phrase") : dated.end]
    if len(phrase.split()) > 14 or not re.search(r"[A-Z]", phrase[1:]) or _verb_inside(found["phrase"]):
        return ""
    bare = re.sub(r"^(?:the|an?)\s(?!(?:[\w-]+\s){0,2}[\w-]+[’']s\s)", "", phrase)
    return _sentence(bare)


def _verb_inside(phrase: str) -> bool:
    return bool(re.search(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b", phrase))


def _subordinate(sentence: str, dated: Dated) -> str:
    """'Since the mayor resigned in May, …', '… before the dam broke on Friday'."""
    for opening in reversed(list(_OPENING.finditer(sentence, 0, dated.start))):
        first = opening.end()
        stop = _clause_end(sentence, dated.end)
        clause = sentence[first:stop]
        inside = sentence[first : dated.start]
        if re.search(r"[,;:—–]", inside) or not _FINITE.search(clause) or len(inside.split()) < 3:
            continue
        return _sentence(clause)
    return ""


def _clause_end(sentence: str, place: int) -> int:
    match = re.compile(r"[,;:—]|\s–\s|[.!?]$").search(sentence, place)
    return match.start() if match else len(sentence)


def _planned_list(sentence: str, dated: Dated) -> str:
    """'She is due to open the lab on Monday and to chair a debate on Tuesday': the half that has the date."""
    found = _DUE.match(sentence)
    if not found:
        return ""
    subject = re.sub(r",\s(?:who|which)\s.*$", "", found["subject"])
    half = "first" if dated.start < found.end("first") else "second"
    if not found.start(half) <= dated.start < found.end(half):
        return ""
    return _sentence(f"{subject} {found['aux']} {found[half]}")


def _listed(sentence: str, dated: Dated) -> str:
    """'These gains may come from the new fees: 4 euros now and, from May 2, 6': the fees and what they are."""
    lead, mark, rest = sentence.partition(": ")
    if not mark or dated.start < len(lead) or not alone.leans(alone.unconnected(sentence)):
        return ""
    found = re.search(r"\b(?:the|a|an) (?P<phrase>(?:[\w’'-]+ ){0,4}[\w’'-]+)$", lead)
    if not found or re.search(r"\b(?:and|of|by|to|is|are)\b", found["phrase"]):
        return ""
    return _sentence(f"{found['phrase']}: {rest}")


def _is_aside(sentence: str, dated: Dated) -> bool:
    """Inside brackets, dashes, or an insertion such as ', founded in 1998,' or ', which closed in May'."""
    before, after = sentence[: dated.start], sentence[dated.end :]
    if before.count("(") > before.count(")"):
        return True
    if re.search(r"[—–]\s[^—–]*$", before) and re.search(r"\s[—–]\s", after):
        return True
    return bool(_INSERTED.search(before))


def _relative(sentence: str, dated: Dated) -> str:
    """'Ana Silva, who led the bank until 2004, …' to 'Ana Silva led the bank until 2004'."""
    found = re.search(r"(?P<name>(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+), who (?P<rest>[^,;—]*)$", sentence[: dated.end])
    if not found:
        return ""
    tail = re.match(r"[^,;:—.]*", sentence[dated.end :])
    return _sentence(f"{found['name']} {found['rest']}{tail.group() if tail else ''}")


def _sentence(text: str) -> str:
    text = text.strip(" ,;:")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ".”")) else ".")


@cache
def _happenings() -> re.Pattern[str]:
    """'the split of the ', "Chad’s invasion of Mali in ": up to where the date begins."""
    links = "after|before|since|of|in|on|to|and|with|for|by|from|until|during|following|that|which|who"
    nouns = "|".join(sorted(lists.load("events.nouns"), key=len, reverse=True))
    return re.compile(
        rf"(?P<phrase>(?:\bthe |\ba |\ban |(?:the [\w-]+ )?\b[A-Z][\w-]*[’']s )"
        rf"(?:(?!(?:{links}) )[“‘]?[\w’.-]+[”’]? ){{0,4}}?"
        rf"[“‘]?(?:{nouns})[”’]?(?: (?:of|in|on|at|with|between|and|over|against) (?:the )?[A-Z][\w’'-]*)*"
        r" (?:of|in|on)(?: the)?(?: early| late)? )$"
    )


_OPENING = re.compile(r"\b(?:[Ss]ince|[Aa]fter|[Ww]hen|[Bb]efore|[Uu]ntil|[Oo]nce) (?=[A-Zat])")
_FINITE = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|said|told|began|came|went|met|won|lost|took|gave|made|saw|fell|rose|grew|left|held|"
    r"became|broke|struck|hit|sent|found|brought|built|chose|fled|fought|shut|cut|sank|sold|withdrew|is|are|has|have|will)\b"
)
_HELPING = frozenset({"is", "are", "was", "were", "has", "have", "had", "did", "will"})
_DUE = re.compile(
    r"(?P<subject>[A-Z].*?) (?P<aux>(?:is|are|was|were) (?:due|expected|set|scheduled|likely|planned) to) "
    r"(?P<first>.+?) and to (?P<second>.+?)[.]?$"
)
_INSERTED = re.compile(
    r"\w, (?:who|which|whose|whom|where|an?|the|\w+ed|built|born|held|made|known|led|signed)\b(?!.*,.*\b(?:in|on) $)"
    r"[^,;:—]*$"
)

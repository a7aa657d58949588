"""A line as the templates see it: in how many words, with whose voice, and whether it stands by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from briefpack.compose.wording import capital
from briefpack.model import Point, Ref
from briefpack.text import alone, cuts, fragments, sentences, titles, words
from briefpack.text.names import short
from briefpack.text.shorten import shorten

Statement = dict[str, Any]

ANSWERS = re.compile(r"\b(?:but|however|yet|although|though|despite|deny|denies|denied|unlikely|not|no|never)\b", re.I)
"""A second sentence with one of these may turn the first round: the two stay together."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_POINTS = re.compile(
    r"(?:^|^According to .*, )(?:it|he|she|they|this|these|those|that)\b"
    r"(?! (?:is|was|will be) \w+ (?:that|to|for\b[^.;,]* to)\b)"
    r"|, (?:he|she|they) (?:said|says|added|adds|argued|argues|wrote|writes|told|warned)\b"
    r"|\b(?:of|to|in|for|by|with|on|at|from|as) that [a-z]+\b|\b(?:consider|call|find|think)s? (?:that|this) [a-z]+\b"
    r"|\b(?:say|says|said) so\b(?!.*\bbut\b)"
    r"|\b(?:it|this|that|these|those): "
    r"|^(?:Maybe|Perhaps|Hopefully|Probably|Possibly|Surely|Certainly|Clearly|Obviously|Sadly|Fortunately|Unfortunately),?"
    r" (?:it|he|she|they|this|that)\b"
    r"|\bthe same(?: (?:thing|things|view|point|problem|reason|answer|way))?[.]$"
    r"|^(?:Across|Among|Between|Despite|Following|Given|Over|Since|Through|Throughout|Until|Using|Within) [^,]{3,60},"
    r" they\b"
    r"|^(?:For|In|According to) the (?:[a-z]+ (?:part|half|stage|phase) of the )?"
    r"(?:study|survey|experiment|trial|test|poll|report|interview|statement|paper|website"
    r"|post|article|document|letter), "
    r"|^both\b(?! (?:[\w’.-]+ ){1,5}and\b)"
    r"|^The (?:figure|number|sum|total|amount|difference|answer|reason)(?:,| (?:is|was)\b)",
    re.IGNORECASE,
)
"""'According to Ruiz, it has caused …', '…, he said', 'a repetition of that flood': known only from before."""
_LEAST = 6
"""Words of a passage that says something by itself; 'Perhaps it is.' does not."""
_BACK = re.compile(
    r"[Tt]he [a-z]+(?:,| (?:is|was|are|were|has|had|will|would|could|may|might|can|also)\b)|Perhaps|Another|Others "
)
"""'The figure, if the office is right, …': which figure stands in the sentence before."""
_MEANT = re.compile(
    r"\b(?:during|after|before|since|at) the (?:visit|meeting|talks|summit|trip|vote|trial|strike|attack)\b"
    r"(?! (?:of|to|in|with|between|by|on)\b)"
)
"""'Prices rose after the vote.': which vote stands further up."""
_TALKED_TO = re.compile(r"\b(?:I|me|my|you|your)\b", re.IGNORECASE)
"""'You mean to charge at the gate.': somebody speaks to somebody, and a table says of neither who it is."""
_SPOKEN = re.compile(r"^[“\"‘']")
_BODY = re.compile(r"The (?:[A-Z]\w+ )?(?P<name>[A-Z]\w+)\b")
"""'The Canal Agency closed …', 'The Agency found …' under the Canal Agency's own name."""
_SAYS_WHO = re.compile(r"^According to|, according to\b", re.IGNORECASE)
_ASIDE = re.compile(r",[^,“\"]*,(?= )")
_SPEAKER = re.compile(
    r"(?:The )?(?:[A-Z][\w.’'-]*(?: (?:of|the|for|and))* ){2,8}(?:has |have |had |also )?(?P<verb>[a-z]+)\b"
)
_WHEN = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight|currently"
    r"|(?:this|last|next) (?:week|month|year|spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
"""'on Wednesday' says nothing on a slide, a year later."""


@cache
def _verbs() -> frozenset[str]:
    return words.data("reporting-en")


def statement(text: str, refs: Iterable[Ref], label: str = "", detail: str = "") -> Statement:
    """A line as the templates see it."""
    return {"text": text, "refs": [ref.citation for ref in refs], "label": label, "detail": detail}


def voiced(point: Point, text: str) -> str:
    """Whose judgement it is, where the text does not say so itself."""
    named = point.voiced and (not point.voice or short(point.voice) in text)
    return "" if named else unsaid(point.voice, text)


def unsaid(voice: str, text: str) -> str:
    """The voice to print before a line; '' where the line says itself who speaks: 'According to Ruiz, …'."""
    body = _BODY.match(text)
    if body and body["name"] in voice.split():
        return ""
    return (
        ""
        if _SAYS_WHO.search(text) or tells(text) or (voice and re.search(rf"\b{re.escape(short(voice))} [a-z]", text))
        else voice
    )


def tells(text: str) -> bool:
    """'Senator Ana Ruiz, who wrote the bill, says that …': the line itself says whose words it gives.

    What follows a dash may be the writer's own, and so may a second sentence.
    """
    if len(sentences.split(text)) > 1:
        return False
    own = _ASIDE.sub("", text, count=1)
    found = _SPEAKER.match(own)
    return found is not None and found["verb"] in _verbs() and "—" not in text and " – " not in text


def sound(text: str) -> str:
    """A line as a sentence: the item of a list with its capital and stop; '' where a quotation is cut open."""
    if ("„" not in text and text.count("“") != text.count("”")) or text.count('"') % 2:
        return ""
    return f"{capital(text[:-1].rstrip())}." if text.endswith((";", ",")) else capital(text)


@lru_cache(maxsize=4096)
def fitting(text: str, refs: tuple[Ref, ...], most: int) -> tuple[str, tuple[Ref, ...]] | None:
    """A form of the text in at most that many words that stands alone, with its references; None if there is none.

    Of several sentences the first may stand for all, unless a later one answers it.
    """
    parts = sentences.split(text)
    whole = len(text.split()) <= most
    if len(parts) == 1:
        short = sound(shorten(text, most) or (alone.unconnected(text) if whole else ""))
        return (short, refs) if short else None
    if whole:
        said = sound(alone.unconnected(text))
        return (said, refs) if said else None
    if any(ANSWERS.search(part) for part in parts[1:]):
        return None
    first = fitting(parts[0], refs[:1] if len(refs) == len(parts) else refs, most)
    return first if first and not alone.leans(first[0]) else None


def fitted(point: Point, most: int) -> Statement | None:
    """The point in at most that many words, with whose judgement it is; None where that cannot be done."""
    fits = point.short and len(point.short.split()) <= most < len(point.text.split())
    if fits and not _unlisted(point, point.short):
        if dangles(point.short):
            return None
        return statement(point.short, _rests_on(point), voiced(point, point.short))
    found = fitting(point.text, point.refs, most)
    if found and (
        (point.reason.startswith("a list") and len(found[1]) < len(point.refs)) or _unlisted(point, found[0])
    ):
        return None
    if not found or (len(sentences.split(found[0])) == 1 and dangles(found[0])):
        return None
    if fleeting(found[0]) and (lasting := _lasting(point, found[0])):
        found = (lasting, found[1])
    return statement(found[0], found[1], voiced(point, found[0]))


def _lasting(point: Point, text: str) -> str:
    """The same without the day of printing ('faced criticism on Tuesday over …'), or shorter; '' where it stays."""
    forms = (cuts.undated(text), point.short if text == point.text and not _unlisted(point, point.short) else "")
    return next((form for form in forms if form and not fleeting(form)), "")


def _unlisted(point: Point, text: str) -> bool:
    """Whether a list went that the text leads up to: 'named three goals', and the goals are gone."""
    _, _, after = point.text.partition(": ")
    return ";" in after and ":" not in text


def _rests_on(point: Point) -> tuple[Ref, ...]:
    """The passage of a point that its short form is made from; all of them where it cannot be told."""
    parts = sentences.split(point.text)
    if len(parts) != len(point.refs) or len(parts) < 2:
        return point.refs
    short = set(words.words(point.short.lower()))
    return (
        max(zip(parts, point.refs, strict=True), key=lambda pair: len(short & set(words.words(pair[0].lower()))))[1],
    )


def plain_fact(text: str) -> bool:
    """Whether a passage can be shown by itself: a full statement, nobody's bare words, nothing that points back."""
    if text.count("”") != text.count("“") or text.count('"') % 2:
        return False  # somebody's words, and who speaks stands in the next sentence
    if (
        text.startswith("(")
        or _SPOKEN.match(text)
        or dangles(text)
        or _BACK.match(text)
        or _MEANT.search(text)
        or len(text.split()) < _LEAST
        or titles.announces(text)
        or fragments.is_fragment(text)
        or _TALKED_TO.search(_QUOTED.sub("“”", text))
    ):
        return False
    return text.rstrip("”’\"')").endswith(".") and not alone.leans(text) and not alone.points_back(text)


def dangles(text: str) -> bool:
    """Whether a sentence leans on the one before it in a way that a title cannot bear."""
    said = _QUOTED.sub("“”", text)
    return bool(_POINTS.search(said)) or alone.says_of_it(said)


def fleeting(text: str) -> bool:
    """Whether it leans on the day it was printed: 'on Wednesday', 'last month'."""
    return bool(_WHEN.search(text) or _MEANT.search(text))

"""A dated statement as the card of a timeline prints it: beside its date, in fourteen words at most.

The date's own words go where the card says the same ('on 3 May'), never where they say more
('by 3 May', 'not until May'). Then what can safely go goes; where that is not enough there is no card.
"""

from __future__ import annotations

import re

from briefpack.text import alone, cuts, names
from briefpack.text.shorten import has_verb, shorten

WORDS = 14
_LEAST = 3
_KEEPS = frozenset(
    "only not until till by since from before after to through between for as early late even first again than and or"
    " around about least most of mid back".split()
)
"""A date after one of these says more than the day."""
_GOES_ON = re.compile(r"\s?(?:and|or|to|until|till|through|bis|[-–—])\s?\w*\d|['’]s\b|\s(?:at|around|before|after)\s\d")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.$")
_FORMER = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]hen|[Ff]ormer)[ -])+$")


def card(text: str, date_words: str, language: str = "en") -> str:
    """The statement without full stop; '' where no safe deletion gets down to 14 words."""
    said = _undated(text, date_words) if language == "en" else text
    said = said if said.endswith((".", "!", "?", "”", '"')) else f"{said}."
    if language == "en" and _size(said) > WORDS:
        said = _briefer(said)
    said = said if _ABBREVIATED.search(said) else said.removesuffix(".")
    fits = _LEAST <= _size(said) <= WORDS and said[:1].isupper()
    return said if fits and not alone.leans(said, language) else ""


def _size(text: str) -> int:
    return len(text.split())


def _briefer(said: str) -> str:
    """Without roles before names, and without what says more about one thing, in the order of the least loss."""
    for way in (said, _without_roles(said)):
        short = shorten(way, WORDS) or _cut(way)
        if _size(short) <= WORDS:
            return short
    return said


def _cut(said: str) -> str:
    """One safe cut after the other until the words are few enough; a cut that leaves no sentence is not made."""
    for _ in range(3):
        for start, end in cuts.spans(said):
            rest = said[:start] + said[end:]
            if has_verb(rest) and _size(rest) > 4:
                said = shorten(rest, WORDS) or rest
                break
        if _size(said) <= WORDS:
            return said
    return said


def _undated(text: str, date_words: str) -> str:
    """Without 'on 3 May' or 'May 9' in 'the town's May 9 fair', where the text goes on without a seam."""
    place = text.find(date_words)
    if not date_words or place < 0 or text.count(date_words) > 1:
        return text
    before, after = text[:place], text[place + len(date_words) :]
    if _GOES_ON.match(after):
        return text
    lead = re.search(r"(?:^|(?P<comma>,)? ?\b)(?P<link>on|in|during|of|On|In|During)? ?(?:the )?$", before)
    link = (lead["link"] or "").lower() if lead else ""
    if re.match(r" [A-Za-z]", after) and re.search(r"(?:['’]s|\bits|\btheir|\bthe) $", before) and not link:
        return before + after[1:] if not date_words[-4:].isdigit() else text
    if lead is None or not _drops(before[: lead.start()], link, text):
        return text
    return _joined(before[: lead.start()].rstrip(" ,"), after)


def _drops(before: str, link: str, text: str) -> bool:
    """Whether the day alone says what the words before it say: not after 'only', 'by' or 'late'."""
    last = before.rstrip(" ,").rpartition(" ")[2].lower()
    if link == "of":
        return not has_verb(text)
    return last not in _KEEPS


def _joined(kept: str, after: str) -> str:
    """The two halves: a sentence that opened with its date opens with what follows."""
    if not kept:
        rest = after.lstrip(" ,")
        return rest[:1].upper() + rest[1:]
    inserted = after.startswith(",") and "," not in kept
    return kept + (after[1:] if inserted else after)


def _without_roles(said: str) -> str:
    """'Peruvian President Ana Lima' as 'Ana Lima': the people's own list says who she is."""
    for mention in reversed(names.people(said)):
        role = said[: mention.start].rstrip()
        if mention.role and role.endswith(mention.role) and " " in said[mention.start : mention.end]:
            start = _FORMER.sub("", role[: -len(mention.role)])
            said = start + said[mention.start :]
    return said

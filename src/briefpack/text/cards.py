"""A dated statement as the card of a timeline prints it: beside its date, in fourteen words at most.

The date's own words go where the card says the same ('on 3 May'), never where they say more
('by 3 May', 'not until May'). What can safely go goes first, but never the clause that has the date;
where that is not enough there is no card.
"""

from __future__ import annotations

import re

from briefpack.text import alone, cuts, dates, entries, lists, names, words
from briefpack.text.shorten import has_verb, shorten

WORDS = 14
_LEAST = 2
_KEEPS = frozenset(
    "only not until till by since from before after to through between for as early late even first again than and or"
    " around about least most mid back begin start end open expire last run".split()
)
"""A date after one of these says more than the day, or is all that they say."""
_BEING = frozenset("be been is are was were remains remained becomes became".split())
"""'The gate should open on 1 May for all' says nothing else."""
_GOES_ON = re.compile(r"\s?(?:and|or|to|until|till|through|bis|[-–—])\s?\w*\d|['’]s\b|\s(?:at|around|before|after)\s\d")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.$")
_FORMER = re.compile(r"(?:(?:^|(?<= ))(?:[Tt]he|[Aa]n?|[Tt]hen|[Ff]ormer|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)[ -])+$")
_LED = re.compile(r"(?:^|(?:,)? ?\b)(?P<link>on|in|during|of|between|from)? ?(?:the )?$", re.IGNORECASE)
_LEAD = 24
"""Letters of ', between the ' and a little more."""
_AND = re.compile(r",? (?:and|but|or)\b")
"""'Approved in May and withdrawn in June' has two dates."""
_EXPLAINED = re.compile(r", (?:the|an?|its|their|\w+ (?:days|weeks|months|years) (?:before|after|since|ahead)) ")
"""'On 3 May, the anniversary of the treaty': what follows says more of the day, and needs it."""
_RELATIVE = re.compile(r", (?:which|who) [\w’'-]+(?: [\w’'-]+)? (?:on|in|during) (?:the )?$")
"""'The service, which ended in 1989': without its date the clause says nothing."""
_LONE = re.compile(r", [a-z][\w’'-]*$")
"""'The law, passed in May, …' is nothing without its date."""
_OWNED = re.compile(r"(?:['’]s|\bits|\btheir|\bthe) $")
_BEFORE_VERB = _BEING | frozenset("has have had and or but then also not never who which that it".split())
_DONE_BY = re.compile(r"\b(?:was|were|is|are|been) (?:[a-z]+ly )?[a-z]+ (?:by|on|with|from|for|of|in|at) [^,;:]+$")
_PLACE = re.compile(r", (?:in|at|near|outside) [A-Z][^;:–—]*(?=[.]$)")
_TOWN = re.compile(
    r"(?<= )(?P<at>at (?:the|an?) [^,;:–—]*?[a-z]) in [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:, [A-Z][^,;:–—.]*)?(?=[.]$)"
)
_ALSO_CALLED = re.compile(r", or [A-Z][A-Z.]+,")
_OCCASION = re.compile(r"(?:The|An?|[^,;:—–]+[’']s) [^,;:—–]+$")


def card(text: str, date_words: str, language: str = "en", *, period: bool = False) -> str:
    """The statement without full stop; '' where no safe deletion gets down to 14 words.

    `period` says that the date is one with two ends, and its words name both.
    """
    text = text if text.endswith((".", "!", "?", "”", '"')) else f"{text}."
    said = _english(text, date_words, period=period) if language == "en" else text
    said = said if said.endswith(".") and _ABBREVIATED.search(said) else said.removesuffix(".")
    fits = _LEAST <= _size(said) <= WORDS and said[:1].isupper()
    return said if fits and not alone.leans(said, language) else ""


def _english(text: str, date_words: str, *, period: bool) -> str:
    said = _undated(text, date_words, period=period)
    if _size(said) <= WORDS:
        return said
    beside = WORDS + _size(date_words)
    for way, most in ((text, beside), (text, WORDS), (_without_roles(text), beside)):
        said = _nearer(_undated(_cut(way, date_words, most), date_words, period=period))
        if _size(said) <= WORDS:
            return said
    return _without_roles(_occasion(text, date_words)) or said


def _size(text: str) -> int:
    return len(text.split())


def _cut(text: str, date_words: str, most: int) -> str:
    """One safe cut after the other until the words are few enough; the clause that has the date stays."""
    text = _ALSO_CALLED.sub("", text)
    for _ in range(3):
        if _size(text) > most:
            text = _kept(shorten(text, most), date_words) or _first_cut(text, date_words)
    return text


def _first_cut(text: str, date_words: str) -> str:
    for start, end, _ in cuts.spans(text):
        rest = f"{text[:start].rstrip()}{_gap(text[end:])}{text[end:].lstrip()}"
        if has_verb(rest) and _size(rest) > 4 and _kept(rest, date_words):
            return rest
    return text


def _gap(after: str) -> str:
    return "" if after.lstrip()[:1] in (",", ".", ";", ":", "") else " "


def _kept(rest: str | None, date_words: str) -> str:
    return rest if rest and date_words in rest else ""


def _nearer(said: str) -> str:
    """'…, in Bergen, Norway' and 'at the summit in Bergen, Norway' say where, which a card can do without."""
    rest = _PLACE.sub("", _TOWN.sub(r"\g<at>", said))
    return rest if has_verb(rest) and _size(said) > WORDS and not cuts.limited(said) else said


def _occasion(text: str, date_words: str) -> str:
    """'The mayor's trip to Oslo on 3 May shows …': the trip, if nothing says that it was called off."""
    before, found, after = text.partition(f" {date_words} ")
    phrase = re.sub(r" (?:on|in|of)(?: the)?$", "", before)
    if not found or phrase == before or not _OCCASION.match(phrase) or has_verb(re.sub(r"[’']s\b", "", phrase)):
        return ""
    happens = any(word in lists.load("events.nouns") for word in phrase.split())
    goes_on = after.split(" ", 1)[0]
    safe = happens and (goes_on in words.data("verbs-en") or goes_on.endswith(("s", "ed")))
    return phrase if safe and not (cuts.limited(phrase) or entries.holds(after, "cancelled-en")) else ""


def _undated(text: str, date_words: str, *, period: bool) -> str:
    """Without 'on 3 May' or 'May 9' in 'the town's May 9 fair', where the text goes on without a seam."""
    if not date_words or text.count(date_words) != 1:
        return text
    before, after = text.split(date_words)
    lead = _LED.search(before, max(len(before) - _LEAD, 0))
    link = (lead["link"] or "").lower() if lead else ""
    if lead is None or _GOES_ON.match(after) or (_AND.match(after) and dates.find(after)):
        return text
    if (_EXPLAINED.match(after) and before[: lead.start()].strip()) or _RELATIVE.search(before):
        return text
    if re.match(r" [A-Za-z]", after) and _OWNED.search(before) and not link:
        return text if date_words[-4:].isdigit() else before + after[1:]
    kept = before[: lead.start()].rstrip(" ,")
    return _joined(kept, after) if _drops(kept, link, text, period=period) else text


def _drops(before: str, link: str, text: str, *, period: bool) -> bool:
    """Whether the card's date alone says what the words before it say: not after 'only', 'by' or 'late'."""
    if link == "of":
        return not has_verb(text)
    if link in ("between", "from"):
        return period
    last = before.rpartition(" ")[2].lower()
    return last not in _KEEPS and (bool(link) or last not in _BEING) and not (_LONE.search(before) or _told_of(before))


def _told_of(before: str) -> bool:
    """'No smoke was seen by the cameras fitted (in May)': the date tells of the cameras, and says nothing without."""
    rest, _, last = before.rpartition(" ")
    row = rest.split()
    if not last.endswith("ed") or not row or row[-1].lower() in _BEFORE_VERB or row[-1].endswith(("ly", ",")):
        return False
    return bool(_DONE_BY.search(rest))


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
            said = _FORMER.sub("", role[: -len(mention.role)]) + said[mention.start :]
    return said

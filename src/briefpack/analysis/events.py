"""What happened when: the dated statements of the sources, in order of time.

An event's text is the sentence, or the clause of it that has the date, and stands alone; a statement
that leans on its neighbour is left out. What nothing settles keeps its words and has no date. What was
denied, undone or only supposed is not told as an event; what several sources tell is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefpack.analysis import _event_stands as stands
from briefpack.analysis import _event_voices as voices
from briefpack.analysis import _interviews
from briefpack.analysis._clause_parts import FINITE
from briefpack.analysis._clauses import stands_alone, statement, verb
from briefpack.analysis._event_accounts import Account, joined
from briefpack.analysis._event_status import is_called_off, is_moved_to, is_told
from briefpack.analysis._event_subjects import Told, named
from briefpack.analysis._own_clauses import own
from briefpack.model import Brief, Event, Passage, Quote, Ref, Source
from briefpack.text import dates, entries, names, speech, tense, words
from briefpack.text.anchor import written
from briefpack.text.cards import card
from briefpack.text.dates import Dated
from briefpack.text.shorten import has_verb

_LONGEST = 1200
"""Letters of a sentence; nobody reads a longer one as an event."""
_MOST = 40
_MOST_DATES = 12
"""Dates of a sentence; more make a table."""
_BARE = 7
"""Words of a body line that may be no sentence: 'Claim No. 8 of 2019.'"""
_LOOSE_END = re.compile(r"(?:\w+ing|[:,;—–]|\b(?:that|to|of|the|a|an|and|or|for|with|in))$")
_TELLS_WHOM = re.compile(r"\b(?:told|asked|urged|warned|reminded) (?:\w+ ){1,3}\w+$")
_AHEAD = re.compile(r"\b(?:will|would|due|expect\w*|plan\w*|scheduled|set to|to be|supposed|(?:is|are|was|were) to)\b")
_OWNED = re.compile(r"(?:\bthe|\bits|\btheir|['’]s) $")
_REDUCED = re.compile(
    r"(?:An?|The) (?:(?!(?:was|were|is|are|has|had|will|would) )[\w’'-]+ ){1,6}"
    r"(?:\w+ed|held|made|taken|given) (?:on|in|at) $"
)
_GLOSSES = re.compile(
    r"\b(?:describ|dismiss|denounc|condemn|brand|hail|mock|ridicul|label)\w*\b[^“\"]{1,80} as [“\"][a-z]"
)
"""'described the claims as “a story for losers”': a deed, in the words of which only some are quoted."""
_ANY = re.compile(r"\b(?:first|every|each|any|an ordinary|most|some) $", re.IGNORECASE)
"""'The first October', 'every June': nobody knows of which year."""
_YEARLY = re.compile(r"(?:In|Every|By) [A-Z][a-z]+,? ")
"""'In April the ice drifts out of the bay', with no verb of the past: every June."""
_HOURS_OLD = re.compile(r"this (?:week|month|year)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Here:
    """Where a sentence stands."""

    source: Source
    day: str
    """Of writing."""
    order: str
    """Of figures in dates."""
    before: Passage | None
    """The sentence before."""


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Event, ...]:
    """The dated statements, earliest first; those without a settled date last. Of too many the best attested stay."""
    told = joined(account for source in sources for account in _in_source(source, found.quotes))
    accounts = [account for account in told if not account.idle]
    kept = sorted(accounts, key=_worth)[:_MOST] if len(accounts) > _MOST else accounts
    events = [account.event for account in accounts if account in kept]
    return tuple(sorted(events, key=lambda event: (not event.date, event.date.replace("X", "0"))))


def _worth(account: Account) -> tuple[bool, int, bool, bool, int]:
    """The best first: settled, told by several documents, in a sentence of the body, with a short form, to the day."""
    event = account.event
    told_by = len({ref.source for ref in event.refs})
    return not event.date, -told_by, account.caption, not event.short, -len(event.date)


def _in_source(source: Source, quotes: tuple[Quote, ...] = ()) -> Iterator[Account]:
    texts = [passage.text for passage in source.passages]
    day = written(texts, source.published)
    order, language = dates.order(texts), source.language or "en"
    lead, before, turns = "", None, _interviews.turns(source)
    for told in named(source.passages) if language == "en" else map(_as_is, source.passages):
        here = _Here(source, day, order, before)
        for event in () if told.passage.ref in turns else _in_passage(_item(told, lead), here):
            caption = told.passage.kind == "caption"
            yield Account(event, caption, idle=caption and not _shows_event(told.text))
        lead, before = _lead_after(told.passage, lead), told.passage
    for (text, refs), dated in voices.quoted(quotes, source, day, order) if language == "en" else ():
        if _counts(text.partition("“")[2], dated):
            yield Account(_event(text, refs, dated, source))


def _as_is(passage: Passage) -> Told:
    return Told(passage.text, (passage.ref,), passage)


def _lead_after(passage: Passage, lead: str) -> str:
    """The sentence with a colon that a list stands under."""
    if passage.text.endswith(":"):
        return passage.text
    return lead if passage.kind == "item" else ""


def _item(told: Told, lead: str) -> Told:
    """'The ministry announced: • from 1 May, a levy will apply;': the item as a sentence."""
    text = told.text
    if told.passage.kind != "item" or not text[:1].islower() or not has_verb(text):
        return told
    if not {word.lower() for word in words.words(lead)} & words.data("events.deciding"):
        return told
    bare = re.sub(r"(?:[;,.]|[;,]? and)+$", "", text)
    return replace(told, text=f"{bare[0].upper()}{bare[1:]}.")


def _in_passage(told: Told, here: _Here) -> Iterator[Event]:
    text, language = told.text, here.source.language or "en"
    found = dates.find(text, published=here.day, order=here.order) if len(text) < _LONGEST else ()
    if not found or len(found) > _MOST_DATES:
        return
    quoted = speech.spans(text)
    seen: dict[str, bool] = {}
    for dated in sorted(found, key=lambda one: (-len(one.date), _when_said(text, one, found))):
        if any(span.start < dated.start < span.end for span in quoted) or not _counts(text, dated):
            continue
        if (quoted and _dates_the_speech(text, dated)) or (language == "en" and not is_told(text, dated)):
            continue
        said, refs = _telling(told, dated, here)
        event = _event(said, refs, dated, here.source) if said else None
        if event and (said not in seen or _is_another(event, seen[said])):
            seen[said] = event.planned
            yield event


def _is_another(event: Event, planned: bool) -> bool:
    """'She said on Friday that she would go on Monday': of two dates one is past, or both are to come."""
    return bool(event.date) and (event.planned or planned)


def _telling(told: Told, dated: Dated, here: _Here) -> voices.Telling:
    """The text of an event, which stands alone, and its passages; both empty where there is none."""
    source, language = here.source, here.source.language or "en"
    official = source.genre == "official"
    said = statement(told.text, dated, language)
    if stands.is_full(said, language, official=official) and (said != told.text or _says(told, dated, language)):
        return said, told.refs
    if language != "en" or told.passage.kind == "caption":
        return "", ()
    settled = dated.date and (
        voices.signed(told.text, told.refs, dated, source)
        or voices.of_itself(told.text, told.refs, source)
        or voices.with_before(told, dated, here.before, official=official)
    )
    if settled:
        return settled
    clause = own(told.text, dated)
    stands_so = clause and stands_alone(clause, language) and stands.is_full(clause, language, official=official)
    return (clause, told.refs) if stands_so else ("", ())


def _event(said: str, refs: tuple[Ref, ...], dated: Dated, source: Source) -> Event:
    words_of_date = dated.words if dated.date else ""
    short = _short(card(said, words_of_date, source.language or "en", period=bool(dated.until)), said, dated.words)
    planned = _planned(said, dated, source.published or "")
    return Event(said, refs, dated.date, dated.until, dated.words, planned, short)


def _short(text: str, said: str, date_words: str) -> str:
    """The card's words, unless its cut left half a statement: '… a review showing', 'A bill published would …'."""
    before, _, after = said.partition(date_words)
    torn = date_words not in text and re.match(r" [a-z]+ ", after) and (_REDUCED.match(before) or _OWNED.search(before))
    return "" if torn or _LOOSE_END.search(text) or _TELLS_WHOM.search(text) else text


def _says(told: Told, dated: Dated, language: str) -> bool:
    """A whole sentence, or a caption; not the row of a table."""
    kind, text = told.passage.kind, told.text
    if kind == "caption":
        return True
    if ";" in text and language == "en" and not tense.has_verb(text.partition(";")[0]):
        return False
    if ";" in text and not text.endswith((".", "!", "?", "”", '"', "»")):
        return False
    if kind == "body" and language == "en":
        return bool(dated.tense or has_verb(text) or len(text.split()) > _BARE)
    if language == "en" and text.endswith(".") and len(text.split()) > _BARE:
        return has_verb(text)
    return language != "en" or bool(verb(text) or dated.tense)


def _shows_event(caption: str) -> bool:
    """'A gull sits on a crane on Thursday' shows none."""
    if any(one.explicit for one in dates.find(caption)):
        return True
    return entries.holds(caption, "events.nouns") or any(one.evidence for one in names.people(caption))


def _counts(text: str, dated: Dated) -> bool:
    """Not a length of time nor a mere reference: '(Silva 2019)'; an unsettled 'this year' says nothing."""
    if not dated.date:
        if not re.search(r"[A-Z]", text[1:].replace(dated.words, "")):
            return False
        owned = re.match("['’]s", text[dated.end :])
        return not owned and _is_named(dated)
    if len(dated.date) == 4 and text[dated.end : dated.end + 1] == ")":
        return False
    if dated.until and not dated.explicit and re.match("['’]s", text[dated.end :]):
        return False
    if not dated.explicit and _ANY.search(text, 0, dated.start):
        return False
    if _YEARLY.match(text) and not (dated.explicit or dated.tense or FINITE.search(text)):
        return False
    return not _HOURS_OLD.match(dated.words) or dated.tense == "future"


def _is_named(dated: Dated) -> bool:
    """A day, or a month of which a verb says whether it is over, though its year is not known."""
    return dated.weekday >= 0 or bool(dated.day or (dated.month and dated.tense)) or "/" in dated.words


def _when_said(text: str, dated: Dated, found: tuple[Dated, ...]) -> bool:
    """'The harbour said on Friday that its gates broke on Thursday': of two days the one of the saying comes second."""
    if len(found) < 2:
        return False
    before = re.sub(r" (?:on|in|late|early)$", "", text[: dated.start].rstrip()).split()
    return bool(before) and before[-1].lower() in words.data("speech.verbs")


def _dates_the_speech(text: str, dated: Dated) -> bool:
    """'…,” she said on Tuesday', 'On Tuesday, the agency said … “…”': when it was said, not what happened."""
    if dated.explicit or len(dated.date) in (4, 7) or _GLOSSES.search(text):
        return False
    for one in speech.said(text):
        between = text[one.end : dated.start] if dated.start > one.end else text[dated.end : one.start]
        if len(between.split()) < (3 if dated.start > one.end else 9) and not re.search(r"[.;]", between):
            return True
    return False


def _planned(text: str, dated: Dated, day: str) -> bool:
    """Still to come by the verb, or by the day of publication; what was called off is not."""
    if is_called_off(text) and not is_moved_to(text[: dated.start]):
        return False
    if dated.tense == "future" and not (len(dated.date) == 10 and dated.date < day and not _AHEAD.search(text)):
        return True
    return bool(dated.date and day) and dated.date[: len(day)] > day[: len(dated.date)] and "X" not in dated.date

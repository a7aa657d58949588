"""Dated statements that need their speaker or the sentence before: a writer's own, quoted ones, and pairs of two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.analysis import _event_stands as stands
from briefpack.analysis._clauses import is_aside, is_bound, stands_alone
from briefpack.analysis._event_subjects import Told
from briefpack.analysis._voices import author
from briefpack.model import Passage, Quote, Ref, Source
from briefpack.text import alone, dates, names, sentences, tense, words
from briefpack.text.dates import Dated
from briefpack.text.shorten import has_verb

Telling = tuple[str, tuple[Ref, ...]]
"""The text of an event and the passages that it takes."""

_MOST = 70
"""Words of two sentences, or of a quotation."""
_LEAST = 6
"""Words of a quotation that tells something."""
_SINGULAR = re.compile(r"\b(?:I|me|my|mine)\b")
_PLURAL = re.compile(r"\b(?:[Ww]e|us|[Oo]ur|ours)\b")
_YOU = re.compile(r"\b(?:you|your)\b|^(?:Let|Take|Consider|Imagine|Ask|Look)\b|\?", re.IGNORECASE)
_MARKS = re.compile(r"[“”\"«»]|(?<!\w)[‘']")
_ENDS = re.compile(r"[.!…][”\"’')]*$")
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_ITSELF = re.compile(
    r"This (?:Act|Order|Regulation|Decision|Law|Bill|Notice|Directive|Decree|Agreement|Treaty|Resolution|Rule|"
    r"Ordinance) (?:shall|will|takes?|comes?|enters?|applies|ends|expires|is|was) "
)
_HOUSES = frozenset({"analysis", "official", "explainer", "editorial"})
"""Genres in which 'we' is the house."""


def signed(text: str, refs: tuple[Ref, ...], dated: Dated, source: Source) -> Telling | None:
    """'In 1998 I ran a ferry' of a text by one author: 'Jane Doe writes: “In 1998 I ran a ferry.”'"""
    who = _writer(text, source)
    if not who or is_bound(text, dated) or _MARKS.search(text) or _YOU.search(text) or alone.leans(text):
        return None
    return f"{who}: “{text}”", refs


def of_itself(text: str, refs: tuple[Ref, ...], source: Source) -> Telling | None:
    """'This Order shall take effect on 1 May' of an official text: 'Seed Order: “This Order …”'."""
    titled = source.genre == "official" and source.title and not source.title_derived
    if not titled or not _ITSELF.match(text) or _MARKS.search(text) or alone.leans(f"The{text[4:]}"):
        return None
    return f"{source.title}: “{text}”", refs


def _writer(text: str, source: Source) -> str:
    """Whom 'I' or 'we' means; empty where that is not certain."""
    one = len(source.authors) == 1
    if _SINGULAR.search(text):
        return f"{source.authors[0]} writes" if one else ""
    if not _PLURAL.search(text) or source.genre == "news":
        return ""
    if source.genre in _HOUSES and (source.publisher or source.authors):
        return f"{source.publisher} writes" if source.publisher else f"{author(source)} {'writes' if one else 'write'}"
    return f"{source.authors[0]} writes" if one and source.genre == "opinion" else ""


def with_before(told: Told, dated: Dated, before: Passage | None, *, official: bool) -> Telling | None:
    """'The court upheld the fine. An appeals court reversed that decision in May': both, as they stand."""
    text, place = told.text, told.passage
    if before is None or not _follows(before, place) or not _tells(text, dated) or not _opens(before.text, official):
        return None
    if len(before.text.split()) + len(text.split()) > _MOST or not _is_clear(before.text, text):
        return None
    return f"{before.text} {text}", tuple(dict.fromkeys((*told.refs, before.ref)))


def _follows(before: Passage, place: Passage) -> bool:
    one = before.ref.paragraph == place.ref.paragraph and before.ref.source == place.ref.source
    return one and before.kind == place.kind and before.kind != "caption"


def _tells(text: str, dated: Dated) -> bool:
    """The second sentence: its date is its own, and it is neither the writer's nor a quotation's."""
    if _MARKS.match(text) or _SINGULAR.search(text) or _PLURAL.search(text) or _YOU.search(text):
        return False
    return bool(_ENDS.search(text)) and not stands.bids(text) and not is_aside(text, dated)


def _opens(text: str, official: bool) -> bool:
    """The first sentence stands alone."""
    if (
        not _ENDS.search(text)
        or _YOU.search(text)
        or _SINGULAR.search(text)
        or not (has_verb(text) or tense.has_verb(text))
    ):
        return False
    return _closed(text) and stands_alone(text, "en") and stands.is_full(text, "en", official=official)


def _closed(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and not text.startswith(("“", '"'))


def _is_clear(first: str, second: str) -> bool:
    """'He' or 'she' is the one office that the sentence before speaks of; a person would have been named already."""
    if not _HE.search(second.partition(",")[0]) and not re.search(r", (?:he|she) [a-z]+", second):
        return True
    if any(one.evidence for one in names.people(first)):
        return False
    return len({word.lower() for word in first.split()} & words.data("names.roles")) == 1


def quoted(quotes: tuple[Quote, ...], source: Source, day: str, order: str) -> Iterator[tuple[Telling, Dated]]:
    """What was said in quotation marks and gives a date: 'According to Ana Ruiz: “We shut it in 2019.”'

    Never 'Ana Ruiz said': beside 2019 that would tell when she spoke.
    """
    for quote in quotes:
        own = quote.refs and quote.refs[0].source == source.key and quote.speaker
        if not own or not _LEAST <= len(quote.text.split()) <= _MOST or not quote.text[:1].isupper():
            continue
        text = quote.text.rstrip(",;: ")
        if not has_verb(sentences.split(text)[0]):
            continue
        text = text if _ENDS.search(text) else f"{text}."
        found = [one for one in dates.find(text, published=day, order=order) if one.date]
        if found and not _YOU.search(text) and not alone.leans(text):
            who = re.sub(r"^The (?=[a-z])", "the ", quote.speaker)
            yield (f"According to {who}: “{text}”", quote.refs), found[0]

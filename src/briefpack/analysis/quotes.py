"""Which words the sources quote, and whose they are.

A quotation belongs to the verb of speech right after it, else to the one before it in its sentence,
else to the one that the quotation before it had. Words between marks that nobody is said to have
spoken are a term or a doubt ('so-called'), unless they are long.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from briefpack.analysis._paragraphs import Paragraph, paragraphs
from briefpack.analysis._speakers import NOBODY, Speaker, Speakers
from briefpack.model import Brief, Quote, Source
from briefpack.text.speech import Said, Span

LONGEST = 60
"""Words of one quotation; a longer one is cut between its sentences."""
STATEMENT = 6
"""Words that make a quotation without a speaker a statement, not a term."""
ATTRIBUTED = 4
"""Words that make an attributed one a statement; fewer only where it is a whole utterance."""


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Quote, ...]:
    """The quotations: first whole statements with their speaker, those of nobody certain last."""
    rows = [quote for source in sources for quote in _in_source(source, found)]
    merged: dict[str, Quote] = {}
    for quote in rows:
        key = re.sub(r"\W+", " ", quote.text.lower()).strip()
        known = merged.get(key)
        merged[key] = quote if known is None else replace(known, refs=known.refs + quote.refs)
    return tuple(sorted(merged.values(), key=lambda quote: (not quote.speaker, not quote.text[:1].isupper())))


_REACH = 440
"""Letters after a quotation within which its verb stands: a subject has at most 400."""


@dataclass(frozen=True, slots=True)
class _Attributed:
    """A quotation with its speaker and how sure the place of the verb makes it."""

    span: Span
    speaker: Speaker
    utterance: bool
    """True where the quotation is what was said, not a part of the writer's sentence."""


def _in_source(source: Source, found: Brief) -> list[Quote]:
    speakers = Speakers(found)
    rows: list[Quote] = []
    carried = NOBODY
    for paragraph in paragraphs(source):
        attributed = _attributed(paragraph, speakers, carried)
        for one in attributed:
            rows += _quotes(one, paragraph)
        carried = _carried(paragraph, attributed)
    return rows


def _attributed(paragraph: Paragraph, speakers: Speakers, carried: Speaker) -> list[_Attributed]:
    said = _Said(paragraph, speakers.of(paragraph.said, paragraph))
    found: list[_Attributed] = []
    for span in paragraph.quoted:
        one = _by_verb(span, paragraph, said) or _by_colon(span, paragraph, speakers)
        if one is None:
            before = carried if not found else found[-1].speaker
            goes_on = _goes_on(span, paragraph, found[-1].span.end if found else 0)
            one = _Attributed(span, before if goes_on else NOBODY, goes_on)
        found.append(one)
    return found


class _Said:
    """The verbs of speech of a paragraph with their speakers, found by place."""

    def __init__(self, paragraph: Paragraph, who: tuple[Speaker, ...]) -> None:
        self._pairs = tuple(zip(paragraph.said, who, strict=True))
        self._starts = [one.start for one in paragraph.said]

    def between(self, first: int, last: int) -> tuple[tuple[Said, Speaker], ...]:
        """Those that begin from `first` on and before `last`."""
        return self._pairs[bisect_left(self._starts, first) : bisect_left(self._starts, last)]


def _by_verb(span: Span, paragraph: Paragraph, said: _Said) -> _Attributed | None:
    """By the verb right after the quotation, else by the last one before it in its sentence."""
    for one, speaker in said.between(span.end, span.end + _REACH):
        if _right_after(span, one, paragraph):
            return _Attributed(span, speaker, utterance=True)
    first = _sentence_start(paragraph, span.start)
    before = [pair for pair in said.between(first, span.start) if pair[0].end <= span.start]
    if not before:
        return None
    one, speaker = before[-1]
    between = paragraph.hidden[one.end : span.start]
    return _Attributed(span, speaker, utterance=bool(re.fullmatch(r"[^.;”]{0,60}[:,]\s*", between)))


def _right_after(span: Span, one: Said, paragraph: Paragraph) -> bool:
    """'…,” she said', '…,” said Ana Silva', '…», a déclaré'; after a full stop a new sentence begins."""
    if one.start < span.end or (span.inner.endswith(".") and not one.inverted and one.subject[:1].isupper()):
        return False
    head = one.start if one.inverted else one.subject_start
    between = paragraph.hidden[span.end : head].strip(" ,—–")
    return between in ("", "a", "avait", "hat", "ha", "the", "The") or (
        not one.inverted and bool(re.fullmatch(r"(?:[a-z]+ )?(?:[a-z]+)?", between)) and len(between) < 12
    )


def _by_colon(span: Span, paragraph: Paragraph, speakers: Speakers) -> _Attributed | None:
    """'Ana Silva: “…”'."""
    lead = paragraph.hidden[_sentence_start(paragraph, span.start) : span.start].rstrip()
    if not lead.endswith(":") or len(lead.split()) > 12:
        return None
    speaker = speakers.named(lead[:-1])
    return _Attributed(span, speaker, utterance=True) if speaker.name else None


def _goes_on(span: Span, paragraph: Paragraph, last: int) -> bool:
    """A quotation that is a sentence of its own goes on where a verb of speech left off."""
    between = paragraph.hidden[last : span.start]
    if not last:
        return not between.strip()
    return span.inner[:1].isupper() and bool(re.search(r"(?:^|[.!?])\s*$", between.rstrip(" ")))


def _sentence_start(paragraph: Paragraph, place: int) -> int:
    """Where the sentence around a quotation begins; a quotation before it may belong to the same sentence."""
    first = paragraph.starts[paragraph.index(place)]
    stops = [
        m.end() for m in re.finditer(r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)[.!?]\s+", paragraph.hidden[first:place])
    ]
    return first + (stops[-1] if stops else 0)


def _carried(paragraph: Paragraph, attributed: list[_Attributed]) -> Speaker:
    """Who goes on speaking if the next paragraph opens with a quotation."""
    if not attributed:
        return NOBODY
    last = attributed[-1]
    rest = paragraph.hidden[last.span.end :]
    return last.speaker if last.utterance and rest.count(".") < 2 and len(rest.split()) < 30 else NOBODY


def _quotes(one: _Attributed, paragraph: Paragraph) -> list[Quote]:
    if not _is_statement(one):
        return []
    span, speaker = one.span, one.speaker
    start = paragraph.text.index(span.inner, span.start) if span.inner else span.start
    pieces = _pieces(paragraph, start, start + len(span.inner))
    return [
        Quote(paragraph.text[a:b].strip().removesuffix(","), paragraph.refs(a, b), speaker.name, speaker.role)
        for a, b in pieces
    ]


def _pieces(paragraph: Paragraph, start: int, end: int) -> list[tuple[int, int]]:
    """The quotation whole, or cut between its sentences where it is long."""
    if len(paragraph.text[start:end].split()) <= LONGEST:
        return [(start, end)]
    cuts = [start, *(place for place in paragraph.starts if start < place < end), end]
    return list(pairwise(cuts))


def _is_statement(one: _Attributed) -> bool:
    words = re.findall(r"[^\W_][\w’'-]*", one.span.inner)
    if _is_title(words):
        return False
    if not one.speaker.name:
        return len(words) >= STATEMENT
    if one.utterance and one.span.inner[:1].isupper():
        return len(words) > 1
    return len(words) >= ATTRIBUTED


def _is_title(words: list[str]) -> bool:
    """'The Silent Spring of Our Century': nearly every long word has a capital."""
    long = [word for word in words if len(word) > 3]
    return len(words) > 1 and len(long) > 1 and sum(word[0].isupper() for word in long) > 0.7 * len(long)

"""Which words the sources quote, and whose they are.

A quotation belongs to the verb of speech right after it, else to the one before it in its sentence,
else to the one that the quotation before it had. Words between marks that nobody is said to have
spoken are a term or a doubt ('so-called'), unless they are long.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from briefpack.analysis import _asked, _interviews
from briefpack.analysis._paragraphs import Paragraph, paragraphs
from briefpack.analysis._reading import Reading
from briefpack.analysis._speakers import NOBODY, Speaker, Speakers
from briefpack.analysis._voicebook import Voicebook, voicebooks
from briefpack.model import Brief, Quote, Ref, Source
from briefpack.text.speech import Said, Span

LONGEST = 60
"""Words of one quotation; a longer one is cut between its sentences."""
STATEMENT = 6
"""Words that make a quotation without a speaker a statement, not a term."""
ATTRIBUTED = 4
"""Words that make an attributed one a statement; fewer only where it is a whole utterance."""


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Quote, ...]:
    """The quotations: first whole statements with their speaker, those of nobody certain last."""
    books = voicebooks(sources, found)
    rows = [quote for source in sources for quote in _in_source(source, books[source.key])]
    merged: dict[str, Quote] = {}
    for quote in rows:
        key = re.sub(r"\W+", " ", quote.text.lower()).strip()
        known = merged.get(key)
        merged[key] = quote if known is None else replace(known, refs=known.refs + quote.refs)
    return tuple(sorted(merged.values(), key=lambda quote: (not quote.speaker, not quote.text[:1].isupper())))


_REACH = 440
"""Letters after a quotation within which its verb stands: a subject has at most 400."""
_NEAR = 62
"""Letters between a verb and the words that it introduces."""
_LEAD = 200
"""Letters before a colon that are read."""
_PRONOUN = re.compile(r"[\s,—–]*(?P<word>he|she) [a-z]")
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}): ")


_ASIDE = re.compile(r"^\([A-Z][a-z]+(?: [a-z]+){0,3}\.?\) ")
"""'(Laughs.)' before an answer."""
_YOU_SAID = re.compile(r"\b[Yy]ou (?:once |also |have )?(?:told|said|wrote|called|argued|promised)\b[^.?!]*$")


@dataclass(frozen=True, slots=True)
class _Attributed:
    """A quotation with its speaker and how sure the place of the verb makes it."""

    span: Span
    speaker: Speaker
    utterance: bool
    """True where the quotation is what was said, not a part of the writer's sentence."""


def _in_source(source: Source, book: Voicebook) -> list[Quote]:
    speakers = Speakers(book, _turns(source))
    told: list[tuple[Paragraph, list[_Attributed]]] = []
    carried = NOBODY
    before: Reading | None = None
    turns = _interviews.turns(source)
    answers = _asked.answers(source, turns, speakers)
    for paragraph in _quoting(source, turns):
        turn = turns.get(paragraph.passages[0].ref)
        if turn and turn.label == "Q":
            attributed = _attributed(Reading(paragraph, speakers), NOBODY)
            attributed = [_told_back(one, paragraph, answers) for one in attributed]
        elif turn:
            attributed = _in_turn(paragraph, turn, answers if turn.label == "A" else speakers.talking(turn.label))
        else:
            reported = before.reported_last() if before and not carried and _fills(paragraph) else NOBODY
            reading = Reading(paragraph, speakers)
            attributed = _attributed(reading, carried or reported)
        told.append((paragraph, attributed))
        carried = _carried(paragraph, attributed)
        before = None if turn else reading
    return [quote for paragraph, row in _taken_up(told) for one in row for quote in _quotes(one, paragraph)]


def _fills(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one quotation and nothing else: whom the sentence before reports may be quoted."""
    return (
        len(paragraph.quoted) == 1
        and paragraph.quoted[0].closed
        and not any(letter.isalpha() for letter in paragraph.hidden)
    )


def _taken_up(told: list[tuple[Paragraph, list[_Attributed]]]) -> list[tuple[Paragraph, list[_Attributed]]]:
    """What a paragraph leaves open is said by whom the next one names: '“We had a plan. ¶ “It failed,” she said.'"""
    after = NOBODY
    for place in range(len(told) - 1, -1, -1):
        paragraph, row = told[place]
        if row and after and not row[-1].speaker and not row[-1].span.closed:
            row = [*row[:-1], replace(row[-1], speaker=after, utterance=True)]
            told[place] = (paragraph, row)
        opens = bool(row) and not paragraph.hidden[: row[0].span.start].strip()
        after = row[0].speaker if opens else NOBODY
    return told


def _quoting(source: Source, turns: dict[Ref, _interviews.Turn]) -> list[Paragraph]:
    """Its paragraphs up to the last with a quotation or a turn: what follows tells of nobody who has spoken before."""
    row = list(paragraphs(source))
    while row and not row[-1].quoted and row[-1].passages[0].ref not in turns:
        row.pop()
    return row


def _told_back(one: _Attributed, paragraph: Paragraph, answers: Speaker) -> _Attributed:
    """What a question quotes: 'You told us, “…”' is whose answers they are; all else is as the text says."""
    yours = _YOU_SAID.search(paragraph.hidden[: one.span.start])
    return replace(one, speaker=answers) if yours and not one.speaker else one


def _in_turn(paragraph: Paragraph, turn: _interviews.Turn, speaker: Speaker) -> list[_Attributed]:
    """A paragraph of a talk, whole and without its label, where it is known whose it is and it asks nothing."""
    inner = _ASIDE.sub("", paragraph.text[turn.skip :]).strip('“”" ')
    if not speaker or inner.endswith("?") or len(inner.split()) < STATEMENT:
        return []
    start = paragraph.text.index(inner)
    return [_Attributed(Span(start, start + len(inner), inner), speaker, utterance=True)]


def _attributed(reading: Reading, carried: Speaker) -> list[_Attributed]:
    paragraph = reading.paragraph
    found: list[_Attributed] = []
    for span in paragraph.quoted:
        one = next((one for rule in _RULES if (one := rule(span, reading))), None)
        if one is None:
            before = carried if not found else found[-1].speaker
            goes_on = _goes_on(span, paragraph, found[-1].span.end if found else 0)
            one = _Attributed(span, before if goes_on else NOBODY, goes_on)
        if not one.speaker and (speaker := _before_it(span, reading)):
            one = _Attributed(span, speaker, utterance=True)
        found.append(one)
    return found


def _by_label(span: Span, reading: Reading) -> _Attributed | None:
    """'“SILVA: Nobody asked us.”': the label of a turn stands inside the marks."""
    label = _LABEL.match(span.inner)
    speaker = reading.speakers.labelled(label["name"]) if label else NOBODY
    if label is None or not speaker:
        return None
    start = span.end - span.closed - len(span.inner[label.end() :])
    inner = Span(start, span.end, span.inner[label.end() :], span.closed)
    return _Attributed(inner, speaker, utterance=True)


def _turns(source: Source) -> frozenset[str]:
    """The labels that come again in a talk between two or more; 'NOTE:' alone makes no talk."""
    found = (_LABEL.match(passage.text.lstrip('“"')) for passage in source.passages)
    often = [name for name, times in Counter(label["name"] for label in found if label).items() if times > 1]
    return frozenset(often) if len(often) > 1 else frozenset()


def _by_verb(span: Span, reading: Reading) -> _Attributed | None:
    """By the verb right after the quotation, else by the last one before it in its sentence."""
    for one, speaker in reading.said_between(span.end, span.end + _REACH):
        if _right_after(span, one, reading.paragraph):
            return _Attributed(span, speaker, utterance=True)
    pair = reading.last_said(span.start)
    if pair is None:
        return None
    one, speaker = pair
    between = reading.paragraph.hidden[one.end : min(span.start, one.end + _NEAR)]
    leads = span.start - one.end < _NEAR and bool(re.fullmatch(r"[^.;”]{0,60}[:,]\s*", between))
    return _Attributed(span, speaker, utterance=leads)


def _right_after(span: Span, one: Said, paragraph: Paragraph) -> bool:
    """'…,” she said', '…,” said Ana Silva', '…», a déclaré'; after a full stop a new sentence begins."""
    if one.start < span.end or (span.inner.endswith(".") and not one.inverted and one.subject[:1].isupper()):
        return False
    head = one.start if one.inverted else one.subject_start
    between = paragraph.hidden[span.end : head].strip(" ,—–")
    return between in ("", "a", "avait", "hat", "ha", "the", "The") or (
        not one.inverted and bool(re.fullmatch(r"(?:[a-z]+ )?(?:[a-z]+)?", between)) and len(between) < 12
    )


def _by_colon(span: Span, reading: Reading) -> _Attributed | None:
    """'Ana Silva: “…”', 'The mayor was blunt: “…”', 'She had one wish: “…”'."""
    hidden = reading.paragraph.hidden
    if hidden[max(span.start - 2, 0) : span.start].rstrip()[-1:] != ":":
        return None
    first = max(reading.sentence_start(span.start), span.start - _LEAD)
    lead = hidden[first : span.start].rstrip()[:-1]
    if "”" in lead:
        return None
    speaker = reading.speakers.named(lead) if len(lead.split()) <= 12 else NOBODY
    speaker = speaker or reading.speakers.opening(lead)
    return _Attributed(span, speaker, utterance=True) if speaker.name else None


def _by_end(span: Span, reading: Reading) -> _Attributed | None:
    """'“Two years in jail” for each of them, she said.': the verb closes the sentence that the words are part of."""
    for one, speaker in reading.said_between(span.end, min(reading.sentence_end(span.end), span.end + _REACH)):
        between = reading.paragraph.hidden[span.end : one.start if one.inverted else one.subject_start]
        joined = not one.inverted or (between.strip()[:1].islower() and span.inner[-1:].isalnum())
        if joined and between.endswith(", "):
            return _Attributed(span, speaker, utterance=False)
    return None


_RULES = (_by_label, _by_verb, _by_colon, _by_end)


def _before_it(span: Span, reading: Reading) -> Speaker:
    """A quotation that is a sentence of its own belongs to whom the one before it reports: 'Silva said no. “…”'."""
    if not span.inner[:1].isupper() or not reading.stands_alone(span.start):
        return NOBODY
    speaker = reading.reported_before(span.start)
    return speaker if _may_be(speaker, _PRONOUN.match(reading.paragraph.hidden, span.end)) else NOBODY


def _may_be(speaker: Speaker, pronoun: re.Match[str] | None) -> bool:
    """'The county accused Mr Silva. “…,” she said.': neither the county nor Mr Silva is she."""
    if pronoun is None:
        return True
    letter = "f" if pronoun["word"] == "she" else "m"
    somebody = speaker.person or speaker.name.startswith(("A ", "An ", "One ", "Another "))
    return somebody and speaker.gender in ("", letter)


def _goes_on(span: Span, paragraph: Paragraph, last: int) -> bool:
    """A quotation that is a sentence of its own goes on where a verb of speech left off."""
    between = paragraph.hidden[last : span.start]
    if not last:
        return not between.strip()
    return span.inner[:1].isupper() and between.rstrip()[-1:] in ("", ".", "!", "?", "”")


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

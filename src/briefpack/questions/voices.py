"""Questions from quotations: what is said, by whom, and to what end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.messages import say
from briefpack.model import Line, Quote
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.text import clauses, words

_OWN = re.compile(r"\b(?:I|[Mm]y|me|[Jj]e|[Ii]ch|[Yy]o)\b")  # 'I never asked for it': nothing to be found out
_ANYBODY = re.compile(r"an? ", re.IGNORECASE)  # 'A spokesman'
_LEAST_SAID = 2  # content words: 'Not on my watch' is nothing to look at closely
_LONG = 20  # words of a quotation that stands alone
_SHORT = 14  # words of each quotation where two stand in one question


def ask(m: Material) -> Iterator[Draft]:
    """Drafts from quotations that have a speaker, best first."""
    spoken = [
        (quote, speaker)
        for quote in m.brief.quotes
        if (speaker := speaker_of(m, quote)) and m.known(quote.refs) and not shapes.dangling(quote.text)
    ]
    for quote, speaker in spoken:
        yield from _alone(m, quote, speaker)
        yield from _pair(m, quote, speaker, spoken)


def speaker_of(m: Material, quote: Quote) -> str:
    """The speaker as named inside a sentence; 'the' as the sources write it."""
    name = "" if _ANYBODY.match(quote.speaker) else shapes.name(quote.speaker)
    return name if any(p.name == quote.speaker for p in m.brief.people) else m.with_article(name)


def _alone(m: Material, quote: Quote, speaker: str) -> Iterator[Draft]:
    if len(words.content(quote.text)) < _LEAST_SAID:
        return
    refs = m.known(quote.refs)
    said = shapes.quoted(quote.text, m.text(refs), _LONG, fewest=4)
    slots = {"speaker": speaker, "quote": said, "a": m.named[refs[0].source]}
    key = (_position(m, quote, speaker), *m.near(refs[0])[:2], _other_voice(m, quote))
    own = _OWN.search(quote.text) is not None
    text = speaker.rpartition(" ")[2] in words.data("writings-en")
    forms = ["words that work", "speaker and purpose", *(["said in full"] if _whole(quote) and not text else [])]
    for name in (*forms, *(["how would we know"] if _whole(quote) and not own else [])):
        yield from m.drafts(name, slots, refs, key, about=(speaker,))


def _pair(m: Material, quote: Quote, speaker: str, spoken: list[tuple[Quote, str]]) -> Iterator[Draft]:
    """With the quotation of another speaker that shares most words with this one, other sources first."""
    others = [
        (reply, other)
        for reply, other in spoken
        if reply.speaker != quote.speaker and _whole(reply) and _meets(quote.text, reply.text)
    ]
    others = others if _whole(quote) else []
    others.sort(key=lambda o: (o[0].refs[0].source == quote.refs[0].source, -m.shared(o[0].refs, quote.refs)))
    for reply, other in others[:1]:
        slots = {"speaker": speaker, "other": other, "quote": _brief(m, quote), "reply": _brief(m, reply)}
        refs = (*m.known(quote.refs), *m.known(reply.refs))
        key = (_position(m, quote, speaker), _position(m, reply, other), *m.near(refs[0])[:2], *m.near(refs[-1])[:2])
        yield from m.drafts("two voices", slots, refs, key, about=(speaker, other))


def _meets(one: str, other: str) -> bool:
    """Whether two quotations name one thing, so that one can answer the other: 'call' and 'ten' are none."""
    shared = words.content(one) & words.content(other)
    return any(word not in _said_of_all() and not word[0].isdigit() for word in shared)


@cache
def _said_of_all() -> frozenset[str]:
    names = ("verbs-en", "generic-en", "vague-en", "times-en", "no-name-en")
    return frozenset(part for name in names for entry in words.data(name) for part in entry.split())


def _whole(quote: Quote) -> bool:
    """Whether somebody says it so: not 'one of the largest fairs of the year'."""
    return quote.text.strip("“”\"'‘’«»\u00a0 ")[:1].isupper() and clauses.carries(quote.text)


def _brief(m: Material, quote: Quote) -> str:
    return shapes.quoted(quote.text, m.text(quote.refs), _SHORT, fewest=4)


def _position(m: Material, quote: Quote, speaker: str) -> Line | None:
    role = shapes.role(quote.role)
    return (
        Line(say("Knows the position of {speaker}: {role}.", speaker=speaker, role=role), m.known(quote.refs)[:1])
        if role
        else None
    )


def _other_voice(m: Material, quote: Quote) -> Line | None:
    """Another speaker on the same thing."""
    others = [q for q in m.brief.quotes if q.speaker not in ("", quote.speaker) and m.known(q.refs)]
    near = [q for q in others if m.shared(q.refs, quote.refs) > 1]
    best = max(near, key=lambda q: m.shared(q.refs, quote.refs), default=None)
    return m.says(best.refs, best.text, speaker_of(m, best)) if best else None

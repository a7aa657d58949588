"""Questions from terms: what an expression means, takes for granted, and does."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.model import Line, Ref, Term
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.text.plain import plain


def ask(m: Material) -> Iterator[Draft]:
    """Drafts from each term, best first."""
    for term in m.brief.terms:
        refs = m.known(term.refs)
        if refs:
            yield from _alone(m, term, refs)
            yield from _across(m, term, refs)


def _alone(m: Material, term: Term, refs: tuple[Ref, ...]) -> Iterator[Draft]:
    passage = m.text(refs)
    slots = {"term": shapes.quoted(term.term, passage, 6), "a": m.named[refs[0].source]}
    key = (_meaning(m, term, refs), *(m.says((ref,)) for ref in refs[:2]), *m.near(refs[0])[:2])
    if term.meaning and not term.term.isupper():  # what 'WTO' is short for is no idea
        yield from m.drafts("in your own words", slots, refs, key, about=(term.term,))
    marked = any(left + term.term + right in plain(passage) for left, right in ("''", '""'))
    if marked and term.meaning and term.term[:1].islower():  # there is one 'Victory Day', and no case of 'dark matter'
        yield from m.drafts("use it yourself", slots, refs, key, about=(term.term,))
    if marked:
        yield from m.drafts("what the marks say", slots, refs, key, about=(term.term,))


def _across(m: Material, term: Term, refs: tuple[Ref, ...]) -> Iterator[Draft]:
    first = refs[0]
    other = next(
        (r for r in refs if r.source != first.source and term.term.lower() in m.passages[r].text.lower()), None
    )
    marked = any(mark + term.term in m.text((ref,)) for ref in refs for mark in "“‘'\"")
    told = term.meaning and term.term[:1].islower()
    if other and (marked or told):  # 'Red Cross' or 'horse mackerel' means the same in both
        slots = {
            "term": shapes.quoted(term.term, m.text(refs), 6),
            "a": m.named[first.source], "b": m.named[other.source],
        }  # fmt: skip
        key = (m.says((first,)), m.says((other,)), *m.near(other)[:2])
        yield from m.drafts("one word, two sources", slots, (first, other), key, about=(term.term,))


def _meaning(m: Material, term: Term, refs: tuple[Ref, ...]) -> Line | None:
    """The document's own explanation, where it stands in a cited passage."""
    places = [ref for ref in refs if plain(term.meaning).rstrip(".") in m.texts[ref]] if term.meaning else []
    return m.says(places[:1], term.meaning) if places else None

"""Facts about words: what a term means, and which term a sentence needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.messages import MONTHS, say
from briefpack.model import CLOZE, GAP, QuizItem, Ref, Term
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.quiz.fact import UNFINISHED, Fact, alike, fair, lines
from briefpack.text.plain import fold, plain

_MEANING = (3, 24)  # words of a meaning among which one chooses
_CLOZE = (9, 34)  # words of a sentence with a gap
_LETTERS = re.compile(r"[^\W\d_]{2}")


def meanings(m: Material) -> Iterator[Fact]:
    """What a term means, in the source's own words; the meanings of other terms beside it."""
    told = [t for t in m.brief.terms if _explained(m, t)]
    for term in told:
        refs = _explaining(m, term)
        where, name = m.named[refs[0].source], shapes.quoted(term.term, m.text(refs), 6) or term.term
        own = _meaning(term)
        others = [_meaning(t) for t in told if t is not term and not alike(t.meaning, own) and fair(own, _meaning(t))]
        yield Fact(
            kind="meaning",
            asked=say("What does {source} mean by {term}?", source=where, term=name),
            claimed=say("By {term}, {source} means: {answer}.", source=where, term=name, answer="{answer}"),
            answer=own,
            others=tuple(dict.fromkeys(others)),
            refs=refs,
            because=lines(m.says(refs, term.meaning)),
        )


def cloze(m: Material) -> Iterator[QuizItem]:
    """A sentence of a source with one of its terms left out; one sentence a term.

    A common word that no source explains or marks is no term to learn: 'horse mackerel', 'polling station'.
    """
    for term in m.brief.terms:
        if not (term.meaning or not term.term[:1].islower() or _marked(m, term)):
            continue
        found = (item for ref in m.known(term.refs)[:4] if (item := _gapped(m, term, ref)))
        yield from [item for _, item in zip(range(1), found, strict=False)]


def _marked(m: Material, term: Term) -> bool:
    return any(mark + term.term in m.passages[ref].text for ref in m.known(term.refs) for mark in "“‘'\"")


def _gapped(m: Material, term: Term, ref: Ref) -> QuizItem | None:
    passage = m.passages[ref].text
    whole = re.compile(rf"(?<![\w–—‑-]){re.escape(term.term)}(?![\w–—‑-])")
    fits = _CLOZE[0] <= len(passage.split()) <= _CLOZE[1] and not shapes.dangling(passage)
    once = len(re.findall(re.escape(plain(term.term)), plain(passage), re.IGNORECASE)) == 1
    given = _is_short_for(term.term, passage)
    if given or not (fits and once and whole.search(passage) and _LETTERS.search(term.term)):
        return None
    stem = say("In {source}: {words}", source=m.named[ref.source], words=shapes.marked(whole.sub(GAP, passage)))
    answers = tuple(dict.fromkeys((term.term, term.term.lower())))
    return QuizItem(CLOZE, stem, (ref,), (), answers, lines(m.shows((ref,), term.term, passage)), "remember")


def _explained(m: Material, term: Term) -> bool:
    """Whether a source explains a term word for word, and not only what its letters stand for."""
    meant = fold(term.meaning).rstrip(". ")
    fits = _MEANING[0] <= len(meant.split()) <= _MEANING[1] and not UNFINISHED.search(meant)
    fits = fits and meant.split()[0] not in MONTHS
    return fits and not _is_short_for(term.term, meant) and bool(_explaining(m, term))


def _is_short_for(term: str, text: str) -> bool:
    """Whether a term is an abbreviation whose words stand in a text: 'FAO' and 'Food and Agriculture Organization'."""
    letters = re.sub(r"[^A-Z]", "", term)
    capitals = "".join(word[0] for word in re.findall(r"\b[A-Z][\w'’-]+", text))
    return len(letters) > 1 and letters in capitals


def _explaining(m: Material, term: Term) -> tuple[Ref, ...]:
    """The first passage that holds the meaning word for word."""
    meant = plain(term.meaning).rstrip(". ")
    return tuple(ref for ref in m.known(term.refs) if meant in m.texts[ref])[:1]


def _meaning(term: Term) -> str:
    return shapes.capital(fold(term.meaning).rstrip(". "))

"""Tensions between sources: one idea under two names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from briefpack.analysis._places import Place, places
from briefpack.analysis._sides import grounded, side
from briefpack.analysis._subjects import Subjects
from briefpack.model import Brief, Passage, Ref, Side, Source, Tension, Term
from briefpack.text import alone, words
from briefpack.text.name_finder import Names
from briefpack.text.sieves import Sieve

_CALLED = r"(?:call(?:s|ed)?|know(?:s|n)?|refer(?:s|red)? to|dub(?:s|bed)?|name[sd]?)(?: it| them| this)?(?: as)?"
_NAME = (
    r"(?:an? |the )?[“‘\"]?(?P<{}>[a-z][\w-]*(?: [\w-]+){{0,2}}?)[”’\"]?"
    r"(?=[,.;:]| (?:and|or|will|would|is|are|was|were|has|have|had|can|could|may|must|should)\b)"
)
_EQUATED = Sieve(
    "call calls called know knows known refer refers referred dub dubs dubbed name names named",
    rf"\b{_CALLED} {_NAME.format('one')}.{{1,60}}?\b{_CALLED} {_NAME.format('other')}",
)
_ALSO = Sieve(
    "known called",
    rf"(?:an?|the) [“‘\"]?(?P<one>[a-z][\w-]*(?: [\w-]+){{0,2}}?)[”’\"]?,?"
    rf" (?:also|otherwise|better) (?:known as|called)"
    rf" {_NAME.format('other')}",
)
_WORDS = r"[a-z][\w-]*(?: [\w-]+){0,2}?"
_GIVEN = Sieve(
    "name",
    rf"\b(?:[Aa]n?|[Tt]he) (?P<one>{_WORDS}), to (?:give|call) (?:the |an? |this |that )?(?P<other>{_WORDS})"
    r" (?:by )?its (?:[a-z]+ )?name\b",
)
"""'A welfare visit, to give the night call its polite name'."""
_ANOTHER = Sieve(
    "name names word words term terms phrase phrases",
    r"\b(?:another|an?|the|different|its|other)(?: [a-z]+)? (?:name|word|term|phrase)s?"
    rf"(?: for (?:it|this|them|the same(?: thing)?))?[:,] [“‘\"]?(?P<other>{_WORDS})[”’\"]?(?=[,.;:”’\"])"
    rf"|\bby its (?:[a-z]+ )?name, which is (?P<which>{_WORDS})(?=[,.;:])",
)
"""'Shopkeepers use another name, "slow murder"', 'call it by its name, which is a levy'."""
_COINED = re.compile(
    r"[“‘\"](?P<one>[a-z][\w-]*(?: [\w-]+){0,5})[,.?]?[”’\"]|\bcalls? (?P<call>[a-z]+(?: [a-z]+)?)(?=,)"
)


def two_names(sources: tuple[Source, ...], found: Brief, subjects: Subjects) -> Iterator[Tension]:
    """Coined terms that share a word and stand in different sources: 'soft landing', 'soft reset'."""
    by_word: dict[tuple[int, str], list[Term]] = defaultdict(list)
    for term in found.terms:
        parts = term.term.lower().split()
        if len(parts) == 2:
            by_word[0, parts[0]].append(term)
            by_word[1, parts[1]].append(term)
    passages = {p.ref: (s, p) for s in sources for p in s.passages}
    for terms in by_word.values():
        for one, other in combinations(terms[:4], 2):
            if not _apart(one, other) or not _coined(one, passages) or not _coined(other, passages):
                continue
            if len(_around(one, passages, subjects) & _around(other, passages, subjects)) >= 2:
                sides = _where(one, passages, found), _where(other, passages, found)
                yield Tension(f"Two names, perhaps one idea: “{one.term}” and “{other.term}”", sides, "two names")


def equated(sources: tuple[Source, ...], found: Brief, _: Subjects) -> Iterator[Tension]:
    """'what campaigners call a sponge park and engineers know as a dry basin', and the one name in another source."""
    for source in sources:
        for passage in source.passages:
            match = _EQUATED.search(passage.text) or _ALSO.search(passage.text)
            if match and source.language in (None, "en") and _are_names(match):
                names = match["one"], match["other"]
                yield from _named_elsewhere(names, side(source, passage, found), sources, found)


def renamed(sources: tuple[Source, ...], found: Brief, _: Subjects) -> Iterator[Tension]:
    """'Shopkeepers use another name, "slow murder"' of what another source calls 'staged closing'."""
    for source in sources:
        row = places(source) if source.language in (None, "en") else ()
        for index, place in enumerate(row):
            names = _renamed(row, index)
            made = grounded(row, index, found) or side(source, place.passage, found) if names else None
            if names and made:
                yield from _named_elsewhere(names, replace(made, voice=""), sources, found)


def _renamed(row: tuple[Place, ...], index: int) -> tuple[str, str] | None:
    """The name that stood before, here or in the two passages before, and the one that is put for it."""
    text = row[index].passage.text
    given = _GIVEN.search(text)
    if given:
        return (given["one"], given["other"]) if _are_names(given) else None
    match = _ANOTHER.search(text)
    if not match:
        return None
    before = " ".join((*(place.passage.text for place in row[max(index - 2, 0) : index]), text[: match.start()]))
    coined = list(_COINED.finditer(before))
    return (coined[-1]["one"] or coined[-1]["call"], match["other"] or match["which"]) if coined else None


def _named_elsewhere(
    names: tuple[str, str], equating: Side, sources: tuple[Source, ...], found: Brief
) -> Iterator[Tension]:
    """The one name or the other in another source, as a phrase: a single word ('visit') may mean anything there."""
    phrases = [name for name in names if " " in name]
    known = Names({form for name in phrases for form in (name, f"{name}s", f"{name[:1].upper()}{name[1:]}")})
    for source in sources:
        row = places(source) if source.key != equating.source and phrases else ()
        held = (index for index, place in enumerate(row) if any(known.find(place.passage.text)))
        first = next((made for index in held if (made := grounded(row, index, found))), None)
        if first:
            heading = f"Two names, perhaps one idea: “{names[0]}” and “{names[1]}”"
            yield Tension(heading, (first, equating), "two names")
            return


def _are_names(match: re.Match[str]) -> bool:
    """'a sponge park'; not 'I cannot say which, and he cannot either'."""
    return not {match[each].split()[0] for each in ("one", "other")} & words.data("stop-en")


def _apart(one: Term, other: Term) -> bool:
    """No source uses both: then they would be two things."""
    return not {ref.source for ref in one.refs} & {ref.source for ref in other.refs}


def _coined(term: Term, passages: dict[Ref, tuple[Source, Passage]]) -> bool:
    """It stands in quotation marks where it is used."""
    marked = tuple(f"{mark}{term.term}" for mark in '“‘"')
    return any(form in passages[ref][1].text for ref in term.refs if ref in passages for form in marked)


def _around(term: Term, passages: dict[Ref, tuple[Source, Passage]], subjects: Subjects) -> set[str]:
    """The names that stand with a term wherever it is used."""
    return {name for ref in term.refs if ref in passages for name in subjects.of(passages[ref][1].text)}


def _where(term: Term, passages: dict[Ref, tuple[Source, Passage]], found: Brief) -> Side:
    """The passage that explains it or, where that leans on another, the first that stands alone."""
    held = [passages[ref] for ref in term.refs]
    return side(*next((pair for pair in held if not alone.leans(pair[1].text)), held[0]), found)

"""Words that a reader may need explained, with the document's own explanation where it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from briefpack.analysis import _glossary, _hard_words
from briefpack.analysis._explained import asked, explained
from briefpack.model import Brief, Passage, Ref, Source, Term
from briefpack.text import words
from briefpack.text._lowered import lowered
from briefpack.text.sieves import Sieve, words_of

_MOST = 24
_MARKED = re.compile(
    r"(?P<so>[Ss]o-called )?(?:“(?P<double>[^“”]{3,40}?),?”|‘(?P<single>[^‘’“”]{3,40}?),?’(?!\w))(?: (?P<after>\w+))?"
)
_STRAIGHT = re.compile(r"(?P<so>[Ss]o-called )?\"(?P<double>[^\"]{3,40}?),?\"(?P<single>)(?: (?P<after>\w+))?")
_SPEECH = re.compile(
    r"\b(?:said|says|told|called|calls|calling|added|asked|wrote|described|as) (?:it |them |this )?(?:an? |the )?$"
)
_WRITTEN = re.compile(
    r"\bthe words? $|\b(?:sign|banner|placard|poster|plaque|note|slogan)s?(?: that)?"
    r"(?: says?| said| reads?| reading| saying|:)? $"
)
"""'painted the words “No entry”': what stands on a wall is no term."""
_DID = re.compile(
    r"(?:\w+(?: (?!(?:of|in|on|for|to|with|at|by|from)\b)\w+)? (?:the|an?|his|her|its"
    r"|their|our|my|your|it|them|him|us|me)\b"
    r"|(?:not|very|so|too|pretty|quite|really|just|becom\w+|be|been|is|was|are|were|has|have|had|will|would) |[^,]+, )"
)
"""'Browsed the web', 'pave the way', 'not close': what somebody does or is, no thing."""
_LABEL = re.compile(r"\([^()]*$")
"""'(the HDT, “the Trust”)' says what a text calls somebody from there on."""
_FIRST = frozenset({"no", "first", "last", "never", "not", "like", "many", "most", "new", "one", "two", "three"})
"""Stop words that may open a term: 'no regrets', 'first past the post'."""
_QUALITIES = re.compile(r"\w+(?:(?<=ed)|(?<=ent)|(?<=ful)|(?<=ous)|(?<=able)|(?<=ly)|(?<=al)) (?:and|but|or) \w+")
"""'independent and repeated' tests; 'buy and dry' is a practice."""
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred".split()
)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) (?=\S)")
_NAMED = re.compile(r"\b[A-Z][\w-]+(?: and(?= [A-Z])| of(?= [A-Z])| [A-Z][\w-]+){0,5} (?P<head>[A-Z][\w-]+)\b")
_CALLED = Sieve(
    "known called dubbed termed nicknamed call calls refer referred refers",
    r"\b(?:known|called|dubbed|termed|nicknamed|calls?|refer(?:red|s)? to)(?: (?:in|to|by|among)"
    r" [^,.;“”]{3,30}?)?(?: as)?"
    r" (?:an? |the )?(?P<term>“[^“”]{2,40}”|(?<=as )[a-z][a-z-]{4,}(?: [a-z-]{3,}){0,2}|(?<=called"
    r" )[a-z-]{4,} [a-z-]{4,}|(?<=, called )[a-z-]{5,})(?=[,.;:]| \(|(?<=”))",
)
"""'known as metadata', 'known to brewers as “B&B”', 'is called annual modulation', 'the step, called annealing,'."""
_ALSO = Sieve(
    "called call calls designate designates term terms dub dubs know knows known",
    r"(?:, (?:also|often|sometimes|commonly|usually|now) called|\b(?:is|are) called(?= an? )"
    r"|\b(?:wh(?:at|om|ich)|that) (?:[\w’-]+ ){1,4}?(?:calls?|designates?|terms?|dubs?|knows? as)"
    r"|\b(?:an?|the) [a-z]+ known(?: [a-z ]{3,20})? as)"
    r" (?:an? |the )?(?P<term>[a-z-]{4,}(?: [a-z-]{4,}){0,2})(?=[,.:;])",
)
"""', also called drawdown,', 'what they call null results.', 'a game known as pétanque'"""
_CLAUSE = re.compile(r"\b(?:[Ss]ection|[Aa]rticle|[Rr]ule|[Tt]itle) \d+[A-Z]?\b")
_SHORTENED = re.compile(
    r"\b(?P<name>[A-Z][\w-]+(?:(?: of| and| the| for)? [A-Z][\w-]+){1,5}) \((?P<short>[A-Z]{2,6}s?)\)"
)
_ONCE = 0.3
"""Weight of a clause of a law that one passage names: it is no term until three do."""
_SPELT = 0.6
"""Weight of a name with its short form behind it: the short form is the term, and the name its meaning."""
_JOINED = 0.4
_SHARED = 0.3
"""What each further source that has a term adds."""
_PAIR = re.compile(r"(?<![\w-])(?=(?P<pair>[a-z-]{4,} [a-z]{4,})(?![\w-]))[a-z-]+")


@dataclass(slots=True)
class _Entry:
    """What has been gathered of one term; the finder's own notebook."""

    term: str
    refs: list[Ref] = field(default_factory=list)
    meaning: str = ""
    weight: float = 0.0


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Term, ...]:
    """At most 24 terms: those that a document explains first, then coined ones, then names and hard words."""
    book: dict[str, _Entry] = {}
    taken = _taken(found)
    for source in sources:
        for passage in source.passages:
            if passage.kind == "caption":
                continue
            for named, meaning, weight in _in_passage(passage, source):
                term = _ARTICLE.sub("", named)
                if _is_term(term, taken):
                    _note(book, term, meaning, weight, passage.ref)
    for term, refs in _joined(sources):
        if _is_term(term, taken) and _key(term) not in book:
            book[_key(term)] = _Entry(term, refs, weight=_JOINED + 0.1 * min(len(refs), 4))
    for entry in book.values():
        entry.weight += _SHARED * (len({ref.source for ref in entry.refs}) - 1)
    ranked = sorted(
        (entry for entry in book.values() if entry.weight > 2 * _ONCE - 0.1), key=lambda entry: -entry.weight
    )
    told = {entry.meaning.lower() for entry in ranked if entry.meaning.islower()}
    told |= {form.lower() for body in found.organisations for form in (body.name, *body.aka) if form.isupper()}
    whole = [e for e in ranked if e.meaning or not (e.term.lower() in told or _is_part(e, ranked))]
    return tuple(Term(e.term, tuple(e.refs), e.meaning) for e in whole[:_MOST])


def _is_part(entry: _Entry, others: list[_Entry]) -> bool:
    """'methicillin' where each passage that has it says 'methicillin resistance', a term itself."""
    inside = f" {entry.term.lower()} "
    return " " not in entry.term and any(
        other is not entry and inside in f" {other.term.lower()} " and set(entry.refs) <= set(other.refs)
        for other in others
    )


def _in_passage(passage: Passage, source: Source) -> Iterator[tuple[str, str, float]]:
    text = passage.text
    for term, meaning in chain(asked(text, passage.heading), explained(text)):
        yield term, meaning, 3.0
    yield from _coined(text)
    for found in chain(_CALLED.finditer(text), _ALSO.finditer(text)) if source.language in (None, "en") else ():
        yield found["term"].strip('“”‘’".,'), "", 1.9
    for found in _SHORTENED.finditer(text) if " (" in text else ():
        if _initials(found["name"]) == found["short"].rstrip("s"):
            yield found["name"], "", _SPELT
    for found in _NAMED.finditer(text) if not _initiatives().isdisjoint(words_of(text)) else ():
        numbered = text[found.end() : found.end() + 2].lstrip()[:1].isdigit()
        if found["head"] in words.data("initiatives-en") and " " in _ARTICLE.sub("", found[0]) and not numbered:
            yield found[0], "", 1.2
    for found in _CLAUSE.finditer(text) if lowered(text).digits else ():
        yield found[0][0].upper() + found[0][1:], "", _ONCE
    for term, weight in _unexplained(text) if source.language in (None, "en") else ():
        yield term, "", weight


def _unexplained(text: str) -> Iterator[tuple[str, float]]:
    """What a reader knows or does not: hard words, terms of art, short forms."""
    return chain(_hard_words.hard(text), _glossary.listed(text), _glossary.capitals(text))


@cache
def _initiatives() -> frozenset[str]:
    """The words that may end the name of one."""
    return frozenset(part.lower() for word in words.data("initiatives-en") for part in word.split("-"))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _joined(sources: tuple[Source, ...]) -> Iterator[tuple[str, list[Ref]]]:
    """Two plain nouns that the sources join again and again: 'tally sheet', 'vacancy rate'."""
    held: dict[str, list[Ref]] = {}
    single: set[str] = set()
    acts: set[str] = set()
    for source in sources:
        for passage in source.passages if source.language in (None, "en") else ():
            for found in _PAIR.finditer(passage.text):
                if not _hard_words.is_common(found["pair"]):
                    term = _one(found["pair"])
                    held.setdefault(term, []).append(passage.ref)
                    single |= {term} if term == found["pair"] else set()
                    acts |= {term} if _is_act(passage.text[: found.start()]) else set()
    return (
        (term, refs)
        for term, refs in held.items()
        if len(refs) > (1 if _hard_words.is_thing(term.split()[1]) else 2)
        and not _acts_on(term, single)
        and term not in acts
    )


def _is_act(before: str) -> bool:
    """'Would lose orders', 'to submit plans': what stands behind such a word is a verb."""
    return before[-12:].rpartition(" ")[0].rpartition(" ")[2].lower() in _hard_words.NO_NOUN


def _acts_on(pair: str, single: set[str]) -> bool:
    """'raising rates' is what somebody does; 'polling station' stands in the singular, too."""
    return pair.split()[0].endswith("ing") and pair not in single


def _one(pair: str) -> str:
    """'tally sheets' as 'tally sheet'; 'sports campus' as it is."""
    return pair if pair.endswith(("us", "ss", "is")) else pair.removesuffix("s")


def _coined(text: str) -> Iterator[tuple[str, str, float]]:
    """Short words in quotation marks that nobody is quoted with: 'the “polluter pays” principle'."""
    form = _MARKED if "“" in text or "‘" in text else _STRAIGHT if '"' in text else None
    for found in form.finditer(text) if form else ():
        term = found["double"] or found["single"]
        size = len(term.split())
        labelled = bool(found["so"]) or (found["after"] or "") in words.data("labels-en")
        no_thing = size == 1 or bool(_QUALITIES.fullmatch(term))
        before = text[: found.start()]
        if size > 4 or (no_thing and not labelled) or term[-1] in ".!?" or _SPEECH.search(before):
            continue
        if not labelled and _DID.match(term.lower()):
            continue
        if _WRITTEN.search(before) or (_ARTICLE.match(term) and _LABEL.search(before)):
            continue
        yield term, "", 1.0 + 0.8 * labelled + 0.4 * (size > 1)


def _is_term(term: str, taken: frozenset[str]) -> bool:
    parts = term.split()
    if not parts or len(parts) > 6 or not words.content(term):
        return False
    if any(part[0].isdigit() for part in parts) and not _CLAUSE.fullmatch(term):
        return False
    if parts[0].lower().partition("-")[0] in _NUMBERS or _is_clause(parts):
        return False
    if len(parts) > 2 and " ".join(parts[1:]).lower() in taken:
        return False  # 'Professor Ana Ruiz'
    return term.lower() not in taken and (parts[0].lower() not in words.data("stop-en") or parts[0] in _FIRST)


def _is_clause(parts: list[str]) -> bool:
    """'early next year' says when, 'thought very hard' what somebody did: neither is a thing."""
    low = [part.lower() for part in parts]
    when = low[-1] in words.data("times-en") and any(word in ("next", "last", "this", "early", "late") for word in low)
    did = low[0] in words.data("past-en") and low[1:2] and low[1] in words.data("stop-en")
    return bool(when or did)


def _taken(found: Brief) -> frozenset[str]:
    """People's names, and what is quoted as speech: those have sections of their own."""
    names = [name for person in found.people for name in (person.name, *person.aka)]
    spoken = [quote.text.strip(" ,.") for quote in found.quotes if quote.speaker]
    return frozenset(text.lower() for text in (*names, *spoken))


def _note(book: dict[str, _Entry], term: str, meaning: str, weight: float, ref: Ref) -> None:
    entry = book.setdefault(_key(term), _Entry(term))
    if ref not in entry.refs:
        first = meaning and not entry.meaning
        entry.refs.insert(0, ref) if first else entry.refs.append(ref)
        entry.weight += 0.2 if len(entry.refs) < 4 else 0.0
    entry.meaning = entry.meaning or meaning
    entry.weight = max(entry.weight, weight + (2.0 if entry.meaning and weight < 3 else 0.0))


def _key(term: str) -> str:
    """One for 'tower dump' and 'tower dumps'."""
    key = term.lower().replace("’", "'")
    return key[:-1] if len(key) > 5 and key.endswith("s") and not key.endswith(("ss", "us", "is", "'s")) else key

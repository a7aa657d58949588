"""Explanations behind their word: 'bycatch (fish caught by accident)', 'sortition, meaning the choice by lot'.

What is explained is the noun before the sign that an explanation begins: one word that not everybody knows, or two
words. An explanation says what kind of thing that is ('fish', 'the choice'), or when it is so ('when firms move').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefpack.text import words
from briefpack.text.rare import is_rare
from briefpack.text.sieves import Sieve

_MOST_BEFORE = 60
"""Characters before a sign in which its word stands."""
_REST = r"(?:of|that|which|whose?|in|for|to|from|with|without|by|when|where|made|caught|taken|given|kept|[a-z]{3,}ed)"
_KIND = rf"(?!part of )(?:an? |the |any |all )?(?:[a-z][\w’-]* ){{0,2}}?(?P<thing>[a-z-]{{3,}}) {_REST}\b"
_SIGNS: tuple[tuple[str, str, bool], ...] = (
    # 'sortition, meaning the choice of officials by lot,', 'bycatch, i.e. fish caught by accident'
    (", meaning ", rf", meaning (?P<meaning>{_KIND}[^,;–—]*)", True),
    ("i.e.", rf"(?:, | \()i\.e\.,? (?P<meaning>{_KIND}[^,;()–—]*)", True),
    (", that is, ", rf", that is, (?P<meaning>(?:(?:what|how|when) |{_KIND})[^,;–—]*)", True),
    # 'carbon leakage – when firms move abroad –'
    (" when ", r"(?: [–—] |—| \()(?P<meaning>when [^()–—]+)(?=[)–—])", True),
    # 'stare decisis, Latin for “to stand by things decided”'
    (" for “", r", (?P<meaning>[A-Z][a-z]+ for “[^“”]+?),?”", True),
    ("literally “", r"(?:, | \()(?P<meaning>literally “[^“”]+?),?”", True),
    # 'bycatch (fish caught by accident)'
    (" (", rf" \((?P<meaning>{_KIND}[^(),\d]*)\)", True),
    # 'permafrost, soil that stays frozen all year,', 'a half-life – the time in which half of it decays –'
    (", ", rf", (?P<meaning>{_KIND}[^,;–—]+)(?=[,;.–—]|$)", False),
    ("—", rf" ?—[ ]?(?P<meaning>{_KIND}[^,;–—]+)(?= ?—|[;.]|$)", False),
    (" – ", rf" – (?P<meaning>{_KIND}[^,;–—]+)(?= –|[;.]|$)", False),
)
"""What stands in the text, the form from the sign on, and whether the sign alone says that this is an explanation."""
_RELATIVE = re.compile(r"\b(?:that|which|(?:on|in|by|from|through|at|of|with) which|where)\b")
_STATED = re.compile(
    rf"^(?P<any>An? )?(?P<term>“[^“”]+”|[A-Za-z][a-z-]+(?: [a-z-]+)?)(?: (?:is|are|means?|denotes?|designates?)|:) "
    rf"(?P<meaning>{_KIND}.+)"
)
"""'A quorum is the smallest number of members that …', 'Usufruct is a right to use what is another's.'"""
_HAPPENS = re.compile(
    r"^(?P<any>An? )?(?P<term>[A-Za-z][a-z-]+(?: [a-z-]+){0,2})"
    r" (?:is|occurs|happens|arises) (?P<meaning>when(?:ever)? .+)"
)
_TERM = r"(?P<term>“[^“”]+?,?”|[a-z][a-z-]+(?: [a-z-]+){0,2})"
_MEANT = Sieve(
    "mean understand",
    rf"\b[Bb]y {_TERM},? (?:we|I|they|[a-z]+(?:ists|ers|ors|ians)) (?:mean|understand)"
    r" (?P<meaning>.+)",
)
_CALLED = re.compile(
    rf"\b[Ww]hat [a-z ]{{3,30}}? (?:call|calls|called|term|dub) {_TERM}"
    r"(?P<sign>[,:]| [–—]) (?P<meaning>[a-z].+)"
)
_WITHIN = re.compile(
    r"\b[Ii]n an? (?:[a-z-]+ )?(?:practice|process|trick|method|technique|custom|ritual|scheme|tactic|phenomenon)"
    rf",? (?:known as|called|dubbed) {_TERM}, (?P<meaning>[a-z].+)"
)
_WHEREBY = re.compile(
    rf"(?:^An? |\b(?:called|known as|dubbed) (?:an? )?){_TERM},?"
    r" (?:in|under|by|through|for) which (?P<meaning>[^,;–—]+)(?=,|[.]$)"
)
"""'An escrow account, in which a third party holds the money, protects both.'"""
_CALL_IT = re.compile(r"\bcalls? (?:this|that|it|these|them)(?: [a-z]+)?,? (?P<term>“[^“”]+?,?”): (?P<meaning>.+)")
_OF_WHICH = re.compile(
    r"(?:^| )(?P<meaning>(?:the|a|an) (?P<thing>[a-z]+) (?:that|which|of|in which|by which) [^,.;–—“”]{5,70}),"
    rf" (?:also |often |better )?(?:known as|called|dubbed|termed) (?:the )?{_TERM}(?=[,.;]|$)"
)
"""'the water that a river needs for its own life, known as the base flow'"""
_OF_THE = re.compile(r"\bof the $")
"""'five firms for the surface of the moon, a group that …' may explain what stands further up."""
_ADJECTIVE = ("al", "ic", "ive", "ary", "ous", "ible", "able", "ent", "ant", "ed", "ing")
_LINKS = (
    (_MEANT, "y "),
    (_CALLED, "hat "),
    (_WITHIN, "n a"),
    (_WHEREBY, " which "),
    (_CALL_IT, "”: "),
    (_OF_WHICH, ", "),
)
_MARKS = " ,“”‘’\"'"
_POINTING = frozenset("the this that these those its their his her our my your".split())


def glossed(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of a term and what the text says of it from there on; the caller ends the clause."""
    for sign, form, strong in _SIGNS:
        if sign in text:
            yield from _behind(text, form, strong=strong)
    for link, sign in _LINKS:
        for found in link.finditer(text) if sign in text else ():
            if _says_what(found):
                said = found["meaning"]
                aside = found.groupdict().get("sign") == ","
                yield found["term"].strip(_MARKS), said.split(",", 1)[0] if aside else said
    yield from _opened(text)


def _behind(text: str, form: str, *, strong: bool) -> Iterator[tuple[str, str]]:
    for found in _compiled(form).finditer(text):
        before = text[max(found.start() - _MOST_BEFORE, 0) : found.start()]
        opened = before[:1].lower() + before[1:] if found.start() <= _MOST_BEFORE else before
        term = _noun(opened, strong=strong)
        if not strong and _OF_THE.search(before.removesuffix(term)):
            continue
        if term and (_is_kind(found.groupdict().get("thing")) or _is_told_apart(term, found["meaning"])):
            yield term, found["meaning"]


def _is_told_apart(term: str, meaning: str) -> bool:
    """A word that nobody knows needs no kind where a relative clause says what it is: 'the long ledges on which …'."""
    return meaning.startswith("the ") and (is_rare(term) or "-" in term) and bool(_RELATIVE.search(meaning[:45]))


def _opened(text: str) -> Iterator[tuple[str, str]]:
    """A sentence that begins with the term and says what it is: 'Permafrost is soil that …', '… occurs when …'."""
    for form in (_STATED, _HAPPENS):
        found = form.match(text)
        if found is None or not _is_kind(found.groupdict().get("thing")):
            continue
        row = found["term"].lower().split()
        known = len(row) > 1 and form is _HAPPENS and _two(row[-2:], strong=True)
        generic = found["any"] and len(row) == 1 and not _is_everyday(row[0])
        if is_rare(row[-1]) or is_rare(row[0]) or known or generic or found["term"][0] == "“":
            yield found["term"].strip(_MARKS), found["meaning"]


def _says_what(found: re.Match[str]) -> bool:
    """Behind a comma an act or a thing explains ('taking risks because …'), a verb goes on with the sentence."""
    if not _is_kind(found.groupdict().get("thing")):
        return False
    first = found["meaning"].split(" ", 1)[0]
    behind = found.groupdict().get("sign", ",")
    return behind != "," or first.endswith("ing") or first in ("a", "an", "the") or found.re is not _CALLED


def _noun(before: str, *, strong: bool) -> str:
    """The term at the end of what stands before a sign; '' where its last words are none."""
    row = [word for word in re.split(r"[ (]", re.split(r"[,.;:!?–—)]", before)[-1]) if word]
    marked = re.search(r"“([^“”]{3,40})”$", before)
    if marked:
        return marked[1]
    low = [word.lower() for word in row[-3:]]
    if not row or not all(map(_is_plain, row[-1:])):
        return ""
    if is_rare(low[-1].replace("-", "")) and not low[-1].endswith("ly"):
        return " ".join(row[-2:]) if len(row) > 1 and _describes(low[-2]) else row[-1]
    definite = len(low) > 2 and low[-3] in _POINTING
    return " ".join(row[-2:]) if strong and not definite and len(row) > 1 and _two(low[-2:], strong=strong) else ""


def _is_plain(word: str) -> bool:
    return word == word.lower() and word.replace("-", "").isalpha()


def _describes(word: str) -> bool:
    """'thermal' inversion, 'chronic' hypertension: a word that belongs to the term behind it."""
    return _is_plain(word) and word.endswith(_ADJECTIVE) and not _is_everyday(word)


def _two(row: list[str], *, strong: bool) -> bool:
    """Whether two words may be one term: 'carbon leakage', not 'young farmers', 'said ministers'."""
    return strong and all(map(_is_plain, row)) and not any(map(_is_everyday, row)) and not row[0].endswith(("ed", "ly"))


def _is_everyday(word: str) -> bool:
    return word in _everyday() or word.removesuffix("s") in _everyday() or len(word) < 3


def _is_kind(thing: str | None) -> bool:
    if thing is None:
        return True
    forms = {thing, thing.removesuffix("s"), thing.removesuffix("es")}
    return not all(words.data(name).isdisjoint(forms) for name in ("things-en", "stuffs-en"))


@cache
def _everyday() -> frozenset[str]:
    names = ("stop-en", "generic-en", "verbs-en", "times-en", "vague-en", "finite-en", "past-en", "present-en")
    return frozenset(word for name in names for word in words.data(name)) | words.data("names.roles")


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)

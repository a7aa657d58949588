"""A deed that one side does to another, in a sentence whose actors are masked: by verb, or as a noun with its owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefpack.analysis._actors import ADJECTIVE, NOUN
from briefpack.text import clauses, entries, lists
from briefpack.text.sieves import Sieve, words_of

_NOUNS = "relations-nouns-en"


class Deed(NamedTuple):
    """What is done, by whose letter and to whose."""

    one: str
    other: str
    kind: str
    label: str
    start: int
    end: int
    """Where it stands; what is said around it may take it back."""


class Verb(NamedTuple):
    """A row of the list of verbs."""

    kind: str
    tail: str


def may_stand_in(text: str) -> bool:
    """Whether a word for a deed stands in a sentence, masked or not; most hold none."""
    return not _words().isdisjoint(words_of(text))


def find(text: str) -> Iterator[Deed]:
    """The deeds of a masked sentence, verbs first."""
    yield from _verbs(text)
    yield from _nouns(text)


def opens(text: str, end: int) -> bool:
    """Whether a clause begins here, so that what follows is its whole subject: 'In May, …', '…, and …'."""
    before = text[:end]
    if _START.fullmatch(before):
        return True
    joint = _JOINT.search(before)
    if _INTRODUCED.match(before) and before.endswith(", "):
        return clauses.carries(before)
    return joint is not None and (bool(joint["time"]) or clauses.carries(before[: joint.start()]))


def label(parts: list[str]) -> str:
    """At most three words, without articles; of a long object its last word."""
    row = [word for part in parts for word in _PIECE.findall(part) if word.lower() not in _ARTICLES]
    short = row if sum(len(piece.split()) for piece in row) <= WORDS else [row[0], row[-1]]
    return " ".join(short)


def _verbs(text: str) -> Iterator[Deed]:
    for subject in _SUBJECT.finditer(text):
        if not opens(text, subject.start()) or entries.holds(subject["helped"], "relations-veto-en"):
            continue
        ones = [letter for letter in (subject["two"], subject["one"]) if letter]
        for made in _predicates(text, subject):
            yield from (made._replace(one=one) if made.one == "" else made._replace(other=one) for one in ones)


def _predicates(text: str, subject: re.Match[str]) -> Iterator[Deed]:
    """Deeds with the subject left open: as the doer, or in the passive as the other side."""
    verb, helped = subject["verb"], set(subject["helped"].split())
    being = bool(helped & _BE)
    for row in verbs().get(verb, ()):
        if being == verb.endswith("ing"):
            match = _object(row.tail).match(text, subject.end())
            for letter in (match["one"], match["two"]) if match else ():
                if match and letter and _is_thing(match["thing"]):
                    yield Deed("", letter, row.kind, _told(verb, match), subject.start(), match.end())
        elif being and not row.tail and (match := _BY.match(text, subject.end())):
            yield Deed(match["one"], "", row.kind, verb, subject.start(), match.end())


def _told(verb: str, match: re.Match[str]) -> str:
    """The verb with the thing done or given, or with the words that belong to it."""
    head = match["thing"].rpartition(" worth of ")[2].partition(" of ")[0]
    return label([verb, head or _kept(match["fixed"])])


def _kept(fixed: str) -> str:
    """'tariffs on' is 'tariffs', 'on strike against' is 'on strike'; a lone preposition stays ('ruled against')."""
    row = fixed.split()
    return " ".join(row[:-1] if len(row) > 1 and row != ["out", "to"] else row)


def _is_thing(thing: str) -> bool:
    """Whether it is a plain object: nothing denied, joined or told in a clause of its own."""
    row = thing.split()
    return not any(word.lower() in _NO_THING or clauses.is_finite(word) for word in row)


def _nouns(text: str) -> Iterator[Deed]:
    for kind, pattern in _noun_forms():
        for found in pattern.finditer(text):
            if opens(text, _start(text, found.start())) or _GIVEN.search(text, 0, found.start()):
                for other in (found["one"], found["two"]):
                    if other:
                        one = found["owner"] or found["side"]
                        yield Deed(one, other, kind, label([found["deed"]]), *found.span())


def phrase(nouns: Iterable[str], name: str = "deed") -> str:
    """One of the nouns with up to two words before it, or a phrase in marks that holds one: “no limits” partnership."""
    one = "|".join(sorted(nouns, key=len, reverse=True))
    return rf"(?P<{name}>(?:[a-z-]+ |“[\w -]+” ){{0,2}}?(?:{one})|[“‘](?:[\w-]+ )*(?:{one})(?: [\w-]+)*[”’])"


def _start(text: str, start: int) -> int:
    """Before an article."""
    return start - 4 if text[max(start - 4, 0) : start].lower() == "the " else start


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Each form of a verb with the rows that it stands in."""
    table: dict[str, tuple[Verb, ...]] = {}
    for row in lists.load("relations-verbs-en"):
        kind, forms, tail = (part.strip() for part in row.split("|"))
        for form in forms.split():
            table[form] = (*table.get(form, ()), Verb(kind, tail))
    return table


@cache
def _words() -> frozenset[str]:
    """The verbs and the nouns, 'co-operation' as two words."""
    nouns = " ".join(row.split("|")[1] for row in lists.load(_NOUNS))
    return frozenset(part for word in (*verbs(), *nouns.split()) for part in word.split("-"))


@cache
def _object(tail: str) -> re.Pattern[str]:
    """From after the verb to the other side's end."""
    parts = [f"(?:{part.replace('/', '|')}) " for part in tail.removeprefix("*").split()]
    if tail[:1] == "*":
        *nouns, before = parts
        thing = rf"(?P<thing>(?:[\w$€£%.’'-]+ ){{{0 if nouns else 1},6}}?{''.join(nouns)}){before}(?P<fixed>)"
    else:
        thing = f"(?P<thing>)(?P<fixed>{''.join(parts)})"
    return re.compile(rf" {thing}{OTHER}")


@cache
def _noun_forms() -> tuple[tuple[str, Sieve], ...]:
    return tuple(_noun_form(*(part.strip() for part in row.split("|"))) for row in lists.load(_NOUNS))


def _noun_form(kind: str, nouns: str, before: str) -> tuple[str, Sieve]:
    deed = phrase(nouns.split())
    owner = rf"(?:(?P<owner>{NOUN})[’']s?|(?P<side>{ADJECTIVE}))"
    return kind, Sieve(nouns.replace("-", " "), rf"{owner} {deed} (?:{before.replace(' ', '|')}) {OTHER}")


WORDS = 3
"""Words of a label, at most."""
ENDS = (
    r"(?=[,.;:)]|$| (?:in|on|at|over|for|with|by|to|after|before|during|since|from|as|and|when|while|because|last|this"
    r"|under|through|against|about|which|who|where|into|despite|amid|via|again|alone|today|yesterday|throughout|until|is|are"
    r"|was|were|has|have|had|began|started|grew|also|still|now|extends|continues|remains|comes|marks|shows|means|signals"
    r"|underscores|could|may|can)\b)"
)
"""The other side's name ends its phrase: 'supports Ukraine aid groups' tells of the groups."""
OTHER = rf"(?:the )?(?P<one>{NOUN})(?: and (?:the )?(?P<two>{NOUN}))?{ENDS}"
_BY = re.compile(rf" by (?:the )?(?P<one>{NOUN})(?P<two>){ENDS}")
_SUBJECT = re.compile(
    rf"(?:[Tt]he )?(?:(?P<two>{NOUN}) and (?:the )?)?(?P<one>{NOUN}) "
    r"(?P<helped>(?:(?:has|have|had|is|are|was|were|been|being|also|now|then|later|still|again|already|since|openly|soon|both"
    r"|jointly|recently|repeatedly|[a-z]+ly) ){0,4})(?P<verb>[a-z-]+)\b"
)
_BE = frozenset("is are was were been being".split())
_START = re.compile(
    r"(?:(?:And|But|Yet|So|Still|Now|Then|Meanwhile|Later|Today|Yesterday|Recently),? )?"
    r"(?:(?:In|On|At|Since|Last|Earlier|This|After|During|By|For|Over|Until|Under|Weeks|Months|Days|Hours)\b"
    r"[^,;:—\U000f0000-\U000f17ff]{0,60}, |(?:In|Since|By|On) (?:[A-Z][a-z]+ )?(?:\d\d? )?\d{4} "
    r"|(?:Last|This|On) (?:week|month|year|spring|summer|autumn|winter|[A-Z][a-z]+day) )?"
)
"""What may stand before the subject of a sentence."""
_INTRODUCED = re.compile(
    r"(?:In|On|At|Since|After|When|While|Although|Though|Before|Because|Under)\b(?!.*[;:“]|.*, (?:and|or) )"
)
"""'On June 7, hours before the vote began, …': a clause of its own, then the subject."""
_JOINT = re.compile(r"(?:; |, (?:and|but|while) | (?P<time>after|since|when|because|while|although|though|before) )$")
_GIVEN = re.compile(
    r"\b(?:[Aa]fter|[Ss]ince|[Bb]efore|[Dd]uring|[Dd]espite|[Ff]ollowing|[Aa]mid|[Bb]ecause of) (?:the )?$"
)
"""'since Russia's invasion of …': it took place."""
_PIECE = re.compile(r"“[^”]*”|‘[^’]*’|\S+")
_ARTICLES = frozenset("the a an its their his her some".split())
_NO_THING = frozenset(
    "no any few little nothing fewer less none not only and or that which who to by if such this these those it them"
    " him her".split()
)

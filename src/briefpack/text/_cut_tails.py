"""Last parts that may go: from a comma, or from 'after', 'because' and their kin, to the full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.text import clauses, entries, lists, words
from briefpack.text._cut_rules import Span, cleft, goes_on, limited, limiting, told
from briefpack.text.sieves import Sieve

_AIM = re.compile(r", (?:in order )?to [a-z]+ [^,;:–—―]+(?=[.]$)")
_TAIL = re.compile(r", (?P<word>[a-z]+ing)(?= (?P<next>[\w’'“\"$£€-]+))")
_REASON = re.compile(r", as ")
_ASIDE = re.compile(r",(?: (?:many|several|one|two|both|each) of)? (?P<word>where|which|who|whose|whom) ")
_APPOSITION = re.compile(r"(?<=[\w’”]), (?:an?|the) (?P<said>[^,;:–—―]+)(?=[.]$)")
_ABSOLUTE = re.compile(r", with (?P<said>[^;:–—―]+)(?=[.]$)")
_CLAUSE = re.compile(r",? (?P<word>after|because|when|while|since|as|before|so that|once)(?= (?P<said>[^;:–—―]+)[.]$)")
_IN_WHICH = Sieve(
    "which what whereby",
    r"(?<=[\w’])(?:, (?:in|at|during|through|under) which|,? in what| whereby) [^;:–—―]*(?=[.]$)",
)
_MEANS = re.compile(
    r"(?<=[\w’]),? (?:by|before|after|for) (?P<word>[a-z]+ing) (?:the|an?|his|her|its|their|up|out|more|new|[a-z]+s) "
    r"[^;:–—―]*(?=[.]$)"
)
_MARK = re.compile(r"[,;:–—―]")
_HAVE = frozenset({"is", "are", "have", "has"})
_ADDING = ("as well as", "together with", "along with")
_BESIDES = re.compile(
    r", (?:while [a-z]+ing|(?:each|both) [a-z]+ing"
    r"|(?:followed|backed|joined|accompanied|driven|fuelled|fueled|supported|prompted|helped|sparked|caused|created"
    r"|designed|inspired) by|as (?:shown|seen|demonstrated|evidenced|illustrated) (?:by|in)"
    r"|(?:just )?(?:\w+ )?(?:hours|days|weeks|months|minutes|years|shortly|soon|a day|a week|a month|a year) after"
    r") (?P<said>[^;:–—―]+)(?=[.]$)"
)
_CLAUSE_OPENS = re.compile(r"(?:[Tt]he|his|her|its|their|more|many|[A-Z][\w’.'-]*|[a-z]+s|he|she|they|it|we)\b[^,]*$")
_NAME = re.compile(r"[A-Z][\w’.'-]*$")
_OBJECT = frozenset(
    "the a an his her its their that on in at to for from with about how what when where it them him one two three four"
    " five six seven eight nine ten half more some all new much most".split()
)


def aims(sentence: str) -> Iterator[Span]:
    """'…, to give the town time': after a comma it is no part of the verb, unless the comma closes an aside."""
    for found in _AIM.finditer(sentence):
        head = sentence[: found.start()]
        if clauses.complete(head) and clauses.holds(head) and ", " not in head:
            yield Span(*found.span(), "aim")


def participles(sentence: str) -> Iterator[Span]:
    """'…, pushing for talks and lifting the ban', '…, adding that the roads were closed': told besides."""
    for found in _TAIL.finditer(sentence):
        tail = sentence[found.start() : -1]
        if not _adds(found["word"], found["next"]) or goes_on(tail[2:]) or limiting(tail):
            continue
        head = sentence[: found.start()]
        if clauses.complete(head) and clauses.holds(head) and not clauses.participle(head.rpartition(" ")[2]):
            yield Span(found.start(), len(sentence) - 1, "participle clause")


def _adds(word: str, after: str) -> bool:
    known = word in words.data("tails-en") or word in words.data("speaking-en")
    return known or (
        clauses.participle(word)
        and (after in _OBJECT or after[0].isdigit() or after[0] in '“"$£€' or after.endswith("s"))
    )


def reasons(sentence: str) -> Iterator[Span]:
    """'…, as floods have washed away the road'; never '…, as the judge wrote', which says who holds it."""
    for found in _REASON.finditer(sentence):
        tail = sentence[found.end() : -1]
        row = tail.split()
        said = any(word.strip(",") in words.data("speech.verbs") for word in row)
        verb = len(row) > 3 and any(clauses.may_be_finite(word) or word in _HAVE for word in row)
        head = sentence[: found.start()]
        if verb and not said and not limiting(tail) and clauses.complete(head) and clauses.holds(head):
            yield Span(found.start(), len(sentence) - 1, "reason")


def adjuncts(sentence: str) -> Iterator[Span]:
    """'… amid protests', '… in response to the drought', after a verb and four words at least."""
    last = max(sentence.rfind(", ", 0, -1), 0)
    for entry in lists.load("adjuncts-en"):
        place = sentence.find(f" {entry} ", last)
        if place < 0:
            continue
        head, tail = sentence[:place].rstrip(","), sentence[place:-1]
        free = len(head.split()) > 4 and not _MARK.search(tail.lstrip(", ")) and _main(head, tail)
        adds = entry in _ADDING and clauses.complete(head) and not limiting(head)
        adds = adds and not clauses.may_be_finite(head.rpartition(" ")[2])
        if free and (adds or told(head)):
            yield Span(len(head), len(sentence) - 1, "circumstance")


def _main(head: str, tail: str) -> bool:
    """The verb stands in the head: the tail has none, or the head's last clause is sure of one."""
    return (clauses.holds(clauses.last(head)) and not clauses.holds(tail)) or clauses.carries(clauses.last(head))


def asides(sentence: str) -> Iterator[Span]:
    """'…, where she met the mayor, Ana Silva, and two nurses': up to the full stop, with no verb after its commas."""
    for found in _ASIDE.finditer(sentence):
        head, tail = sentence[: found.start()], sentence[found.start() :]
        if not goes_on(tail[2:-1]) and not limiting(tail) and clauses.holds(head) and not cleft(head):
            yield Span(found.start(), len(sentence) - 1, "non-restrictive clause")


def appositions(sentence: str) -> Iterator[Span]:
    """'… met Ana Ruiz, the head of the clinic.'; not the last of a row, 'a nurse, a cook, a driver'."""
    for found in _APPOSITION.finditer(sentence):
        head, said = sentence[: found.start()], found["said"]
        row = re.search(r", (?:an?|the)\b", head) or re.search(r"\b(?:and|or|but)\b", said)
        if _NAME.search(head) and not row and not clauses.carries(said) and not re.search(r"\d", said):
            yield Span(*found.span(), "apposition")


def absolutes(sentence: str) -> Iterator[Span]:
    """'…, with half the seats going to farmers': told besides."""
    for found in _ABSOLUTE.finditer(sentence):
        head = sentence[: found.start()]
        if (
            clauses.complete(head)
            and clauses.carries(clauses.last(head))
            and not goes_on(found["said"])
            and not limiting(head)
        ):
            yield Span(*found.span(), "circumstance")


def besides(sentence: str) -> Iterator[Span]:
    """'…, while cutting its costs', '…, each claiming the win', '…, followed by Peru', '…, hours after the storm'."""
    for found in _BESIDES.finditer(sentence):
        head = sentence[: found.start()]
        if (
            clauses.complete(head)
            and clauses.holds(clauses.last(head))
            and not goes_on(found["said"])
            and not limited(head)
        ):
            yield Span(*found.span(), "circumstance")


def clause_tails(sentence: str) -> Iterator[Span]:
    """'… fell silent when the lights went out', after a past verb and nothing that sets a bound."""
    for found in _CLAUSE.finditer(sentence):
        head, said = sentence[: found.start()], found["said"]
        if (
            len(head.split()) > 4
            and told(head)
            and clauses.carries(clauses.last(head))
            and _follows(found["word"], head, said)
        ):
            yield Span(found.start(), len(sentence) - 1, _KIND.get(found["word"], "circumstance"))


_KIND = {"because": "reason", "so that": "aim", "as": "reason"}


def _follows(word: str, head: str, said: str) -> bool:
    aside = re.match(r"(?:[\w’'-]+ ){0,2}[\w’'-]+, ", said)  # 'since yesterday, story after story'
    if aside or (", " in said and goes_on(said)) or said.startswith(("another ", head.rpartition(" ")[2])):
        return False
    if word == "as":
        speech = any(each.strip(",") in words.data("speech.verbs") for each in said.split())
        return (
            clauses.carries(said)
            and bool(_CLAUSE_OPENS.match(said))
            and not speech
            and not entries.holds(head, "compares-en")
        )
    if word == "when":
        return clauses.holds(said) and not re.search(r"\b(?:had|would|(?:was|were) (?!\w+ed\b))\b", clauses.last(head))
    return word not in ("so that", "before") or clauses.holds(said)


def manners(sentence: str) -> Iterator[Span]:
    """'ended a visit, in which she met the union', 'went home in what looked like a retreat'."""
    for found in _IN_WHICH.finditer(sentence):
        if not limited(sentence[: found.start()]) and not limiting(found[0]) and _verb_before(sentence, found):
            yield Span(*found.span(), "clause that says more of a thing")


def means(sentence: str) -> Iterator[Span]:
    """'… broke the law by using the names': how; 'was caused by using' and 'hurt by falling rocks' stay."""
    for found in _MEANS.finditer(sentence):
        head = sentence[: found.start()]
        passive = clauses.may_be_finite(head.rpartition(" ")[2])
        whole = clauses.participle(found["word"]) and not passive and not goes_on(found[0])
        if whole and told(head) and clauses.carries(clauses.last(head)):
            yield Span(*found.span(), "means")


def _verb_before(sentence: str, found: re.Match[str]) -> bool:
    return clauses.holds(sentence[: found.start()]) and not entries.holds(found[0], "survives-en")

"""Two statements that say the same of the same thing but for one point: a 'not', an opposite word, a number, a date.

'No fish have escaped from the farm' and '3,000 fish have escaped from the farm' share all but the 'no'. It is asked
what share of the shorter one the other holds too, so that a word or a place in common brings nothing together. Pairs
are proposed by an index of the rarer words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefpack.analysis import _doubted, _stances
from briefpack.analysis import _elsewhere as elsewhere
from briefpack.analysis._claims import Claim, claim, root
from briefpack.analysis._counts import numbers, numbers_heading, of_a_day
from briefpack.analysis._matters import Matters
from briefpack.analysis._parting import is_matter, is_somebody
from briefpack.analysis._places import Place, places
from briefpack.analysis._sides import grounded, side, voice
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import figures, lists, words
from briefpack.text._lowered import lowered
from briefpack.text.sieves import Sieve

_CAP = 10
"""A word in more statements than this says nothing of their matter, and would cost quadratic time."""
_WORDS = 45
_SHARED = 1.1
"""Least weight of what two statements share."""
_LOOSE = 2.0
"""The same of a denial where most words of both are not shared."""
_ALL = 0.6
"""The share of the shorter one's words that the other must hold too."""
_BOTH = 0.4
"""The share of all words of both that they must share, where only a number or a date tells them apart."""
_FAR = 8
"""Passages between two voices of one text, at most."""
_NULL = Sieve(
    "no little nothing",
    r"\b(?:no|little) (?:[a-z]+ ){0,2}?(?:effect|link|connection|impact|influence|difference|relation|relationship"
    r"|association|correlation|bearing)s?\b|\bnothing to do with\b|\b(?:does|do|did) nothing (?:for|to|against)\b",
)
"""'The team found no effect on blood pressure'."""
_NULL_WORDS = frozenset(
    map(
        root,
        "effect link connection impact influence difference relation relationship association"
        " correlation bearing found study researchers team".split(),
    )
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DATE = re.compile(
    r"\b(?:(?P<day>\d{1,2}) )?(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: (?P<after>\d{1,2}),?)?(?: (?P<year>(?:1[5-9]|20)\d\d))\b|\b(?P<alone>(?:1[5-9]|20)\d\d)\b"
)
_SINCE = re.compile(r"\b(?:since|until|till|by|from|before|after|between) (?:the )?(?:\w+ ){0,2}(?:1[5-9]|20)\d\d\b")
_NO_COUNT = Sieve(
    "all of should must out every each another other",
    r"\b(?:[Aa]ll|out of|of (?:the|its|their|some)|every|each|another|other)(?: [a-z]+){0,2} \d|\b(?:should|must)\b",
)
"""'All 412 stations', 'of the 412 stations', 'should print 300': what is a part, or no count."""
_KINDS = ("money", "share", "count", "measure", "span")
_NUMERALS = frozenset(
    map(root, "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split())
)
_NOT_NUMBER = re.compile(r"\b(?:not|no) (?:the |more than |less than |fewer than |longer )?\d")
_WEIGHT = 5.2


@dataclass(frozen=True, slots=True)
class _Held:
    row: tuple[Place, ...]
    index: int
    voice: str

    @property
    def text(self) -> str:
        return self.row[self.index].passage.text

    @property
    def claim(self) -> Claim:
        return claim(self.text)


def contraries(
    sources: tuple[Source, ...], found: Brief, matters: Matters, weights: dict[str, float]
) -> Iterator[tuple[float, Tension]]:
    """Pairs with their strength."""
    held = [one for source in sources for one in _statements(source, found)]
    for first, second in _candidates(held, weights):
        how = _how(first, second, weights) if _two(first, second, found) else None
        sides = _sides(first, second, found) if how else None
        if how and sides:
            heading, kind = how
            matter = matters.label(sides[0].text, sides[1].text, weights)
            matter = matter if is_matter(matter) else _thing(first, second, weights)
            named = matter and not heading.endswith("?")
            yield _WEIGHT, Tension(f"{heading}: {matter}" if named else heading, sides, kind)


def _statements(source: Source, found: Brief) -> Iterator[_Held]:
    if source.language not in (None, "en"):
        return
    row = places(source)
    for index, place in enumerate(row):
        if "?" not in place.passage.text and 4 <= len(place.passage.text.split()) <= _WORDS:
            yield _Held(row, index, voice(place.passage, found))


def _candidates(held: list[_Held], weights: dict[str, float]) -> Iterator[tuple[_Held, _Held]]:
    """Those that share two words of some weight, of which one denies, doubts, judges or counts."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(held):
        shared: Counter[int] = Counter()
        for word in _stances.stems(one.text):
            if weights.get(word):
                shared.update(index[word][-_CAP:])
                index[word].append(place)
        for other, count in sorted(shared.items()):
            if count > 1:
                yield held[other], one


def _two(first: _Held, second: _Held, found: Brief) -> bool:
    """Two documents, or two voices not far from each other in one."""
    if first.row is not second.row:
        return first.voice != second.voice or not first.voice
    near = second.index - first.index <= _FAR and first.voice != second.voice
    return near and is_somebody(first.voice, found) and is_somebody(second.voice, found)


def _how(first: _Held, second: _Held, weights: dict[str, float]) -> tuple[str, str] | None:
    """The heading and the kind of a pair that goes apart; None for most."""
    if elsewhere.apart(first.text, second.text):
        return None
    return _denied(first, second, weights) or _told_apart(first, second, weights)


def _denied(first: _Held, second: _Held, weights: dict[str, float]) -> tuple[str, str] | None:
    """One says that it is not so, doubts it, or finds nothing of it."""
    for one, other in ((first, second), (second, first)):
        denies = bool(_stances.stance(one.text).denied)
        if denies and _denies(one.claim, other.claim, weights):
            return "Claim and denial", "denied"
        if _doubted.may_doubt(one.text) and _doubted.doubts(one.text, other.claim, weights):
            return "Claim and doubt", "doubt"
        if denies and _finds_nothing(one, other.claim, weights):
            return "Found or not", "contrast"
    return None


def _told_apart(first: _Held, second: _Held, weights: dict[str, float]) -> tuple[str, str] | None:
    """The same but for a word, a number or a date."""
    turned = _turned(first, second, weights)
    if turned:
        return turned, "contrast"
    if _other_number(first, second, weights):
        return numbers_heading(numbers(first.claim.clause)[0], numbers(second.claim.clause)[0]), "numbers"
    digits = lowered(first.text).digits and lowered(second.text).digits
    return ("Two dates", "dates") if digits and _other_date(first, second, weights) else None


def _weigh(shared: frozenset[str], held: Claim, weights: dict[str, float]) -> float:
    """What roots say of a subject, by the words of the text that they are cut from."""
    stems = {_stances.stem(word) for word in words.content(held.clause) if root(word) in shared}
    return _stances.weigh(stems, weights)


def _covers(one: frozenset[str], other: frozenset[str], share: float = _ALL) -> bool:
    both = one & other
    return len(both) > 1 and len(both) >= share * min(len(one), len(other))


def _denies(one: Claim, other: Claim, weights: dict[str, float]) -> bool:
    """'no family would be moved for the dam' against '240 families will be moved for the dam'."""
    if (
        not one.denied
        or _NOT_NUMBER.search(one.clause)
        or not (one.sure and other.sure)
        or set(one.denied) & set(other.denied)
    ):
        return False
    if (
        sum(each in other.roots for each in one.denied[:3]) < min(2, len(one.denied))
        or one.denied[0] not in other.roots
    ):
        return False
    both = one.roots & other.roots
    if len(one.denied) == 1 and len(both) * 2 < max(len(one.roots), len(other.roots)):
        return False  # 'A loan is no gift' of two words that any sentence on loans has
    least = _SHARED if len(both) * 2 >= len(one.roots | other.roots) else _LOOSE
    return _covers(one.roots, other.roots) and _weigh(both, one, weights) >= least


def _finds_nothing(one: _Held, other: Claim, weights: dict[str, float]) -> bool:
    """'no effect on blood pressure' against 'lowers blood pressure'."""
    if not _NULL.search(one.text) or other.denied or _NULL.search(other.clause):
        return False
    own = one.claim.roots - _NULL_WORDS
    acts = not _causing().isdisjoint(other.roots)
    return acts and _covers(own, other.roots) and _weigh(own & other.roots, one.claim, weights) >= _SHARED


@cache
def _causing() -> frozenset[str]:
    return frozenset(root(word) for line in lists.load("causing-en") for word in line.split())


def _turned(first: _Held, second: _Held, weights: dict[str, float]) -> str:
    """'cut the cost of each journey' against 'raise the cost of each journey': one word of the frame is turned."""
    one, other = _stances.stance(first.text), _stances.stance(second.text)
    for ours in one.verdicts:
        for theirs in other.verdicts:
            if ours.dimension != theirs.dimension or ours.side == theirs.side or ours.denied or theirs.denied:
                continue
            judged = set(map(root, _stances.words_of(ours.dimension)))
            mine, yours = (frozenset(r for r in each.claim.roots if r not in judged) for each in (first, second))
            if _covers(mine, yours, 0.7) and _weigh(mine & yours, first.claim, weights) >= _SHARED:
                return _stances.label(ours.dimension)
    return ""


def _other_number(first: _Held, second: _Held, weights: dict[str, float]) -> bool:
    """'was cut off for 11 days', 'was cut off for 17 days'."""
    if not (numbers(first.text) and numbers(second.text)):
        return False
    ours, theirs = numbers(first.claim.clause), numbers(second.claim.clause)
    if any(_NO_COUNT.search(each.text) or of_a_day(each.text) for each in (first, second)):
        return False
    if len(ours) != 1 or len(theirs) != 1 or not elsewhere.same_time(first.text, second.text):
        return False
    if not _one_frame(first, second, weights):
        return False
    (one,), (other,) = ours, theirs
    if (one.kind, one.unit) != (other.kind, other.unit) or one.kind not in _KINDS:
        return False
    if one.kind == "span":
        return one.value.lower() != other.value.lower()
    (low, high), (least, most) = figures.bounds(one), figures.bounds(other)
    return not (low <= most and least <= high) and bool(one.amount and other.amount)


def _other_date(first: _Held, second: _Held, weights: dict[str, float]) -> bool:
    """'sank on 14 November', 'sank on 12 November': one event that happens once."""
    ours, theirs = _dates(first.claim.clause), _dates(second.claim.clause)
    if len(ours) != 1 or len(theirs) != 1 or not _differ(ours[0], theirs[0]):
        return False
    once = first.claim.roots & second.claim.roots & _once()
    return bool(once) and _one_frame(first, second, weights)


def _dates(clause: str) -> list[tuple[str, str, str]]:
    if _SINCE.search(clause):
        return []
    found = _DATE.finditer(clause)
    return [(one["year"] or one["alone"], one["month"] or "", one["day"] or one["after"] or "") for one in found]


def _differ(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    return any(mine and yours and mine != yours for mine, yours in zip(one, other, strict=True))


def _is_named(one: _Held, other: _Held) -> bool:
    """The places of a statement stand somewhere in the other's text."""
    return elsewhere.named_in(one.text, " ".join(place.passage.text for place in other.row))


@cache
def _once() -> frozenset[str]:
    return frozenset(root(word) for line in lists.load("once-en") for word in line.split())


def _one_frame(first: _Held, second: _Held, weights: dict[str, float]) -> bool:
    """Nearly the same words of the same thing, and nothing denied in either."""
    if not (_is_named(first, second) and _is_named(second, first)):
        return False
    months = {root(word) for word in words.data("dates.months")}
    one, other = (frozenset(each.claim.roots - months - _NUMERALS) for each in (first, second))
    if first.claim.denied or second.claim.denied or not _covers(one, other, 0.7):
        return False
    close = len(one & other) >= _BOTH * len(one | other)
    return close and _weigh(one & other, first.claim, weights) >= _SHARED


def _sides(first: _Held, second: _Held, found: Brief) -> tuple[Side, Side] | None:
    made = tuple(_side(one, found) for one in (first, second))
    one, other = made
    return (one, other) if one and other and not set(one.refs) & set(other.refs) else None


def _side(one: _Held, found: Brief) -> Side | None:
    """It may stand with what it leans on, or by itself where its voice is known."""
    made = grounded(one.row, one.index, found)
    if made or not one.voice:
        return made
    place = one.row[one.index]
    return side(place.source, place.passage, found)


def _thing(first: _Held, second: _Held, weights: dict[str, float]) -> str:
    """'the dam' where both say so."""
    both = first.claim.roots & second.claim.roots
    told = re.findall(r"\b[Tt]he ([a-z-]{3,})\b", f"{first.text} {second.text}")
    named = [word for word in told if root(word) in both and word not in words.data("generic-en")]
    best = max(named, key=lambda word: weights.get(_stances.stem(word), 0.0), default="")
    return f"the {best}" if best else ""

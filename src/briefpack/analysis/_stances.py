"""What a statement holds of its subject: the words of judgement in it, denied or not, and whose they are."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from briefpack.analysis import _judged_things
from briefpack.model import Source
from briefpack.text import entries, lists, words
from briefpack.text._lowered import lowered
from briefpack.text.sieves import Sieve

_TOKEN = re.compile(r"[A-Za-z]+(?=[ ,.;])|\d[\d.,]*\d|[\w'’-]+|[,;:.!?()—–“”\"]")
_MARK = frozenset(',;:.!?()—–“”"')
_NEGATION = frozenset(
    "not no never neither nor hardly barely scarcely without cannot nothing nobody none rarely"
    " little denies denied".split()
)
_NOT = _NEGATION - {"without"}
_RATHER = frozenset({"rather", "instead"})
_ONLY = frozenset({"only", "just", "merely", "simply", "doubt", "wonder"})
"""'Not only cheap' and 'no doubt safe' deny nothing."""
_UNLESS = frozenset({"if", "unless", "whether"})
_UNTIL = frozenset("by until till before at towards near since from after".split())
_REACH = 4
"""How many words before a judgement may deny it."""
_BEHIND = 5
_FAR = 16
"""How many words behind 'not', and behind 'disputes', are denied."""
_FEW = 40
"""Passages that a text is taken to have at least: in three sentences every word is common."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ADVICE_AGAINST = Sieve(
    "not never stop end mustn mustnt shouldn shouldnt",
    r"\b(?:should|must|need|ought|has|have) (?:not|never|to stop|to end)\b|\b(?:must|should)n['’]?t\b",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One word of judgement."""

    dimension: int
    side: int
    """0 or 1: which side of the dimension's list it stands on."""
    denied: bool
    thing: str
    """What is judged, as far as it is seen: 'crime' in 'crime has fallen'."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What a text says for or against, apart from who says it."""

    verdicts: tuple[Verdict, ...]
    valence: int
    """1 where it speaks well of things, -1 where ill, 0 where neither or both."""
    claims: bool
    doubts: bool
    disputes: bool
    advises: bool
    against: bool
    """'should not', 'must stop'."""
    blames: bool
    denied: frozenset[str]
    """Stems of what it says is not so: 'not limited to the islands', 'disputed that the mill loses a tenth'."""
    years: frozenset[str]

    @property
    def any(self) -> bool:
        """Whether there is anything to go against."""
        return bool(self.verdicts) or self.doubts or self.disputes or self.blames or self.advises or bool(self.denied)


@lru_cache(maxsize=16384)
def stance(text: str) -> Stance:
    """Read a text; most hold no word that judges or denies, and are read no further."""
    known, line = lowered(text).known, lowered(text).line
    judging = not _longest().keys().isdisjoint(known)
    denying = "n't " in line or not _deniers().isdisjoint(known)
    row = " ".join(_TOKEN.findall(text)).lower().replace("’", "'").split(" ") if judging or denying else []
    verdicts = _one_sided(tuple(_verdicts(row))) if judging else ()
    return Stance(
        verdicts,
        _valence(verdicts),
        entries.holds(text, "claims-en"),
        entries.holds(text, "doubts-en"),
        entries.holds(text, "disputes-en"),
        entries.holds(text, "advice-en"),
        bool(_ADVICE_AGAINST.search(text)),
        entries.holds(text, "blaming-en"),
        _denied_stems(row) if denying else frozenset(),
        frozenset(_YEAR.findall(text)) if lowered(text).digits else frozenset(),
    )


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The content words of a text, cut so that 'vaccinated' and 'vaccination' are one."""
    return frozenset(map(stem, words.content(text)))


def stem(word: str) -> str:
    """'subsidies', 'subsidise' to 'subsid': the first six letters of a longer word."""
    return word if len(word) < 7 or word[0].isdigit() else word[:6]


def weights(sources: tuple[Source, ...]) -> dict[str, float]:
    """How much a stem says of a subject: 1 where it stands in a single passage, less for commoner ones."""
    spread = Counter(word for s in sources for p in s.passages for word in stems(p.text))
    whole = math.log1p(max(sum(len(source.passages) for source in sources), _FEW))
    vague = {stem(word) for entry in lists.load("vague-en") for word in entry.split()}
    return {
        word: 0.0 if word in vague or word[0].isdigit() else max(1.15 - math.log1p(count) / whole, 0.05)
        for word, count in spread.items()
    }


def weigh(shared: Iterable[str], weights: dict[str, float]) -> float:
    """How much stems say of a subject together; the same in whatever order a set gives them."""
    return math.fsum(weights.get(word, 0.0) for word in shared)


def label(dimension: int) -> str:
    """'Safe or not'."""
    return _dimensions()[dimension].label


@cache
def words_of(dimension: int) -> frozenset[str]:
    """The words of judgement of one kind."""
    return frozenset(entry for side in _dimensions()[dimension].sides for entry in side)


def judges(word: str) -> bool:
    """Whether a word alone is one of judgement."""
    return word.lower() in _places()


def _one_sided(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Without the dimensions on both ends of which a text stands: 'strong enough to …, but weak enough to …'."""
    ends = {(verdict.dimension, (verdict.side == 0) != verdict.denied) for verdict in verdicts}
    return tuple(each for each in verdicts if not {(each.dimension, True), (each.dimension, False)} <= ends)


def _denied_stems(row: list[str]) -> frozenset[str]:
    """What stands behind a 'not', a 'rather than' or a verb of denial, up to the end of its clause."""
    held: set[str] = set()
    deniers = _deniers()
    for place, word in enumerate(row):
        reach = _denying(row, place) if word in deniers or word.endswith("n't") else 0
        if reach and not _supposed(row, place):
            clause: list[str] = []
            for after in row[place + 1 : place + 1 + reach]:
                if after in _MARK or (clause and after in ("but", "because", "until")):
                    break
                clause.append(after)
            held |= stems(" ".join(clause))
    return frozenset(held)


def _denying(row: list[str], place: int) -> int:
    """How many words behind a word it denies; 0 for most."""
    word, after = row[place], row[place + 1] if place + 1 < len(row) else ""
    if word in words.data("denials-en") or (word in _RATHER and after in ("than", "of")):
        return _FAR
    return _BEHIND if (word in _NOT or word.endswith("n't")) and after not in _ONLY else 0


@cache
def _deniers() -> frozenset[str]:
    """Every word that may deny what follows."""
    return words.data("denials-en") | _RATHER | _NOT


def _verdicts(row: list[str]) -> Iterator[Verdict]:
    longest, free = _longest(), 0
    for place, word in enumerate(row):
        if place < free or word not in longest:
            continue
        size, found = _at(row, place)
        free = place + size
        if found and not _supposed(row, place) and not _is_when(row, place):
            denied, thing = _denied(row, place), _judged_things.thing(row, place, size)
            yield from (Verdict(dimension, side, denied, thing) for dimension, side in found)


def _at(row: list[str], place: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The longest entry that starts at a word: its size in words and the sides that it stands on."""
    for size in range(_longest().get(row[place], 0), 0, -1):
        found = _places().get("_".join(row[place : place + size]))
        if found:
            return size, found
    return 0, ()


def _denied(row: list[str], place: int) -> bool:
    for before in range(place - 1, max(place - _REACH, 0) - 1, -1):
        if row[before] in _MARK:
            return False
        if row[before] == "no" and place - before > 2:
            continue
        if row[before] in _NEGATION or row[before].endswith("n't"):
            return row[before + 1] not in _ONLY
    return False


def _supposed(row: list[str], place: int) -> bool:
    """'if it were unsafe': nobody says that it is."""
    for before in range(place - 1, max(place - 10, 0) - 1, -1):
        if row[before] in _MARK:
            return False
        if row[before] in _UNLESS:
            return True
    return False


def _is_when(row: list[str], place: int) -> bool:
    """'by the end of the year' ends nothing."""
    return row[place] == "end" and row[place - 1 : place] == ["the"] and row[max(place - 2, 0)] in _UNTIL


def _valence(verdicts: tuple[Verdict, ...]) -> int:
    good = bad = 0
    for verdict in verdicts:
        if not _dimensions()[verdict.dimension].neutral:
            speaks_well = (verdict.side == 0) != verdict.denied
            good, bad = good + speaks_well, bad + (not speaks_well)
    return (good > bad) - (bad > good) if not (good and bad) or abs(good - bad) > 1 else 0


@dataclass(frozen=True, slots=True)
class _Dimension:
    label: str
    neutral: bool
    sides: tuple[tuple[str, ...], ...]


@cache
def _dimensions() -> tuple[_Dimension, ...]:
    rows = (line.split(" | ") for line in lists.load("opposites-en"))
    return tuple(
        _Dimension(name.removeprefix("= "), name.startswith("= "), tuple(tuple(side.split()) for side in sides))
        for name, *sides in rows
    )


@cache
def _places() -> dict[str, tuple[tuple[int, int], ...]]:
    held: dict[str, dict[tuple[int, int], None]] = defaultdict(dict)
    for number, dimension in enumerate(_dimensions()):
        for side, entry in ((side, entry) for side, ends in enumerate(dimension.sides) for entry in ends):
            held[entry][number, side] = None
    return {word: tuple(found) for word, found in held.items()}


@cache
def _longest() -> dict[str, int]:
    """The first word of each entry to the length of the longest that starts so."""
    sizes: dict[str, int] = {}
    for entry in _places():
        parts = entry.split("_")
        sizes[parts[0]] = max(sizes.get(parts[0], 0), len(parts))
    return sizes

"""Two documents on one matter that do not plainly quarrel: what each of them holds of it, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from briefpack.analysis import _stances
from briefpack.analysis._matters import Matters
from briefpack.analysis._places import Place, places, unquoted
from briefpack.analysis._sides import grounded, longer, voice
from briefpack.analysis._stances import Stance
from briefpack.model import Brief, Side, Source, Tension
from briefpack.text import entries
from briefpack.text.sieves import Sieve

_SOURCES = 6
"""Documents that are compared; of more, pairs would fill the page."""
_CAP = 12
"""Statements of one source on one matter that are looked at."""
_ALIKE = 0.6
"""Statements that share more of their words than this say the same."""
_NAMED = 3.0
"""How much less a mere name says of what is at issue than a noun."""
_WORDS = 48
_OWN = Sieve("i we our my", r"\b(?:I|we|We|our|Our|my|My)\b")


@dataclass(frozen=True, slots=True)
class _Held:
    """A statement on a matter."""

    row: tuple[Place, ...]
    index: int
    stance: Stance
    stems: frozenset[str]
    judged: float


def emphasis(
    sources: tuple[Source, ...], found: Brief, matters: Matters, weights: dict[str, float]
) -> Iterator[Tension]:
    """For each pair of documents the matters that both talk of and judge, the most judged first; no quarrel."""
    held = [_by_matter(source, found, matters) for source in sources[:_SOURCES] if source.language in (None, "en")]
    made: list[tuple[float, str, _Held, _Held]] = []
    for one, other in combinations(held, 2):
        for key in sorted(one.keys() & other.keys()):
            best = _best(one[key][1], other[key][1], weights, 2 if key.startswith("@") else 1)
            if best and weights.get(key, 1.0) >= 0.2:
                score = best[0] + _told(one[key][2]) + _told(other[key][2]) - _NAMED * key.startswith("@")
                made.append((score, one[key][0], best[1], best[2]))
    used: set[str] = set()
    for _, name, first, second in sorted(made, key=lambda each: -each[0]):
        sides = _sides(first, second, found)
        if name not in used and sides:
            used.add(name)
            yield Tension(f"What each source says of {name}", sides, "emphasis")


def _by_matter(source: Source, found: Brief, matters: Matters) -> dict[str, tuple[str, list[_Held], int]]:
    """Stem of a noun to its phrase, what the source holds of it, and how often it stands there."""
    made: dict[str, tuple[str, list[_Held], int]] = {}
    row = places(source)
    for index, place in enumerate(row):
        text = place.passage.text
        if "?" in text or not 6 <= len(text.split()) <= _WORDS:
            continue
        stance = _stances.stance(text)
        one = _Held(row, index, stance, _stances.stems(text), _judged(text, stance, voice(place.passage, found)))
        for phrase, key in (*matters.nouns(text), *matters.names(text)):
            name, statements, spread = made.get(key, (phrase, [], 0))
            if len(statements) < _CAP and one not in statements[-1:]:
                statements.append(one)
            made[key] = max(name, phrase, key=len), statements, spread + 1
    return {key: pair for key, pair in made.items() if pair[1]}


def _told(spread: int) -> float:
    """A matter that a document comes back to is one of its subjects."""
    return 0.5 * min(spread, 3)


def _judged(text: str, stance: Stance, who: str) -> float:
    """How much of a judgement a statement is."""
    return (
        min(len(stance.verdicts), 2)
        + stance.advises
        + stance.doubts
        + 0.7 * bool(stance.denied)
        + 0.5 * bool(who)
        + 0.5 * bool(_OWN.search(unquoted(text)))
        + 0.5 * entries.holds(text, "judging-en")
    )


def _best(
    ours: list[_Held], theirs: list[_Held], weights: dict[str, float], least: int
) -> tuple[float, _Held, _Held] | None:
    """The two that judge most, better still in opposite ways, and that do not say the same."""
    best: tuple[float, _Held, _Held] | None = None
    for one in ours:
        for other in theirs:
            score = 0.6 * (one.judged + other.judged) + 1.5 * (one.stance.valence * other.stance.valence < 0)
            score += _stances.weigh(one.stems & other.stems, weights)
            close = len(one.stems & other.stems) >= least and not _alike(one, other)
            if close and (best is None or score > best[0]):
                best = score, one, other
    return best


def _alike(one: _Held, other: _Held) -> bool:
    return len(one.stems & other.stems) > _ALIKE * min(len(one.stems), len(other.stems))


def _sides(first: _Held, second: _Held, found: Brief) -> tuple[Side, Side] | None:
    one, other = grounded(first.row, first.index, found), grounded(second.row, second.index, found)
    if not one or not other:
        return None
    return longer(one, first.row, first.index, found), longer(other, second.row, second.index, found)

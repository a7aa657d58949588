"""The statements of all sources in the order in which a brief takes them.

Each source gets its share, and the sources take turns. Within a source a statement gains by where it
stands and by its form (see _standing), by how much of the source's topic it carries, and each word
counts less once a better statement has said it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefpack.analysis import _standing
from briefpack.analysis._choice import Candidate, Choice, choose
from briefpack.analysis._statements import Statement, statements
from briefpack.analysis._support import twins
from briefpack.analysis._weights import Centre, topic
from briefpack.model import Brief, Ref, Source
from briefpack.text import words

MOST = 24
"""Points of a brief."""
_ARGUES = {"opinion": 0.7, "editorial": 0.75}
"""What a statement of a genre weighs in a source's share: an argument makes one claim in many sentences."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was looked at, and what was taken."""

    rows: tuple[tuple[Candidate, ...], ...]
    """The candidates of each source that has some."""
    choices: tuple[Choice, ...]
    taken: tuple[Candidate, ...]
    """Best first; the sources take turns."""
    told: Mapping[Ref, tuple[Ref, ...]]
    """The first reference of a statement to the passages of other sources that say the same."""


def ranked(sources: tuple[Source, ...], found: Brief) -> Ranking:
    """Rank the statements of each source, and let the sources take turns."""
    centre, known = Centre(sources), _standing.known(found)
    rows = [row for source in sources if (row := _candidates(source, known, centre))]
    told = _told([candidate for row in rows for candidate in row])
    return taken(tuple(_supported(row, told, len(sources)) for row in rows), told)


def taken(rows: tuple[tuple[Candidate, ...], ...], told: Mapping[Ref, tuple[Ref, ...]]) -> Ranking:
    """The best of each row within its share, nothing said twice, at most 24 in all."""
    choices = tuple(choose(row, quota) for row, quota in zip(rows, _quotas(rows), strict=True))
    kept: dict[Ref, Candidate] = {}
    for candidate in _turns([choice.taken for choice in choices]):
        first = candidate.statement.refs[0]
        if not any(ref in kept for ref in told.get(first, ())):
            kept[first] = candidate
    return Ranking(rows, choices, tuple(kept.values())[:MOST], told)


def _turns(rows: Sequence[tuple[Candidate, ...]]) -> list[Candidate]:
    """Each row's best first, turn by turn."""
    deepest = max(map(len, rows), default=0)
    return [row[turn] for turn in range(deepest) for row in rows if turn < len(row)]


def _told(candidates: Sequence[Candidate]) -> dict[Ref, tuple[Ref, ...]]:
    """Who else says so: the first references of the statements of other sources that say the same."""
    firsts = [candidate.statement.refs[0] for candidate in candidates]
    return {firsts[one]: tuple(firsts[n] for n in others) for one, others in twins(candidates).items()}


def _supported(row: Sequence[Candidate], told: Mapping[Ref, tuple[Ref, ...]], count: int) -> tuple[Candidate, ...]:
    """With the sign that other sources say the same."""
    made = []
    for candidate in row:
        others = {ref.source for ref in told.get(candidate.statement.refs[0], ())}
        said = _standing.Sign("several sources", f"said by {len(others) + 1} of {count} sources")
        made.append(replace(candidate, signs=(*candidate.signs, said)) if others else candidate)
    return tuple(made)


def _quotas(rows: Sequence[tuple[Candidate, ...]]) -> list[int]:
    """Shares by what a source has to say: at least two, at most two thirds of it, what is left to the largest rest."""
    says = [len(row) * _ARGUES.get(row[0].statement.place.source.genre or "", 1.0) for row in rows]
    exact = [MOST * size / sum(says) for size in says]
    most = [max(2, len(row) * 2 // 3) for row in rows]
    shares = [min(max(2, int(share)), cap) for share, cap in zip(exact, most, strict=True)]
    for place in sorted(range(len(rows)), key=lambda n: (int(exact[n]) - exact[n], n)):
        if sum(shares) < MOST and shares[place] < most[place]:
            shares[place] += 1
    return shares


def _candidates(source: Source, known: _standing.Known, centre: Centre) -> tuple[Candidate, ...]:
    language = source.language or "en"
    made = []
    singles: dict[Ref, tuple[_standing.Sign, ...]] = {}
    for statement in statements(source, known.found):
        content = words.content(statement.text, language)
        seen = _signs(statement, known, singles)
        made.append(Candidate(statement, content, seen, centre.weights(source.key, content)))
    return _evened(made)


def _evened(row: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """With their words' weights so that the source's statements carry 1 on the average: sources differ in length."""
    mean = sum(topic(c.weights, {}) for c in row) / len(row) if row else 0.0
    if not mean:
        return tuple(row)
    return tuple(replace(c, weights={word: weight / mean for word, weight in c.weights.items()}) for c in row)


def _signs(
    statement: Statement, known: _standing.Known, singles: dict[Ref, tuple[_standing.Sign, ...]]
) -> tuple[_standing.Sign, ...]:
    """Those of a statement; of a claim with more sentences those of the claim, and what the best of the others adds."""
    if not statement.rest:
        return _standing.signs(statement, known)
    for one in statement.singles:
        if one.refs[0] not in singles:  # a sentence may stand in several claims
            singles[one.refs[0]] = _standing.signs(one, known)
    lead, *rest = (singles[one.refs[0]] for one in statement.singles)
    worth = max(sum(sign.gain for sign in signs if sign.name != "points back") for signs in rest)
    added = _standing.Sign("pair", "a claim with what belongs to it", max(0.0, worth))
    return (*lead, added)

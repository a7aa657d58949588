"""Why each passage is a point, or is none: the same weighing that the points come from, told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefpack.analysis._choice import Candidate
from briefpack.analysis._places import places
from briefpack.analysis._ranking import Ranking, ranked
from briefpack.analysis._standing import reason
from briefpack.analysis._statements import fault
from briefpack.model import Brief, Passage, Ref, Sign, Source, Verdict

_CROWDED = "the brief was full before its turn came, or another source says the same words"
_USES = {
    "events": "an event",
    "quotes": "a quotation",
    "figures": "a figure",
    "terms": "a term",
    "tensions": "a tension",
    "people": "a person",
    "organisations": "an organisation",
}


def verdicts(sources: tuple[Source, ...], found: Brief) -> tuple[Verdict, ...]:
    """One verdict a passage, in the order of the documents."""
    weighed = dict(_weighed(ranked(sources, found)))
    uses = _uses(found)
    return tuple(verdict for source in sources for verdict in _of_source(source, weighed, uses))


def _of_source(
    source: Source, weighed: Mapping[Ref, Verdict], uses: Mapping[Ref, tuple[str, ...]]
) -> Iterator[Verdict]:
    faults = {place.passage.ref: fault(place) for place in places(source)}
    for passage in source.passages:
        known = weighed.get(passage.ref) or Verdict(passage.ref, passage.text, why=_unfit(passage, faults))
        yield Verdict(passage.ref, known.text, known.rank, known.why, known.signs, uses.get(passage.ref, ()))


def _unfit(passage: Passage, faults: Mapping[Ref, str]) -> str:
    if passage.kind == "caption":
        return "it is the caption of a picture"
    return faults.get(passage.ref) or "nothing in it can stand alone"


def _weighed(ranking: Ranking) -> Iterator[tuple[Ref, Verdict]]:
    """A verdict for each passage of each candidate; what was taken goes last and so wins."""
    ranks = {candidate.statement.refs[0]: rank for rank, candidate in enumerate(ranking.taken, start=1)}
    refused = {ref: why for choice in ranking.choices for ref, why in choice.refused.items()}
    rows = [candidate for row in ranking.rows for candidate in row]
    for candidate in sorted(rows, key=lambda c: c.statement.refs[0] in ranks):
        first = candidate.statement.refs[0]
        chosen = f"{reason(candidate.signs)}"
        why = (
            chosen
            if first in ranks
            else refused.get(first, "the brief was full, or another source says it word for word")
        )
        one = Verdict(first, candidate.statement.text, ranks.get(first, 0), why, _signs(candidate))
        yield from ((ref, one) for ref in candidate.statement.refs if first in ranks or ref == first)


def _signs(candidate: Candidate) -> tuple[Sign, ...]:
    """The strongest first; what its words weigh is one of them."""
    carries = Sign("what its words carry of the source's topic", candidate.carries({}))
    signs = [Sign(sign.why, sign.gain) for sign in candidate.signs]
    return tuple(sorted((carries, *signs), key=lambda sign: -abs(sign.gain)))


def _uses(found: Brief) -> dict[Ref, tuple[str, ...]]:
    """What else of the brief cites each passage."""
    uses: dict[Ref, list[str]] = defaultdict(list)
    for kind, name in _USES.items():
        for ref in dict.fromkeys(ref for item in getattr(found, kind) for ref in item.refs):
            uses[ref].append(name)
    return {ref: tuple(names) for ref, names in uses.items()}

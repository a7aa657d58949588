"""Who is quoted in a passage: one table for all who ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from briefpack.analysis._same import Same
from briefpack.model import Brief, Quote, Ref


def speakers(found: Brief) -> Mapping[Ref, str]:
    """Each passage that one known speaker is quoted in; where two speak it is neither's."""
    return _speakers(Same(found.quotes))


@lru_cache(maxsize=4)
def _speakers(known: Same[tuple[Quote, ...]]) -> dict[Ref, str]:
    table: dict[Ref, set[str]] = defaultdict(set)
    for quote in known.value:
        for ref in quote.refs if quote.speaker else ():
            table[ref].add(quote.speaker)
    return {ref: next(iter(names)) for ref, names in table.items() if len(names) == 1}

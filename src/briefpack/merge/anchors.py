"""Where a passage stands now: by its words, never by its number alone.

    old  globe 3.1  Trade grew by a quarter.      new  globe 3.1  A word before.
                                                       globe 4.1  Trade grew by a quarter.

'[@globe, 3.1]' becomes '[@globe, 4.1]'. Where no sentence has the same words, the closest one takes its place
if it is close, and closer than any other; the line is then flagged. Else the passage is gone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from briefpack.model import Ref

Passages = Mapping[Ref, str]
_CLOSE = 0.6
"""Share of words that two sentences must have in common, in order, for one to have become the other."""
_MARGIN = 0.1
"""By how much the closest must be closer than the next."""
_LEAST_WORDS = 3
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a reference leads now."""

    how: str
    """'same', 'changed' (the passage says something else), 'gone', or 'typed' (it was never known)."""
    ref: Ref | None
    old: str = ""
    new: str = ""


@dataclass(slots=True)
class Anchors:
    """Finds passages of one reading of the documents in the next."""

    old: Passages
    new: Passages
    _same: dict[Ref, Ref] = field(init=False)
    _by_words: dict[str, list[Ref]] = field(init=False)
    _found: dict[Ref, Anchor] = field(init=False, default_factory=dict)
    _free: dict[str, list[Ref]] = field(init=False, default_factory=dict)
    """Source to the passages that may have replaced one of its."""

    def __post_init__(self) -> None:
        self._by_words = defaultdict(list)
        for ref, text in self.new.items():
            self._by_words[folded(text)].append(ref)
        self._same = _aligned(self.old, self.new)
        self._same |= self._moved()

    def of(self, ref: Ref) -> Anchor:
        """Where a reference leads now."""
        if ref not in self._found:
            self._found[ref] = self._look(ref)
        return self._found[ref]

    def moved(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """References as they are numbered now, without those whose passage is gone."""
        return tuple(dict.fromkeys(anchor.ref for anchor in map(self.of, refs) if anchor.ref))

    def words(self, text: str) -> Ref | None:
        """The one passage with these words."""
        found = self._by_words.get(folded(text), [])
        return found[0] if len(found) == 1 else None

    def _look(self, ref: Ref) -> Anchor:
        if ref not in self.old:
            return Anchor("typed", ref)
        old = self.old[ref]
        if ref in self._same:
            return Anchor("same", self._same[ref], old, self.new[self._same[ref]])
        near = self._closest(ref)
        return Anchor("changed", near, old, self.new[near]) if near else Anchor("gone", None, old)

    def _moved(self) -> dict[Ref, Ref]:
        """Passages whose words stand exactly once in another place, in their document or in one that replaced it."""
        taken = set(self._same.values())
        times = Counter(folded(text) for ref, text in self.old.items() if ref not in self._same)
        found = {}
        for ref, text in self.old.items():
            places = [place for place in self._by_words.get(folded(text), []) if place not in taken]
            if ref not in self._same and places and len(places) == times[folded(text)] == 1:
                found[ref] = places[0]
        return found

    def _closest(self, ref: Ref) -> Ref | None:
        old = self.old[ref]
        if ref.source not in self._free:
            self._free[ref.source] = self._unclaimed(ref.source)
        free = self._free[ref.source]
        ranked = sorted(((closeness(old, self.new[each]), -at) for at, each in enumerate(free)), reverse=True)
        if not ranked or ranked[0][0] < _CLOSE or len(_WORD.findall(old)) < _LEAST_WORDS:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return None
        return free[-ranked[0][1]]

    def _unclaimed(self, source: str) -> list[Ref]:
        """Passages that no old one has become, of a source or, where it is gone, of those that are new."""
        known, now = {ref.source for ref in self.old}, {ref.source for ref in self.new}
        taken = set(self._same.values())
        theirs = {source} if source in now else now - known
        return [ref for ref in self.new if ref.source in theirs and ref not in taken]


def folded(text: str) -> str:
    """A sentence without what a new copy of a document may spell otherwise: case, quotation marks, blanks, stops."""
    return " ".join(_WORD.findall(text.casefold()))


def closeness(one: str, other: str) -> float:
    """Share of words that two texts have in common, in order: 0 to 1."""
    first, second = _WORD.findall(one.casefold()), _WORD.findall(other.casefold())
    most = sum((Counter(first) & Counter(second)).values())
    if not most or 2 * most < 0.3 * (len(first) + len(second)):
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _aligned(old: Passages, new: Passages) -> dict[Ref, Ref]:
    """Passages of each source that kept their words, in order; of twins each keeps its place among them."""
    found = {}
    for source in {ref.source for ref in old} & {ref.source for ref in new}:
        before = [ref for ref in old if ref.source == source]
        after = [ref for ref in new if ref.source == source]
        texts = [folded(old[ref]) for ref in before], [folded(new[ref]) for ref in after]
        for block in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
            for step in range(block.size):
                found[before[block.a + step]] = after[block.b + step]
    return found

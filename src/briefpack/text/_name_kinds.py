"""Which names a text holds, and of what kind each is: judged over the whole text, not sentence by sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefpack.text import _name_around as around
from briefpack.text import _name_clues as inside
from briefpack.text._name_runs import Run, runs
from briefpack.text._name_tokens import tokens

KINDS = ("person", "body", "place", "other")
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Entity:
    """A name and its kind."""

    start: int
    end: int
    name: str
    kind: str
    """'person', 'body', 'place', or 'other': nationalities, works, laws, events."""
    weight: float
    """How much more speaks for this kind than for the next one."""


@lru_cache(maxsize=64)
def entities(sentences: tuple[str, ...]) -> tuple[tuple[Entity, ...], ...]:
    """The names of each sentence, in order."""
    rows = [runs(sentence) for sentence in sentences]
    seen = _Seen([run for row in rows for run in row], sentences)
    return tuple(tuple(one for run in row if (one := seen.entity(run)) is not None) for row in rows)


class _Seen:
    """Every candidate of a text with what speaks for each kind, gathered over all its places."""

    def __init__(self, found: Sequence[Run], sentences: Sequence[str]) -> None:
        self._scores: dict[str, Scores] = {}
        self._inner: set[str] = {run.name for run in found if not run.opens}
        self._lower = {token.text for sentence in sentences for token in tokens(sentence) if not token.upper}
        for run in found:
            self._add(run)
        self._link()

    def entity(self, run: Run) -> Entity | None:
        """The run as a name, unless it only opens a sentence."""
        if not self._is_name(run):
            return None
        row = self._scores[run.name]
        order = sorted(KINDS, key=lambda kind: -row.get(kind, 0.0))
        best, next_best = row.get(order[0], 0.0), row.get(order[1], 0.0)
        kind = order[0] if best >= _ENOUGH else "other"
        return Entity(run.row[run.first].start, run.row[run.last - 1].end, run.name, kind, best - next_best)

    def _is_name(self, run: Run) -> bool:
        word = run.words[0]
        if len(run.words) > 1:
            return True
        if word.kind in ("role", "office", "initial") or word.text.lower() in _PLAIN or len(word.text) < 2:
            return False
        if word.kind in ("body", "place"):
            return False
        if run.opens and run.name not in self._inner and max(self._scores[run.name].values(), default=0) < 2:
            return False
        return not (run.opens and word.text.lower() in self._lower and run.name not in self._inner)

    def _add(self, run: Run) -> None:
        first = run.name not in self._scores
        row = self._scores.setdefault(run.name, defaultdict(float))
        if first:
            for kind, weight in inside.clues(run):
                row[kind] += weight
        for kind, weight in around.clues(run):
            row[kind] += weight

    def _link(self) -> None:
        """'Holm' after 'Ida Holm', 'Nordia' after 'Nordia Group', 'WHO' after the name whose initials it has."""
        for name, row in list(self._scores.items()):
            words = name.split()
            if len(words) < 2:
                continue
            kind = max(KINDS, key=lambda one: row.get(one, 0.0))
            if row.get(kind, 0.0) < 2:
                continue
            for part, weight in _short_forms(words, kind):
                if part in self._scores:
                    self._scores[part][kind] += weight


def _short_forms(words: Sequence[str], kind: str) -> list[tuple[str, float]]:
    if kind == "person":
        return [(words[-1], 5.0), (words[0], 3.0)]
    initials = "".join(word[0] for word in words if word[0].isupper())
    forms = [(initials, 5.0)] if len(initials) > 1 else []
    if kind == "body":
        forms.append((words[0], 1.5))
    return forms


_ENOUGH = 1.0
_PLAIN = frozenset("i ok".split())

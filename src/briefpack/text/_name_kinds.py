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


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a language model takes for a name: one voice among the clues, never the last word."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=64)
def entities(
    sentences: tuple[str, ...], proposals: tuple[tuple[Proposal, ...], ...] = ()
) -> tuple[tuple[Entity, ...], ...]:
    """The names of each sentence, in order; proposals, where given, are one row a sentence."""
    rows = [runs(sentence) for sentence in sentences]
    seen = _Seen([run for row in rows for run in row], sentences)
    seen.link()
    seen.hear(rows, proposals)
    return tuple(tuple(one for run in row if (one := seen.entity(run)) is not None) for row in rows)


class _Seen:
    """Every candidate of a text with what speaks for each kind, gathered over all its places."""

    def __init__(self, found: Sequence[Run], sentences: Sequence[str]) -> None:
        self._scores: dict[str, Scores] = {}
        self._inner: set[str] = {run.name for run in found if not run.opens}
        self._lower = {token.text for sentence in sentences for token in tokens(sentence) if not token.upper}
        for run in found:
            self._add(run)

    def entity(self, run: Run) -> Entity | None:
        """The run as a name, unless it only opens a sentence."""
        if not self._is_name(run):
            return None
        row = self._scores[run.name]
        order = sorted(KINDS, key=lambda kind: -row.get(kind, 0.0))
        best, next_best = row.get(order[0], 0.0), row.get(order[1], 0.0)
        kind = order[0] if best >= _ENOUGH else "other"
        return Entity(run.row[run.first].start, run.row[run.last - 1].end, run.name, kind, best - next_best)

    def hear(self, rows: Sequence[Sequence[Run]], proposals: Sequence[Sequence[Proposal]]) -> None:
        """Let a model's proposals speak: each name gets the share of its places where the model sees a kind."""
        votes: dict[str, list[str]] = defaultdict(list)
        for row, proposed in zip(rows, proposals, strict=False):
            for run in row:
                votes[run.name].append(_proposed(run, proposed))
        for name, kinds in votes.items():
            for kind in sorted(set(kinds) - {""}):
                self._scores[name][kind] += PROPOSED * kinds.count(kind) / len(kinds)

    def _is_name(self, run: Run) -> bool:
        word = run.words[0]
        if len(run.words) > 1:
            return True
        if word.kind in ("role", "office", "initial", "body", "place") or len(word.text) < 2:
            return False
        inner = run.name in self._inner
        if run.opens and not inner and max(self._scores[run.name].values(), default=0) < 2:
            return False
        return inner or not (run.opens and word.text.lower() in self._lower)

    def _add(self, run: Run) -> None:
        first = run.name not in self._scores
        row = self._scores.setdefault(run.name, defaultdict(float))
        found = [*inside.clues(run), *around.clues(run)] if first else around.clues(run)
        for kind, weight in found:
            row[kind] += weight

    def link(self) -> None:
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


def _proposed(run: Run, proposed: Sequence[Proposal]) -> str:
    """The kind that the model sees where the run stands; empty if none."""
    start, end = run.words[0].start, run.words[-1].end
    return next((one.kind for one in proposed if one.start < end and start < one.end), "")


def _short_forms(words: Sequence[str], kind: str) -> list[tuple[str, float]]:
    if kind == "person":
        return [(words[-1], 5.0), (words[0], 3.0)]
    initials = "".join(word[0] for word in words if word[0].isupper())
    forms = [(initials, 5.0)] if len(initials) > 1 else []
    if kind == "body":
        forms.append((words[0], 1.5))
    return forms


_ENOUGH = 1.0
PROPOSED = 2.0
"""How much a model's proposal weighs: more than a preposition, less than a title."""

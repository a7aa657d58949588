"""Which piece of one list stands for which of another: the same words first, then the closest."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefpack.merge.anchors import closeness, folded
from briefpack.page.pieces import ITEMS, Piece

_LABEL = re.compile(r"\*\*(?P<strong>[^*]+):\*\* ?|(?P<plain>[^:]{1,60}): ")
_DATE = re.compile(r"[\dX/-]+")
_ALIKE_LABELS = 0.6
_SHARED = 0.5
"""Share of the lines under two headings from which the headings stand for the same."""
_ALIKE_HEADINGS = 0.6


@dataclass(frozen=True, slots=True)
class Likeness:
    """From when on two lines stand for the same."""

    citing: float
    """Share of words in common where both cite one passage."""
    apart: float
    """The same where they do not."""
    labels: bool
    """Whether what stands before a colon must be alike, too: a name, a number, a role."""


EDITED = Likeness(0.3, 0.6, False)
"""Between a line and what a person made of it."""
FOLLOWS = Likeness(0.6, 0.85, True)
"""Between a line and what is found now."""


def paired(ones: Sequence[Piece], others: Sequence[Piece], likeness: Likeness) -> dict[int, int]:
    """Places of ``ones`` to places of ``others``; each stands for one at most."""
    pairs: dict[int, int] = {}
    for key in (_whole, _head):
        _equal(ones, others, key, pairs)
    left = [at for at in range(len(ones)) if at not in pairs]
    free = [at for at in range(len(others)) if at not in set(pairs.values())]
    ranked = sorted(
        (-like, abs(one - other), one, other)
        for one in left
        for other in free
        if (like := _like(ones[one], others[other], likeness))
    )
    taken = set(pairs.values())
    for _, _, one, other in ranked:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def same(piece: Piece, other: Piece) -> bool:
    """Whether two pieces have the same words, whatever they cite."""
    return piece.kind == other.kind and folded(piece.text) == folded(other.text) and bool(folded(piece.text))


def _whole(piece: Piece) -> Hashable:
    return piece.said


def _head(piece: Piece) -> Hashable:
    return piece.kind, piece.text.casefold() if piece.kind == "section" else piece.text, piece.refs, piece.attributes


def _equal(
    ones: Sequence[Piece], others: Sequence[Piece], key: Callable[[Piece], Hashable], pairs: dict[int, int]
) -> None:
    """Pair what is equal, twins in their order."""
    taken = set(pairs.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at, other in enumerate(others):
        if at not in taken:
            waiting[key(other)].append(at)
    for at, one in enumerate(ones):
        if at not in pairs and waiting.get(key(one)):
            pairs[at] = waiting[key(one)].pop(0)


def _like(one: Piece, other: Piece, likeness: Likeness) -> float:
    """How alike two pieces are, 0 where they stand for different things."""
    if one.kind in ITEMS and other.kind in ITEMS:
        return _alike_lines(one, other, likeness)
    if one.kind != other.kind or one.attributes[0] != other.attributes[0]:
        return 0.0
    return 1.0 if one.kind in ("title", "notes") else _alike_headings(one, other)


def _alike_lines(one: Piece, other: Piece, likeness: Likeness) -> float:
    (label, text), (other_label, other_text) = _parts(one.text), _parts(other.text)
    if likeness.labels and not _alike_labels(label, other_label):
        return 0.0
    citing = bool(set(one.refs) & set(other.refs)) or not (one.refs or other.refs)
    words = closeness(text or label, other_text or other_label)
    return words if words >= (likeness.citing if citing else likeness.apart) else 0.0


def _parts(text: str) -> tuple[str, str]:
    """What stands before a colon, and the rest."""
    found = _LABEL.match(text)
    return ((found["strong"] or found["plain"]), text[found.end() :]) if found else ("", text)


def _alike_labels(one: str, other: str) -> bool:
    if one == other or (_DATE.fullmatch(one) and _DATE.fullmatch(other)):
        return True
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= _ALIKE_LABELS


def _alike_headings(one: Piece, other: Piece) -> float:
    shared = _shared(one, other)
    if folded(one.text) == folded(other.text):
        return 1.0 + shared
    near = closeness(one.text, other.text)
    if shared >= _SHARED or (near >= _ALIKE_HEADINGS and (shared or not (one.children and other.children))):
        return max(shared, near)
    return 0.0


def _shared(one: Piece, other: Piece) -> float:
    """Share of lines under two headings that are the same."""
    first, second = Counter(_leaves(one)), Counter(_leaves(other))
    size = first.total() + second.total()
    return 2 * (first & second).total() / size if size else 0.0


def _leaves(piece: Piece) -> Iterator[str]:
    for child in piece.children:
        if child.kind in ITEMS:
            yield folded(child.text)
        yield from _leaves(child)

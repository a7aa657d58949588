"""Two changed texts and the one that both came from, joined line by line, as version control does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

MARKS = ("<<<<<<<", "=======", ">>>>>>>")
"""What stands before, between and after two versions of which a person has to choose."""

_Rows = list[str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The joined text, and where a person has to choose."""

    text: str
    conflicts: tuple[int, ...] = ()
    """Lines at which a mark opens, from 1."""


def merged(base: str, mine: str, theirs: str, names: tuple[str, str] = ("yours", "theirs")) -> Merged:
    """What each side changed since the base; where both changed the same lines, both stand between marks.

    >>> merged("a\\nb\\nc\\n", "a\\nB\\nc\\n", "a\\nb\\nC\\n").text
    'a\\nB\\nC\\n'
    """
    rows: _Rows = []
    conflicts: list[int] = []
    for before, own, others in _parts(*(_lines(text) for text in (base, mine, theirs))):
        if own == others or others == before:
            rows += own
        elif own == before:
            rows += others
        else:
            conflicts.append(len(rows) + 1)
            rows += [f"{MARKS[0]} {names[0]}\n", *own, f"{MARKS[1]}\n", *others, f"{MARKS[2]} {names[1]}\n"]
    return Merged("".join(rows), tuple(conflicts))


def conflict(text: str) -> int:
    """The first line, from 1, at which a mark opens; 0 where nothing is left to choose."""
    return next((number for number, row in enumerate(text.splitlines(), 1) if row.startswith(f"{MARKS[0]} ")), 0)


def _lines(text: str) -> _Rows:
    return [f"{row}\n" for row in text.split("\n")[: -1 if text.endswith("\n") or not text else None]]


def _parts(base: _Rows, mine: _Rows, theirs: _Rows) -> Iterator[tuple[_Rows, _Rows, _Rows]]:
    """The three texts in step: what stands between two places where all agree, then that place itself."""
    at = (0, 0, 0)
    for here, size in (*_agreed(base, mine, theirs), ((len(base), len(mine), len(theirs)), 0)):
        yield base[at[0] : here[0]], mine[at[1] : here[1]], theirs[at[2] : here[2]]
        same = base[here[0] : here[0] + size]
        yield same, same, same
        at = (here[0] + size, here[1] + size, here[2] + size)


def _agreed(base: _Rows, mine: _Rows, theirs: _Rows) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Runs of the base that both sides left as they were: where each begins, and its length."""
    ours, others = (
        SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks() for other in (mine, theirs)
    )
    one = two = 0
    while one < len(ours) and two < len(others):
        a, b = ours[one], others[two]
        start, end = max(a.a, b.a), min(a.a + a.size, b.a + b.size)
        if start < end:
            yield (start, a.b + start - a.a, b.b + start - b.a), end - start
        if a.a + a.size <= b.a + b.size:
            one += 1
        else:
            two += 1

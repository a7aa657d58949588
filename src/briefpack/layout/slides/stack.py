"""Sharing height among rows, and rows among slides."""

from __future__ import annotations

from collections.abc import Sequence


def share(needs: Sequence[float], room: float, most: float = 1e9) -> tuple[float, ...] | None:
    """A height for each row: equal ones if they serve, else what each needs and a share of the rest.

    None where the rows need more than the room; no row is taller than ``most``, unless it needs it.
    """
    if not needs:
        return ()
    equal = min(room / len(needs), most)
    if max(needs) <= equal:
        return (equal,) * len(needs)
    spare = room - sum(needs)
    if spare < -0.01:
        return None
    return tuple(min(need + spare / len(needs), max(need, most)) for need in needs)


def split(needs: Sequence[float], room: float, most: int = 10**6) -> tuple[range, ...] | None:
    """Which rows go on which slide: as few slides as can be, as even as can be; None if one row is too tall."""
    if any(need > room + 0.01 for need in needs):
        return None
    slides = _greedy(needs, room, most)
    size = -(-len(needs) // max(len(slides), 1))
    even = tuple(range(at, min(at + size, len(needs))) for at in range(0, len(needs), max(size, 1)))
    fits = all(sum(needs[row] for row in rows) <= room + 0.01 for rows in even)
    return even if fits else slides


def _greedy(needs: Sequence[float], room: float, most: int) -> tuple[range, ...]:
    slides: list[range] = []
    start, filled = 0, 0.0
    for row, need in enumerate(needs):
        if row > start and (filled + need > room + 0.01 or row - start >= most):
            slides.append(range(start, row))
            start, filled = row, 0.0
        filled += need
    if needs:
        slides.append(range(start, len(needs)))
    return tuple(slides)

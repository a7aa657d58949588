"""The gates on what has been placed: overflow, edges, overlaps, sizes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefpack.layout import fit
from briefpack.layout.marks import Mark, MarkGroup, Sheet, Sheets, TextBox
from briefpack.model import Notice

_REFERENCE = 0.76
"""Smaller than the floor is allowed for references inside text only."""
_TOLERANCE = 0.5
"""Points."""


def problems(placed: Sheets, families: fit.Families, *, smallest: float) -> Iterator[Notice]:
    """Text that leaves its box or its sheet, boxes that overlap, text under the smallest size (points)."""
    for number, sheet in enumerate(placed.sheets, start=1):
        where = f"slide {number}"
        boxes = tuple(_boxes(sheet.marks))
        for box in boxes:
            yield from _box(box, sheet, where, families, smallest)
        yield from _overlaps(boxes, where)


def _boxes(marks: Iterable[Mark]) -> Iterator[TextBox]:
    for mark in marks:
        if isinstance(mark, TextBox):
            yield mark
        elif isinstance(mark, MarkGroup):
            yield from _boxes(mark.marks)


def _box(box: TextBox, sheet: Sheet, where: str, families: fit.Families, smallest: float) -> Iterator[Notice]:
    words = "".join(run.text for p in box.paragraphs for run in p.runs)[:40]
    if fit.overflow(box, families) > _TOLERANCE:
        yield Notice(f"text is taller than its box: {words}", where, gate="S2", hard=True)
    if _leaves(box, sheet):
        yield Notice(f"a text box leaves the page: {words}", where, gate="S2", hard=True)
    for paragraph in box.paragraphs:
        for run in paragraph.runs:
            floor = smallest * _REFERENCE if run.scale < 1 else smallest
            if run.text.strip() and box.size * run.scale < floor - 0.01:
                yield Notice(f"text of {box.size * run.scale:.1f} pt: {run.text[:40]}", where, gate="S4", hard=True)


def _leaves(box: TextBox, sheet: Sheet) -> bool:
    edges = (box.x, box.y, sheet.w - box.x - box.w, sheet.h - box.y - box.h)
    return min(edges) < -_TOLERANCE


def _overlaps(boxes: tuple[TextBox, ...], where: str) -> Iterator[Notice]:
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
            down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
            if across > 2 and down > 2 and _inked(one) and _inked(other):
                yield Notice(f"two texts overlap: {_inked(one)[:30]!r} and {_inked(other)[:30]!r}", where, gate="S2")


def _inked(box: TextBox) -> str:
    return "".join(run.text for p in box.paragraphs for run in p.runs).strip()

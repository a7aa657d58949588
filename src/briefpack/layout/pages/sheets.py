"""Parts down as many pages as they need: none is ever divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.layout.marks import Mark


@dataclass(frozen=True, slots=True)
class Part:
    """Something that stays together, measured."""

    h: float
    marks: tuple[Mark, ...]
    """From its own top left corner."""
    clings: bool = False
    """True where it must not be the last on its page: a heading."""


def shared_out(parts: Sequence[Part], room: float) -> list[list[Part]]:
    """The parts page by page; one that is taller than a page has a page of its own."""
    pages: list[list[Part]] = []
    page: list[Part] = []
    filled = 0.0
    for part in parts:
        if page and filled + part.h > room + 0.01:
            moving = _clinging(page)
            pages.append(page[: len(page) - len(moving)] or page)
            page = moving if len(moving) < len(page) else []
            filled = sum(held.h for held in page)
        page.append(part)
        filled += part.h
    if page:
        pages.append(page)
    return pages


def _clinging(page: list[Part]) -> list[Part]:
    """The parts at the end of a page that go over to the next one with what follows."""
    count = 0
    while count < len(page) and page[-1 - count].clings:
        count += 1
    return page[len(page) - count :]

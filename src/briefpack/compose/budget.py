"""Keeping a deck to so many slides or minutes: the least weighty slides are left out first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefpack.model import Audience, Budget, Deck, Page, Section, Slide

_LATER = 6
"""What each further slide of one kind weighs less: the best claim comes first."""
_COUNTED = re.compile(r"(?P<what>.+) (?P<at>\d+) of (?P<all>\d+)")
"""A kicker that counts: 'Key point 2 of 5'."""


def left_out(deck: Deck, spans: Sequence[int], audience: Audience, budget: Budget) -> tuple[int, ...]:
    """The places (from 0) of the slides that must go, in the order of the deck; ``spans`` is how many each takes up.

    Slides whose kind has no weight (title, question or bottom line, sources) stay, even where they alone are too many.
    Where a slide that takes two had to go, a smaller one that went before it comes back, the weightiest first.
    """

    def fits(without: set[int]) -> bool:
        left = [at for at in range(len(deck.slides)) if at not in without]
        return _within(sum(spans[at] for at in left), minutes(deck, spans, audience, left), budget)

    order = _lightest_first(deck.slides, audience)
    gone: set[int] = set()
    for place in order:
        if fits(gone):
            break
        gone.add(place)
    for place in reversed(order):
        if place in gone and fits(gone - {place}):
            gone.remove(place)
    return tuple(sorted(gone))


def minutes(deck: Deck, spans: Sequence[int], audience: Audience, places: Sequence[int]) -> float:
    """How long these slides take; the page may say it of one, a slide over two pages takes twice its kind's time."""
    shown = ((deck.slides[at], spans[at]) for at in places)
    return sum(slide.minutes or audience.pace(slide.kind).minutes * span for slide, span in shown)


def without(page: Page, places: Sequence[int]) -> Page:
    """The page without these sections; kickers that count ('Key point 2 of 5') count what is left."""
    kept = tuple(section for at, section in enumerate(page.sections) if at not in places)
    return replace(page, sections=_recounted(kept))


def _lightest_first(slides: Sequence[Slide], audience: Audience) -> list[int]:
    """The places of the slides that may go; of two that weigh the same the later one goes first."""
    weights: dict[int, int] = {}
    before = Counter[str]()
    for at, slide in enumerate(slides):
        weight = audience.pace(slide.kind).weight
        if weight is not None:
            weights[at] = weight - _LATER * before[slide.kind]
        before[slide.kind] += 1
    return sorted(weights, key=lambda at: (weights[at], -at))


def _within(slides: int, time: float, budget: Budget) -> bool:
    return not (0 < budget.slides < slides or 0 < budget.minutes < time)


def _recounted(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    found = [_COUNTED.fullmatch(dict(section.options).get("kicker", "")) for section in sections]
    totals = Counter(match["what"] for match in found if match)
    done = Counter[str]()
    made = []
    for section, match in zip(sections, found, strict=True):
        if match:
            done[match["what"]] += 1
            section = _kicked(section, f"{match['what']} {done[match['what']]} of {totals[match['what']]}")
        made.append(section)
    return tuple(made)


def _kicked(section: Section, kicker: str) -> Section:
    options = tuple((name, kicker if name == "kicker" else value) for name, value in section.options)
    return replace(section, options=options)

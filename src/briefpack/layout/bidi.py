"""Which way each character of a paragraph runs, and the order in which its stretches stand on a line.

The Unicode Bidirectional Algorithm (UAX #9) without its explicit marks: rules P2, W1 to W7, N0 to N2, I1, I2,
L1 and L2. A level is even where text runs to the right and odd where it runs to the left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_LEFTWARD = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BACKWARDS = ("R", "AL")
_NUMBERS = ("EN", "AN")
_NEUTRAL = ("B", "S", "WS", "ON")
_PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "（": "）", "「": "」"}


def mixed(text: str) -> bool:
    """Whether any of the text runs to the left."""
    return _LEFTWARD.search(text) is not None


def base(text: str) -> int:
    """The level of a paragraph: 1 where its first letter runs to the left (P2, P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", *_BACKWARDS):
            return int(kind != "L")
    return 0


def levels(text: str, paragraph: int) -> list[int]:
    """The level of each character of a paragraph whose own level is known."""
    if not paragraph and not mixed(text):
        return [0] * len(text)
    kinds = _weak([unicodedata.bidirectional(one) or "L" for one in text], paragraph)
    kinds = _neutral(_bracketed(text, kinds, paragraph), paragraph)
    return [_level(kind, paragraph) for kind in kinds]


def visual(levels: Sequence[int]) -> list[int]:
    """The places of stretches as they stand from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        above = {at for at, own in enumerate(levels) if own >= level}
        turned: list[int] = []
        for inside, group in groupby(order, above.__contains__):
            places = list(group)
            turned += reversed(places) if inside else places
        order = turned
    return order


def _level(kind: str, paragraph: int) -> int:
    """Rules I1 and I2."""
    if paragraph % 2:
        return paragraph + (kind != "R")
    return paragraph + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _edge(paragraph: int) -> str:
    return "R" if paragraph % 2 else "L"


def _weak(kinds: list[str], paragraph: int) -> list[str]:
    """Rules W1 to W7: marks, numbers and what belongs to them."""
    kinds = list(_followed(kinds, paragraph))
    for at in range(1, len(kinds) - 1):
        before, after = kinds[at - 1], kinds[at + 1]
        if before == after and ((kinds[at] == "CS" and before in _NUMBERS) or (kinds[at] == "ES" and before == "EN")):
            kinds[at] = before
    kinds = list(_terminated(kinds))
    kinds = ["ON" if kind in ("ES", "ET", "CS", "BN") else kind for kind in kinds]
    strong = _edge(paragraph)
    for at, kind in enumerate(kinds):
        strong = kind if kind in ("L", "R") else strong
        kinds[at] = "L" if kind == "EN" and strong == "L" else kind
    return kinds


def _followed(kinds: Sequence[str], paragraph: int) -> Iterator[str]:
    """Marks follow their letter (W1); figures after an Arabic letter are Arabic (W2); Arabic is as Hebrew (W3)."""
    last, strong = _edge(paragraph), _edge(paragraph)
    for kind in kinds:
        found = last if kind == "NSM" else kind
        strong = found if found in ("L", *_BACKWARDS) else strong
        found = "AN" if found == "EN" and strong == "AL" else found
        last = found
        yield "R" if found == "AL" else found


def _terminated(kinds: Sequence[str]) -> Iterator[str]:
    """Signs beside a number belong to it: '5 %' and '€5' (W5)."""
    for kind, group in groupby(enumerate(kinds), lambda one: one[1]):
        places = [at for at, _ in group]
        first, last = places[0], places[-1]
        beside = (kinds[first - 1] if first else "", kinds[last + 1] if last + 1 < len(kinds) else "")
        yield from ["EN" if kind == "ET" and "EN" in beside else kind] * len(places)


def _bracketed(text: str, kinds: list[str], paragraph: int) -> list[str]:
    """A pair of brackets runs as the paragraph does where anything inside does, else as what is inside (N0)."""
    own, other = ("R", "L") if paragraph % 2 else ("L", "R")
    for opened, closed in _brackets(text):
        inside = {_strong(kind) for kind in kinds[opened + 1 : closed]}
        before = next((_strong(kind) for kind in reversed(kinds[:opened]) if _strong(kind)), own)
        if own in inside or (other in inside and before == own):
            kinds[opened] = kinds[closed] = own
        elif other in inside:
            kinds[opened] = kinds[closed] = other
    return kinds


def _brackets(text: str) -> list[tuple[int, int]]:
    """The places of matching brackets, by the opening one."""
    open_: list[int] = []
    found: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        if character in _PAIRS:
            open_.append(at)
        for place in reversed(open_):
            if _PAIRS[text[place]] == character:
                found.append((place, at))
                del open_[open_.index(place) :]
                break
    return sorted(found)


def _strong(kind: str) -> str:
    return "R" if kind in _NUMBERS else kind if kind in ("L", "R") else ""


def _neutral(kinds: list[str], paragraph: int) -> list[str]:
    """What stands between text of one direction runs with it, else as the paragraph does (N1, N2)."""
    edge = _edge(paragraph)
    found: list[str] = []
    groups = [list(group) for _, group in groupby(kinds, lambda kind: kind in _NEUTRAL)]
    for place, group in enumerate(groups):
        if group[0] not in _NEUTRAL:
            found += group
            continue
        before = _strong(found[-1]) if found else edge
        after = _strong(groups[place + 1][0]) if place + 1 < len(groups) else edge
        found += [before if before == after else edge] * len(group)
    return found

"""Which of many names stand in a text, found by their first words: no pattern of them all has to be compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_HEAD = re.compile(r"(?<![\w’'-])(?:[A-Za-z]+(?=[ ,.;])|\w+|\S)")
_GOES_ON = re.compile(r"[\w-]")


class Found(NamedTuple):
    """A name and where it stands."""

    name: str
    start: int
    end: int


class Names:
    """Names of one word or several: 'Peru', 'Côte d'Ivoire', 'U.S.'."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for name in sorted(names, key=lambda name: (-len(name), name)):
            head = _HEAD.match(name)
            if head:
                self._by_head.setdefault(head[0], []).append(name)

    def find(self, text: str) -> Iterator[Found]:
        """The longest name at each place, whole and in its own case, none inside another; no 'Peru' in 'Peru-based'."""
        free = 0
        if self._by_head.keys().isdisjoint(_HEAD.findall(text)):
            return
        for head in _HEAD.finditer(text):
            if head[0] not in self._by_head or head.start() < free:
                continue
            for name in self._by_head[head[0]]:
                end = head.start() + len(name)
                if text.startswith(name, head.start()) and not _GOES_ON.match(text, end):
                    yield Found(name, head.start(), end)
                    free = end
                    break

"""Where a slide's words stand: in the page that the deck was made of, and in the page as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefpack.model import Section
from briefpack.pack.returned.desk import Desk, Target
from briefpack.pack.returned.record import Shown, Text

_HALF = 0.5
"""Share of a section's statements that it must still have where its heading is another."""


@dataclass(frozen=True, slots=True)
class Room:
    """A section, as it was and as it is; either is None where there is none."""

    was: Section | None
    now: Section | None
    before: tuple[Target, ...]
    here: tuple[Target, ...]

    def origin(self, base: Desk, text: Text, *, notes: bool = False) -> tuple[Target, str] | None:
        """The statement that a slide showed as this text, and which part of it."""
        return base.found(text.text, text.refs, [one for one in self.before if (one.sort == "note") == notes])

    def place(self, origin: Target) -> Target | None:
        """The same statement on the page of today; None where it has other words there, or is gone."""
        same = (one for one in self.here if one.sort == origin.sort and one.entry.text == origin.entry.text)
        return next(same, None)

    def says(self, text: str) -> bool:
        """Whether the page says something in these words already."""
        return any(one.field(text) for one in self.here)

    def is_new(self) -> bool:
        """Whether the page says something here that it did not say when the deck was made of it."""
        return bool(_texts(self.here) - _texts(self.before))


def found(shown: Shown, base: Desk, desk: Desk) -> Room:
    """The room of a slide."""
    was = base.sections[shown.section] if 0 <= shown.section < len(base.sections) else None
    now = _today(was, base, desk) if was else None
    before = tuple(base.targets(was)) if was else ()
    return Room(was, now, before, tuple(desk.targets(now)) if now else ())


def _today(was: Section, base: Desk, desk: Desk) -> Section | None:
    """The section of that heading, else the one that still says most of what it said."""
    same = [one for one in desk.sections if (one.heading, one.kind) == (was.heading, was.kind)]
    twins = [one.line for one in base.sections if (one.heading, one.kind) == (was.heading, was.kind)]
    if len(same) == len(twins):
        return same[twins.index(was.line)]
    if same:
        return max(same, key=lambda one: _share(was, one, base, desk))
    shares = [(_share(was, one, base, desk), one) for one in desk.sections if one.kind == was.kind]
    best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _HALF else None


def _share(was: Section, now: Section, base: Desk, desk: Desk) -> float:
    mine, theirs = (_texts(one.targets(section)) for one, section in ((base, was), (desk, now)))
    return len(mine & theirs) / len(mine) if mine else 0.0


def _texts(targets: Iterable[Target]) -> set[str]:
    return {one.entry.text for one in targets if one.sort != "title"}


def order(rooms: Sequence[Room | None]) -> list[Section]:
    """The sections of today in the order of the slides, each once."""
    found: list[Section] = []
    for room in rooms:
        if room and room.now and room.now not in found:
            found.append(room.now)
    return found

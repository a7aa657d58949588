"""What a person should know about a build."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know: what was found, where, and what to do.

    Notices are returned and counted; only the edge (cli) shows them.
    """

    what: str
    where: str = ""
    """A file, 'file:line', 'deck, slide 5' or a source key."""
    do: str = ""
    """What the reader can do about it; empty where nothing needs doing."""
    gate: str = ""
    """The rubric's number ('S2', 'Q7') where a check found it."""
    hard: bool = False
    """True where a hard gate of the rubrics is broken: check then exits with 1."""
    rule: str = ""
    """Name of the rule of a deck that is broken: 'overflow' (docs/how-to/check.md lists them)."""
    slide: int = 0
    """Counted from 1; 0 where it is about the whole file."""
    shape: str = ""
    """Name in the selection pane; empty where it is about the whole slide."""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.do})" if self.do else ""
        return f"{place}{self.what}{advice}"

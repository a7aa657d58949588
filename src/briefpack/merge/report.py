"""What a merge did, for the notices."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """The lines of a page that something happened to, by their words."""

    left: list[str] = field(default_factory=list)
    """Untouched, and no longer found."""
    joined: list[str] = field(default_factory=list)
    """Found for the first time."""
    changed: list[str] = field(default_factory=list)
    """A person's, and a passage that it cites says something else now."""
    gone: list[str] = field(default_factory=list)
    """A person's, and a passage that it cited is no longer there."""
    back: list[str] = field(default_factory=list)
    """A person's, and the passage that it had lost is there again."""

    def settle(self) -> None:
        """Forget what only went from one heading to another."""
        moved = {*self.left} & {*self.joined}
        self.left = [line for line in self.left if line not in moved]
        self.joined = [line for line in self.joined if line not in moved]

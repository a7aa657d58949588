"""A finished file as it is offered to a person: what it is, and for whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A file of a build, before it is sent, printed or listed."""

    name: str
    """Its place in OUT: 'students/key.pdf'."""
    title: str
    """'Answer key'."""
    role: str
    """'show', 'hand out', 'keep' (answers and notes: never handed out) or 'change' (to edit, and for programs)."""
    size: str = ""
    """'13 slides', '1 page'."""
    length: int = 0
    """Bytes."""
    edition: str = ""
    """'large print'; empty for the usual one."""

    @property
    def audience(self) -> str:
        """The first folder that it lies in; empty for what all audiences share."""
        return self.name.partition("/")[0] if "/" in self.name else ""

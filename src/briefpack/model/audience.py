"""What a set audience gets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Audience:
    """Selection, wording and limits for one audience; read from templates/audiences/NAME.yaml."""

    name: str
    """'students', 'policy': the folder under OUT, and the template's folder."""
    label: str
    """For a reader: 'Teaching pack for students'."""
    template: str
    look: str
    """Name of a look under templates/looks."""
    title_words: int
    """Most words of a slide's claim title."""
    line_words: int
    """Most words of a statement on a slide."""
    quote_words: int
    counts: tuple[tuple[str, int], ...]
    """Most items of each kind: points, claims, events, people, quotes, figures, terms, tensions, questions."""
    minutes: int
    """Length of the lesson or meeting."""
    levels: tuple[str, ...]
    """Levels of question wanted, in order of preference."""

    def count(self, kind: str) -> int:
        """How many items of a kind it gets; KeyError for a kind it does not name."""
        return dict(self.counts)[kind]

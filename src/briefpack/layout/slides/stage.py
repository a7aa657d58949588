"""What every kind of slide is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout import references
from briefpack.layout.fit import Families
from briefpack.layout.marks import Mark, Run
from briefpack.layout.slides import sizes, words
from briefpack.model import Deck, Line, Look, Ref, Type

_NONE = Type(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stage:
    """The deck, how it looks, and the fonts that it is measured with."""

    deck: Deck
    look: Look
    families: Families
    heads: Type = _NONE
    """In somebody else's template: the size of all titles."""

    @property
    def cards(self) -> bool:
        """True for a look of rounded cards, False for one of hairlines."""
        return self.look.radius > 0

    def type(self, role: str) -> Type:
        """Size and pitch of a role of the scale or of a step between."""
        return sizes.of(self.look, role)

    def word(self, key: str) -> str:
        """A fixed wording of the program in the deck's language."""
        return words.of(key)

    def topic(self, kind: str) -> str:
        """A title for a slide of this kind that brings none along."""
        return words.topic(kind)

    def reference(self, refs: tuple[Ref, ...], colour: str = "accent2") -> Run:
        """The printed reference that follows a statement."""
        return references.run(refs, self.deck.sources, colour)


@dataclass(frozen=True, slots=True)
class Part:
    """The body of one sheet: a slide has one, or several where it had to be split."""

    marks: tuple[Mark, ...]
    lines: tuple[Line, ...] = ()
    """The lines that it shows; the source line is made of their references."""
    cut: tuple[str, ...] = ()
    """What was left out for want of room."""
    foot: str = ""
    """Printed in place of the source line."""

"""Sizes between the roles of the scale, for the places that DESIGN.md gives their own (3, 6)."""

from __future__ import annotations

from briefpack.model import Look, Type

CARDS = {
    "divider": Type(150, 150),
    "head": Type(22, 28),
    "numeral": Type(28, 32),
    "quote": Type(26, 37),
    "statement": Type(32, 42),
    "quotecard": Type(24, 33),
    "quotecard2": Type(22, 31),
    "quotecard3": Type(20, 28),
    "mark": Type(42, 42),
    "bigmark": Type(88, 88),
    "counts": Type(22, 29),
    "compact": Type(18, 24),
    "answer": Type(16, 20),
    "rowhead": Type(17, 21),
    "cell": Type(14, 17.5),
    "name": Type(16, 20),
    "role": Type(14, 17.5),
    "event": Type(14, 18),
    "call": Type(14, 18),
}
HAIRLINES = {
    "divider": Type(150, 150),
    "head": Type(18, 24),
    "numeral": Type(20, 25),
    "quote": Type(25, 35),
    "statement": Type(28, 38),
    "quotecard": Type(22, 31),
    "quotecard2": Type(20, 28),
    "quotecard3": Type(18, 25),
    "mark": Type(42, 42),
    "bigmark": Type(88, 88),
    "counts": Type(18, 25),
    "compact": Type(16, 22),
    "answer": Type(14, 18.5),
    "rowhead": Type(15, 19),
    "cell": Type(13, 16),
    "name": Type(15, 19),
    "role": Type(13, 16),
    "event": Type(13, 17),
    "call": Type(14, 18),
}


def of(look: Look, role: str) -> Type:
    """The size of a role: the look's own, else the step that its style has there."""
    own = dict(look.types)
    return own[role] if role in own else steps(look)[role]


def steps(look: Look) -> dict[str, Type]:
    """The steps between the roles of a look: one with rounded cards, or one with hairlines."""
    return CARDS if look.radius > 0 else HAIRLINES

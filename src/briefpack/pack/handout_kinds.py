"""Which handouts of a deck are asked for: slides a page by number, or by name."""

from __future__ import annotations

import re

from briefpack import settings
from briefpack.errors import UsageError

NONE = "none"
USUAL = ("3",)
COUNTS = ("1", "2", "3", "4", "6", "9")
GUIDED, BANK, NOTES = "guided", "guided-bank", "notes"
KINDS = (*COUNTS, GUIDED, BANK, NOTES)
SAYS = f"'{NONE}', or some of {', '.join(KINDS)}, with commas between"


def asked(text: str, where: str) -> tuple[str, ...]:
    """'2, 6' as its parts, each once and in their own order; nothing for 'none'. UsageError names what is unknown."""
    words = [word for word in re.split(r"[\s,]+", text.strip().lower()) if word]
    for word in words:
        if word not in (*KINDS, NONE):
            raise UsageError(f"{where}: there is no handout '{word[:40]}', {settings.nearest(word, (*KINDS, NONE))}")
    if NONE in words and len(words) > 1:
        raise UsageError(f"{where}: '{NONE}' stands alone, or not at all")
    return tuple(kind for kind in KINDS if kind in words)


def fits(text: str) -> bool:
    """Whether a text names handouts."""
    try:
        return bool(asked(text, "")) or text.strip().lower() == NONE
    except UsageError:
        return False

"""Pages as PDF: drawn exactly as placed, fonts embedded, tagged (PDF/UA-1, PDF/A-2a), same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping

from briefpack.errors import WriteError
from briefpack.layout import printing
from briefpack.layout.marks import Sheets
from briefpack.model import Look
from briefpack.writers.pdf import archive, drawing, fonts
from briefpack.writers.pdf.fonts import FAMILIES

__all__ = ["FAMILIES", "lacking", "write"]


def write(sheets: Sheets, looks: Mapping[str, Look], *, look: str) -> bytes:
    """Return the sheets as a PDF; WriteError names characters that no embedded font has.

    ``look`` is the pages' own; insets may name another one of ``looks``.
    """
    missing = lacking("".join(fonts.texts(sheets)))
    if missing:
        raise WriteError(f"no embedded font has {_named(missing)}: leave the lines out, or write them in Latin letters")
    printed = {name: printing.palette(one) for name, one in looks.items()}
    drawn = drawing.drawn(sheets, printed, printed[look])
    return archive.finished(drawn, title=sheets.title, language=sheets.language)


def lacking(text: str) -> str:
    """The characters that no embedded font can draw, each once, in order of appearance."""
    return "".join(character for character in dict.fromkeys(text) if not fonts.drawable(character))


def _named(characters: str) -> str:
    shown = ", ".join(f"{character!r} (U+{ord(character):04X})" for character in characters[:8])
    return shown + (f" and {len(characters) - 8} more" if len(characters) > 8 else "")

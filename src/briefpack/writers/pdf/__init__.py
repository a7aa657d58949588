"""Pages as PDF: drawn exactly as placed, fonts embedded, tagged (PDF/UA-1, PDF/A-2a), same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping

from briefpack.errors import WriteError
from briefpack.layout import printing
from briefpack.layout.marks import Sheets
from briefpack.layout.typefaces import lacking, package_for
from briefpack.model import Look
from briefpack.writers.pdf import archive, drawing, texts

__all__ = ["lacking", "remedy", "write"]


def write(sheets: Sheets, looks: Mapping[str, Look], *, look: str) -> bytes:
    """Return the sheets as a PDF; WriteError names characters that no font of the pages has.

    ``look`` is the pages' own; insets may name another one of ``looks``.
    """
    missing = lacking("".join(texts.of(sheets)))
    if missing:
        raise WriteError(f"no font of the pages has {_named(missing)}: {remedy(missing)}")
    printed = {name: printing.palette(one) for name, one in looks.items()}
    drawn = drawing.drawn(sheets, printed, printed[look])
    return archive.finished(drawn, title=sheets.title, language=sheets.language)


def remedy(missing: str) -> str:
    """What to do about characters that no font of the pages has: 'pip install manimgx-fonts-cjk, then build again'."""
    packages = dict.fromkeys(package for one in missing if (package := package_for(one)))
    if not packages:
        return "the deck and the Word files have them; for paper write them in Latin letters"
    rest = ", and write the others in Latin letters" if not all(map(package_for, missing)) else ""
    return f"pip install {' '.join(packages)}, then build again{rest}"


def _named(characters: str) -> str:
    shown = ", ".join(f"{character!r} (U+{ord(character):04X})" for character in characters[:8])
    return shown + (f" and {len(characters) - 8} more" if len(characters) > 8 else "")

"""A placed deck as a PowerPoint file: real layouts, placeholders, tables and notes.

`book` assembles the package, `master` makes the look's theme, master and layouts, `slides` draws a
sheet through `shapes`, `table` and `text`; `pen` turns colour roles and font slots into the theme's.
"""

from __future__ import annotations

from briefpack.layout.marks import Sheets
from briefpack.model import Deck, Look


def write(sheets: Sheets, look: Look, deck: Deck, stamp: str = "") -> bytes:
    """The deck as the bytes of a .pptx file, the same for the same input.

    ``stamp`` goes into its properties as 'briefpack', where programs that save the deck again leave it.

    WriteError where a sheet has no title, or a text holds a character that no file can.
    """
    from briefpack.writers.pptx import book

    return book.bound(sheets, look, deck, stamp)


def blank(specimen: Sheets, look: Look) -> bytes:
    """The look's master as a deck without slides; its layouts stand where those of the specimen do."""
    from briefpack.writers.pptx import book

    return book.blank(specimen, look)

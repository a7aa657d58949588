"""The gates of the rubrics on products and on finished files (docs/how-to/check.md lists them)."""

from briefpack.check.files import DECKS, FILES, file, mend
from briefpack.check.grey import problems as grey
from briefpack.check.products import deck, questions, quiz, sifted, summary, teaching
from briefpack.check.statements import is_verbatim

__all__ = [
    "DECKS",
    "FILES",
    "deck",
    "file",
    "grey",
    "is_verbatim",
    "mend",
    "questions",
    "quiz",
    "sifted",
    "summary",
    "teaching",
]

"""The gates of the rubrics on products and on finished files (docs/how-to/check.md lists them)."""

from briefpack.check.files import DECKS, FILES, file, mend
from briefpack.check.products import deck, questions, sifted, summary

__all__ = ["DECKS", "FILES", "deck", "file", "mend", "questions", "sifted", "summary"]

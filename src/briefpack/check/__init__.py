"""The gates of the rubrics on products and on finished files (docs/how-to/check.md lists them)."""

from briefpack.check.files import FILES, file
from briefpack.check.products import deck, questions, sifted, summary

__all__ = ["FILES", "deck", "file", "questions", "sifted", "summary"]

"""The products of one audience: a literal table, one file each, made in this order."""

from __future__ import annotations

from collections.abc import Callable

from briefpack.pack.bench import Bench, Order
from briefpack.pack.products import deck, questions, quiz, summary, teaching

PRODUCTS: tuple[Callable[[Bench, Order], None], ...] = (
    deck.make,
    summary.make,
    questions.make,
    quiz.make,
    teaching.make,
)
"""Each reads its page and adds its files and notices to the bench."""

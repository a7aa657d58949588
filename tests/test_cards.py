"""tests/cases/cards.md, run: each '##' heading there is one test here."""

import re

import pytest

from analysis_cases import cases
from briefpack.text.cards import WORDS, card

CASES = cases("cards")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_cards(body):
    rows = [line.strip().split(None, 1) for line in body.splitlines() if line.startswith("    ")]
    asked = [(label, *said.split(" | ")) for label, said in rows if label != "="]

    found = [card(text, date, period=label == "period") or "(none)" for label, date, text in asked]

    assert found == [said for label, said in rows if label == "="]


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_a_card_only_deletes(body):
    for date, text in re.findall(r"^    (?:card|period) (.*) \| (.*)$", body, re.M):
        kept = re.findall(r"\w+", card(text, date).lower())
        rest = iter(re.findall(r"\w+", text.lower()))

        assert all(word in rest for word in kept)
        assert len(kept) <= WORDS + 2


def test_a_statement_in_another_language_is_a_card_only_as_it_stands():
    text = "Ein Urteil fällt am 4. Mai."

    assert card(text, "4. Mai", "de") == "Ein Urteil fällt am 4. Mai"

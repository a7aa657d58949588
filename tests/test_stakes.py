"""For whom a statement asks or foretells something."""

from __future__ import annotations

import pytest

from briefpack.text.stakes import bearer


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The museum should not go to court with half a file.", "The museum"),
        ("Patients will have to travel to Tampere for a scan.", "Patients"),
        ("For Chile, Peru and other dry states, the treaty means less water.", "Chile, Peru and other dry states"),
        ("Lima, Quito and other capitals can no longer count on the glacier.", "Lima, Quito and other capitals"),
        ("If the dam fails, farmers could lose two harvests.", "farmers"),
        ("As one engineer put it, Lisbon will want to wait.", "Lisbon"),
        ("The ruling makes it harder for tenants to appeal.", "tenants"),
        ("Ana Ruiz must answer by June.", "Ana Ruiz"),
        ("Prices rose, because residents could wait no longer.", "residents"),
        ("The ban is lifted until June, so that councils may vote.", "councils"),
        ("In Chile the farmers must dig deeper wells.", "the farmers"),
    ],
)
def test_the_one_who_bears_it_is_found_by_structure(sentence: str, who: str) -> None:
    assert bearer(sentence, ("Ana Ruiz",)) == who


@pytest.mark.parametrize(
    "sentence",
    [
        "The barrier could fail in a storm.",
        "For weeks, the lake has been calm.",
        "For example, the clinic closed on Sundays.",
        "It should be noted that the figure is old.",
        "Whether the council will pay is open.",
        "Bakers will say that they will close.",
        "Farmers met the minister in June.",
        "Cleaning the wells, by the reckoning of villages in Chile and Peru, would cost a million.",
        "Two Peruvian farmers would have kept their wells.",
    ],
)
def test_things_times_and_pronouns_bear_nothing(sentence: str) -> None:
    assert bearer(sentence) == ""

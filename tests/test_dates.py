"""tests/cases/dates.md, run: each '##' heading there is one test here; and what an anchor settles."""

import pytest

from analysis_cases import cases
from briefpack.text import dates
from briefpack.text.anchor import anchor

CASES = cases("dates")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_dates(body):
    rows = [line.strip().partition(" ")[::2] for line in body.splitlines() if line.startswith("    ")]
    published = dict(rows).get("published")
    wanted = [row for row in rows if row[0] != "published"]

    found = []
    for _, text in (row for row in rows if row[0] == "text"):
        found.append(("text", text))
        found += [("date", printed(one)) for one in dates.find(text, published=published)]

    assert found == wanted


def printed(one):
    until = f" .. {one.until}" if one.until else ""
    return f"{one.words} = {one.date}{until}".rstrip()


def test_the_day_of_publication_is_the_anchor():
    assert anchor(["It rained in 2031."], "2024-05-06") == "2024-05-06"


def test_the_latest_date_with_a_year_anchors_a_text_without_publication():
    text = ["The clinic opened in 1998.", "It was rebuilt on June 3, 2021.", "It will close in 2030."]

    assert anchor(text) == "2021-06-03"


def test_a_weekday_and_a_day_of_a_month_beside_the_same_names_fix_the_year():
    text = [
        "The cup was won in Lima on Nov. 12, 2021.",
        "The mayor said Tuesday that seats had sold out.",
        "The final in the Estadio Grande of Quito is due to start on Saturday.",
        "All roads to the Estadio Grande in Quito close on May 14.",
    ]

    assert anchor(text) == "2022-05-10"


def test_a_weekday_and_a_day_that_share_nothing_fix_no_year():
    text = ["The cup was won in Lima in 2021.", "Rain is due on Saturday.", "The library closes on May 14."]

    assert anchor(text) == "2021"


def test_a_text_that_states_no_date_has_no_anchor():
    assert anchor(["Bees visit flowers.", "They do so on Monday."]) == ""


def test_a_document_with_a_sixteenth_month_shows_its_order():
    assert dates.order(["Opened 16/5/2024.", "Closed 5/6/2024."]) == "dmy"
    assert dates.order(["Opened 5/16/2024."]) == "mdy"


def test_a_document_with_both_orders_or_neither_shows_none():
    assert dates.order(["Opened 16/5/2024.", "Closed 5/16/2024."]) == ""
    assert dates.order(["Closed 5/6/2024."]) == ""


def test_the_documents_order_settles_a_date_in_figures():
    (one,) = dates.find("Closed on 5/6/2024 for good.", order="dmy")

    assert one.date == "2024-06-05"

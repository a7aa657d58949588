"""Charts of two rows: the same things at two times, as one sentence states them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from briefpack.cli import main
from briefpack.compose.select import changes

SAID = (
    "The share of pupils who read for pleasure fell from 48 per cent in 2015 to 31 per cent in 2023 in Norway "
    "and from 52 per cent to 40 per cent in Sweden."
)


def rows(text: str) -> tuple[str, str, str, list[tuple[str, str, str]]] | None:
    made = changes.read(text)
    return made and (made.then, made.now, made.unit, [(one.name, one.old, one.new) for one in made.things])


@pytest.mark.parametrize(
    ("text", "unit", "things"),
    [
        (SAID, "per cent", [("Norway", "48", "31"), ("Sweden", "52", "40")]),
        ("Between 2015 and 2023 the number of lockers rose from 1,200 to 3,400 in Oslo, from 900 to 2,100 in Bergen and "
         "from 300 to 800 in the Lofoten Islands.", "",
         [("Oslo", "1,200", "3,400"), ("Bergen", "900", "2,100"), ("Lofoten Islands", "300", "800")]),
        ("From 2015 to 2023 rents went up from 9.5 euros to 14 euros in Porto, and from 12 to 19 euros in Lisbon.",
         "euros", [("Porto", "9.5", "14"), ("Lisbon", "12", "19")]),
        ("Between 2015 and 2023 the catch dropped from 40 million tonnes to 28 million tonnes for Chile; from 9 to 7 for "
         "Peru.", "million tonnes", [("Chile", "40", "28"), ("Peru", "9", "7")]),
        ("Vaccination rose between 2015 and 2023 from 61% to 74% among Dutch Students but from 80% to 82% among Nurses.",
         "per cent", [("Dutch Students", "61", "74"), ("Nurses", "80", "82")]),
    ],
)  # fmt: skip
def test_the_same_things_at_two_times_make_two_rows(text: str, unit: str, things: list[tuple[str, str, str]]) -> None:
    assert rows(text) == ("2015", "2023", unit, things)


@pytest.mark.parametrize(
    "text",
    [
        SAID.replace("in 2015 ", "").replace("in 2023 ", ""),
        SAID.replace("in 2023 ", ""),
        SAID.replace("40 per cent", "40 euros"),
        SAID.replace("Sweden", "Norway"),
        SAID.replace(" in Sweden", " for Sweden"),
        SAID.replace("fell", "did not fall"),
        SAID.replace("fell", "will fall"),
        SAID.replace("fell", "is expected to fall"),
        SAID.replace("and from 52", "or from 52"),
        SAID.replace("and from 52", "and, the union says, from 52"),
        SAID.replace("from 52", "from about 52"),
        SAID.replace("2015", "2025"),
        SAID.replace("to 40 per cent in Sweden", "to 40 per cent in 2024 in Sweden"),
        SAID[: SAID.index(" and from")] + ".",
        "Did it fall from 48 per cent in 2015 to 31 per cent in 2023 in Norway and from 52 to 40 in Sweden?",
        "It fell from 48 per cent of pupils in 2015 to 31 per cent of budgets in 2023 in Norway and from 5 to 4 in Chad.",
        "The ferry ran from 2015 to 2023 in Norway and from 2016 to 2020 in Sweden.",
        "Between 2015 and 2023 the walk was moved from 3 to 4 in the afternoon and from 5 to 6 in the evening.",
        "The match went from 3 to 0 in Oslo and from 2 to 1 in Bergen.",
    ],
)  # fmt: skip
def test_what_is_not_alike_or_not_sure_makes_none(text: str) -> None:
    assert rows(text) is None


def test_a_deck_shows_them_as_one_chart_of_two_series_with_the_passage_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "reading.txt"
    file.write_text(
        "Reading in the north\n\nThe institute published its report on 3 May 2024.\n\n"
        f"{SAID} Teachers of both countries call the fall a warning.\n\n"
        "Libraries in Bergen stay open until nine since March.\n",
        encoding="utf-8",
    )

    done = CliRunner().invoke(main, ["build", str(file), "--out", str(tmp_path / "out"), "--audience", "policy"])
    deck = Presentation(tmp_path / "out" / "policy" / "deck.pptx")
    (chart,) = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]

    assert done.exit_code == 0, done.output
    assert [series.name for series in chart.plots[0].series] == ["2015", "2023"]
    assert [tuple(series.values) for series in chart.plots[0].series] == [(48.0, 52.0), (31.0, 40.0)]
    assert list(chart.plots[0].categories) == ["Norway", "Sweden"]

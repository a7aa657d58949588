"""Charts: only what may be compared, with its numbers in the file."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

import slide_decks as decks
from briefpack.compose.select import charts
from briefpack.layout import charting, slides
from briefpack.layout.marks import Chart, Rect, Sheets, TextBox
from briefpack.layout.slides import chart
from briefpack.model import Deck, Figure, Line, LineGroup, Ref, Slide
from briefpack.writers import pptx

SAID = "Duties came to 25 per cent on Norway, 35 per cent on Chile and at least 140 per cent on China."


def figures(text: str, *values: str, hedges: dict[str, str] | None = None, whose: str = "") -> tuple[Figure, ...]:
    ref = (Ref("desk", 1, 1),)
    return tuple(Figure(value, text, ref, hedge=(hedges or {}).get(value, ""), whose=whose) for value in values)


def test_numbers_of_one_unit_said_of_several_things_in_one_breath_are_compared() -> None:
    bars = charts.compared(
        figures(SAID, "25 per cent", "140 per cent", "35 per cent", hedges={"140 per cent": "at least"})
    )

    assert [(bar.name, bar.number) for bar in bars] == [("Norway", "25"), ("Chile", "35"), ("China", "140")]


def test_what_stands_in_brackets_and_a_missing_space_do_not_part_a_number_from_its_thing() -> None:
    text = "Duties are 20 per cent on Norway and 140per cent (on top of older ones) on China."

    assert [bar.name for bar in charts.compared(figures(text, "20 per cent", "140per cent"))] == ["Norway", "China"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Duties came to 20 per cent on Norway and 35 million dollars on Chile.", ("20 per cent", "35 million dollars")),
        ("It took 20 per cent on Norway and 35 per cent in Chile.", ("20 per cent", "35 per cent")),
        ("Duties rose from 20 per cent on Norway to 35 per cent on Chile.", ("20 per cent", "35 per cent")),
        ("Not 20 per cent on Norway and 35 per cent on Chile.", ("20 per cent", "35 per cent")),
        ("It is 20 per cent on Norway or 35 per cent on Chile.", ("20 per cent", "35 per cent")),
        ("It is 20 per cent on Norway, the ministry says, and 35 per cent on Chile.", ("20 per cent", "35 per cent")),
        ("It is 20 per cent on Norway and 35 per cent on Norway.", ("20 per cent", "35 per cent")),
        ("It was 20 per cent of pupils and 35 per cent of budgets.", ("20 per cent", "35 per cent")),
        ("Is it 20 per cent on Norway and 35 per cent on Chile?", ("20 per cent", "35 per cent")),
        ("It is 20 per cent on Norway.", ("20 per cent",)),
        ("It is 20 per cent on Norway, 35 per cent on Chile and 4 ships on Malta.", ("20 per cent", "35 per cent", "4")),
    ],
)  # fmt: skip
def test_what_is_not_alike_is_never_compared(text: str, values: tuple[str, ...]) -> None:
    assert charts.compared(figures(text, *values)) == ()


def test_a_hedge_that_does_not_stand_at_its_number_makes_no_bar() -> None:
    assert charts.compared(figures(SAID, "25 per cent", "35 per cent", hedges={"25 per cent": "at least"})) == ()


def test_the_label_of_a_bar_keeps_its_hedge_and_the_file_its_number() -> None:
    one = drawn("classroom").series[0]

    assert one.labels == ("at least 140", "25", "7.5")
    assert one.values == (140.0, 25.0, 7.5)
    assert one.fills == ("accent", "accent2", "accent2")


def test_a_chart_says_its_numbers_in_its_alternative_text() -> None:
    alt = drawn("briefing").alt

    assert alt == "Bar chart: China at least 140, the European Union 25, Norway 7.5"


@pytest.mark.parametrize("text", ["exempt", "5 or 6", ""])
def test_a_value_without_one_number_is_none(text: str) -> None:
    assert chart.value(text) is None


def test_bars_without_numbers_are_set_as_points() -> None:
    rows = LineGroup((Line("exempt", label="Russia"), Line("20", label="Norway")), kind="bars")
    sheet = placed(Slide("chart", Line("Duties"), (rows,)), "classroom").sheets[0]

    assert not any(isinstance(mark, Chart) for mark in sheet.marks)


@pytest.mark.parametrize("slide", [decks.compared(), decks.counted()])
@pytest.mark.parametrize("look", decks.LOOKS)
def test_drawn_bars_stay_inside_their_chart_and_are_to_scale(slide: Slide, look: str) -> None:
    mark = next(mark for mark in placed(slide, look).sheets[0].marks if isinstance(mark, Chart))
    made = charting.marks(mark)
    bars = [one for one in made if isinstance(one, Rect)]
    known = [value for one in mark.series for value in one.values if value]
    long = sorted(bar.w if mark.across else bar.h for bar in bars)

    assert all(
        mark.x - 0.1 <= one.x and one.x + one.w <= mark.x + mark.w + 0.1 for one in made if isinstance(one, Rect)
    )
    assert [round(each / long[-1], 3) for each in long] == [round(each / max(known), 3) for each in sorted(known)]
    assert {one.paragraphs[0].runs[0].text for one in made if isinstance(one, TextBox)} >= set(mark.categories)


@pytest.mark.parametrize("look", decks.LOOKS)
def test_the_chart_of_a_deck_is_a_real_one_with_its_workbook(look: str) -> None:
    found = opened(look)

    assert [[series.name for series in each.plots[0].series] for each in found] == [
        ["China, the European Union and Norway: duties compared"],
        ["[1] European Environment Agency", "[2] Steel Producers’ Federation of the Danube Region", "[3] The Trade Review"],
    ]  # fmt: skip
    assert tuple(found[0].plots[0].series[0].values) == (140.0, 25.0, 7.5)
    book = found[0].part.chart_workbook.xlsx_part.blob
    with ZipFile(BytesIO(book)) as archive:
        assert b"European Union" in archive.read("xl/sharedStrings.xml")


def test_a_deck_with_charts_is_the_same_bytes_each_time() -> None:
    deck, look = decks.sectioned("policy"), decks.look("briefing")
    placed = slides.place(deck, look)

    assert pptx.write(placed, look, deck) == pptx.write(placed, look, deck)


def placed(slide: Slide, look: str) -> Sheets:
    return slides.place(Deck("D", "policy", "en", (slide,), decks.LEVY), decks.look(look))


def drawn(look: str) -> Chart:
    return next(mark for mark in placed(decks.compared(), look).sheets[0].marks if isinstance(mark, Chart))


def opened(look: str) -> list[Any]:
    from pptx import Presentation

    deck = decks.sectioned("policy")
    file = pptx.write(slides.place(deck, decks.look(look)), decks.look(look), deck)
    shapes = (shape for slide in Presentation(BytesIO(file)).slides for shape in slide.shapes)
    return [shape.chart for shape in shapes if shape.has_chart]


def test_the_longest_bar_leaves_just_the_room_that_its_label_needs() -> None:
    made = drawn("classroom")
    bars = [mark for mark in charting.marks(made) if isinstance(mark, Rect)]

    assert made.label > made.size
    assert 0.6 * (made.w - made.side) < max(bar.w for bar in bars) < made.w - made.side - 60.0


def test_a_caveat_stands_under_the_bars() -> None:
    note = LineGroup((decks.line("Said so.", "herald 3.1", detail="Small boats go free."),), "Crowns", "note")
    bars = LineGroup((Line("104", (), "Port"), Line("20", (), "Town")), kind="bars")
    deck = Deck("Fees", "students", "en", (Slide("chart", Line("What it costs"), (bars, note)),), decks.PHONES)
    (sheet,) = slides.place(deck, decks.look("classroom")).sheets
    (made,) = [mark for mark in sheet.marks if isinstance(mark, Chart)]
    (caveat,) = [m for m in sheet.marks if isinstance(m, TextBox) and m.paragraphs[0].runs[0].text.startswith("Small")]

    assert made.y + made.h < caveat.y

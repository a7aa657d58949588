"""Timelines on slides: any number of events, on two slides where one is not enough."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import slide_decks as decks
from briefpack.layout import slides
from briefpack.layout.marks import MarkGroup, Sheets, TextBox
from briefpack.model import Deck, Line, LineGroup, Slide
from test_slides import faults


def placed(look: str, number: int, *, apart: int = 13) -> Sheets:
    """A slide with so many events, so many days apart."""
    days = [date(2024, 1, 1) + timedelta(days=apart * at) for at in range(number)]
    events = tuple(
        decks.line(f"Event number {at} takes place in the town, by the old gate", "herald 3.1", label=day.isoformat())
        for at, day in enumerate(days)
    )
    slide = Slide("timeline", Line("What happened in the town"), (LineGroup(events),), "Timeline")
    return slides.place(Deck("Events", "students", "en", (slide,), decks.PHONES), decks.look(look))


def shown(sheets: Sheets) -> list[str]:
    return [mark.alt for sheet in sheets.sheets for mark in sheet.marks if isinstance(mark, MarkGroup)]


@pytest.mark.parametrize("look", decks.LOOKS)
@pytest.mark.parametrize("apart", [0, 1, 13, 400])
@pytest.mark.parametrize("number", [0, 1, 2, 11, 25, 60])
def test_any_number_of_events_stands_clear_of_one_another(number: int, apart: int, look: str) -> None:
    assert faults(placed(look, number, apart=apart), decks.look(look)) == []


@pytest.mark.parametrize("look", decks.LOOKS)
def test_more_than_fits_goes_to_a_second_slide(look: str) -> None:
    sheets = placed(look, 11)

    assert [sheet.title[-8:] for sheet in sheets.sheets] == ["(1 of 2)", "(2 of 2)"]
    assert [alt.split(": ")[1] for alt in shown(sheets)] == ["6 events.", "5 events."]
    assert not [cut for cut in sheets.cut if "not on the timeline" in cut]


def test_what_two_slides_cannot_hold_is_named() -> None:
    sheets = placed("classroom", 25)

    assert len(sheets.sheets) == 2 and sum("not on the timeline" in cut for cut in sheets.cut) == 5


def test_one_event_is_dated_once() -> None:
    assert shown(placed("classroom", 1)) == ["Timeline to scale, 1 Jan 2024: 1 event."]


def keys(*events: Line) -> list[str]:
    """The words under the axis, in their order."""
    deck = Deck("Events", "students", "en", (Slide("timeline", Line("When"), (LineGroup(events),)),), decks.PHONES)
    (sheet,) = slides.place(deck, decks.look("classroom")).sheets
    boxes = [mark for mark in sheet.marks if isinstance(mark, TextBox) and mark.name in ("Key", "Scale")]
    return ["".join(run.text for run in box.paragraphs[0].runs).replace("\u00a0", " ") for box in boxes]


def test_the_key_names_the_marks_that_the_axis_has_and_how_long_it_is() -> None:
    exact, long = Line("The vote.", (), "2024-01-15"), Line("The fair.", (), "2024-03-02/2024-03-09")
    planned, month = Line("The count.", (), "2024-06-01", "planned"), Line("A strike.", (), "2024-04")

    assert keys(exact, planned) == ["day known", "planned", "Axis to scale, Jan 2024 to Jun 2024"]
    assert keys(exact, long, month)[:-1] == ["day known", "several days", "only month or year known"]


def test_a_year_that_runs_past_the_axis_says_so() -> None:
    known = Line("The vote.", (), "2024-01-15"), Line("The count.", (), "2024-06-01")

    assert "open end: past the axis" in keys(*known, Line("A strike.", (), "2024"))[-2]

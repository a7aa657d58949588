"""Section slides: numbers, contents, bars."""

from __future__ import annotations

import pytest

import slide_decks as decks
from briefpack.layout import slides
from briefpack.layout.slides import chrome, section
from briefpack.model import Line, Slide
from test_slides import boxes, faults, words

OPEN = Slide("section", Line("Part"))


@pytest.mark.parametrize("look", decks.LOOKS)
@pytest.mark.parametrize("name", ["students", "policy"])
def test_a_long_deck_with_sections_breaks_nothing(name: str, look: str) -> None:
    assert faults(slides.place(decks.sectioned(name), decks.look(look)), decks.look(look)) == []


def test_contents_give_the_number_of_the_first_slide_of_each_kind() -> None:
    claims = tuple(Slide("claim", Line(f"It fell {at}"), kicker=f"Key point {at} of 3") for at in (1, 2, 3))
    made = section.plan((OPEN, *claims, Slide("points", Line("More")), OPEN), (2, 3, 4, 6, 7, 8), 0)

    assert made.contents == (("Key point", 3), ("More", 7))
    assert (made.at, made.number, made.names) == (0, 2, ("Part", "Part"))


def test_printed_numbers_are_those_of_the_slides() -> None:
    sheets = slides.place(decks.sectioned("students"), decks.look("classroom")).sheets
    at = next(at for at, sheet in enumerate(sheets) if sheet.title == "What the sources say")
    rows = words(sheets[at]).split("\n")
    number = int(rows[rows.index("Sources compared") + 1])

    assert sheets[number - 1].kind == "matrix"


def test_a_section_slide_says_which_part_it_opens_and_its_bars_name_all() -> None:
    sheets = [s for s in slides.place(decks.sectioned("policy"), decks.look("briefing")).sheets if s.kind == "section"]

    assert [next(box for box in boxes(sheet) if box.size == 150).paragraphs[0].runs[0].text for sheet in sheets] == [
        "1", "2", "3", "4",
    ]  # fmt: skip
    assert "4\u2002Your turn" in words(sheets[0])


def test_bars_of_other_slides_count_the_sections_of_the_deck() -> None:
    deck = (Slide("title", Line("T")), OPEN, Slide("claim", Line("C")), OPEN, Slide("timeline", Line("W")))

    assert chrome.positions(deck) == ((0, 2), (0, 2), (0, 2), (1, 2), (1, 2))

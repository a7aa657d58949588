"""Slides that hold little: one statement under a claim, two things to watch."""

from __future__ import annotations

import pytest

import slide_decks as decks
from briefpack.layout import slides
from briefpack.layout.marks import Sheet, Table
from briefpack.model import Deck, Line, LineGroup, Slide
from test_slides import boxes, faults, words

TITLE = decks.line("Lockers cost the town little", "council 3.1")
EVIDENCE = decks.line("Each school pays four crowns a month for one.", "council 3.2", label="Town Council")
QUOTE = decks.line("I have not seen a telephone since May.", "herald 4.1", label="Ana Ruiz", detail="teacher")
FIGURE = decks.line("lockers in nine schools", "council 3.3", label="1,240")


def claim(look: str, **asides: Line) -> Sheet:
    groups = [
        LineGroup((EVIDENCE,), kind="evidence"),
        *(LineGroup((line,), kind=kind) for kind, line in asides.items()),
    ]
    deck = Deck("Phones", "students", "en", (Slide("claim", TITLE, tuple(groups), "Key point"),), decks.PHONES)
    sheets = slides.place(deck, decks.look(look))
    assert faults(sheets, decks.look(look)) == []
    (sheet,) = sheets.sheets
    return sheet


def place(sheet: Sheet, said: str) -> tuple[float, float, float]:
    """Left edge, top and size of the text that says this."""
    (box,) = [box for box in boxes(sheet) if said in "".join(run.text for p in box.paragraphs for run in p.runs)]
    return box.x, box.y, box.size


@pytest.mark.parametrize("look", decks.LOOKS)
def test_one_statement_beside_a_quotation_is_set_as_a_quotation_is(look: str) -> None:
    sheet = claim(look, quote=QUOTE)
    quoted, said = place(sheet, QUOTE.text), place(sheet, EVIDENCE.text)

    assert quoted[2] > said[2] and quoted[1] < said[1]
    assert said[2] == dict(decks.look(look).types)["lead"].size
    assert place(sheet, "Town Council")[1] < said[1]


@pytest.mark.parametrize("look", decks.LOOKS)
def test_one_statement_beside_a_number_stands_below_it(look: str) -> None:
    sheet = claim(look, figure=FIGURE)
    number, said = place(sheet, "1,240"), place(sheet, EVIDENCE.text)

    assert number[2] == dict(decks.look(look).types)["hero"].size
    assert number[0] == said[0] and number[1] < place(sheet, FIGURE.text)[1] < said[1]


@pytest.mark.parametrize("look", decks.LOOKS)
def test_a_quotation_too_long_for_that_stands_beside_or_apart(look: str) -> None:
    long = decks.line("Nobody asked us before. " * 20, "herald 4.1", label="Ana Ruiz")
    groups = (LineGroup((EVIDENCE,), kind="evidence"), LineGroup((long,), kind="quote"))
    deck = Deck("Phones", "students", "en", (Slide("claim", TITLE, groups, "Key point"),), decks.PHONES)
    sheets = slides.place(deck, decks.look(look))

    assert faults(sheets, decks.look(look)) == []
    shown = " ".join(words(sheet) for sheet in sheets.sheets)
    assert EVIDENCE.text in shown and long.text.split(". ")[0] in shown


def watch(look: str, number: int, detail: str = "") -> tuple[Table, ...]:
    lines = tuple(
        decks.line(f"Whether rule {at} holds", "council 3.1", label=f"{at} May", detail=detail) for at in range(number)
    )
    slide = Slide("close", Line("What to watch"), (LineGroup(lines, kind="watch"),), "What to watch")
    sheets = slides.place(Deck("Phones", "policy", "en", (slide,), decks.PHONES), decks.look(look))
    assert faults(sheets, decks.look(look)) == []
    return tuple(mark for sheet in sheets.sheets for mark in sheet.marks if isinstance(mark, Table))


def heads(table: Table) -> list[str]:
    return ["".join(run.text for p in cell.paragraphs for run in p.runs) for cell in table.rows[0]]


@pytest.mark.parametrize("look", decks.LOOKS)
def test_what_to_watch_is_a_table_of_at_most_five_rows(look: str) -> None:
    (two,) = watch(look, 2)

    assert heads(two) == ["Signal", "What to look for", "Where"] and len(two.rows) == 3
    assert [len(table.rows) - 1 for table in watch(look, 7)] == [4, 3]


def test_the_judgement_that_a_signal_tests_stands_there_when_somebody_says_it() -> None:
    (table,) = watch("briefing", 3, detail="Hard to split")

    assert heads(table) == ["Signal", "What to look for", "Which judgement it tests", "Where"]


def test_a_table_stands_in_line_with_its_title() -> None:
    (table,) = watch("briefing", 3)

    assert table.flush and table.x == 48.0

"""Slides that hold little: one statement under a claim, two things to watch."""

from __future__ import annotations

from dataclasses import replace

import pytest

import slide_decks as decks
from briefpack.layout import slides
from briefpack.layout.marks import Rect, Rule, Sheet, Table
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


def asked(number: int, look: str) -> Sheet:
    """The big question of a deck whose sources do not quarrel."""
    many = tuple(
        replace(
            decks.PHONES[at % 3], key=f"s{at}", number=at + 1, title=f"What was found in year {at}", title_derived=False
        )
        for at in range(number)
    )
    question = Slide("question", Line("What do the sources say, and where do they differ?"), (), "The big question")
    sheets = slides.place(Deck("Phones", "students", "en", (question,), many), decks.look(look))
    assert faults(sheets, decks.look(look)) == []
    return sheets.sheets[0]


def lines_to_write(sheet: Sheet) -> list[Rule]:
    return [mark for mark in sheet.marks if isinstance(mark, Rule) and mark.colour == "muted"]


@pytest.mark.parametrize("look", decks.LOOKS)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_without_a_quarrel_the_question_shows_who_speaks_and_leaves_room_to_guess(number: int, look: str) -> None:
    sheet = asked(number, look)

    for at in range(number):
        assert decks.PHONES[at % 3].name in words(sheet)
    assert words(sheet).count("What do you expect it to say?") == number
    assert len(lines_to_write(sheet)) >= 2 * number
    assert not any(getattr(mark, "name", "") == "Evidence strip" for mark in sheet.marks)


@pytest.mark.parametrize("look", decks.LOOKS)
def test_of_many_sources_none_is_named_on_it_and_the_room_is_for_guesses(look: str) -> None:
    sheet = asked(9, look)

    assert len(lines_to_write(sheet)) >= 5 and decks.PHONES[0].name not in words(sheet)


@pytest.mark.parametrize("look", decks.LOOKS)
def test_two_short_statements_share_the_whole_body(look: str) -> None:
    deck = Deck(
        "P", "students", "en",
        (Slide("claim", TITLE, (LineGroup((EVIDENCE, decks.line("Nine schools bought them.", "herald 4.1"))),)),),
        decks.PHONES,
    )  # fmt: skip
    (sheet,) = slides.place(deck, decks.look(look)).sheets
    first, second = (place(sheet, text) for text in (EVIDENCE.text, "Nine schools bought them."))

    rows = [box for box in boxes(sheet) if box.tag == "LI"]
    assert first[2] == second[2] == dict(decks.look(look).types)["lead"].size
    assert max(box.y + box.h for box in rows) > 440 and all(box.anchor == "middle" for box in rows)


@pytest.mark.parametrize("look", decks.LOOKS)
def test_a_quotation_that_stands_alone_fills_its_slide(look: str) -> None:
    claim = Slide("claim", TITLE, (LineGroup((QUOTE,), kind="quote"),))
    (sheet,) = slides.place(Deck("P", "students", "en", (claim,), decks.PHONES), decks.look(look)).sheets
    card = max((mark for mark in sheet.marks if isinstance(mark, Rect) and mark.h > 100), key=lambda mark: mark.w)
    said = place(sheet, QUOTE.text)

    assert card.h > 270 and card.y < said[1] < card.y + card.h / 2


@pytest.mark.parametrize("look", decks.LOOKS)
def test_a_long_cell_gets_a_wider_column_before_the_table_is_split(look: str) -> None:
    long = "in a study of every school of the region over three years, marks moved by less than a point " * 2
    issues = tuple(
        LineGroup(
            (
                decks.line(long, "herald 8.1", label="herald", detail="says"),
                decks.line("a little", "union 3.1", label="union"),
            ),
            name,
        )
        for name in ("Marks", "Attention", "Sleep")
    )
    matrix = Slide("matrix", Line("Who says what"), issues)

    sheets = slides.place(Deck("P", "students", "en", (matrix,), decks.PHONES), decks.look(look))
    (table,) = [mark for mark in sheets.sheets[0].marks if isinstance(mark, Table)]

    assert len(sheets.sheets) == 1 and table.widths[1] > 1.3 * table.widths[2]
    assert faults(sheets, decks.look(look)) == []


def test_a_table_that_fits_keeps_equal_columns() -> None:
    deck = decks.students()
    sheets = slides.place(deck, decks.look("classroom")).sheets
    table = next(mark for sheet in sheets if sheet.kind == "matrix" for mark in sheet.marks if isinstance(mark, Table))

    assert len(set(table.widths[1:])) == 1

"""What belongs together stays on one line of a slide: dates, numbers with units, names with initials, '(1 of 2)'."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies

import slide_decks as decks
from briefpack.layout import fit, joins, slides
from briefpack.layout.fit import Families
from briefpack.layout.marks import Mark, MarkGroup, Paragraph, Run, Table, TextBox
from briefpack.model import Deck, Line, LineGroup, Slide

FAMILIES = Families.of_deck(decks.look("classroom"))


def shown(text: str) -> str:
    """The text with '_' for each space that no line breaks at."""
    for start, end in joins.stretches(text):
        text = text[:start] + text[start:end].replace(" ", "_") + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It was signed on 9 May 2025 in Oslo", "It was signed on 9_May_2025 in Oslo"),
        ("On May 9, 2025 it rained", "On May_9,_2025 it rained"),
        ("on the 3rd of June it rained", "on the 3rd_of_June it rained"),
        ("since September 2021 it rains", "since September_2021 it rains"),
        ("le 1er mai 2025 à midi", "le 1er_mai_2025 à midi"),
        ("am 9. Mai 2025 in Kiel", "am 9._Mai_2025 in Kiel"),
        ("el 3 de mayo de 2025 en Lima", "el 3_de_mayo_de_2025 en Lima"),
        ("up 12.5 per cent in a year", "up 12.5_per_cent in a year"),
        ("some $50 billion in aid", "some $50_billion in aid"),
        ("a dam of 7–8 km was built", "a dam of 7–8_km was built"),
        ("for 50 million people who fled", "for 50_million_people who fled"),
        ("what Patricia M. Kim said", "what Patricia_M._Kim said"),
        ("what J. D. Vance said", "what J._D._Vance said"),
        ("that Dr. Ruiz and Mrs. Lind met", "that Dr._Ruiz and Mrs._Lind met"),
        ("under Article 5 of the treaty", "under Article_5 of the treaty"),
        ("Who is who (1 of 2)", "Who is who (1_of_2)"),
    ],
)  # fmt: skip
def test_what_belongs_together(text: str, kept: str) -> None:
    assert shown(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "They may march in step", "He may decide", "In 2025 it rained", "Two of 38 schools", "The rule of 1998 was kept",
        "I am here", "It fell in May", "What a year it was", "A1 and B2 differ", "see St. and so on",
    ],
)  # fmt: skip
def test_other_words_may_part(text: str) -> None:
    assert shown(text) == text


@settings(max_examples=60, deadline=None)
@given(strategies.lists(strategies.sampled_from("rain 9 May 2025 12.5 per cent J. D. Vance Dr. of (1 2)".split())))
def test_only_spaces_change_and_a_second_time_nothing(words: list[str]) -> None:
    once = fit.kept(Paragraph((Run(" ".join(words)),)), 400.0, 20.0, FAMILIES)

    assert once.runs[0].text.replace(joins.GLUE, " ") == " ".join(words)
    assert fit.kept(once, 400.0, 20.0, FAMILIES) == once


@pytest.mark.parametrize("width", range(60, 900, 24))
def test_no_line_breaks_inside_a_date_unless_it_is_wider_than_the_line(width: int) -> None:
    text = Paragraph((Run("A parade is held in the capital on 9 May 2025 and again on 30 September 2025 (1 of 2)"),))

    lines = ["".join(run.text for run in line.runs) for line in fit.wrap((text,), width, 32.0, FAMILIES)]

    for date in ("9 May 2025", "30 September 2025", "(1 of 2)"):
        whole = fit.run_width(Run(date), FAMILIES, 32.0) <= FAMILIES.margin * width
        assert any(date.replace(" ", joins.GLUE) in line for line in lines) == whole


def texts(mark: Mark) -> list[str]:
    if isinstance(mark, MarkGroup):
        return [text for one in mark.marks for text in texts(one)]
    held = [mark] if isinstance(mark, TextBox) else []
    cells = [cell for row in mark.rows for cell in row] if isinstance(mark, Table) else []
    return ["".join(run.text for run in one.runs) for part in (*held, *cells) for one in part.paragraphs]


def test_a_slide_is_written_as_it_was_measured() -> None:
    said = Line("The levy rose by 12 per cent on 9 May 2025, says J. D. Brandt", ())
    claim = Slide("claim", said, (LineGroup((Line("It rose by 4 per cent on 2 June 2024."),), kind="evidence"),))
    deck = Deck("D", "students", "en", (claim, claim), decks.PHONES)

    sheets = slides.place(deck, decks.look("classroom")).sheets
    found = [text for mark in sheets[0].marks for text in texts(mark)]

    assert [sheet.title for sheet in sheets] == [f"{said.text} (1 of 2)", f"{said.text} (2 of 2)"]
    assert found[0].replace(joins.GLUE, "_") == (
        "The levy rose by 12_per_cent on 9_May_2025, says J._D._Brandt_(1_of_2)"
    )
    assert "It rose by 4\u00a0per\u00a0cent on 2\u00a0June\u00a02024." in found

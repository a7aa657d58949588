"""Who says what: a cell holds what its source says of the subject, and of no other that shares a word with it."""

from __future__ import annotations

from briefpack.compose.select import matrix
from briefpack.compose.select.stock import Stock
from briefpack.model import Brief, Point
from briefpack.pack import shipped
from test_claims import source

REPORT = source(
    "report",
    ("The steam ferry carried 900 nurses to work in March.", "A larger steam ferry will be built in Aveiro."),
    ("The harbour tax pays for the pier.", "The harbour tax falls on every boat."),
)
COLUMN = source(
    "column",
    ("The steam ferry is late on most days.", "The steam ferry serves no tea."),
    ("Those who cross the lake by car ferry pay twice as much.", "The harbour tax is a fine on fishing."),
)
LETTER = source("letter", ("A car ferry is the pride of the lake.", "The harbour tax ruined four captains."))


def test_another_thing_that_shares_its_last_word_fills_no_cell():
    points = tuple(
        Point(passage.text, (passage.ref,)) for one in (REPORT, COLUMN, LETTER) for passage in one.passages[:4]
    )
    brief = Brief("A pack", "", sources=(REPORT, COLUMN, LETTER), points=points)

    made = matrix.matrix(Stock(brief, shipped.audience("policy")))

    rows = {row["heading"]: [line["text"] for line in row["lines"]] for row in made["rows"]} if made else {}
    assert "Steam ferry" in rows
    assert not [text for text in rows["Steam ferry"] if "car ferry" in text]

"""The contact sheets: each kind of slide of both looks beside its picture in the design."""

from __future__ import annotations

from pathlib import Path

import pytest

import contact
import contact_pages
from briefpack.layout import fit, slides
from briefpack.layout.fit import Families
from briefpack.layout.marks import TextBox

SHEETS = Path(__file__).parent.parent / "docs" / "design"


@pytest.mark.parametrize("look", contact.LOOKS)
def test_the_sample_decks_fit_and_show_each_slide_once(look: str) -> None:
    deck, made = contact.sample(look)
    placed = slides.place(deck, made)
    families = Families.of_deck(made)
    boxes = [mark for sheet in placed.sheets for mark in sheet.marks if isinstance(mark, TextBox)]

    assert [sheet.kind for sheet in placed.sheets] == [slide.kind for slide in deck.slides]
    assert max(fit.overflow(box, families) for box in boxes) <= 0.01


def test_the_sheets_are_small_files() -> None:
    files = sorted(SHEETS.glob("*.jpg"))

    assert len(files) == 6 + len(contact_pages.PAGES) and max(file.stat().st_size for file in files) < 250_000

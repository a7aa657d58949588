"""Whose words a side of a tension is headed with."""

from __future__ import annotations

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import _sides, analyse
from briefpack.analysis._matters import Matters
from briefpack.analysis._subjects import Subjects
from briefpack.analysis._units import units


@pytest.mark.parametrize("body", [body for _, body in cases("sides")], ids=[title for title, _ in cases("sides")])
def test_whose_words_a_side_is_headed_with(body: str) -> None:
    text = source(body)
    found = analyse((text,))

    voices = [_sides.side(text, passage, found).voice or "-" for passage in text.passages]

    assert voices == lines(body, "voice")


def test_a_voice_heads_no_side_that_opens_with_what_another_tells() -> None:
    text = source(
        "    text: genre news\n"
        "    text The harbour board has printed the tide tables of nine of the twelve piers."
        " The Skippers' Union regards this as too few."
        " Harbour master Ana Ruiz says that the tables of nine piers are enough."
    )
    found = analyse((text,))
    matters = Matters((text,), found, Subjects((text,), found))

    made = [unit for unit in units(text, found, matters) if len(unit.refs) == 2 and unit.voice]

    assert made
    assert {(unit.voice, unit.side.voice) for unit in made} == {("Skippers' Union", "")}

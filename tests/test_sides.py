"""Whose words a side of a tension is headed with."""

from __future__ import annotations

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import _sides, analyse


@pytest.mark.parametrize("body", [body for _, body in cases("sides")], ids=[title for title, _ in cases("sides")])
def test_whose_words_a_side_is_headed_with(body: str) -> None:
    text = source(body)
    found = analyse((text,))

    voices = [_sides.side(text, passage, found).voice or "-" for passage in text.passages]

    assert voices == lines(body, "voice")

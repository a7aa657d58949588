"""An event as its card says it beside its date."""

from __future__ import annotations

import pytest

from briefpack.compose.select import dates
from briefpack.model import Event, Ref


def said(text: str, date: str, words: str, *, planned: bool = True) -> str:
    line = dates.line(Event(text, (Ref("post", 1, 1),), date, "", words, planned, ""))
    return line["text"] if line else ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "A school will open in Porto from March 2031, with teachers who are still to be hired this year.",
            "A school will open in Porto from March 2031.",
        ),
        ("Teachers who are hired this year will open a school in Porto in March 2031.", ""),
        ("A school will open in Porto in March 2031.", "A school will open in Porto in March 2031."),
    ],
)
def test_this_year_does_not_stand_under_a_later_one(text: str, shown: str) -> None:
    assert said(text, "2031-03", "March 2031") == shown

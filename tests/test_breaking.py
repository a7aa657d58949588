"""Lines: every character of a text stands on one of them, in order, and no line is wider than its room."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack.layout import breaking
from briefpack.layout.fit import Families, TextLine, wrap
from briefpack.layout.marks import Paragraph, Run

FAMILIES = Families((("body", "Lato"),), margin=1.0)
_BITS = st.sampled_from(
    ["a", "word", "wide-ranging", " ", "  ", "\n", "–", "x/y", "\u00a0", "\u200b", "日本", "é", ","]
)
RUNS = st.lists(
    st.builds(Run, st.lists(_BITS, max_size=12).map("".join), bold=st.booleans(), scale=st.sampled_from([1.0, 0.76])),
    min_size=1,
    max_size=4,
)


def broken(runs: list[Run], w: float, size: float = 10.0) -> tuple[TextLine, ...]:
    return wrap((Paragraph(tuple(runs)),), w, size, FAMILIES)


def letters(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@settings(max_examples=80, deadline=None)
@given(RUNS, st.sampled_from([12.0, 40.0, 90.0, 300.0]))
def test_every_letter_stands_on_a_line_in_its_order(runs: list[Run], w: float) -> None:
    lines = broken(runs, w)

    assert letters("".join(run.text for line in lines for run in line.runs)) == letters("".join(r.text for r in runs))


@settings(max_examples=80, deadline=None)
@given(RUNS, st.sampled_from([12.0, 40.0, 90.0, 300.0]))
def test_no_line_is_wider_than_its_room_but_for_a_single_letter(runs: list[Run], w: float) -> None:
    lines = broken(runs, w)

    assert all(line.width <= w + 0.001 or len(letters("".join(r.text for r in line.runs))) <= 1 for line in lines)


@settings(deadline=None)
@given(RUNS)
def test_twice_the_size_in_twice_the_room_breaks_alike(runs: list[Run]) -> None:
    small, large = broken(runs, 61.7), broken(runs, 123.4, 20.0)

    assert [line.runs for line in small] == [line.runs for line in large]


def test_a_word_goes_on_from_run_to_run_and_a_space_hangs_over_the_end() -> None:
    lines = broken([Run("one two"), Run("\u00a0[1\u00a0¶3]", bold=True), Run("  and so on")], 56.0)

    assert [[run.text for run in line.runs] for line in lines] == [
        ["one"],
        ["two", "\u00a0[1\u00a0¶3]", ""],
        ["and so on"],
    ]


def test_what_leads_elsewhere_breaks_as_before_and_is_not_measured_again() -> None:
    said = Run("A pump of the lower town stood still for a day in spring."), Run(" [1 ¶7]", bold=True)
    plain = broken(list(said), 80.0)
    before = breaking._flows.cache_info().misses

    linked = broken([said[0], replace(said[1], link="#basin", colour="muted")], 80.0)

    assert breaking._flows.cache_info().misses == before
    assert [[run.text for run in line.runs] for line in linked] == [[run.text for run in line.runs] for line in plain]
    assert linked[-1].runs[-1].link == "#basin"

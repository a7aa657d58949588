"""Nothing is lost without colour: every kind of slide and page, in grey; and what would be lost is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefpack import check
from briefpack.layout import pages, slides
from briefpack.layout.marks import (
    Cell,
    Chart,
    Inset,
    Mark,
    MarkGroup,
    Oval,
    Paragraph,
    Rect,
    Rule,
    Run,
    Series,
    Sheet,
    Sheets,
    Table,
    TextBox,
)
from briefpack.model import Look
from briefpack.model.colour import luminance
from page_samples import LOOKS, POLICY, QUESTIONS, STUDENTS
from slide_decks import LOOKS as NAMES
from slide_decks import look, sectioned
from workshop import put, run

GREEN = "28713A"
"""As dark as the red of both looks, another hue."""

CLASSROOM = look("classroom")


def twinned(made: Look) -> Look:
    """The look with one grey for what looks at and what orders: red and green."""
    red_for_green = {"accent": "AE371C", "accent2": GREEN}
    return replace(made, colours=tuple((role, red_for_green.get(role, own)) for role, own in made.colours))


def lost(marks: tuple[Mark, ...], made: Look = CLASSROOM) -> list[str]:
    sheets = Sheets("A", "en", (Sheet(595, 842, marks, "A"),))
    return [notice.what for notice in check.grey(sheets, {made.name: made}, look=made.name)]


def text(words: str, x: float, y: float, colour: str = "ink") -> TextBox:
    return TextBox(x, y, 120, 20, (Paragraph((Run(words, colour=colour),)),), 11, 14)


@pytest.mark.parametrize("change", [lambda made: made, twinned], ids=["as it ships", "red as dark as green"])
@pytest.mark.parametrize("dress", NAMES)
@pytest.mark.parametrize("name", ["students", "policy"])
def test_no_kind_of_slide_tells_anything_by_colour_alone(name: str, dress: str, change) -> None:
    deck, made = sectioned(name), change(look(dress))
    placed = slides.place(deck, made)

    assert {slide.kind for slide in deck.slides} <= {sheet.kind for sheet in placed.sheets}
    for sheets in (placed, pages.handout(deck, placed, made, "a4", a_page=9)):
        assert [str(notice) for notice in check.grey(sheets, {dress: made}, look=dress)] == []


@pytest.mark.parametrize("dress", LOOKS)
def test_no_page_tells_anything_by_colour_alone(dress: str) -> None:
    made = LOOKS[dress]
    summary = POLICY if made.radius == 0 else STUDENTS
    for sheets in (
        pages.summary(summary, made, "a4"), pages.questions(QUESTIONS, made, "a4"), pages.key(QUESTIONS, made, "a4"),
    ):  # fmt: skip
        assert [str(notice) for notice in check.grey(sheets, LOOKS, look=dress)] == []


def test_red_and_green_of_the_tests_are_one_grey() -> None:
    assert abs(luminance(GREEN) - luminance("AE371C")) < 0.02


PAIR = (Rect(10, 10, 6, 20, fill="accent"), Rect(60, 10, 6, 20, fill="accent2"))


def test_ticks_that_differ_in_hue_alone_are_found() -> None:
    figure = MarkGroup(PAIR, alt="Timeline: two visits, one of them contested.")

    assert lost((figure,), twinned(look("classroom"))) == [
        "marks in 'accent' and 'accent2' are alike but for their colour"
    ]
    assert lost((figure,)) == []  # these two reds and blues are dark and darker


@pytest.mark.parametrize(
    "saved",
    [
        (PAIR[0], replace(PAIR[1], h=20, w=14)),
        (PAIR[0], replace(PAIR[1], fill="", line="accent2")),
        (*PAIR, text("agreed", 20, 12), text("contested", 70, 12)),
        (Rule(10, 10, 60, 10, "accent", 2, dash=True, arrow=">"), Rule(10, 40, 60, 40, "accent2", 2, arrow=">")),
    ],
    ids=["size", "outline", "word", "dash"],
)
def test_a_second_carrier_saves_the_meaning(saved: tuple[Mark, ...]) -> None:
    assert lost((MarkGroup(saved, alt="Two visits."),), twinned(look("classroom"))) == []


def test_arrows_and_discs_need_no_figure_to_be_found() -> None:
    arrows = (Rule(10, 10, 60, 10, "accent", 2, arrow=">"), Rule(10, 40, 60, 40, "accent2", 2, arrow=">"))
    discs = (Oval(10, 90, 8, 8, fill="accent"), Oval(60, 90, 8, 8, fill="accent2"))

    assert len(lost((*arrows, *discs), twinned(look("briefing")))) == 1
    assert lost(arrows, twinned(look("briefing"))) and lost(discs, twinned(look("briefing")))


def test_text_that_fades_into_its_ground_is_found() -> None:
    band = Rect(0, 0, 300, 40, fill="accent2")
    cells = ((Cell((Paragraph((Run("Says"),)),), fill="accent2"),),)

    assert lost((band, text("Where we stand", 10, 10))) == ["text has a contrast of 1.7 in print: Where we stand"]
    assert lost((Table(0, 90, (99,), (20,), cells, 11, 14),)) == ["text has a contrast of 1.7 in print: Says"]
    assert lost((band, text("Where we stand", 10, 10, "onaccent2"), text("Below", 10, 60))) == []


def test_a_mark_that_sinks_into_its_bar_is_found() -> None:
    strip = MarkGroup((Rect(0, 0, 300, 20, fill="tint"), Rect(50, 0, 9, 20, fill="tint2")), alt="Passages used.")

    assert lost((strip,)) == ["a mark in 'tint2' is not seen on 'tint' in grey"]


def test_a_sign_in_two_colours_without_a_word_is_found() -> None:
    signs = tuple(Cell((Paragraph((Run("●", colour=colour),)),)) for colour in ("accent", "accent2"))
    worded = tuple(Cell((Paragraph((Run("●", colour=colour), Run(" Says"))),)) for colour in ("accent", "accent2"))

    assert lost((Table(0, 0, (50, 50), (20,), (signs,), 11, 14),), twinned(look("classroom")))
    assert not lost((Table(0, 0, (50, 50), (20,), (worded,), 11, 14),), twinned(look("classroom")))


def test_series_of_one_grey_are_found() -> None:
    series = tuple(
        Series(name, (3.0, 4.0), ("3", "4"), (fill, fill)) for name, fill in (("A", "accent"), ("B", "accent2"))
    )
    chart = Chart(0, 0, 300, 200, ("North", "South"), series, 12, across=False, alt="Two series")

    assert lost((chart,), twinned(look("classroom")))
    assert not lost((chart,))


def test_what_is_lost_on_a_slide_of_a_handout_names_the_slide() -> None:
    slide = Sheet(960, 540, (Rect(0, 0, 300, 40, fill="ink"), text("Unseen", 10, 10)), "Dark")
    sheets = Sheets("A", "en", (Sheet(595, 842, (Inset(36, 36, 240, 135, slide, "classroom", "Slide 4: Dark"),), "A"),))

    (notice,) = check.grey(sheets, {"classroom": look("classroom")}, look="classroom")

    assert notice.hard and notice.gate == "S4" and notice.where == "page 1"
    assert notice.what == "text has a contrast of 1.0 in print: Unseen (Slide 4: Dark)"


def test_a_build_says_where_something_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = Sheets("A", "en", (Sheet(595, 842, (Rect(0, 0, 300, 40, fill="ink"), text("Unseen", 10, 10)), "A"),))
    monkeypatch.setattr(pages, "summary", lambda *_: faulty)

    done = run("build", *put(tmp_path, "court-news.html"), "--out", tmp_path / "out", "--audience", "students")

    assert done.exit_code == 1 and "students/summary.pdf, page 1: text has a contrast" in " ".join(done.output.split())

"""A timeline to scale: what it shows, where, and what it leaves to its caller."""

from __future__ import annotations

import random

import pytest

from briefpack.layout import axis, fit, timeline
from briefpack.layout.marks import Mark, MarkGroup, Rect, Rule, TextBox
from briefpack.model import Line, Type
from page_samples import EVENTS, LOOKS, SOURCES, ref

SLIDE = timeline.Style(Type(14, 18), Type(12, 15))
PAGE = timeline.Style(Type(8, 10.4), Type(8, 9.6), gap=12, spread=False)
FRAME = timeline.Frame(48, 141, 864, 336)
NARROW = timeline.Frame(36, 100, 523, 160)
FAMILIES = fit.Families.of_page(LOOKS["classroom"])


def event(label: str, text: str = "Something was decided", refs: int = 1, detail: str = "") -> Line:
    return Line(text, tuple(one for n in range(refs) for one in ref("herald", n + 1)), label, detail)


def drawing(lines: tuple[Line, ...], frame: timeline.Frame = FRAME) -> MarkGroup:
    group = timeline.place(lines, SOURCES, frame, SLIDE, FAMILIES)[0]
    assert isinstance(group, MarkGroup)
    return group


def cards(lines: tuple[Line, ...], frame: timeline.Frame = FRAME) -> list[TextBox]:
    return [mark for mark in timeline.place(lines, SOURCES, frame, SLIDE, FAMILIES) if isinstance(mark, TextBox)]


def said(box: TextBox) -> str:
    return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in box.paragraphs).replace("\u00a0", " ")


def names(lines: tuple[Line, ...], frame: timeline.Frame = FRAME) -> list[str]:
    return [said(mark) for mark in drawing(lines, frame).marks if isinstance(mark, TextBox)]


def ticks(lines: tuple[Line, ...]) -> list[Rect]:
    return [mark for mark in drawing(lines).marks if isinstance(mark, Rect) and mark.fill == "accent"]


@pytest.mark.parametrize("seed", range(60))
def test_nothing_overlaps_or_leaves_the_frame(seed: int) -> None:
    dice = random.Random(seed)
    lines = []
    for _ in range(dice.randint(2, 10)):
        year, month, day = dice.randint(2019, 2025), dice.randint(1, 12), dice.randint(1, 28)
        label = dice.choice(
            (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{year - year % 10}"[:3] + "X")
        )
        lines.append(event(label, " ".join(["somewhere"] * dice.randint(1, 25)), detail=dice.choice(("", "planned"))))
    frame, style = ((FRAME, SLIDE), (NARROW, PAGE))[seed % 2]

    marks = timeline.place(tuple(lines), SOURCES, frame, style, FAMILIES)

    boxes = [mark for mark in marks if isinstance(mark, TextBox)]
    boxes += [mark for mark in _flat(marks[0]) if isinstance(mark, TextBox)] if marks else []
    assert all(fit.overflow(box, FAMILIES) <= 0.01 for box in boxes)
    for place, one in enumerate(boxes):
        assert one.x >= frame.x - 0.1
        assert one.x + one.w <= frame.x + frame.w + 0.1
        assert one.y >= frame.y - 0.1
        assert one.y + one.h <= frame.y + frame.h + 0.1
        for two in boxes[:place]:
            apart = one.x + one.w <= two.x + 0.1 or two.x + two.w <= one.x + 0.1
            assert apart or one.y + one.h <= two.y + 0.1 or two.y + two.h <= one.y + 0.1


def _flat(mark: Mark) -> list[Mark]:
    return [inner for one in mark.marks for inner in _flat(one)] if isinstance(mark, MarkGroup) else [mark]


def test_a_tick_stands_at_its_day() -> None:
    first, second = ticks((event("2024-01-01"), event("2024-12-16")))

    assert first.x == pytest.approx(FRAME.x, abs=0.1)
    assert second.x + second.w / 2 == pytest.approx(FRAME.x + FRAME.w * 350.5 / 366, abs=1)


def test_a_visit_is_as_wide_as_its_days() -> None:
    visit, day = ticks((event("2024-03-04/2024-03-13"), event("2024-03-30")))

    assert visit.w == pytest.approx(10 * day.w, rel=0.01)


def test_an_unknown_day_is_an_outlined_bar_over_its_month() -> None:
    bars = [
        mark for mark in drawing((event("2024-01-05"), event("2024-03"))).marks if isinstance(mark, Rect) and mark.line
    ]

    assert [bar.fill for bar in bars] == ["paper"]
    assert bars[0].w == pytest.approx(FRAME.w * 31 / 91, rel=0.01)


def test_planned_is_said_and_drawn_open() -> None:
    lines = (event("2024-01-05"), event("2024-02-05", detail="planned"))

    assert len(ticks(lines)) == 1
    assert said(cards(lines)[1]).startswith("5 Feb 2024 · planned\n")
    assert "open tick: planned" in timeline.legend(lines)


def test_what_lies_far_off_is_said_and_does_not_stretch_the_axis() -> None:
    lines = (event("1962"), event("2024-01-05"), event("2024-03-01"), event("2024-05-09"), event("2060"))

    assert names(lines)[0].startswith("Jan")
    assert said(cards(lines)[0]).startswith("1962 · before the axis")
    assert said(cards(lines)[-1]).startswith("2060 · after the axis")
    assert sum(isinstance(mark, Rule) and mark.arrow == ">" for mark in drawing(lines).marks) == 2


@pytest.mark.parametrize(
    ("first", "last", "cells"),
    [
        ("2024-05-02", "2024-05-05", ["2 May", "3 May", "4 May", "5 May"]),
        ("2024-11-02", "2025-02-05", ["Nov 2024", "Dec", "Jan 2025", "Feb"]),
        ("2022-05-02", "2025-02-05", ["Q2 2022", "Q3", "Q4", "Q1 2023"]),
        ("2009-05-02", "2025-02-05", ["2009", "2010", "2011", "2012"]),
        ("1952", "2011", ["1950s", "1960s", "1970s", "1980s"]),
    ],
)
def test_cells_follow_the_length_of_the_axis(first: str, last: str, cells: list[str]) -> None:
    assert names((event(first), event(last)))[:4] == cells


def test_up_to_five_events_stand_in_one_row_and_more_in_two() -> None:
    five = tuple(event(f"2024-0{n}-01") for n in range(1, 6))

    assert len({box.anchor for box in cards(five)}) == 1
    assert {box.anchor for box in cards((*five, event("2024-06-01")))} == {"bottom", "top"}


def test_leaders_of_one_row_never_cross() -> None:
    lines = tuple(event(label) for label in ("2024-01-02", "2024-11-02", "2024-11-20", "2024-12-01", "2024-12-30"))

    leaders = [mark for mark in drawing(lines).marks if isinstance(mark, Rule) and mark.colour == "muted"]
    assert [mark.x1 for mark in leaders] == sorted(mark.x1 for mark in leaders)
    assert [mark.x2 for mark in leaders] == sorted(mark.x2 for mark in leaders)


def test_over_ten_events_the_most_cited_and_the_ends_stay() -> None:
    lines = tuple(event(f"2024-{n:02}-01", f"Event {n}", refs=3 if n % 2 else 1) for n in range(1, 13))

    shown = timeline.chosen(lines, SOURCES, FRAME, SLIDE, FAMILIES)

    assert len(shown) == 10
    assert shown[0].text == "Event 1"
    assert shown[-1].text == "Event 12"
    assert {line.text for line in lines} - {line.text for line in shown} == {"Event 8", "Event 10"}


def test_an_event_without_a_date_is_left_to_the_caller() -> None:
    assert timeline.chosen((event("soon"), event("2024")), SOURCES, FRAME, SLIDE, FAMILIES) == (event("2024"),)


def test_what_does_not_fit_is_left_out_and_known() -> None:
    lines = (event("2024-01-01"), event("2024-02-01", "word " * 400), event("2024-03-01"))

    assert timeline.chosen(lines, SOURCES, FRAME, SLIDE, FAMILIES) == (lines[0], lines[2])
    assert len(cards(lines)) == 2


def test_the_height_that_it_says_it_needs_is_enough() -> None:
    tall = timeline.needed(EVENTS, SOURCES, 523, PAGE, FAMILIES)

    frame = timeline.Frame(0, 0, 523, tall)
    assert timeline.chosen(EVENTS, SOURCES, frame, PAGE, FAMILIES) == EVENTS


def test_the_alternative_text_comes_from_the_data() -> None:
    assert drawing(EVENTS).alt == "Timeline to scale, 2023 to 30 Apr 2025: 8 events, 1 of them planned."


@pytest.mark.parametrize(
    "label", ["", "yesterday", "2024-13", "2024-02-31", "2024-05-01/2023", "0000", "19XX", "2024/"]
)
def test_what_is_no_date_has_no_span(label: str) -> None:
    assert axis.span(label) is None


def test_leaders_of_one_side_do_not_cross() -> None:
    lines = (event("2024"), event("2024-05-16"), event("2024-10-24"), event("2025-01"), event("2025-05-09"))
    rules = [mark for mark in drawing(lines).marks if isinstance(mark, Rule) and mark.colour == "muted"]

    starts, ends = [rule.x1 for rule in rules], [rule.x2 for rule in rules]
    assert starts == sorted(starts)
    assert ends == sorted(ends)


def test_towers_of_text_make_two_rows_of_wide_cards() -> None:
    long = "Something was decided after a long night of talks between the two towns, the office of water and all those who farm along the lower river"
    five = tuple(event(f"2024-0{month}-05", long) for month in range(1, 6))

    width = NARROW.w
    tall = timeline.needed(five, SOURCES, width, PAGE, FAMILIES)

    marks = timeline.place(five, SOURCES, timeline.Frame(0, 0, width, tall), PAGE, FAMILIES)
    assert [mark.anchor for mark in marks if isinstance(mark, TextBox)] == ["bottom", "top", "bottom", "top", "bottom"]


def test_events_of_one_day_share_a_card() -> None:
    lines = (
        event("2024-01-01"),
        event("2024-03-05", "The vote"),
        event("2024-03-05", "The count"),
        event("2024-06-01"),
    )

    shared = [one for one in cards(lines) if "5 Mar 2024" in said(one)]
    assert len(shared) == 1 and "The vote" in said(shared[0]) and "The count" in said(shared[0])
    assert len(ticks(lines)) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("2024-03-05", "The vote"), event("2024-03-05", "The count", detail="planned")),
        (event("2024-03", "The vote"), event("2024-03", "The count")),
        (event("2024-03-05", "The vote"), event("2024-03-05/2024-03-06", "The count")),
    ],
)
def test_what_is_planned_and_days_that_differ_or_are_not_known_stand_apart(one: Line, other: Line) -> None:
    assert len(cards((event("2024-01-01"), one, other))) == 3


def test_of_a_shared_card_that_is_too_tall_one_event_goes() -> None:
    long = " ".join(["somewhere"] * 24)
    lines = (event("2024-01-01"), event("2024-03-05", long, 2), event("2024-03-05", long), event("2024-06-01"))

    kept = timeline.chosen(lines, SOURCES, timeline.Frame(48, 141, 600, 320), SLIDE, FAMILIES)
    assert [len(line.refs) for line in kept] == [1, 2, 1]

"""Slides: everything in its place, whatever the deck holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

import slide_decks as decks
from briefpack.errors import FitError
from briefpack.layout import fit, slides
from briefpack.layout.fit import Families
from briefpack.layout.marks import Mark, MarkGroup, Oval, Rect, Sheet, Sheets, Table, TextBox
from briefpack.layout.slides import discussion, sizes, stack
from briefpack.model import Cited, Deck, Line, LineGroup, Look, Ref, Slide
from odd_decks import Dice

EVERY = [(deck, look) for deck in ("students", "policy") for look in decks.LOOKS]


def placed(name: str, look: str) -> Sheets:
    return slides.place(getattr(decks, name)(), decks.look(look))


def flat(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        yield mark
        if isinstance(mark, MarkGroup):
            yield from flat(mark.marks)


def boxes(sheet: Sheet) -> list[TextBox]:
    return [mark for mark in flat(sheet.marks) if isinstance(mark, TextBox)]


def words(sheet: Sheet) -> str:
    """All text of a sheet, each paragraph on a line."""
    paragraphs = [paragraph for box in boxes(sheet) for paragraph in box.paragraphs]
    for table in (mark for mark in sheet.marks if isinstance(mark, Table)):
        paragraphs += [paragraph for row in table.rows for cell in row for paragraph in cell.paragraphs]
    texts = ["".join(run.text for run in paragraph.runs) for paragraph in paragraphs]
    return "\n".join(texts).replace("\u00a0", " ")


def box_named(sheet: Sheet, role: str) -> TextBox:
    return next(box for box in boxes(sheet) if box.role == role)


def faults(sheets: Sheets, look: Look) -> list[str]:
    """Everything that is wrong with the geometry, in words."""
    families = Families.of_deck(look)
    scale = {size.size for _, size in look.types} | {size.size for size in sizes.steps(look).values()}
    found = [
        f"title twice: {sheet.title}"
        for sheet in sheets.sheets
        if [s.title for s in sheets.sheets].count(sheet.title) > 1
    ]
    for at, sheet in enumerate(sheets.sheets, 1):
        found += [f"{at}: {fault}" for fault in _sheet_faults(sheet, scale, families)]
    return found


def _sheet_faults(sheet: Sheet, scale: set[float], families: Families) -> Iterator[str]:
    areas = [(box.x, box.y, box.w, box.h, _shown(box)) for box in boxes(sheet)]
    for box in boxes(sheet):
        yield from _box_faults(box, scale, families)
    for table in (mark for mark in sheet.marks if isinstance(mark, Table)):
        areas.append((table.x, table.y, sum(table.widths), sum(table.heights), "table"))
        yield from _table_faults(table, families)
    for one, other in combinations(areas, 2):
        across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
        down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
        if across > 0.1 and down > 0.1:
            yield f"{one[4]!r} lies over {other[4]!r}"
    for mark in flat(sheet.marks):
        if isinstance(mark, Rect | Oval) and not _inside(mark):
            yield f"a shape leaves the slide at {mark.x}, {mark.y}"


def _box_faults(box: TextBox, scale: set[float], families: Families) -> Iterator[str]:
    lines = fit.box_lines(box, families)
    if fit.overflow(box, families) > 0.01 or 1.22 * box.size * len(lines) > box.h + 0.01:
        yield f"{_shown(box)!r} leaves its box"
    if not _inside(box):
        yield f"{_shown(box)!r} leaves the slide"
    if box.size not in scale:
        yield f"{_shown(box)!r} has the odd size {box.size}"
    if any(box.size * run.scale < 11.99 and not run.refs for paragraph in box.paragraphs for run in paragraph.runs):
        yield f"{_shown(box)!r} is smaller than 12 pt"


def _inside(mark: TextBox | Rect | Oval) -> bool:
    return (
        mark.x >= 0
        and mark.y >= 0
        and mark.w >= 0
        and mark.h >= 0
        and mark.x + mark.w < 960.01
        and mark.y + mark.h < 540.01
    )


def _shown(box: TextBox) -> str:
    return _text(box)[:30]


def _text(box: TextBox) -> str:
    return "".join(run.text for paragraph in box.paragraphs for run in paragraph.runs)


def _table_faults(table: Table, families: Families) -> Iterator[str]:
    if table.y + sum(table.heights) > 492:
        yield "the table runs into the foot"
    for row, high in zip(table.rows, table.heights, strict=True):
        for cell, w in zip(row, table.widths, strict=True):
            lines = fit.wrap(cell.paragraphs, w - 2 * table.pad_x, table.size, families)
            if fit.height(lines, table.pitch) + 2 * table.pad_y > high + 0.01:
                yield f"a cell is too small for {cell.paragraphs[0].runs[0].text!r}"


@pytest.mark.parametrize(("deck", "look"), EVERY)
def test_nothing_overflows_overlaps_or_leaves_the_slide(deck: str, look: str) -> None:
    assert faults(placed(deck, look), decks.look(look)) == []


@pytest.mark.parametrize(("deck", "look"), EVERY)
def test_every_statement_is_shown_or_named_as_cut(deck: str, look: str) -> None:
    made: Deck = getattr(decks, deck)()
    sheets = slides.place(made, decks.look(look))

    shown = "\n".join([*(words(sheet) for sheet in sheets.sheets), *sheets.cut])
    assert [
        line.text for slide in made.slides for group in slide.groups for line in group.lines if line.text not in shown
    ] == []


@pytest.mark.parametrize("look", decks.LOOKS)
def test_every_content_slide_has_title_source_line_and_number(look: str) -> None:
    sheets = placed("students", look).sheets

    for at, sheet in enumerate(sheets[1:], 2):
        assert box_named(sheet, "title").paragraphs[0].runs[-1].text
        assert box_named(sheet, "footer").paragraphs[0].runs[0].text
        assert box_named(sheet, "number").paragraphs[0].runs[0].text == str(at)


def test_the_source_line_names_the_sources_that_the_slide_cites() -> None:
    sheet = placed("students", "classroom").sheets[6]

    text = box_named(sheet, "footer").paragraphs[0].runs[0].text.replace("\u00a0", " ")
    assert text == ("Sources: [1] The Harbour Herald, 12 Sep 2024 · [2] Institute for Learning Research, 2 Nov 2023")


@pytest.mark.parametrize(("deck", "look"), EVERY)
def test_text_fits_its_box_where_a_viewer_breaks_lines_early_or_late(deck: str, look: str) -> None:
    families = Families.of_deck(decks.look(look))

    tall = [
        box.paragraphs[0].runs[0].text
        for sheet in placed(deck, look).sheets
        for box in boxes(sheet)
        for share in (1.0, 0.95)
        if fit.overflow(box, replace(families, margin=share)) > 0.01
    ]

    assert tall == []


@pytest.mark.parametrize("look", decks.LOOKS)
def test_the_title_is_read_first_and_the_kicker_next(look: str) -> None:
    for sheet in placed("policy", look).sheets:
        roles = [mark.role for mark in sheet.marks if isinstance(mark, TextBox)]
        assert sheet.marks[0] is box_named(sheet, "title")
        assert "kicker" not in roles or roles[1] == "kicker"


def test_a_judgement_carries_its_voice_in_the_title() -> None:
    sheet = placed("students", "classroom").sheets[6]

    assert sheet.title.startswith("Marta Lindqvist: Parents were asked last")
    assert words(sheet).splitlines()[0].startswith("Marta Lindqvist: Parents were asked last")


def test_a_voice_that_finds_no_room_in_the_title_stands_beside_the_kicker() -> None:
    claim = decks.line(
        "Parents were asked last, although almost all of the calls that reach a pupil in school hours come from them",
        "herald 9.1",
        label="Marta Lindqvist of the National Union",
    )
    sheets = slides.place(one(Slide("claim", claim, (), "Key point")), decks.look("classroom"))

    assert "Marta Lindqvist" not in box_named(sheets.sheets[0], "title").paragraphs[0].runs[0].text
    assert "Marta Lindqvist" in words(sheets.sheets[0])


def test_a_claim_too_long_for_a_title_becomes_a_lead_under_its_topic() -> None:
    claim = Line("The rule costs little money " * 8)
    sheet = slides.place(one(Slide("claim", claim, (), "Key point 3 of 3")), decks.look("classroom")).sheets[0]

    assert sheet.title == "Key point 3 of 3"
    assert "The rule costs little money The rule" in words(sheet)


def test_a_title_too_long_for_any_slide_is_refused_by_name() -> None:
    with pytest.raises(FitError, match="Key point 3 of 3"):
        slides.place(one(Slide("claim", Line("word " * 400), (), "Key point 3 of 3")), decks.look("classroom"))


def test_a_split_slide_counts_its_parts_in_the_title() -> None:
    lines = tuple(decks.line(f"Statement number {at} " + "goes on and on " * 12, "herald 1.1") for at in range(12))
    sheets = slides.place(one(Slide("points", Line("Much to say"), (LineGroup(lines),))), decks.look("classroom"))

    assert [sheet.title for sheet in sheets.sheets] == [f"Much to say ({at} of 4)" for at in (1, 2, 3, 4)]
    assert sheets.cut == ("slide 'Much to say': split over 4 slides",)


def test_two_slides_of_one_title_are_told_apart() -> None:
    twice = Slide("points", Line("Findings"), (LineGroup((decks.line("It fell.", "herald 1.1"),)),))
    deck = Deck("D", "students", "en", (twice, twice), decks.PHONES)

    titles = [sheet.title for sheet in slides.place(deck, decks.look("briefing")).sheets]
    assert titles == ["Findings (1 of 2)", "Findings (2 of 2)"]


def test_a_title_ends_without_a_full_stop_but_keeps_an_abbreviation() -> None:
    assert [slides.heading.title(text) for text in ("It fell.", "It fell in the U.S.", "Up 4.", "“It fell.”")] == [
        "It fell", "It fell in the U.S.", "Up 4", "“It fell.”",
    ]  # fmt: skip


def test_a_title_does_not_end_in_a_line_of_one_word() -> None:
    title = Line("Within eighteen months a local trial became a national rule")
    box = box_named(slides.place(one(Slide("points", title)), decks.look("classroom")).sheets[0], "title")

    last = fit.box_lines(box, Families.of_deck(decks.look("classroom")))[-1]
    assert " " in last.runs[0].text


def test_the_strip_has_an_alternative_text_made_from_the_data() -> None:
    group = next(mark for mark in placed("students", "classroom").sheets[0].marks if isinstance(mark, MarkGroup))

    assert group.alt == "Passages used: 9 from source 1, 5 from source 2, 3 from source 3"


def test_thirty_sources_are_named_by_number_in_the_source_line() -> None:
    deck = many(30)
    foot = box_named(slides.place(deck, decks.look("briefing")).sheets[0], "footer").paragraphs[0].runs[0].text

    assert foot == "Sources: [1]–[30]: see the slide “Sources”"


def test_a_claim_with_nothing_under_it_is_set_large_under_its_topic() -> None:
    sheet = slides.place(one(Slide("claim", decks.LOCKERS, (), "Key point 2 of 4")), decks.look("classroom")).sheets[0]

    assert sheet.title == "Key point 2 of 4"
    assert max(box.size for box in boxes(sheet) if decks.LOCKERS.text in _text(box)) == 32


def test_one_voice_is_named_once_above_its_rows() -> None:
    lines = tuple(decks.line(f"It fell {at} times.", "union 1.1", label="Marta Lindqvist") for at in range(3))
    sheet = slides.place(one(Slide("points", Line("Findings"), (LineGroup(lines),))), decks.look("briefing")).sheets[0]

    assert words(sheet).count("Marta Lindqvist") == 1


def test_a_table_of_many_sources_is_turned_round() -> None:
    made = many(8)
    said = tuple(Line("So.", (Ref(f"s{at}", 1, 1),), f"s{at}", "denies") for at in range(1, 7))
    rows = tuple(LineGroup(said, f"Issue {at}") for at in range(6))
    deck = replace(made, slides=(Slide("matrix", Line("They differ"), rows),))
    tables = [m for s in slides.place(deck, decks.look("briefing")).sheets for m in s.marks if isinstance(m, Table)]

    assert [len(table.widths) for table in tables] == [4, 4]
    assert ["".join(run.text for run in table.rows[0][1].paragraphs[0].runs) for table in tables] == [
        "Issue 0",
        "Issue 3",
    ]


def test_minutes_add_up() -> None:
    assert all(sum(discussion.shares(minutes)) == minutes for minutes in range(3, 90))


def test_rows_are_equal_until_one_needs_more() -> None:
    assert stack.share((20, 30), 100) == (50, 50)
    assert stack.share((20, 60, 10), 105) == (25, 65, 15)
    assert stack.share((60, 60), 100) is None


def test_rows_are_spread_evenly_over_as_few_slides_as_can_be() -> None:
    assert stack.split((10,) * 7, 50) == (range(4), range(4, 7))
    assert stack.split((10, 60), 50) is None


def one(slide: Slide) -> Deck:
    return Deck("Telephones", "students", "en", (slide,), decks.PHONES)


def many(number: int) -> Deck:
    """One claim that cites so many sources."""
    made = tuple(
        Cited(f"s{at}", at, f"Report {at}", False, (), "Office of Long Names and Numbers", "2024-05", "news", "Office", 900, 1, ((0.1, 0.2),))
        for at in range(1, number + 1)
    )  # fmt: skip
    refs = tuple(Ref(source.key, 1, 1) for source in made)
    return Deck(
        "Many",
        "policy",
        "en",
        (Slide("claim", Line("All say so", refs[:1]), (LineGroup((Line("So.", refs),)),)),),
        made,
    )


@pytest.mark.parametrize("look", decks.LOOKS)
@pytest.mark.parametrize("seed", range(15))
def test_no_odd_deck_breaks_the_grid(seed: int, look: str) -> None:
    sheets = slides.place(Dice(seed).deck(), decks.look(look))

    assert faults(sheets, decks.look(look)) == []


SAID = "Towns upstream should agree on one gauge before the next winter."


@pytest.mark.parametrize("look", ["classroom", "briefing"])
def test_what_follows_stands_in_a_band_under_the_pillars(look: str) -> None:
    sheet = bottom_line(SAID, look).sheets[-1]
    at = {" ".join(run.text for p in box.paragraphs for run in p.runs): box for box in boxes(sheet)}
    band = next(box for text, box in at.items() if SAID in text)

    assert any(text == "So what" for text in at)
    assert band.y > max(box.y for text, box in at.items() if "pillar" in text)
    assert faults(bottom_line(SAID, look), decks.look(look)) == []


def test_a_band_without_room_is_left_out_and_named() -> None:
    sheets = bottom_line(" ".join([SAID] * 9), "briefing")

    assert not any("So what" in words(sheet) for sheet in sheets.sheets)
    assert any("left out for want of room" in sentence for sentence in sheets.cut)


def bottom_line(said: str, look: str) -> Sheets:
    groups = tuple(
        LineGroup((decks.line(f"A pillar of the judgement, number {at}.", "herald 3.1"),), f"Head {at}", "pillar")
        for at in (1, 2, 3)
    )
    band = LineGroup((decks.line(said, "union 5.1"),), "", "sowhat")
    slide = Slide("bottomline", decks.line("The river will be higher in spring", "herald 2.1"), (*groups, band))
    return slides.place(Deck("River", "policy", "en", (slide,), decks.PHONES), decks.look(look))

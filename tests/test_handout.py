"""Handouts of a deck: how many slides a page, where they stand, and the light colours that they are printed in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack.errors import UsageError
from briefpack.layout import pages, printing
from briefpack.layout.marks import Inset, Mark, MarkGroup, Paragraph, Rect, Rule, Run, Sheet, Sheets, TextBox
from briefpack.layout.pages.handout import COUNTS
from briefpack.layout.slides import place
from briefpack.model import Line, Look
from briefpack.model.colour import contrast, luminance
from briefpack.pack import handout_kinds
from briefpack.writers import pdf
from page_samples import DECK, LOOKS
from slide_decks import look, sectioned
from workshop import put, run

SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
MARGIN = 36.0


def slides(count: int, *, h: float = 540.0, ask: str = "What is left out?") -> Sheets:
    notes = (Line(ask, label="ask"),)
    return Sheets(
        "Deck", "en", tuple(Sheet(960, h, (), f"Slide {n}", "claim", notes=notes) for n in range(1, count + 1))
    )


def insets(sheet: Sheet) -> list[Inset]:
    return [mark for mark in sheet.marks if isinstance(mark, Inset)]


def writing(sheet: Sheet) -> list[Rule]:
    """The lines to write on."""
    return [mark for mark in sheet.marks if isinstance(mark, Rule) and mark.width == 0.5]


def prompts(sheet: Sheet) -> list[TextBox]:
    return [m for m in sheet.marks if isinstance(m, TextBox) and said(m).startswith("Slide ")]


def said(box: TextBox) -> str:
    return "".join(run.text for paragraph in box.paragraphs for run in paragraph.runs)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(COUNTS), st.sampled_from(list(SIZES)), st.integers(1, 20), st.sampled_from((540.0, 720.0)),
    st.integers(1, 60), st.sampled_from(list(LOOKS)),
)  # fmt: skip
def test_slides_stand_in_a_grid_between_the_margins_with_what_belongs_to_them(
    a_page: int, paper: str, count: int, h: float, words: int, dress: str
) -> None:
    made = pages.handout(DECK, slides(count, h=h, ask="word " * words), LOOKS[dress], paper, a_page=a_page)

    assert [inset.sheet.title for sheet in made.sheets for inset in insets(sheet)] == [
        f"Slide {n}" for n in range(1, count + 1)
    ]
    assert {(round(one.w, 2), round(one.h, 2)) for sheet in made.sheets for one in insets(sheet)} == {
        (round(insets(made.sheets[0])[0].w, 2), round(insets(made.sheets[0])[0].h, 2))
    }
    first = [(round(one.x), round(one.y)) for one in insets(made.sheets[0])]
    for sheet in made.sheets:
        assert {sheet.w, sheet.h} == set(SIZES[paper])
        assert [(round(one.x), round(one.y)) for one in insets(sheet)] == first[: len(insets(sheet))]
        room = [(o.x, o.y, o.x + o.w, o.y + o.h) for o in insets(sheet)]
        room += [(b.x, b.y, b.x + b.w, b.y + b.h) for b in prompts(sheet)]
        assert len(prompts(sheet)) == len(insets(sheet))
        assert all(x >= MARGIN - 0.1 and right <= sheet.w - MARGIN + 0.1 for x, _, right, _ in room)
        assert all(y >= 60 and low <= sheet.h - 31 for _, y, _, low in room)
        assert not any(overlap(one, other) for at, one in enumerate(room) for other in room[at + 1 :])
        lines = [(rule.x1, rule.y1 - 10, rule.x2, rule.y1) for rule in writing(sheet)]
        assert not any(overlap(line, one) for line in lines for one in room)
        assert all(low < sheet.h - 33 for _, _, _, low in lines)


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > 0.1 and min(one[3], other[3]) - max(one[1], other[1]) > 0.1


@pytest.mark.parametrize("paper", SIZES)
def test_the_paper_is_held_so_that_the_slides_are_larger(paper: str) -> None:
    wide = {
        count: pages.handout(DECK, slides(1), LOOKS["classroom"], paper, a_page=count).sheets[0] for count in COUNTS
    }

    assert {count for count, sheet in wide.items() if sheet.w > sheet.h} == {1, 4, 9}
    sizes = [insets(sheet)[0].w for sheet in wide.values()]
    assert sizes[0] > 600 and sizes[1] > 450 and sizes[3] > 340 and min(sizes) > 220


@pytest.mark.parametrize(("a_page", "least"), [(1, 3), (2, 2), (3, 8), (6, 2)])
def test_there_are_lines_to_write_on(a_page: int, least: int) -> None:
    sheet = pages.handout(DECK, slides(a_page), LOOKS["briefing"], "a4", a_page=a_page).sheets[0]

    assert len(writing(sheet)) >= least * a_page


@pytest.mark.parametrize("a_page", [4, 9])
def test_a_handout_without_lines_shows_every_slide(a_page: int) -> None:
    kinds = ("title", "section", "claim", "sources")
    deck = Sheets("Deck", "en", tuple(Sheet(960, 540, (), f"Slide {n}", kind) for n, kind in enumerate(kinds, 1)))

    at_a_glance = pages.handout(DECK, deck, LOOKS["classroom"], "a4", a_page=a_page).sheets[0]
    for_notes = pages.handout(DECK, deck, LOOKS["classroom"], "a4", a_page=6).sheets[0]

    assert len(insets(at_a_glance)) == 4 and not writing(at_a_glance)
    assert [one.sheet.title for one in insets(for_notes)] == ["Slide 3"]


@pytest.mark.parametrize("dress", LOOKS)
@pytest.mark.parametrize("name", ["students", "policy"])
def test_no_slide_is_printed_on_a_dark_ground(dress: str, name: str) -> None:
    made, printed = look(dress), printing.palette(look(dress))
    for slide in place(sectioned(name), made).sheets:
        sheet = printing.sheet(slide)

        assert sheet.ground == "paper" and printed.colour("paper") == "FFFFFF"
        assert darkness(sheet, printed) < 0.2


def darkness(sheet: Sheet, worn: Look) -> float:
    """Share of a sheet that its fills cover with dark ink."""
    dark = (mark for mark in flat(sheet.marks) if isinstance(mark, Rect) and mark.fill)
    areas = (mark.w * mark.h for mark in dark if luminance(worn.colour(mark.fill)) < 0.3)
    return sum(areas) / (sheet.w * sheet.h)


def flat(marks: tuple[Mark, ...]) -> list[Mark]:
    return [one for mark in marks for one in (flat(mark.marks) if isinstance(mark, MarkGroup) else [mark])]


def test_what_stood_light_on_a_dark_ground_stands_dark_on_white() -> None:
    words = Paragraph((Run("China and Russia", colour="onaccent2"), Run("2", colour="mark")))
    dark = Sheet(960, 540, (TextBox(0, 0, 300, 60, (words,), 20, 26), Rule(0, 0, 9, 0)), "Title", ground="accent2")

    box, rule = printing.sheet(dark).marks

    assert isinstance(box, TextBox)
    assert [run.colour for run in box.paragraphs[0].runs] == ["ink", "accent2"]
    assert rule == dark.marks[1]


hexes = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@settings(max_examples=200, deadline=None)
@given(st.lists(hexes, min_size=13, max_size=13))
def test_any_palette_is_readable_on_paper(colours: list[str]) -> None:
    roles = [role for role, _ in look("classroom").colours]
    printed = printing.palette(replace(look("classroom"), colours=tuple(zip(roles, colours, strict=True))))

    pairs = [(ink, ground) for ink in printing.INKS for ground in printing.GROUNDS]
    assert all(contrast(printed.colour(one), printed.colour(other)) > 4.44 for one, other in (*pairs, *printing.ON[:2]))


def test_the_looks_that_ship_are_printed_in_their_own_colours() -> None:
    for name in LOOKS:
        own, printed = dict(look(name).colours), dict(printing.palette(look(name)).colours)

        assert {role for role in own if own[role] != printed[role]} <= {"paper", "panel"}


@pytest.mark.parametrize(
    ("text", "kinds"), [("6,2", ("2", "6")), (" 3 ", ("3",)), ("none", ()), ("9 9", ("9",)), ("", ())]
)
def test_handouts_are_asked_for_by_number(text: str, kinds: tuple[str, ...]) -> None:
    assert handout_kinds.asked(text, "--handout") == kinds


@pytest.mark.parametrize("text", ["5", "three", "none,3", "3;4", "-1", "3" * 5000])
def test_other_handouts_are_refused_by_name(text: str) -> None:
    with pytest.raises(UsageError, match=r"^--handout: "):
        handout_kinds.asked(text, "--handout")


def test_a_pack_says_which_handouts_it_wants_and_the_command_line_wins(tmp_path: Path) -> None:
    put(tmp_path, "court-news.html")
    yaml = tmp_path / "pack.yaml"
    yaml.write_text("handout: 2, 6\naudiences: [students]\nsources: [court-news.html]\n")

    assert run("build", tmp_path).exit_code == 0
    assert {path.name for path in (tmp_path / "out/students").glob("handout*")} == {"handout-2.pdf", "handout-6.pdf"}
    assert run("build", tmp_path, "--handout", "none", "--out", tmp_path / "bare").exit_code == 0
    assert not list((tmp_path / "bare/students").glob("handout*"))
    yaml.write_text("handout: 5\nsources: [court-news.html]\n")
    refused = run("build", tmp_path)
    assert refused.exit_code == 2 and "pack.yaml:1: 'handout' must be 'none', or some of 1, 2, 3" in refused.output


def spoken(count: int = 3, evidence: int = 2, *, parts: int = 1) -> Sheets:
    """Slides with notes; the first is split in so many parts that share theirs."""
    sheets = []
    for number in range(count):
        said = (Line("About 2 minutes"), Line(f"Say {number} aloud.", label="say"), Line("Why so?", label="ask"))
        held = (Line(f"Passage {number}.{n} of a document, word for word.", (), "evidence") for n in range(evidence))
        made = Sheet(960, 540, (), f"Title {number}", "claim", notes=(*said, *held))
        split = [replace(made, title=f"Title {number} ({n} of {parts})") for n in range(1, parts + 1)]
        sheets += split if parts > 1 and not number else [made]
    return Sheets("Deck", "en", tuple(sheets))


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("evidence", [0, 3, 60])
def test_the_presenter_has_each_slide_with_what_to_say_and_its_evidence_once(paper: str, evidence: int) -> None:
    made = pages.notes(DECK, spoken(4, evidence, parts=3), LOOKS["classroom"], paper)
    texts = [said(box) for sheet in made.sheets for box in sheet.marks if isinstance(box, TextBox)]

    assert [inset.alt.partition(":")[0] for sheet in made.sheets for inset in insets(sheet)] == [
        f"Slide {n}" for n in range(1, 7)
    ]
    assert sum("Say 0 aloud." in text for text in texts) == 1
    assert sum("word for word" in text for text in texts) == 4 * evidence
    assert any(text.startswith("Slides 1–3\u2002Title 0") and "(1 of 3)" not in text for text in texts)
    for sheet in made.sheets:
        drawn = [mark for mark in sheet.marks if isinstance(mark, TextBox | Inset)]
        assert all(mark.y + mark.h <= sheet.h - 10 for mark in drawn)
        words = [
            (b.x, b.y, b.x + b.w, b.y + b.h) for b in drawn if isinstance(b, TextBox) and b.role == "" and b.y > 95
        ]
        assert not any(overlap(one, other) for at, one in enumerate(words) for other in words[at + 1 :])


def test_evidence_that_goes_over_to_a_page_says_whose_it_is() -> None:
    made = pages.notes(DECK, spoken(1, 60), LOOKS["classroom"], "a4")

    starts = [
        next(said(box) for box in sheet.marks if isinstance(box, TextBox) and box.y > 80) for sheet in made.sheets
    ]
    assert len(starts) > 1
    assert starts[0] == "Slide 1\u2002Title 0"
    assert set(starts[1:]) == {"Slide 1, continued\u2002Title 0"}


def test_the_presenters_notes_are_accessible() -> None:
    checker = pytest.importorskip("page")
    sheets = pages.notes(DECK, spoken(), LOOKS["briefing"], "a4")
    data = pdf.write(sheets, LOOKS, look="briefing")

    assert [checker.validate_pdf_bytes(data, profile=one).failures for one in ("ua1", "2a")] == [[], []]


def test_a_deck_of_which_no_slide_can_be_drawn_has_no_handouts_and_says_so(tmp_path: Path) -> None:
    documents = put(tmp_path, "court-news.html")
    asked = ("--out", tmp_path / "out", "--audience", "students", "--handout", "3,guided,notes")
    assert run("build", *documents, *asked).exit_code == 0
    page = tmp_path / "out/students/deck.md"
    page.write_text("# A court\n\n## 𒀀𒀁𒀂 {.points}\n\n- 𒀃𒀄𒀅𒀆\n", encoding="utf-8")

    done = run("build", *documents, *asked)

    assert done.exit_code == 0, done.output
    assert "no slide can be drawn on paper; handouts are left out" in done.output

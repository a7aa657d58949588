"""Guided notes: what is left open can be filled in from the slide, and no gap changes what a statement claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefpack import compose
from briefpack.layout import fit, pages
from briefpack.layout.marks import Paragraph, Rect, Run, Sheets, TextBox
from briefpack.layout.pages.guided import LEAST
from briefpack.model import Brief, Deck, GuidedNotes, Line, LineGroup, Person, Ref, Shown, Slide, Term
from briefpack.writers import pdf
from slide_decks import PHONES, line, look
from workshop import pdf_text, put, run

page_checker = pytest.importorskip("page")
HELD = (Ref("herald", 1, 1),)
BRIEF = Brief(
    "Telephones", "", (), people=(Person("Marta Lindqvist", HELD),), terms=(Term("margin of error", HELD),)
)  # fmt: skip


def notes(*texts: str, title: str = "A ban and its effect", brief: Brief = BRIEF, kind: str = "claim") -> GuidedNotes:
    """The notes of one slide with these statements."""
    said = tuple(line(text, f"herald {number}.1") for number, text in enumerate(texts, 1))
    slide = Slide(kind, Line(title), (LineGroup(said),), notes=(Line("Why?", label="ask"),))
    shown = Shown(2, title, f"{title} {' '.join(texts)}", slide.notes)
    return compose.guided(Deck("Telephones", "students", "en", (slide,), PHONES), brief, (Shown(1, "", ""), shown))


def opened(*texts: str, **more: object) -> list[list[str]]:
    """The words left open in each statement."""
    made = notes(*texts, **more)  # type: ignore[arg-type]
    return [[one.answer(blank) for blank in one.blanks] for slide in made.slides for one in slide.lines]


def test_figures_names_terms_and_dates_are_left_open() -> None:
    assert opened("Pupils looked at a screen 40 per cent less often.") == [["40"]]
    assert opened("A rule moves the problem to the bus, Marta Lindqvist says.") == [["Marta Lindqvist"]]
    assert opened("The effect on marks lies within the margin of error.") == [["margin of error"]]
    assert opened("Lockers arrive in the first buildings on 12 August 2024.") == [["12 August 2024"]]


def test_a_long_statement_has_two_blanks_and_a_short_one_has_one() -> None:
    long = "Marta Lindqvist says that pupils in the schools of the study looked at a screen 40 per cent less often."

    assert opened(long) == [["Marta Lindqvist", "40"]]
    assert opened("Lindqvist counted 40 cases in spring.") == [["40"]]


@pytest.mark.parametrize(
    "text",
    [
        "Marks did not change in a way that anybody could measure.",
        "The rule is likely to move the problem elsewhere, and may fail.",
        "Nobody in the three schools reportedly asked the parents first.",
    ],
)
def test_hedges_negations_and_judgements_are_never_left_open(text: str) -> None:
    assert opened(text) == [[]]


def test_a_hedge_stays_beside_the_number_that_is_left_open() -> None:
    (only,) = notes("The levy reaches at least 140 per cent of the price.").slides[0].lines

    assert only.text[: only.blanks[0].start].endswith("at least ")


def test_a_term_that_holds_a_negation_is_not_left_open() -> None:
    brief = replace(BRIEF, terms=(Term("no limits", HELD),))

    assert opened("They call it a friendship with no limits at all.", brief=brief) == [[]]


def test_what_a_title_or_another_statement_gives_away_is_not_left_open() -> None:
    twice = "Marta Lindqvist speaks for the teachers of the land."

    assert opened(twice, title="Marta Lindqvist: training, not locks") == [[]]
    assert opened(twice, "Parents wrote to Marta Lindqvist in late summer.") == [[], []]


def test_one_word_is_asked_for_twice_at_most() -> None:
    slides = tuple(
        Slide("claim", Line(f"Title {n}"), (LineGroup((line(f"In case {'abc'[n]} Lindqvist spoke to parents.", "herald 1.1"),)),))
        for n in range(3)
    )  # fmt: skip
    shown = tuple(
        Shown(n, f"Title {n}", " ".join(one.text for one in slide.groups[0].lines)) for n, slide in enumerate(slides, 1)
    )
    made = compose.guided(Deck("Telephones", "students", "en", slides, PHONES), BRIEF, shown)

    assert [len(one.blanks) for slide in made.slides for one in slide.lines] == [1, 1, 0]


def test_a_statement_that_is_not_on_the_slide_is_not_in_the_notes() -> None:
    slide = Slide("claim", Line("A title"), (LineGroup((line("It was cut, all 40 words of it.", "herald 1.1"),)),))
    deck = Deck("Telephones", "students", "en", (slide,), PHONES)

    assert compose.guided(deck, BRIEF, (Shown(1, "A title", "Something else"),)).slides == ()


def test_an_event_keeps_its_date_and_has_none_left_open() -> None:
    event = line("On 12 August 2024 lockers arrive in 38 buildings", "herald 7.1", label="2024-08-12")
    slide = Slide("timeline", Line("A year"), (LineGroup((event,)),))
    made = compose.guided(Deck("T", "students", "en", (slide,), PHONES), BRIEF, (Shown(1, "A year", event.text),))

    (only,) = made.slides[0].lines
    assert only.date == "2024-08-12" and [only.answer(blank) for blank in only.blanks] == ["38"]


LONG = notes(
    *(
        f"In district {'abcdefghijklmnopqrstuvwxyz'[n]} the study counted {n + 311} schools this year."
        for n in range(26)
    )
)


def test_a_slide_that_goes_over_to_a_page_is_named_again() -> None:
    (slide,) = LONG.slides
    longer = replace(LONG, slides=(replace(slide, lines=slide.lines * 3),))
    first, *others = pages.guided(longer, look("classroom"), "a4").sheets

    assert others and "continued" not in " ".join(said(Sheets("", "en", (first,))))
    for sheet in others:
        assert any(text.startswith("Slide 2, continued") for text in said(Sheets("", "en", (sheet,))))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("dress", ["classroom", "briefing"])
def test_the_key_says_what_the_notes_leave_open(paper: str, dress: str) -> None:
    given, key = pages.guided(LONG, look(dress), paper), pages.guided_key(LONG, look(dress), paper)

    open_, filled = (" ".join(said(sheets)) for sheets in (given, key))
    assert all(f" {n}\u00a0___" in open_ and f" {n}\u00a0{n + 310}" in filled for n in range(1, 27))
    assert not re.search(r"\b3[1-3]\d\b", open_) and "[1 ¶9]".replace(" ", "\u00a0") in open_


@pytest.mark.parametrize("dress", ["classroom", "briefing"])
def test_blanks_have_room_for_a_hand_and_nothing_leaves_the_page(dress: str) -> None:
    families = fit.Families.of_page(look(dress))
    sheets = pages.guided(LONG, look(dress), "a4", bank=True)
    for sheet in sheets.sheets:
        for box in (mark for mark in sheet.marks if isinstance(mark, TextBox)):
            blanks = [run for text in box.paragraphs for run in text.runs if run.text.startswith("__")]
            assert fit.overflow(box, families) < 0.05 and box.y + box.h < sheet.h
            assert all(fit.run_width(run, families, box.size) >= LEAST for run in blanks)
            assert not blanks or box.pitch >= 17


def said(sheets: Sheets) -> Iterator[str]:
    for sheet in sheets.sheets:
        for box in (mark for mark in sheet.marks if isinstance(mark, TextBox)):
            yield from ("".join(run.text for run in text.runs) for text in box.paragraphs)


def test_the_words_stand_at_the_end_where_they_are_asked_for() -> None:
    with_, without = (pages.guided(LONG, look("classroom"), "a4", bank=bank) for bank in (True, False))

    assert "336" in " ".join(said(with_)) and "336" not in " ".join(said(without))
    assert any(isinstance(mark, Rect) and mark.fill == "tint" for mark in with_.sheets[-1].marks)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_notes_and_key_are_accessible(profile: str) -> None:
    worn = look("classroom")
    for sheets in (pages.guided(LONG, worn, "a4", bank=True), pages.guided_key(LONG, worn, "letter")):
        data = pdf.write(sheets, {"classroom": worn}, look="classroom")

        assert page_checker.validate_pdf_bytes(data, profile=profile).failures == []
        assert data == pdf.write(sheets, {"classroom": worn}, look="classroom")


def test_a_build_makes_notes_and_their_key(tmp_path: Path) -> None:
    documents = put(tmp_path, "court-news.html", "courts-brief.md", "phones-editorial.html")

    done = run(
        "build", *documents, "--out", tmp_path / "out", "--handout", "guided,guided-bank", "--audience", "policy"
    )

    assert done.exit_code == 0, done.output
    made = {path.name for path in (tmp_path / "out/policy").glob("guided*")}
    assert made == {f"guided-notes{kind}.{form}" for kind in ("", "-bank", "-key") for form in ("pdf", "docx")}
    assert not list((tmp_path / "out/policy").glob("handout*"))
    assert "____" in pdf_text((tmp_path / "out/policy/guided-notes.pdf").read_bytes())
    assert "____" not in pdf_text((tmp_path / "out/policy/guided-notes-key.pdf").read_bytes())


def test_no_line_begins_with_the_space_that_a_run_begins_with() -> None:
    families = fit.Families.of_page(look("classroom"))
    text = Paragraph((Run("worth N$"), Run("8\u00a0"), Run("______________"), Run(" billion in all.")))
    for wide in range(60, 240):
        lines = fit.wrap((text,), wide, 11.2, families)

        assert not [one for one in lines if one.runs[0].text.startswith(" ")]

"""Decks that come back in a wild state: one clear line, the right exit code, and nothing of anybody's is lost."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from briefpack import page
from briefpack.pack.returned.words import alike
from test_returned import built, claim, deck_of, edit, flat, lines, pack, page_of, reword, statement  # noqa: F401
from workshop import contents, run

TYPED = (
    "[@x, 1.1]",
    "[@",
    "{.claim}",
    'A title {.quote kicker="x"}',
    "<!-- hidden",
    "a --> b",
    "::: notes",
    ":::",
    "## Two",
    "- item",
    "> quote",
    "back\\slash \\",
    "*star*",
    "**bold:** x",
    "! pinned",
    "1. one",
    "{{ jinja }}",
    "العربية كلام",
    "rev \u202e e\u0301 \u2028 x",
    "word " * 5000 + "end",
)


@pytest.mark.parametrize("text", TYPED, ids=lambda text: ascii(text)[:20])
def test_what_is_typed_on_a_slide_is_words_and_never_a_mark(pack: Path, text: str) -> None:  # noqa: F811
    """In a title, in a line, in the notes and on a new slide."""
    before = page.parse(page_of(pack))

    def change(deck: Any) -> None:
        reword(claim(deck).shapes.title.text_frame.paragraphs[0], text)
        reword(statement(deck), f"l {text}")
        claim(deck).notes_slide.notes_text_frame.add_paragraph().text = f"n {text}"
        new_slide(deck, "One more", f"s {text}")

    said = run("merge", pack, edit(pack, change))

    after = page.parse(page_of(pack))
    words = " ".join(f"{page_words(after)} {said.output.partition('No place')[2]}".split())
    assert said.exit_code == 0
    assert all(f"{mark}{' '.join(text.split())}" in words for mark in ("", "l ", "n ", "s ")), words[-2000:]
    assert [one.kind for one in after.sections if one.heading != "One more"] == [one.kind for one in before.sections]


def page_words(found: Any) -> str:
    """Every word that a page says."""

    def said(entries: Any) -> list[str]:
        return [word for one in entries for word in (one.text, *said(one.children))]

    each = [
        (
            one.heading,
            *said(one.notes),
            *(text for group in one.groups for text in (group.heading, *said(group.entries))),
        )
        for one in found.sections
    ]
    return " ".join(word for words in each for word in words)


def new_slide(deck: Any, *texts: str) -> Any:
    slide = deck.slides.add_slide(claim(deck).slide_layout)
    for shape in list(slide.shapes):
        shape._element.getparent().remove(shape._element)
    for text in texts:
        slide.shapes.add_textbox(0, 0, Inches(3), Inches(1)).text_frame.text = text
    return slide


def empty_texts(deck: Any) -> None:
    for slide in deck.slides:
        for shape in flat(slide.shapes):
            if shape.has_text_frame:
                shape.text_frame.text = ""
            for cell in (cell for row in shape.table.rows for cell in row.cells) if shape.has_table else ():
                cell.text = ""
        slide.notes_slide.notes_text_frame.text = ""


def no_slides(deck: Any) -> None:
    for one in list(deck.slides._sldIdLst):
        deck.part.drop_rel(one.rId)
        deck.slides._sldIdLst.remove(one)


def very_many(deck: Any) -> None:
    for number in range(301):
        slide = deck.slides.add_slide(claim(deck).slide_layout)
        slide.placeholders[0].text = f"A slide of their own {number}"


def a_thousand_lines(deck: Any) -> None:
    box = claim(deck).shapes.add_textbox(0, 0, Inches(3), Inches(1))
    box.text_frame.text = "\n".join(f"A line of their own {number}" for number in range(1000))


@pytest.mark.parametrize("change", [empty_texts, no_slides, very_many, a_thousand_lines])
def test_what_no_page_could_say_is_refused_whole_and_names_the_deck(
    pack: Path,  # noqa: F811
    change: Callable[[Any], None],
) -> None:
    file = edit(pack, change)
    before = contents(pack)

    said = run("merge", pack, file)

    assert said.exit_code == 2 and said.output.count("\n") == 1
    assert f"{file.name}: with its edits deck.md would be a page that holds" in said.output
    assert contents(pack) == before


def test_a_slide_that_was_copied_is_listed_and_the_page_says_it_once(pack: Path) -> None:  # noqa: F811
    def change(deck: Any) -> None:
        old = claim(deck)
        fresh = deck.slides.add_slide(old.slide_layout)
        for shape in list(fresh.shapes):
            shape._element.getparent().remove(shape._element)
        for shape in old.shapes:
            fresh.shapes._spTree.append(copy.deepcopy(shape._element))

    before = page_of(pack)

    said = run("merge", pack, edit(pack, change))

    assert page_of(pack) == before and "stands there twice" in said.output


def test_a_new_slide_under_a_title_that_is_there_keeps_its_words(pack: Path) -> None:  # noqa: F811
    file = edit(pack, lambda deck: new_slide(deck, "What to remember", "Bring the map on Tuesday, please."))

    first = run("merge", pack, file)
    once = page_of(pack)
    again = run("merge", pack, file)

    assert first.exit_code == 0 and "- Bring the map on Tuesday, please." in once
    assert page_of(pack) == once and "nothing new" in again.output


def test_a_line_added_to_a_slide_that_came_home_before_comes_home_too(pack: Path) -> None:  # noqa: F811
    run("merge", pack, edit(pack, lambda deck: new_slide(deck, "Homework", "Read chapter two.")))

    run("merge", pack, edit(pack, lambda deck: new_slide(deck, "Homework", "Read chapter two.", "Bring a map.")))

    assert "- Read chapter two.\n- Bring a map.\n" in page_of(pack)
    assert page_of(pack).count("## Homework") == 1


def test_a_capital_letter_is_an_edit(pack: Path) -> None:  # noqa: F811
    held: dict[str, str] = {}

    def change(deck: Any) -> None:
        line = statement(deck)
        held["new"] = line.runs[0].text.upper()
        line.runs[0].text = held["new"]

    file = edit(pack, change)
    run("merge", pack, file)
    once = page_of(pack)

    assert " ".join(held["new"].split())[-20:] in once
    assert "nothing new" in run("merge", pack, file).output and page_of(pack) == once


def test_a_link_into_another_pack_is_listed_and_breaks_no_page(pack: Path) -> None:  # noqa: F811
    def change(deck: Any) -> None:
        box = new_slide(deck, "From elsewhere", "").shapes[-1]
        link = box.text_frame.paragraphs[0].add_run()
        link.text = "It says this there."
        link.hyperlink.address = "../sources.html#nobody-7.3"

    said = run("merge", pack, edit(pack, change))

    assert "[@nobody, 7.3] leads to no passage of this pack" in said.output
    assert "- It says this there.\n" in page_of(pack)


RECORDS = {
    "empty": b"",
    "cut off": b'{"audience": "students"',
    "a list": b"[]",
    "deep": b"[" * 100_000,
    "other types": b'{"audience": 1, "page": 2, "slides": 3, "headings": 4}',
}


@pytest.mark.parametrize("lost", [False, True], ids=["with its mark", "without"])
@pytest.mark.parametrize("data", RECORDS.values(), ids=RECORDS)
def test_a_damaged_record_is_said(pack: Path, data: bytes, lost: bool) -> None:  # noqa: F811
    refused(pack, data, lost)


@pytest.mark.parametrize(
    "change", [{"audience": "../../../evil"}, {"page": "# x\n\n## {.nokind\n- [@\n"}, {"slides": [{}]}]
)
def test_a_record_that_somebody_changed_is_said(pack: Path, change: dict[str, object]) -> None:  # noqa: F811
    record = next((pack / "out" / ".briefpack").glob("deck-*.json"))
    refused(pack, json.dumps(json.loads(record.read_bytes()) | change).encode(), lost=False)


def refused(pack: Path, data: bytes, lost: bool) -> None:  # noqa: F811
    def change(deck: Any) -> None:
        reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said")
        for key, rel in list(deck.part.package._rels.items()) if lost else ():
            if "custom-properties" in rel.reltype:
                deck.part.package._rels.pop(key)

    file = edit(pack, change)
    for record in (pack / "out" / ".briefpack").glob("deck-*.json"):
        record.write_bytes(data)
    before = contents(pack)

    said = run("merge", pack, file, "--audience", "students")

    assert said.exit_code == (2 if lost else 3) and said.output.count("\n") == 1
    assert contents(pack) == before


def test_where_the_brief_cannot_be_read_nothing_is_taken_home(pack: Path) -> None:  # noqa: F811
    def change(deck: Any) -> None:
        line = next(one for slide in deck.slides for one in lines(slide) if "Housing status should be" in one.text)
        reword(line, line.runs[0].text.replace("should", "must"))

    file = edit(pack, change)
    (pack / "brief.md").write_bytes(b"\xff\xfe")
    before = contents(pack)

    said = run("merge", pack, file)

    assert said.exit_code == 2 and "brief.md" in said.output
    assert contents(pack) == before


def test_line_ends_of_windows_stay(pack: Path) -> None:  # noqa: F811
    deck = deck_of(pack).with_name("deck.md")
    deck.write_bytes(deck.read_bytes().replace(b"\n", b"\r\n"))
    file = edit(pack, lambda deck: reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said"))

    run("merge", pack, file)

    data = (pack / "pages" / "students" / "deck.md").read_bytes()
    assert b"What the judges said" in data and data.count(b"\n") == data.count(b"\r\n")


def test_very_long_texts_are_compared_soon() -> None:
    one, other = "word " * 20_000, "word and " * 20_000

    assert alike(one, other) > 0.5 and alike(one, "word") == 0.0


def test_a_deck_that_is_still_one_is_read_with_everything_in_groups(pack: Path) -> None:  # noqa: F811
    def change(deck: Any) -> None:
        slide = claim(deck)
        group = slide.shapes.add_group_shape()
        for shape in list(slide.shapes):
            if shape.has_text_frame and not shape.is_placeholder:
                group._element.append(shape._element)

    said = run("merge", pack, edit(pack, change))

    assert said.exit_code == 0 and "nothing new" in said.output
    assert Presentation(str(deck_of(pack))).slides

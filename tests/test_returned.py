"""Edits made on slides come home: into deck.md and brief.md, each once, and nothing is dropped in silence."""

from __future__ import annotations

import copy
import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from briefpack.pack import deck_words
from briefpack.pack.returned import compared, record
from workshop import put, run

MADE: list[Path] = []


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all files of tests that take it from here."""
    if MADE:
        return MADE[0]
    folder = tmp_path_factory.mktemp("home")
    documents = put(folder, *_documents())
    (folder / "pack.yaml").write_text("sources:\n" + "".join(f"  - {Path(one).name}\n" for one in documents))
    assert run("build", folder, "--audience", "students").exit_code == 0
    MADE.append(folder)
    return folder


def _documents() -> tuple[str, ...]:
    from workshop import PLAIN_FIELDS

    return tuple(name for name in PLAIN_FIELDS if name.startswith("courts")) or PLAIN_FIELDS[:2]


@pytest.fixture
def pack(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "pack"))


def deck_of(pack: Path) -> Path:
    return pack / "out" / "students" / "deck.pptx"


def page_of(pack: Path) -> str:
    """The page that counts."""
    mine, built = pack / "pages" / "students" / "deck.md", pack / "out" / "students" / "deck.md"
    return (mine if mine.is_file() else built).read_text(encoding="utf-8")


def edit(pack: Path, change: Callable[[Any], None]) -> Path:
    """The deck, changed and saved as somebody's own file."""
    deck = Presentation(str(deck_of(pack)))
    change(deck)
    file = pack / "from-a-colleague.pptx"
    deck.save(str(file))
    return file


def flat(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from flat(shape.shapes)
        else:
            yield shape


def paragraphs(slide: Any) -> Iterator[Any]:
    for shape in flat(slide.shapes):
        if shape.has_text_frame:
            yield from shape.text_frame.paragraphs
        elif getattr(shape, "has_table", False):
            yield from (one for row in shape.table.rows for cell in row.cells for one in cell.text_frame.paragraphs)


def reword(paragraph: Any, text: str) -> None:
    """Type other words; the printed reference, which is a link, stays."""
    first, *rest = [one for one in paragraph.runs if not (one.hyperlink and one.hyperlink.address)]
    first.text = text
    for one in rest:
        one.text = ""


def claim(deck: Any) -> Any:
    return next(slide for slide in deck.slides if slide.slide_layout.name == "claim")


def lines(slide: Any) -> list[Any]:
    """The statements under a title, which are longer than who says them and when."""
    return [
        one
        for shape in flat(slide.shapes)
        if shape.has_text_frame and shape != slide.shapes.title
        for one in shape.text_frame.paragraphs
        if len(one.text.split()) > 7
    ]


def statement(deck: Any) -> Any:
    """A statement of its writer's, no quotation: that stands in quotation marks."""
    return lines(next(slide for slide in deck.slides if slide.slide_layout.name == "points"))[0]


def test_a_deck_that_nobody_changed_brings_nothing(pack: Path) -> None:
    before = page_of(pack)

    said = run("merge", pack, deck_of(pack))

    assert said.exit_code == 0 and "nothing new" in said.output
    assert page_of(pack) == before


def test_a_title_that_was_typed_over_is_the_title_of_the_page(pack: Path) -> None:
    file = edit(pack, lambda deck: reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said"))

    said = run("merge", pack, file)

    assert said.exit_code == 0 and "is now “What the judges said”" in said.output
    heading = next(row for row in page_of(pack).split("\n") if "What the judges said" in row)
    assert heading.startswith("## ") and "{.claim" in heading and "[@" in heading


def test_a_word_far_into_a_line_is_shown_with_what_became_of_it(pack: Path) -> None:
    def change(deck: Any) -> None:
        line = next(one for slide in deck.slides for one in lines(slide) if len(one.runs[0].text) > 90)
        reword(line, f"{line.runs[0].text.rsplit(' ', 1)[0]} indeed.")

    said = run("merge", pack, edit(pack, change))

    row = next(row for row in said.output.split("\n") if "is now" in row)
    old, new = row.split(" is now ")
    assert "“… " in old and new.startswith("“… ") and "indeed." in new


def test_the_logo_is_no_picture_that_somebody_added(pack: Path) -> None:
    dot = io.BytesIO()
    Image.new("RGB", (20, 20)).save(dot, "PNG")

    def change(deck: Any) -> None:
        for name in ("Logo", "A photograph"):
            deck.slides[0].shapes.add_picture(dot, 0, 0).name = name

    assert "slide 1: a picture was added" in run("merge", pack, edit(pack, change)).output


def test_a_line_keeps_its_reference_and_its_voice(pack: Path) -> None:
    run("merge", pack, edit(pack, lambda deck: reword(statement(deck), "These are other words for it.")))

    row = next(row for row in page_of(pack).split("\n") if "These are other words for it." in row)
    assert row.startswith("- **Miriam Adler") and row.endswith("]") and "[@" in row


def test_a_quotation_worded_anew_is_listed_at_once_and_the_next_build_leaves_nothing_out(pack: Path) -> None:
    before = page_of(pack)
    file = edit(pack, lambda deck: reword(lines(claim(deck))[0], "Trained judges departed from the score more often."))

    said = run("merge", pack, file)

    listed = said.output.partition("No place on the page")[2]
    assert said.exit_code == 0 and page_of(pack) == before
    assert (
        "is now “Trained judges departed from the score more often.”; a quotation says what its passage says" in listed
    )
    assert 'into a house," said its director, Carla Mensah' in listed


def test_a_line_that_was_taken_out_goes_from_the_page(pack: Path) -> None:
    before = page_of(pack)

    def change(deck: Any) -> None:
        line = lines(claim(deck))[0]
        line._p.getparent().getparent().getparent().remove(line._p.getparent().getparent())

    said = run("merge", pack, edit(pack, change))

    assert "was taken out" in said.output
    gone = [row for row in before.split("\n") if row and row not in page_of(pack).split("\n")]
    assert len(gone) == 1 and gone[0].startswith(("- ", "> "))


def test_a_line_that_was_added_is_the_editor_s_own(pack: Path) -> None:
    def change(deck: Any) -> None:
        line = lines(claim(deck))[0]
        fresh = copy.deepcopy(line._p)
        line._p.addnext(fresh)
        for link in fresh.findall(".//{*}hlinkClick"):
            link.getparent().getparent().getparent().remove(link.getparent().getparent())
        texts = fresh.findall(".//{*}t")
        for one in texts:
            one.text = ""
        texts[0].text = "Ask who pays for it."

    run("merge", pack, edit(pack, change))

    assert "- Ask who pays for it.\n" in page_of(pack)


def test_notes_come_home_and_passages_stay_as_they_are(pack: Path) -> None:
    def change(deck: Any) -> None:
        notes = claim(deck).notes_slide.notes_text_frame.paragraphs
        labels = [one.text for one in notes]
        reword(notes[labels.index("Ask") + 1], "Who gains from this?")
        reword(notes[labels.index("Evidence") + 1], "A passage that no document holds.")

    said = run("merge", pack, edit(pack, change))

    assert "- **ask:** Who gains from this?" in page_of(pack)
    assert "A passage that no document holds." not in page_of(pack)
    listed = said.output.partition("No place on the page")[2]
    assert "A passage that no document holds." in listed


def test_slides_taken_out_added_and_moved(pack: Path) -> None:
    def change(deck: Any) -> None:
        slides = deck.slides._sldIdLst
        fresh = deck.slides.add_slide(deck.slides[2].slide_layout)
        if fresh.shapes.title is None:
            fresh.shapes.add_textbox(0, 0, Pt(300), Pt(50)).text_frame.text = "Homework for Tuesday"
        else:
            fresh.shapes.title.text = "Homework for Tuesday"
        fresh.shapes.add_textbox(
            0, Pt(100), Pt(300), Pt(50)
        ).text_frame.text = "Read the reading set.\nBring a question."
        ids = list(slides)
        slides.remove(ids[-1])
        slides.insert(2, ids[-1])  # the new one third
        last = list(slides)[-1]
        slides.remove(last)  # the sources
        terms = list(slides)[3]
        slides.remove(terms)
        slides.append(terms)

    before = [row for row in page_of(pack).split("\n") if row.startswith("## ")]
    said = run("merge", pack, edit(pack, change))
    after = [row for row in page_of(pack).split("\n") if row.startswith("## ")]

    assert said.exit_code == 0
    assert after[2] == "## Homework for Tuesday {.points}" and "- Bring a question." in page_of(pack)
    assert not any("{.sources" in row for row in after)
    assert after[-1] == before[2] and sorted([*after, before[-1]]) == sorted([*before, after[2]])


def test_merging_twice_is_merging_once(pack: Path) -> None:
    def change(deck: Any) -> None:
        reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said")
        reword(statement(deck), "These are other words for it.")

    file = edit(pack, change)
    run("merge", pack, file)
    once = page_of(pack)

    again = run("merge", pack, file)

    assert page_of(pack) == once and "nothing new" in again.output and "No place" not in again.output


def test_comments_and_other_edits_of_the_page_stay(pack: Path) -> None:
    page = pack / "out" / "students" / "deck.md"
    text = page_of(pack).replace("\n\n## ", "\n\n<!-- mine -->\n## ", 3)
    page.write_text(text, encoding="utf-8")
    file = edit(pack, lambda deck: reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said"))

    run("merge", pack, file)

    assert page_of(pack).count("<!-- mine -->") == 3 and "What the judges said" in page_of(pack)


def test_a_statement_that_both_changed_is_listed_and_the_page_stays(pack: Path) -> None:
    def change(deck: Any) -> None:
        reword(lines(claim(deck))[0], "The deck says this.")

    file = edit(pack, change)
    line = next(p.text for p in lines(claim(Presentation(str(deck_of(pack))))))
    words = line.split(" [")[0].split("[")[0].strip().rstrip(".")
    page = pack / "out" / "students" / "deck.md"
    assert words.split(": ")[-1][:40] in page_of(pack)
    held = words.split(": ")[-1]
    page.write_text(page_of(pack).replace(f"{held}", "The page says that"), encoding="utf-8")

    said = run("merge", pack, file)

    assert "The page says that" in page_of(pack) and "The deck says this." not in page_of(pack)
    assert "The deck says this." in said.output.partition("No place on the page")[2]


def test_the_page_as_it_was_is_kept(pack: Path) -> None:
    before = page_of(pack)
    file = edit(pack, lambda deck: reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said"))

    said = run("merge", pack, file)

    kept = Path(said.output.rpartition("The page as it was: ")[2].strip())
    assert kept.read_text(encoding="utf-8") == before


def test_a_build_after_a_merge_shows_the_edits(pack: Path) -> None:
    file = edit(pack, lambda deck: reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said"))
    run("merge", pack, file)

    assert run("build", pack, "--audience", "students").exit_code == 0

    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(deck_of(pack))).slides]
    assert any("What the judges said" in title for title in titles)


def test_a_deck_that_lost_its_mark_is_told_by_its_audience(pack: Path) -> None:
    def change(deck: Any) -> None:
        reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said")
        for key, rel in list(deck.part.package._rels.items()):
            if "custom-properties" in rel.reltype:
                deck.part.package._rels.pop(key)

    file = edit(pack, change)

    lost = run("merge", pack, file)
    named = run("merge", pack, file, "--audience", "students")

    assert lost.exit_code == 2 and "--audience" in lost.output
    assert named.exit_code == 0 and "What the judges said" in page_of(pack)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no deck"])
def test_what_is_no_deck_is_refused(pack: Path, data: bytes) -> None:
    file = pack / "broken.pptx"
    file.write_bytes(data)
    before = page_of(pack)

    said = run("merge", pack, file, "--audience", "students")

    assert said.exit_code == 3 and page_of(pack) == before


def test_wrong_use_is_told(pack: Path) -> None:
    assert run("merge", pack).exit_code == 2
    assert run("merge", deck_of(pack)).exit_code == 2


def test_the_record_says_what_the_file_says(pack: Path) -> None:
    data = deck_of(pack).read_bytes()
    file = pack / "out" / ".briefpack" / f"deck-{deck_words.stamp(data)}.json"
    made = record.read(file.read_bytes())

    found = compared.compared(made, deck_words.read(data, "deck.pptx"))

    assert all(one.was and not one.gone for one in found)
    assert [pair for one in found for pair in (*one.pairs, *one.notes) if not (pair.old and pair.new)] == []
    assert all(slide.section >= 0 for slide in made.slides)


def test_a_build_that_merges_takes_a_changed_deck_home_and_leaves_it_alone(pack: Path) -> None:
    file = edit(pack, lambda deck: reword(claim(deck).shapes.title.text_frame.paragraphs[0], "What the judges said"))
    deck_of(pack).write_bytes(file.read_bytes())

    said = run("build", pack, "--audience", "students", "--merge")

    fresh = Presentation(str(deck_of(pack).with_name("deck.new.pptx")))
    assert said.exit_code == 0 and "is now “What the judges said”" in said.output
    assert deck_of(pack).read_bytes() == file.read_bytes()
    assert any("What the judges said" in slide.shapes.title.text_frame.text for slide in fresh.slides)
    assert "nothing new" in run("build", pack, "--audience", "students", "--merge").output


def test_a_page_that_took_edits_follows_the_brief_from_then_on(pack: Path) -> None:
    file = edit(pack, lambda deck: reword(statement(deck), "Judges follow the tool nearly always."))
    said = run("merge", pack, file)
    strike(pack / "brief.md", "Openness is the condition")

    assert "pages/students/deck.md: one change" in said.output and "yours from now on" in said.output
    assert run("build", pack, "--audience", "students", "--handout", "none").exit_code == 0
    assert "- **Miriam Adler and Joon Park:** Judges follow the tool nearly always. [@justice, 1.1]" in page_of(pack)
    assert "Openness is the condition of trust." not in page_of(pack)
    assert "Judges follow the tool nearly always." in words(deck_of(pack)) and "Openness" not in words(deck_of(pack))


def test_a_line_that_was_edited_and_is_struck_from_the_brief_stays_and_is_told(pack: Path) -> None:
    file = edit(pack, lambda deck: reword(statement(deck), "Judges follow the tool nearly always."))
    run("merge", pack, file)
    strike(pack / "brief.md", "@justice, 1.1]")

    said = run("build", pack, "--audience", "students", "--handout", "none")

    assert "Judges follow the tool nearly always." in page_of(pack)
    told = "pages/students/deck.md: 1 line says what was struck out of brief.md ('**Miriam Adler and Joon Park:** Judges follow the"
    assert told in " ".join(said.output.split())


def test_a_line_whose_words_the_brief_says_anew_without_its_passage_is_not_struck(pack: Path) -> None:
    file = edit(pack, lambda deck: reword(statement(deck), "Judges follow the tool nearly always."))
    run("merge", pack, file)
    brief = pack / "brief.md"
    mine = re.sub(r" \[@justice, 1\.1\]$", " So we were told.", brief.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert "@justice, 1.1]" not in mine and "So we were told." in mine
    brief.write_text(mine, encoding="utf-8")

    said = run("build", pack, "--audience", "students", "--handout", "none")

    assert "Judges follow the tool nearly always." in page_of(pack)
    assert "struck out of brief.md" not in " ".join(said.output.split())


def strike(brief: Path, words: str) -> None:
    """Take lines out of a brief, with what is indented under them."""
    kept: list[str] = []
    out = False
    for row in brief.read_text(encoding="utf-8").split("\n"):
        out = words in row or (out and row.startswith("  "))
        kept += [] if out else [row]
    brief.write_text("\n".join(kept), encoding="utf-8")


def words(deck: Path) -> str:
    return "\n".join(one.text for slide in Presentation(str(deck)).slides for one in paragraphs(slide))

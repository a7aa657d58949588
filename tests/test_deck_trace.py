"""A deck knows where its statements come from: asked of the file alone, also after an edit."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from workshop import EXAMPLE, run


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trace") / "out"
    assert run("build", EXAMPLE, "--out", folder).exit_code == 0
    return folder


@pytest.fixture
def alone(out: Path, tmp_path: Path) -> Path:
    """The deck somewhere else, without anything beside it."""
    file = tmp_path / "deck.pptx"
    file.write_bytes((out / "students" / "deck.pptx").read_bytes())
    return file


def slide_of(file: Path, kind: str) -> int:
    return next(at for at, s in enumerate(Presentation(str(file)).slides, 1) if s.slide_layout.name == kind)


def test_a_slide_gives_each_statement_with_its_passage_word_for_word(alone: Path) -> None:
    number = slide_of(alone, "claim")

    said = run("trace", alone, "--slide", number)

    quoted = re.findall(r"^  \[\d+ ¶\d+\] .+ \[@[a-z]+, \d+\.\d+\]: .+$", said.output, re.MULTILINE)
    assert said.exit_code == 0
    assert len(quoted) >= 2 and f"slide {number}, title: " in said.output
    assert "no longer stand" not in said.output


def test_every_reference_of_every_slide_is_answered(out: Path) -> None:
    for audience in ("students", "policy"):
        file = out / audience / "deck.pptx"
        for number, slide in enumerate(Presentation(str(file)).slides, 1):
            said = run("trace", file, "--slide", number).output

            assert "no longer stand" not in said
            texts = "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
            assert ("[@" in said) >= bool(re.search(r"\[\d+.¶", texts))


def test_every_slide_has_notes_that_can_be_said_in_its_time(out: Path) -> None:
    for audience in ("students", "policy"):
        for slide in Presentation(str(out / audience / "deck.pptx")).slides:
            head, *lines = slide.notes_slide.notes_text_frame.text.split("\n")
            minutes = 0.5 if head == "About half a minute" else float(head.split()[1])
            kept = " ".join(lines).split("Evidence")
            spoken = len(kept[0].split())

            assert 15 <= spoken <= 130 * minutes, slide.slide_layout.name
            assert lines[0] == "Say" and lines[1][-1] in ".?"


def test_words_are_looked_for_on_all_slides(alone: Path) -> None:
    found = run("trace", alone, "junior partner")

    assert found.exit_code == 0 and "[@ina, 8.1]: First, Russia is now the junior partner." in found.output
    assert run("trace", alone, "no slide says this").exit_code == 1


def test_a_role_comes_with_its_name(alone: Path) -> None:
    assert "Wang Yi: Foreign Minister" in run("trace", alone, "--slide", slide_of(alone, "people")).output


def test_a_line_typed_in_by_hand_is_told_apart(alone: Path) -> None:
    number = slide_of(alone, "claim")
    deck = Presentation(str(alone))
    deck.slides[number - 1].shapes.add_textbox(0, 0, 99999, 99999).text_frame.text = "My own view of this matter"
    deck.save(str(alone))

    said = run("trace", alone, "--slide", number, "my own view")

    assert said.output.strip().endswith("My own view of this matter (no reference: the editor's own, or a prompt)")


def test_without_links_the_printed_reference_is_enough(alone: Path) -> None:
    number = slide_of(alone, "claim")
    deck = Presentation(str(alone))
    before = run("trace", alone, "--slide", number).output
    for element in (deck.slides[number - 1].element, deck.slides[number - 1].notes_slide.element):
        for link in list(element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick")):
            link.getparent().remove(link)
    deck.save(str(alone))

    after = run("trace", alone, "--slide", number).output

    assert set(re.findall(r"\]: (.+)", before)) <= {line.split(": ", 1)[-1] for line in after.splitlines()}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--slide", "99"), "there is no slide 99"),
        (("--slide", "0"), "there is no slide 0"),
        ((), "name the deck, then --slide N"),
        (("--slide", "two"), "not a valid integer"),
    ],
)
def test_wrong_use_is_one_line(alone: Path, arguments: tuple[str, ...], says: str) -> None:
    said = run("trace", alone, *arguments)

    assert said.exit_code == 2 and says in said.output and said.output.count("\n") == 1


def test_a_slide_of_a_pack_is_wrong_use(out: Path) -> None:
    assert run("trace", EXAMPLE, "words", "--slide", "2").exit_code == 2


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 torn", b"no zip at all"])
def test_a_file_that_is_no_deck_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(data)

    said = run("trace", file, "--slide", "1")

    assert said.exit_code == 3 and "is no readable .pptx" in said.output


def test_half_a_deck_is_refused(alone: Path) -> None:
    alone.write_bytes(io.BytesIO(alone.read_bytes()).read(20_000))

    assert run("trace", alone, "--slide", "1").exit_code == 3


def test_a_deck_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert run("trace", tmp_path / "gone.pptx", "--slide", "1").exit_code == 3


def test_a_deck_that_would_unpack_without_end_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/zeros.bin", b"\0" * 120_000_000)

    said = run("trace", file, "--slide", "1")

    assert said.exit_code == 3 and "would unpack to 120 MB" in said.output

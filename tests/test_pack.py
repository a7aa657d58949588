"""What a person wrote is never lost, and a build is written whole or not at all."""

import json
import subprocess
import sys

import pytest
from workshop import contents, put, run

NEW = "was changed by hand"


@pytest.fixture
def pack(tmp_path):
    put(tmp_path, "court-news.html", "phones-editorial.html")
    (tmp_path / "pack.yaml").write_text(
        "title: Cameras and phones\naudiences: [students]\nsources: [court-news.html, phones-editorial.html]\n"
    )
    assert run("build", tmp_path).exit_code == 0
    return tmp_path


def test_a_second_build_changes_nothing(pack):
    before = contents(pack / "out")
    result = run("build", pack)

    assert NEW not in result.output
    assert contents(pack / "out") == before


def test_an_edited_brief_is_used_as_it_stands(pack):
    page = pack / "brief.md"
    text = page.read_text()
    line = next(line for line in text.splitlines() if line.startswith("- "))
    page.write_text(text.replace(line, "- Cameras are everywhere, I say."))
    result = run("build", pack)

    assert "brief.md" in result.output and NEW in result.output
    assert "Cameras are everywhere, I say." in page.read_text()
    points = json.loads((pack / "out" / "brief.json").read_text())["points"]
    assert points[0]["text"] == "Cameras are everywhere, I say." and points[0]["refs"] == []


def test_an_edited_page_is_built_from(pack):
    page = pack / "out" / "students" / "deck.md"
    text = page.read_text()
    heading = next(line for line in text.splitlines() if line.startswith("## ") and "{.discussion" in line)
    page.write_text(text.replace(heading, "## What would you have ruled? {.discussion minutes=10}"))
    result = run("build", pack)

    assert "deck.md" in result.output and NEW in result.output
    assert "What would you have ruled?" in page.read_text()
    from workshop import deck_text

    assert "What would you have ruled?" in deck_text((pack / "out" / "students" / "deck.pptx").read_bytes())


def test_an_edited_deck_is_kept_and_the_fresh_one_stands_beside_it(pack):
    deck = pack / "out" / "students" / "deck.pptx"
    mine = deck.read_bytes() + b"mine"
    deck.write_bytes(mine)
    first = run("build", pack)
    run("build", pack)

    assert deck.read_bytes() == mine
    assert "deck.new.pptx" in first.output
    assert (pack / "out" / "students" / "deck.new.pptx").exists()


def test_a_foreign_file_in_out_is_left_alone(pack):
    note = pack / "out" / "students" / "my notes.txt"
    note.write_text("keep me")
    run("build", pack)

    assert note.read_text() == "keep me"


def test_a_broken_page_is_named_with_its_line_and_nothing_is_lost(pack):
    page = pack / "out" / "students" / "deck.md"
    page.write_text(page.read_text() + "\n## A slide {.clam}\n- text [@nobody 1]\n")
    before = contents(pack / "out")
    result = run("build", pack)

    assert result.exit_code == 2
    assert "deck.md:" in result.output
    assert contents(pack / "out") == before


def test_a_failed_build_leaves_the_last_good_output_whole(pack):
    before = contents(pack / "out")
    (pack / "court-news.html").write_text("404 Not Found")
    result = run("build", pack)

    assert result.exit_code == 3
    assert contents(pack / "out") == before


def test_a_killed_build_is_finished_or_forgotten_by_the_next(pack):
    out = pack / "out"
    staged = out / ".briefpack" / "next" / "files" / "students"
    staged.mkdir(parents=True)
    (staged / "deck.pptx").write_bytes(b"half")
    before = (out / "students" / "deck.pptx").read_bytes()
    run("build", pack)

    assert (out / "students" / "deck.pptx").read_bytes() == before
    assert not (out / ".briefpack" / "next").exists()


def test_nothing_is_written_outside_out_but_the_brief(tmp_path):
    documents = tmp_path / "documents"
    documents.mkdir()
    names = put(documents, "trade-wire.txt")
    before = contents(documents)
    run("build", *names, "--out", tmp_path / "out")

    assert contents(documents) == before
    assert {p.name for p in tmp_path.iterdir()} == {"documents", "out"}


def test_a_place_that_cannot_be_written_exits_with_4(tmp_path):
    (tmp_path / "out").write_text("a file, not a folder")
    names = put(tmp_path, "trade-wire.txt")
    result = run("build", *names, "--out", tmp_path / "out")

    assert result.exit_code == 4
    assert (tmp_path / "out").read_text() == "a file, not a folder"


def test_the_same_document_twice_is_read_once(tmp_path):
    names = put(tmp_path, "trade-wire.txt")
    (tmp_path / "copy.txt").write_bytes((tmp_path / "trade-wire.txt").read_bytes())
    result = run("build", *names, tmp_path / "copy.txt", "--out", tmp_path / "out", "--audience", "policy")

    assert result.exit_code == 0 and "same document" in result.output
    assert len(json.loads((tmp_path / "out" / "brief.json").read_text())["sources"]) == 1


def test_pack_facts_win_over_the_document(tmp_path):
    put(tmp_path, "court-news.html")
    (tmp_path / "pack.yaml").write_text(
        "sources:\n  - file: court-news.html\n    key: ruling\n    publisher: Another Paper\n    published: 2025-03-15\n"
    )
    run("build", tmp_path, "--audience", "students")
    source = json.loads((tmp_path / "out" / "brief.json").read_text())["sources"][0]

    assert (source["key"], source["publisher"], source["published"]) == ("ruling", "Another Paper", "2025-03-15")


def test_two_builds_at_once_do_not_mix(pack):
    command = [sys.executable, "-m", "briefpack", "build", str(pack)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ends = [process.communicate(timeout=120) for process in both]

    assert [process.returncode for process in both] == [0, 0], ends
    assert NEW not in "".join(out for out, _ in ends)

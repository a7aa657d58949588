"""The session that README promises."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from workshop import EXAMPLE, page_count, put, run, run_apart

PRODUCTS = "deck.pptx summary.pdf questions.pdf key.pdf handout.pdf questions.json deck.md summary.md questions.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("built") / "out"
    result = run("build", EXAMPLE, "--out", out)
    return out, result


def test_build_writes_every_product_for_both_audiences(built):
    out, result = built

    assert result.exit_code == 0, result.output
    for audience in ("students", "policy"):
        assert {p.name for p in (out / audience).iterdir()} >= set(PRODUCTS.split())
    assert {p.name for p in out.iterdir()} >= {"brief.json", "sources.html", "report.json"}


def test_build_ends_with_a_table_and_says_nothing_else(built):
    _, result = built

    assert "students/deck.pptx" in result.output and "slides" in result.output
    assert "Traceback" not in result.output and "Warning" not in result.output


def test_summary_is_one_page_in_both_papers(built, tmp_path):
    out, _ = built
    run("build", EXAMPLE, "--out", tmp_path / "letter", "--paper", "letter")

    for folder in (out, tmp_path / "letter"):
        for audience in ("students", "policy"):
            assert page_count((folder / audience / "summary.pdf").read_bytes()) == 1


def test_one_audience_may_be_asked_for(tmp_path):
    documents = put(tmp_path, "court-news.html")
    result = run("build", *documents, "--audience", "students", "--out", tmp_path / "out")

    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "students" / "deck.pptx").exists()
    assert not (tmp_path / "out" / "policy").exists()


def test_loose_files_go_to_out_by_default(tmp_path, monkeypatch):
    put(tmp_path, "trade-wire.txt")
    monkeypatch.chdir(tmp_path)
    result = run("build", "trade-wire.txt")

    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "brief.json").exists()


def test_sources_shows_what_was_taken_out_and_why():
    result = run("sources", EXAMPLE)

    assert result.exit_code == 0
    assert "taken out" in result.output and "navigation" in result.output


def test_trace_leads_to_file_paragraph_and_sentence():
    result = run("trace", EXAMPLE, "reverse Nixon")

    assert result.exit_code == 0
    assert "harbour-post.html, paragraph" in result.output


def test_trace_of_a_reference_gives_its_words():
    result = run("trace", EXAMPLE, "post 2.1")

    assert result.exit_code == 0 and "harbour-post.html, paragraph 2, sentence 1" in result.output


def test_trace_of_words_that_stand_nowhere_exits_with_1():
    assert run("trace", EXAMPLE, "zeppelin regatta").exit_code == 1


def test_check_passes_what_was_built(built):
    out, _ = built
    result = run("check", out)

    assert result.exit_code == 0, result.output


def test_check_fails_a_deck_with_an_overflowing_title(built, tmp_path):
    from pptx import Presentation

    out, _ = built
    deck = Presentation(str(out / "students" / "deck.pptx"))
    deck.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].text = "Far too many words " * 40
    deck.save(str(tmp_path / "deck.pptx"))
    result = run("check", tmp_path / "deck.pptx")

    assert result.exit_code == 1 and "S2" in result.output


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["build", "nowhere.txt"], 3, "no such file"),
        (["build", EXAMPLE, "--audience", "ministers"], 2, "students, policy"),
        (["build", EXAMPLE, "--paper", "a3"], 2, "a4, letter"),
        (["check", "nowhere"], 3, "no such file or folder"),
        (["build"], 2, "Missing argument"),
        (["bild", EXAMPLE], 2, "No such command 'bild'"),
        (["build", EXAMPLE, "--papr", "a4"], 2, "--papr"),
        (["build", EXAMPLE, "--title", "word " * 90], 2, "--title"),
        (["trace", EXAMPLE], 2, "the words to look for"),
        (["build", "/dev/null"], 3, "no file that can be read"),
        (["build", EXAMPLE.parent], 2, "pack.yaml"),
    ],
)
def test_wrong_use_is_named_with_its_exit_code(arguments, code, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)

    assert result.exit_code == code, result.output
    assert says in result.output
    assert result.output.startswith("briefpack: ") and len(result.output.splitlines()) == 1


def test_a_wrong_key_in_a_pack_names_line_and_nearest_word(tmp_path):
    (tmp_path / "pack.yaml").write_text("question: Why?\ntitel: Heat\nsources: [a.txt]\n")
    result = run("build", tmp_path)

    assert result.exit_code == 2
    assert "pack.yaml:2" in result.output and "'title'" in result.output


def test_all_unreadable_documents_are_named_at_once(tmp_path):
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("build", tmp_path / "a.txt", tmp_path / "b.pdf", "--out", tmp_path / "out")

    assert result.exit_code == 3
    assert "a.txt" in result.output and "b.pdf" in result.output
    assert not (tmp_path / "out" / "brief.json").exists()


def test_brief_json_follows_its_published_schema(built):
    import jsonschema

    from briefpack import brief

    out, _ = built
    jsonschema.validate(
        json.loads((out / "brief.json").read_text()), json.loads(brief.SCHEMA_FILE.read_text(encoding="utf-8"))
    )


def test_a_missing_document_is_told_the_nearest_name(tmp_path):
    put(tmp_path, "trade-wire.txt")

    assert "only trade-wire.txt" in run("build", tmp_path / "tradewire.txt").output


@pytest.mark.parametrize(
    "name", ["new\nline.txt", "esc\x1b[31m.txt", "-dash.txt", "ünï 北京 🙂.txt", "\udcff\udcfe.txt"]
)
def test_a_document_of_any_name_is_named_on_one_line(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    try:
        (tmp_path / name).write_text("")
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    result = run("build", "--", name)

    assert result.exit_code == 3 and len(result.output.splitlines()) == 1
    assert "\x1b" not in result.output


def test_two_documents_of_one_name_are_told_apart_by_their_folders(tmp_path):
    for folder, name in (("a", "trade-wire.txt"), ("b", "court-news.html")):
        (tmp_path / folder).mkdir()
        put(tmp_path / folder, name)
        (tmp_path / folder / name).rename(tmp_path / folder / "text")
    output = run("sources", tmp_path / "a" / "text", tmp_path / "b" / "text").output

    assert "a/text" in output and "b/text" in output


def test_a_terminal_without_letters_gets_the_words_all_the_same():
    result = run_apart("sources", EXAMPLE, PYTHONIOENCODING="ascii")

    assert result.returncode == 0 and "Traceback" not in result.stderr


def test_a_module_in_the_working_folder_is_not_run(tmp_path):
    put(tmp_path, "dairy-study.pdf")
    for name in ("pypdf", "pickle", "lxml"):
        (tmp_path / f"{name}.py").write_text("open('run', 'w')")
    command = [sys.executable, "-P", "-m", "briefpack", "sources", "dairy-study.pdf"]

    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert not (tmp_path / "run").exists()


def test_standard_output_that_is_full_ends_in_one_line(tmp_path):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "briefpack", "sources", str(EXAMPLE)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 4 and done.stderr.startswith("briefpack: standard output: ")
